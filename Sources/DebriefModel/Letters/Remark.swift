/// What a check of a letter noticed: never an order, always with a way to mend it.
public struct Remark: Hashable, Sendable {
  /// Which check noticed it.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    case spelling, doubledWord = "doubled-word", selfCentred = "self-centred"
    case resumeRepeated = "resume-repeated", noCallback = "no-callback", noMission = "no-mission"
    case noGoal = "no-goal", noEvent = "no-event", staleEvent = "stale-event", demand, blame
    case abstract, retractedClaim = "retracted-claim", foreignName = "foreign-name", twin
    case noThanks = "no-thanks", noGoodWishes = "no-good-wishes", coldEnding = "cold-ending"
    case tooLong = "too-long", tooShort = "too-short", gap, recipient
  }

  /// Which check noticed it.
  public var rule: Rule
  /// Where, as offsets of characters in the text; nil when it is about the whole letter.
  public var place: Range<Int>?
  /// The words it is about; empty when it is about the whole letter.
  public var words: String
  /// What was noticed, in one sentence.
  public var says: String
  /// Why it matters, in one short line.
  public var why: String
  /// The row of advice behind it, such as `A60`.
  public var row: String
  /// How to mend it, in one sentence.
  public var mend: String

  /// Makes a remark.
  public init(
    _ rule: Rule, at place: Range<Int>? = nil, words: String = "", says: String, why: String,
    row: String, mend: String
  ) {
    self.rule = rule
    self.place = place
    self.words = words
    self.says = says
    self.why = why
    self.row = row
    self.mend = mend
  }
}

/// What is known around a letter when it is checked. Empty means not known, and what is not known
/// raises nothing.
public struct LintContext: Hashable, Sendable {
  /// Which letter it is; nil for a text from outside.
  public var kind: LetterKind?
  /// To whom it goes.
  public var recipient: Person?
  /// The application it belongs to.
  public var dossier: Dossier?
  /// Who writes.
  public var profile: Profile?
  /// The résumé that was sent.
  public var resume: Resume?
  /// The other letters of the same application and company.
  public var others: [Letter] = []
  /// Names of other companies and of people elsewhere that occur in the text.
  public var foreignNames: [String] = []
  /// What the dictionary says about the words of the text.
  public var spelling: SpellingReport?
  /// The day of the check: how stale an event is.
  public var today: Day

  /// Nothing known but the day.
  public init(today: Day) { self.today = today }
}

/// What a dictionary said about some words.
public struct SpellingReport: Hashable, Sendable {
  /// The language asked for: `en_US`.
  public var language: String
  /// Words it does not know, with what it would write instead, best first.
  public var unknown: [String: [String]]
  /// Words it does not know that another region of the language does, with the name of that one:
  /// `colour`, `en_GB`.
  public var elsewhere: [String: String] = [:]
  /// Why nothing could be checked, in one sentence; nil when it could.
  public var problem: String?

  /// Makes a report.
  public init(language: String, unknown: [String: [String]] = [:], problem: String? = nil) {
    self.language = language
    self.unknown = unknown
    self.problem = problem
  }
}
