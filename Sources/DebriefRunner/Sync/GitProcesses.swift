import Disk
import Glibc

/// The runs of git on this machine, as the system lists them.
enum GitProcesses {
  /// Whether one that a sync began is at work in a folder.
  ///
  /// - Parameter all: Whether those count, too, that others began.
  static func areAtWork(in folder: String, all: Bool) -> Bool {
    let mark = "\(GitProgram.mark)=\(folder)\0"
    return Directory("/proc").names.contains { process in
      guard process.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        text("/proc/\(process)/comm") == "git\n",
        !text("/proc/\(process)/cmdline").contains("credential")
      else { return false }
      if text("/proc/\(process)/environ").contains(mark) { return true }
      var buffer = [CChar](repeating: 0, count: 4096)
      let count = readlink("/proc/\(process)/cwd", &buffer, buffer.count - 1)
      guard all, count > 0 else { return false }
      let place = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      return place == folder || place.hasPrefix(folder + "/")
    }
  }

  private static func text(_ path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 17)
    let count = read(file, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
