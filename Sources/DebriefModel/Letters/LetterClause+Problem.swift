/// Their problem, examples, and questions as parts of sentences (A58, A88, A91).
extension LetterClause {
  /// What one has been thinking about: `how many stop coming`, `how to keep it running`, `the fact that sales are
  /// low`, or the question as they put it.
  public static func ponder(_ challenge: String) -> String {
    let text = inner(challenge)
    let words = text.split(separator: " ").map(String.init)
    let small = words.map { $0.lowercased() }
    if text.hasSuffix("?") {
      // "How do you keep it running?" asks how to keep it running.
      if small.count > 3, small[0] == "how", auxiliaries.contains(small[1]),
        ["you", "we", "i", "one", "they"].contains(small[2]), small[3] != "not"
      {
        return "how to " + bareQuestion(words.dropFirst(3))
      }
      if small.count > 2, small[0] == "how", small[1] == "to" {
        return "how to " + bareQuestion(words.dropFirst(2))
      }
      return "the question “\(question(toThem(words)))”"
    }
    if let first = small.first,
      ["how", "what", "why", "where", "when", "who", "which", "whether"]
        .contains(first)
    {
      return text.lowercasedFirst
    }
    // "Keeping counts right while a second depot opens" is a thing, whatever opens.
    if let first = small.first, first.hasSuffix("ing"), !first.hasSuffix("thing") { return text }
    switch shape(text) {
    case .verb: return "how to \(bare(text))"
    case .thing where says(small): return "the fact that \(addressed(text))"
    case .thing: return text
    case .clause: return "the fact that \(addressed(text))"
    }
  }

  /// A question about them as one would put it to them: "Why do their forecasts miss?" is about yours. Further back,
  /// "they" may be somebody else.
  private static func toThem(_ words: [String]) -> String {
    let yours = ["their": "your", "they": "you", "our": "your", "we": "you"]
    guard words.prefix(3).contains(where: { yours[$0.lowercased()] != nil }) else {
      return words.joined(separator: " ")
    }
    return words.map { yours[$0.lowercased()] ?? $0 }.joined(separator: " ")
  }

  private static let auxiliaries: Set<String> = ["do", "can", "could", "would", "should", "will"]

  private static func bareQuestion(_ words: ArraySlice<String>) -> String {
    LetterText.phrase(String(words.joined(separator: " ").dropLast()))
  }

  /// What shows that a doubt isn't so, as a sentence: `I built a pipeline in 2023`, or `one example is six months
  /// in a clinic`, with a capital (A88).
  public static func example(_ note: String) -> String {
    let text = inner(note)
    let words = text.lowercased().split(separator: " ").map(String.init)
    guard let first = words.first else { return own(text) }
    // "Led a team of five": I did.
    if isDone(first) { return "I \(text.lowercasedFirst)" }
    if isOwn(words) || shape(text) == .clause { return own(text) }
    if shape(text) == .verb { return "I can \(bare(text))" }
    return "One example is \(text)"
  }

  /// Whether a note is a sentence in which the writer speaks: "I built it", "since May I can", "first we cut it".
  static func isOwn(_ words: [String]) -> Bool {
    func isWriter(_ word: String) -> Bool {
      ["i", "we"].contains(word)
        || ["i'", "i’", "we'", "we’"].contains { word.hasPrefix($0) }
    }
    guard let first = words.first else { return false }
    return isWriter(first) || leads.contains(first) && words.prefix(6).contains(where: isWriter)
  }

  /// Words with which a sentence begins that names its subject later.
  private static let leads: Set<String> = [
    "first", "then", "at", "in", "since", "after", "before", "when", "as", "during", "with",
    "without", "for",
    "on", "last", "today", "now",
  ]

  /// Whether a word within a note says what is done, with what it's done to behind it: "takes four hours".
  private static func says(_ words: [String]) -> Bool {
    let behind: Set<String> = [
      "in", "at", "of", "on", "for", "and", "or", "to", "with", "from", "during",
    ]
    return words.indices.dropFirst().dropLast().contains {
      isDoing(words[$0]) && !behind.contains(words[$0 + 1])
    }
  }

  /// One or two things as a sentence has them: `a and b`, and `a, b and c` where the last are two already.
  static func pair(_ things: [String]) -> String {
    guard let last = things.last, things.count > 1 else { return things.first ?? "" }
    let joint = last.lowercased().contains(" and ") ? ", " : " and "
    return things.dropLast().joined(separator: ", ") + joint + last
  }

  /// A question as it's quoted: with a capital, and with its mark where only that is missing.
  static func question(_ text: String) -> String {
    let quoted = LetterText.quoted(text)
    guard let first = quoted.lowercased().split(separator: " ").first, let last = quoted.last,
      last.isLetter || last.isNumber, asking.contains(String(first))
    else { return quoted.capitalizedFirst }
    return quoted.capitalizedFirst + "?"
  }

  private static let asking: Set<String> = [
    "what", "how", "why", "when", "where", "who", "which", "what's", "who's", "how's", "what’s",
    "do", "does", "did", "can", "could", "would", "will", "should", "is", "are", "was", "were",
    "have", "has",
  ]
}
