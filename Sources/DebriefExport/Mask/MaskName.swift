/// One name that is not to be seen, and what stands in its place.
struct MaskName: Hashable, Sendable {
  /// As it is written.
  let text: String
  /// Its words, in lower case.
  let words: [String]
  /// What stands in its place.
  let standIn: String
  /// Whether it is the whole name and no part of it: a part that is also a common word counts only
  /// where it begins with a capital.
  let isWhole: Bool

  init(_ text: String, _ standIn: String, isWhole: Bool) {
    self.text = text
    words = MaskName.split(text)
    self.standIn = standIn
    self.isWhole = isWhole
  }

  /// How long it is.
  var letters: Int { words.reduce(0) { $0 + $1.count } }

  /// Whether it is counted only with a capital.
  var needsCapital: Bool { !isWhole && words.count == 1 && MaskName.common.contains(words[0]) }

  /// The words of a text in lower case: runs of letters and digits.
  static func split(_ text: String) -> [String] {
    text.lowercased().split { !MaskName.isWord($0) }.map(String.init)
  }

  static func isWord(_ c: Character) -> Bool { c.isLetter || c.isNumber }

  /// Whether whoever an entry of the log names is named: "HR" and "they" name nobody.
  static func isName(_ from: String) -> Bool {
    let words = split(from)
    return !words.isEmpty && !words.allSatisfy { roles.contains($0) }
  }

  /// Whom a letter greets: the words behind "Dear" and its like, up to a comma or the line's end.
  static func greeted(_ letter: String) -> String? {
    guard let line = letter.split(whereSeparator: \.isNewline).first else { return nil }
    let words = line.split(separator: " ")
    guard words.count > 1, words.count < 7,
      ["dear", "hello", "hi", "liebe", "lieber", "hallo", "cher", "chère"].contains(
        words[0].lowercased())
    else { return nil }
    let name = words.dropFirst().joined(separator: " ").filter { !",.!:".contains($0) }
    return isName(name) ? name : nil
  }

  /// Who signs it: a last line of at most three words that all begin with a capital.
  static func signed(_ letter: String) -> String? {
    let lines = letter.split(whereSeparator: \.isNewline)
    guard lines.count > 1, let line = lines.last, line.last?.isPunctuation == false else {
      return nil
    }
    let words = line.split(separator: " ")
    guard (1...3).contains(words.count), words.allSatisfy({ $0.first?.isUppercase == true }) else {
      return nil
    }
    return isName(String(line)) ? String(line) : nil
  }

  /// What gives a person away alone: each word of the name that is no title.
  static func personParts(_ name: String) -> [String] {
    let words = split(name)
    guard words.count > 1 else { return [] }
    return words.filter { $0.count >= 2 && !titles.contains($0) && !roles.contains($0) }
  }

  /// What gives a company away alone: each word that is no word of business, and all of its words
  /// joined, as an address has them.
  static func companyParts(_ name: String) -> [String] {
    let words = split(name)
    guard words.count > 1 else { return [] }
    return words.filter { $0.count >= 3 && !business.contains($0) } + [words.joined()]
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "van", "von", "de", "der", "den", "la", "le",
    "el", "al", "bin", "da", "di", "du", "the", "and",
  ]
  private static let roles: Set<String> = [
    "hr", "they", "them", "the", "a", "team", "manager", "hiring", "recruiter", "recruiting",
    "interviewer", "panel", "human", "resources", "my", "adviser", "advisor", "coach", "friend",
    "department", "office", "someone", "from", "of", "their", "e", "mail", "email", "phone",
    "letter",
    "call", "by", "in", "person", "meeting", "video", "all", "everyone", "sir", "madam", "hello",
  ]
  private static let business: Set<String> = [
    "the", "and", "und", "inc", "ltd", "llc", "gmbh", "plc", "corp", "company", "group", "labs",
    "lab", "systems", "software", "services", "solutions", "technologies", "technology", "tech",
    "data", "digital", "bank", "media", "consulting", "partners", "holding", "international",
    "global", "cloud", "works", "studio", "studios", "network", "networks", "research", "health",
    "energy", "insurance", "university", "institute", "foundation", "agency", "co-op", "coop",
    "cafe", "café", "söhne", "sons", "new", "first", "one", "people", "home", "for", "with",
  ]
  /// First and last names that are also common words.
  private static let common: Set<String> = [
    "will", "mark", "may", "art", "bill", "rose", "grace", "hope", "faith", "joy", "sue", "rob",
    "pat", "drew", "dean", "frank", "ray", "rich", "jack", "june", "april", "august", "summer",
    "dawn", "eve", "ivy", "olive", "ruby", "pearl", "amber", "jade", "crystal", "iris", "violet",
    "heather", "holly", "lily", "daisy", "penny", "chase", "grant", "miles", "max", "young", "long",
    "short", "small", "little", "good", "best", "better", "white", "black", "brown", "green",
    "gray",
    "grey", "king", "price", "page", "day", "field", "fields", "hill", "lane", "park", "rivers",
    "stone", "wood", "woods", "cook", "baker", "carter", "fisher", "hunter", "mason", "miller",
    "parker", "porter", "potter", "taylor", "turner", "walker", "ward", "wise", "sharp", "strong",
    "so", "an", "do", "he", "an", "in", "on", "no", "le", "li", "bell", "case", "law", "love",
    "moon",
    "major", "power", "post", "rice", "roles", "self", "west", "north", "south", "east", "winter",
  ]
}
