import Foundation
import Glibc

/// Hands a text to `$VISUAL`, `$EDITOR` or vi and takes it back. The file is private (0600 in a
/// 0700 folder) and is removed only once its text is in the program's hands.
struct Editor {
  let folder: String
  let environment: [String: String]

  /// The program and its arguments, split at blanks, with simple quotes; never given to a shell.
  var command: [String] {
    for name in ["VISUAL", "EDITOR"] {
      if let value = environment[name] {
        let words = Editor.split(value)
        if !words.isEmpty { return words }
      }
    }
    return ["vi"]
  }

  /// Splits like a shell does, without evaluating anything.
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var inWord = false
    var quote: Character?
    var escaped = false
    for c in text {
      if escaped {
        word.append(c)
        escaped = false
      } else if c == "\\", quote != "'" {
        escaped = true
        inWord = true
      } else if let open = quote {
        if c == open { quote = nil } else { word.append(c) }
      } else if c == "'" || c == "\"" {
        quote = c
        inWord = true
      } else if c.isWhitespace {
        if inWord { words.append(word) }
        word = ""
        inWord = false
      } else {
        word.append(c)
        inWord = true
      }
    }
    if inWord { words.append(word) }
    return words
  }

  /// Runs the editor on the text. Nil when nothing was changed.
  func edit(_ text: String, name: String, run: ([String]) -> Int32) throws -> String? {
    try prepare()
    let path = "\(folder)/\(name)-\(getpid()).txt"
    unlink(path)
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Editor.failure("made", path) }
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 else {
        close(file)
        throw Editor.failure("written", path)
      }
      done += count
    }
    close(file)
    let status = run(command + [path])
    guard status == 0 else {
      let what = status == 127 ? "could not be started" : "ended with status \(status)"
      throw Failure("The editor \(command[0]) \(what); the text is kept in \(path).")
    }
    let back = try read(path)
    if back.allSatisfy(\.isWhitespace), !text.allSatisfy(\.isWhitespace) {
      throw Failure("The editor came back with nothing, so the text stays as it was; see \(path).")
    }
    unlink(path)
    let trimmed = back.hasSuffix("\n") && !text.hasSuffix("\n") ? String(back.dropLast()) : back
    return trimmed == text ? nil : trimmed
  }

  private func prepare() throws {
    let parents = folder.split(separator: "/").map(String.init)
    var path = ""
    for part in parents {
      path += "/" + part
      if access(path, F_OK) != 0, mkdir(path, 0o700) != 0, errno != EEXIST {
        throw Editor.failure("made", path)
      }
    }
  }

  private func read(_ path: String) throws -> String {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw Editor.failure("read back", path) }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG, info.st_uid == getuid(),
      info.st_size <= 16 << 20
    else {
      throw Failure("\(path) is no longer the plain file that was handed out; it was not read.")
    }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(file, &block, block.count)
      if count <= 0 { break }
      bytes += block[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Files of an editor session that did not end well, oldest names first.
  func leftBehind() -> [String] {
    guard let folder = opendir(self.folder) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".txt") { names.append("\(self.folder)/\(name)") }
    }
    return names.sorted()
  }

  private static func failure(_ what: String, _ path: String) -> Failure {
    Failure(
      "\(path) could not be \(what): \(String(cString: strerror(errno))).", code: ExitStatus.io)
  }
}
