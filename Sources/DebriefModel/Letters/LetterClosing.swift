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
}
