/// What has become of a round by now. What is booked is not what has happened: every reader of
/// interviews asks this, and none compares a start with the clock itself.
public enum RoundStanding: Hashable, Sendable {
  /// It has begun, or a fact says that it was held.
  case held
  /// It is booked for later.
  case ahead
  /// It was booked, and the application ended before it began: it was not held, and will not be.
  case off
  /// Nobody said when it is, or that it was.
  case undated
}

extension RoundStanding {
  /// What stands before a round in a list of days, with what parts the two; empty for what was held.
  public var word: String {
    switch self {
    case .held, .undated: ""
    case .ahead: "planned: "
    case .off: "didn't take place: "
    }
  }
}

extension Interview {
  /// What has become of it, by the facts of its application in the order of days.
  public func standing(_ events: [Event], now: Moment) -> RoundStanding {
    Ledger.Round(self, events).standing(now: now)
  }
}

extension Ledger.Round {
  /// Reads a round beside the facts of its application. Of an end on the day of the round only one
  /// that was written down that day before the hour is known to have come first; any other is taken
  /// to have followed. What was opened again that day is taken to have been open for it.
  init(_ round: Interview, _ events: [Event]) {
    self.init(
      number: round.round, kind: round.kind, day: round.start?.asWritten.day,
      hour: round.hasHour ? round.start?.seconds : nil)
    let day = round.start?.asWritten.day
    isHeld = events.contains {
      $0.kind == .held
        && ($0.interview == round.id || ($0.interview == nil && day != nil && $0.known == day))
    }
    guard !isHeld, let start = round.start else { return }
    let last = events.last { $0.isDeciding && $0.comes(before: start, hasHour: round.hasHour) }
    isOff = last.map { $0.kind != .reopened } ?? false
  }

  /// What has become of it. A round of which only the day is known counts from that day on.
  func standing(now: Moment) -> RoundStanding {
    if isHeld { return .held }
    guard let day else { return .undated }
    if isOff { return .off }
    return (hour.map { $0 <= now.seconds } ?? (day <= now.day)) ? .held : .ahead
  }
}

extension Event {
  /// Whether it came before something that began then.
  fileprivate func comes(before start: Moment, hasHour: Bool) -> Bool {
    // Days as they were written: the zone in which it is read decides nothing.
    let day = start.asWritten.day
    // An end without a day had come by the time it was written down.
    guard let on = known else { return recorded < start }
    if on != day { return on < day }
    if kind == .reopened { return true }
    return hasHour && recorded.asWritten.day == on && recorded < start
  }
}

extension Event {
  /// Whether it only says that there was a round of which nobody noted the day: the two were written down
  /// together, and its day is that of the answer.
  public func saysNoDay(of rounds: [Interview]) -> Bool {
    kind == .held
      && rounds.contains { $0.id == interview && $0.start == nil && $0.recorded == recorded }
  }
}

/// What holds rounds and the facts of the same application.
public protocol HoldsRounds {
  /// The rounds, by number.
  var interviews: [Interview] { get }
  /// The facts, in the order of days.
  var events: [Event] { get }
}

extension Dossier: HoldsRounds {}
extension Facts: HoldsRounds {}

extension HoldsRounds {
  /// What has become of a round.
  public func standing(_ round: Interview, now: Moment) -> RoundStanding {
    round.standing(events, now: now)
  }

  /// The rounds that were held, or are under way, by number.
  public func held(now: Moment) -> [Interview] {
    interviews.filter { standing($0, now: now) == .held }
  }

  /// The rounds that are booked for later, by number.
  public func ahead(now: Moment) -> [Interview] {
    interviews.filter { standing($0, now: now) == .ahead }
  }
}
