import CTerminal
import Glibc
import TUI

/// Files that a command writes where the user asks for them: whole or not at all. A new one is private;
/// one that is there keeps what `cp` would have kept: its mode, its owner, its other names.
package enum FileOutput {
  /// Writes a file by way of a new one beside it that takes its place when it is complete.
  ///
  /// - Throws: A sentence where the file can't be written, for the reason the system gives.
  package static func write(_ text: some Deliverable, to path: String) throws {
    var info = stat()
    if path.isEmpty { throw failure(path, "the name is empty") }
    guard stat(path, &info) == 0 else {
      guard errno == ENOENT else { throw failure(path) }
      if lstat(path, &info) == 0 {
        throw failure(path, "it's a link to a file that isn't there, so name that file")
      }
      try write(text, to: path, at: path) { rename($0, path) }
      return
    }
    switch info.st_mode & S_IFMT {
    case S_IFDIR: throw failure(path, "it's a folder: name a file in it")
    case S_IFREG: try replace(path, with: text, info)
    default: try writeThrough(text, path)
    }
  }

  /// Gives a file that is there another text.
  private static func replace(
    _ path: String, with text: some Deliverable, _ info: stat
  ) throws(Failure) {
    // A file that may not be written is not replaced either, although its folder would allow it.
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    // A link stays a link: what it leads to is written.
    guard info.st_nlink == 1, let real = realpath(path, nil) else {
      return try writeOver(file, text, path, Int(info.st_size))
    }
    let target = String(cString: real)
    free(real)
    let mayTakeItsPlace = try write(text, to: path, at: target, like: info) { rename($0, target) }
    if !mayTakeItsPlace { try writeOver(file, text, path, Int(info.st_size)) }
  }

  /// Writes into the file itself, where a new one could not be what the old one is: one with several
  /// names, of another owner, or in a folder that takes no new files.
  private static func writeOver(
    _ file: Int32, _ text: some Deliverable, _ path: String, _ size: Int
  ) throws(Failure) {
    let wanted = text.byteCount
    if wanted > size {
      // Room first: when the disk is full the old text is still whole.
      let fault = posix_fallocate(file, 0, off_t(wanted))
      if fault != 0, ![EOPNOTSUPP, EINVAL, EBADF].contains(fault) {
        ftruncate(file, off_t(size))
        throw failure(path, String(cString: strerror(fault)))
      }
    }
    guard text.emit(to: file), ftruncate(file, off_t(wanted)) == 0, fsync(file) == 0 else {
      throw failure(path)
    }
  }

  /// Writes a file that must not be there yet: what has this name, a link included, stays as it is.
  ///
  /// - Throws: A sentence where it is there already, or can't be written.
  package static func create(_ text: some Deliverable, at path: String) throws(Failure) {
    var info = stat()
    if path.isEmpty { throw failure(path, "the name is empty") }
    if lstat(path, &info) == 0 { throw failure(path, "there's already a file with that name") }
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

  /// Writes a new file in the folder of `target`, complete, and lets `place` put it there. It is private,
  /// or has the mode and the owner of `old`; false when it could not have them, and nothing was done.
  @discardableResult
  private static func write(
    _ text: some Deliverable, to path: String, at target: String, like old: stat? = nil,
    place: (_ new: String) -> Int32
  ) throws(Failure) -> Bool {
    guard let written = try begin(text, to: path, at: target, like: old) else { return false }
    try written.settle()
    guard try written.take(place) else { return false }
    FileOutput.keep(written.folder)
    return true
  }

  /// A file that is complete beside its place, and maybe not on the disk yet.
  struct Written {
    /// What it is called to the user.
    fileprivate let path: String
    /// The folder it is in, with a slash at its end.
    let folder: String
    fileprivate let new: String
    fileprivate let file: Int32
    fileprivate let isReplacing: Bool

    /// Waits until it is on the disk. Where it can't be, nothing of it is left.
    ///
    /// - Throws: A sentence with the reason the system gives.
    func settle() throws(Failure) {
      var code: Int32 = 0
      if fsync(file) != 0 { code = errno }
      if close(file) != 0, code == 0 { code = errno }
      guard code == 0 else {
        unlink(new)
        throw FileOutput.failure(path, String(cString: strerror(code)))
      }
    }

    /// Puts it into its place; false when it may not take the place of the old one, and nothing was done.
    fileprivate func take(_ place: (_ new: String) -> Int32) throws(Failure) -> Bool {
      guard place(new) != 0 else { return true }
      let code = errno
      unlink(new)
      // A file that others have mounted, or that lies in a folder with a sticky bit, cannot be replaced.
      if isReplacing, [EBUSY, EXDEV, EACCES, EPERM].contains(code) { return false }
      throw FileOutput.failure(path, String(cString: strerror(code)))
    }

    /// Puts one that is new into its place.
    ///
    /// - Throws: A sentence where that can't be done; nothing of it is left.
    func take() throws(Failure) { _ = try take { rename($0, path) } }

    /// Takes away one that is not to be.
    func discard() {
      close(file)
      unlink(new)
    }
  }

  /// Writes a new file beside a place where none is, complete, and has the system begin to put it on the disk.
  ///
  /// - Returns: nil where there is something already: that is replaced with care, by ``write(_:to:)``.
  /// - Throws: A sentence where it can't be written.
  static func begin(_ text: some Deliverable, to path: String) throws(Failure) -> Written? {
    var info = stat()
    guard lstat(path, &info) != 0, errno == ENOENT else { return nil }
    let written = try begin(text, to: path, at: path)
    if let written { dt_begin_sync(written.file) }
    return written
  }

  /// Waits until the names in a folder are on the disk. One that can't be waited for changes nothing.
  static func keep(_ folder: String) {
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  /// A new file in the folder of `target`, complete; nil when it could not have the mode and the owner of `old`.
  private static func begin(
    _ text: some Deliverable, to path: String, at target: String, like old: stat? = nil
  ) throws(Failure) -> Written? {
    let cut = target.lastIndex(of: "/")
    let folder = cut.map { String(target[..<$0]) + "/" } ?? "./"
    let name = cut.map { String(target[target.index(after: $0)...]) } ?? target
    if name.isEmpty { throw failure(path, "there's no such folder") }
    // A long name may leave no room for more of it.
    var short = name[...]
    while short.utf8.count > 80 { short.removeLast() }
    let new = "\(folder).\(short).\(getpid()).\(UInt32.random(in: .min ... .max))"
    let file = open(new, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      if old != nil, [EACCES, EPERM, EROFS].contains(errno) { return nil }
      throw failure(path)
    }
    let written = Written(
      path: path, folder: folder, new: new, file: file, isReplacing: old != nil)
    if let old, !become(old, file) {
      written.discard()
      return nil
    }
    guard text.emit(to: file) else {
      let code = errno
      written.discard()
      throw failure(path, String(cString: strerror(code)))
    }
    return written
  }

  /// Gives a new file the owner and the mode of an old one; false when it cannot have them.
  private static func become(_ old: stat, _ file: Int32) -> Bool {
    var new = stat()
    guard fstat(file, &new) == 0 else { return false }
    if new.st_uid != old.st_uid || new.st_gid != old.st_gid {
      guard fchown(file, old.st_uid, old.st_gid) == 0 else { return false }
    }
    return fchmod(file, old.st_mode & 0o7777) == 0
  }

  /// A pipe or a device is written as it is: there is nothing to replace.
  private static func writeThrough(_ text: some Deliverable, _ path: String) throws {
    let file = open(path, O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(path) }
    defer { close(file) }
    if text.emit(to: file) { return }
    // Nobody reads on, as with stdout.
    if errno == EPIPE { throw Ending(code: ExitStatus.signal(SIGPIPE)) }
    throw failure(path)
  }

  private static func failure(_ path: String, _ reason: String? = nil) -> Failure {
    let reason = reason ?? String(cString: strerror(errno))
    return Failure("\(path) couldn't be written: \(reason).", code: ExitStatus.io)
  }
}
