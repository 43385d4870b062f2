/// Why an application is reviewed: which script the guided debrief follows.
public enum Branch: String, Hashable, Sendable, Codable, CaseIterable {
  case rejectedAfterInterview = "rejected-after-interview"
  case rejectedWithoutInterview = "rejected-without-interview"
  case ghosted, withdrew
  case acceptedElsewhere = "accepted-elsewhere"
}

/// One run of the guided debrief.
public struct Debrief: Hashable, Sendable, Codable {
  /// Its name.
  public var id: ID
  /// The application it belongs to.
  public var application: ID
  /// The script it follows.
  public var branch: Branch
  /// When it was begun.
  public var started: Moment
  /// Only the steps that save what fades are asked for now; the rest can wait (A6).
  public var resting = false
  /// Required items answered or skipped, as of the last response: what a list shows without the
  /// checklist.
  public var done = 0
  /// Required items that apply, as of the last response; 0 before the first.
  public var total = 0
  /// The one-line lesson (A7).
  public var lesson = ""
  /// When it was closed; nil while it is open.
  public var closed: Moment?

  /// Makes a debrief and fills it in.
  public init(
    id: ID, application: ID, branch: Branch, started: Moment,
    _ fill: (inout Debrief) -> Void = { _ in }
  ) {
    self.id = id
    self.application = application
    self.branch = branch
    self.started = started
    fill(&self)
  }
}

/// The response to one item of a checklist.
public struct Response: Hashable, Sendable, Codable {
  /// Its name.
  public var id: ID
  /// The application it belongs to.
  public var application: ID
  /// The debrief it was given in.
  public var debrief: ID
  /// The id of the item, as in the checklist file; kept even when the file no longer has it.
  public var item: String
  /// The answer: `yes`, `no`, a number, a choice's id, or text. Empty when skipped.
  public var value = ""
  /// Why it was skipped; empty when it was answered.
  public var skipped = ""
  /// When it was answered.
  public var answered: Moment

  /// Makes a response and fills it in.
  public init(
    id: ID, application: ID, debrief: ID, item: String, answered: Moment,
    _ fill: (inout Response) -> Void = { _ in }
  ) {
    self.id = id
    self.application = application
    self.debrief = debrief
    self.item = item
    self.answered = answered
    fill(&self)
  }

  /// Whether the item was passed over.
  public var isSkipped: Bool { !skipped.isEmpty }
}

/// Something to do differently; at most three come out of one debrief (A9, A49, A50).
public struct Improvement: Hashable, Sendable, Codable {
  /// How much it takes.
  public enum Effort: String, Hashable, Sendable, Codable, CaseIterable {
    case small, medium, large
  }
  /// What became of it.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case open, done, dropped
  }

  /// Its name.
  public var id: ID
  /// The application it came from.
  public var application: ID
  /// The debrief it came from.
  public var debrief: ID?
  /// What it touches.
  public var area = Area.presentation
  /// What to do.
  public var what = ""
  /// Where it will be used.
  public var place = ""
  /// How the user will know that it worked.
  public var proof = ""
  /// How much it takes.
  public var effort = Effort.small
  /// Whether it is something to learn, done when its proof is there (A105); nil or false for a change
  /// of what one does.
  public var learning: Bool?
  /// The ways to get there, when it is a gap in experience (A104).
  public var options: String?
  /// What it costs, in money, hours or pay (A104).
  public var cost: String?
  /// Until when.
  public var by: Day?
  /// What became of it.
  public var state = State.open
  /// The round that tested it.
  public var testedBy: ID?
  /// What the test showed, or why it was dropped.
  public var outcome = ""
  /// When it was written down.
  public var recorded: Moment

  /// Makes an improvement and fills it in.
  public init(
    id: ID, application: ID, recorded: Moment, _ fill: (inout Improvement) -> Void = { _ in }
  ) {
    self.id = id
    self.application = application
    self.recorded = recorded
    fill(&self)
  }
}

extension Improvement {
  /// How many changes of what one does may be open from one debrief (A9).
  public static let most = 3

  /// Whether it is something to learn.
  public var isLearning: Bool { learning == true }

  /// Whether it takes one of the few places of its debrief: open, and no learning.
  public var takesPlace: Bool { state == .open && !isLearning }

  /// Why it must not be stored as it is, in one sentence; nil when it may.
  public var fault: String? {
    guard state == .done else { return nil }
    if outcome.allSatisfy(\.isWhitespace) {
      return "A change is done once you've tried it. Write what happened."
    }
    if isLearning, proof.allSatisfy(\.isWhitespace) {
      return "Something to learn is done once there's proof. Write what proves it."
    }
    return nil
  }

  /// Why this one is too many beside the others of its application; nil when there is room.
  public func crowding(_ others: [Improvement]) -> String? {
    guard takesPlace else { return nil }
    let taken = others.filter {
      $0.id != id && $0.application == application && $0.debrief == debrief && $0.takesPlace
    }
    return taken.count < Improvement.most ? nil : Improvement.tooMany
  }

  static let tooMany =
    "Three changes at a time is enough. Finish or drop one, or make this something to learn."
}

/// A letter (L1 to L10) and what became of it.
public struct Letter: Hashable, Sendable, Codable {
  /// How far it has come.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case draft, held, ready, sent, answered
  }

  /// Its name.
  public var id: ID
  /// The application it belongs to.
  public var application: ID
  /// Which letter it is: `L1` to `L10`.
  public var kind: String
  /// To whom.
  public var to: ID?
  /// The subject line.
  public var subject = ""
  /// The text.
  public var text = ""
  /// How far it has come.
  public var state = State.draft
  /// Not before this moment.
  public var heldUntil: Moment?
  /// The day it went out.
  public var sent: Day?
  /// How it went out.
  public var channel: Channel?
  /// The day an answer is hoped for, or asked for.
  public var due: Day?
  /// The day an answer came.
  public var answered: Day?
  /// Whether the answer was of use.
  public var useful: Bool?
  /// Why it went out before its hold ended, in the user's words.
  public var override: String?
  /// When it was begun.
  public var recorded: Moment

  /// Makes a letter and fills it in.
  public init(
    id: ID, application: ID, kind: String, recorded: Moment,
    _ fill: (inout Letter) -> Void = { _ in }
  ) {
    self.id = id
    self.application = application
    self.kind = kind
    self.recorded = recorded
    fill(&self)
  }
}

/// A prediction sealed before the outcome is known (Brier 1950).
public struct Forecast: Hashable, Sendable, Codable {
  /// Its name.
  public var id: ID
  /// The application it belongs to.
  public var application: ID
  /// The round it was made after.
  public var interview: ID?
  /// The chance of going on, in percent, 1 to 99.
  public var chance: Int
  /// When it was sealed.
  public var sealed: Moment

  /// Makes a forecast.
  public init(
    id: ID, application: ID, interview: ID? = nil, chance: Int, sealed: Moment
  ) {
    self.id = id
    self.application = application
    self.interview = interview
    self.chance = max(1, min(99, chance))
    self.sealed = sealed
  }
}
