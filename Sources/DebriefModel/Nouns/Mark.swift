/// What the user did with an entry of the agenda: done, moved to another day, or dropped.
public struct Mark: Hashable, Sendable, Codable {
  /// What was done with it.
  public enum Action: String, FieldChoice {
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

extension Mark: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.mark
  /// It, as one of all nouns.
  public var entity: Entity { .mark(self) }
  /// Where a dossier has them.
  public static var place: WritableKeyPath<Dossier, [Mark]>? { \.marks }
  /// The order in which they are shown.
  public static func inOrder(_ a: Mark, _ b: Mark) -> Bool {
    (a.recorded, a.id) < (b.recorded, b.id)
  }

  /// What it is made of.
  public static let shape = Shape(
    Mark(id: ID(""), application: ID(""), entry: "", action: .done, recorded: Moment(seconds: 0)),
    [
      .id(\.id),
      .owner(\.application),
      Field("entry", \.entry, mask: .code),
      Field("action", \.action),
      Field("until", \.until),
      .date("recorded", \.recorded),
    ])
}
