import Glibc
import TUI

/// Writes text to a file descriptor whole; false when it could not be.
@discardableResult
func emit(_ text: String, to descriptor: Int32 = STDOUT_FILENO) -> Bool {
  let bytes = Array(text.utf8)
  var done = 0
  while done < bytes.count {
    let count = bytes[done...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return false }
    done += count
  }
  return true
}

/// One sentence on stderr, with nothing in it that a terminal would obey.
func complain(_ sentence: String) {
  emit("debrief: \(TextWidth.printable(sentence))\n", to: STDERR_FILENO)
}
