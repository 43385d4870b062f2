/// Why an application is reviewed: which script the guided debrief follows.
public enum Branch: String, FieldChoice {
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

extension Debrief: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.debrief
  /// It, as one of all nouns.
  public var entity: Entity { .debrief(self) }
  /// Where a dossier has them.
  public static var place: WritableKeyPath<Dossier, [Debrief]>? { \.debriefs }
  /// The order in which they are shown.
  public static func inOrder(_ a: Debrief, _ b: Debrief) -> Bool {
    (a.started, a.id) < (b.started, b.id)
  }

  /// What it is made of.
  public static let shape = Shape(
    Debrief(id: ID(""), application: ID(""), branch: .ghosted, started: Moment(seconds: 0)),
    [
      .id(\.id),
      .owner(\.application),
      Field("branch", \.branch, "how it ended"),
      .date("started", \.started, "when it began"),
      Field("resting", \.resting, "whether it's paused"),
      Field("done", \.done, "whether it's done", merge: .counted),
      Field("total", \.total, merge: .passing),
      Field("lesson", \.lesson, "the lesson", merge: .prose, find: .body),
      Field("closed", \.closed, "whether it's finished"),
    ])
}
