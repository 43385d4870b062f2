/// A change for next time that another application left open: it can be tested wherever the user
/// goes next.
public struct Carried: Hashable, Sendable {
  /// The change.
  public var improvement: Improvement
  /// What a row calls its application.
  public var company: String

  /// Makes one.
  public init(_ improvement: Improvement, company: String) {
    self.improvement = improvement
    self.company = company
  }
}
