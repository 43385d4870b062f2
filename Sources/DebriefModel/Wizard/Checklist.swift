/// The script of one branch of the guided debrief, as read from a checklist file.
public struct Checklist: Hashable, Sendable {
  /// The branch it serves.
  public var branch: Branch
  /// What it is called on the screen.
  public var title: String
  /// Its steps, in order.
  public var steps: [Step]

  /// Makes a checklist.
  public init(branch: Branch, title: String, steps: [Step]) {
    self.branch = branch
    self.title = title
    self.steps = steps
  }

  /// All items of all steps, in order.
  public var items: [Item] { steps.flatMap(\.items) }
  /// The item of that id.
  public func item(_ id: String) -> Item? { items.first { $0.id == id } }
}

/// One step of a checklist: a few items that belong together.
public struct Step: Hashable, Sendable {
  /// `S0` to `S18`, as in the table of steps.
  public var id: String
  /// What it is called on the screen.
  public var title: String
  /// Why this step comes here, in one line.
  public var why: String
  /// The part of the debrief it belongs to, as the bar above the questions has it.
  public var part: Part
  /// Whether it is asked even when the user would rather rest: it saves what fades (A6, A10).
  public var capture: Bool
  /// When it is asked; nil always.
  public var when: Condition?
  /// When it comes before all other steps that are not `capture` (A38); nil never.
  public var first: Condition?
  /// Its items, in order.
  public var items: [Item]

  /// Makes a step.
  public init(
    id: String, title: String, why: String, part: Part = .interview, capture: Bool = false,
    when: Condition? = nil,
    first: Condition? = nil, items: [Item]
  ) {
    self.id = id
    self.title = title
    self.why = why
    self.part = part
    self.capture = capture
    self.when = when
    self.first = first
    self.items = items
  }
}

extension Step {
  /// The parts of a debrief, in their order: what the bar above a question shows instead of numbers.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    case answer, you, interview, causes, thanks, next

    /// As the bar has it.
    public var label: String {
      switch self {
      case .answer: "Their answer"
      case .you: "You"
      case .interview: "The interview"
      case .causes: "Causes"
      case .thanks: "Thanks"
      case .next: "Next time"
      }
    }
  }
}

/// One item of a checklist: a question, or a small task in another pane.
public struct Item: Hashable, Sendable {
  /// How it is answered.
  public enum Kind: Hashable, Sendable {
    /// `yes` or `no`.
    case yesNo
    /// 1 to 5; ``Item/anchors`` says what each means.
    case scale
    /// -2 to 2, 0 is best; the anchors are the two ends.
    case sided
    /// 0 or more.
    case count
    /// One of ``Item/choices``.
    case choice
    /// One line.
    case line
    /// As many lines as it takes.
    case text
    /// A day, in any form that ``DateWords`` reads.
    case date
    /// Any number of ``Item/choices``: their ids with a blank between them, or ``Item/noTicks``.
    case ticks
    /// Something done in another pane.
    case task(Task)
  }

  /// What a task asks for.
  public enum Task: String, Hashable, Sendable, CaseIterable {
    /// Say how much time there is: how many questions are asked.
    case time
    /// Say whether a change from the last debrief could be tried.
    case tried
    /// Name who was in the room.
    case room
    /// Write down the turns of the talk.
    case turns
    /// List strengths and weaknesses.
    case findings
    /// Name a cause, and one outside the candidate's hands.
    case causes
    /// Make each phase have a finding or a "nothing found".
    case phases
    /// Write down whom feedback was asked of.
    case asks
    /// Write down a reply.
    case replies
    /// At most three changes.
    case improvements
    /// Look at the page that sums it up.
    case page
    /// Close the debrief.
    case close
  }

  /// A choice.
  public struct Choice: Hashable, Sendable {
    /// What is stored.
    public var id: String
    /// What is shown.
    public var title: String
    /// Makes a choice.
    public init(_ id: String, _ title: String) {
      self.id = id
      self.title = title
    }
  }

  /// A stored fact an answer is copied to, beside the response.
  public enum Binding: String, Hashable, Sendable, CaseIterable {
    /// The one-line lesson of the debrief.
    case lesson
    /// The exact words of the refusal.
    case refusalWords = "refusal.words"
    /// How many reached the last round.
    case finalists
    /// Whether the user picked the job, or sent one application of many (A101).
    case picked
    /// What one could have said to what they may have wondered about: it stands with the changes (A37).
    case counter
    /// That the user takes silence for an answer: a fact of the ledger.
    case silence
    /// What was accepted, in the user's words: it stands with the acceptance.
    case acceptedWords = "accepted.words"
    /// A question that was asked: it stands among the questions and answers (A12).
    case turn
    /// How the last round ended: it stands in the notes of that round.
    case ending

    /// The event whose words it is; nil for what is stored elsewhere.
    public var event: Event.Kind? {
      switch self {
      case .refusalWords: .refused
      case .acceptedWords: .accepted
      case .lesson, .finalists, .picked, .counter, .silence, .turn, .ending: nil
      }
    }
  }

  /// What a counted answer may be: of the last round the candidate was one.
  public var range: ClosedRange<Int> { (binds == .finalists ? 1 : 0)...9999 }

  /// Its stable id, unique in the file, such as `interrupt.count`.
  public var id: String
  /// The question.
  public var ask: String
  /// How it is answered.
  public var kind: Kind
  /// The phase it looks at, when it looks at one.
  public var phase: Phase?
  /// Whether the debrief waits for it.
  public var required: Bool
  /// Why it is asked, in one line.
  public var why: String
  /// The short name of the source, such as `001 Handling`.
  public var source: String
  /// The rows of advice it serves, such as `A32`.
  public var advice: [String]
  /// What the ends or the steps of a scale mean.
  public var anchors: [String]
  /// What can be chosen.
  public var choices: [Choice]
  /// When it is asked; nil always.
  public var when: Condition?
  /// The stored fact it is copied to.
  public var binds: Binding?
  /// What an answer suggests.
  public var suggests: [Suggestion]
  /// What is to be done on the day that is answered (A72, A93); nil where a day is no date to come.
  public var due: String?
  /// The letter it asks about: it can be drafted from here.
  public var letter: LetterKind?
  /// The answer that says that letter went out; nil when none does.
  public var sent: String?

  /// The item on whose screen it is asked; nil where it has a screen of its own.
  public var with: String?

  /// What is stored where no box is ticked.
  public static let noTicks = "none"

  /// The boxes that an answer ticks.
  public static func ticks(_ value: String) -> [String] {
    value == noTicks ? [] : value.split(separator: " ").map(String.init)
  }

  /// Makes an item.
  public init(
    id: String, ask: String, kind: Kind, phase: Phase? = nil, required: Bool = false,
    why: String = "", source: String = "", advice: [String] = [], anchors: [String] = [],
    choices: [Choice] = [], when: Condition? = nil, binds: Binding? = nil,
    suggests: [Suggestion] = []
  ) {
    self.id = id
    self.ask = ask
    self.kind = kind
    self.phase = phase
    self.required = required
    self.why = why
    self.source = source
    self.advice = advice
    self.anchors = anchors
    self.choices = choices
    self.when = when
    self.binds = binds
    self.suggests = suggests
  }
}

/// What an answer suggests: a finding, a change to try or something to learn, which the user may take over
/// in one key.
public struct Suggestion: Hashable, Sendable {
  /// What comes of it.
  public enum Makes: Hashable, Sendable {
    /// A finding in one of the columns.
    case finding(Finding.Kind)
    /// A change to try next time (A40, A86).
    case change
    /// Something to learn, by the date the answer names (A105).
    case learning
    /// Something to do for this application, which comes due the next day (A8).
    case next
  }

  /// When it is offered; `answer` stands for the answer to the item.
  public var when: Condition
  /// What comes of it.
  public var makes: Makes
  /// Which column it would stand in; nil for what is no finding.
  public var finding: Finding.Kind? {
    if case .finding(let kind) = makes { kind } else { nil }
  }
  /// The sentence; `{answer}` is replaced by the answer.
  public var statement: String
  /// The code of its reason; empty for a strength.
  public var reason: String
  /// What it is about.
  public var area: Area?
  /// 1 to 5.
  public var weight: Int
  /// How well an answer of this kind founds it.
  public var tier: Tier

  /// Makes a suggestion.
  public init(
    when: Condition, makes: Makes, statement: String, reason: String = "",
    area: Area? = nil, weight: Int = 3, tier: Tier = .observed
  ) {
    self.when = when
    self.makes = makes
    self.statement = statement
    self.reason = reason
    self.area = area
    self.weight = weight
    self.tier = tier
  }
}

/// Why someone is turned down, as the reasons file has it.
public struct Reason: Hashable, Sendable {
  /// What reasons are grouped by where one is picked, in this order.
  public enum Group: String, Hashable, Sendable, CaseIterable {
    case skills, presence, preparation, fit, terms, theirs, unknown

    /// As the list has it.
    public var label: String {
      switch self {
      case .skills: "Skills and experience"
      case .presence: "How you came across"
      case .preparation: "Preparation"
      case .fit: "Fit"
      case .terms: "Pay and terms"
      case .theirs: "Their side"
      case .unknown: "Don't know"
      }
    }
  }

  /// Whether a reason can only be one where there was an interview, or only where there was none.
  public enum Interview: String, Hashable, Sendable, CaseIterable {
    case any, held
    case missing = "none"
  }

  /// `R-TECH` and the like.
  public var code: String
  /// What it is called on the screen.
  public var title: String
  /// Whose it is by default.
  public var control: Control
  /// What counts as evidence for it.
  public var evidence: String
  /// The nearest of the common default reasons of applicant tracking; empty when none is near.
  public var ats: String
  /// Where the list of reasons has it.
  public var group = Group.unknown
  /// Where the list of reasons has it at all.
  public var interview = Interview.any

  /// Makes a reason.
  public init(code: String, title: String, control: Control, evidence: String, ats: String) {
    self.code = code
    self.title = title
    self.control = control
    self.evidence = evidence
    self.ats = ats
  }
}

/// All content the app works with, read once when it is first needed.
public struct Content: Hashable, Sendable {
  /// The checklist of each branch that has one.
  public var checklists: [Branch: Checklist] = [:]
  /// The reasons, in the order of the file.
  public var reasons: [Reason] = []
  /// The question bank, in the order of the file.
  public var bank: [BankQuestion] = []
  /// What reads a job posting.
  public var postings = PostingReader(PostingWords())
  /// What was wrong with a file, each in one sentence; the shipped file is used instead.
  public var faults: [String] = []

  /// No content.
  public init() {}
}
