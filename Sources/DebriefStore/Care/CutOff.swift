import Disk
import Glibc

/// What a copy, a backup or a restore leaves behind when it is killed: a file under a name of its own, and the
/// journal of that file. All of it is copied from what is still there.
enum CutOff {
  private static let journal = "-journal"
  private static let part = ".part-"

  /// The paths of such files in a folder, each journal beside its file, but for those somebody is at work on.
  ///
  /// - Parameter isMeant: Whether a file of this name, which is no journal, is one of them.
  static func files(in folder: String, where isMeant: (String) -> Bool) -> [String] {
    let directory = Directory(folder)
    return directory.names.filter {
      let file = $0.hasSuffix(journal) ? String($0.dropLast(journal.utf8.count)) : $0
      return isMeant(file) && !Claim.isHeld(directory.path(of: file))
    }
    .map { directory.path(of: $0) }
  }

  /// The name under which this program writes a copy until it is whole.
  static func part(of path: String) -> String { "\(path)\(part)\(getpid())" }

  /// Whether a file of this name is such a copy: of one target, or of any.
  static func isPart(_ name: String, of target: String? = nil) -> Bool {
    let pieces = name.split(separator: part, omittingEmptySubsequences: false)
    guard pieces.count > 1, let number = pieces.last, !number.isEmpty,
      number.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    return target.map { name == "\($0)\(part)\(number)" } ?? !pieces[0].isEmpty
  }

  /// Removes what was left of copies to a target. A file that others may read, or that holds something else, is
  /// none of ours whatever it is called.
  static func tidy(copiesTo path: String) {
    guard let location = try? Location(path) else { return }
    let name = String(location.path.split(separator: "/").last ?? "")
    for left in files(in: location.folder, where: { isPart($0, of: name) }) where isOurs(left) {
      unlink(left)
    }
  }

  private static func isOurs(_ path: String) -> Bool {
    var info = stat()
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_mode & 0o077 == 0,
      info.st_uid == geteuid()
    else { return false }
    if info.st_size == 0 || path.hasSuffix(journal) { return true }
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    let mark = Array("SQLite format 3\0".utf8)
    var head = [UInt8](repeating: 0, count: mark.count)
    return read(file, &head, head.count) == mark.count && head == mark
  }
}

extension Store {
  /// Copies of a store, or to a place beside it, that were cut off; the doctor names them.
  ///
  /// - Parameter path: The store they lie beside.
  public static func unfinishedCopies(beside path: String) -> [String] {
    guard let location = try? Location(path) else { return [] }
    return CutOff.files(in: location.folder) { CutOff.isPart($0) }
  }
}
