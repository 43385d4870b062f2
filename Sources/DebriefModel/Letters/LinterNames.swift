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
    guard let recipient = context.recipient else {
      // Only beside an application is it known that nobody was chosen.
      if context.dossier != nil, let kind = context.kind, words.limits[kind]?.person == true {
        note(.recipient, "nobody")
      }
      return
    }
    greeting(recipient)
    company(recipient)
  }

  private mutating func greeting(_ recipient: Person) {
    let greeted = text.tokens.indices.filter { at in
      let token = text.tokens[at]
      return token.region == .greeting && !has(at, .greeting) && !has(at, .titles)
        && token.traits.isDisjoint(with: [.opaque, .digit])
        && token.traits.isSuperset(of: [.capital, .cased])
    }
    let held = LetterProse(recipient.name).tokens.filter { $0.traits.contains(.cased) }
    // A name in another script may be written in any way.
    guard let first = greeted.first, let last = greeted.last, !held.isEmpty else { return }
    let known = held.map { Folding.plain($0.key) }
    let fits = greeted.contains { at in
      let name = Folding.plain(text.tokens[at].base)
      return known.contains { Self.isSame(name, $0, words.nicknames) }
    }
    if fits { return }
    note(
      .recipient, "greeting", at: span(first..<(last + 1)), limit: recipient.name)
  }

  /// Whether two first names may be one person's: equal, one the beginning of the other, or known
  /// short forms.
  private static func isSame(_ a: String, _ b: String, _ nicknames: [Set<String>]) -> Bool {
    if a == b { return true }
    let (short, long) = a.utf8.count < b.utf8.count ? (a, b) : (b, a)
    if short.utf8.count >= 3, long.hasPrefix(short) { return true }
    return nicknames.contains { $0.contains(a) && $0.contains(b) }
  }

  private mutating func company(_ recipient: Person) {
    guard let company = context.dossier?.application.company, !company.isEmpty,
      !recipient.company.isEmpty, recipient.part != .recruiter, recipient.part != .other
    else { return }
    let theirs = Set(LetterProse(recipient.company).tokens.map { Folding.plain($0.key) })
    let ours = Set(LetterProse(company).tokens.map { Folding.plain($0.key) })
    // A short and a full name of one company share a word; other scripts are not compared.
    guard !theirs.isEmpty, !ours.isEmpty, theirs.isDisjoint(with: ours) else { return }
    note(
      .recipient, "company", words: recipient.name, count: recipient.company, limit: company)
  }

  // MARK: - Names of others

  private mutating func foreignNames() {
    guard applies(.foreignName) else { return }
    let greeted = noticed(.recipient)
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
        guard at + keys.count <= text.tokens.count, isName(at, of: first, alone: keys.count == 1)
        else { continue }
        let range = at..<(at + keys.count)
        let same = zip(range, keys).allSatisfy {
          text.tokens[$0].key == $1 || text.tokens[$0].base == $1
        }
        guard same, !(greeted && text.tokens[at].region == .greeting) else { continue }
        note(.foreignName, at: span(range), words: name)
      }
    }
  }

  /// Whether a word stands as a name: with its capital, no address, and, alone at the beginning of a
  /// sentence, no everyday word.
  private func isName(_ at: Int, of name: LetterToken, alone: Bool) -> Bool {
    let token = text.tokens[at]
    guard !token.traits.contains(.opaque) else { return false }
    if name.traits.contains(.cased), !token.traits.contains(.capital) { return false }
    guard alone else { return true }
    if names.contains(token.base) { return false }
    let everyday = has(at, .ordinary) || has(at, .common) || has(at, .function) || has(at, .titles)
    return !(everyday && token.traits.contains(.first))
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

/// Letters without their marks, so that Zoë and Zoe are one name.
enum Folding {
  private static let table: [Unicode.Scalar: String] = {
    let rows: [(String, String)] = [
      ("a", "àáâãäåāăąǎ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęěẽ"), ("g", "ĝğġģ"),
      ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"),
      ("o", "òóôõöøōŏő"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"),
      ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"), ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("th", "þ"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (plain, marked) in rows { for scalar in marked.unicodeScalars { table[scalar] = plain } }
    return table
  }()

  /// A word in lower case, without marks.
  static func plain(_ key: String) -> String {
    if key.utf8.allSatisfy({ $0 < 0x80 }) { return key }
    var result = ""
    for scalar in key.unicodeScalars {
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      if let plain = table[scalar] { result += plain } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
