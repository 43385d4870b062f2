/// Places where a value was to stand and none does: a title without a name, two titles of which one was
/// to be chosen, a blank behind a preposition, a word in capitals or an ellipsis that stands for something.
extension LetterGaps {
  /// Titles of which a person has one, and that need a name behind them.
  static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "herr", "frau", "herrn", "señor", "señora", "monsieur",
    "madame", "mme",
  ]
  /// Titles that stand alone in no greeting, and in prose only before a name.
  private static let needName: Set<String> = ["mr", "mrs", "ms", "mx"]
  private static let alsoInGreeting: Set<String> = needName.union([
    "miss", "dr", "prof", "herr", "frau", "herrn",
  ])
  /// Words behind which something has to come.
  private static let leading: Set<String> = [
    "a", "an", "the", "my", "your", "our", "their", "at", "on", "in", "of", "with", "from", "by",
    "for", "to", "as", "about", "until", "since", "between", "near", "than", "via", "and",
  ]
  /// Of these the ones that no sentence ends in, so that an ellipsis behind them stands for a word.
  private static let prepositions: Set<String> = [
    "at", "on", "in", "with", "from", "by", "for", "as", "until", "near", "via", "the", "your",
  ]

  /// All such places.
  func empties() -> [Range<Int>] {
    var found = linesOfDots()
    for at in text.tokens.indices {
      if let place = twoTitles(at) ?? bareTitle(at) ?? blank(at) ?? dots(at) {
        found.append(place)
      }
    }
    return found
  }

  /// `Mr. Ms. Smith`: nobody has two of them. The same one twice is a slip, see ``isTitleTwice(_:_:)``.
  private func twoTitles(_ at: Int) -> Range<Int>? {
    guard LetterGaps.areTitles(text, at), text.tokens[at].key != text.tokens[at + 1].key else {
      return nil
    }
    return text.tokens[at].start..<text.tokens[at + 1].end
  }

  /// `Mr Mr Smith`.
  static func isTitleTwice(_ text: LetterProse, _ at: Int) -> Bool {
    areTitles(text, at) && text.tokens[at].key == text.tokens[at + 1].key
  }

  /// Whether a word and the next are titles with nothing but blanks and full stops between.
  private static func areTitles(_ text: LetterProse, _ at: Int) -> Bool {
    guard at + 1 < text.tokens.count else { return false }
    let (a, b) = (text.tokens[at], text.tokens[at + 1])
    return a.line == b.line
      && [a, b].allSatisfy { $0.traits.contains(.capital) && titles.contains($0.key) }
      && text.bytes[a.end..<b.start].allSatisfy { $0 == 32 || $0 == UInt8(ascii: ".") }
  }

  /// `Dear Mr. ,`, `Hey Ms.,`; and in prose `I met Ms. at the fair`.
  private func bareTitle(_ at: Int) -> Range<Int>? {
    let tokens = text.tokens
    let inGreeting = tokens[at].region == .greeting
    guard isTitle(at, inGreeting ? LetterGaps.alsoInGreeting : LetterGaps.needName),
      tokens[at].traits.isDisjoint(with: [.opaque, .quoted])
    else { return nil }
    let next = at + 1
    let hasNext =
      next < tokens.count && tokens[next].sentence == tokens[at].sentence
      && tokens[next].region == tokens[at].region
    let gap = hasNext ? between(at) : bytes[tokens[at].end..<lineEnd(at)]
    // A comma, a bracket or the end of the line: no name follows.
    let isCutOff = gap.contains { byte in ",:;!?)".utf8.contains(byte) } || !hasNext
    let isFollowed =
      hasNext && !isCutOff
      && (tokens[next].traits.contains(.capital) || !tokens[next].traits.contains(.cased)
        || startsName(next) || inGreeting && isLast(next))
    // `Mr and Mrs Hale` share one.
    let isShared =
      hasNext && !isCutOff && next + 1 < tokens.count
      && ["and", "or", "und", "y", "et"].contains(tokens[next].key)
      && isTitle(next + 1, LetterGaps.alsoInGreeting)
    if isFollowed || isShared { return nil }
    // `MS` is a disease, a company and a degree; `Mr` at the end of a sentence is nobody's.
    if !inGreeting, !tokens[at].traits.contains(.small) { return nil }
    if !inGreeting, !hasNext || isCutOff, !gap.contains(UInt8(ascii: ".")), tokens[at].key != "mr" {
      return nil
    }
    let start = inGreeting ? tokens[0].start : tokens[at].start
    return start..<tokens[at].end
  }

  /// Whether a word is the last of the greeting: a name in small letters, and no blank.
  private func isLast(_ at: Int) -> Bool {
    let behind = at + 1
    return !isTemplate(text.tokens[at].base) && text.tokens[at].traits.isDisjoint(with: [.digit])
      && (behind == text.tokens.count || text.tokens[behind].region != .greeting)
  }

  /// Whether a family name begins there that has a small letter first: van der Berg, d'Arc, al-Fayed.
  private func startsName(_ at: Int) -> Bool {
    let key = text.tokens[at].key
    if LetterGaps.particles.contains(key) {
      let next = at + 1
      return next < text.tokens.count && text.tokens[next].sentence == text.tokens[at].sentence
        && (text.tokens[next].traits.contains(.capital) || startsName(next))
    }
    return ["al-", "el-", "d'", "d’", "l'", "l’", "o'", "o’"].contains { key.hasPrefix($0) }
  }

  /// What stands before a family name in many languages.
  static let particles: Set<String> = [
    "van", "von", "vom", "zu", "zur", "de", "der", "den", "het", "ten", "ter", "te", "di", "da",
    "del", "della", "degli", "dei", "dal", "do", "dos", "das", "du", "des", "la", "le", "les", "lo",
    "las", "los", "al", "el", "bin", "bint", "ibn", "ben", "abu", "af", "av", "y", "e", "i", "mac",
    "ap", "san", "st", "d", "l", "in", "'t", "t",
  ]

  /// `at .`, `on  at`: a preposition, and a blank where something was to stand.
  private func blank(_ at: Int) -> Range<Int>? {
    let tokens = text.tokens
    guard isLeading(at, LetterGaps.leading) else { return nil }
    var end = tokens[at].end
    var blanks = 0
    let last = lineEnd(at)
    while end < last, bytes[end] == 32 || bytes[end] == 9 {
      blanks += 1
      end += 1
    }
    guard blanks > 0, end < last else { return nil }
    let sign = bytes[end]
    if sign == UInt8(ascii: ".") || sign == UInt8(ascii: ",") {
      let after = end + 1
      // `. . .` and `.net` are something else.
      guard after >= last || bytes[after] <= 0x20 || bytes[after] == UInt8(ascii: "\"") else {
        return nil
      }
      return tokens[at].start..<after
    }
    guard blanks > 1, at + 1 < tokens.count, tokens[at + 1].start == end,
      isLeading(at + 1, LetterGaps.leading), !["a", "an", "the"].contains(tokens[at + 1].key),
      tokens[at + 1].key != tokens[at].key
    else { return nil }
    return tokens[at].start..<tokens[at + 1].end
  }

  /// `on ... at`: an ellipsis behind a preposition stands for what was to come.
  private func dots(_ at: Int) -> Range<Int>? {
    guard isLeading(at, LetterGaps.prepositions),
      // "And so on ..." is whole.
      at == 0 || text.tokens[at - 1].key != "so"
    else { return nil }
    var start = text.tokens[at].end
    let last = lineEnd(at)
    while start < last, bytes[start] == 32 { start += 1 }
    guard start > text.tokens[at].end, let end = dotsEnd(start, last) else { return nil }
    return text.tokens[at].start..<end
  }

  /// Lines that hold an ellipsis and nothing else.
  private func linesOfDots() -> [Range<Int>] {
    text.lines.compactMap { line in
      var start = line.lowerBound
      while start < line.upperBound, bytes[start] <= 32 { start += 1 }
      guard let end = dotsEnd(start, line.upperBound),
        bytes[end..<line.upperBound].allSatisfy({ $0 <= 32 })
      else { return nil }
      return start..<end
    }
  }

  /// The end of two to four dots, or of the sign for three.
  private func dotsEnd(_ start: Int, _ last: Int) -> Int? {
    if start + 3 <= last, bytes[start..<(start + 3)].elementsEqual("…".utf8) { return start + 3 }
    var end = start
    while end < last, bytes[end] == UInt8(ascii: ".") { end += 1 }
    return (2...4).contains(end - start) ? end : nil
  }

  /// `DATE`, `COMPANY`: a word of templates in capitals, in a line that is not written so.
  func isLoudNoun(_ at: Int) -> Bool {
    let token = text.tokens[at]
    guard isLoud(at), token.end - token.start > 2, index.has(token.base, .template),
      token.traits.isDisjoint(with: [.opaque, .quoted])
    else { return false }
    // A line in capitals is a heading, and a word with a colon behind it is a label.
    if token.end < bytes.count, bytes[token.end] == UInt8(ascii: ":") { return false }
    return [at - 1, at + 1].allSatisfy { near in
      guard text.tokens.indices.contains(near), text.tokens[near].line == token.line else {
        return true
      }
      return !isLoud(near) || index.has(text.tokens[near].base, .template)
    }
      && mixedLines.contains(token.line)
  }

  // MARK: - Help

  private func isTitle(_ at: Int, _ titles: Set<String>) -> Bool {
    text.tokens[at].traits.contains(.capital) && titles.contains(text.tokens[at].key)
  }
  private func isLeading(_ at: Int, _ words: Set<String>) -> Bool {
    words.contains(text.tokens[at].key)
      && text.tokens[at].traits.isDisjoint(with: [.opaque, .quoted])
  }
  private func between(_ at: Int) -> ArraySlice<UInt8> {
    bytes[text.tokens[at].end..<text.tokens[at + 1].start]
  }
  private func lineEnd(_ at: Int) -> Int {
    let line = text.tokens[at].line
    return line < text.lines.count
      ? max(text.tokens[at].end, text.lines[line].upperBound) : text.tokens[at].end
  }
}
