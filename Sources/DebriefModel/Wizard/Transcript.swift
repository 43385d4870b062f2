/// Cuts notes or the text of a recording into questions and what was answered: by speakers before a
/// colon, else by lines that end in a question mark. A proposal, for the person to correct.
public enum Transcript {
  /// A question, and what was said to it.
  public struct Turn: Hashable, Sendable {
    /// The question.
    public var question: String
    /// What was answered; empty where nothing was.
    public var answer: String
    /// Whether the user asked it.
    public var isMine = false
    /// Who asked it, as the notes name them; nil where they do not.
    public var speaker: String?

    /// Makes one.
    public init(_ question: String, _ answer: String, isMine: Bool = false) {
      (self.question, self.answer, self.isMine) = (question, answer, isMine)
    }
  }

  /// The names a speaker's line may have for the user.
  private static let mine: Set<String> = [
    "me", "i", "you", "a", "answer", "candidate", "myself", "ich", "moi", "yo", "私", "候補者", "我",
    "나",
  ]
  /// The names a line may have for whoever asks.
  private static let theirs: Set<String> = [
    "q", "question", "they", "them", "interviewer", "interview", "asked", "面接官", "面试官", "面試官",
    "면접관",
  ]
  /// What a question ends with.
  private static let asking: Set<Character> = ["?", "？", "؟"]
  /// The most words a speaker's name has.
  private static let mostNameWords = 3

  /// The questions and answers of a text, in its order; empty where there is no question.
  public static func turns(_ text: String) -> [Turn] {
    let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }
      .filter { !$0.isEmpty }
    var turns: [Turn] = []
    // Whether the line before belongs to the user: what follows without a speaker does, too.
    for line in lines {
      let (speaker, words) = split(line)
      guard !words.isEmpty else { continue }
      let isMine = speaker.map { mine.contains($0.lowercased()) } ?? false
      let isTheirs = speaker.map { theirs.contains($0.lowercased()) } ?? false
      let asks = words.last.map { asking.contains($0) } ?? false
      if isTheirs || asks && !(isMine && turns.last?.answer.isEmpty == true) {
        turns.append(Turn(words, "", isMine: isMine))
        if let speaker, !isMine, !isTheirs { turns[turns.count - 1].speaker = speaker }
      } else if var last = turns.popLast() {
        last.answer += last.answer.isEmpty ? words : "\n" + words
        turns.append(last)
      }
    }
    return turns.contains { turn in
      turn.question.last.map { asking.contains($0) } ?? false || !turn.answer.isEmpty
    } ? turns : []
  }

  /// A question with the name of who asked it before a colon, taken apart; nil where nobody of `people` is
  /// named (A12).
  public static func asked(
    _ line: String, among people: [Person]
  ) -> (question: String, person: ID)? {
    let (name, words) = split(line)
    guard let name, !words.isEmpty, let person = PeopleLookup.one(named: name, among: people)
    else { return nil }
    return (words, person.id)
  }

  /// The speaker of a line, and what they say; marks of a list go.
  public static func split(_ line: String) -> (speaker: String?, words: String) {
    var line = line
    if let first = line.first, "-*•>".contains(first) { line = String(line.dropFirst()).trimmed }
    let number = line.prefix { $0.isNumber }
    if !number.isEmpty, let mark = line.dropFirst(number.count).first, mark == "." || mark == ")" {
      line = String(line.dropFirst(number.count + 1)).trimmed
    }
    guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return (nil, line) }
    let name = line[..<colon]
    var words = name.split(separator: " ")
    // `Speaker 1`
    if words.count > 1, let last = words.last, last.count < 3, last.allSatisfy({ $0.isNumber }) {
      words.removeLast()
    }
    let rest = String(line[line.index(after: colon)...]).trimmed
    // A time, a sentence with a colon in it: no speaker.
    guard !words.isEmpty, words.count <= mostNameWords,
      words.allSatisfy({ $0.first?.isLetter == true }),
      words.allSatisfy({ $0.allSatisfy { $0.isLetter || ".-'’".contains($0) } }),
      // A link is none.
      !rest.hasPrefix("//")
    else { return (nil, line) }
    return (String(name), rest)
  }
}
