/// Any one stored thing. Adding a noun means adding a case here, a table in the store, and a list
/// in ``Archive``.
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

  /// Which noun it is: also the name of its table and its key in an export.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case application, person, interview, event, turn, finding, feedback, debrief, response,
      improvement, letter, forecast, note, preparation, mark, resume, profile
  }

  /// Which noun it is.
  public var kind: Kind {
    switch self {
    case .application: .application
    case .person: .person
    case .interview: .interview
    case .event: .event
    case .turn: .turn
    case .finding: .finding
    case .feedback: .feedback
    case .debrief: .debrief
    case .response: .response
    case .improvement: .improvement
    case .letter: .letter
    case .forecast: .forecast
    case .note: .note
    case .preparation: .preparation
    case .mark: .mark
    case .resume: .resume
    case .profile: .profile
    }
  }

  /// Its name.
  public var id: ID {
    switch self {
    case .application(let it): it.id
    case .person(let it): it.id
    case .interview(let it): it.id
    case .event(let it): it.id
    case .turn(let it): it.id
    case .finding(let it): it.id
    case .feedback(let it): it.id
    case .debrief(let it): it.id
    case .response(let it): it.id
    case .improvement(let it): it.id
    case .letter(let it): it.id
    case .forecast(let it): it.id
    case .note(let it): it.id
    case .preparation(let it): it.id
    case .mark(let it): it.id
    case .resume(let it): it.id
    case .profile(let it): it.id
    }
  }

  /// The application it belongs to; nil for a person or a note not yet sorted.
  public var application: ID? {
    switch self {
    case .application(let it): it.id
    case .person: nil
    case .interview(let it): it.application
    case .event(let it): it.application
    case .turn(let it): it.application
    case .finding(let it): it.application
    case .feedback(let it): it.application
    case .debrief(let it): it.application
    case .response(let it): it.application
    case .improvement(let it): it.application
    case .letter(let it): it.application
    case .forecast(let it): it.application
    case .note(let it): it.application
    case .preparation(let it): it.application
    case .mark(let it): it.application
    case .resume, .profile: nil
    }
  }

  /// The text that a search should find: a heading and a body. Nil when there is nothing to find.
  public var passage: (title: String, body: String)? {
    func made(_ title: String, _ parts: String...) -> (title: String, body: String)? {
      let body = parts.filter { !$0.isEmpty }.joined(separator: "\n")
      return title.isEmpty && body.isEmpty ? nil : (title, body)
    }
    return switch self {
    case .application(let it): made(it.company, it.role, it.notes)
    case .person(let it): made(it.name, it.company, it.email, it.phone, it.notes)
    case .interview(let it): made("", it.notes, it.dressExpected, it.dressWorn)
    case .event(let it): made("", it.words)
    case .turn(let it): made(it.question, it.answer, it.prepared, it.better)
    case .finding(let it): made("", it.statement, it.rival ?? "")
    case .feedback(let it):
      made(
        it.from, it.verbatim, it.qualification, it.aspect, it.fit, it.comparison,
        it.three.map(\.text).joined(separator: "\n"))
    case .debrief(let it): made("", it.lesson)
    case .response(let it): made("", it.value.count > 3 ? it.value : "")
    case .improvement(let it):
      made("", it.what, it.place, it.proof, it.options ?? "", it.cost ?? "", it.outcome)
    case .letter(let it): made(it.subject, it.text)
    case .forecast: nil
    case .note(let it): made("", it.text)
    case .preparation(let it): made(it.text, it.detail)
    case .mark: nil
    case .resume(let it): made(it.name, it.reason, it.opening, it.skills)
    case .profile: nil
    }
  }
}

extension Entity: Codable {
  private enum Keys: String, CodingKey { case kind, value }

  /// Reads `{"kind": "finding", "value": {…}}`.
  ///
  /// - Throws: `DecodingError` for another kind, or a value that is none of it.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: Keys.self)
    switch try box.decode(Kind.self, forKey: .kind) {
    case .application: self = .application(try box.decode(Application.self, forKey: .value))
    case .person: self = .person(try box.decode(Person.self, forKey: .value))
    case .interview: self = .interview(try box.decode(Interview.self, forKey: .value))
    case .event: self = .event(try box.decode(Event.self, forKey: .value))
    case .turn: self = .turn(try box.decode(Turn.self, forKey: .value))
    case .finding: self = .finding(try box.decode(Finding.self, forKey: .value))
    case .feedback: self = .feedback(try box.decode(Feedback.self, forKey: .value))
    case .debrief: self = .debrief(try box.decode(Debrief.self, forKey: .value))
    case .response: self = .response(try box.decode(Response.self, forKey: .value))
    case .improvement: self = .improvement(try box.decode(Improvement.self, forKey: .value))
    case .letter: self = .letter(try box.decode(Letter.self, forKey: .value))
    case .forecast: self = .forecast(try box.decode(Forecast.self, forKey: .value))
    case .note: self = .note(try box.decode(Note.self, forKey: .value))
    case .preparation: self = .preparation(try box.decode(Preparation.self, forKey: .value))
    case .mark: self = .mark(try box.decode(Mark.self, forKey: .value))
    case .resume: self = .resume(try box.decode(Resume.self, forKey: .value))
    case .profile: self = .profile(try box.decode(Profile.self, forKey: .value))
    }
  }

  /// The noun alone, for a coder or a table.
  public var value: any Codable & Sendable {
    switch self {
    case .application(let it): it
    case .person(let it): it
    case .interview(let it): it
    case .event(let it): it
    case .turn(let it): it
    case .finding(let it): it
    case .feedback(let it): it
    case .debrief(let it): it
    case .response(let it): it
    case .improvement(let it): it
    case .letter(let it): it
    case .forecast(let it): it
    case .note(let it): it
    case .preparation(let it): it
    case .mark(let it): it
    case .resume(let it): it
    case .profile(let it): it
    }
  }

  /// Writes `{"kind": "finding", "value": {…}}`.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: Keys.self)
    try box.encode(kind, forKey: .kind)
    try value.encode(to: box.superEncoder(forKey: .value))
  }
}
