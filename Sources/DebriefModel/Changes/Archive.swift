/// Everything in a store, in one value: what an export holds and an import brings. Lists are in
/// the order of ids, so that equal stores give equal archives.
public struct Archive: Hashable, Sendable, Codable {
  /// The version of this form; a reader refuses a higher one.
  public static let version = 1
  /// The version it was written in.
  public var version = Archive.version
  /// All applications.
  public var application: [Application] = []
  /// Everyone on file.
  public var person: [Person] = []
  /// All rounds.
  public var interview: [Interview] = []
  /// The ledgers.
  public var event: [Event] = []
  /// The scripts.
  public var turn: [Turn] = []
  /// All strengths, weaknesses and circumstances.
  public var finding: [Finding] = []
  /// The feedback logs.
  public var feedback: [Feedback] = []
  /// All debriefs.
  public var debrief: [Debrief] = []
  /// All responses.
  public var response: [Response] = []
  /// All changes for the next time.
  public var improvement: [Improvement] = []
  /// All letters.
  public var letter: [Letter] = []
  /// All forecasts.
  public var forecast: [Forecast] = []
  /// All captured notes.
  public var note: [Note] = []

  /// An empty archive.
  public init() {}

  /// Everything in it, owners before what belongs to them.
  public var entities: [Entity] {
    var all: [Entity] = application.map(Entity.application)
    all += person.map(Entity.person)
    all += interview.map(Entity.interview)
    all += event.map(Entity.event)
    all += turn.map(Entity.turn)
    all += finding.map(Entity.finding)
    all += feedback.map(Entity.feedback)
    all += debrief.map(Entity.debrief)
    all += response.map(Entity.response)
    all += improvement.map(Entity.improvement)
    all += letter.map(Entity.letter)
    all += forecast.map(Entity.forecast)
    all += note.map(Entity.note)
    return all
  }

  /// Adds a thing at the end of its list.
  public mutating func append(_ entity: Entity) {
    switch entity {
    case .application(let it): application.append(it)
    case .person(let it): person.append(it)
    case .interview(let it): interview.append(it)
    case .event(let it): event.append(it)
    case .turn(let it): turn.append(it)
    case .finding(let it): finding.append(it)
    case .feedback(let it): feedback.append(it)
    case .debrief(let it): debrief.append(it)
    case .response(let it): response.append(it)
    case .improvement(let it): improvement.append(it)
    case .letter(let it): letter.append(it)
    case .forecast(let it): forecast.append(it)
    case .note(let it): note.append(it)
    }
  }
}
