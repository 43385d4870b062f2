/// What the check of a letter knows of a language and of each kind of letter: word lists, limits,
/// and what is said when a rule notices something. It is content, read from `letters/lint.yaml`.
public struct LintWords: Hashable, Sendable {
  /// A list of words or phrases, by what they are for.
  public enum List: String, Hashable, Sendable, CaseIterable {
    case function, common, own, theirs, doubles, greeting, closing, titles, thanks, wishes, cold
    case demand, blame, negation, claims, goal, mission, event, numbers, months, inYear = "in-year"
    case known, ordinary, brackets, placeholders, template, templateParts = "template-parts"
  }

  /// What the patterns of a list are for: ``PhrasePattern`` says how they are written.
  public enum PatternList: String, Hashable, Sendable, CaseIterable {
    /// What takes a demand or a reproach back when it stands before it.
    case spared
    case demand, blame
    /// What friendly sentences say as well: it counts only where the words of the sentence don't speak against it.
    case demandHints = "demand-hints", blameHints = "blame-hints"
    /// A word that may stand twice, where what follows shows that it was not meant to.
    case doubled
  }

  /// A figure that more than one rule may use.
  public enum Figure: String, Hashable, Sendable, CaseIterable {
    case staleDays = "stale-days", resumeRun = "resume-run", resumeSkills = "resume-skills"
    case twinPercent = "twin-percent", twinWords = "twin-words", ownLeast = "own-least"
    case functionPercent = "function-percent", unknownPercent = "unknown-percent"
  }

  /// When a rule applies, and what it says.
  public struct Rule: Hashable, Sendable {
    /// The kinds of letters it applies to.
    public var kinds: Set<LetterKind>
    /// Whether it applies to a text of no known kind.
    public var any: Bool
    /// The row of advice behind it.
    public var row: String
    /// What was noticed, with `{words}`, `{count}` and `{limit}` to be filled in; several where a
    /// rule notices several things, by name.
    public var says: [String: String]
    /// Why it matters.
    public var why: String
    /// How to mend it.
    public var mend: String

    /// Makes a rule.
    public init(
      kinds: Set<LetterKind>, any: Bool, row: String, says: [String: String], why: String,
      mend: String
    ) {
      self.kinds = kinds
      self.any = any
      self.row = row
      self.says = says
      self.why = why
      self.mend = mend
    }
  }

  /// What holds for one kind of letter.
  public struct Limit: Hashable, Sendable {
    /// How many words it should have.
    public var words: ClosedRange<Int>?
    /// The least share, in percent, of words about them among those about them and about me (A60).
    public var theirs: Int?
    /// Whether it goes to a person by name.
    public var person: Bool

    /// Makes a limit.
    public init(words: ClosedRange<Int>?, theirs: Int?, person: Bool) {
      self.words = words
      self.theirs = theirs
      self.person = person
    }
  }

  /// The language the lists are of, as its two letters.
  public var language = "en"
  /// The rules there are.
  public var rules: [Remark.Rule: Rule] = [:]
  /// What holds for each kind.
  public var limits: [LetterKind: Limit] = [:]
  /// The lists.
  public var lists: [List: [String]] = [:]
  /// Classes of words that patterns use by name.
  public var classes: [String: [String]] = [:]
  /// Frames of words, by what they are for.
  public var patterns: [PatternList: [String]] = [:]
  /// The figures.
  public var figures: [Figure: Int] = [:]
  /// First names and their short forms.
  public var nicknames = Nicknames()
  /// The everyday words that a name may be taken for.
  public var everyday = OrdinaryWords()

  /// What single words say of a sentence where no pattern fits: whether it's a reproach.
  public var singles = WordModel()

  /// Nothing known: a check with it notices nothing.
  public init() {}

  /// The keys that `says` of a rule must have; the first is the usual one.
  public static func sayings(_ rule: Remark.Rule) -> [String] {
    switch rule {
    case .recipient: ["greeting", "nobody", "company", "none", "unnamed"]
    case .coldEnding: ["words", "bare"]
    case .resumeRepeated: ["run", "skills"]
    case .spelling: ["alone", "offer", "region"]
    default: ["it"]
    }
  }

  /// Keys of `says` that a file of the user's may leave out: they came later.
  public static let laterSayings: Set<String> = ["region", "none", "unnamed"]

  /// What is wrong with a pattern beside the classes there are; nil when nothing is. `sound` keeps the
  /// words of patterns that were found right, so that they are looked at once.
  public func fault(inPattern text: String, sound: inout Set<String>) -> String? {
    PatternWords.fault(text, classes: classes, sound: &sound)
  }
}
