import CTerminal
import DebriefModel
import Glibc

/// What comes where lines are waited for.
package enum PlainLine: Equatable {
  /// A line, without its end.
  case line(String)
  /// A line whose last words a terminal has probably dropped: as much of it as came.
  case cut(String)
  /// A line that is no text, or longer than any text may be; the sentence says which.
  case unfit(String)
  /// Nothing came for as long as was to be waited.
  case timeout
  /// No more lines will come.
  case end
  /// A signal asks the program to end.
  case terminate(signal: Int32)
}

/// Where the lines of plain mode come from.
package protocol PlainLines: AnyObject {
  /// Waits for the next line; for ever where no time is given.
  func next(timeoutMilliseconds: Int?) -> PlainLine
  /// The lines that have come already: with the one before them, somebody pasted them.
  func waiting() -> [PlainLine]
}

extension PlainLines {
  /// None, where nothing comes by itself.
  package func waiting() -> [PlainLine] { [] }
}

/// Lines of a descriptor: a terminal, a pipe or a file.
package final class DescriptorLines: PlainLines {
  private let descriptor: Int32
  /// Whether a terminal puts the lines together, so that one can be corrected while it is typed.
  private let isTerminal: Bool
  private var bytes: [UInt8] = []
  private var isAtEnd = false

  /// So many bytes of a line does Linux keep, and drops the rest without a word.
  static let terminalLimit = 4_095

  /// From now on a signal that asks the program to end is told as one.
  package init(_ descriptor: Int32 = STDIN_FILENO) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
    dt_watch_end()
  }

  /// Waits for a line.
  package func next(timeoutMilliseconds: Int?) -> PlainLine {
    while true {
      if let line = cut() { return line }
      if isAtEnd { return .end }
      let ready = dt_wait_readable(descriptor, Int32(clamping: timeoutMilliseconds ?? -1))
      let signal = dt_asked_to_end()
      if signal != 0 { return .terminate(signal: signal) }
      if ready == 0 { return .timeout }
      if ready > 0 { read() }
    }
  }

  /// Milliseconds within which nobody types a second line, and the rest of a paste is there.
  private static let pasteGap: Int32 = 10

  /// The lines that have come already.
  package func waiting() -> [PlainLine] {
    var lines: [PlainLine] = []
    while !isAtEnd {
      while let line = cut() { lines.append(line) }
      guard dt_wait_readable(descriptor, DescriptorLines.pasteGap) > 0 else { break }
      read()
    }
    while let line = cut() { lines.append(line) }
    return lines
  }

  private func read() {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(descriptor, &block, block.count)
    if count < 0, errno == EINTR { return }
    if count <= 0 { isAtEnd = true } else { bytes += block[..<count] }
  }

  /// The first line of what has come; what stands after the last line end is one at the end only.
  private func cut() -> PlainLine? {
    guard let end = bytes.firstIndex(of: 0x0a) else {
      if bytes.count > TextLimit.bytes { return tooLong(bytes.count) }
      guard isAtEnd, !bytes.isEmpty else { return nil }
      defer { bytes = [] }
      return PlainLine(bytes[...])
    }
    defer { bytes.removeFirst(min(bytes.count, end + 1)) }
    let line = PlainLine(bytes[..<end])
    guard isTerminal, end == DescriptorLines.terminalLimit else { return line }
    return line.cut(bytes[..<end])
  }

  private func tooLong(_ count: Int) -> PlainLine {
    bytes = []
    return .unfit("That's too long: the limit is \(TextLimit.words).")
  }
}

extension PlainLine {
  /// A line of bytes: its controls are left out, as a paste leaves them out.
  package init(_ bytes: ArraySlice<UInt8>) {
    let bytes = bytes.last == 0x0d ? bytes.dropLast() : bytes
    guard bytes.count <= TextLimit.bytes else {
      self = .unfit("That's too long: the limit is \(TextLimit.words).")
      return
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      self = .unfit("That line isn't UTF-8, so it wasn't taken.")
      return
    }
    self = .line(Harmless.text(text))
  }

  /// The same of a line that was cut off after some byte, perhaps in the middle of a character.
  func cut(_ bytes: ArraySlice<UInt8>) -> PlainLine {
    if case .line(let text) = self { return .cut(text) }
    for dropped in 1...3 {
      if case .line(let text) = PlainLine(bytes.dropLast(dropped)) { return .cut(text) }
    }
    return self
  }
}
