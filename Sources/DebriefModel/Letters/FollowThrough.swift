/// What came of the letters and requests of the whole search: counts alone, for a share of a
/// handful says nothing (statistics rules of the domain).
public struct FollowThrough: Hashable, Sendable {
  /// One letter or request that went out.
  public struct Sent: Hashable, Sendable {
    /// Which letter, as stored.
    public var kind: String
    /// How it went out, when known.
    public var channel: Channel?
    /// Days from their no, or else from the last talk, when there was one.
    public var delay: Int?
    /// Whether an answer came.
    public var answered: Bool
    /// Whether the answer was of use.
    public var useful: Bool
    /// Makes one.
    public init(
      kind: String, channel: Channel?, delay: Int?, answered: Bool, useful: Bool
    ) {
      self.kind = kind
      self.channel = channel
      self.delay = delay
      self.answered = answered
      self.useful = useful
    }
  }

  /// How many of one sort went out, were answered, and brought something of use.
  public struct Row: Hashable, Sendable {
    /// What they have in common.
    public var label: String
    /// How many went out.
    public var sent = 0
    /// How many were answered.
    public var answered = 0
    /// How many answers were of use.
    public var useful = 0
  }

  /// By kind, in the order of the letters.
  public private(set) var byKind: [Row] = []
  /// By channel.
  public private(set) var byChannel: [Row] = []
  /// By how long after the no, or the talk, they went out.
  public private(set) var byDelay: [Row] = []

  /// The bands of delay, in days.
  static let bands: [(range: ClosedRange<Int>, label: String)] = [
    (0...0, "the same day"), (1...2, "1 to 2 days later"), (3...7, "3 to 7 days later"),
    (8...14, "8 to 14 days later"), (15...Int.max, "later than that"),
  ]

  /// Counts.
  public init(_ all: [Sent]) {
    func row(_ label: String, _ members: [Sent]) -> Row? {
      guard !members.isEmpty else { return nil }
      return Row(
        label: label, sent: members.count, answered: members.filter(\.answered).count,
        useful: members.filter { $0.answered && $0.useful }.count)
    }
    byKind = LetterKind.allCases.compactMap { kind in
      row(kind.title, all.filter { $0.kind == kind.rawValue })
    }
    byChannel = Channel.allCases.compactMap { channel in
      row(channel.label, all.filter { $0.channel == channel })
    }
    // What is not known is counted, too: each table holds all of them.
    if let unknown = row("not noted", all.filter { $0.channel == nil }) {
      byChannel.append(unknown)
    }
    byDelay = FollowThrough.bands.compactMap { band in
      row(band.label, all.filter { $0.delay.map { band.range.contains($0) } ?? false })
    }
    let undated = all.filter { it in
      !FollowThrough.bands.contains { band in it.delay.map { band.range.contains($0) } ?? false }
    }
    if let unknown = row("no date to count from", undated) { byDelay.append(unknown) }
  }

  /// Whether nothing went out yet.
  public var isEmpty: Bool { byKind.isEmpty }
}
