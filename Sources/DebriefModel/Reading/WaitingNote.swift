/// A captured note that waits to be sorted, and where it was captured (A10).
public struct WaitingNote: Hashable, Sendable {
  /// The note.
  public var note: Note
  /// The company of its application; empty when it has none yet.
  public var company: String

  /// Makes one.
  public init(_ note: Note, company: String = "") {
    self.note = note
    self.company = company
  }
}
