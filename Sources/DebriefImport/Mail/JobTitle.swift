import DebriefModel

/// The title of a job, as two are compared: “Sr. Data Engineer (m/f/d)” and “Senior data-engineer, remote” are one.
struct JobTitle: Hashable {
  /// How two titles stand to each other.
  enum Likeness: Hashable {
    /// They are one.
    case same
    /// One says more than the other: “Data Engineer” and “Senior Data Engineer, Platform”.
    case near
    /// They may be one, or two.
    case doubtful
    /// They are two.
    case other
  }

  /// The words that tell it from others.
  let words: Set<String>
  private let ranks: Set<String>
  /// What its holder is, such as an engineer.
  private let head: String?

  init(_ text: String, _ known: ImportWords) {
    let parts = NameFolding.words(text).flatMap { word -> [String] in
      known.titles.short[word] ?? [JobTitle.joined[word] ?? word]
    }
    let kept = JobTitle.pairs(parts).filter {
      !known.titles.noise.contains($0) && !$0.allSatisfy(\.isNumber)
    }
    words = Set(kept)
    ranks = words.intersection(known.titles.ranks)
    head = kept.last { known.roles.contains($0) && !known.titles.ranks.contains($0) }
  }

  /// Whether it has no words.
  var isEmpty: Bool { words.isEmpty }

  private static let joined = [
    "engineering": "engineer", "engineers": "engineer", "developers": "developer",
  ]

  /// “Front end” and “frontend” are one.
  private static func pairs(_ words: [String]) -> [String] {
    var kept: [String] = []
    for word in words {
      if let last = kept.last, ["end", "stack", "ops"].contains(word),
        ["front", "back", "full", "dev"].contains(last)
      {
        kept[kept.count - 1] = last + word
      } else {
        kept.append(word)
      }
    }
    return kept
  }

  /// How this one stands to another.
  func likeness(to other: JobTitle) -> Likeness {
    if words == other.words { return .same }
    if isEmpty || other.isEmpty { return .near }
    // A junior and a senior are two.
    if !ranks.isEmpty, !other.ranks.isEmpty, ranks.isDisjoint(with: other.ranks) { return .other }
    if words.isSubset(of: other.words) || other.words.isSubset(of: words) { return .near }
    if head != other.head { return .other }
    let heads = Set([head].compactMap(\.self))
    let shared = words.intersection(other.words).subtracting(heads).subtracting(ranks)
    return shared.isEmpty ? .other : .doubtful
  }
}

/// What a subject says of a job: its title and the company, where it names them.
struct JobTold: Hashable {
  /// The title as it's written, without what only says who may apply; empty where none is named.
  var role = ""
  /// The company; empty where none is named.
  var company = ""
  /// The title, where its words are those of one; empty where only its place says so.
  var sure = ""

  /// Reads “Your application for Data Engineer (m/f/d) at Nordlicht”, “Re: Interview – Backend Engineer”,
  /// “Data Engineer | Nordlicht”, and “Nordlicht: Data Engineer”.
  init(_ subject: String, _ words: ImportWords) {
    var text = Harmless.line(subject).replacing("&amp;", with: "&").replacing("&AMP;", with: "&")
    while let end = JobTold.answer(text) { text = String(text[end...]).trimmed }
    text = JobTold.withoutBrackets(text)
    for sign in ["–", "—", "|", "•", "·", "//", " - ", ": ", "»", ">"] {
      text = text.replacing(sign, with: "\u{1}")
    }
    let parts = text.split(separator: "\u{1}").map { String($0).trimmed }.filter { !$0.isEmpty }
    var rest: [String] = []
    for part in parts { read(part, words, isAlone: parts.count == 1, &rest) }
    if isRole(role, words) { sure = role }
    // Beside a title stands a company: "Nordlicht: Data Engineer".
    if !role.isEmpty, company.isEmpty, rest.count == 1, JobTold.isName(rest[0]) {
      company = rest[0]
    }
  }

  /// Where the sign ends that a subject answers another, or passes it on.
  private static func answer(_ text: String) -> String.Index? {
    guard let colon = text.prefix(6).firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      return nil
    }
    let word = text[..<colon].lowercased().filter(\.isLetter)
    return ["re", "fwd", "fw", "aw", "wg", "tr", "antw", "sv", "vs", "rif", "rv"].contains(word)
      ? text.index(after: colon) : nil
  }

  /// “(m/f/d)”, “(remote)”, “(Ref. 42)” and “[External]” are no part of a title; “(Backend)” is.
  private static func withoutBrackets(_ text: String) -> String {
    var result = ""
    var inner: String?
    for character in text {
      if "([{".contains(character), inner == nil {
        inner = ""
      } else if ")]}".contains(character), let it = inner {
        if !isNoise(it) { result += it }
        inner = nil
      } else if inner != nil {
        inner?.append(character)
      } else {
        result.append(character)
      }
    }
    return (result + (inner ?? "")).split(separator: " ").joined(separator: " ")
  }

  private static func isNoise(_ text: String) -> Bool {
    let words = NameFolding.words(text)
    let noise: Set<String> = [
      "all", "genders", "gender", "remote", "hybrid", "onsite", "external", "ref", "id", "req",
      "job", "no",
      "number", "full", "part", "time", "home", "office", "extern", "ext",
    ]
    return words.allSatisfy {
      $0.count == 1 || noise.contains($0) || $0.contains(where: \.isNumber)
    }
  }

  /// Reads one part of a subject.
  private mutating func read(
    _ part: String, _ words: ImportWords, isAlone: Bool, _ rest: inout [String]
  ) {
    var all = part.split(separator: " ").map(String.init)
    // The last word before what it's about: "for", "at".
    var lead = ""
    func plain(_ word: String) -> String {
      NameFolding.plain(word).filter { $0.isLetter || $0.isNumber }
    }
    while let first = all.first {
      let word = plain(first)
      if ["for", "as", "to", "with", "at", "from", "by", "bei", "chez", "als", "zu", "pour"]
        .contains(word), !lead.isEmpty || all.count > 1
      {
        lead = word
      } else if words.notices.contains(word) || word.isEmpty || word.allSatisfy(\.isNumber) {
        if lead.isEmpty { lead = "-" }
      } else {
        break
      }
      all.removeFirst()
    }
    while let last = all.last, words.notices.contains(plain(last)) && last != all.first {
      all.removeLast()
    }
    guard !all.isEmpty, all.count <= 10 else { return }
    if readBesideComma(all, words) { return }
    for at in all.indices.dropFirst() where at + 1 < all.count {
      guard ["at", "@", "with", "bei", "chez"].contains(all[at].lowercased()) else { continue }
      let name = all[(at + 1)...].joined(separator: " ").trimming { ",.;!".contains($0) }
      let before = all[..<at].joined(separator: " ")
      if JobTold.isName(name), isRole(before, words) || ["for", "as", "als"].contains(lead) {
        (role, company) = (role.isEmpty ? JobTold.title(before, words) : role, name)
        return
      }
    }
    let text = all.joined(separator: " ").trimming { ",.;!".contains($0) }
    if isRole(text, words)
      || ["for", "as", "als"].contains(lead) && all[0].first?.isUppercase == true
    {
      if role.isEmpty { role = JobTold.title(text, words) }
    } else if ["to", "with", "at", "bei", "chez"].contains(lead), JobTold.isName(text) {
      if company.isEmpty { company = text }
    } else if lead.isEmpty || lead == "-" && !isAlone {
      rest.append(text)
    }
  }

  /// Reads “Head of Music, Blue Gate School”, and “Hotel Adler, Cook”. What follows a comma may be a town or a team
  /// as well: it's a company where its name says so.
  private mutating func readBesideComma(_ all: [String], _ words: ImportWords) -> Bool {
    let parts = JobTold.parts(all.joined(separator: " "))
    guard parts.count > 1, role.isEmpty, company.isEmpty, let first = parts.first,
      let last = parts.last
    else { return false }
    func isFirm(_ text: String) -> Bool {
      let names = NameFolding.words(text)
      return JobTold.isName(text) && names.contains(where: words.firms.contains)
        && !names.allSatisfy(words.firms.contains)
    }
    if isFirm(last), isRole(first, words) {
      role = JobTold.title(parts.dropLast().joined(separator: ", "), words)
      company = last
    } else if isFirm(first), !isRole(first, words), isRole(last, words) {
      role = JobTold.title(parts.dropFirst().joined(separator: ", "), words)
      company = first
    } else {
      return false
    }
    return true
  }

  private static func parts(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0).trimming { " .;!".contains($0) } }
      .filter { !$0.isEmpty }
  }

  /// The same for a company that is known from elsewhere: “Data Engineer, Nordlicht” is a data engineer there.
  func at(_ name: String) -> JobTold {
    let parts = JobTold.parts(role)
    let left = parts.filter { !NameFolding.isSame($0, name) }
    guard parts.count > 1, left.count == parts.count - 1 else { return self }
    var told = self
    told.role = left.joined(separator: ", ")
    if !told.sure.isEmpty { told.sure = told.role }
    return told
  }

  private func isRole(_ text: String, _ words: ImportWords) -> Bool {
    let all = NameFolding.words(text)
    return !all.isEmpty && all.count <= 9
      && all.contains {
        words.roles.contains($0)
          || words.titles.short[$0]?.contains(where: words.roles.contains) == true
      }
  }

  /// A title without the words around it.
  private static func title(_ text: String, _ words: ImportWords) -> String {
    var all = text.split(separator: " ").map(String.init)
    while let last = all.last,
      ["position", "role", "job", "vacancy", "post", "opening", "interview"].contains(
        last.lowercased())
    {
      all.removeLast()
    }
    while let first = all.first,
      ["position", "role", "of", "the", "a", "an"].contains(first.lowercased())
    {
      all.removeFirst()
    }
    return all.joined(separator: " ").trimming { ",.;:-–".contains($0) }
  }

  /// Whether it's written as a name is, and not longer.
  private static func isName(_ text: String) -> Bool {
    let all = text.split(separator: " ")
    return (1...5).contains(all.count)
      && (text.first?.isUppercase == true || text.first?.isNumber == true)
      && all.allSatisfy {
        $0.first?.isLowercase != true
          || ["of", "and", "the", "for", "de", "und", "et", "by"].contains($0)
      }
  }
}
