/// A note of the user's as a part of a sentence: what it is decides which words lead up to it, so that a note
/// never stands behind a colon as if it were prose.
public enum LetterClause {
  /// What a note is.
  enum Shape: Hashable {
    /// "keep something running": it follows "to".
    case verb
    /// "a calm team that ships": a thing.
    case thing
    /// "no store runs out": it has a subject of its own.
    case clause
  }

  /// Words that begin a thing.
  private static let articles: Set<String> = [
    "a", "an", "the", "more", "some", "my", "our", "their", "your", "better", "good", "two",
    "three",
    "something", "someone", "somewhere", "responsibility", "four", "five", "six", "seven", "eight",
    "nine", "ten", "several", "many", "few", "most", "another", "his", "her", "its", "this",
    "these",
  ]
  /// Words that begin a sentence of its own.
  private static let subjects: Set<String> = [
    "no", "nobody", "no-one", "nothing", "everyone", "everybody", "every", "each", "all", "people",
    "they", "we", "you", "it", "anyone", "nowhere",
  ]
  /// Words a sentence has that says something of a thing.
  private static let predicates: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "will", "can", "could", "gets", "get", "goes",
    "opens", "bought", "sold", "won", "grew", "began", "got", "plans", "cut", "built", "made",
    "runs",
    "waits", "needs", "finds", "became", "left", "took", "comes", "came", "moves", "starts",
    "hires",
    "closes", "buys", "doesn't", "don't", "isn't", "aren't", "won't", "reaches", "works",
  ]
  /// Words that begin what one does.
  private static let verbs: Set<String> = [
    "be", "become", "bring", "build", "care", "change", "connect", "create", "cut", "design",
    "develop",
    "do", "draw", "end", "feed", "find", "fix", "get", "give", "go", "grow", "heal", "help",
    "improve",
    "keep", "lead", "learn", "let", "look", "make", "mend", "move", "open", "offer", "plan",
    "protect",
    "provide", "put", "reach", "reduce", "repair", "replace", "run", "save", "see", "serve", "set",
    "ship", "show", "solve", "start", "stay", "stop", "support", "take", "teach", "test", "train",
    "turn", "use", "win", "work", "write", "ask", "add", "begin", "measure", "try", "split", "map",
    "sort", "talk", "call", "carry", "clean", "collect", "deliver", "explain", "accept", "act",
    "adapt", "advise", "answer", "apply", "arrange", "assemble", "avoid", "bake", "balance", "buy",
    "catch", "check", "choose", "climb", "close", "coach", "combine", "compare", "cook", "count",
    "cover", "cross", "cure", "decide", "defend", "detect", "discover", "double", "drive", "earn",
    "educate", "enable", "encourage", "expand", "explore", "farm", "fight", "fill", "finish", "fly",
    "follow", "gather", "guard", "guide", "handle", "hear", "hire", "hold", "house", "hunt",
    "include", "increase", "inform", "inspire", "install", "introduce", "invent", "invest",
    "invite",
    "join", "launch", "lift", "link", "listen", "live", "lower", "maintain", "manage", "meet",
    "migrate", "monitor", "name", "nurse", "order", "organize", "own", "paint", "pass", "pay",
    "pick",
    "play", "prepare", "prevent", "print", "produce", "promote", "prove", "publish", "raise",
    "read",
    "rebuild", "recycle", "release", "rent", "rescue", "research", "respond", "rest", "restore",
    "return", "review", "rewrite", "roll", "search", "sell", "send", "share", "simplify", "sing",
    "sit", "sleep", "speak", "spend", "spread", "stand", "store", "strengthen", "study", "switch",
    "tell", "think", "track", "trade", "translate", "treat", "triple", "understand", "unify",
    "update", "visit", "wait", "walk", "wash", "watch", "welcome", "wire",
  ]

  private static func words(_ text: String) -> [String] {
    text.lowercased().replacing("’", with: "'").split(separator: " ").map { word in
      String(word).trimmingMarks
    }
  }

  /// What a note is: in doubt a thing.
  static func shape(_ text: String) -> Shape {
    let words = words(text)
    guard let first = words.first else { return .thing }
    if subjects.contains(first), words.count > 2 { return .clause }
    if first == "to", words.count > 1 { return .verb }
    if isVerb(words) { return .verb }
    let isSaid = words.dropFirst().contains {
      predicates.contains($0) || didThings.contains($0) && !things.contains($0) || isPast($0)
    }
    // "a team that ships": what follows "that" says nothing of the whole.
    let isRelative =
      words.contains("that") || words.contains("which") || words.contains("who")
      || words.contains("where")
    return isSaid && !isRelative ? .clause : .thing
  }

  /// Words behind which the first one was the name of a thing: "work in a team", "research that helps".
  private static let behindThings: Set<String> = [
    "in", "at", "of", "that", "which", "who", "where", "for", "is", "are", "was", "has",
  ]
  /// Words that are as often a thing as something one does.
  private static let both: Set<String> = [
    "work", "research", "support", "change", "design", "care", "help", "test", "plan", "trade",
    "rest",
    "study", "training", "print", "order", "balance", "review", "house", "store", "name",
  ]

  /// Whether a note begins with what one does.
  private static func isVerb(_ words: [String]) -> Bool {
    guard let first = words.first, verbs.contains(first) else { return false }
    guard both.contains(first) else { return true }
    return words.count == 1 || !behindThings.contains(words[1])
  }

  /// Forms of the past that do not end in -ed, where they begin a piece of news.
  private static let didThings: Set<String> = [
    "bought", "sold", "won", "grew", "began", "got", "built", "made", "left", "took", "became",
    "hit", "cut", "went", "ran", "led", "found", "gave", "spent", "did", "wrote", "taught", "kept",
    "held", "met", "drew", "grown", "fell", "rose", "saw", "brought",
  ]

  /// Those of them that are things as well, within a note: LED screens, a saw.
  private static let things: Set<String> = ["led", "saw", "rose", "fell", "held", "hit", "found"]

  /// Whether a word says what was done: "opened", "won".
  static func isDone(_ word: String) -> Bool { isPast(word) || didThings.contains(word) }

  /// Words in -ed that say what something is like.
  private static let notDone: Set<String> = [
    "speed", "need", "indeed", "hundred", "advanced", "experienced", "related", "detailed",
    "certified",
    "skilled", "limited", "united", "mixed", "embedded", "distributed", "combined", "repeated",
    "proceed",
  ]

  private static func isPast(_ word: String) -> Bool {
    word.count > 4 && word.hasSuffix("ed") && !notDone.contains(word)
  }

  /// A note without what only says who does it, and with the plain form of what is done: `making sure no
  /// store runs out` is `make sure no store runs out`, `I want to lead a team` is `lead a team`, and
  /// `we help farmers` is `help farmers`.
  private static func plainly(_ text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    func isAt(_ at: Int, _ all: [String]) -> Bool {
      words.count > at && all.contains(words[at].lowercased().replacing("’", with: "'"))
    }
    let isPerson = isAt(0, ["i", "we", "you", "they", "it"])
    if isPerson, isAt(1, ["want", "hope", "wish", "plan", "try", "aim", "mean", "need"]),
      isAt(2, ["to"])
    {
      return words.dropFirst(3).joined(separator: " ")
    }
    if isPerson, isAt(1, ["would", "should"]), isAt(2, ["like", "love"]), isAt(3, ["to"]) {
      return words.dropFirst(4).joined(separator: " ")
    }
    if isAt(0, ["i'd", "we'd"]), isAt(1, ["like", "love"]), isAt(2, ["to"]) {
      return words.dropFirst(3).joined(separator: " ")
    }
    if isAt(0, ["we", "you", "they"]), words.count > 1, verbs.contains(words[1].lowercased()) {
      words.removeFirst()
      return words.joined(separator: " ")
    }
    if words.count > 1, let verb = verb(ofGerund: words[0].lowercased()) {
      words[0] = verb
      return words.joined(separator: " ")
    }
    return text
  }

  /// `keep` of `keeping`, `make` of `making`, `run` of `running`; nil for a word that is no such form.
  private static func verb(ofGerund word: String) -> String? {
    guard word.hasSuffix("ing"), word.count > 4 else { return nil }
    let stem = String(word.dropLast(3))
    if verbs.contains(stem) { return stem }
    if verbs.contains(stem + "e") { return stem + "e" }
    let last = stem.last.map(String.init) ?? ""
    return stem.hasSuffix(last + last) && verbs.contains(String(stem.dropLast()))
      ? String(stem.dropLast()) : nil
  }

  /// A note within a sentence: its first word is small where it is a common one.
  static func inner(_ text: String, keeping names: [String] = []) -> String {
    let phrase = LetterText.phrase(text)
    guard let first = phrase.split(separator: " ").first.map(String.init),
      !names.contains(where: { !$0.isEmpty && phrase.hasPrefix($0) })
    else { return phrase }
    let small = first.lowercased().trimmingMarks
    let isCommon =
      articles.contains(small) || subjects.contains(small) || verbs.contains(small)
      || isOrdinary(small) && phrase.dropFirst(first.count + 1).first?.isLowercase == true
      || ["to", "their", "its", "this", "these"].contains(small)
    guard isCommon, first != "I" else { return phrase }
    return small.count == first.count ? small + phrase.dropFirst(first.count) : phrase
  }

  /// Whether a word with a capital at the beginning of a note is no name, by how it ends or as one of those that
  /// such notes begin with.
  private static func isOrdinary(_ word: String) -> Bool {
    ordinary.contains(word)
      || word.count > 6 && endings.contains { word.hasSuffix($0) }
  }

  private static let endings = [
    "able", "ible", "tion", "sion", "ment", "ness", "ity", "ful", "less", "ous", "ship", "ive",
  ]
  private static let ordinary: Set<String> = [
    "staff", "sales", "costs", "customers", "patients", "growth", "long", "late", "high", "low",
    "slow",
    "missing", "old", "new", "big", "small", "clean", "safe", "safer", "fair", "fast", "faster",
    "green",
    "free", "local", "public", "quality", "food", "water", "energy", "waiting", "losing", "finding",
    "hiring",
    "first", "then", "cheap", "cheaper", "healthy", "honest", "easy", "simple", "early", "how",
    "what",
    "why", "keeping", "getting", "making", "since", "at", "in", "after", "before", "when", "as",
    "during", "with", "without", "for",
    "on",
  ]

  /// A note as a sentence of its own, with a capital first letter.
  static func own(_ text: String) -> String {
    let phrase = LetterText.phrase(text)
    return phrase.capitalizedFirst
  }

  // MARK: - The sentences of the letters

  /// How one would help with what they work toward: `help make sure no store runs out` (A61). It follows
  /// "I'd be glad to".
  public static func help(_ mission: String) -> String {
    var text = plainly(inner(mission))
    // "They want to cut waste" says what they do.
    for lead in ["they want to ", "we want to ", "you want to ", "wants to ", "want to "]
    where text.lowercased().hasPrefix(lead) {
      text = "to " + text.dropFirst(lead.count)
    }
    if let done = ownDoing(text) { return "help you \(done)" }
    switch shape(text) {
    case .clause: return "help make sure \(addressed(text))"
    case .verb: return "help you \(bare(text))"
    case .thing: return "help with \(text)"
    }
  }

  /// What they say they do, whatever the verb: `power homes` of "we power homes"; nil for "we are", "we have", and
  /// what was done.
  private static func ownDoing(_ text: String) -> String? {
    let told = words(text)
    guard told.count > 2, ["we", "you", "they"].contains(told[0]), !told[1].hasSuffix("'t"),
      !predicates.contains(told[1]), !isDone(told[1]), !told[1].hasSuffix("ly"),
      ![
        "all", "both", "want", "never", "always", "only", "do", "must", "should", "would", "may",
        "might", "believe",
      ]
      .contains(told[1])
    else { return nil }
    return addressed(text).split(separator: " ").dropFirst().joined(separator: " ")
  }

  /// What one looks for: `a job where I can keep things running` (A62).
  public static func seek(_ goal: String) -> String {
    let text = plainly(inner(goal))
    switch shape(text) {
    case .verb: return "a job where I can \(bare(text))"
    case .thing: return text
    case .clause: return "a job where \(text)"
    }
  }

  /// What they ask for behind "you were looking for": `fluent German`, or `someone to lead a team` (A74).
  static func wanted(_ requirement: String) -> String {
    var text = inner(requirement)
    for lead in ["you ", "must ", "should ", "have ", "has ", "having "]
    where text.lowercased().hasPrefix(lead) && text.count > lead.count {
      text = String(text.dropFirst(lead.count))
    }
    text = plainly(inner(text))
    let first = words(text).first ?? ""
    if ["can", "is", "are"].contains(first) || isDoing(first) {
      return "someone who \(text.lowercasedFirst)"
    }
    if first == "able" { return "someone \(text.lowercasedFirst)" }
    if asked.contains(first) { return text.lowercasedFirst }
    return shape(text) == .verb ? "someone to \(bare(text))" : text
  }

  /// Words that postings begin with, and that are no names.
  private static let asked: Set<String> = [
    "ability", "advanced", "at", "basic", "broad", "certification", "comfort", "communication",
    "deep", "degree", "demonstrated", "excellent", "experience", "experienced", "expert",
    "expertise", "familiarity", "first", "fluency", "fluent", "great", "hands-on", "knowledge",
    "leadership", "minimum", "native", "ownership", "practical", "proficiency", "proficient",
    "project", "proven", "recent", "solid", "spoken", "strong", "team", "technical", "thorough",
    "understanding", "university", "very", "willingness", "working", "written", "years",
  ]

  /// Whether a word says what somebody does: `knows`, `leads`.
  static func isDoing(_ word: String) -> Bool {
    guard word.hasSuffix("s") else { return false }
    let stem = String(word.dropLast())
    return ["know", "speak"].contains(stem) || verbs.contains(stem) && !both.contains(stem)
  }

  /// Their news behind "I read": `that a second depot opened` or `about the second depot` (A63).
  public static func news(_ event: String, company: String = "") -> String {
    let text = inner(event, keeping: [company])
    // "Opened a plant in Ohio": they did.
    if let first = words(text).first, isDone(first) {
      return "that you \(text.lowercasedFirst)"
    }
    return shape(text) == .thing ? "about \(text)" : "that \(addressed(text))"
  }

  /// How one would tackle it, as a sentence (A91).
  public static func tackle(_ approach: String) -> String {
    let text = plainly(inner(unanswered(approach)))
    if text.hasPrefix("I ") || text.hasPrefix("I’") || text.hasPrefix("I'") { return own(text) }
    // "First I would ask the ward": it has its own subject.
    if isOwn(words(text)) { return own(text) }
    if words(text).count > 1, words(text).first == "first" {
      return tackle(LetterText.phrase(String(text.drop { $0 != " " })))
    }
    switch shape(text) {
    case .verb: return "I’d \(bare(text))"
    case .thing:
      // "Weather per postcode; start with one month": two steps of one sentence.
      let steps = text.split(separator: ";", maxSplits: 1).map { String($0).trimmed }
      if steps.count == 2, shape(steps[1]) == .verb {
        return "I’d begin with \(steps[0]), and \(bare(steps[1]))"
      }
      return "I’d begin with \(text.hasSuffix(" first") ? String(text.dropLast(6)) : text)"
    case .clause: return own(text)
    }
  }

  /// What one solved before, as a sentence (A91).
  public static func solved(_ text: String) -> String {
    let text = inner(unanswered(text))
    let isTold = isOwn(words(text)) || shape(text) == .clause
    if isTold || words(text).first.map(isDone) == true {
      let told =
        isTold && words(text).first.map(isDone) != true ? own(text) : "I \(text.lowercasedFirst)"
      return "I’ve worked on something like it before. \(told)"
    }
    return shape(text) == .verb
      ? "I once had to \(bare(text))" : "A similar case was \(text)"
  }

  /// An answer without the "Yes:" that only answers the question.
  private static func unanswered(_ text: String) -> String {
    for lead in ["yes:", "yes,", "yes.", "yes –", "yes -", "yes —"]
    where text.trimmed.lowercased().hasPrefix(lead) {
      return String(text.trimmed.dropFirst(lead.count)).trimmed
    }
    return text
  }

  /// A verb without the "to" before it.
  static func bare(_ text: String) -> String {
    text.lowercased().hasPrefix("to ") ? String(text.dropFirst(3)) : text
  }

  /// They are the reader: "they bought a depot" is told to them as "you bought a depot".
  static func addressed(_ text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    guard let first = words.first, ["they", "we"].contains(first) else { return text }
    words[0] = "you"
    if words.count > 1 {
      words[1] = ["was": "were", "is": "are", "has": "have"][words[1]] ?? words[1]
    }
    return words.map { ["their", "our"].contains($0) ? "your" : $0 }.joined(separator: " ")
  }
}

extension String {
  /// A word without the marks around it.
  fileprivate var trimmingMarks: String {
    var text = Substring(self)
    while let last = text.last, ",.;:!?".contains(last) { text = text.dropLast() }
    return String(text)
  }
}
