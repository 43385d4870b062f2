/// What a column of somebody's table is for: what ``Application`` and what belongs to it have a place for.
public enum ImportColumn: String, Hashable, Sendable, CaseIterable {
  case company, role, status, applied, changed, offered, withdrew, accepted
  case refused = "rejected"
  case interview, screening, technical, final
  case link, source, pay
  case payAsked = "pay-asked"
  case contact, email, phone, notes, resume, industry, posting
  case cover
  case coverText = "cover-text"

  /// Whether it holds dates.
  public var isDate: Bool {
    switch self {
    case .applied, .changed, .refused, .offered, .withdrew, .accepted, .interview, .screening,
      .technical, .final:
      true
    default: false
    }
  }

  /// Whether several columns may be this one: rounds each have their day, and a stage and an outcome each
  /// say something.
  public var isMany: Bool { isRound || self == .notes || self == .status }

  /// Whether it holds the days of rounds.
  public var isRound: Bool {
    switch self {
    case .interview, .screening, .technical, .final: true
    default: false
    }
  }

  /// What it is called when it is shown.
  public var label: String {
    switch self {
    case .applied: "date applied"
    case .changed: "date you last heard from them"
    case .refused: "date of the rejection"
    case .offered: "date of the offer"
    case .withdrew: "date you withdrew"
    case .accepted: "date you accepted"
    case .interview: "interview"
    case .screening: "screening call"
    case .technical: "technical interview"
    case .final: "final interview"
    case .source: "where you found it"
    case .pay: "pay they mentioned"
    case .payAsked: "pay you asked for"
    case .contact: "contact"
    case .email: "contact's email"
    case .phone: "contact's phone"
    case .resume: "résumé version"
    case .posting: "job posting"
    case .cover: "cover letter version"
    case .coverText: "cover letter"
    default: rawValue
    }
  }
}

/// What an email about a job is before all.
public enum MailKind: String, Hashable, Sendable, CaseIterable {
  case refusal, offer, invitation, feedback, acknowledgement, other
  /// An interview moves to another time, or they ask whether it may.
  case moved
  /// An interview won't take place.
  case canceled

  /// As a sentence has it.
  public var noun: String {
    switch self {
    case .refusal: "a rejection"
    case .offer: "an offer"
    case .invitation: "an invitation"
    case .feedback: "feedback"
    case .acknowledgement: "a confirmation"
    case .other: "a message"
    case .moved: "a change of interview time"
    case .canceled: "a canceled interview"
    }
  }
}

/// By what two titles of a job are compared.
public struct TitleWords: Hashable, Sendable {
  /// What a title has that doesn't tell it from another one.
  public var noise: Set<String> = []
  /// Short forms, and the words they stand for.
  public var short: [String: [String]] = [:]
  /// What only says how high a job stands.
  public var ranks: Set<String> = []

  /// No words yet.
  public init() {}
}

/// The words by which what other programs export is understood: content, read from `imports.yaml`.
public struct ImportWords: Hashable, Sendable {
  /// What a status says happened.
  public struct Status: Hashable, Sendable {
    /// What happened, in order; empty before anything did.
    public var means: [Event.Kind]
    /// How it is written.
    public var words: [String]
    /// Whether it says more than what happened, so that the cell's words go into the notes, too.
    public var saysMore: Bool

    /// Makes one.
    public init(means: [Event.Kind], words: [String], saysMore: Bool = false) {
      (self.means, self.words, self.saysMore) = (means, words, saysMore)
    }
  }

  /// The headings of each column.
  public var columns: [ImportColumn: [String]] = [:]
  /// How a cell says yes, where it could say more than that.
  public var yes: Set<String> = []
  /// How it says no.
  public var no: Set<String> = []
  /// The statuses, in the order of the file.
  public var statuses: [Status] = []
  /// What stands in the first column of a row that only adds up those above it.
  public var totals: Set<String> = []

  /// Phrases of emails, by what they say.
  public var phrases: [MailKind: [String]] = [:]
  /// How they say that an interview moves, or is off.
  public var moves = MoveWords()
  /// Which words of an email speak for which kind, asked where no phrase is found. Its labels are those of
  /// ``MailKind`` that aren't told by ``moves``.
  public var guesses = WordModel()
  /// What a job's title ends or begins with.
  public var roles: Set<String> = []
  /// What stands around a title or a company in a subject.
  public var notices: Set<String> = []
  /// What a company's name has that a title has not: "school", "hospital".
  public var firms: Set<String> = []
  /// By what two titles are compared.
  public var titles = TitleWords()
  /// Hosts of addresses that say nothing about the company.
  public var hosts: Set<String> = []
  /// What stands in a sender's name where it is no person.
  public var desks: [String] = []

  /// No words yet.
  public init() {}

  /// Whether a cell only says yes or no; nil where it says something else.
  public func answer(_ cell: String) -> Bool? {
    let plain = ImportWords.plain(cell)
    if yes.contains(plain) || plain.isEmpty && cell.contains(where: "✓✔✅☑".contains) { return true }
    return no.contains(plain) || plain.isEmpty && cell.contains(where: "✗✘❌☐".contains)
      ? false : nil
  }

  /// A heading or a status as it is compared: its words in small letters, without accents, signs and
  /// emoji; `dateApplied` and `date_applied` are two words.
  public static func plain(_ text: String) -> String {
    var spaced = ""
    var wasSmall = false
    for character in text {
      if wasSmall, character.isUppercase { spaced.append(" ") }
      wasSmall = character.isLowercase
      spaced.append(character)
    }
    return NameFolding.words(spaced).joined(separator: " ")
  }
}
