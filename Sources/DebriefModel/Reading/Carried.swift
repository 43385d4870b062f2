/// A change for next time that another application left open: it can be tested wherever the user
/// goes next.
public struct Carried: Hashable, Sendable {
  /// The change.
  public var improvement: Improvement
  /// What a row calls its application.
  public var company: String

  /// Makes one.
  public init(_ improvement: Improvement, company: String) {
    self.improvement = improvement
    self.company = company
  }
}

extension Dossier {
  /// Whether a change to try was there before the last interview, so that one can be asked how it went;
  /// where none was held, before the application came to its end.
  func couldTry(_ change: Improvement, now: Moment) -> Bool {
    let rounds = held(now: now).filter { $0.start != nil }
    if let last = rounds.max(by: { ($0.start?.seconds ?? 0) < ($1.start?.seconds ?? 0) }),
      let start = last.start
    {
      return last.hasHour ? change.recorded < start : change.recorded.day < start.asWritten.day
    }
    // An end without a day had come by the time it was written down.
    return events.last(where: \.isDeciding).map {
      change.recorded.day < ($0.known ?? $0.recorded.day)
    } ?? true
  }
}
