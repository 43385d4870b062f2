/// Why nothing can be brought in, in one sentence.
public struct ImportFault: Error, Hashable, CustomStringConvertible {
  /// Whose turn it is.
  public enum Kind: Hashable, Sendable {
    /// What was given cannot be read.
    case data
    /// The command has to say more, or something else.
    case usage
    /// Dates could be read in two ways, and the person has to say which.
    case dates
    /// It isn't said which application it belongs to.
    case whose
    /// A library is missing.
    case library
  }

  /// Whose turn it is.
  public let kind: Kind
  /// The sentence.
  public let description: String

  /// Makes one.
  public init(_ kind: Kind, _ description: String) {
    (self.kind, self.description) = (kind, description)
  }
}
