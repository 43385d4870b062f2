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

  /// What some files held, each version of each of them, the oldest of a file first. A version that can't be read is
  /// none.
  func states(of paths: Set<String>) throws(Failure) -> [Stock] {
    var found: [Stock] = []
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
        found.append(file.stock)
      }
    }
    return found
  }
}
