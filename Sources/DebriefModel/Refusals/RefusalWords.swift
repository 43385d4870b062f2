/// What is known of how rejections are worded, language by language: content, read from
/// `refusals.yaml`. Phrases are written as ``PhrasePattern`` has them.
public struct RefusalWords: Hashable, Sendable {
  /// What a group of phrases is for.
  public enum Group: Hashable, Sendable {
    /// What takes back what follows it in its sentence: "this was not about".
    case spared
    /// What tells of somebody else, or is only supposed: "I think I was too quiet", "you wrote that". Its
    /// sentence gives no reason.
    case aside
    /// Words that only tell a rejection from another text.
    case refusal
    /// That they are sorry: a no, unless nothing is decided.
    case regret
    case kind(RefusalReading.Kind)
    /// A reason, by its code.
    case reason(String)
    /// That a reason is given, whichever it is.
    case because
    /// That they answer somebody who has withdrawn: "we're sorry to see you go".
    case farewell
    /// What only holds if nobody writes: "should you not hear from us by May".
    case silence
    /// That they give no feedback to those they turn down, as a rule.
    case noFeedback
    /// What is said to anybody, and tells nothing.
    case courtesy
    /// That it is no rejection: an offer, an invitation.
    case welcome
    /// A promise.
    case promise(RefusalReading.Promise.What)
  }

  /// The phrases of one group, in the order of the file.
  public struct Phrases: Hashable, Sendable {
    /// What they are for.
    public var group: Group
    /// The phrases.
    public var texts: [String]

    /// Makes a group.
    public init(_ group: Group, _ texts: [String]) {
      self.group = group
      self.texts = texts
    }
  }

  /// The phrases of one language.
  public struct Language: Hashable, Sendable {
    /// Its two letters.
    public var code: String
    /// Little words that tell the language.
    public var signs: [String]
    /// Classes of words that phrases use by name.
    public var classes: [String: [String]]
    /// Numbers that are written as words, and what they are.
    public var numbers: [String: Int]
    /// Spans of time, and how many days or months they are.
    public var spans: [String: Span]
    /// What stands before a month whose last day is meant.
    public var ends: [String]
    /// What a reason sounds like, by its code: "someone else had more experience".
    public var says: [String: String]
    /// All phrases.
    public var phrases: [Phrases]

    /// Makes a language.
    public init(
      code: String, signs: [String] = [], classes: [String: [String]] = [:],
      numbers: [String: Int] = [:], spans: [String: Span] = [:], ends: [String] = [],
      says: [String: String] = [:], phrases: [Phrases] = []
    ) {
      self.code = code
      self.signs = signs
      self.classes = classes
      self.numbers = numbers
      self.spans = spans
      self.ends = ends
      self.says = says
      self.phrases = phrases
    }

    /// What is wrong with a phrase beside the classes there are; nil when nothing is. `sound` keeps the
    /// words of phrases that were found right.
    public func fault(inPhrase text: String, sound: inout Set<String>) -> String? {
      PatternWords.fault(text, classes: classes, sound: &sound)
    }
  }

  /// A span of time.
  public enum Span: String, Hashable, Sendable, CaseIterable { case day, week, month, year }

  /// The languages there are.
  public var languages: [Language] = []
  /// Which words speak for which reason, asked where no phrase is found. Its labels are codes of reasons,
  /// "not-yours", "undecided", and "-" for none of these; its words are English.
  public var guesses = WordModel()

  /// Nothing known: a reader with it reads nothing.
  public init() {}
}
