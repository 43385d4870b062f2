/// One round of talks.
public struct Interview: Hashable, Sendable, Codable {
  /// What a round is for.
  public enum Kind: String, FieldChoice {
    case screening, technical, panel, manager, final, other
  }
  /// How people meet.
  public enum Format: String, FieldChoice {
    case inPerson, video, phone
  }

  /// Its name.
  public var id: ID
  /// The application it belongs to.
  public var application: ID
  /// The number of the round, 1 first.
  public var round = 1
  /// What the round was for.
  public var kind = Kind.other
  /// How they met; nil when nobody said.
  public var format: Format?
  /// When it began, when known.
  public var start: Moment?
  /// Whether only the day of ``start`` is known. It then stands at noon, for the order of time; nothing
  /// that counts hours may rest on that.
  public var dayOnly: Bool?
  /// How long it took, in minutes.
  public var minutes: Int?
  /// Who took part.
  public var people: [ID] = []
  /// The dress they expected (A19).
  public var dressExpected = ""
  /// Who told the user about it (A18).
  public var dressFrom: String?
  /// The dress that was worn (A19).
  public var dressWorn = ""
  /// Anything else.
  public var notes = ""
  /// When it was written down.
  public var recorded: Moment

  /// Whether the hour it began is known.
  public var hasHour: Bool { start != nil && dayOnly != true }

  /// Makes an interview and fills it in.
  public init(
    id: ID, application: ID, recorded: Moment, _ fill: (inout Interview) -> Void = { _ in }
  ) {
    self.id = id
    self.application = application
    self.recorded = recorded
    fill(&self)
  }
}

extension Interview: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.interview
  /// It, as one of all nouns.
  public var entity: Entity { .interview(self) }
  /// Where a dossier has them.
  public static var place: WritableKeyPath<Dossier, [Interview]>? { \.interviews }
  /// The order in which they are shown.
  public static func inOrder(_ a: Interview, _ b: Interview) -> Bool {
    (a.round, a.id) < (b.round, b.id)
  }

  /// What it is made of.
  public static let shape = Shape(
    Interview(id: ID(""), application: ID(""), recorded: Moment(seconds: 0)),
    reading: {
      // A day is the same day for whoever reads it: it is no point in time.
      if $0.dayOnly == true { $0.start = $0.start?.asWritten }
    },
    [
      .id(\.id),
      .owner(\.application),
      .date("recorded", \.recorded),
      Field("round", \.round, "the round"),
      Field("kind", \.kind, "the kind"),
      Field("format", \.format, "in person, by phone, or by video"),
      Field("start", \.start, "the time"),
      Field("dayOnly", \.dayOnly, "the time", merge: .passing),
      Field("minutes", \.minutes, "how long it took"),
      Field("people", \.people, "who was there", merge: .members, target: .person),
      Field("dressExpected", \.dressExpected, "the dress code", merge: .line, find: .body),
      Field("dressWorn", \.dressWorn, "what you wore", merge: .line, find: .body),
      Field("notes", \.notes, "the notes", merge: .prose, find: .lead),
      Field("dressFrom", \.dressFrom, "who told you the dress code", merge: .line, mask: .name),
    ])
}
