/// Whether words that are spelled like a name on file are that name where they stand. Companies are
/// called Next, Target and Indeed, and people Will and Grace: case, hyphens, the place in the sentence
/// and the everyday words decide. The one rule for the note that names its application, the check of a
/// letter for names of others, and the mask.
public struct NameInProse: Sendable {
  /// What words are.
  public enum Standing: Int, Sendable, Comparable {
    /// The everyday word.
    case word
    /// Either; nobody should act upon it without asking.
    case doubtful
    /// The name.
    case name

    /// The less certain first.
    public static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
  }

  /// How a text is written: its case tells something only where it is mixed.
  private enum Mood { case mixed, small, capitals, title }

  /// The text.
  private let text: [Character]
  private let mood: Mood
  private let ordinary: OrdinaryWords

  /// Looks at a text once.
  public init(_ text: [Character], ordinary: OrdinaryWords) {
    self.text = text
    self.ordinary = ordinary
    mood = NameInProse.mood(text)
  }

  /// Looks at a text once.
  public init(_ text: String, ordinary: OrdinaryWords) {
    self.init(Array(text), ordinary: ordinary)
  }

  /// Whether nothing in the text is written with a capital: then case says nothing of a name.
  public var isSmall: Bool { mood == .small }

  /// Whether a name is spelled like an everyday word, or like nothing but such words. Its legal form
  /// does not count; a name with a digit, or in another script, is none.
  public static func isOrdinary(_ name: String, _ ordinary: OrdinaryWords) -> Bool {
    let words = NameFolding.words(name).filter { !forms.contains($0) }
    return !words.isEmpty
      && words.allSatisfy { word in
        word.utf8.allSatisfy { (97...122).contains($0) }
          && (ordinary.contains(word) || calendar.contains(word) || verbs.contains(word))
      }
  }

  /// What the words at a place are, which are spelled like a name on file. `isSetOff`: a colon behind
  /// them, or a comma before them, parts them from the rest, as in `Target: they asked about pay`.
  /// `isOrdinary` says that the name is one of everyday words where that is known already.
  public func standing(
    of place: Range<Int>, as name: String, isSetOff: Bool = false, isOrdinary: Bool? = nil
  ) -> Standing {
    guard !place.isEmpty, place.upperBound <= text.count else { return .name }
    if isEnding(place) { return .word }
    let isWord = isOrdinary ?? NameInProse.isOrdinary(name, ordinary)
    if !isSetOff, isOrdinary == nil, let short = short(place, name, isWord) { return short }
    // What one knows of a product, such as SAP experience, says nothing about its maker.
    let most: Standing =
      !isSetOff && isOrdinary == nil && isSkill(place) ? .doubtful : .name
    return isWord ? min(most, everyday(place, name, isSetOff)) : most
  }

  /// Whether somebody may be called so: a company whose name is a first name as well is meant beyond doubt only
  /// where a place is, as in "at Ford" and "applied to Morgan", and not in "Will asked about pay".
  public func mayBeSomebody(_ place: Range<Int>, as name: String) -> Bool {
    guard FirstNames.contains(name), !place.isEmpty, place.upperBound <= text.count else {
      return false
    }
    guard let before = wordBefore(place.lowerBound) else { return true }
    if before == "at" || NameInProse.joins.contains(before) { return false }
    guard before == "to" || before == "for" || before == "with" else { return true }
    // Before the preposition: "applied to Ford" and "interview with Ford", but not "talked to Will".
    var start = place.lowerBound - 1
    while start > 0, !NameFolding.isWord(text[start]) { start -= 1 }
    while start > 0, NameFolding.isWord(text[start - 1]) { start -= 1 }
    return wordBefore(start).map { !NameInProse.applies.contains($0) } ?? true
  }

  /// Whether what follows makes a skill of a name.
  private func isSkill(_ place: Range<Int>) -> Bool {
    wordAfter(place.upperBound).map { NameInProse.skills.contains($0) } == true
  }

  /// A name of one or two letters, such as 3M, IF or X: it counts only as it is written on file, and as a
  /// name only where somebody does something or is talked to. Nil for longer names.
  private func short(_ place: Range<Int>, _ name: String, _ isWord: Bool) -> Standing? {
    let letters = text[place].filter { NameFolding.isWord($0) }
    guard (1...2).contains(letters.count), letters.allSatisfy(\.isASCII) else { return nil }
    let written = String(text[place])
    guard name == written || name.hasPrefix(written + " ") else { return .word }
    let before = wordBefore(place.lowerBound)
    let isSubject =
      before == nil && wordAfter(place.upperBound).map { NameInProse.doings.contains($0) } == true
    let isToward = before.map { ["at", "with", "from"].contains($0) } ?? false
    if mood == .capitals || mood == .title { return .doubtful }
    if letters.count == 1 { return isSubject || isToward ? .doubtful : .word }
    if isWord {
      let isShouted = !letters.contains(where: \.isLowercase)
      return isShouted || isSubject || before != nil ? .doubtful : .word
    }
    // 3M is a sum as well.
    if letters.contains(where: \.isNumber) { return isSubject ? .name : .doubtful }
    return isSubject || isToward || letters.count < written.count ? .name : .doubtful
  }

  /// What the words of a name are that consists of everyday words.
  private func everyday(_ place: Range<Int>, _ name: String, _ isSetOff: Bool) -> Standing {
    let words = text[place].split { !NameFolding.isWord($0) && !NameFolding.isApostrophe($0) }
      .map { Array($0) }
    guard let first = words.first else { return .name }
    let isCapital = first[0].isUppercase
    if isHyphened(place) { return isCapital && isLikened(place) ? .name : .word }
    if isSetOff {
      let isSure = isCapital && mood != .capitals && !isCalendar(words) && !isHeading(words, place)
      return isSure ? .name : .doubtful
    }
    return words.count > 1 ? several(words, name) : one(first, place, name, isCapital)
  }

  /// Words that are each an everyday word, such as Best Buy.
  private func several(_ words: [[Character]], _ name: String) -> Standing {
    if words.contains(where: { NameInProse.forms.contains(String($0).lowercased()) }) {
      return .name
    }
    let capitals = words.filter { $0[0].isUppercase }.count
    switch mood {
    case .small: return .doubtful
    case .capitals, .title: return capitals == words.count ? .doubtful : .word
    case .mixed:
      // The little words of a name need no capital, as in Bank of America.
      let wanted = words.filter { $0.count > 3 }.count
      return capitals >= max(2, min(words.count, wanted)) ? .name : .word
    }
  }

  private func one(
    _ word: [Character], _ place: Range<Int>, _ name: String, _ isCapital: Bool
  ) -> Standing {
    let isPossessive = possessive(place)
    let before = wordBefore(place.lowerBound)
    guard isCapital else {
      guard mood == .small else { return .word }
      let isAfter = before.map { NameInProse.toward.contains($0) } ?? true
      return isAfter || isPossessive ? .doubtful : .word
    }
    if isCalendar([word]) { return .doubtful }
    if mood == .capitals || mood == .title { return .doubtful }
    // GAP and GoTo are written so for the name alone.
    if word.dropFirst().contains(where: \.isUppercase), String(word) == name.filter({ $0 != "." }),
      !NameInProse.verbs.contains(name.lowercased())
    {
      return .name
    }
    guard let before else {
      if isPossessive { return .name }
      return wordAfter(place.upperBound).map { NameInProse.doings.contains($0) } == true
        ? .name : .doubtful
    }
    if NameInProse.determiners.contains(before) || NameInProse.by.contains(before) {
      return .doubtful
    }
    return .name
  }

  private func isCalendar(_ words: [[Character]]) -> Bool {
    words.count == 1 && NameInProse.calendar.contains(String(words[0]).lowercased())
  }

  /// Whether a colon makes a heading of them, as in "Next: bring a printed CV".
  private func isHeading(_ words: [[Character]], _ place: Range<Int>) -> Bool {
    guard words.count == 1 else { return false }
    let rest = text[place.upperBound...].drop { $0.isWhitespace }
    guard rest.first == ":" || rest.first == "：" else { return false }
    if NameInProse.headings.contains(String(words[0]).lowercased()) { return true }
    // "Target: 90k" is an amount: no company begins what it says with one.
    guard let said = rest.dropFirst().first(where: { !$0.isWhitespace }) else { return false }
    return said.isNumber || said.isCurrencySymbol
  }

  // MARK: - Around it

  private static func isHyphen(_ c: Character) -> Bool {
    c == "-" || c == "\u{2010}" || c == "\u{2011}"
  }

  /// Whether a hyphen joins it with a word, as in next-gen.
  private func isHyphened(_ place: Range<Int>) -> Bool {
    func joins(_ hyphen: Int, _ other: Int) -> Bool {
      text.indices.contains(hyphen) && text.indices.contains(other)
        && NameInProse.isHyphen(text[hyphen]) && NameFolding.isWord(text[other])
    }
    return joins(place.upperBound, place.upperBound + 1)
      || joins(place.lowerBound - 1, place.lowerBound - 2)
  }

  /// Whether it is the end of a word that is talked about, as in "-ing forms".
  private func isEnding(_ place: Range<Int>) -> Bool {
    let hyphen = place.lowerBound - 1
    guard hyphen >= 0, NameInProse.isHyphen(text[hyphen]), text[hyphen] != "–", text[hyphen] != "—",
      text[place.lowerBound].isLowercase
    else { return false }
    return hyphen == 0 || text[hyphen - 1].isWhitespace
  }

  /// Whether something is said to be like somebody: Hale-like, Frank-style.
  private func isLikened(_ place: Range<Int>) -> Bool {
    guard place.upperBound < text.count, NameInProse.isHyphen(text[place.upperBound]) else {
      return false
    }
    let word = text[(place.upperBound + 1)...].prefix { NameFolding.isWord($0) }
    return [
      "like", "style", "esque", "ish", "type", "led", "run", "approved", "inspired",
    ].contains(
      String(word).lowercased())
  }

  private func possessive(_ place: Range<Int>) -> Bool {
    let end = place.upperBound
    guard end + 1 < text.count, NameFolding.isApostrophe(text[end]) else {
      // The place may hold it.
      return place.count > 2 && (text[end - 1] == "s" || text[end - 1] == "S")
        && NameFolding.isApostrophe(text[end - 2])
    }
    return text[end + 1] == "s" || text[end + 1] == "S"
  }

  /// The word before, in small letters; nil at the beginning of a sentence, a line or a quotation.
  private func wordBefore(_ start: Int) -> String? {
    var at = start - 1
    while at >= 0, !NameFolding.isWord(text[at]) {
      if text[at].isNewline || NameInProse.enders.contains(text[at]) { return nil }
      at -= 1
    }
    guard at >= 0 else { return nil }
    var word: [Character] = []
    while at >= 0, NameFolding.isWord(text[at]) || NameFolding.isApostrophe(text[at]) {
      word.append(text[at])
      at -= 1
    }
    return String(word.reversed()).lowercased()
  }

  /// The word behind, in small letters, when only blanks part it.
  private func wordAfter(_ end: Int) -> String? {
    var at = end
    while at < text.count, text[at] == " " { at += 1 }
    guard at > end else { return nil }
    let word = text[at...].prefix { NameFolding.isWord($0) || NameFolding.isApostrophe($0) }
    return word.isEmpty ? nil : String(word).lowercased()
  }

  private static func mood(_ text: [Character]) -> Mood {
    var words = 0
    var capitals = 0
    var shouted = 0
    var long = 0
    var longCapitals = 0
    var at = 0
    while at < text.count {
      guard text[at].isLetter else {
        at += 1
        continue
      }
      let start = at
      while at < text.count, NameFolding.isWord(text[at]) || NameFolding.isApostrophe(text[at]) {
        at += 1
      }
      let word = text[start..<at]
      // "I" is always written so.
      if word.count == 1 { continue }
      words += 1
      let isCapital = text[start].isUppercase
      if isCapital { capitals += 1 }
      if !word.contains(where: \.isLowercase) { shouted += 1 }
      if word.count > 3 {
        long += 1
        if isCapital { longCapitals += 1 }
      }
    }
    if words > 0, capitals == 0 { return .small }
    if words > 1, shouted == words { return .capitals }
    if long > 2, longCapitals * 4 >= long * 3 { return .title }
    return .mixed
  }

  // MARK: - Words

  /// What a sentence ends with; a quotation begins one.
  private static let enders: Set<Character> = [
    ".", "!", "?", ":", ";", "…", "\"", "\u{201C}", "\u{201D}", "«", "»", "\u{2022}", "*", "(", "。",
  ]
  /// What a company's name may end with and nobody says.
  public static let forms: Set<String> = [
    "ag", "bv", "co", "company", "corp", "corporation", "gmbh", "inc", "kg", "limited", "llc",
    "ltd", "oy", "plc", "sa", "sarl", "se", "spa", "srl",
  ]
  /// Names that are written with a capital in any case.
  public static let calendar: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
  /// Companies whose names are everyday words since, for what one does with them.
  private static let verbs: Set<String> = [
    "uber", "google", "linkedin", "xing", "glassdoor", "github", "gitlab", "skype", "whatsapp",
    "facebook", "instagram", "youtube", "excel", "photoshop", "powerpoint", "docker", "jira",
    "leetcode", "hackerrank", "webex", "airbnb", "ebay", "telegram", "twitter", "tiktok", "java",
    "javascript", "kubernetes", "linux", "gmail", "netflix", "paypal", "wikipedia", "reddit",
  ]
  /// What one has of a product or a trade.
  private static let skills: Set<String> = [
    "experience", "skills", "skill", "knowledge", "certification", "certificate", "certified",
    "training", "course", "courses", "tutorial", "exam", "expertise", "background",
  ]
  /// What stands before a thing and not before a company.
  private static let determiners: Set<String> = [
    "a", "an", "the", "my", "your", "our", "their", "his", "her", "its", "this", "that", "these",
    "those", "each", "every", "some", "any", "no", "one", "another", "first", "last", "next",
  ]
  /// What stands before a tool one uses: on Zoom, in Notion, via Slack.
  private static let by: Set<String> = [
    "on", "in", "via", "over", "using", "through", "per", "use",
  ]
  /// What stands before a company one talks to, and seldom before a bare word.
  private static let toward: Set<String> = ["at", "to", "from", "with", "for", "by"]
  /// What one does with a company and with nobody.
  private static let joins: Set<String> = ["joined", "joining", "join"]
  /// What stands before "to", "for" and "with" where a company is meant.
  private static let applies: Set<String> = [
    "applied", "apply", "applying", "application", "role", "job", "offer", "working", "work",
  ]
  /// What people write over a note of theirs, with a colon behind it.
  private static let headings: Set<String> = [
    "next", "later", "then", "now", "today", "tomorrow", "yesterday", "tonight", "soon", "first",
    "second", "third", "last", "finally", "also", "again", "but", "so", "still", "indeed",
    "maybe", "perhaps", "actually", "anyway", "please", "yes", "no", "okay", "note", "notes",
    "idea", "ideas", "thought", "thoughts", "question", "questions", "answer", "answers",
    "lesson", "lessons", "learned", "summary", "reminder", "remember", "update", "news",
    "example", "tip", "tips", "fact", "facts", "rule", "list", "agenda", "topic", "topics",
    "subject", "date", "time", "place", "goal", "goals", "plan", "plans", "task", "tasks", "step",
    "steps", "result", "results", "point", "points", "feedback", "mood", "feeling", "feelings",
    "good", "bad", "better", "best", "worse", "worst", "plus", "minus", "pro", "con", "pros",
    "cons", "right", "wrong", "more", "less", "other", "others", "important", "urgent", "warning",
    "careful", "why", "how", "what", "when", "who", "where", "here", "there", "pay", "salary",
    "offer", "ask", "call", "prepare", "read", "write", "check", "fix", "try", "do", "stop",
    "start", "keep", "open", "done", "strength", "strengths", "weakness", "weaknesses", "action",
    "actions", "focus", "change", "changes", "contact", "gap", "gaps", "current",
    "currently", "remote", "hybrid", "onsite", "ready", "match", "root", "signal", "signals",
    "visa",
    "level", "range", "budget", "team", "role", "title", "location", "hours", "benefits", "equity",
    "bonus", "deadline", "risk", "risks", "stack", "process", "one", "two", "three", "four", "five",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  /// What a company does at the beginning of a sentence.
  private static let doings: Set<String> = [
    "called", "asked", "said", "wrote", "wants", "wanted", "replied", "answered", "rejected",
    "offered", "offers", "invited", "emailed", "phoned", "told", "sent", "declined", "hired",
    "hires", "pays", "paid", "asks", "says", "writes", "promised", "ghosted", "canceled",
    "cancelled", "postponed", "extended", "confirmed", "mentioned", "explained",
  ]
}
