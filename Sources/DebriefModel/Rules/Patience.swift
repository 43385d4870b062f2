/// How long a silence is waited out before anything is said about it. The figures are the user's:
/// the store hands them out with whatever is read from it, so that every rule sees the same ones.
public struct Patience: Hashable, Sendable {
  /// Days without a word after which silence is proposed (A1).
  public var silence = 30
  /// Working days beyond a promised day after which one question is in order.
  public var grace = 2

  /// What ``silence`` may be: a week is the least a company can be given, a year the most.
  public static let silences = 7...365
  /// What ``grace`` may be.
  public static let graces = 0...30

  /// As shipped, or as the user wants it.
  public init(silence: Int = 30, grace: Int = 2) {
    self.silence = silence
    self.grace = grace
  }

  /// How many days silence is proposed for; after that the list alone shows it.
  public var proposed: ClosedRange<Int> { silence...(silence + 30) }

  /// The day from which one may ask, when word was promised by another.
  public func chase(_ promised: Day) -> Day { promised.adding(workingDays: grace) }

  /// For how many days a promise that was not kept may still have something due.
  public var promises: Int { 56 + 2 * grace }
}
