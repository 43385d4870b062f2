/// A letter in words, sentences and regions. Taken apart once for all rules; everything is told in
/// bytes, and turned into characters only for what is shown.
struct LetterProse {
  /// The text.
  let bytes: [UInt8]
  private(set) var tokens: [LetterToken] = []
  /// The lines, in bytes, without their ends.
  private(set) var lines: [Range<Int>] = []
  /// How many sentences there are.
  private(set) var sentences = 0

  /// Takes a text apart into lines and words; regions and sentences follow with ``arrange(_:)``.
  init(_ text: String) {
    bytes = Array(text.utf8)
    split()
  }

  /// The words of a phrase, as they are compared.
  static func keys(_ phrase: String) -> [String] { LetterProse(phrase).tokens.map(\.key) }

  /// The words at a range of bytes, as they stand.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The character at a byte, and how many bytes it has. The bytes come from a string, so they are
  /// well formed.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, count: Int) {
    let lead = UInt32(bytes[index])
    func next(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset]) & 0x3F }
    if lead < 0x80 { return (Unicode.Scalar(UInt8(lead)), 1) }
    if lead < 0xE0 { return (Unicode.Scalar((lead & 0x1F) << 6 | next(1)) ?? " ", 2) }
    if lead < 0xF0 {
      return (Unicode.Scalar((lead & 0x0F) << 12 | next(1) << 6 | next(2)) ?? " ", 3)
    }
    return (
      Unicode.Scalar((lead & 7) << 18 | next(1) << 12 | next(2) << 6 | next(3)) ?? " ", 4
    )
  }

  private func kind(at index: Int) -> (LetterClass, Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (LetterClass.ascii[Int(byte)], 1) }
    let (scalar, count) = scalar(at: index)
    return (LetterClass(scalar), count)
  }

  // MARK: - Words

  private mutating func split() {
    tokens.reserveCapacity(bytes.count / 5)
    var index = 0
    var lineStart = 0
    var close = false
    // Up to where words are no prose, as the piece between two blanks says.
    var opaqueEnd = 0
    var pieceStart = true
    var quotedLine = false
    while index < bytes.count {
      let (kind, count) = kind(at: index)
      switch kind {
      case .line:
        lines.append(lineStart..<index)
        if bytes[index] == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { index += 1 }
        index += count
        lineStart = index
        pieceStart = true
        quotedLine = false
        continue
      case .blank:
        pieceStart = true
        index += count
        continue
      case .apostrophe, .other:
        if pieceStart {
          if index == lineStart, bytes[index] == UInt8(ascii: ">") { quotedLine = true }
          opaqueEnd = opaquePiece(from: index)
          pieceStart = false
        }
        close = false
        index += count
        continue
      case .word(let traits):
        if pieceStart { opaqueEnd = opaquePiece(from: index) }
        pieceStart = false
        let end = word(from: index, count, traits, line: lines.count, close: close)
        if index < opaqueEnd { tokens[tokens.count - 1].traits.insert(.opaque) }
        if quotedLine { tokens[tokens.count - 1].traits.formUnion([.opaque, .quoted]) }
        index = end
        close = true
      }
    }
    lines.append(lineStart..<bytes.count)
  }

  /// Reads one word and gives where it ends.
  private mutating func word(
    from start: Int, _ first: Int, _ firstTraits: LetterToken.Traits, line: Int, close: Bool
  ) -> Int {
    var traits = firstTraits
    if traits.contains(.innerCapital) {
      traits.remove(.innerCapital)
      traits.insert(.capital)
    }
    let unspaced = traits.contains(.unspaced)
    var end = start + first
    loop: while end < bytes.count {
      let (kind, count) = kind(at: end)
      switch kind {
      case .word(let more):
        if more.contains(.unspaced) != unspaced, !(more == [.wide]) { break loop }
        traits.formUnion(more)
        end += count
      case .apostrophe:
        guard end + count < bytes.count,
          case (.word(let more), let next) = self.kind(at: end + count),
          !more.contains(.unspaced), !unspaced
        else { break loop }
        traits.formUnion(more)
        traits.insert(.apostrophe)
        end += count + next
      default: break loop
      }
    }
    if close { traits.insert(.close) }
    let key: String
    if traits.contains(.wide) || bytes[start..<end].contains(where: { $0 >= 0x80 }) {
      var plain = ""
      for scalar in String(decoding: bytes[start..<end], as: UTF8.self).lowercased().unicodeScalars
      {
        plain.unicodeScalars.append(scalar == "\u{2019}" ? "'" : scalar)
      }
      key = plain
    } else {
      key = String(unsafeUninitializedCapacity: end - start) { buffer in
        for offset in 0..<(end - start) {
          let byte = bytes[start + offset]
          buffer[offset] = byte >= 65 && byte <= 90 ? byte | 0x20 : byte
        }
        return end - start
      }
    }
    tokens.append(LetterToken(start: start, end: end, key: key, traits: traits, line: line))
    return end
  }

  /// Where a piece between blanks ends that is an address, a link or a file name; its start when it
  /// is none.
  private func opaquePiece(from start: Int) -> Int {
    var end = start
    var opaque = false
    func isWord(_ index: Int) -> Bool {
      guard index >= start, index < bytes.count else { return false }
      let byte = bytes[index]
      if byte >= 0x80 { return true }
      if case .word = LetterClass.ascii[Int(byte)] { return true }
      return false
    }
    while end < bytes.count, bytes[end] > 0x20 {
      switch bytes[end] {
      case UInt8(ascii: "@"), UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "#"):
        opaque = opaque || isWord(end + 1) || isWord(end - 1)
      case UInt8(ascii: "."), UInt8(ascii: "="):
        opaque = opaque || (isWord(end - 1) && isWord(end + 1))
      case UInt8(ascii: "/"):
        opaque =
          opaque || (end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "/"))
          || !isWord(end - 1)
      default: break
      }
      end += 1
    }
    return opaque ? end : start
  }

  // MARK: - Sentences

  /// Gives each word its region, its sentence and its paragraph. What is no letter, such as a subject,
  /// is all body.
  mutating func arrange(_ index: PhraseIndex, isLetter: Bool = true) {
    markQuotes()
    if isLetter { markRegions(index) }
    var sentence = 0
    var paragraph = 0
    for at in tokens.indices {
      if at > 0 {
        let (before, here) = (tokens[at - 1], tokens[at])
        let newParagraph = here.line > before.line && parts(before.line, here.line)
        if newParagraph { paragraph += 1 }
        if newParagraph || before.region != here.region || ends(before, here, index) {
          sentence += 1
        }
      }
      if at == 0 || sentence != tokens[at - 1].sentence { tokens[at].traits.insert(.first) }
      tokens[at].sentence = sentence
      tokens[at].paragraph = paragraph
    }
    sentences = tokens.isEmpty ? 0 : sentence + 1
  }

  /// Whether an empty line or the sign of a list stands between two lines.
  private func parts(_ a: Int, _ b: Int) -> Bool {
    if b - a > 1 { return true }
    var start = lines[b].lowerBound
    while start < lines[b].upperBound, bytes[start] == 32 || bytes[start] == 9 { start += 1 }
    guard start < lines[b].upperBound else { return true }
    switch bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var end = start
      while end < lines[b].upperBound, (48...57).contains(bytes[end]) { end += 1 }
      return end < lines[b].upperBound
        && (bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")"))
    default: return bytes[start...].starts(with: Array("•".utf8))
    }
  }

  /// Titles that are written with a full stop. What else stands before a name, such as "team", ends a
  /// sentence like any other word.
  private static let shortened: Set<String> = [
    "mr", "mrs", "ms", "mx", "dr", "prof", "st", "jr", "sr", "sra", "srta", "mme", "mlle", "hr",
    "fr", "dipl", "ing", "rev", "hon",
  ]

  /// Whether a sentence ends between two words.
  private func ends(_ before: LetterToken, _ here: LetterToken, _ index: PhraseIndex) -> Bool {
    var at = before.end
    while at < here.start {
      switch bytes[at] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      case UInt8(ascii: "."):
        // "Dr. Kahl" and "J. Muster" go on.
        let short = before.end - before.start == 1 && before.traits.contains(.capital)
        if !short, !LetterProse.shortened.contains(before.key) { return true }
      default:
        if bytes[at] >= 0x80 {
          let (scalar, count) = scalar(at: at)
          if scalar == "…" || scalar == "。" || scalar == "！" || scalar == "？" || scalar == "؟" {
            return true
          }
          at += count - 1
        }
      }
      at += 1
    }
    return false
  }

  /// Marks what stands in quotation marks that are closed in the same paragraph.
  private mutating func markQuotes() {
    var open: Int?
    var from = 0
    var ranges: [Range<Int>] = []
    for line in lines {
      if line.isEmpty {
        open = nil
        continue
      }
      from = line.lowerBound
      while from < line.upperBound {
        let byte = bytes[from]
        if byte == UInt8(ascii: "\"") {
          if let start = open {
            ranges.append(start..<from)
            open = nil
          } else {
            open = from
          }
        } else if byte >= 0x80 {
          let (scalar, count) = scalar(at: from)
          switch scalar {
          case "\u{201C}", "\u{201D}", "\u{201E}", "«", "»", "「", "」":
            if let start = open {
              ranges.append(start..<from)
              open = nil
            } else {
              open = from
            }
          default: break
          }
          from += count - 1
        }
        from += 1
      }
    }
    guard !ranges.isEmpty else { return }
    var at = 0
    for range in ranges {
      while at < tokens.count, tokens[at].start < range.upperBound {
        if tokens[at].start >= range.lowerBound { tokens[at].traits.insert(.quoted) }
        at += 1
      }
    }
  }

  /// Marks what lies in one of some ranges, which are in order, as no prose.
  mutating func hide(_ ranges: [Range<Int>]) {
    var next = 0
    for at in tokens.indices {
      while next < ranges.count, ranges[next].upperBound <= tokens[at].start { next += 1 }
      guard next < ranges.count else { return }
      if tokens[at].end > ranges[next].lowerBound { tokens[at].traits.insert(.opaque) }
    }
  }

  // MARK: - Regions

  private mutating func markRegions(_ index: PhraseIndex) {
    guard let first = tokens.first else { return }
    // The greeting: up to the first comma, colon or end of the first line with words.
    if index.begins(tokens, at: 0, .greeting) != nil || greetsNearly(index) {
      var end = signed(from: 1, line: first.line)
      // "Good morning, Sara,": the name stands behind the first comma.
      if end < tokens.count, tokens[end].line == first.line,
        index.begins(tokens, at: 0, .greeting) == end
      {
        let name = tokens[end..<signed(from: end + 1, line: first.line)]
        if name.count <= 4,
          name.allSatisfy({ $0.traits.contains(.capital) && !index.has($0.key, .function) })
        {
          end = name.endIndex
        }
      }
      if end <= 9 { for at in 0..<end { tokens[at].region = .greeting } }
    }
    // The closing: the last short line, near the end, that begins with a closing phrase.
    var at = tokens.count
    var seen = 0
    while at > 0, seen < 8 {
      let line = tokens[at - 1].line
      var start = at - 1
      while start > 0, tokens[start - 1].line == line { start -= 1 }
      if tokens[start].region == .body, at - start <= (endsInComma(tokens[at - 1]) ? 12 : 7),
        let count = closing(tokens, start..<at, index).map({ spelled(start, $0, at) }),
        endsOpen(line, tokens[at - 1]) || at - start <= count
          || endsInName(start + count, at), isSignature(at)
      {
        for token in start..<at {
          tokens[token].region = token < start + count ? .closing : .signature
        }
        for token in at..<tokens.count { tokens[token].region = .signature }
        return
      }
      at = start
      seen += 1
    }
    closeInLine(index)
    if tokens[tokens.count - 1].region == .body, let start = signedWithDash() {
      for at in start..<tokens.count { tokens[at].region = .signature }
    }
  }

  /// Where a part of a greeting ends: at a comma, a colon, or an exclamation mark, or with its line.
  private func signed(from start: Int, line: Int) -> Int {
    var end = start
    while end < tokens.count, tokens[end].line == line,
      !bytes[tokens[end - 1].end..<tokens[end].start].contains(where: { ",:!".utf8.contains($0) })
    { end += 1 }
    return end
  }

  /// Whether the first line is a greeting with a slip in it: "Helo Ada,".
  private func greetsNearly(_ index: PhraseIndex) -> Bool {
    let line = tokens.prefix { $0.line == tokens[0].line }
    return (1...4).contains(line.count) && tokens.count > line.count
      && line.dropFirst().allSatisfy { $0.traits.contains(.capital) }
      && endsInComma(line[line.endIndex - 1]) && index.hasNearly(tokens[0].key, .greeting)
  }

  /// The closing where it stands behind the last sentence, in the same line: "… on Monday. Take care!"
  private mutating func closeInLine(_ index: PhraseIndex) {
    guard let last = tokens.last, last.traits.isDisjoint(with: [.opaque]) else { return }
    var start = tokens.count - 1
    while start > 0, tokens[start - 1].line == last.line,
      !ends(tokens[start - 1], tokens[start], index)
    { start -= 1 }
    guard start > 0, tokens[start - 1].line == last.line, tokens[start].region == .body,
      let count = index.begins(tokens, at: start, .closing), tokens.count - start <= count + 3,
      tokens[(start + count)...].allSatisfy({ $0.traits.contains(.capital) })
    else { return }
    for at in start..<tokens.count {
      tokens[at].region = at < start + count ? .closing : .signature
    }
  }
}
