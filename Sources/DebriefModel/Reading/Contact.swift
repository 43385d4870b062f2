/// Someone on file, and what there was between them and the user, across companies (A84).
public struct Contact: Hashable, Sendable {
  /// One meeting, message or request.
  public struct Meeting: Hashable, Sendable {
    /// The day, when known.
    public var day: Day?
    /// The application it belongs to.
    public var application: ID
    /// What a row calls it.
    public var company: String
    /// What it was, in words: `round 2, panel`.
    public var what: String
    /// Makes one.
    public init(day: Day?, application: ID, company: String, what: String) {
      self.day = day
      self.application = application
      self.company = company
      self.what = what
    }
  }
  /// The person.
  public var person: Person
  /// What there was, newest first.
  public var history: [Meeting] = []
  /// Someone without a history.
  public init(_ person: Person) { self.person = person }
}
