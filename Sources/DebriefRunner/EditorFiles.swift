import DebriefApp
import DebriefModel
import DebriefStore
import Disk
import Glibc

/// The files in which texts go to the user's editor and come back: private (0600 in a 0700 folder),
/// each under a name of its own. None is written over, and none is removed before its text is in the
/// store or the user says so.
package struct EditorFiles {
  /// Where those of one store lie.
  let folder: String

  /// The files of one store, in a folder of its own among all: what was typed for one is offered by no
  /// other.
  ///
  /// - Parameter store: The file of the store; nil for one that is thrown away.
  package init(_ paths: Paths, store: String?) {
    let all = paths.drafts
    guard let store else {
      folder = all + "/sample"
      return
    }
    folder = "\(all)/\(Backups.folderName(of: store))"
  }

  /// The files of a folder.
  private init(folder: String) { self.folder = folder }

  /// What was left behind for other stores than this one, or before stores were told apart.
  package func ofOthers() -> [String] {
    guard let cut = folder.lastIndex(of: "/") else { return [] }
    let all = String(folder[..<cut])
    let folders = Directory(all).names.filter { !$0.contains(".txt") }.map { "\(all)/\($0)" }
    return ([all] + folders.filter { $0 != folder }).flatMap {
      EditorFiles(folder: $0).leftBehind()
    }
  }

  /// A file that an editor has at this moment. As long as it is held, no other debrief takes it for
  /// one that was left behind.
  final class Held {
    let path: String
    private let lock: Int32
    private let lockPath: String

    fileprivate init(_ path: String, lock: Int32, lockPath: String) {
      (self.path, self.lock, self.lockPath) = (path, lock, lockPath)
    }

    deinit {
      guard lock >= 0 else { return }
      unlink(lockPath)
      close(lock)
    }
  }

  /// Texts that come back may have so many bytes.
  static let limit = 16 << 20

  /// Writes a text to a new file, whatever files of that name there are already.
  func create(_ text: String, name: String) throws(Failure) -> Held {
    try EditorFiles.prepare(folder)
    let place = try EditorFiles.opened(folder)
    defer { close(place) }
    for number in 1...1000 {
      let base = "\(name)-\(getpid())\(number == 1 ? "" : "-\(number)").txt"
      let path = "\(folder)/\(base)"
      let file = openat(place, base, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if file < 0, errno == EEXIST { continue }
      guard file >= 0 else { throw EditorFiles.failure("made", path) }
      let held = hold(path)
      var code: Int32 = 0
      if !emit(text, to: file) { code = errno }
      if close(file) != 0, code == 0 { code = errno }
      guard code == 0 else {
        // Half of a text that is whole in the form: nothing is lost with it.
        unlinkat(place, base, 0)
        throw EditorFiles.failure("written", path, code)
      }
      return held
    }
    throw Failure(
      "\(folder) has too many saved drafts. Move some of them out.", code: ExitStatus.io)
  }

  /// Reads a text back. Neither a link nor anything but a plain file of the user's is read, and nothing
  /// is waited for: a pipe of that name holds nobody up.
  func read(_ path: String) throws(Failure) -> String {
    // By its folder as it is now: what somebody puts in the place of one above it is not followed.
    let cut = path.lastIndex(of: "/") ?? path.startIndex
    let place = try EditorFiles.opened(String(path[..<cut]))
    defer { close(place) }
    let file = openat(
      place, String(path[path.index(after: cut)...]),
      O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw EditorFiles.failure("read back", path) }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_uid == getuid() else {
      throw Failure("\(path) isn't a regular file anymore, so it wasn't read.")
    }
    if info.st_nlink > 1 {
      throw Failure("\(path) is also linked from somewhere else, so it wasn't read.")
    }
    let bytes: [UInt8]
    do {
      bytes = try WholeFile(file).bytes(limit: EditorFiles.limit)
    } catch {
      switch error {
      case .tooLong: throw Failure("\(path) is larger than \(EditorFiles.limit >> 20) MiB.")
      case .unreadable(let number): throw EditorFiles.failure("read back", path, number)
      }
    }
    return try TextBytes.decoded(bytes, name: path)
  }

  /// Removes a file whose text is safe elsewhere; one that cannot be is only in the way.
  func remove(_ path: String) { unlink(path) }

  /// Removes a file whose text is not wanted; one that cannot be is said.
  func discard(_ path: String) throws(Failure) {
    guard unlink(path) != 0, errno != ENOENT else { return }
    throw EditorFiles.failure("removed", path)
  }

  /// Files of editors that did not end well, the oldest first; those that somebody works on, and those
  /// with nothing in them, are none.
  package func leftBehind() -> [String] {
    var found: [(path: String, time: Int)] = []
    for name in Directory(folder).names {
      let path = "\(folder)/\(name)"
      var info = stat()
      guard EditorFiles.isText(name), lstat(path, &info) == 0, info.st_mode & S_IFMT != S_IFDIR,
        info.st_size > 0, !isHeld(path)
      else { continue }
      found.append((path, info.st_mtim.tv_sec))
    }
    return found.sorted { ($0.time, $0.path) < ($1.time, $1.path) }.map(\.path)
  }

  /// Whether a file of this name holds a text: one of ours, or what nano puts beside it when it is told to end
  /// before that was saved.
  private static func isText(_ name: String) -> Bool {
    name.hasSuffix(".txt") || name.contains(".txt.save")
  }

  /// A text that was left behind, with the beginning of it; or why it cannot be read.
  func look(at path: String, zone: Zone) -> LeftText {
    var info = stat()
    let time = lstat(path, &info) == 0 ? info.st_mtim.tv_sec : 0
    let name = path.dropFirst(folder.count + 1).prefix { $0 != "-" }
    var left = LeftText(
      path: path, name: String(name), at: Moment(seconds: time, zone: zone),
      isPrivate: path.dropFirst(folder.count + 1).hasPrefix(EditorFiles.privateName))
    left.isFromEditor = !EditorFiles.rescued.contains(String(name))
    do { left.text = try read(path) } catch { left.fault = error.description }
    return left
  }

  /// What the name of a private note begins with: it is never offered as anything else.
  static let privateName = "private"
  /// The same for other texts that were typed when the program had to end.
  static let typedName = "typed"
  /// Names of files that no editor had.
  static let rescued = [privateName, typedName]

  // MARK: - Who works on a file

  /// Locks lie in a folder of their own: an editor may put a new file in the place of the old one, and
  /// a lock on that would be gone with it.
  private func lockPath(_ path: String) -> String {
    "\(folder)/editing\(path.dropFirst(folder.count)).lock"
  }

  private func hold(_ path: String) -> Held {
    let lockPath = lockPath(path)
    mkdir(folder + "/editing", 0o700)
    // Without a lock all works as well: another debrief may only offer the text too early.
    let lock = open(lockPath, O_CREAT | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if lock >= 0 { _ = flock(lock, LOCK_EX | LOCK_NB) }
    return Held(path, lock: lock, lockPath: lockPath)
  }

  private func isHeld(_ path: String) -> Bool {
    let lockPath = lockPath(path)
    let lock = open(lockPath, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard lock >= 0 else { return false }
    defer { close(lock) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else { return true }
    // Its program was killed.
    unlink(lockPath)
    return false
  }

  // MARK: - Folders

  private static func prepare(_ folder: String) throws(Failure) {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      if access(path, F_OK) != 0, mkdir(path, 0o700) != 0, errno != EEXIST {
        throw failure("made", path)
      }
    }
  }

  /// A folder, opened: of this user alone, and made private where it was not.
  private static func opened(_ folder: String) throws(Failure) -> Int32 {
    let place = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard place >= 0 else { throw failure("opened", folder) }
    var info = stat()
    if fstat(place, &info) == 0, info.st_uid == getuid(),
      info.st_mode & 0o077 == 0 || fchmod(place, 0o700) == 0
    {
      return place
    }
    close(place)
    throw Failure(
      "\(folder) belongs to somebody else, so no text was put there or read from it.",
      code: ExitStatus.io)
  }

  private static func failure(_ what: String, _ path: String, _ code: Int32 = errno) -> Failure {
    Failure(
      "\(path) couldn't be \(what): \(String(cString: strerror(code))).", code: ExitStatus.io)
  }
}
