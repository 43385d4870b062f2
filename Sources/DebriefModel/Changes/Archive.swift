/// Everything in a store, in one value: what an export holds and an import brings. Lists are in
/// the order of ids, so that equal stores give equal archives.
public struct Archive: Hashable, Sendable, Codable {
  /// The version of this form; a reader refuses a higher one.
  public static let version = 1
  /// Lists that every version of the form has, in the order in which they are missed.
  public static let required: [Entity.Kind] = [
    .application, .person, .interview, .event, .turn, .finding, .feedback, .debrief, .response,
    .improvement, .letter, .forecast, .note,
  ]
  /// The version it was written in.
  public var version = Archive.version
  private var lists: [Entity.Kind: [Entity]] = [:]

  /// An empty archive.
  public init() {}

  /// Everything of a noun.
  public subscript<N: Noun>(_ type: N.Type) -> [N] {
    get { (lists[N.kind] ?? []).compactMap { $0.noun as? N } }
    set { lists[N.kind] = newValue.isEmpty ? nil : newValue.map(\.entity) }
  }

  /// Everything in it, owners before what belongs to them.
  public var entities: [Entity] { Entity.Kind.allCases.flatMap { lists[$0] ?? [] } }

  /// Adds a thing at the end of its list.
  public mutating func append(_ entity: Entity) {
    lists[entity.kind, default: []].append(entity)
  }

  /// The same with everything passed through a rewriting.
  public func rewritten(_ rewriting: Rewriting) -> Archive {
    var next = self
    next.lists = lists.mapValues { $0.map { $0.noun.rewritten(rewriting).entity } }
    return next
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Reads an archive; lists that came to the form later may be missing.
  ///
  /// - Throws: `DecodingError` for what is no archive.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Key.self)
    version = try box.decode(Int.self, forKey: Key(stringValue: "version"))
    func list<N: Noun>(_ type: N.Type) throws -> [N] {
      let key = Key(stringValue: N.kind.rawValue)
      if Archive.required.contains(N.kind) { return try box.decode([N].self, forKey: key) }
      return try box.decodeIfPresent([N].self, forKey: key) ?? []
    }
    func read<N: Noun>(_ type: N.Type) throws { self[type] = try list(type) }
    for kind in Entity.Kind.allCases { try read(kind.type) }
  }

  /// Writes the lists of all nouns, those that are empty as well.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Key.self)
    try box.encode(version, forKey: Key(stringValue: "version"))
    func write<N: Noun>(_ type: N.Type) throws {
      try box.encode(self[type], forKey: Key(stringValue: N.kind.rawValue))
    }
    for kind in Entity.Kind.allCases { try write(kind.type) }
  }
}

// The lists by their names, for whoever knows which one is wanted.
extension Archive {
  /// All applications.
  public var application: [Application] {
    get { self[Application.self] }
    set { self[Application.self] = newValue }
  }
  /// Everyone on file.
  public var person: [Person] {
    get { self[Person.self] }
    set { self[Person.self] = newValue }
  }
  /// All rounds.
  public var interview: [Interview] {
    get { self[Interview.self] }
    set { self[Interview.self] = newValue }
  }
  /// The ledgers.
  public var event: [Event] {
    get { self[Event.self] }
    set { self[Event.self] = newValue }
  }
  /// The scripts.
  public var turn: [Turn] {
    get { self[Turn.self] }
    set { self[Turn.self] = newValue }
  }
  /// All strengths, weaknesses and circumstances.
  public var finding: [Finding] {
    get { self[Finding.self] }
    set { self[Finding.self] = newValue }
  }
  /// The feedback logs.
  public var feedback: [Feedback] {
    get { self[Feedback.self] }
    set { self[Feedback.self] = newValue }
  }
  /// All debriefs.
  public var debrief: [Debrief] {
    get { self[Debrief.self] }
    set { self[Debrief.self] = newValue }
  }
  /// All responses.
  public var response: [Response] {
    get { self[Response.self] }
    set { self[Response.self] = newValue }
  }
  /// All changes for the next time.
  public var improvement: [Improvement] {
    get { self[Improvement.self] }
    set { self[Improvement.self] = newValue }
  }
  /// All letters.
  public var letter: [Letter] {
    get { self[Letter.self] }
    set { self[Letter.self] = newValue }
  }
  /// All forecasts.
  public var forecast: [Forecast] {
    get { self[Forecast.self] }
    set { self[Forecast.self] = newValue }
  }
  /// All captured notes.
  public var note: [Note] {
    get { self[Note.self] }
    set { self[Note.self] = newValue }
  }
  /// What was made ready for interviews.
  public var preparation: [Preparation] {
    get { self[Preparation.self] }
    set { self[Preparation.self] = newValue }
  }
  /// What was done with entries of the agenda.
  public var mark: [Mark] {
    get { self[Mark.self] }
    set { self[Mark.self] = newValue }
  }
  /// The versions of the résumé.
  public var resume: [Resume] {
    get { self[Resume.self] }
    set { self[Resume.self] = newValue }
  }
  /// Who looks for work: one or none.
  public var profile: [Profile] {
    get { self[Profile.self] }
    set { self[Profile.self] = newValue }
  }
  /// The reviews of the cards of the drill.
  public var review: [CardReview] {
    get { self[CardReview.self] }
    set { self[CardReview.self] = newValue }
  }
}
