import TUI

/// Turns the bytes a terminal sends into events. Pure: give it bytes in whatever pieces they come.
public struct InputDecoder: Sendable {
  /// What a terminal sends for a key.
  public struct Sequence: Hashable, Sendable {
    /// The bytes.
    public var bytes: [UInt8]
    /// The key.
    public var key: Key
    /// Makes a sequence.
    public init(_ bytes: [UInt8], _ key: Key) {
      self.bytes = bytes
      self.key = key
    }
  }

  private var pending: [UInt8] = []
  private var pasted: [UInt8]?
  private var searched = 0
  /// Whether the beginning of the paste was let go of, for there was too much of it.
  private var isTooLong = false
  /// What the terminal said of itself, until it is taken.
  private var answers: [TerminalAnswer] = []
  /// What was taken for keys last, where an answer may have begun so.
  private var severed: [UInt8] = []
  private let pasteLimit: Int
  private let sequences: [Sequence]
  private let longest: Int

  /// A decoder that knows the sequences of most terminals, and `sequences`, those of this one.
  ///
  /// - Parameter pasteLimit: So many bytes of a paste are taken; of one that is longer nothing is.
  public init(sequences: [Sequence] = [], pasteLimit: Int = 1 << 20) {
    self.sequences = sequences
    self.pasteLimit = pasteLimit
    longest = sequences.map(\.bytes.count).max() ?? 0
  }

  /// What a decoder has the start of.
  public enum Unfinished: Sendable {
    /// ESC, alone or with one more byte: most likely the Esc key, or a key with Alt.
    case escape
    /// A sequence or a character; nobody types that.
    case sequence
    /// A paste.
    case paste
  }

  /// What has begun and not ended, if anything.
  public var unfinished: Unfinished? {
    if pasted != nil { return .paste }
    guard let first = pending.first else { return nil }
    // Waited for without a timer: nothing is held up by it.
    if TerminalAnswer.read(pending[...]) == .begun { return nil }
    return first == 0x1b && pending.count <= 2 ? .escape : .sequence
  }

  /// What the terminal said of itself since this was asked last.
  mutating func takeAnswers() -> [TerminalAnswer] {
    if answers.isEmpty { return [] }
    defer { answers = [] }
    return answers
  }

  /// Takes bytes and returns the events they complete.
  public mutating func feed(_ bytes: some Collection<UInt8>) -> [InputEvent] {
    if !severed.isEmpty {
      // An answer whose first bytes came alone and were taken for keys: its rest must not be typed.
      if TerminalAnswer.isRest(bytes, of: severed), pending.isEmpty, pasted == nil {
        pending = severed
      }
      severed = []
    }
    // One plain character, and nothing begun: what most keys are.
    if bytes.count == 1, let byte = bytes.first, byte >= 0x20, byte < 0x7f, pending.isEmpty,
      pasted == nil
    {
      return [.key(.char(Character(Unicode.Scalar(byte))))]
    }
    var events: [InputEvent] = []
    if pasted == nil { pending += bytes } else { pasted? += bytes }
    while true {
      if pasted != nil {
        guard endPaste(&events) else { return events }
      }
      decode(&events, final: false)
      guard pasted != nil else { return events }
      // What follows the start of a paste is part of it.
      pasted = pending
      pending = []
    }
  }

  /// Nothing more came for a while: takes what is there as it stands. A lone ESC is the Esc key.
  public mutating func flush() -> [InputEvent] {
    var events: [InputEvent] = []
    if let text = pasted {
      pasted = nil
      searched = 0
      events.append(paste(text[...]))
    }
    if TerminalAnswer.isStart(pending) { severed = pending }
    decode(&events, final: true)
    return events
  }

  private static let pasteEnd: [UInt8] = [0x1b, 0x5b, 0x32, 0x30, 0x31, 0x7e]

  /// Looks for the end of the paste, in what has not been looked at. What follows is pending.
  private mutating func endPaste(_ events: inout [InputEvent]) -> Bool {
    guard let text = pasted else { return true }
    let end = Self.pasteEnd
    let start = max(0, searched - end.count + 1)
    let found: Int? = text.withUnsafeBufferPointer { bytes in
      for i in start..<max(start, bytes.count - end.count + 1)
      where bytes[i] == 0x1b && (1..<end.count).allSatisfy({ bytes[i + $0] == end[$0] }) {
        return i
      }
      return nil
    }
    guard let found else {
      searched = text.count
      // Line ends may be two bytes and become one.
      if text.count > 2 * pasteLimit {
        isTooLong = true
        pasted = Array(text.suffix(end.count - 1))
        searched = end.count - 1
      }
      return false
    }
    events.append(paste(text[..<found]))
    pending = Array(text[(found + end.count)...])
    pasted = nil
    searched = 0
    return true
  }

  /// The event of a paste that is complete.
  private mutating func paste(_ bytes: ArraySlice<UInt8>) -> InputEvent {
    let text = isTooLong ? "" : Self.pastedText(bytes)
    defer { isTooLong = false }
    return isTooLong || text.utf8.count > pasteLimit ? .tooLong : .paste(text)
  }

  /// Pasted bytes as text; line ends become line feeds.
  private static func pastedText(_ bytes: some Collection<UInt8>) -> String {
    guard bytes.contains(0x0d) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var afterReturn = false
    for byte in bytes {
      if byte == 0x0d {
        text.append(0x0a)
      } else if byte != 0x0a || !afterReturn {
        text.append(byte)
      }
      afterReturn = byte == 0x0d
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Decodes what is pending; what is incomplete stays, unless this is final.
  private mutating func decode(_ events: inout [InputEvent], final: Bool) {
    var i = 0
    while i < pending.count, pasted == nil {
      let step = SequenceParser(pending, from: i, sequences: sequences, longest: longest)
        .next(final: final)
      switch step {
      case .incomplete:
        pending.removeFirst(i)
        return
      case .key(let key, let length):
        events.append(.key(key))
        i += length
      case .pointer(let pointer, let length):
        events.append(.pointer(pointer))
        i += length
      case .text(let length):
        Self.type(pending[i..<(i + length)], &events)
        i += length
      case .ignored(let length): i += length
      case .answer(let answer, let length):
        answers.append(answer)
        i += length
      case .paste(let length):
        pasted = []
        i += length
      }
    }
    pending.removeFirst(i)
  }

  /// Typed text, one event for each character as the user sees it.
  private static func type(_ bytes: ArraySlice<UInt8>, _ events: inout [InputEvent]) {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      for byte in bytes { events.append(.key(.char(Character(Unicode.Scalar(byte))))) }
      return
    }
    for character in String(decoding: bytes, as: UTF8.self) {
      events.append(.key(.char(character)))
    }
  }
}
