import TUI

/// Reads one key, or one run of text, at the start of some bytes.
struct SequenceParser {
  /// What was read, with its length in bytes.
  enum Step {
    case key(Key, Int)
    case pointer(Pointer, Int)
    case text(Int)
    case ignored(Int)
    case paste(Int)
    case answer(TerminalAnswer, Int)
    case incomplete
  }

  private let bytes: [UInt8]
  private let start: Int
  private let sequences: [InputDecoder.Sequence]
  private let longest: Int

  init(_ bytes: [UInt8], from start: Int, sequences: [InputDecoder.Sequence], longest: Int) {
    self.bytes = bytes
    self.start = start
    self.sequences = sequences
    self.longest = longest
  }

  /// Reads. If `final`, no more bytes will come, and nothing is incomplete.
  func next(final: Bool) -> Step {
    let first = bytes[start]
    if first >= 0x20, first != 0x7f { return text(final: final) }
    if let known = longestKnown() { return .key(known.key, known.bytes.count) }
    if first == 0x1b { return escape(final: final) }
    return .key(Self.control(first), 1)
  }

  /// The longest sequence of this terminal that stands here; the last of equals.
  private func longestKnown() -> InputDecoder.Sequence? {
    let room = min(longest, bytes.count - start)
    var found: InputDecoder.Sequence?
    for sequence in sequences
    where sequence.bytes.count <= room && sequence.bytes.count >= found?.bytes.count ?? 1
      && sequence.bytes.indices.allSatisfy({ sequence.bytes[$0] == bytes[start + $0] })
    {
      found = sequence
    }
    return found
  }

  /// The key that sends one control byte.
  static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: return .ctrl(" ")
    case 0x09: return Key(.tab)
    case 0x0d: return Key(.enter)
    case 0x1b: return Key(.escape)
    case 0x7f: return Key(.backspace)
    case 0x01...0x1a: return .ctrl(Character(Unicode.Scalar(byte + 0x60)))
    default: return .ctrl(Character(Unicode.Scalar(byte + 0x40)))
    }
  }

  /// Bytes up to the next control; the start of a character whose end is missing is left.
  private func text(final: Bool) -> Step {
    var end = start
    while end < bytes.count, bytes[end] >= 0x20, bytes[end] != 0x7f { end += 1 }
    if final || end < bytes.count { return .text(end - start) }
    let whole = end - Self.cutOff(bytes[start..<end])
    return whole > start ? .text(whole - start) : .incomplete
  }

  /// How many bytes a character has that begins with one; 1 where none does.
  private static func length(_ first: UInt8) -> Int {
    switch first {
    case 0xc2..<0xe0: 2
    case 0xe0..<0xf0: 3
    case 0xf0..<0xf5: 4
    default: 1
    }
  }

  /// How many bytes at the end may be the start of a character.
  static func cutOff(_ bytes: ArraySlice<UInt8>) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.endIndex - back]
      if byte & 0xc0 == 0x80 { continue }
      return length(byte) > back ? back : 0
    }
    return 0
  }

  private func escape(final: Bool) -> Step {
    guard start + 1 < bytes.count else {
      return final ? .key(Key(.escape), 1) : .incomplete
    }
    switch TerminalAnswer.read(bytes[start...]) {
    case .none: break
    case .perhaps: if !final { return .incomplete }
    // Its end comes, however late: what was read of it is no key.
    case .begun: return .incomplete
    case .whole(let answer, let length):
      return answer.map { .answer($0, length) } ?? .ignored(length)
    }
    let second = bytes[start + 1]
    switch second {
    case 0x5b: return controlSequence(final: final)
    case 0x4f: return singleShift(final: final)
    case 0x1b: return escapeTwice(final: final)
    case 0x20..<0x7f: return .key(.alt(Character(Unicode.Scalar(second))), 2)
    case 0x80...0xff: return altText(final: final)
    default:
      var key = Self.control(second)
      key.modifiers.insert(.alt)
      return .key(key, 2)
    }
  }

  /// ESC before a whole sequence is Alt with its key, as rxvt sends it; else two keys.
  private func escapeTwice(final: Bool) -> Step {
    guard start + 2 < bytes.count else {
      return final ? .key(Key(.escape), 1) : .incomplete
    }
    guard bytes[start + 2] == 0x5b || bytes[start + 2] == 0x4f else {
      return .key(Key(.escape), 1)
    }
    let inner = SequenceParser(bytes, from: start + 1, sequences: sequences, longest: longest)
    switch inner.next(final: final) {
    case .key(var key, let length):
      // ESC, ESC [ without an end: Esc and Alt-[.
      guard length > 2 else { return .key(Key(.escape), 1) }
      key.modifiers.insert(.alt)
      return .key(key, length + 1)
    case .incomplete: return .incomplete
    // The Esc key, and what comes behind it.
    case .text, .ignored, .paste, .pointer, .answer: return .key(Key(.escape), 1)
    }
  }

  private func altText(final: Bool) -> Step {
    let rest = bytes[(start + 1)...]
    var end = start + 2
    // No more of what follows than belongs to it: the rest may come later, and is typed then, too.
    let most = start + 1 + Self.length(bytes[start + 1])
    while end < min(bytes.count, most), bytes[end] & 0xc0 == 0x80 { end += 1 }
    if !final, end == bytes.count, Self.cutOff(rest) == rest.count { return .incomplete }
    let text = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    guard text.count == 1, let character = text.first, character != "\u{fffd}" else {
      return .key(Key(.escape), 1)
    }
    return .key(.alt(character), end - start)
  }

  /// ESC O: the function keys of the application mode.
  private func singleShift(final: Bool) -> Step {
    var end = start + 2
    while end < bytes.count, (0x30...0x3b).contains(bytes[end]), end < start + 8 { end += 1 }
    guard end < bytes.count else {
      return final ? .key(.alt("O"), 2) : .incomplete
    }
    let numbers = Self.numbers(bytes[(start + 2)..<end])
    let held = Self.modifiers(numbers.last ?? 1)
    let length = end - start + 1
    if let key = KeyCodes.singleShift(bytes[end], held) { return .key(key, length) }
    // Nothing that a terminal sends: Alt-O, and whatever follows.
    return .key(.alt("O"), 2)
  }

  /// ESC [: parameters, then a final byte.
  private func controlSequence(final: Bool) -> Step {
    var end = start + 2
    if end < bytes.count, bytes[end] == 0x5b {
      // The function keys F1 to F5 of the Linux console.
      guard end + 1 < bytes.count else { return final ? .key(.alt("["), 2) : .incomplete }
      if (0x41...0x45).contains(bytes[end + 1]) {
        return .key(Key(.function(Int(bytes[end + 1]) - 0x40)), 4)
      }
      return .ignored(3)
    }
    let limit = min(bytes.count, start + 64)
    while end < limit, (0x20...0x3f).contains(bytes[end]) {
      // rxvt ends the sequences of keys held with Shift in $.
      if bytes[end] == 0x24, end > start + 2, (0x30...0x39).contains(bytes[start + 2]) { break }
      end += 1
    }
    guard end < bytes.count else {
      if !final { return .incomplete }
      return end == start + 2 ? .key(.alt("["), 2) : .ignored(end - start)
    }
    let last = bytes[end]
    guard (0x40...0x7e).contains(last) || last == 0x24 else {
      return end == start + 2 ? .key(.alt("["), 2) : .ignored(end - start)
    }
    let length = end - start + 1
    let parameters = bytes[(start + 2)..<end]
    if last == 0x4d, parameters.isEmpty { return oldMouse(from: end + 1, final: final) }
    if parameters.first == 0x3c, last == 0x4d || last == 0x6d {
      return MouseCodes.pointer(parameters.dropFirst(), isPressed: last == 0x4d)
        .map { .pointer($0, length) } ?? .ignored(length)
    }
    if let mark = parameters.first, (0x3c...0x3f).contains(mark) { return .ignored(length) }
    let numbers = Self.numbers(parameters)
    if last == 0x7e, numbers.first == 200 { return .paste(length) }
    return KeyCodes.controlSequence(last, numbers).map { .key($0, length) } ?? .ignored(length)
  }

  /// What terminals send that know no other way to report the mouse: three bytes, whatever they are. None
  /// of them is a key.
  private func oldMouse(from first: Int, final: Bool) -> Step {
    guard first + 3 <= bytes.count else {
      return final ? .ignored(bytes.count - start) : .incomplete
    }
    let length = first + 3 - start
    return MouseCodes.pointer(old: bytes[first..<(first + 3)]).map { .pointer($0, length) }
      ?? .ignored(length)
  }

  static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.isEmpty
      ? []
      : bytes.split(separator: 0x3b, omittingEmptySubsequences: false).map { part in
        // A colon parts subparameters, of which the first one counts.
        part.prefix { $0 != 0x3a }.reduce(0) { min($0 * 10 + Int($1 & 0x0f), 0x110000) }
      }
  }

  /// The modifiers that a parameter stands for, one more than their bits.
  static func modifiers(_ parameter: Int) -> Key.Modifiers {
    let bits = max(0, parameter - 1)
    var held: Key.Modifiers = []
    if bits & 1 != 0 { held.insert(.shift) }
    if bits & (2 | 8) != 0 { held.insert(.alt) }
    if bits & 4 != 0 { held.insert(.control) }
    return held
  }
}
