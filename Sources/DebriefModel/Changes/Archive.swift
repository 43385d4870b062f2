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
  /// What was made ready for interviews.
  public var preparation: [Preparation] = []
  /// What was done with entries of the agenda.
  public var mark: [Mark] = []
  /// The versions of the résumé.
  public var resume: [Resume] = []
  /// Who looks for work: one or none.
  public var profile: [Profile] = []

  /// An empty archive.
  public init() {}

  /// Reads an archive; lists that came to the form later may be missing.
  ///
  /// - Throws: `DecodingError` for what is no archive.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    version = try box.decode(Int.self, forKey: .version)
    application = try box.decode([Application].self, forKey: .application)
    person = try box.decode([Person].self, forKey: .person)
    interview = try box.decode([Interview].self, forKey: .interview)
    event = try box.decode([Event].self, forKey: .event)
    turn = try box.decode([Turn].self, forKey: .turn)
    finding = try box.decode([Finding].self, forKey: .finding)
    feedback = try box.decode([Feedback].self, forKey: .feedback)
    debrief = try box.decode([Debrief].self, forKey: .debrief)
    response = try box.decode([Response].self, forKey: .response)
    improvement = try box.decode([Improvement].self, forKey: .improvement)
    letter = try box.decode([Letter].self, forKey: .letter)
    forecast = try box.decode([Forecast].self, forKey: .forecast)
    note = try box.decode([Note].self, forKey: .note)
    preparation = try box.decodeIfPresent([Preparation].self, forKey: .preparation) ?? []
    mark = try box.decodeIfPresent([Mark].self, forKey: .mark) ?? []
    resume = try box.decodeIfPresent([Resume].self, forKey: .resume) ?? []
    profile = try box.decodeIfPresent([Profile].self, forKey: .profile) ?? []
  }

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
    all += preparation.map(Entity.preparation)
    all += mark.map(Entity.mark)
    all += resume.map(Entity.resume)
    all += profile.map(Entity.profile)
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
    case .preparation(let it): preparation.append(it)
    case .mark(let it): mark.append(it)
    case .resume(let it): resume.append(it)
    case .profile(let it): profile.append(it)
    }
  }
}
