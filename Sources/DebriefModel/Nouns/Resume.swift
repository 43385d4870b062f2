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

extension Resume: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.resume
  /// It, as one of all nouns.
  public var entity: Entity { .resume(self) }

  /// What it is made of.
  public static let shape = Shape(
    Resume(id: ID(""), recorded: Moment(seconds: 0)),
    [
      .id(\.id),
      Field("recorded", \.recorded),
      Field("name", \.name, "its name", find: .title),
      Field("reason", \.reason, "why you changed it", merge: .prose, find: .body),
      Field("opening", \.opening, "the opening", merge: .prose, find: .body),
      Field("skills", \.skills, "the skills", merge: .prose, find: .body),
    ])
}
