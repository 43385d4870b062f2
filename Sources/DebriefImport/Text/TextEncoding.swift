/// How the bytes of a text stand for its characters: what spreadsheets and mail programs write.
public enum TextEncoding: Hashable, Sendable {
  case utf8, utf16Little, utf16Big, windows1252
  /// One that the system turns into UTF-8.
  case other(Charset)

  /// What the first bytes say; nil where they say nothing.
  static func marked(_ head: some Collection<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    if head.starts(with: [0xef, 0xbb, 0xbf]) { return (.utf8, 3) }
    if head.starts(with: [0xff, 0xfe]) { return (.utf16Little, 2) }
    if head.starts(with: [0xfe, 0xff]) { return (.utf16Big, 2) }
    return nil
  }

  /// Whether a text without a mark is UTF-16: every other byte of plain Latin text is zero there.
  static func unmarked16(_ head: [UInt8]) -> TextEncoding? {
    guard head.count >= 4 else { return nil }
    var zeros = [0, 0]
    for (at, byte) in head.enumerated() where byte == 0 { zeros[at & 1] += 1 }
    let half = head.count / 2
    if zeros[1] * 10 >= half * 7, zeros[0] * 10 < half { return .utf16Little }
    if zeros[0] * 10 >= half * 7, zeros[1] * 10 < half { return .utf16Big }
    return nil
  }

  /// What the bytes 0x80 to 0x9F stand for in Windows-1252; those it leaves open stay what they are in
  /// Latin-1, as browsers have it (WHATWG Encoding).
  static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

/// Tells whether bytes that come in blocks are UTF-8 (RFC 3629).
struct UTF8Check {
  private(set) var isValid = true
  /// How many whole characters of more than one byte there were, and how many bytes that are part of none.
  private(set) var whole = 0
  private(set) var torn = 0
  /// Whether there is a zero byte, which no text has.
  private(set) var hasZero = false
  private var left = 0
  private var range: ClosedRange<UInt8> = 0x80...0xbf

  mutating func look(at bytes: some Sequence<UInt8>) {
    for byte in bytes {
      if left == 0, byte < 0x80 {
        if byte == 0 { hasZero = true }
        continue
      }
      if left > 0 {
        if range.contains(byte) {
          (left, range) = (left - 1, 0x80...0xbf)
          if left == 0 { whole += 1 }
          continue
        }
        (isValid, torn) = (false, torn + 1)
        (left, range) = (0, 0x80...0xbf)
        if byte < 0x80 {
          if byte == 0 { hasZero = true }
          continue
        }
      }
      switch byte {
      case 0xc2...0xdf: left = 1
      case 0xe0: (left, range) = (2, 0xa0...0xbf)
      case 0xed: (left, range) = (2, 0x80...0x9f)
      case 0xe1...0xef: left = 2
      case 0xf0: (left, range) = (3, 0x90...0xbf)
      case 0xf1...0xf3: left = 3
      case 0xf4: (left, range) = (3, 0x80...0x8f)
      default: (isValid, torn) = (false, torn + 1)
      }
    }
  }

  /// Whether all of it was UTF-8, to its end.
  var isWhole: Bool { isValid && left == 0 }

  /// Whether it is UTF-8 in which a few bytes were damaged, and nothing else: other encodings hardly ever make
  /// characters of UTF-8.
  var isDamaged: Bool { !isWhole && whole > 0 && whole >= torn * 4 }
}
