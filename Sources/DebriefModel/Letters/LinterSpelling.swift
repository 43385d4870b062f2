/// What a proof reader sees: words that are in no dictionary, words written twice, places that were
/// meant to be filled in (A59).
extension LintScan {
  /// A word as a dictionary is asked about it: with straight apostrophes, without a possessive.
  func form(_ token: LetterToken) -> String {
    let word = text.string(token.start..<token.end)
    guard token.traits.contains(.apostrophe) else { return word }
    var plain = ""
    for scalar in word.unicodeScalars {
      plain.unicodeScalars.append(scalar == "\u{2019}" ? "'" : scalar)
    }
    return plain.hasSuffix("'s") ? String(plain.dropLast(2)) : plain
  }

  /// Whether a dictionary is asked about a word.
  func isSpelled(_ at: Int) -> Bool {
    let token = text.tokens[at]
    let traits = token.traits
    return (token.region == .body || token.region == .closing) && token.end - token.start > 1
      && token.end - token.start <= 60
      && traits.isDisjoint(with: [.opaque, .digit, .innerCapital, .unspaced])
      && traits.contains(.small) && !named[at] && !has(at, .known) && isInScript(token)
      && !(traits.contains(.apostrophe) && index.has(token.base, .known))
  }

  /// Whether a word is written in the script of the language that is spelled.
  private func isInScript(_ token: LetterToken) -> Bool {
    guard token.traits.contains(.wide) else { return !isOfAnotherScript }
    var at = token.start
    while at < token.end {
      let (scalar, count) = text.scalar(at: at)
      at += count
      if scalar == "\u{2019}" { continue }
      let latin = scalar.value < 0x370 || (0x1E00...0x1EFF).contains(scalar.value)
      if latin == isOfAnotherScript { return false }
    }
    return true
  }

  /// Whether a language is not written in Latin letters.
  static func isOfAnotherScript(_ language: String) -> Bool {
    if language.isEmpty || language.hasPrefix("en") { return false }
    return [
      "ar", "be", "bg", "bn", "el", "fa", "gu", "he", "hi", "hy", "ja", "ka", "kk", "km", "ko",
      "mk", "mn", "mr", "ne", "ru", "sr", "ta", "te", "th", "uk", "ur", "zh",
    ].contains(String(language.prefix(2)))
  }

  /// Words the dictionary does not know, in the text and in the subject. A text of which it knows
  /// little is of another language.
  mutating func spelling(subject: LintScan) {
    guard applies(.spelling), let report = context.spelling, !report.unknown.isEmpty else { return }
    let (asked, unknown) = unknownWords(report)
    if unknown.count >= 6, unknown.count * 100 >= asked * (words.figures[.unknownPercent] ?? 101) {
      return
    }
    region(unknown, report)
    for at in unknown {
      let token = text.tokens[at]
      guard report.elsewhere[form(token)] == nil, let (_, offer) = misspelling(token, report) else {
        continue
      }
      note(
        .spelling, offer.isEmpty ? "alone" : "offer", at: token.start..<token.end, limit: offer)
    }
    for at in subject.unknownWords(report).unknown
    where report.elsewhere[subject.form(subject.text.tokens[at])] == nil {
      guard let (word, offer) = subject.misspelling(subject.text.tokens[at], report) else {
        continue
      }
      note(.spelling, offer.isEmpty ? "alone" : "offer", words: word, limit: offer)
    }
  }

  /// Words that are right where the language is written in another way: said once, at the first.
  private mutating func region(_ unknown: [Int], _ report: SpellingReport) {
    guard
      let first = unknown.first(where: { report.elsewhere[form(text.tokens[$0])] != nil }),
      let tag = report.elsewhere[form(text.tokens[first])]
    else { return }
    let token = text.tokens[first]
    note(
      .spelling, "region", at: token.start..<token.end, count: LanguageName.of(tag),
      limit: LanguageName.of(report.language))
  }

  /// How many words a dictionary is asked about, and those it does not know.
  private func unknownWords(_ report: SpellingReport) -> (asked: Int, unknown: [Int]) {
    var asked = 0
    var unknown: [Int] = []
    for at in text.tokens.indices where isSpelled(at) {
      asked += 1
      if report.unknown[form(text.tokens[at])] != nil { unknown.append(at) }
    }
    if closesInAnotherLanguage(unknown, report) {
      unknown.removeAll { text.tokens[$0].region == .closing }
    }
    return (asked, unknown)
  }

  /// Whether a letter ends with a greeting of another language than its own, as those to colleagues
  /// abroad do: one that is on the list though the dictionary does not know it, or one of which the
  /// dictionary knows less than half and offers no closing word instead.
  private func closesInAnotherLanguage(_ unknown: [Int], _ report: SpellingReport) -> Bool {
    let strange = unknown.filter { text.tokens[$0].region == .closing }
    guard let start = text.tokens.firstIndex(where: { $0.region == .closing }), !strange.isEmpty
    else { return false }
    if let count = index.begins(text.tokens, at: start, .closing),
      strange.contains(where: { $0 < start + count })
    {
      return true
    }
    let asked = text.tokens.indices.count { text.tokens[$0].region == .closing && isSpelled($0) }
    return strange.count * 2 > asked
      && !strange.contains { at in
        (report.unknown[form(text.tokens[at])] ?? []).contains {
          index.has($0.lowercased(), .closing)
        }
      }
  }

  /// Whether a word is a part of one with hyphens: dictionaries lack many of those.
  private func isPart(_ token: LetterToken) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return (token.start > 0 && text.bytes[token.start - 1] == hyphen)
      || (token.end < text.bytes.count && text.bytes[token.end] == hyphen)
  }

  /// A word that is probably wrong, and what to write instead. A capital in the middle of a sentence
  /// is a name: such a word is wrong only when it is nearly a name on file. At the beginning of a
  /// sentence, in a word with hyphens, and with letters that English has not, it is wrong only when
  /// the dictionary has something very near.
  private func misspelling(
    _ token: LetterToken, _ report: SpellingReport
  ) -> (word: String, offer: String)? {
    let word = form(token)
    guard let offers = report.unknown[word] else { return nil }
    let strange = isPart(token) || (token.traits.contains(.wide) && report.language.hasPrefix("en"))
    if !token.traits.contains(.capital), !strange { return (word, offers.first ?? "") }
    if let near = nearName(token.base) { return (word, near) }
    if token.traits.contains(.capital), !token.traits.contains(.first) { return nil }
    let typo = offers.first {
      EditDistance.isNear(Array($0.lowercased().utf8), Array(token.base.utf8), 1)
    }
    return typo.map { (word, $0) }
  }

  /// The word of a name on file that is nearly this one, as it is written there.
  private func nearName(_ base: String) -> String? {
    guard base.utf8.count >= 4 else { return nil }
    let bytes = Array(base.utf8)
    let reach = bytes.count >= 8 ? 2 : 1
    let near = names.filter {
      $0.utf8.count >= 4 && EditDistance.isNear(bytes, Array($0.utf8), reach)
    }
    return near.min().map { $0.prefix(1).uppercased() + $0.dropFirst() }
  }

  /// The same word twice, with nothing but blanks between.
  mutating func doubledWords() {
    guard applies(.doubledWord) else { return }
    let tokens = text.tokens
    for at in tokens.indices.dropFirst() where tokens[at].key == tokens[at - 1].key {
      let (a, b) = (tokens[at - 1], tokens[at])
      if LetterGaps.isTitleTwice(text, at - 1) {
        note(.doubledWord, at: a.start..<b.end)
        continue
      }
      guard b.traits.isSuperset(of: [.close, .cased]), a.sentence == b.sentence,
        a.region == .body, b.region == .body,
        a.traits.union(b.traits).isDisjoint(with: [.opaque, .digit, .quoted]),
        !named[at], !has(at, .doubles) || isDoubledByMistake(at)
      else { continue }
      // Two capitals within a sentence are a name, such as that of a town or a band.
      if b.traits.contains(.capital), a.traits.contains(.capital), !a.traits.contains(.first) {
        continue
      }
      note(.doubledWord, at: a.start..<b.end)
    }
  }

  /// Whether what follows a word that may stand twice shows that it was not meant to: "that that any".
  private func isDoubledByMistake(_ at: Int) -> Bool {
    let end = min(text.tokens.count, at + 4)
    let last = (at..<end).last { text.tokens[$0].sentence == text.tokens[at].sentence } ?? at
    return patterns.hits(patternWords((at - 1)..<(last + 1)).words).hits.contains {
      $0.list == .doubled && $0.range.lowerBound == 0
    }
  }

  /// Places that were meant to be filled in. What is found is prose for no other rule.
  mutating func gaps(subject: String) {
    let places = LetterGaps(text, index).places
    text.hide(places)
    for place in places { note(.gap, at: place) }
    guard !subject.isEmpty else { return }
    var title = LetterProse(subject)
    title.arrange(index)
    for place in LetterGaps(title, index).places { note(.gap, words: title.string(place)) }
  }
}

/// A language of one region as a sentence names it.
enum LanguageName {
  private static let names = [
    "en_US": "American English", "en_GB": "British English", "en_AU": "Australian English",
    "en_CA": "Canadian English", "en_NZ": "New Zealand English", "en_ZA": "South African English",
    "en_IE": "Irish English", "en_IN": "Indian English", "de_DE": "German (Germany)",
    "de_AT": "Austrian German", "de_CH": "Swiss German", "pt_PT": "European Portuguese",
    "pt_BR": "Brazilian Portuguese", "es_ES": "Spanish (Spain)", "es_MX": "Mexican Spanish",
  ]
  static func of(_ tag: String) -> String { names[tag] ?? tag }
}
