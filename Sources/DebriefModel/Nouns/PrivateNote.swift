/// A suspicion of an unlawful ground (A81). It is no entity: it enters no score, count, search,
/// export or journal, and can only be read, changed and deleted where it was written.
public struct PrivateNote: Hashable, Sendable {
  /// The application it is about.
  public var application: ID
  /// The text.
  public var text: String
  /// When it was last changed.
  public var recorded: Moment

  /// Makes a note.
  public init(application: ID, text: String, recorded: Moment) {
    self.application = application
    self.text = text
    self.recorded = recorded
  }
}
