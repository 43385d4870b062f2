/// Checks a letter: pure, and quick enough for every key. It remarks what it can know from the text
/// and from what is on file; what is not known raises nothing.
public struct Linter: Sendable {
  /// What is known of the language.
  public let words: LintWords
  let index: PhraseIndex
  let patterns: PatternIndex<LintWords.PatternList>

  /// Makes the lists ready; keep it while a letter is open.
  public init(words: LintWords) {
    self.words = words
    index = PhraseIndex(words.lists)
    patterns = PatternIndex(
      classes: words.classes,
      patterns: LintWords.PatternList.allCases.map { ($0, words.patterns[$0] ?? []) })
  }

  /// What is to be said about a letter, in the order of places, and of rules at one place; what is
  /// about the whole letter comes last.
  public func remarks(subject: String, text: String, context: LintContext) -> [Remark] {
    var scan = LintScan(self, text, context)
    scan.gaps(subject: subject)
    guard !scan.isEmpty else {
      scan.length()
      return scan.remarks()
    }
    scan.spelling(subject: LintScan(self, subject, context, isLetter: false))
    scan.doubledWords()
    scan.addressees()
    scan.retractedClaims()
    scan.resumeRepeated()
    scan.twins()
    scan.length()
    if scan.speaksOurLanguage {
      scan.tone()
      scan.balance()
      scan.courtesy()
      scan.abstractClaims()
      scan.prepare()
      scan.callback()
      scan.mission()
      scan.goal()
      scan.events()
    }
    return scan.remarks()
  }

  /// Whether a text can be checked beyond names, gaps and doubled words: it is in the language of the
  /// lists, and the dictionary knows at least half of its words.
  public func isReadable(
    _ text: String, _ spelling: SpellingReport, context: LintContext
  ) -> Bool {
    guard !text.allSatisfy(\.isWhitespace) else { return true }
    guard LintScan(self, text, context).speaksOurLanguage else { return false }
    let asked = wordsToSpell(subject: "", text: text, context: context)
    return asked.count < 12 || spelling.unknown.count * 2 < asked.count
  }

  /// The words a dictionary should be asked about: those of a letter that are prose, in the script of
  /// the language, and no name on file.
  public func wordsToSpell(subject: String, text: String, context: LintContext) -> Set<String> {
    var asked: Set<String> = []
    for (piece, isLetter) in [(text, true), (subject, false)] where !piece.isEmpty {
      var scan = LintScan(self, piece, context, isLetter: isLetter)
      scan.gaps(subject: "")
      for at in scan.text.tokens.indices where scan.isSpelled(at) {
        asked.insert(scan.form(scan.text.tokens[at]))
      }
    }
    return asked
  }
}

/// One check under way.
struct LintScan {
  let words: LintWords
  let index: PhraseIndex
  let patterns: PatternIndex<LintWords.PatternList>
  let context: LintContext
  var text: LetterProse
  let bits: [PhraseIndex.Bits]
  let hits: [PhraseIndex.Hit]
  /// The words of names on file, in lower case.
  let names: Set<String>
  /// Whether each word is one of a name on file.
  let named: [Bool]
  /// Whether the language that is spelled is not written in Latin letters.
  let isOfAnotherScript: Bool
  /// The matter of each word, empty for none; made by ``prepare()``.
  var stems: [String] = []
  private var found: [Finding] = []
  /// Where each rule noticed something: asked with every remark, so it is not looked for in a list.
  private var noted: Set<Noted> = []

  private struct Noted: Hashable {
    var rule: Remark.Rule
    var place: Range<Int>?
  }
  private struct Finding {
    var place: Range<Int>?
    var remark: Remark
  }

  init(_ linter: Linter, _ string: String, _ context: LintContext, isLetter: Bool = true) {
    words = linter.words
    index = linter.index
    patterns = linter.patterns
    self.context = context
    text = LetterProse(string)
    text.arrange(index, isLetter: isLetter)
    (bits, hits) = index.scan(text.tokens)
    let names = LintScan.names(context)
    self.names = names
    named = text.tokens.map { names.contains($0.key) || names.contains($0.base) }
    isOfAnotherScript = LintScan.isOfAnotherScript(
      context.spelling?.language ?? context.profile?.language ?? "")
  }

  var isEmpty: Bool { text.tokens.isEmpty }

  /// The words of all names of this application and of the one who writes.
  private static func names(_ context: LintContext) -> Set<String> {
    var names: Set<String> = []
    func add(_ name: String) {
      guard !name.isEmpty else { return }
      for token in LetterProse(name).tokens {
        names.insert(token.key)
        names.insert(token.base)
      }
    }
    if let it = context.recipient {
      add(it.name)
      add(it.company)
    }
    if let it = context.dossier {
      add(it.application.company)
      for person in it.people {
        add(person.name)
        add(person.company)
      }
    }
    add(context.profile?.name ?? "")
    return names
  }

  /// Whether the lists are of the language of this text: by its little words, and, where there are
  /// few words, by the language of the profile.
  var speaksOurLanguage: Bool {
    let function = PhraseIndex.bit(.function)
    var cased = 0
    var other = 0
    var little = 0
    for (at, token) in text.tokens.enumerated() where token.region == .body {
      if token.traits.contains(.opaque) { continue }
      if token.traits.contains(.unspaced) {
        other += max(1, (token.end - token.start) / 6)
      } else if token.traits.contains(.cased) {
        cased += 1
        if bits[at] & function != 0 { little += 1 }
      } else if !token.traits.contains(.digit) {
        other += 1
      }
    }
    if other > cased { return false }
    if cased < 12 {
      guard let language = context.profile?.language, !language.isEmpty else { return true }
      return language.hasPrefix(words.language)
    }
    return little * 100 >= cased * (words.figures[.functionPercent] ?? 0)
  }

  // MARK: - Words

  /// Whether a word of the text is in a list.
  func has(_ at: Int, _ list: LintWords.List) -> Bool { bits[at] & PhraseIndex.bit(list) != 0 }

  /// The places where a list is met: words, and phrases within a sentence, in order. What is quoted,
  /// or no prose, is left out.
  func places(_ list: LintWords.List) -> [Range<Int>] {
    let bit = PhraseIndex.bit(list)
    var ranges: [Range<Int>] = []
    for at in bits.indices where bits[at] & bit != 0 && isProse(at) { ranges.append(at..<(at + 1)) }
    for hit in hits where hit.list == list && isProse(hit.range.lowerBound) {
      ranges.append(hit.range)
    }
    return ranges.sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
  }

  /// Whether a word is the writer's own prose.
  func isProse(_ at: Int) -> Bool {
    text.tokens[at].traits.isDisjoint(with: [.opaque, .quoted])
  }

  /// Whether a denial stands shortly before a word, in its sentence.
  func isDenied(_ at: Int, within reach: Int = 5) -> Bool {
    var before = at - 1
    while before >= 0, before >= at - reach,
      text.tokens[before].sentence == text.tokens[at].sentence
    {
      if has(before, .negation) { return true }
      before -= 1
    }
    return false
  }

  /// The words of each sentence of the body.
  var sentences: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for at in text.tokens.indices {
      let next = at + 1
      if next == text.tokens.count || text.tokens[next].sentence != text.tokens[at].sentence {
        if text.tokens[at].region == .body { ranges.append(start..<next) }
        start = next
      }
    }
    return ranges
  }

  /// The bytes of some words.
  func span(_ range: Range<Int>) -> Range<Int> {
    text.tokens[range.lowerBound].start..<text.tokens[range.upperBound - 1].end
  }

  // MARK: - Remarks

  /// Whether a rule applies to this kind of letter.
  func applies(_ rule: Remark.Rule) -> Bool {
    guard let it = words.rules[rule] else { return false }
    guard let kind = context.kind else { return it.any }
    return it.kinds.contains(kind)
  }

  /// Notes what a rule noticed, once for each place.
  mutating func note(
    _ rule: Remark.Rule, _ saying: String = "it", at place: Range<Int>? = nil,
    words quoted: String? = nil,
    count: String = "", limit: String = ""
  ) {
    guard applies(rule), let it = words.rules[rule] else { return }
    if place != nil, !noted.insert(Noted(rule: rule, place: place)).inserted { return }
    let shown = quoted ?? place.map { text.string($0) } ?? ""
    func filled(_ template: String) -> String {
      var result = ""
      var rest = template[...]
      while let open = rest.firstIndex(of: "{"), let end = rest[open...].firstIndex(of: "}") {
        result += rest[..<open]
        switch rest[rest.index(after: open)..<end] {
        case "words": result += shown
        case "count": result += count
        case "limit": result += limit
        default: result += rest[open...end]
        }
        rest = rest[rest.index(after: end)...]
      }
      return result + rest
    }
    let remark = Remark(
      rule, words: shown, says: filled(it.says[saying] ?? it.says["alone"] ?? ""),
      why: filled(it.why), row: it.row,
      mend: filled(it.mend))
    found.append(Finding(place: place, remark: remark))
  }

  /// Whether a rule has noticed something.
  func noticed(_ rule: Remark.Rule) -> Bool { found.contains { $0.remark.rule == rule } }

  /// All remarks in order, their places in characters.
  func remarks() -> [Remark] {
    guard !found.isEmpty else { return [] }
    let order = Dictionary(
      uniqueKeysWithValues: Remark.Rule.allCases.enumerated().map { ($1, $0) })
    let sorted = found.sorted { a, b in
      let (x, y) = (a.place, b.place)
      if let x, let y, x != y { return (x.lowerBound, x.upperBound) < (y.lowerBound, y.upperBound) }
      if (x == nil) != (y == nil) { return y == nil }
      return (order[a.remark.rule] ?? 0, a.remark.words) < (
        order[b.remark.rule] ?? 0, b.remark.words
      )
    }
    let characters = characters(of: sorted.compactMap(\.place))
    return sorted.map { finding in
      var remark = finding.remark
      remark.place = finding.place.map {
        (characters[$0.lowerBound] ?? 0)..<(characters[$0.upperBound] ?? 0)
      }
      return remark
    }
  }

  /// How many characters lie before some bytes.
  func characters(of places: [Range<Int>]) -> [Int: Int] {
    let wanted = Set(places.flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
    var result: [Int: Int] = [:]
    let string = String(decoding: text.bytes, as: UTF8.self)
    var at = string.startIndex
    var bytes = 0
    var count = 0
    for offset in wanted {
      while bytes < offset, at < string.endIndex {
        let next = string.index(after: at)
        bytes += string.utf8.distance(from: at, to: next)
        at = next
        if bytes <= offset { count += 1 }
      }
      result[offset] = count
    }
    return result
  }
}
