import Glibc

/// Where a database lies: what can be told about the file before SQLite sees it, so that a file
/// that is not ours is never touched.
struct Location {
  /// What is there.
  enum State: Equatable {
    case absent, empty, ours
  }

  /// `dbrf`: how SQLite files of this program are marked (`PRAGMA application_id`).
  static let applicationID: Int32 = 0x6462_7266

  /// The absolute path: SQLite would take `file:` and `:memory:` for something else.
  let path: String

  init(_ path: String) throws {
    if path.isEmpty { throw StoreError.missing("\"\"") }
    if path.contains("\0") { throw StoreError.io("the path has a NUL byte in it") }
    if path.hasPrefix("/") {
      self.path = path
    } else {
      guard let current = getcwd(nil, 0) else { throw StoreError.io(reason(errno, at: ".")) }
      defer { free(current) }
      self.path = String(cString: current) + "/" + path
    }
  }

  /// The folder it lies in.
  var folder: String {
    let cut = path.lastIndex(of: "/") ?? path.startIndex
    return cut == path.startIndex ? "/" : String(path[..<cut])
  }

  /// Looks at the first bytes of the file. Must not be called while this process has the file open
  /// in a transaction: closing a descriptor drops the locks of the process.
  func inspect() throws -> State {
    var info = stat()
    guard stat(path, &info) == 0 else {
      if errno == ENOENT { return .absent }
      throw StoreError.io(reason(errno, at: path))
    }
    guard info.st_mode & S_IFMT == S_IFREG else { throw StoreError.notOurs(path) }
    if info.st_size == 0 { return .empty }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw StoreError.io(reason(errno, at: path)) }
    defer { _ = close(file) }
    var head = [UInt8](repeating: 0, count: 108)
    guard pread(file, &head, head.count, 0) == head.count else { throw StoreError.notOurs(path) }
    if head.starts(with: Array("SQLite format 3\0".utf8)) {
      let mark = head[68..<72].reduce(Int32(0)) { $0 << 8 | Int32($1) }
      if mark == Location.applicationID { return .ours }
      // A file of SQLite's without a mark and without a table is as good as an empty one.
      if mark == 0, head[100] == 13, head[103] == 0, head[104] == 0 { return .empty }
    } else if head.allSatisfy({ $0 == 0 }), access(path + "-journal", F_OK) == 0 {
      return .empty  // Killed while it was being created: SQLite takes that back by its journal.
    }
    throw StoreError.notOurs(path)
  }

  /// Whether the file or its folder refuses writing: also when the user took the write bits away
  /// and the process would be let through all the same.
  var isReadOnly: Bool {
    var info = stat()
    if stat(path, &info) == 0, info.st_mode & 0o222 == 0 { return true }
    return access(path, W_OK) != 0 || access(folder, W_OK) != 0
  }

  /// Why a file cannot be written, and what to do, in a sentence. Permissions are named only where it is
  /// they that stand in the way.
  static func whyReadOnly(_ path: String) -> String {
    let cut = path.lastIndex(of: "/") ?? path.startIndex
    let folder = cut == path.startIndex ? "/" : String(path[..<cut])
    var disk = statvfs()
    var info = stat()
    // What is not there yet would lie where its folder lies.
    let isThere = statvfs(path, &disk) == 0 || statvfs(folder, &disk) == 0
    if isThere, disk.f_flag & UInt(ST_RDONLY) != 0 {
      return "\(path) is on a read-only disk. Work on a copy on another disk, or "
        + "mount this one for writing."
    }
    let isWritable = stat(path, &info) == 0 && info.st_mode & 0o222 != 0 && access(path, W_OK) == 0
    if isWritable, access(folder, W_OK) != 0 {
      return "\(folder) can't be written to, and saving needs a second file in it. Change its "
        + "permissions, or work on a copy."
    }
    return "\(path) can't be written to. Change its permissions, or work on a copy."
  }

  /// Makes the folders that are missing (0700), or only the last of them, and an empty file (0600);
  /// keeps what is there.
  func create(allFolders: Bool = true) throws {
    if !allFolders {
      let cut = folder.lastIndex(of: "/") ?? folder.startIndex
      let above = cut == folder.startIndex ? "/" : String(folder[..<cut])
      var info = stat()
      if stat(above, &info) != 0, errno == ENOENT || errno == ENOTDIR {
        throw StoreError.missing(above)
      }
    }
    try Location.makeFolder(folder)
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      if errno == EEXIST { return }
      throw Location.failure(errno, at: path)
    }
    _ = fchmod(file, 0o600)
    _ = close(file)
    // So that the file has its name also after a power loss; a folder that cannot be synced is no reason to
    // do without it.
    try? Location.sync(folder)
  }

  /// Makes a folder, with those above it that are missing (0700).
  static func makeFolder(_ folder: String) throws {
    var info = stat()
    if stat(folder, &info) == 0 {
      if info.st_mode & S_IFMT == S_IFDIR { return }
      throw StoreError.io("\(folder) isn't a folder")
    }
    if let cut = folder.lastIndex(of: "/"), cut != folder.startIndex {
      try makeFolder(String(folder[..<cut]))
    }
    if mkdir(folder, 0o700) != 0, errno != EEXIST { throw failure(errno, at: folder) }
    try? sync(folder.lastIndex(of: "/").map { String(folder[..<$0]) + "/" } ?? ".")
  }

  /// What a failed system call at a path means.
  static func failure(_ code: Int32, at path: String) -> StoreError {
    switch code {
    case EACCES, EPERM, EROFS: .readOnly(path)
    case ENOSPC: .full(path)
    case EDQUOT: .overQuota(path)
    case EFBIG: .overLimit(path)
    case ENOENT, ENOTDIR: .missing(path)
    default: .io(reason(code, at: path))
    }
  }
}

/// What the system says about a failed call.
func reason(_ code: Int32, at path: String) -> String {
  "\(String(cString: strerror(code))) at \(path)"
}
