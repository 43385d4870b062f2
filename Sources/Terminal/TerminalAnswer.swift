/// What a terminal says of itself when it is asked. An answer comes as input does and may come late, or never:
/// it is told apart from keys whenever it comes, so that none is ever typed into a text.
enum TerminalAnswer: Equatable, Sendable {
  /// The color behind everything; the parts are 0 to 1.
  case background(red: Double, green: Double, blue: Double)
  /// What the terminal says of a private mode: 0 not known, 1 on, 2 off, 3 always on, 4 always off.
  case mode(Int, Int)

  /// Asks for the color behind everything (OSC 11).
  static let askBackground = "\u{1b}]11;?\u{1b}\\"
  /// Asks whether a frame can be held back until it is whole (DECRQM of mode 2026).
  static let askSynchronised = "\u{1b}[?2026$p"

  /// What answers begin with; nobody types that.
  private static let heads = ["\u{1b}]11;", "\u{1b}[?2026;"].map { Array($0.utf8) }
  /// An answer that is longer is none.
  private static let longest = 64

  /// What stands at the start of some bytes.
  enum Reading: Equatable {
    case none
    /// The start of a head: an answer, or a key with Alt.
    case perhaps
    /// An answer whose end is missing.
    case begun
    /// So many bytes; nil for an answer to nothing that is asked.
    case whole(TerminalAnswer?, Int)
  }

  /// Reads an answer.
  static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    if let head = heads.first(where: { bytes.starts(with: $0) }) {
      return head[1] == 0x5d ? color(bytes, head.count) : mode(bytes, head.count)
    }
    // A lone ESC is the key, and what follows it is not known.
    let isStart = bytes.count > 1 && heads.contains { $0.starts(with: bytes) }
    return isStart ? .perhaps : .none
  }

  /// Whether bytes that begin an answer were taken for keys, for the rest was late, and `rest` is that rest.
  static func isRest(_ rest: some Collection<UInt8>, of start: [UInt8]) -> Bool {
    !start.isEmpty
      && heads.contains {
        $0.count > start.count && $0.starts(with: start)
          && rest.starts(with: $0.dropFirst(start.count))
      }
  }

  /// Whether bytes are the start of an answer's head.
  static func isStart(_ bytes: [UInt8]) -> Bool {
    !bytes.isEmpty && heads.contains { $0.count > bytes.count && $0.starts(with: bytes) }
  }

  /// `rgb:1c1c/1c1c/1c1c` or the like, up to BEL or ESC \.
  private static func color(_ bytes: ArraySlice<UInt8>, _ head: Int) -> Reading {
    let start = bytes.startIndex
    let text = bytes[(start + head)...].prefix { isOfColor($0) }
    let end = text.endIndex
    // Always the same number, however much of it has come.
    guard end - start <= longest else { return .whole(nil, longest) }
    guard end < bytes.endIndex else { return .begun }
    if bytes[end] == 0x07 { return .whole(background(text), end - start + 1) }
    // What no answer holds ends it: that is a key again.
    guard bytes[end] == 0x1b else { return .whole(nil, end - start) }
    guard end + 1 < bytes.endIndex else { return .begun }
    return bytes[end + 1] == 0x5c
      ? .whole(background(text), end - start + 2) : .whole(nil, end - start)
  }

  private static func isOfColor(_ byte: UInt8) -> Bool {
    switch byte {
    // 0 to 9 and the colon, letters of either case, the slash and the number sign.
    case 0x30...0x3a, 0x41...0x46, 0x61...0x67, 0x72, 0x2f, 0x23: true
    default: false
    }
  }

  private static func background(_ text: ArraySlice<UInt8>) -> TerminalAnswer? {
    let words = String(decoding: text, as: UTF8.self)
    guard let colon = words.firstIndex(of: ":") else { return nil }
    let parts = words[words.index(after: colon)...].split(separator: "/").map { part -> Double? in
      guard (1...4).contains(part.utf8.count), let number = Int(part, radix: 16) else { return nil }
      return Double(number) / Double((1 << (4 * part.utf8.count)) - 1)
    }
    // Some add how opaque it is.
    guard parts.count == 3 || parts.count == 4, let red = parts[0], let green = parts[1],
      let blue = parts[2]
    else { return nil }
    return .background(red: red, green: green, blue: blue)
  }

  /// `2$y`
  private static func mode(_ bytes: ArraySlice<UInt8>, _ head: Int) -> Reading {
    let start = bytes.startIndex
    let digits = bytes[(start + head)...].prefix { (0x30...0x39).contains($0) }
    var end = digits.endIndex
    for byte: UInt8 in [0x24, 0x79] {
      guard digits.count <= 2 else { return .none }
      guard end < bytes.endIndex else { return .begun }
      // Some other report; its end is found as that of any.
      guard bytes[end] == byte else { return .none }
      end += 1
    }
    let value = digits.reduce(0) { $0 * 10 + Int($1 & 0x0f) }
    return .whole(digits.isEmpty ? nil : .mode(2026, value), end - start)
  }
}
