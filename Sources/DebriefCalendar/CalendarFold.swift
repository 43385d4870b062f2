/// Lines of a calendar file: CR LF, at most 75 bytes, the rest on lines that begin with a blank.
enum CalendarFold {
  private static let width = 75

  /// Folds anew what libical folded. Version 3.0.16 counts the line's end as part of the line, and may
  /// fold between its carriage return and its line feed, which leaves a line that does not end.
  /// No text can be mistaken for a fold: libical writes its line feeds as `\n`.
  static func refolded(_ text: String) -> String {
    var out: [UInt8] = []
    for line in unfolded(text) {
      var column = 0
      for (n, byte) in line.enumerated() {
        // A character is not cut: its first byte is followed by those that begin with the bits 10.
        if byte & 0xc0 != 0x80 {
          let length = 1 + line[(n + 1)...].prefix { $0 & 0xc0 == 0x80 }.count
          if column + length > width {
            out += [0x0d, 0x0a, 0x20]
            column = 1
          }
        }
        out.append(byte)
        column += 1
      }
      out += [0x0d, 0x0a]
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The lines as they were before they were folded.
  static func unfolded(_ text: String) -> [[UInt8]] {
    // No text holds a carriage return: those that are there belong to ends of lines.
    let bytes = text.utf8.filter { $0 != 0x0d }
    var lines: [[UInt8]] = [[]]
    var at = 0
    while at < bytes.count {
      if bytes[at] != 0x0a {
        lines[lines.count - 1].append(bytes[at])
      } else if at + 1 < bytes.count, bytes[at + 1] == 0x20 {
        at += 1
      } else {
        lines.append([])
      }
      at += 1
    }
    return lines.filter { !$0.isEmpty }
  }
}
