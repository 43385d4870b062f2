/// A card of the drill: something to have at hand in the next interview. It follows from what is on file;
/// only its reviews are stored. What is shown before the grade is its cue and a few words, never its text: who
/// reads a text aloud learns the text and not the answer (A29).
public struct DrillCard: Hashable, Sendable {
  /// What it is made of.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A question whose answer was rated 1 or 2.
    case answer
    /// A change to try.
    case change
    /// One of the three things that held the user back.
    case thing
    /// A question of one's own to ask.
    case question
    /// A question whose answer was prepared.
    case prepared

    /// Whether what is said is a story with parts, such as a result and a number. A change is done, and a
    /// question is asked: those have none.
    public var hasParts: Bool {
      switch self {
      case .answer, .thing, .prepared: true
      case .change, .question: false
      }
    }

    /// What to do with it, on the card.
    public var asks: String {
      hasParts
        ? "Say it out loud. Then check off what your answer covered, and grade it."
        : "Say it out loud, then grade it."
    }
  }

  /// What a card is known by.
  public struct Key: Hashable, Sendable, Comparable {
    /// What it is made of.
    public var id: ID
    /// Which of the three things; nil for other kinds.
    public var part: Int?

    /// Names a card.
    public init(_ id: ID, part: Int? = nil) { (self.id, self.part) = (id, part) }

    /// By id.
    public static func < (a: Key, b: Key) -> Bool {
      (a.id, a.part ?? -1) < (b.id, b.part ?? -1)
    }
  }

  /// Its name.
  public var key: Key
  /// What it is made of.
  public var kind: Kind
  /// The application it belongs to.
  public var application: ID
  /// The company of that.
  public var company: String
  /// What is asked.
  public var cue: String
  /// A few words to hold on to; may be empty.
  public var words: [String]
  /// What it says, shown after the grade; may be empty.
  public var back: String
  /// Its reviews, by day.
  public var reviews: [CardReview] = []

  /// What is left of it; nil before the first review.
  public var memory: Recall.Memory? {
    Recall.standard.memory(reviews.map { ($0.day, $0.grade) })
  }

  /// The day of the last review. A clock that went back does not make it earlier.
  public var last: Day? { reviews.map(\.day).max() }
}

extension DrillCard {
  /// The card of a question whose answer was weak.
  public init(weak it: Turn, company: String) {
    self.init(
      key: Key(it.id), kind: .answer, application: it.application, company: company,
      cue: it.question, words: CueWords.of(it.better.isEmpty ? it.answer : it.better),
      back: it.better.isEmpty ? it.answer : it.better)
  }

  /// The card of a change to try: where it is used is the cue, what to do is the answer.
  public init(change it: Improvement, company: String) {
    self.init(
      key: Key(it.id), kind: .change, application: it.application, company: company,
      cue: it.place.isEmpty
        ? "What do you want to do differently?" : "\(it.place): what do you do?",
      words: CueWords.of(it.what), back: it.what)
  }

  /// The card of one of the three things.
  public init?(thing place: Int, of it: Feedback, company: String) {
    guard it.three.indices.contains(place) else { return nil }
    let thing = it.three[place]
    guard !thing.text.trimmed.isEmpty else { return nil }
    self.init(
      key: Key(it.id, part: place), kind: .thing, application: it.application, company: company,
      cue: "They said: \(thing.text). What example could you give next time?",
      words: CueWords.of(thing.example ?? ""), back: thing.example ?? "")
  }

  /// The card of something that was prepared; nil for what is no question.
  public init?(prepared it: Preparation, company: String) {
    switch it.kind {
    case .question where it.state == .open:
      self.init(
        key: Key(it.id), kind: .question, application: it.application, company: company,
        cue: "A question you want to ask. How does it go?", words: CueWords.of(it.text),
        back: it.text)
    case .answer where !it.detail.trimmed.isEmpty:
      self.init(
        key: Key(it.id), kind: .prepared, application: it.application, company: company,
        cue: it.text, words: CueWords.of(it.detail), back: it.detail)
    default: return nil
    }
  }
}

/// The few words of a text that call the rest to mind.
public enum CueWords {
  /// How many.
  public static let most = 5

  /// Words that only tell the story, and those for what went wrong: nobody needs these as a cue.
  private static let telling: Set<String> = [
    "said", "then", "describe", "described", "tell", "told", "asked", "answered", "explain",
    "explained", "mentioned", "talked", "started", "just", "really", "maybe", "because", "while",
    "after", "before", "again", "first", "next", "later", "also", "with", "without", "from", "into",
    "that", "this", "these", "those", "them", "they", "their", "there", "here", "when", "where",
    "which", "what", "would", "could", "should", "have", "been", "were", "some", "something",
    "froze", "freeze", "frozen", "blank", "blanked", "panicked", "panic", "nervous", "forgot",
    "rambled", "rambling", "mumbled", "stumbled", "stuck", "lost", "wrong", "badly", "failed",
    "struggled", "hesitated", "confused", "silent", "nothing",
  ]

  /// The first words that say what it is about, in their order, as they are written.
  public static func of(_ text: String) -> [String] {
    var seen: Set<String> = []
    var words: [String] = []
    for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }) {
      let word = String(word)
      guard word.count > 3 || word.contains(where: \.isNumber),
        !telling.contains(word.lowercased()),
        let form = AskedQuestions.words(word).first, seen.insert(form).inserted
      else { continue }
      words.append(word)
      if words.count == most { break }
    }
    // So few that they would be the text itself are no cue.
    let all = text.split(whereSeparator: \.isWhitespace).count
    return words.count * 2 > all ? Array(words.prefix(max(0, all / 3))) : words
  }
}
