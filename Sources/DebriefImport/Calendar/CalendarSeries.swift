import DebriefCalendar
import DebriefModel

/// An event that takes place more than once, as the one date of it that is taken: interviews hardly ever
/// repeat, so it is the next one, and it is said that there are more.
enum CalendarSeries {
  /// The events, each that repeats as its next date. Dates that the same calendar changes or calls off are
  /// counted as what became of them.
  static func single(_ events: [ForeignEvent], now: Moment) -> [ForeignEvent] {
    var changes: [String: [ForeignEvent]] = [:]
    var masters: Set<String> = []
    for event in events {
      if event.replaces != nil { changes[event.series, default: []].append(event) }
      if event.repeats, event.replaces == nil { masters.insert(event.uid) }
    }
    return events.compactMap { event in
      if event.replaces != nil {
        return event.series.isEmpty || !masters.contains(event.series) ? event : nil
      }
      return event.repeats ? next(event, changes[event.uid] ?? [], now) : event
    }
  }

  /// An event that repeats, at its next date; at its last where it is over.
  private static func next(_ event: ForeignEvent, _ changes: [ForeignEvent], _ now: Moment)
    -> ForeignEvent
  {
    let replaced = Set(changes.compactMap { $0.replaces?.seconds })
    var event = event
    for it in changes {
      event.sequence = max(event.sequence, it.sequence)
      event.stamp = max(event.stamp, it.stamp)
    }
    if event.isCancelled { return event }
    let moved = changes.filter { !$0.isCancelled && $0.start != nil }
    let own = event.dates.first { !replaced.contains($0.seconds) }
    let coming = moved.filter { ($0.start ?? now) >= now }
    let first = coming.min { ($0.start ?? now) < ($1.start ?? now) }
    if let first, let start = first.start, own.map({ $0 < now || start < $0 }) ?? true {
      var taken = first
      (taken.uid, taken.series, taken.dates) = (event.uid, event.series, event.dates)
      (taken.sequence, taken.stamp) = (event.sequence, event.stamp)
      (taken.repeats, taken.rule) = (true, event.rule)
      if taken.guests.isEmpty { taken.guests = event.guests }
      return taken
    }
    if let own {
      event.start = own
    } else if !event.dates.isEmpty {
      // Every date that is left is called off.
      event.isCancelled = true
    }
    return event
  }

  /// Whether the date on file is another one than the next, and over: the next is then a new interview.
  static func isOver(
    _ old: Interview?, _ before: CalendarVersion?, _ event: ForeignEvent, now: Moment
  ) -> Bool {
    guard let taken = before?.occurrence, let start = event.start,
      taken != (event.replaces ?? start).seconds
    else { return false }
    return (old?.start).map { $0 < now } ?? (taken < now.seconds)
  }

  /// What is said about dates that are not taken.
  static func details(_ event: ForeignEvent, now: Moment) -> [String] {
    guard event.repeats else { return [] }
    let often = often(event.rule).map { " " + $0 } ?? ""
    if event.dates.isEmpty {
      return ["It repeats\(often), but only its first date is added."]
    }
    if let start = event.start, start < now {
      return ["It repeated\(often) and is over. Only its last date is added."]
    }
    return ["It repeats\(often). Only this date is added."]
  }

  /// `every week`, `every 2 days, 5 times in all`; nil where it is another rule.
  static func often(_ rule: String) -> String? {
    var parts: [String: String] = [:]
    for part in rule.uppercased().split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
      if pair.count == 2 { parts[pair[0]] = pair[1] }
    }
    let units = ["DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"]
    guard let unit = parts["FREQ"].flatMap({ units[$0] }) else { return nil }
    let count = parts["INTERVAL"].flatMap { Int($0) } ?? 1
    let times = parts["COUNT"].flatMap { Int($0) }.map {
      $0 == 1 ? ", once" : ", \($0) times in all"
    }
    return (count == 1 ? "every \(unit)" : "every \(count) \(unit)s") + (times ?? "")
  }
}

extension ZoneDoubt {
  /// What is said about it.
  var sentence: String {
    switch self {
    case .unknown(let name):
      "The time zone \"\(name.prefix(60))\" isn't known, so yours is used. Check the time."
    case .fixed(let name):
      "We only know how far the time zone \"\(name.prefix(60))\" is from UTC. Check the time."
    case .none: "It doesn't give a time zone, so yours is used."
    }
  }
}
