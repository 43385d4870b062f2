/// What a job posting asks for, read from its text: proposals that the person takes over or passes (A45, A20).
/// In doubt a line is left out: what is missing is quickly typed, and a list of everything helps nobody.
public enum Posting {
  /// One thing it asks for.
  public struct Wanted: Hashable, Sendable {
    /// The thing, as the posting says it, without what leads up to it.
    public var text: String
    /// The years it asks for; nil where it names none.
    public var years: Int?
    /// Makes one.
    public init(_ text: String, years: Int? = nil) {
      self.text = text
      self.years = years
    }
  }

  /// The most that are proposed.
  static let most = 20

  /// What a text asks for, in its order, each thing once.
  public static func wanted(_ text: String) -> [Wanted] {
    var (section, found): (Section, [Wanted]) = (.open, [])
    for line in joined(text) {
      let words = plain(line)
      if words.isEmpty { continue }
      if let heading = heading(words) {
        section = heading
        continue
      }
      // A heading may stand in the line of what it introduces: "Requirements: Kafka, Go".
      let (lead, rest) = introduced(words)
      if let lead { section = lead }
      let isListed = isBullet(line) || lead != nil
      for sentence in sentences(rest) {
        let isWanted = section == .wanted && (isListed || asks(sentence) || sentence == rest)
        guard section != .other, isWanted || asks(sentence) else { continue }
        for part in parts(sentence) {
          let it = Wanted(part, years: years(part))
          if isThing(part), !found.contains(where: { same($0.text, part) }) { found.append(it) }
        }
      }
    }
    return Array(found.prefix(most))
  }

  /// The lines of a text; one that was broken where the room ended goes on in the next.
  private static func joined(_ text: String) -> [String] {
    var lines: [String] = []
    var goesOn = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = String(line).trimmed
      if goesOn, let first = line.first, first.isLowercase, let last = lines.last {
        lines[lines.count - 1] = "\(last) \(line)"
      } else {
        lines.append(line)
      }
      goesOn = !line.isEmpty && !".:;!?".contains(line.last ?? ".")
    }
    return lines.filter { !$0.isEmpty }
  }

  /// Those that are not among the requirements on file yet.
  public static func proposals(_ dossier: Dossier) -> [Wanted] {
    let known = dossier.preparations.filter { $0.kind == .requirement }.map(\.text)
    return wanted(dossier.application.posting ?? "").filter { it in
      !known.contains { same($0, it.text) }
    }
  }

  /// Puts one of them on file as a requirement.
  public static func added(
    _ it: Wanted, to application: ID, ids: inout IDSource, now: Moment
  ) -> Change {
    let entry = Preparation(
      id: ids.draw(), application: application, kind: .requirement, recorded: now
    ) {
      $0.text = it.text
      $0.required = it.years
    }
    return Change("requirement added from the posting", [.insert(.preparation(entry))])
  }

  // MARK: - Sections

  private enum Section { case open, wanted, other }

  private static let wantedHeads = [
    "requirements", "what you bring", "what you'll bring", "what you need",
    "what we're looking for",
    "what we are looking for", "what we look for", "what we expect", "your profile", "who you are",
    "you have", "you bring", "you must have", "must have", "must haves", "must-haves",
    "minimum qualifications",
    "basic qualifications", "qualifications", "your skills", "skills", "about you", "we expect",
    "required", "required skills", "nice to have", "nice-to-have", "preferred qualifications",
    "preferred", "bonus points", "what you should bring", "essential", "desirable",
    "your background",
    "we're looking for", "we are looking for", "you should have", "experience",
  ]
  private static let otherHeads = [
    "benefits", "what we offer", "we offer", "perks", "about us", "who we are", "the company",
    "responsibilities", "your tasks", "what you'll do", "what you will do", "the role", "your role",
    "about the role", "how to apply", "our process", "salary", "compensation", "location",
    "equal opportunity", "diversity", "why us", "why join us", "the team", "our offer", "tasks",
    "day to day", "your responsibilities", "what awaits you", "contact",
  ]

  /// Which section a line begins that is a heading and nothing else.
  private static func heading(_ line: String) -> Section? {
    guard line.count <= 50 else { return nil }
    let name = line.lowercased().replacing("’", with: "'")
      .trimming(while: { !$0.isLetter })
    if wantedHeads.contains(name) { return .wanted }
    if otherHeads.contains(name) { return .other }
    return nil
  }

  /// A heading before a colon, and what stands behind it.
  private static func introduced(_ line: String) -> (Section?, String) {
    guard let colon = line.firstIndex(of: ":") else { return (nil, line) }
    let rest = String(line[line.index(after: colon)...]).trimmed
    guard !rest.isEmpty, let section = heading(String(line[..<colon])) else { return (nil, line) }
    return (section, rest)
  }

  // MARK: - Sentences

  private static let marks: Set<Character> = [
    "-", "*", "•", "·", "–", "▪", "◦", "○", "●", "✓", "#",
  ]

  private static func isBullet(_ line: String) -> Bool {
    guard let first = line.trimmed.first else { return false }
    return marks.contains(first)
      || first.isNumber && line.trimmed.contains { $0 == "." || $0 == ")" }
  }

  /// A line without the mark of a list.
  private static func plain(_ line: String) -> String {
    var line = line.trimmed
    while let first = line.first, marks.contains(first) { line = String(line.dropFirst()).trimmed }
    let number = line.prefix { $0.isNumber }
    if !number.isEmpty, let next = line.dropFirst(number.count).first, next == "." || next == ")" {
      line = String(line.dropFirst(number.count + 1)).trimmed
    }
    return line
  }

  private static func sentences(_ line: String) -> [String] {
    var result: [String] = []
    var current = ""
    let characters = Array(line)
    for (at, character) in characters.enumerated() {
      let isEnd =
        (character == "." || character == "!" || character == "?" || character == ";")
        && (at + 1 == characters.count || characters[at + 1] == " ") && !isShort(current)
      if isEnd {
        result.append(current.trimmed)
        current = ""
      } else {
        current.append(character)
      }
    }
    return (result + [current.trimmed]).filter { !$0.isEmpty }
  }

  /// Whether a full stop belongs to a short form: "e.g.", "etc.".
  private static func isShort(_ text: String) -> Bool {
    let last = text.split(separator: " ").last.map { $0.lowercased() } ?? ""
    return ["e.g", "i.e", "etc", "approx", "min", "incl", "z.b", "no"].contains(last)
  }

  /// What a sentence has that asks for something.
  private static let cues = [
    "you have", "you've", "you bring", "you are fluent", "you know", "you can ",
    "you're comfortable",
    "must have", "must be able", "required", "requires", "we expect", "we ask for", "they ask for",
    "looking for someone", "years of", "years' ", "years in", "years with", "year of",
    "experience in",
    "experience with", "experience of", "experienced in", "knowledge of", "proficien", "fluent",
    "fluency", "familiar with", "familiarity", "degree in", "degree or", "ability to", "able to",
    "skilled in", "background in", "comfortable with", "understanding of", "expertise in",
    "track record", "certified", "certification", "license", "hands-on", "good command of",
  ]
  /// What a sentence has that offers something instead.
  private static let offers = [
    "we offer", "you'll get", "you will get", "you get ", "salary", "vacation", "benefits",
    "we are a",
    "we're a", "our company", "equal opportunity", "apply ", "please send", "you will learn",
    "you'll learn", "free ", "bonus of", "we have been", "we've been", "founded",
  ]

  private static func asks(_ sentence: String) -> Bool {
    let text = sentence.lowercased().replacing("’", with: "'")
    return cues.contains { text.containsWords($0) } && !offers.contains { text.containsWords($0) }
  }

  // MARK: - Things

  /// What leads up to the thing itself.
  private static let leads = [
    "you have", "you've got", "you've", "you bring", "you must have", "you should have", "you know",
    "you are", "you're", "must have", "we expect you to have", "we expect", "we ask for",
    "they ask for", "we are looking for someone with", "we're looking for someone with",
    "we are looking for", "we're looking for", "ideally", "ideally you have", "please bring",
    "the job requires", "this job requires", "the role requires", "this role requires", "required:",
    "must be", "you can",
  ]

  /// A sentence in its things, each without what leads up to it.
  private static func parts(_ sentence: String) -> [String] {
    var text = sentence
    for lead in leads.sorted(by: { $0.count > $1.count })
    where text.lowercased().replacing("’", with: "'").hasPrefix(lead + " ") {
      text = String(text.dropFirst(lead.count)).trimmed
      break
    }
    for end in [" is required", " are required", " required", " is a must", " is essential"]
    where text.lowercased().hasSuffix(end) {
      text = String(text.dropLast(end.count)).trimmed
    }
    // Only a list of short things is taken apart: "Go, Kafka, and on-call".
    let pieces = text.split(separator: ",").map { String($0).trimmed }
    let isList =
      pieces.count >= 3 && pieces.allSatisfy { $0.split(separator: " ").count <= 4 }
    guard isList else { return [tidy(text)] }
    return pieces.map { piece in
      var piece = piece
      for word in ["and ", "or "] where piece.lowercased().hasPrefix(word) {
        piece = String(piece.dropFirst(word.count))
      }
      return tidy(piece)
    }
  }

  private static func tidy(_ text: String) -> String {
    let text = text.trimming { $0.isWhitespace || ".,;:–-".contains($0) }
    return text.capitalizedFirst
  }

  /// Whether it is something one can have or lack: a few words, and no sentence about them.
  private static func isThing(_ text: String) -> Bool {
    let count = text.split(separator: " ").count
    guard text.count >= 2, count <= 18 else { return false }
    return text.contains { $0.isLetter }
  }

  private static let numbers = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
  ]

  /// The years a thing asks for: "5+ years", "at least three years", "3-5 years" (the fewer).
  static func years(_ text: String) -> Int? {
    let words = text.lowercased().split { $0 == " " || $0 == "(" || $0 == ")" }.map(String.init)
    guard let at = words.firstIndex(where: { $0.hasPrefix("year") }), at > 0 else { return nil }
    for word in words[max(0, at - 3)..<at] {
      if let number = numbers[word] { return number }
      let digits = word.prefix { $0.isNumber }
      if let number = Int(digits), (1...50).contains(number) { return number }
    }
    return nil
  }

  private static func same(_ a: String, _ b: String) -> Bool {
    let (a, b) = (AskedQuestions.words(a), AskedQuestions.words(b))
    guard !a.isEmpty, !b.isEmpty else { return false }
    return a == b
  }
}

extension String {
  /// The text without the characters at both ends for which this holds.
  fileprivate func trimming(while isGone: (Character) -> Bool) -> String {
    var text = Substring(self)
    while let first = text.first, isGone(first) { text = text.dropFirst() }
    while let last = text.last, isGone(last) { text = text.dropLast() }
    return String(text)
  }

  /// Whether these words stand in it, at the beginning of a word.
  fileprivate func containsWords(_ words: String) -> Bool {
    var rest = Substring(self)
    while let range = String(rest).firstRange(of: words) {
      let text = String(rest)
      let isStart =
        range.lowerBound == text.startIndex
        || !text[text.index(before: range.lowerBound)].isLetter
      if isStart { return true }
      rest = Substring(text[range.upperBound...])
    }
    return false
  }
}
