/// Every company and everyone on file, by name alone: who must not be recognised in what is shown to
/// somebody else.
public struct NamesOnFile: Hashable, Sendable {
  /// The companies of all applications and people.
  public var companies: [String]
  /// The people.
  public var people: [String]

  /// Makes a list.
  public init(companies: [String] = [], people: [String] = []) {
    self.companies = companies
    self.people = people
  }
}
