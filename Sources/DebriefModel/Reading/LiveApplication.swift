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
  /// When that is; nil for how it stands, which names no next step.
  public var due: Moment?

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
      self.due = due.due
    } else if let start = facts.ahead(now: now).compactMap(\.start).min() {
      next = "interview, \(start.day.short(today: now.day))"
      due = start
    } else {
      let since = status.last.map { ", \($0.short(today: now.day))" } ?? ""
      next = "\(status.stage == .none ? "not sent yet" : status.stage.label)\(since)"
    }
  }
}

extension LiveApplication {
  /// The one whose turn comes first; nil where nothing is ahead of any.
  public static func next(of all: [LiveApplication]) -> LiveApplication? {
    all.filter { $0.due != nil }.min {
      guard let a = $0.due, let b = $1.due else { return false }
      return (a, $0.id) < (b, $1.id)
    }
  }
}
