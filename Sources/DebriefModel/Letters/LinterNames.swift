/// Who is written to, and who is named.
extension LintScan {
  /// The recipient against the greeting and the company, and names that belong to another
  /// application (A59).
  mutating func addressees() {
    recipient()
    foreignNames()
  }

  // MARK: - Recipient

  private mutating func recipient() {
    guard applies(.recipient) else { return }
    salutation()
    guard let recipient = context.recipient else {
      // Only beside an application is it known that nobody was chosen.
      // Whoever greets nobody by name has nobody to choose: "Hello," to the company.
      if context.dossier != nil, let kind = context.kind, words.limits[kind]?.person == true,
        !greetsNobody
      {
        note(.recipient, "nobody")
      }
      return
    }
    greeting(recipient)
    easternGreeting(recipient)
    company(recipient)
  }

  /// A letter to a person that greets nobody, or nobody by name (A59).
  private mutating func salutation() {
    guard let kind = context.kind, words.limits[kind]?.person == true,
      !noticed(.gap) || text.tokens.first?.region != .greeting
    else { return }
    let greeting = text.tokens.indices.prefix { text.tokens[$0].region == .greeting }
    let sayings = words.rules[.recipient]?.says ?? [:]
    if greeting.isEmpty {
      // A letter that begins with a name alone greets somebody: "Ines,".
      let line = text.tokens.prefix { $0.line == text.tokens[0].line }
      let isName =
        line.count <= 4
        && line.allSatisfy { $0.traits.contains(.capital) || $0.traits.isDisjoint(with: .cased) }
      if !isName, sayings["none"] != nil { note(.recipient, "none", at: span(0..<1)) }
    } else if sayings["unnamed"] != nil, context.recipient != nil || context.dossier == nil,
      let count = index.begins(text.tokens, at: 0, .greeting), count >= greeting.count
    {
      note(.recipient, "unnamed", at: span(greeting.startIndex..<greeting.endIndex))
    }
  }

  /// Whether the greeting is a word of greeting and nothing else.
  private var greetsNobody: Bool {
    let greeting = text.tokens.prefix { $0.region == .greeting }
    guard !greeting.isEmpty, let count = index.begins(text.tokens, at: 0, .greeting) else {
      return false
    }
    return count >= greeting.count
  }

  /// A greeting in Han characters, kana, or hangul that names somebody else: Dear 佐野様 to 佐藤.
  private mutating func easternGreeting(_ recipient: Person) {
    let greeted = text.tokens.indices.prefix {
      text.tokens[$0].line == text.tokens[0].line && $0 < 6
    }
    let isGreeting = text.tokens.first?.region == .greeting
    let opening = isGreeting ? index.begins(text.tokens, at: 0, .greeting) ?? 0 : 0
    let names = greeted.dropFirst(opening).map {
      EasternGreeting(text.string(text.tokens[$0].start..<text.tokens[$0].end))
    }
    // Without a word of greeting, a line is one only where somebody is addressed at its end.
    guard opening > 0 || (names.count <= 3 && names.last??.isAddressed == true) else { return }
    for (at, name) in zip(greeted.dropFirst(opening), names) {
      guard let name, name.fits(recipient.name) == false else { continue }
      note(.recipient, "greeting", at: span(at..<(at + 1)), limit: recipient.name)
      return
    }
  }

  private mutating func greeting(_ recipient: Person) {
    // "Good" of "Good morning" is nobody's name.
    let opening = index.begins(text.tokens, at: 0, .greeting) ?? 0
    let greeted = text.tokens.indices.dropFirst(opening).filter { at in
      let token = text.tokens[at]
      return token.region == .greeting && !has(at, .greeting) && !has(at, .titles)
        && token.traits.isDisjoint(with: [.opaque, .digit])
        && (token.traits.isSuperset(of: [.capital, .cased]) || isHyphened(at))
    }
    let held = LetterProse(recipient.name).tokens.filter { $0.traits.contains(.cased) }
    // A name in another script may be written in any way, and so may one of which a part is.
    guard let first = greeted.first, let last = greeted.last, !held.isEmpty,
      NameScripts.isReadable(recipient.name)
    else { return }
    let known =
      NameFolding.spellings(recipient.name)
      + NameScripts.latin(recipient.name).map(NameFolding.words)
    let sounds = NameScripts.sounds(recipient.name)
    var fits = greeted.map { at in
      isNamed(text.tokens[at], known)
        || sounds.contains(NameScripts.sound(NameFolding.plain(text.tokens[at].base)))
    }
    // Min-jun of Kim Minjun.
    for (place, at) in greeted.enumerated().dropLast() where greeted[place + 1] == at + 1 {
      let word = NameFolding.words(text.tokens[at].base + text.tokens[at + 1].base).joined()
      if known.contains(where: { $0.contains(word) }) { fits[place...(place + 1)] = [true, true] }
    }
    // Beside the reader's own name only what is no name may stand, or somebody else of this
    // application: Sarah Jones is not greeted as Sarah Smith, nor Daniel Hale as Mr Halen.
    let own = Set(zip(greeted, fits).filter(\.1).map(\.0))
    let strange = greeted.contains { at in
      if own.contains(at) || has(at, .function) { return false }
      // What follows a first name is the family name, also where it is a word as well.
      if own.contains(at - 1), text.tokens[at].traits.contains(.close) { return true }
      return !named[at] && !words.everyday.contains(NameFolding.plain(text.tokens[at].base))
    }
    if fits.contains(true), !strange { return }
    note(
      .recipient, "greeting", at: span(first..<(last + 1)), limit: recipient.name)
  }

  /// Whether a hyphen joins a word in small letters to a name: Min-jun.
  private func isHyphened(_ at: Int) -> Bool {
    guard at > 0, text.tokens[at - 1].traits.isSuperset(of: [.capital, .cased]),
      text.tokens[at].traits.contains(.cased)
    else { return false }
    return text.bytes[text.tokens[at - 1].end..<text.tokens[at].start].elementsEqual("-".utf8)
  }

  /// Whether a greeting's word is one of a name: a whole word of it, its letter as in `J.`, or the
  /// short form of a first name. A family name counts only whole.
  private func isNamed(_ token: LetterToken, _ spellings: [[String]]) -> Bool {
    NameFolding.words(token.base).allSatisfy { word in
      spellings.contains { name in
        if name.contains(word) || isRun(word, of: name) { return true }
        let given = name.count > 1 ? name.dropLast() : name[...]
        if word.count == 1 { return given.contains { $0.hasPrefix(word) } }
        return given.contains { words.nicknames.areOne($0, word) }
      }
    }
  }

  /// Whether a word is several of a name written as one: Minjun of Kim Min-jun.
  private func isRun(_ word: String, of name: [String]) -> Bool {
    name.indices.contains { start in
      var run = ""
      return name[start...].contains { part in
        run += part
        return run == word
      }
    }
  }

  private mutating func company(_ recipient: Person) {
    guard let company = context.dossier?.application.company, !company.isEmpty,
      !recipient.company.isEmpty, recipient.part != .recruiter, recipient.part != .other
    else { return }
    let theirs = Set(NameFolding.words(recipient.company))
    let ours = Set(NameFolding.words(company))
    // A short and a full name of one company share a word; other scripts are not compared.
    guard !theirs.isEmpty, !ours.isEmpty, theirs.isDisjoint(with: ours) else { return }
    note(
      .recipient, "company", words: recipient.name, count: recipient.company, limit: company)
  }

  // MARK: - Names of others

  private mutating func foreignNames() {
    guard applies(.foreignName) else { return }
    let greeted = noticed(.recipient)
    let prose =
      context.foreignNames.isEmpty
      ? nil
      : NameInProse(String(decoding: text.bytes, as: UTF8.self), ordinary: words.everyday)
    for name in context.foreignNames {
      let wanted = LetterProse(name)
      guard let first = wanted.tokens.first else { continue }
      if wanted.tokens.contains(where: { $0.traits.contains(.unspaced) }) {
        for place in occurrences(of: wanted.bytes) { note(.foreignName, at: place) }
        continue
      }
      let keys = wanted.tokens.map(\.key)
      for at in text.tokens.indices
      where text.tokens[at].base == first.key || text.tokens[at].key == first.key {
        let range = at..<(at + keys.count)
        guard range.upperBound <= text.tokens.count else { continue }
        let same = zip(range, keys).allSatisfy {
          text.tokens[$0].key == $1 || text.tokens[$0].base == $1
        }
        guard same, isName(range, of: first, prose),
          !(greeted && text.tokens[at].region == .greeting)
        else { continue }
        note(.foreignName, at: span(range), words: name)
      }
    }
  }

  /// Whether words stand as a name: with a capital, no address, and no everyday words where they
  /// stand; in doubt nothing is said.
  private func isName(_ range: Range<Int>, of name: LetterToken, _ prose: NameInProse?) -> Bool {
    let token = text.tokens[range.lowerBound]
    guard !token.traits.contains(.opaque) else { return false }
    if name.traits.contains(.cased), !token.traits.contains(.capital) { return false }
    if range.count == 1 {
      if names.contains(token.base) { return false }
      let everyday =
        has(range.lowerBound, .ordinary) || has(range.lowerBound, .common)
        || has(range.lowerBound, .function) || has(range.lowerBound, .titles)
      if everyday, token.traits.contains(.first) { return false }
    }
    guard let prose else { return true }
    let bytes = span(range)
    let offsets = characters(of: [bytes])
    guard let start = offsets[bytes.lowerBound], let end = offsets[bytes.upperBound] else {
      return true
    }
    let bare = text.tokens[range.upperBound - 1].base
    let words = text.string(bytes)
    // Will showed me the lab: somebody, in doubt, and no company of that name.
    if prose.mayBeSomebody(start..<end, as: Self.bare(words)) { return false }
    return prose.standing(of: start..<end, as: bare.isEmpty ? words : Self.bare(words)) == .name
  }

  /// Words without a possessive ending.
  private static func bare(_ words: String) -> String {
    for ending in ["'s", "\u{2019}s"] where words.hasSuffix(ending) {
      return String(words.dropLast(2))
    }
    return words
  }

  /// Where some bytes occur.
  private func occurrences(of wanted: [UInt8]) -> [Range<Int>] {
    guard let lead = wanted.first, wanted.count <= text.bytes.count else { return [] }
    var places: [Range<Int>] = []
    var at = 0
    while at + wanted.count <= text.bytes.count {
      if text.bytes[at] == lead, text.bytes[at..<(at + wanted.count)].elementsEqual(wanted) {
        places.append(at..<(at + wanted.count))
        at += wanted.count
      } else {
        at += 1
      }
    }
    return places
  }

  // MARK: - Twins

  /// A letter that another person gets in nearly the same words (A57).
  mutating func twins() {
    guard applies(.twin), let kind = context.kind, !context.others.isEmpty else { return }
    let own = Shingles(String(decoding: text.bytes, as: UTF8.self))
    let least = max(1, words.figures[.twinWords] ?? 0)
    guard own.count >= least else { return }
    for other in context.others where other.letterKind == kind {
      guard other.to != context.recipient?.id || other.to == nil else { continue }
      let shingles = Shingles(other.text)
      guard shingles.count >= least else { continue }
      if own.likeness(shingles) >= words.figures[.twinPercent] ?? 101 {
        let name = context.dossier?.person(other.to)?.name ?? ""
        note(.twin, words: name, count: "\(own.likeness(shingles))")
        return
      }
    }
  }
}

/// The runs of three words of a text without its greeting, to tell how alike two texts are.
struct Shingles {
  private let runs: Set<UInt64>
  /// How many runs there are.
  var count: Int { runs.count }

  init(_ text: String) {
    var runs: Set<UInt64> = []
    var (a, b, c): (UInt64, UInt64, UInt64) = (0, 0, 0)
    var word: UInt64 = 0
    var line = 0
    for byte in text.utf8 {
      if byte == 10, line == 0 { line = 1 }
      let lower = byte >= 65 && byte <= 90 ? byte | 0x20 : byte
      let belongs = lower >= 97 && lower <= 122 || lower >= 0x80 || (48...57).contains(lower)
      if belongs {
        word = ((word == 0 ? 0xCBF2_9CE4_8422_2325 : word) ^ UInt64(lower)) &* 0x100_0000_01B3
      } else if word != 0 {
        (a, b, c) = (b, c, word)
        word = 0
        if a != 0, line > 0 { runs.insert(a &* 31 &+ b &* 7 &+ c) }
      }
    }
    if word != 0, b != 0, c != 0, line > 0 { runs.insert(b &* 31 &+ c &* 7 &+ word) }
    self.runs = runs
  }

  /// Runs in both of all runs, in percent.
  func likeness(_ other: Shingles) -> Int {
    let both = runs.intersection(other.runs).count
    return both * 100 / max(1, runs.count + other.runs.count - both)
  }
}
