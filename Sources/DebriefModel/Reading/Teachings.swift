/// What is worth knowing before the next talk, from all other applications: the latest of each
/// kind, a few and no more, however long the archive is.
public struct Teachings: Hashable, Sendable {
  /// Something an application taught, and the company it was at.
  public struct Item<Thing: Hashable & Sendable>: Hashable, Sendable {
    /// The company of its application.
    public var company: String
    /// What it is.
    public var thing: Thing

    /// Makes one.
    public init(_ thing: Thing, company: String) {
      self.thing = thing
      self.company = company
    }
  }

  /// The debriefs of other applications whose lesson was written down, newest first.
  public var lessons: [Item<Debrief>] = []
  /// The changes that wait for a talk to test them, newest first, also those of this application.
  public var improvements: [Item<Improvement>] = []
  /// Questions of other talks whose answer was rated 1 or 2, newest first.
  public var weak: [Item<Turn>] = []
  /// Questions of all talks whose answer was rated 1 or 2, newest first: they belong to the bank (A31).
  public var own: [Item<Turn>] = []
  /// How many of them the bank lists.
  public static let mostOwn = 40
  /// What this company, or the people of these talks, said about other applications, newest first.
  public var replies: [Item<Feedback>] = []
  /// What they asked in each of the latest interviews of which questions are written down, the latest first; of as
  /// many as it takes for a question of the bank to sink.
  public var lately: [[String]] = []
  /// Other applications to this company (A85).
  public var here: [EarlierHere] = []
  /// When the user could start, as their profile says it (A111); empty when it does not.
  public var available = ""

  /// Nothing yet.
  public init() {}
}
