extension Entity {
  /// The noun of a kind that a piece of JSON holds.
  ///
  /// - Throws: What the noun throws, or ``JSONTree/Unreadable``.
  public init(_ kind: Kind, _ tree: JSONTree, userInfo: [CodingUserInfoKey: Any] = [:]) throws {
    try self.init(kind, from: { try tree.decoded($0, userInfo: userInfo) })
  }

  /// The noun of a kind, as something decodes it.
  ///
  /// - Throws: What `decode` throws, or ``JSONTree/Unreadable`` when it gives another noun.
  public init(
    _ kind: Kind, from decode: (any Decodable.Type) throws -> any Decodable
  ) throws {
    func made<T: Decodable>(_ type: T.Type) throws -> T {
      guard let value = try decode(type) as? T else { throw JSONTree.Unreadable() }
      return value
    }
    switch kind {
    case .application: self = .application(try made(Application.self))
    case .person: self = .person(try made(Person.self))
    case .interview: self = .interview(try made(Interview.self))
    case .event: self = .event(try made(Event.self))
    case .turn: self = .turn(try made(Turn.self))
    case .finding: self = .finding(try made(Finding.self))
    case .feedback: self = .feedback(try made(Feedback.self))
    case .debrief: self = .debrief(try made(Debrief.self))
    case .response: self = .response(try made(Response.self))
    case .improvement: self = .improvement(try made(Improvement.self))
    case .letter: self = .letter(try made(Letter.self))
    case .forecast: self = .forecast(try made(Forecast.self))
    case .note: self = .note(try made(Note.self))
    case .preparation: self = .preparation(try made(Preparation.self))
    case .mark: self = .mark(try made(Mark.self))
    case .resume: self = .resume(try made(Resume.self))
    case .profile: self = .profile(try made(Profile.self))
    }
  }
}
