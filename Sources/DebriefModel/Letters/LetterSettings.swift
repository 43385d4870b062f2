/// How letters are paced, as `letters/desk.yaml` says: the user's own file may say otherwise.
public struct LetterSettings: Hashable, Sendable {
  /// Hours a letter waits that was begun at a low mood (A65).
  public var hold = 24
  /// The mood, 1 to 5, at and below which it waits.
  public var low = 2
  /// Contacts with one company within ``days`` that are still easy to receive (A90).
  public var budget = 3
  /// The days that are counted.
  public var days = 30
  /// From how many days after a refusal a request for feedback is best sent.
  public var askFrom = 1
  /// Until how many days after it.
  public var askUntil = 2

  /// The settings that are shipped.
  public init() {}
}
