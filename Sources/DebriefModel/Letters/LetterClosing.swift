/// Where a letter closes: a formula near its end, with a name and little else below.
extension LetterProse {
  /// How many words at the beginning of a line close a letter; nil for none. A few words with a comma
  /// above a name do so whatever they are, as long as they are not cold.
  func closing(_ tokens: [LetterToken], _ line: Range<Int>, _ index: PhraseIndex) -> Int? {
    if let count = index.begins(tokens, at: line.lowerBound, .closing) { return count }
    let name = tokens[line.upperBound...]
    guard line.count <= 5, (1...4).contains(name.count), endsInComma(tokens[line.upperBound - 1]),
      name.allSatisfy({ $0.traits.contains(.capital) }), line.lowerBound > 0,
      // "Robin Muster, Berlin" is a name and no more, and "Regrads" is a closing with a slip in it.
      line.contains(where: { !tokens[$0].traits.contains(.capital) })
        || line.count < 3 && line.contains(where: { index.hasNearly(tokens[$0].key, .closing) }),
      !line.contains(where: { index.begins(tokens, at: $0, .cold) != nil }),
      index.begins(tokens, at: line.lowerBound, .greeting) == nil
    else { return nil }
    return line.count
  }

  /// How many words of a line, up to `end`, are the closing: those that were known, and the small ones
  /// behind them, which are spelled like the rest ("Yours sincerley"). A name has a capital, or is all
  /// that's left of the letter ("thanks mina").
  func spelled(_ start: Int, _ count: Int, _ end: Int) -> Int {
    guard end < tokens.count || endsInComma(tokens[end - 1]) else { return count }
    var next = start + count
    while next < end, tokens[next].traits.isDisjoint(with: [.capital, .opaque, .digit]),
      tokens[next].end - tokens[next].start > 3, !endsInComma(tokens[next - 1])
    { next += 1 }
    return next - start
  }

  /// Whether a comma stands behind a word.
  func endsInComma(_ last: LetterToken) -> Bool {
    last.end < bytes.count && bytes[last.end] == UInt8(ascii: ",")
  }

  /// Whether a line ends without a full stop: a formula, no sentence.
  func endsOpen(_ line: Int, _ last: LetterToken) -> Bool {
    !bytes[last.end..<max(last.end, lines[line].upperBound)].contains {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "?")
    }
  }

  /// Whether what follows a word is a name, an address, a postscript, and no letter that goes on.
  func isSignature(_ start: Int) -> Bool {
    var at = start
    while at < tokens.count {
      var end = at + 1
      while end < tokens.count, tokens[end].line == tokens[at].line { end += 1 }
      let prose = tokens[at..<end].count { $0.traits.isDisjoint(with: [.opaque, .digit]) }
      if tokens[at].key == "ps" || tokens[at].key == "p" { return true }
      if prose > 12, tokens[at..<end].count(where: { $0.traits.contains(.capital) }) * 2 < prose {
        return false
      }
      at = end
    }
    return true
  }

  // MARK: - Names at the end

  /// Whether behind a closing, up to where a line ends, stands a name and nothing else, also with a full stop:
  /// "Thanks so much, Paul." and "Thank you for everything, Robin." Below it must not stand the letter.
  func endsInName(_ closed: Int, _ end: Int) -> Bool {
    let names = tokens[closed..<end].reversed().prefix(while: isName).count
    let first = end - names
    guard (1...4).contains(names), first == closed || endsInComma(tokens[first - 1]), !asks(end - 1)
    else { return false }
    let below = tokens[end...].filter { $0.traits.isDisjoint(with: [.opaque, .digit]) }
    return ["ps", "p"].contains(below.first?.key)
      || below.count(where: { $0.traits.contains(.capital) }) * 2 >= below.count
  }

  /// Where a signature begins that a dash sets off: "— Robin", a line of dashes with a name below it, or
  /// "See you on Friday — Robin". What begins with a hyphen is one only below other lines: "- Kafka"
  /// may be the last of a list.
  func signedWithDash() -> Int? {
    var end = tokens.count
    for _ in 0..<3 where end > 0 {
      let line = tokens[end - 1].line
      var start = end - 1
      while start > 0, tokens[start - 1].line == line { start -= 1 }
      guard isNameLine(start..<end) else {
        return end == tokens.count ? dashInLine(start, end) : nil
      }
      let sign = LetterProse.dashes(bytes[lines[line].lowerBound..<tokens[start].start])
      if let sign {
        if sign.count > 1 || sign.first != "-" { return start }
        let above = start > 0 ? lines[tokens[start - 1].line] : 0..<0
        let isList = bytes[above].first { $0 != 32 && $0 != 9 } == UInt8(ascii: "-")
        return isList || end < tokens.count ? nil : start
      }
      if line > 0, LetterProse.dashes(bytes[lines[line - 1]]) != nil { return start }
      end = start
    }
    return nil
  }

  /// Where the name begins behind a long dash in the last line; nil where it's no name.
  private func dashInLine(_ start: Int, _ end: Int) -> Int? {
    let first = ((start + 1)..<max(start + 1, end)).last { at in
      let between = bytes[tokens[at - 1].end..<tokens[at].start]
      return between.contains(32) && LetterProse.dashes(between, after: ".!") != nil
    }
    guard let first, end - first <= 3, tokens[first..<end].allSatisfy(isName), !asks(end - 1)
    else { return nil }
    let between = bytes[tokens[first - 1].end..<tokens[first].start]
    return LetterProse.dashes(between, after: ".!") == "-" ? nil : first
  }

  /// The dashes of some bytes that are one to three of them, with blanks and some other signs; nil for others.
  private static func dashes(_ bytes: ArraySlice<UInt8>, after others: String = "") -> String? {
    let sign = String(decoding: bytes, as: UTF8.self).filter {
      !$0.isWhitespace && !others.contains($0)
    }
    return (1...3).contains(sign.count) && sign.allSatisfy { "-–—―~".contains($0) } ? sign : nil
  }

  /// Whether some words of a line are a name: each has a capital, or there's only one; what stands in
  /// brackets, such as pronouns, may be anything.
  private func isNameLine(_ line: Range<Int>) -> Bool {
    guard (1...5).contains(line.count), !asks(line.upperBound - 1) else { return false }
    var inside = false
    return line.allSatisfy { at in
      let behind = at > line.lowerBound ? tokens[at - 1].end : tokens[at].start
      let before = bytes[behind..<tokens[at].start]
      if before.contains(UInt8(ascii: ")")) { inside = false }
      if before.contains(UInt8(ascii: "(")) { inside = true }
      return inside || isName(tokens[at])
        || line.count == 1 && tokens[at].traits.isDisjoint(with: [.opaque, .digit])
    }
  }

  /// Whether a word may be one of a name: with a capital, or of a script that has none.
  private func isName(_ token: LetterToken) -> Bool {
    token.traits.isDisjoint(with: [.opaque, .digit])
      && (token.traits.contains(.capital) || token.traits.isDisjoint(with: .cased))
  }

  /// Whether a question ends at a word.
  private func asks(_ at: Int) -> Bool {
    let end = at + 1 < tokens.count ? tokens[at + 1].start : bytes.count
    return bytes[tokens[at].end..<end].contains(UInt8(ascii: "?"))
  }
}
