/// Columns of text: how many it takes, and how to make it take fewer or more.
public enum TextWidth {
  /// The columns that `s` takes on one line.
  public static func columns(_ s: String) -> Int {
    Glyphs.withBytes(s) { bytes in
      var i = 0
      var total = 0
      while i < bytes.count { total += Int(Glyphs.next(bytes, &i).width) }
      return total
    }
  }

  /// `s` if it fits, else as much of its start as fits before the ellipsis.
  public static func truncate(_ s: String, to columns: Int, ellipsis: String = "…") -> String {
    let room = max(0, columns)
    if s.utf8.count <= room && s.utf8.allSatisfy({ $0 < 0x80 }) { return s }
    let tail = self.columns(ellipsis) <= room ? ellipsis : ""
    let kept = room - self.columns(tail)
    let cut: Int? = Glyphs.withBytes(s) { bytes in
      var i = 0
      var total = 0
      var cut = 0
      while i < bytes.count {
        total += Int(Glyphs.next(bytes, &i).width)
        if total > room { return cut }
        if total <= kept { cut = i }
      }
      return nil
    }
    guard let cut else { return s }
    return slice(of: s, bytes: 0..<cut) + tail
  }

  /// A heading and the name of what it is about on one line of at most `columns`, such as "Add a note · Acme":
  /// each of them cut with a sign where there is no room for both.
  public static func heading(_ title: String, about name: String, to columns: Int) -> String {
    if name.isEmpty { return truncate(title, to: columns) }
    if title.isEmpty { return truncate(name, to: columns) }
    let parting = " · "
    let room = columns - self.columns(parting)
    // The name keeps half of the room if it needs that: it tells one form from the same one of another.
    let kept = min(self.columns(name), max(room - self.columns(title), room / 2))
    guard kept > 1 else { return truncate(title + parting + name, to: columns) }
    return truncate(title, to: room - kept) + parting + truncate(name, to: kept)
  }

  /// `s` in exactly `columns` columns: truncated, or followed by blanks.
  public static func pad(_ s: String, to columns: Int) -> String {
    let cut = truncate(s, to: columns)
    return cut + String(repeating: " ", count: max(0, columns - self.columns(cut)))
  }

  /// `s` as lines of at most `width` columns: broken at line feeds, then between words, and inside
  /// a word only when it is longer than a line. Never empty; no more than the first `most` of them.
  public static func wrap(_ s: String, width: Int, most: Int = .max) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    for line in hardLines(s) {
      if lines.count >= most { break }
      var start = 0
      let count = line.utf8.count
      repeat {
        let row = Glyphs.withBytes(line) { RowBreaker.row($0, from: start, width: width) }
        let text = row.end == count && start == 0 ? line : slice(of: line, bytes: start..<row.end)
        // A glyph wider than the whole line cannot be shown.
        lines.append(width == 1 && columns(text) > 1 ? "\u{fffd}" : text)
        start = row.next
      } while start < count && lines.count < most
    }
    return lines
  }

  /// `s` without anything that could drive a terminal: what the screen would show of it. Line feeds
  /// stay.
  public static func printable(_ s: String) -> String {
    if s.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7f) || $0 == 0x0a }) { return s }
    var out: [UInt8] = []
    out.reserveCapacity(s.utf8.count + 16)
    func put(_ scalar: UInt32) {
      guard let scalar = Unicode.Scalar(scalar) else { return }
      if scalar.value < 0x80 { out.append(UInt8(scalar.value)) } else { out += scalar.utf8 }
    }
    for (n, line) in hardLines(s).enumerated() {
      if n > 0 { out.append(0x0a) }
      Glyphs.withBytes(line) { bytes in
        var i = 0
        while i < bytes.count {
          let glyph = Glyphs.next(bytes, &i)
          guard glyph.width > 0 else { continue }
          put(glyph.base)
          for k in 0..<4 where glyph.marks[k] != 0 { put(glyph.marks[k]) }
        }
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// `s` as a file or another program should get it: every character as it was typed, joiners and
  /// skin tones included, but nothing that controls a terminal or turns the direction of writing.
  public static func faithful(_ s: String) -> String {
    if s.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7f) || $0 == 0x0a }) { return s }
    var out = String.UnicodeScalarView()
    for (n, line) in hardLines(s).enumerated() {
      if n > 0 { out.append("\n") }
      for scalar in line.unicodeScalars {
        switch scalar.value {
        case 0x200c, 0x200d, 0xfe00...0xfe0f, 0x1f3fb...0x1f3ff, 0xe0020...0xe007f:
          out.append(scalar)
        default:
          switch Glyphs.kind(scalar.value) {
          case .dropped: break
          case .mark: out.append(scalar)
          case .columns(let shown, _): out.append(Unicode.Scalar(shown) ?? scalar)
          }
        }
      }
    }
    return String(out)
  }

  /// The lines of `s`, without their ends (LF, or CR LF).
  static func hardLines(_ s: String) -> [String] {
    guard hasLineFeed(s) else { return [s] }
    return Glyphs.withBytes(s) { bytes in
      bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map { line in
        String(decoding: line.last == 0x0d ? line.dropLast() : line, as: UTF8.self)
      }
    }
  }

  /// Whether `s` is more than one line.
  static func hasLineFeed(_ s: String) -> Bool { Glyphs.withBytes(s) { $0.contains(0x0a) } }

  /// `text` cut at its line feeds and nowhere else.
  static func splitAtLineFeeds(_ text: String) -> [String] {
    Glyphs.withBytes(text) { bytes in
      bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  /// The part of `s` between two byte offsets.
  static func slice(of s: String, bytes: Range<Int>) -> String {
    let from = s.utf8.index(s.startIndex, offsetBy: bytes.lowerBound)
    let to = s.utf8.index(s.startIndex, offsetBy: bytes.upperBound)
    return String(s[from..<to])
  }
}
