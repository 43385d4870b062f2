/// A letter (L1 to L10) and what became of it.
public struct Letter: Hashable, Sendable, Codable {
  /// How far it has come.
  public enum State: String, FieldChoice {
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

extension Letter: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.letter
  /// It, as one of all nouns.
  public var entity: Entity { .letter(self) }
  /// Where a dossier has them.
  public static var place: WritableKeyPath<Dossier, [Letter]>? { \.letters }
  /// The order in which they are shown.
  public static func inOrder(_ a: Letter, _ b: Letter) -> Bool {
    (b.recorded, b.id) < (a.recorded, a.id)
  }

  /// What it is made of.
  public static let shape = Shape(
    Letter(id: ID(""), application: ID(""), kind: "", recorded: Moment(seconds: 0)),
    [
      .id(\.id),
      .owner(\.application),
      Field("kind", \.kind, "the kind", mask: .code),
      .date("recorded", \.recorded),
      Field("to", \.to, "who gets it", target: .person),
      Field("subject", \.subject, "the subject", merge: .line, find: .title),
      Field("text", \.text, "the letter", merge: .prose, find: .body),
      Field("state", \.state, "the status"),
      Field("heldUntil", \.heldUntil, "how long it's on hold"),
      Field("sent", \.sent, "the date it went out"),
      Field("channel", \.channel, "how you sent it"),
      Field("due", \.due, "the date"),
      Field("answered", \.answered, "the date of the answer"),
      Field("useful", \.useful, "whether it helped"),
      Field("override", \.override, "why it couldn't wait", merge: .prose),
    ])
}
