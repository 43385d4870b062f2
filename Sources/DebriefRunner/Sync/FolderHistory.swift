import DebriefExport
import DebriefModel

/// What the files of a folder held at earlier times, as git knows them: against that it's told what a copy that a
/// file syncer left behind has later than all of them, and what is only older.
struct FolderHistory {
  /// So many versions of a file are looked at, the latest first.
  private static let most = 200

  private let git: GitProgram

  /// Nil where the folder has no history.
  init?(_ folder: SyncFolder, environment: [String: String]) {
    guard folder.hasHistory,
      let git = try? GitProgram(in: folder.path, environment: environment, merged: "/dev/null")
    else { return nil }
    self.git = git
  }

  /// The versions of each thing in some files, the oldest first. A version that can't be read is none.
  func versions(in paths: Set<String>) throws(Failure) -> [ThingName: [JSONTree]] {
    var found: [ThingName: [JSONTree]] = [:]
    for path in paths.sorted() {
      // What others have sent and isn't merged yet may be what a copy began from.
      let all = try git.run([
        "rev-list", "--full-history", "-n", "\(FolderHistory.most)", "HEAD", "--remotes", "--",
        path,
      ])
      guard all.isFine else { continue }
      for commit in all.out.split(separator: "\n").reversed() {
        let answer = try git.run(["cat-file", "blob", "\(commit):\(path)"])
        guard answer.isFine, let file = try? FolderFile(Array(answer.out.utf8)) else { continue }
        for (name, row) in file.stock.rows where found[name]?.contains(row) != true {
          found[name, default: []].append(row)
        }
      }
    }
    return found
  }
}

/// What a copy of a file began from, thing by thing.
struct CopyBase {
  /// It, for ``ThreeWay``.
  private(set) var rows: [ThingName: JSONTree] = [:]

  /// The files of the folder in which the things of a copy lie.
  static func paths(of copy: Stock, beside stock: Stock) -> Set<String> {
    var paths: Set<String> = []
    for (name, row) in copy.rows where stock.rows[name] != row {
      paths.insert(FolderPlan.path(name, row))
    }
    return paths
  }

  /// Finds it among what the things were.
  ///
  /// - Parameter versions: Those of each thing, the oldest first.
  init(of copy: Stock, among versions: [ThingName: [JSONTree]]) {
    for (name, row) in copy.rows {
      guard let all = versions[name] else { continue }
      // The one it differs from the least. Of several it is the oldest: then what came after that one is a change
      // of its own, and no text of it gives way to the copy's.
      rows[name] = all.min { CopyBase.distance($0, row) < CopyBase.distance($1, row) }
    }
  }

  /// In how many fields two rows differ.
  private static func distance(_ one: JSONTree, _ other: JSONTree) -> Int {
    let (a, b) = (one.fieldsByName, other.fieldsByName)
    return Set(a.keys).union(b.keys).count { a[$0] != b[$0] }
  }
}
