/// What the days after a no are for (A67): thanks to the manager (A68), thanks of their own to HR
/// (A69), and the question what stood in the way (A70). Built from the ledger, the letters and the
/// marks; pure.
public struct AfterNo: Hashable, Sendable {
  /// One thing to do.
  public enum Step: String, Hashable, Sendable, CaseIterable {
    case manager, hr, ask
  }

  /// A thing to do, until when, and what became of it.
  public struct Item: Hashable, Sendable {
    /// What it is.
    public var step: Step
    /// In words.
    public var text: String
    /// Until when it does most good.
    public var due: Day
    /// The day it was done; nil when it was not, or when nobody knows the day.
    public var on: Day?
    /// Whether it is done.
    public var isDone: Bool
    /// Whether the user leaves it.
    public var isDropped: Bool
    /// Whether it is open and its day is over.
    public func isLate(_ today: Day) -> Bool { !isDone && !isDropped && due < today }
  }

  /// An answer within two days is still remembered as one.
  public static let days = 2
  /// The question may wait until the first feeling has gone.
  public static let askDays = 7

  /// The day of the no.
  public let refused: Day
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
    items = Step.allCases.compactMap { AfterNo.item($0, source, refused, status) }
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
      for event in dossier.events where event.kind == .thanked && event.on >= refused {
        guard let part = dossier.people.first(where: { $0.id == event.person })?.part else {
          continue
        }
        if (part == .manager) == (step == .manager), part != .interviewer { done(event.on) }
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
    let name = dossier.people.first { step.parts.contains($0.part) }?.name
    return Item(
      step: step, text: step.text(name),
      due: refused.adding(days: step == .ask ? askDays : days), on: on, isDone: isDone,
      isDropped: !isDone && (isLeft || mark?.action == .dropped))
  }
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

extension Dossier: KnowsNo {}
extension Facts: KnowsNo {}

extension AfterNo.Step {
  /// The letter that does it.
  public var letter: String {
    switch self {
    case .manager: "L2"
    case .hr: "L3"
    case .ask: "L4"
    }
  }

  /// The question of the checklist that asks whether it is done.
  public var question: String? {
    switch self {
    case .manager: "letter.manager"
    case .hr: "letter.hr"
    case .ask: nil
    }
  }

  /// The entry its mark is for.
  public var entry: String { "after-no/\(rawValue)" }

  var parts: Set<Person.Part> {
    switch self {
    case .manager: [.manager]
    case .hr: [.hr, .recruiter]
    case .ask: []
    }
  }

  func text(_ name: String?) -> String {
    switch self {
    case .manager: "thank \(name ?? "the hiring manager") for their time"
    case .hr: "thank \(name ?? "HR") in a separate note"
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
