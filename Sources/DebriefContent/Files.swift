import CResources
import Disk
import Glibc

/// The bytes of the files: those compiled in, and those of the user.
enum Files {
  /// A file of the user's larger than this is not read.
  static let limit = 1 << 20

  /// The names of the files compiled in, in order.
  static var shipped: [String] {
    (0..<cres_count()).compactMap { index in
      cres_at(index).map { String(cString: $0.pointee.name) }
    }
  }

  /// The folders the files compiled in lie in, in order.
  static var folders: [String] {
    var folders: [String] = []
    for name in shipped {
      guard let cut = name.lastIndex(of: "/") else { continue }
      let folder = String(name[..<cut])
      if folders.last != folder { folders.append(folder) }
    }
    return folders
  }

  /// The names of the files in a folder on disk, in order, without hidden ones and an editor's copies.
  static func names(in folder: String) -> [String] {
    let folder = Directory(folder)
    return folder.names.filter { name in
      var facts = stat()
      return name.first != "." && name.last != "~" && stat(folder.path(of: name), &facts) == 0
        && facts.st_mode & S_IFMT == S_IFREG
    }.sorted()
  }

  /// Whether there is a folder of that name on disk.
  static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// The bytes of a file that is compiled in.
  static func bytes(ofShipped name: String) -> UnsafeBufferPointer<UInt8>? {
    cres_find(name).map { UnsafeBufferPointer(start: $0.pointee.bytes, count: $0.pointee.count) }
  }

  /// The text of a file that is compiled in.
  static func text(ofShipped name: String) -> String? {
    bytes(ofShipped: name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a file on disk; nil when there is none, a fault when it cannot be read.
  static func bytes(at path: String) throws(Fault) -> [UInt8]? {
    func fault(_ message: String) -> Fault { Fault(file: path, line: 0, message: message) }
    let handle = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard handle >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw fault("cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { close(handle) }
    var facts = stat()
    guard fstat(handle, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw fault("is not a file")
    }
    guard facts.st_size <= limit else { throw fault("is larger than 1 MiB") }
    do {
      return try WholeFile(handle).bytes(limit: limit)
    } catch {
      switch error {
      case .tooLong: throw fault("is larger than 1 MiB")
      case .unreadable(let number):
        throw fault("cannot be read: \(String(cString: strerror(number)))")
      }
    }
  }

  /// The text of a file on disk; nil when there is none, a fault when it is not UTF-8.
  static func text(at path: String) throws(Fault) -> String? {
    guard let bytes = try bytes(at: path) else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(file: path, line: 0, message: "is not UTF-8 text")
    }
    return text
  }
}
