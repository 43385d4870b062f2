/// Something caught in passing, to be sorted out later (A10).
public struct Note: Hashable, Sendable, Codable {
  /// What it looked like when it was caught.
  public enum Kind: String, FieldChoice {
    case note, strength, weakness
  }

  /// Its name.
  public var id: ID
  /// The application it belongs to, once it is known.
  public var application: ID?
  /// What it looked like when it was caught.
  public var kind = Kind.note
  /// Whether it was looked at and stays a note of its application; until then it waits to be sorted.
  public var kept: Bool?
  /// The text, as typed.
  public var text = ""
  /// When it was caught.
  public var recorded: Moment

  /// Makes a note and fills it in.
  public init(id: ID, recorded: Moment, _ fill: (inout Note) -> Void = { _ in }) {
    self.id = id
    self.recorded = recorded
    fill(&self)
  }
}

extension Note: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.note
  /// It, as one of all nouns.
  public var entity: Entity { .note(self) }
  /// Where a dossier has them.
  public static var place: WritableKeyPath<Dossier, [Note]>? { \.notes }
  /// The order in which they are shown.
  public static func inOrder(_ a: Note, _ b: Note) -> Bool {
    (a.recorded, a.id) < (b.recorded, b.id)
  }

  /// What it is made of.
  public static let shape = Shape(
    Note(id: ID(""), recorded: Moment(seconds: 0)),
    [
      .id(\.id),
      .date("recorded", \.recorded),
      .owner(\.application, "the application it belongs to"),
      Field("kind", \.kind, "the kind"),
      Field("kept", \.kept, "where it's filed"),
      Field("text", \.text, "the note", merge: .prose, find: .body),
    ])
}
