import DebriefRunner
import Glibc

extension FileOutput {
  /// What -o does, for the help: as with cp, a file of that name is replaced.
  static let help = "The file to write; an existing file is replaced. Without it, stdout."

  /// Writes to stdout for nil and `-`, else to a file. `database` is never written over.
  static func deliver(_ text: some Deliverable, to path: String?, keeping database: String) throws {
    guard let path, path != "-" else { return try Output.document(text) }
    // SQLite's own files are as much the database as the one it is named by.
    let resolved = realpath(database, nil).map { real in
      defer { free(real) }
      return String(cString: real)
    }
    let own = ["", "-wal", "-shm", "-journal", "-screens"].map { (resolved ?? database) + $0 }
    if own.contains(where: { same(path, $0) }) {
      throw Failure(
        "\(path) is the database itself. Name another file.", code: ExitStatus.usage)
    }
    // `/dev/stdout` opened anew would wait for a reader where the one of stdout has gone.
    if isStandardOutput(path) { return try Output.document(text) }
    try write(text, to: path)
  }

  private static func isStandardOutput(_ path: String) -> Bool {
    var file = stat()
    var output = stat()
    return stat(path, &file) == 0 && fstat(STDOUT_FILENO, &output) == 0
      && file.st_mode & S_IFMT != S_IFREG && file.st_dev == output.st_dev
      && file.st_ino == output.st_ino
  }

  /// Whether two paths are one file, or would be if it were there.
  private static func same(_ path: String, _ other: String) -> Bool {
    var a = stat()
    var b = stat()
    if stat(path, &a) == 0, stat(other, &b) == 0 {
      return a.st_dev == b.st_dev && a.st_ino == b.st_ino
    }
    guard let one = place(path), let two = place(other) else { return false }
    return one == two
  }

  /// The path of a file by its folder's own name; nil without a folder.
  private static func place(_ path: String) -> String? {
    let cut = path.lastIndex(of: "/")
    let folder = cut.map { String(path[...$0]) } ?? "."
    guard let real = realpath(folder, nil) else { return nil }
    defer { free(real) }
    return String(cString: real) + "/" + (cut.map { path[path.index(after: $0)...] } ?? path[...])
  }
}
