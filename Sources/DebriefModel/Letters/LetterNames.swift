extension LetterText {
  /// A job as a letter names it: without the marks that postings carry behind a title to say that it's
  /// for everybody, such as `(m/w/d)`.
  static func role(_ title: String) -> String {
    var text = ""
    var rest = title[...]
    while let open = rest.firstIndex(where: { "([".contains($0) }) {
      let close: Character = rest[open] == "(" ? ")" : "]"
      guard let end = rest[open...].firstIndex(of: close) else { break }
      let inside = rest[rest.index(after: open)..<end]
      text += rest[..<open]
      if !isForEverybody(inside) { text += rest[open...end] }
      rest = rest[rest.index(after: end)...]
    }
    text += rest
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    while let last = words.last, last.contains("/") && isForEverybody(last[...]) || last == "-" {
      words.removeLast()
    }
    let left = words.joined(separator: " ")
    return left.isEmpty ? title : left
  }

  /// Whether it's nothing but signs for genders: `m/w/d`, `f/m/x`, `all genders`, `gn`.
  private static func isForEverybody(_ text: Substring) -> Bool {
    let small = text.lowercased().trimmed
    if ["all genders", "any gender", "gn", "mwd", "mfd"].contains(small) { return true }
    let parts = small.split(whereSeparator: { "/|,*· ".contains($0) })
    return parts.count > 1 && parts.allSatisfy { signs.contains(String($0)) }
  }

  private static let signs: Set<String> = [
    "m", "w", "d", "f", "x", "h", "i", "k", "v", "gn", "div", "divers", "all", "male", "female",
    "diverse",
  ]

  /// A subject without a bracket in a bracket: the inner one becomes a comma.
  public static func flatBrackets(_ subject: String) -> String {
    var depth = 0
    var text = ""
    for character in subject {
      switch character {
      case "(":
        depth += 1
        if depth == 1 {
          text.append(character)
        } else {
          while text.last == " " { text.removeLast() }
          text += ", "
        }
      case ")":
        if depth <= 1 { text.append(character) }
        depth = max(0, depth - 1)
      default: text.append(character)
      }
    }
    return text
  }

  /// A name as an English greeting has it: no title of another language, and a doctor by the family name.
  static func titled(_ name: String, language: String) -> String {
    guard language.isEmpty || language.hasPrefix("en") else { return name }
    var words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    func plain(_ word: String) -> String { word.lowercased().filter { $0 != "." } }
    var foreign: String?
    if words.count > 1, let title = words.first.map(plain), let english = foreignTitles[title] {
      foreign = english
      words.removeFirst()
    }
    // "Phil Berg" has a first name that could stand within a title, so only what begins one counts.
    let isTitled = words.first.map { ["dr", "prof", "professor"].contains(plain($0)) } ?? false
    if foreign == nil, !isTitled { return name }
    let academic = words.prefix { academicTitles.contains(plain($0)) }
    let names = Array(words.dropFirst(academic.count))
    guard !names.isEmpty else { return name }
    // An English title stays as it's on file, and so does a name with more behind a comma.
    if foreign == nil, name.contains(",") { return name }
    guard let foreign else { return "\(academic.joined(separator: " ")) \(family(names))" }
    let isDoctor = !academic.isEmpty
    // "Frau Käthe Weiß" has a whole name to be greeted by.
    if !isDoctor, names.count > 1 { return names.joined(separator: " ") }
    let title = isDoctor ? english(academic.map(plain)) : foreign
    return "\(title) \(family(names))"
  }

  private static func english(_ titles: [String]) -> String {
    titles.contains { $0.hasPrefix("prof") } ? "Prof." : "Dr."
  }

  /// The family name: with what belongs before it, such as "van der".
  private static func family(_ names: [String]) -> String {
    let first = names.dropFirst().firstIndex { $0.first?.isLowercase ?? false }
    return names[(first ?? names.count - 1)...].joined(separator: " ")
  }

  private static let foreignTitles = [
    "frau": "Ms.", "fr": "Ms.", "herr": "Mr.", "herrn": "Mr.", "hr": "Mr.", "madame": "Ms.",
    "mme": "Ms.", "monsieur": "Mr.", "señora": "Ms.", "señor": "Mr.", "signora": "Ms.",
    "signor": "Mr.", "mevrouw": "Ms.", "meneer": "Mr.", "fru": "Ms.",
  ]
  private static let academicTitles: Set<String> = [
    "dr", "prof", "professor", "med", "phil", "rer", "nat", "ing",
  ]
}
