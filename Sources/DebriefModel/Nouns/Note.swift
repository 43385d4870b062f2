/// Something caught in passing, to be sorted out later (A10).
public struct Note: Hashable, Sendable, Codable {
  /// What it looked like when it was caught.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case note, strength, weakness
  }

  /// Its name.
  public var id: ID
  /// The application it belongs to, once it is known.
  public var application: ID?
  /// What it looked like when it was caught.
  public var kind = Kind.note
  /// Whether it was looked at and stays a note of its application; until then it waits to be sorted.
  public var kept: Bool?
  /// The text, as typed.
  public var text = ""
  /// When it was caught.
  public var recorded: Moment

  /// Makes a note and fills it in.
  public init(id: ID, recorded: Moment, _ fill: (inout Note) -> Void = { _ in }) {
    self.id = id
    self.recorded = recorded
    fill(&self)
  }
}
