/// A captured note that waits to be sorted, and where it was captured (A10).
public struct WaitingNote: Hashable, Sendable {
  /// The note.
  public var note: Note
  /// What a row calls its application; empty when it has none yet.
  public var company: String

  /// The applications its words address, where they do.
  public var mention: Mention
  /// The mark of one that was written down late (A11).
  public var late: String?

  /// Makes one.
  public init(
    _ note: Note, company: String = "", mention: Mention = Mention(), late: String? = nil
  ) {
    self.note = note
    self.company = company
    self.mention = mention
    self.late = late
  }
}

/// How many notes wait to be sorted, and since when: what one line says of them.
public struct Waiting: Hashable, Sendable {
  /// How many.
  public var count: Int
  /// When the oldest was written down.
  public var since: Moment?

  /// Counts them.
  public init(count: Int = 0, since: Moment? = nil) {
    self.count = count
    self.since = since
  }
}
