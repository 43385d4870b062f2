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
  /// The entries of the same person at other companies: a recruiter is one person wherever they are met.
  public var others: [Person] = []
  /// Someone without a history.
  public init(_ person: Person) { self.person = person }

  /// All entries of the person, the one the list shows first.
  public var all: [Person] { [person] + others }

  /// What a meeting says that gave feedback.
  public static let gave = "gave feedback"
  /// The day they last helped with feedback (A85); nil where they never did.
  public var helped: Day? { history.first { $0.what == Contact.gave }?.day }

  /// Those who are one person, by their name of two words or more, as one contact with one history.
  public static func united(_ contacts: [Contact]) -> [Contact] {
    var result: [Contact] = []
    for contact in contacts {
      let isWhole = contact.person.name.split(separator: " ").count >= 2
      let at = result.firstIndex {
        isWhole && NameFolding.isSame($0.person.name, contact.person.name)
          && !NameFolding.isSame($0.person.company, contact.person.company)
      }
      guard let at else {
        result.append(contact)
        continue
      }
      result[at].others.append(contact.person)
      result[at].history += contact.history
      result[at].history.sort {
        ($1.day?.number ?? 0, $0.company, $0.what) < ($0.day?.number ?? 0, $1.company, $1.what)
      }
    }
    return result
  }
}
