import Glibc

/// A small private file in the folder of drafts and backups, such as what was typed before: read whole and
/// written whole. That it can't be is no reason to stop, for nothing of the notes is in it.
struct StateFile {
  /// Where it is.
  let path: String
  private let folder: String
  /// In bytes: what is longer is none of ours.
  private let limit: Int

  init(_ name: String, in paths: Paths, limit: Int) {
    (folder, path, self.limit) = (paths.state, paths.state + "/" + name, limit)
  }

  /// Its text; nil where there is none that is ours.
  var text: String? {
    // Nobody waits for the other end of a pipe.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_size <= limit else {
      return nil
    }
    var bytes = [UInt8](repeating: 0, count: Int(info.st_size))
    let count = read(file, &bytes, bytes.count)
    return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// Puts a text in its place.
  func write(_ text: String) {
    StateFile.make(folder)
    try? FileOutput.write(text, to: path)
  }

  /// Makes a folder and those above it that are missing.
  private static func make(_ folder: String) {
    guard mkdir(folder, 0o700) != 0, errno == ENOENT, let cut = folder.lastIndex(of: "/"),
      cut > folder.startIndex
    else { return }
    make(String(folder[..<cut]))
    mkdir(folder, 0o700)
  }
}
