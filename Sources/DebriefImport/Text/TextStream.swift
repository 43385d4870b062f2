/// A text in one of the encodings of ``TextEncoding``, block by block as UTF-8.
struct TextStream {
  /// Which one it is.
  let encoding: TextEncoding
  /// What there is to say about how it is read; nil for UTF-8 and what says so itself.
  private(set) var remark: String?
  private let source: ByteSource
  private let reader: CharsetReader?
  private var skip: Int
  /// Bytes of a character whose rest is in the next block.
  private var rest: [UInt8] = []
  private var block: [UInt8]

  /// Finds the encoding, which takes a look at all of it, and begins at the first character.
  ///
  /// - Throws: ``ImportFault`` for what is no text; whatever reading throws.
  init(_ source: ByteSource, blockSize: Int = 1 << 18) throws {
    self.source = source
    block = [UInt8](repeating: 0, count: max(4, blockSize))
    let head = try source.head(4096)
    var reader: CharsetReader?
    if let (encoding, length) = TextEncoding.marked(head) {
      (self.encoding, skip) = (encoding, length)
    } else if let wide = TextEncoding.unmarked16(head) {
      (encoding, skip) = (wide, 0)
    } else {
      skip = 0
      var check = UTF8Check()
      var guess = CharsetGuess()
      while true {
        let count = try block.withUnsafeMutableBytes(source.read)
        if count == 0 { break }
        check.look(at: block[..<count])
        guess.look(at: block[..<count])
      }
      if check.hasZero {
        throw ImportFault(.data, "\(source.name) has NUL bytes in it, so it isn't text.")
      }
      if check.isWhole {
        encoding = .utf8
      } else if check.isDamaged {
        encoding = .utf8
        remark = "Some of its characters are damaged. They're shown as \u{FFFD}."
      } else {
        guard let charset = guess.found() else {
          throw ImportFault(
            .data,
            "\(source.name) isn't UTF-8, and its encoding isn't clear. Save it as UTF-8, "
              + "and import that.")
        }
        if charset != .windows1252 { reader = CharsetReader(charset) }
        encoding = reader == nil ? .windows1252 : .other(charset)
        let names = charset.alphabets.isEmpty ? "a few names" : "names with accents"
        remark = "It isn't UTF-8, so it was read as \(charset.label). Check \(names)."
      }
    }
    self.reader = reader
    try source.rewind()
  }

  /// Begins anew.
  mutating func rewind() throws {
    try source.rewind()
    rest = []
    if let (_, length) = TextEncoding.marked(try source.head(4)) { skip = length }
  }

  /// Puts the next part of the text, as UTF-8, in place of what is in `text`; false at the end.
  mutating func next(_ text: inout [UInt8]) throws -> Bool {
    text.removeAll(keepingCapacity: true)
    while text.isEmpty {
      var count = try block.withUnsafeMutableBytes(source.read)
      if count == 0 {
        guard !rest.isEmpty else { return false }
        rest = []
        text += [0xef, 0xbf, 0xbd]
        return true
      }
      let start = min(skip, count)
      skip -= start
      count -= start
      if count == 0 { continue }
      convert(block[start..<(start + count)], &text)
    }
    return true
  }

  private mutating func convert(_ bytes: ArraySlice<UInt8>, _ text: inout [UInt8]) {
    switch encoding {
    case .utf8: text += bytes
    case .windows1252:
      for byte in bytes {
        put(
          (0x80...0x9f).contains(byte) ? TextEncoding.upper[Int(byte) - 0x80] : UInt32(byte), &text)
      }
    case .other: rest = reader?.read(rest + bytes, into: &text).rest ?? []
    case .utf16Little, .utf16Big:
      let all = rest + bytes
      var at = 0
      func unit(_ at: Int) -> UInt32 {
        let (a, b) = (UInt32(all[at]), UInt32(all[at + 1]))
        return encoding == .utf16Little ? a | b << 8 : a << 8 | b
      }
      while at + 1 < all.count {
        let first = unit(at)
        if (0xd800..<0xdc00).contains(first) {
          guard at + 3 < all.count else { break }
          let second = unit(at + 2)
          if (0xdc00..<0xe000).contains(second) {
            put(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00), &text)
            at += 4
            continue
          }
        }
        put(first, &text)
        at += 2
      }
      rest = Array(all[at...])
    }
  }

  /// A scalar as UTF-8; half of a pair becomes the sign for what cannot be read.
  private func put(_ value: UInt32, _ text: inout [UInt8]) {
    if value < 0x80 {
      text.append(UInt8(value))
    } else {
      text += Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    }
  }
}
