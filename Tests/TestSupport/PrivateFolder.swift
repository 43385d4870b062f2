import Disk
import Glibc

/// A private folder that is gone when the test is.
public final class PrivateFolder {
  /// Where it is.
  public let path: String

  /// Makes one.
  public init() {
    // In memory where the system offers it: syncing thousands of commits only costs time.
    let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array((base + "/debrief-test-XXXXXX").utf8CString)
    precondition(mkdtemp(&template) != nil)
    path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  deinit { remove(path) }

  /// The path of a file in it.
  public func callAsFunction(_ name: String = "debrief.db") -> String { path + "/" + name }

  /// The texts in it, by the names of their files.
  public var texts: [String: String] {
    var texts: [String: String] = [:]
    for name in Directory(path).names where name.hasSuffix(".txt") {
      texts[name] = String(decoding: fileBytes(self(name)), as: UTF8.self)
    }
    return texts
  }

  /// The names in it.
  public var names: [String] { Directory(path).names }

  private func remove(_ path: String) {
    var info = stat()
    guard lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in Directory(path).names { remove(path + "/" + name) }
    rmdir(path)
  }
}

/// What a file holds; nothing where there is none.
public func fileBytes(_ path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var all: [UInt8] = []
  var part = [UInt8](repeating: 0, count: 65536)
  while true {
    let count = fread(&part, 1, part.count, file)
    if count == 0 { return all }
    all += part[..<count]
  }
}

/// Writes a file.
public func writeFile(_ bytes: some Collection<UInt8>, to path: String) {
  guard let file = fopen(path, "w") else { return }
  fwrite(Array(bytes), 1, bytes.count, file)
  fclose(file)
}
