/// One thing to have ready for an interview: an instruction to follow, a document to send, a fact
/// about the company, a requirement of the job, how well the two sides fit, a claim of the résumé, a question to ask, or an
/// answer to have at hand (A13, A16, A17, A20, A22, A24, A36, A106 to A111).
public struct Preparation: Hashable, Sendable, Codable {
  /// What kind of thing it is, in the order of the screen.
  public enum Kind: String, FieldChoice {
    case instruction, document, company, requirement, fit, claim, question, answer
  }
  /// How it stands. Which states a kind has is in ``Kind/states``.
  public enum State: String, FieldChoice {
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
  /// The day it was sent, done or asked; of news about the company, the day of the news (A63).
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

extension Preparation: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.preparation
  /// It, as one of all nouns.
  public var entity: Entity { .preparation(self) }
  /// Where a dossier has them.
  public static var place: WritableKeyPath<Dossier, [Preparation]>? { \.preparations }
  /// The order in which they are shown.
  public static func inOrder(_ a: Preparation, _ b: Preparation) -> Bool {
    (a.kind.order, a.recorded, a.id) < (b.kind.order, b.recorded, b.id)
  }

  /// What it is made of.
  public static let shape = Shape(
    Preparation(id: ID(""), application: ID(""), kind: .question, recorded: Moment(seconds: 0)),
    [
      .id(\.id),
      .owner(\.application),
      Field("kind", \.kind, "the kind"),
      .date("recorded", \.recorded),
      Field("text", \.text, "what to prepare", merge: .prose, find: .title),
      Field("detail", \.detail, "the details", merge: .prose, find: .body),
      Field("state", \.state, "the status"),
      Field("required", \.required, "what they ask for"),
      Field("held", \.held, "what you have"),
      Field("before", \.before, "the rating before"),
      Field("after", \.after, "the rating after"),
      Field("raised", \.raised, "whether it came up"),
      Field("shown", \.shown, "how it went"),
      Field("due", \.due, "the date"),
      Field("done", \.done, "whether it's done"),
    ])
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
