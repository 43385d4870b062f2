import Glibc
import TUI

/// Writes text to a file descriptor whole; false when it could not be.
@discardableResult
package func emit(_ text: String, to descriptor: Int32 = STDOUT_FILENO) -> Bool {
  var text = text
  return text.withUTF8 { emit($0, to: descriptor) }
}

/// Writes bytes to a file descriptor whole; false when they could not be.
package func emit(_ bytes: UnsafeBufferPointer<UInt8>, to descriptor: Int32) -> Bool {
  var done = 0
  while done < bytes.count {
    let count = write(descriptor, bytes.baseAddress! + done, bytes.count - done)
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return false }
    done += count
  }
  return true
}

/// One sentence on stderr, with nothing in it that a terminal would obey.
package func complain(_ sentence: String) {
  let line = "debrief: \(TextWidth.printable(sentence))\n"
  if Complaints.takes?(line) != true { emit(line, to: STDERR_FILENO) }
}

/// Who takes what is complained of while output that belongs before it isn't shown yet.
package enum Complaints {
  /// Whether a line is taken; one that isn't is said at once. Set by the thread that prints.
  nonisolated(unsafe) package static var takes: ((_ line: String) -> Bool)?
}

/// What can be written to a file or to stdout.
package protocol Deliverable {
  /// How many bytes it has.
  var byteCount: Int { get }
  /// Writes all of it; false when that failed, with the reason in `errno`.
  func emit(to descriptor: Int32) -> Bool
}

extension [UInt8]: Deliverable {
  /// Its bytes, as they are.
  package var byteCount: Int { count }
  /// Writes them whole; false when that can't be done.
  package func emit(to descriptor: Int32) -> Bool {
    withUnsafeBufferPointer { DebriefRunner.emit($0, to: descriptor) }
  }
}

extension String: Deliverable {
  /// Its bytes in UTF-8.
  package var byteCount: Int { utf8.count }
  /// Writes it whole; false when that can't be done.
  package func emit(to descriptor: Int32) -> Bool { DebriefRunner.emit(self, to: descriptor) }
}
