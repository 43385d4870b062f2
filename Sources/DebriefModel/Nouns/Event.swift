/// The note a contact ended on.
public enum Tone: String, FieldChoice {
  case warm, neutral, cold
}

/// A dated fact in the ledger of an application. Nothing is ever struck from the ledger by a later
/// fact: a rejection does not erase the interview.
public struct Event: Hashable, Sendable, Codable {
  /// What happened.
  public enum Kind: String, FieldChoice {
    case applied, acknowledged, invited, held, thanked, promised, chased, refused, silent,
      withdrew, offered, accepted, declined, feedbackAsked, feedbackReceived, reopened,
      debriefClosed
  }

  /// What it said before it was corrected.
  public struct Earlier: Hashable, Sendable, Codable {
    /// The day it was put on.
    public var on: Day
    /// The day that was named in it.
    public var due: Day?
    /// When it was corrected.
    public var until: Moment
    /// Makes one.
    public init(on: Day, due: Day? = nil, until: Moment) {
      self.on = on
      self.due = due
      self.until = until
    }
  }

  /// Its name.
  public var id: ID
  /// The application it belongs to.
  public var application: ID
  /// What happened.
  public var kind: Kind
  /// The day it happened, or where it stands where nobody noted that. Nothing reaches it by this name: what
  /// shows a day, or counts from one, asks ``known``, and only what puts facts in order asks ``placedOn``.
  private var on: Day
  /// The day named in it, for a promise.
  public var due: Day?
  /// The round it concerns.
  public var interview: ID?
  /// Who it came from or went to.
  public var person: ID?
  /// The exact words, when they matter (A66).
  public var words = ""
  /// How a contact ended: the note the two sides parted on (A95).
  public var tone: Tone?
  /// When it was written down.
  public var recorded: Moment
  /// What it said before its days were corrected, the first of it first; nil when it never was.
  public var earlier: [Earlier]?
  /// True where nobody noted the day, nil otherwise: ``placedOn`` is then shown and counted nowhere.
  public internal(set) var undated: Bool?

  /// The day it happened; nil where nobody noted it. What shows a day, or counts from one, asks this.
  public var known: Day? { undated == true ? nil : on }
  /// Where it stands among the others: the day it happened, or a stand-in where nobody noted that. Only good
  /// for their order.
  public var placedOn: Day { on }

  /// Says that it happened on this day.
  public mutating func happened(on day: Day) { (on, undated) = (day, nil) }
  /// Says that nobody noted the day: the one it has only says where it stands.
  public mutating func leaveUndated() { undated = true }

  /// The order of a ledger: by day, then as it was written down.
  public static func inOrder(_ a: Event, _ b: Event) -> Bool {
    (a.placedOn, a.recorded, a.id) < (b.placedOn, b.recorded, b.id)
  }

  /// Makes an event of a day and fills it in.
  public init(
    id: ID, application: ID, kind: Kind, on: Day, recorded: Moment,
    _ fill: (inout Event) -> Void = { _ in }
  ) {
    self.id = id
    self.application = application
    self.kind = kind
    self.on = on
    self.recorded = recorded
    fill(&self)
  }
}

extension Event: Noun {
  /// Which noun it is.
  public static let kind = Entity.Kind.event
  /// It, as one of all nouns.
  public var entity: Entity { .event(self) }
  /// Where a dossier has them.
  public static var place: WritableKeyPath<Dossier, [Event]>? { \.events }

  /// What it is made of.
  public static let shape = Shape(
    Event(
      id: ID(""), application: ID(""), kind: .applied, on: Day(number: 0),
      recorded: Moment(seconds: 0)),
    [
      .id(\.id),
      .owner(\.application),
      Field("kind", \.kind, "the kind"),
      Field("on", \.on, "the date"),
      .date("recorded", \.recorded),
      Field("due", \.due, "the date"),
      Field("interview", \.interview, "the interview", target: .interview),
      Field("person", \.person, "the person", target: .person),
      Field("words", \.words, "their words", merge: .prose, find: .body),
      Field("tone", \.tone, "how you left things"),
      Field("earlier", \.earlier, "the earlier dates"),
      Field("undated", \.undated, "whether its date is known"),
    ])
}

extension Event.Earlier: FieldPart {
  /// Whether its days can be written down.
  public var isStorable: Bool { on.isStorable && due.isStorable && until.isStorable }

  /// Moves its days.
  public mutating func rewrite(_ rewriting: Rewriting) {
    on = rewriting.day(on)
    due = due.map(rewriting.day)
    until = rewriting.moment(until)
  }
}
