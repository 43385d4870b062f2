import CCalendar
import DebriefModel

/// One thing that is due, as a calendar has it.
struct CalendarEvent {
  /// Stable: the same entry written again takes its own place in the calendar.
  let uid: String
  let summary: String
  let description: String
  let start: dcal_time
  /// When to remind, in seconds after the start; none that has passed.
  let alarms: [Int]

  init(_ entry: AgendaEntry, now: Moment) {
    uid = CalendarEvent.token(entry.key) + "@debrief.invalid"
    let words = Harmless.line(entry.lasting)
    let company = Harmless.line(entry.name)
    summary = company.isEmpty ? words : "\(company): \(words)"
    let show = "debrief show \(Harmless.line(entry.application.text))"
    description = entry.due.there == nil ? show : "\(show)\n\(entry.due.clockText)"
    let isTimed =
      (CalendarEvent.isTimed(entry.kind) || !entry.reminders.isEmpty) && !entry.dayOnly
    start = isTimed ? entry.due.inUTC : CalendarEvent.date(entry.due.day)
    let begin = isTimed ? entry.due : entry.due.at(entry.due.day)
    let own = entry.reminders.map { $0.seconds - begin.seconds }
    alarms = (own.isEmpty ? CalendarEvent.reminders(entry, begin, isTimed: isTimed) : own).filter {
      begin.seconds + $0 > now.seconds
    }
  }

  /// Whether the hour matters: a talk has one, and memory and thanks are counted in hours.
  private static func isTimed(_ kind: AgendaEntry.Kind) -> Bool {
    switch kind {
    case .capture, .thanks, .prepare: true
    case .sort, .reply, .promise, .document, .offer, .noAnswer, .silence, .warm, .glad, .change,
      .next, .letter, .replied, .rest, .tell, .checkIn, .afterNo:
      false
    }
  }

  /// When to remind, in seconds after the start. The start of a day is midnight: at nine somebody is up,
  /// which is an hour more or less later where the clocks change in between.
  private static func reminders(
    _ entry: AgendaEntry, _ begin: Moment, isTimed: Bool
  ) -> [Int] {
    let hour = 3600
    func nine(_ days: Int) -> Int {
      begin.at(begin.day.adding(days: days), hour: 9).seconds - begin.seconds
    }
    let (morning, morningBefore) = (nine(0), nine(-1))
    switch entry.kind {
    case .prepare where !isTimed: return [morningBefore, morning]
    case .capture where !isTimed, .thanks where !isTimed: return [morning]
    // Due a day after the talk: two hours after it, and two before the day is over (A10).
    case .capture: return [-22 * hour, -2 * hour]
    case .thanks: return [-2 * hour]
    case .prepare: return [-24 * hour, -2 * hour]
    case .document, .offer: return [morningBefore, morning]
    case .sort, .reply, .promise, .noAnswer, .silence, .warm, .glad, .change, .next, .letter,
      .replied, .tell, .checkIn, .afterNo:
      return [morning]
    // Whoever rests is not called.
    case .rest: return []
    }
  }

  private static func date(_ day: Day) -> dcal_time {
    dcal_time(
      year: Int32(day.year), month: Int32(day.month), day: Int32(day.day), has_time: 0, hour: 0,
      minute: 0, second: 0)
  }

  /// A key as part of a UID: letters, digits and `-` stay, a slash becomes a dot; anything else
  /// its bytes in hexadecimal, so that two keys stay two.
  private static func token(_ key: String) -> String {
    var out = ""
    for scalar in key.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": out.unicodeScalars.append(scalar)
      case "/": out += "."
      default:
        for byte in String(scalar).utf8 { out += "_" + String(byte, radix: 16) }
      }
    }
    return out
  }
}
