import DebriefModel

/// The lists by their names, for tests that know which one they look at.
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
