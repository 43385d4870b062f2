/// Why no PDF could be written, in one sentence.
public struct PaperError: Error, Equatable, CustomStringConvertible {
  /// The sentence.
  public let description: String
}
