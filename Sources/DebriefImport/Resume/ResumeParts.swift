import DebriefModel

/// The parts of a résumé, and which of them found a place.
struct ResumeParts {
  /// Something they may ask about.
  struct Claim {
    var text: String
    /// Where it was, or who says so.
    var place: String
  }

  private typealias Entry = [String: Any]
  private let root: [String: Any]
  /// The entries of each section that found a place.
  private var used: [String: Set<Int>] = [:]

  init(_ root: [String: Any]) { self.root = root }

  /// The sections there are, as a sentence has one entry of each and several.
  private static let sections: [(key: String, one: String, many: String)] = [
    ("work", "job", "jobs"), ("volunteer", "volunteer role", "volunteer roles"),
    ("projects", "project", "projects"), ("education", "degree or school", "degrees or schools"),
    ("certificates", "certificate", "certificates"), ("awards", "award", "awards"),
    ("publications", "publication", "publications"), ("skills", "skill", "skills"),
    ("languages", "language", "languages"), ("interests", "interest", "interests"),
    ("references", "reference", "references"),
  ]

  private func entries(_ section: String) -> [Entry] { ResumeImport.list(root[section]) }

  // MARK: - For one application

  /// What they may ask about: what was done in jobs, volunteer roles, and projects, and what was awarded,
  /// certified, or published.
  mutating func claims() -> [Claim] {
    var result: [Claim] = []
    for section in ["work", "volunteer", "projects"] {
      for (at, it) in entries(section).enumerated() {
        let texts = ResumeImport.texts(it["highlights"])
        if !texts.isEmpty { used[section, default: []].insert(at) }
        result += texts.map { Claim(text: $0, place: ResumeImport.place(it)) }
      }
    }
    let named: [(section: String, title: String, from: String, date: String)] = [
      ("awards", "title", "awarder", "date"), ("certificates", "name", "issuer", "date"),
      ("publications", "name", "publisher", "releaseDate"),
    ]
    for (section, title, from, date) in named {
      for (at, it) in entries(section).enumerated() {
        let text = ResumeImport.line(it[title])
        if text.isEmpty { continue }
        used[section, default: []].insert(at)
        let parts = [
          ResumeImport.line(it[from]), ResumeImport.date(ResumeImport.line(it[date])),
        ]
        result.append(
          Claim(text: text, place: parts.filter { !$0.isEmpty }.joined(separator: ", ")))
      }
    }
    return result
  }

  /// What speaks for something that a job asks for, in the résumé's own words.
  mutating func evidence(for requirement: String) -> [String] {
    let plain = ResumeParts.spaced(requirement)
    func names(_ words: String) -> Bool {
      let words = ResumeParts.spaced(words)
      return words.count > 2 && plain.contains(words)
    }
    var found: [String] = []
    func add(_ text: String, _ section: String, _ at: Int) {
      used[section, default: []].insert(at)
      if !found.contains(text) { found.append(text) }
    }
    for (at, it) in entries("skills").enumerated() {
      let level = ResumeImport.line(it["level"])
      for word in [ResumeImport.line(it["name"])] + ResumeImport.keywords(it["keywords"])
      where names(word) {
        add(level.isEmpty ? word : "\(word) (\(level))", "skills", at)
      }
    }
    for (at, it) in entries("languages").enumerated() {
      let (name, fluency) = (ResumeImport.line(it["language"]), ResumeImport.line(it["fluency"]))
      if names(name) { add(fluency.isEmpty ? name : "\(name) (\(fluency))", "languages", at) }
    }
    for (at, it) in entries("certificates").enumerated() {
      let name = ResumeImport.line(it["name"])
      if names(name) { add(name, "certificates", at) }
    }
    for (at, it) in entries("education").enumerated() where isAsked(it, plain) {
      let text = ResumeParts.degree(it)
      if !text.isEmpty { add(text, "education", at) }
    }
    return found
  }

  /// Whether a requirement asks for a degree like this one: of its level or its subject, or any.
  private func isAsked(_ it: Entry, _ plain: String) -> Bool {
    let area = ResumeParts.spaced(ResumeImport.line(it["area"]))
    if area.count > 2, plain.contains(area) { return true }
    let own = ResumeParts.levels(ResumeParts.spaced(ResumeImport.line(it["studyType"])))
    let asked = ResumeParts.levels(plain)
    if !asked.isEmpty { return !own.isDisjoint(with: asked) }
    return [" degree ", " diploma ", " university ", " college "].contains(where: plain.contains)
  }

  /// The levels of degrees that a text names.
  private static func levels(_ plain: String) -> Set<String> {
    let words: [(String, String)] = [
      ("bachelor", "bachelor"), ("bachelors", "bachelor"), ("bsc", "bachelor"), ("ba", "bachelor"),
      ("bs", "bachelor"), ("beng", "bachelor"), ("master", "master"), ("masters", "master"),
      ("msc", "master"), ("ma", "master"), ("mba", "master"), ("meng", "master"),
      ("phd", "doctor"), ("doctorate", "doctor"), ("doctoral", "doctor"),
    ]
    return Set(words.filter { plain.contains(" \($0.0) ") }.map(\.1))
  }

  /// `Bachelor, Software Development, University of Oklahoma`.
  private static func degree(_ it: Entry) -> String {
    ["studyType", "area", "institution"].map { ResumeImport.line(it[$0]) }
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static func spaced(_ text: String) -> String {
    " " + NameFolding.words(text).joined(separator: " ") + " "
  }

  // MARK: - What is left

  /// What found no place, such as `2 languages, 1 interest`; nil when everything did.
  var left: String? {
    var parts: [String] = []
    for (key, one, many) in ResumeParts.sections {
      // The first skills are those of this version of the résumé.
      let taken = key == "skills" ? 3 : 0
      let count = entries(key).indices.filter {
        $0 >= taken && !(used[key]?.contains($0) ?? false)
      }.count
      if count > 0 { parts.append("\(count) \(count == 1 ? one : many)") }
    }
    let basics = root["basics"] as? [String: Any] ?? [:]
    let own: [(String, String)] = [
      ("location", "your address"), ("url", "your website"),
      ("profiles", "your profiles elsewhere"),
      ("image", "your picture"),
    ]
    for (key, words) in own where ResumeParts.isSaid(basics[key]) { parts.append(words) }
    let known = Set(ResumeParts.sections.map(\.key) + ["basics", "meta", "$schema"])
    let strange = root.keys.filter { !known.contains($0) && ResumeParts.isSaid(root[$0]) }.sorted()
      .map { "“\(Harmless.line($0).prefix(40))”" }
    parts += strange.prefix(5)
    if strange.count > 5 { parts.append("\(strange.count - 5) more parts") }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func isSaid(_ value: Any?) -> Bool {
    switch value {
    case let it as String: !it.isEmpty
    case let it as [Any]: !it.isEmpty
    case let it as [String: Any]: it.values.contains { isSaid($0) }
    default: false
    }
  }
}
