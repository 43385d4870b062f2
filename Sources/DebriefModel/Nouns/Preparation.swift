/// One thing to have ready for an interview: an instruction to follow, a document to send, a fact
/// about the company, a requirement of the post, how well the two sides fit, a claim of the résumé, a question to ask, or an
/// answer to have at hand (A13, A16, A17, A20, A22, A24, A36, A106 to A111).
public struct Preparation: Hashable, Sendable, Codable {
  /// What kind of thing it is, in the order of the screen.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case instruction, document, company, requirement, fit, claim, question, answer
  }
  /// How it stands. Which states a kind has is in ``Kind/states``.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case open, done, met, partly, unmet, provable, needsProof, retract, asked
  }

  /// Its name.
  public var id: ID
  /// The application it belongs to.
  public var application: ID
  /// What kind of thing it is.
  public var kind: Kind
  /// The thing: the instruction, the requirement, the question.
  public var text = ""
  /// What belongs to it: my evidence, my answer, what they said, what the company does.
  public var detail = ""
  /// How it stands.
  public var state = State.open
  /// Years asked for, for a requirement (A22).
  public var required: Int?
  /// Years held, for a requirement (A22).
  public var held: Int?
  /// How well it fits, 1 to 5, as rated before the interview (A21, A25).
  public var before: Int?
  /// The same, as rated after it.
  public var after: Int?
  /// Whether they asked about a claim (A97).
  public var raised: Bool?
  /// How a claim they asked about was borne out: met, partly or unmet (A97).
  public var shown: State?
  /// Until when, for a document or an instruction.
  public var due: Day?
  /// The day it was sent, done or asked.
  public var done: Day?
  /// When it was written down: only what stood before the interview counts as preparation.
  public var recorded: Moment

  /// Makes an entry and fills it in.
  public init(
    id: ID, application: ID, kind: Kind, recorded: Moment,
    _ fill: (inout Preparation) -> Void = { _ in }
  ) {
    self.id = id
    self.application = application
    self.kind = kind
    self.recorded = recorded
    fill(&self)
  }
}

extension Preparation.Kind {
  /// The states an entry of this kind goes through, the first one when it is new.
  public var states: [Preparation.State] {
    switch self {
    case .instruction, .document, .company, .answer: [.open, .done]
    case .fit: [.open]
    case .requirement: [.open, .met, .partly, .unmet]
    case .claim: [.needsProof, .provable, .retract]
    case .question: [.open, .asked]
    }
  }
}

/// What the user did with an entry of the agenda: done, moved to another day, or dropped.
public struct Mark: Hashable, Sendable, Codable {
  /// What was done with it.
  public enum Action: String, Hashable, Sendable, Codable, CaseIterable {
    case done, moved, dropped
  }

  /// Its name.
  public var id: ID
  /// The application it belongs to.
  public var application: ID
  /// Which entry: its kind and what it is about, such as `thanks/<interview>`.
  public var entry: String
  /// What was done with it.
  public var action: Action
  /// The day it was moved to.
  public var until: Day?
  /// When.
  public var recorded: Moment

  /// Makes a mark.
  public init(
    id: ID, application: ID, entry: String, action: Action, until: Day? = nil, recorded: Moment
  ) {
    self.id = id
    self.application = application
    self.entry = entry
    self.action = action
    self.until = until
    self.recorded = recorded
  }
}

/// One version of the résumé, and why it was changed (A96, A99, A100). Applications name it.
public struct Resume: Hashable, Sendable, Codable {
  /// Its name.
  public var id: ID
  /// What applications call it.
  public var name = ""
  /// Why it differs from the one before.
  public var reason = ""
  /// Its first three lines: what a reader sees first.
  public var opening = ""
  /// What the user does best, at most three skills, separated by commas.
  public var skills = ""
  /// When it was written down.
  public var recorded: Moment

  /// Makes a version and fills it in.
  public init(id: ID, recorded: Moment, _ fill: (inout Resume) -> Void = { _ in }) {
    self.id = id
    self.recorded = recorded
    fill(&self)
  }
}

/// A suspicion of an unlawful ground (A81). It is no entity: it enters no score, count, search,
/// export or journal, and can only be read, changed and deleted where it was written.
public struct PrivateNote: Hashable, Sendable {
  /// The application it is about.
  public var application: ID
  /// The text.
  public var text: String
  /// When it was last changed.
  public var recorded: Moment

  /// Makes a note.
  public init(application: ID, text: String, recorded: Moment) {
    self.application = application
    self.text = text
    self.recorded = recorded
  }
}
