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

  /// Those who are one person as one contact with one history, however many companies and names they are on
  /// file with; see ``Person/isOne(with:)``. Two colleagues of one name are two people, also where somebody of
  /// that name is known from elsewhere.
  public static func united(_ contacts: [Contact]) -> [Contact] {
    var result: [Contact] = []
    for contact in contacts {
      var same = result.indices.filter { result[$0].isOne(with: contact.person) }
      guard !same.isEmpty else {
        result.append(contact)
        continue
      }
      let at = same.removeFirst()
      // An address may join what had been two until now.
      let joined = same.reversed().map { result.remove(at: $0) }
      for it in joined.reversed() + [contact] {
        result[at].others += it.all
        result[at].history += it.history
      }
      result[at].history.sort {
        ($1.day?.number ?? 0, $0.company, $0.what) < ($0.day?.number ?? 0, $1.company, $1.what)
      }
    }
    return result
  }

  /// Whether somebody is this person.
  private func isOne(with person: Person) -> Bool {
    if all.contains(where: { $0.sharesAddress(with: person) }) { return true }
    return all.contains { $0.isOne(with: person) }
      && !all.contains { NameFolding.isSame($0.company, person.company) }
  }
}

extension Person {
  /// Whether two entries are one person: of one address, or of one name of two words or more at two companies.
  /// Two of one name at one company are two people, and so are two whose name is half known.
  public func isOne(with other: Person) -> Bool {
    if sharesAddress(with: other) { return true }
    return name.split(whereSeparator: \.isWhitespace).count >= 2
      && NameFolding.isSame(name, other.name) && company != other.company
      && !NameFolding.isSame(company, other.company)
  }

  /// Whether two entries have one address and a word of their names in common: a desk that several people
  /// write from has one address, too.
  func sharesAddress(with other: Person) -> Bool {
    let address = email.trimmed.lowercased()
    guard !address.isEmpty, address == other.email.trimmed.lowercased() else { return false }
    return !Set(NameFolding.words(name)).isDisjoint(with: NameFolding.words(other.name))
  }
}
