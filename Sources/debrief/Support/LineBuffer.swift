import TUI

/// Lines of a table on their way to stdout. Thousands of them are put together as bytes: what is
/// plain is copied, and only the rest is looked at as text.
struct LineBuffer {
  private var bytes: [UInt8] = []
  private var start = 0

  /// Adds a cell of exactly so many columns, one line, with nothing in it that a terminal would obey.
  mutating func cell(_ text: String, width: Int) {
    let before = bytes.count
    guard let columns = copy(text) else {
      bytes += TextWidth.pad(Output.clean(Self.flat(text)), to: width).utf8
      return
    }
    if columns <= width {
      blanks(width - columns)
    } else {
      cut(from: before, to: width)
    }
  }

  /// Adds text on one line, with nothing in it that a terminal would obey.
  mutating func text(_ text: String) {
    if copy(text) == nil { bytes += Output.clean(Self.flat(text)).utf8 }
  }

  /// Adds blanks.
  mutating func blanks(_ count: Int) {
    for _ in 0..<max(0, count) { bytes.append(0x20) }
  }

  /// Ends what was copied with an ellipsis after so many columns, each a character.
  private mutating func cut(from place: Int, to columns: Int) {
    guard columns > 0 else { return bytes.removeLast(bytes.count - place) }
    var end = place
    var left = columns
    while left > 0 {
      left -= 1
      if left == 0 { break }
      end += 1
      while end < bytes.count, bytes[end] & 0xc0 == 0x80 { end += 1 }
    }
    bytes.removeLast(bytes.count - end)
    bytes += [0xe2, 0x80, 0xa6]
  }

  /// Ends the line, without the blanks at its end, and writes what has come together when it is much.
  mutating func end() throws {
    while bytes.count > start, bytes[bytes.count - 1] == 0x20 { bytes.removeLast() }
    bytes.append(0x0a)
    start = bytes.count
    if bytes.count > 60_000 { try flush() }
  }

  /// Writes what is left.
  mutating func flush() throws {
    try Output.document(bytes)
    bytes.removeAll(keepingCapacity: true)
    start = 0
  }

  /// Copies a text that is one line of characters that any terminal shows in one column: ASCII, the
  /// middle dot, and U+2013 to U+2026, the dashes, quotes and dots between. Returns its columns, or
  /// nil, with nothing copied, for any other text.
  private mutating func copy(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { source in
      var i = 0
      var columns = 0
      while i < source.count {
        let byte = source[i]
        if byte >= 0x20, byte < 0x7f {
          i += 1
        } else if byte == 0xc2, i + 1 < source.count, source[i + 1] == 0xb7 {
          i += 2
        } else if byte == 0xe2, i + 2 < source.count, source[i + 1] == 0x80,
          (0x93...0xa6).contains(source[i + 2])
        {
          i += 3
        } else {
          return nil
        }
        columns += 1
      }
      bytes.append(contentsOf: source)
      return columns
    }
  }

  /// The lines of a text with a blank between them.
  static func flat(_ text: String) -> String {
    text.contains(where: \.isNewline)
      ? text.split(whereSeparator: \.isNewline).joined(separator: " ") : text
  }
}
