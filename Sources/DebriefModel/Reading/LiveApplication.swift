/// An application that is still open, shown where another one is closed: the hunt goes on (A8).
public struct LiveApplication: Hashable, Sendable {
  /// How many are shown.
  public static let most = 5
  /// The question they are shown at.
  public static let item = "next.live"

  /// Which one.
  public var id: ID
  /// What a row calls it.
  public var company: String
  /// What is due for it, or how it stands.
  public var next: String

  /// Reads it off the facts; nil when it is decided.
  public init?(_ facts: Facts, now: Moment) {
    let status = facts.status(now: now)
    switch status.outcome {
    case .waiting, .offer: break
    default: return nil
    }
    id = facts.application.id
    company = facts.name
    if let due = Agenda.entries([facts], now: now).first {
      next = "\(due.text) (\(due.when))"
    } else {
      let since = status.last.map { ", \($0.short(today: now.day))" } ?? ""
      next = "\(status.stage == .none ? "not sent yet" : status.stage.label)\(since)"
    }
  }
}
