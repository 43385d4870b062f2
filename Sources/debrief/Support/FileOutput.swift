import Glibc
import TUI

/// Files that a command writes where the user asks for them: whole or not at all, and private.
enum FileOutput {
  /// Writes to stdout for nil and `-`, else to a file. `database` is never written over.
  static func deliver(_ text: some Deliverable, to path: String?, keeping database: String) throws {
    guard let path, path != "-" else { return try Output.document(text) }
    if same(path, database) {
      throw Failure(
        "\(path) is the database itself: name another file.", code: ExitStatus.usage)
    }
    try write(text, to: path)
  }

  /// Writes a file by way of a new one beside it that takes its place when it is complete.
  static func write(_ text: some Deliverable, to path: String) throws(Failure) {
    var info = stat()
    var target = path
    if path.isEmpty { throw failure(path, "the name is empty") }
    if stat(path, &info) == 0 {
      switch info.st_mode & S_IFMT {
      case S_IFDIR: throw failure(path, "it is a folder: name a file in it")
      case S_IFREG:
        // A link stays a link: what it leads to is written.
        if let real = realpath(path, nil) {
          target = String(cString: real)
          free(real)
        }
      default: return try writeThrough(text, path)
      }
    } else if errno != ENOENT {
      throw failure(path)
    }
    try write(text, to: path, at: target) { rename($0, target) }
  }

  /// Writes a file that must not be there yet: what has this name, a link included, stays as it is.
  static func create(_ text: some Deliverable, at path: String) throws(Failure) {
    var info = stat()
    if path.isEmpty { throw failure(path, "the name is empty") }
    if lstat(path, &info) == 0 { throw failure(path, "there is one of that name already") }
    try write(text, to: path, at: path) { new in
      // Unlike a rename, a second name is refused when somebody was faster.
      if link(new, path) == 0 { return unlink(new) }
      // Some file systems know no second names: then a look just before has to do.
      guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS else { return -1 }
      guard lstat(path, &info) != 0 else {
        errno = EEXIST
        return -1
      }
      return rename(new, path)
    }
  }

  /// Writes a new file in the folder of `target`, private and complete, and lets `place` put it there.
  private static func write(
    _ text: some Deliverable, to path: String, at target: String, place: (_ new: String) -> Int32
  ) throws(Failure) {
    let cut = target.lastIndex(of: "/")
    let folder = cut.map { String(target[..<$0]) + "/" } ?? "./"
    let name = cut.map { String(target[target.index(after: $0)...]) } ?? target
    if name.isEmpty { throw failure(path, "there is no such folder") }
    let new = "\(folder).\(name.prefix(80)).\(getpid()).\(UInt32.random(in: .min ... .max))"
    let file = open(new, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(path) }
    var code: Int32 = 0
    if !text.emit(to: file) || fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code == 0, place(new) != 0 { code = errno }
    guard code == 0 else {
      unlink(new)
      throw failure(path, String(cString: strerror(code)))
    }
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  /// A pipe or a device is written as it is: there is nothing to replace.
  private static func writeThrough(_ text: some Deliverable, _ path: String) throws(Failure) {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    if !text.emit(to: file) { throw failure(path) }
  }

  private static func same(_ path: String, _ other: String) -> Bool {
    var a = stat()
    var b = stat()
    return stat(path, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev
      && a.st_ino == b.st_ino
  }

  private static func failure(_ path: String, _ reason: String? = nil) -> Failure {
    let reason = reason ?? String(cString: strerror(errno))
    return Failure("\(path) could not be written: \(reason).", code: ExitStatus.io)
  }
}
