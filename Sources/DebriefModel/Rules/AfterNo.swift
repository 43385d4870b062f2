/// What the days after a no are for (A67): thanks to the manager (A68), thanks of their own to HR
/// (A69), and the question what stood in the way (A70). Built from the ledger, the letters and the
/// marks; pure. Only who is on file is to be thanked by name: where neither a manager nor HR is, one note
/// thanks whoever there is.
public struct AfterNo: Hashable, Sendable {
  /// One thing to do.
  public enum Step: String, Hashable, Sendable, CaseIterable {
    case manager, hr, anyone, ask
  }

  /// A thing to do, until when, and what became of it.
  public struct Item: Hashable, Sendable {
    /// What it is.
    public var step: Step
    /// In words.
    public var text: String
    /// Until when it does most good; nil where nobody noted the day of the no.
    public var due: Day?
    /// The day it was done; nil when it was not, or when nobody knows the day.
    public var on: Day?
    /// Whether it is done.
    public var isDone: Bool
    /// Whether the user leaves it.
    public var isDropped: Bool
    /// Whether it only helps if one likes to: they said they give no feedback, so nothing is due, and a
    /// tip from one person is the softer way.
    public var isOptional = false
    /// Whether it is open and its day is over.
    public func isLate(_ today: Day) -> Bool { isOpen && due.map { $0 < today } ?? false }
    /// Whether it is still to be done.
    public var isOpen: Bool { !isDone && !isDropped && !isOptional }
  }

  /// An answer within two days is still remembered as one.
  public static let days = 2
  /// The question may wait until the first feeling has gone.
  public static let askDays = 7

  /// The day of the no; nil where nobody noted it, and then nothing is late.
  public let refused: Day?
  /// The things to do, in the order in which they are best done.
  public let items: [Item]

  /// Reads a dossier; nil when nobody said no, or the no was taken back.
  public init?(_ dossier: Dossier, now: Moment) { self.init(from: dossier, now: now) }

  /// Reads the facts of a row of the agenda.
  init?(_ facts: Facts, now: Moment) { self.init(from: facts, now: now) }

  private init?(from source: some KnowsNo, now: Moment) {
    let status = source.status(now: now)
    guard case .rejected(let refused) = status.outcome else { return nil }
    self.refused = refused
    let since = refused ?? source.events.last { $0.kind == .refused }?.placedOn ?? now.day
    let items = Step.allCases.compactMap { step in
      var item = AfterNo.item(step, source, since, status)
      if refused == nil { item?.due = nil }
      return item
    }
    // One note thanks whoever there is only where nobody is thanked by name.
    let isNamed = items.contains { $0.step == .manager || $0.step == .hr }
    self.items = items.filter { $0.step != .anyone || !isNamed }
  }

  private static func item(
    _ step: Step, _ dossier: some KnowsNo, _ refused: Day, _ status: Status
  ) -> Item? {
    // Who never met anybody has nobody to thank; the question can be asked all the same.
    if step != .ask, !status.everInterviewed { return nil }
    var on: Day?
    var isDone = false
    func done(_ day: Day?) {
      isDone = true
      if let day, on.map({ day < $0 }) ?? true { on = day }
    }
    for letter in dossier.letters where letter.kind == step.letter {
      if let sent = letter.sent, sent >= refused { done(sent) }
    }
    switch step {
    case .manager, .hr:
      for event in dossier.events where event.kind == .thanked && event.placedOn >= refused {
        guard let part = dossier.people.first(where: { $0.id == event.person })?.part else {
          continue
        }
        if (part == .manager) == (step == .manager), part != .interviewer { done(event.known) }
      }
    case .anyone:
      for it in dossier.events where it.kind == .thanked && refused <= it.placedOn {
        done(it.known)
      }
    case .ask:
      for ask in dossier.feedback where ask.isEmployers {
        if let asked = ask.asked, asked >= refused { done(asked) }
      }
    }
    let answer = dossier.responses.filter { $0.item == step.question && !$0.isSkipped }
      .max { ($0.answered, $0.id) < ($1.answered, $1.id) }
    if answer?.value == "sent" { done(nil) }
    // Who would rather not, or has nobody to write to, is not asked again.
    let isLeft = ["leave", "unknown", "none"].contains(answer?.value)
    let entries = [step.entry, "\(step.entry)/\(dossier.application.id)"]
    let mark = dossier.marks.filter { entries.contains($0.entry) }.max {
      ($0.recorded, $0.id) < ($1.recorded, $1.id)
    }
    if mark?.action == .done { done(mark?.recorded.day) }
    let names = dossier.people.filter { step.parts.contains($0.part) }.map(\.name)
    // Who isn't on file isn't to be thanked by their part: "HR" may not exist there.
    if step == .manager || step == .hr, names.isEmpty, !isDone { return nil }
    let isClosed = step == .ask && dossier.ruledOutFeedback
    // Who met nobody has nobody to ask for a tip, either.
    if isClosed, !isDone, !status.everInterviewed { return nil }
    return Item(
      step: step, text: isClosed && !isDone ? AfterNo.softer : step.text(names),
      due: refused.adding(days: step == .ask ? askDays : days), on: on, isDone: isDone,
      isDropped: !isDone && (isLeft || mark?.action == .dropped), isOptional: isClosed && !isDone)
  }

  /// What is left to ask where they said that they give no feedback.
  static let softer =
    "they don't give feedback; you could still ask one person for a tip"

  /// The entry of the mark that says that the words of a no rule out feedback.
  public static func noFeedback(_ refused: ID) -> String { "no-feedback/\(refused)" }
}

/// What says how the days after a no went: a dossier, or the facts of a row.
private protocol KnowsNo {
  var application: Application { get }
  var events: [Event] { get }
  var letters: [Letter] { get }
  var feedback: [Feedback] { get }
  var responses: [Response] { get }
  var marks: [Mark] { get }
  var people: [Person] { get }
  func status(now: Moment) -> Status
}

extension KnowsNo {
  /// Whether the words of a no say that they give no feedback.
  fileprivate var ruledOutFeedback: Bool {
    events.contains { event in
      event.kind == .refused && marks.contains { $0.entry == AfterNo.noFeedback(event.id) }
    }
  }
}

extension Dossier {
  /// Whether they are known to give no feedback: the words of their no say so, or somebody there was asked
  /// and declined.
  public var givesNoFeedback: Bool {
    ruledOutFeedback || feedback.contains { $0.isEmployers && $0.candour == .declined }
  }
}

extension Dossier: KnowsNo {}
extension Facts: KnowsNo {}

extension AfterNo.Step {
  /// The letter that does it.
  public var letter: String {
    switch self {
    case .manager: "L2"
    case .hr: "L3"
    case .anyone: "L1"
    case .ask: "L4"
    }
  }

  /// The question of the checklist that asks whether it is done.
  public var question: String? {
    switch self {
    case .manager: "letter.manager"
    case .hr: "letter.hr"
    case .anyone, .ask: nil
    }
  }

  /// The entry its mark is for.
  public var entry: String { "after-no/\(rawValue)" }

  var parts: Set<Person.Part> {
    switch self {
    case .manager: [.manager]
    case .hr: [.hr, .recruiter]
    case .anyone: [.interviewer, .other]
    case .ask: []
    }
  }

  /// It in words; `names` are those on file who have the part.
  func text(_ names: [String]) -> String {
    switch self {
    case .manager: "thank \(names.first ?? "the hiring manager") for their time"
    case .hr: "thank \(names.first ?? "HR") in a separate note"
    case .anyone: "thank \(names.count == 1 ? names[0] : "them") for their time"
    case .ask: "ask for advice: what held you back?"
    }
  }
}

extension Recipe {
  /// A thing of the days after a no is done, or left.
  public static func afterNo(
    _ step: AfterNo.Step, _ action: Mark.Action, application: ID, ids: inout IDSource, now: Moment
  ) -> Change {
    let mark = Mark(
      id: ids.draw(), application: application, entry: step.entry, action: action, recorded: now)
    return Change(
      action == .done ? "step done" : "step skipped",
      [.insert(.mark(mark))])
  }
}
