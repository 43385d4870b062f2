/// The applications whose company a text begins or ends with: where a note probably belongs.
public struct Mention: Hashable, Sendable {
  /// One of them.
  public struct Place: Hashable, Sendable {
    /// Which application.
    public var id: ID
    /// Its company.
    public var company: String
    /// The job.
    public var role: String

    /// Names one.
    public init(id: ID, company: String, role: String) {
      self.id = id
      self.company = company
      self.role = role
    }

    /// `Acme · Engineer`.
    public var label: String { role.isEmpty ? company : "\(company) · \(role)" }
  }

  /// Those that fit equally well; with more than one nobody guesses.
  public var places: [Place]

  /// Whether the name may be an everyday word where it stands, such as the Next of "Next time": it is
  /// offered then, and nobody acts upon it.
  public var isDoubtful = false

  /// What follows where words before a colon only say which application is meant; nil where the
  /// whole text is what is said.
  public var rest: String?

  /// Makes one.
  public init(_ places: [Place] = [], rest: String? = nil, isDoubtful: Bool = false) {
    self.places = places
    self.rest = rest
    self.isDoubtful = isDoubtful
  }

  /// The one that is meant, when there is no doubt.
  public var only: Place? { places.count == 1 && !isDoubtful ? places[0] : nil }

  /// What the name may be instead of a company's, when it is doubtful.
  public var otherwise: String {
    places.first.map { FirstNames.contains($0.company) } == true ? "a person" : "just the word"
  }

  /// What a text says of one of them once it stands there: without the words that address it.
  public func statement(_ text: String, at application: ID?) -> String {
    guard let rest, text.hasSuffix(rest), places.contains(where: { $0.id == application }) else {
      return text
    }
    return rest
  }
}
