/// Any one stored thing. This is the list of nouns: a new one is a line in each of its four parts, and its
/// own file says the rest (``Noun``).
public enum Entity: Hashable, Sendable {
  case application(Application)
  case person(Person)
  case interview(Interview)
  case event(Event)
  case turn(Turn)
  case finding(Finding)
  case feedback(Feedback)
  case debrief(Debrief)
  case response(Response)
  case improvement(Improvement)
  case letter(Letter)
  case forecast(Forecast)
  case note(Note)
  case preparation(Preparation)
  case mark(Mark)
  case resume(Resume)
  case profile(Profile)
  case review(CardReview)

  /// Which noun it is: also the name of its table and its key in an export. Owners come before what
  /// belongs to them.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case application, person, interview, event, turn, finding, feedback, debrief, response,
      improvement, letter, forecast, note, preparation, mark, resume, profile, review

    /// The type behind the kind.
    public var type: any Noun.Type {
      switch self {
      case .application: Application.self
      case .person: Person.self
      case .interview: Interview.self
      case .event: Event.self
      case .turn: Turn.self
      case .finding: Finding.self
      case .feedback: Feedback.self
      case .debrief: Debrief.self
      case .response: Response.self
      case .improvement: Improvement.self
      case .letter: Letter.self
      case .forecast: Forecast.self
      case .note: Note.self
      case .preparation: Preparation.self
      case .mark: Mark.self
      case .resume: Resume.self
      case .profile: Profile.self
      case .review: CardReview.self
      }
    }
  }

  /// Shows the noun alone.
  ///
  /// - Throws: What the visitor throws.
  public func visit<V: NounVisitor>(_ visitor: V) throws(V.Failure) -> V.Result {
    switch self {
    case .application(let it): try visitor.visit(it)
    case .person(let it): try visitor.visit(it)
    case .interview(let it): try visitor.visit(it)
    case .event(let it): try visitor.visit(it)
    case .turn(let it): try visitor.visit(it)
    case .finding(let it): try visitor.visit(it)
    case .feedback(let it): try visitor.visit(it)
    case .debrief(let it): try visitor.visit(it)
    case .response(let it): try visitor.visit(it)
    case .improvement(let it): try visitor.visit(it)
    case .letter(let it): try visitor.visit(it)
    case .forecast(let it): try visitor.visit(it)
    case .note(let it): try visitor.visit(it)
    case .preparation(let it): try visitor.visit(it)
    case .mark(let it): try visitor.visit(it)
    case .resume(let it): try visitor.visit(it)
    case .profile(let it): try visitor.visit(it)
    case .review(let it): try visitor.visit(it)
    }
  }
}

/// What is done with a noun whatever it is. Every row passes through several of these, and a noun that is
/// put into a box for each of them would be copied to the heap each time.
public protocol NounVisitor<Result> {
  /// What it says of a noun.
  associatedtype Result
  /// What it throws.
  associatedtype Failure: Error = Never
  /// Is shown a noun.
  func visit<N: Noun>(_ noun: N) throws(Failure) -> Result
}

extension Entity {
  private struct KindOf: NounVisitor {
    func visit<N: Noun>(_ noun: N) -> Kind { N.kind }
  }
  private struct IDOf: NounVisitor {
    func visit<N: Noun>(_ noun: N) -> ID { noun.id }
  }
  private struct OwnerOf: NounVisitor {
    func visit<N: Noun>(_ noun: N) -> ID? { noun.owner }
  }
  private struct MomentOf: NounVisitor {
    func visit<N: Noun>(_ noun: N) -> Moment? { noun.moment }
  }
  private struct PassageOf: NounVisitor {
    func visit<N: Noun>(_ noun: N) -> (title: String, body: String)? { noun.passage }
  }
  private struct Boxed: NounVisitor {
    func visit<N: Noun>(_ noun: N) -> any Noun { noun }
  }

  /// Which noun it is.
  public var kind: Kind { visit(KindOf()) }
  /// Its name.
  public var id: ID { visit(IDOf()) }
  /// The application it belongs to; nil for a person or a note not yet sorted.
  public var application: ID? { visit(OwnerOf()) }
  /// The moment that dates it; nil for a person.
  public var moment: Moment? { visit(MomentOf()) }
  /// The text that a search should find: a heading and a body. Nil when there is nothing to find.
  public var passage: (title: String, body: String)? { visit(PassageOf()) }
  /// The noun alone, for a coder.
  public var noun: any Noun { visit(Boxed()) }
}

extension Entity: Codable {
  private enum Keys: String, CodingKey { case kind, value }

  /// Reads `{"kind": "finding", "value": {…}}`.
  ///
  /// - Throws: `DecodingError` for another kind, or a value that is none of it.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Keys.self)
    func made<N: Noun>(_ type: N.Type) throws -> Entity {
      try box.decode(type, forKey: .value).entity
    }
    let kind = try box.decode(Kind.self, forKey: .kind)
    self = try made(kind.type)
  }

  /// Writes `{"kind": "finding", "value": {…}}`.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Keys.self)
    try box.encode(kind, forKey: .kind)
    try noun.encode(to: box.superEncoder(forKey: .value))
  }
}
