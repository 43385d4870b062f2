import CCalendar
import DebriefModel

/// What is to be said about the zone of a time that somebody else wrote.
public enum ZoneDoubt: Hashable, Sendable {
  /// Nobody knows a zone of this name: the time is that of the reader's clock.
  case unknown(String)
  /// Only its distance from UTC is known, so the clocks may have changed.
  case fixed(String)
  /// None is named: the time is that of the reader's clock.
  case none
}

/// Says what times mean that somebody else wrote: by the zone as the calendar itself defines it, by the name
/// it has in the IANA database, by the name Windows has for it, by its distance from UTC, or by the clock of
/// whoever reads it, in this order.
struct ForeignClock {
  private let reader: Zone
  private let calendar: String?
  /// What was found for a name before.
  private var known: [String: Found] = [:]

  private enum Found {
    case place(String)
    case offset(Int, isSure: Bool)
    case nowhere
  }

  /// - Parameter calendar: The zone that the calendar names for times without one.
  init(reader: Zone, calendar: String?) {
    self.reader = reader
    self.calendar = calendar.map(ForeignClock.name)
  }

  /// What a time means; noon for a whole day; nil where there is none.
  ///
  /// - Parameter seconds: Another date of the same event, as libical counts it.
  mutating func read(_ point: dcal_point, at seconds: Int? = nil) -> (
    moment: Moment, doubt: ZoneDoubt?
  )? {
    guard point.is_there != 0 else { return nil }
    if point.time.has_time != 0, point.has_zone != 0 {
      return (shifted(point, to: seconds ?? Int(point.seconds)), nil)
    }
    var time = point.time
    if let seconds {
      let wall = Moment(seconds: seconds)
      (time.year, time.month, time.day) = (
        Int32(wall.day.year), Int32(wall.day.month), Int32(wall.day.day)
      )
      (time.hour, time.minute) = (Int32(wall.hour), Int32(wall.minute))
    }
    guard let day = Day(Int(time.year), Int(time.month), Int(time.day)) else { return nil }
    if time.has_time == 0 { return (reader.moment(day, hour: 12), nil) }
    let here = reader.moment(day, hour: Int(time.hour), minute: Int(time.minute))
    let own = point.zone.map { ForeignClock.name(String(cString: $0)) } ?? ""
    let name = own.isEmpty ? calendar ?? "" : own
    guard !name.isEmpty else { return (here, ZoneDoubt.none) }
    switch found(name) {
    case .place(let place):
      var (seconds, offset): (Int64, Int32) = (0, 0)
      guard dcal_at(time, place, &seconds, &offset) != 0 else { return (here, .unknown(name)) }
      return (Moment(seconds: Int(seconds), offset: Int(offset)).seen(in: reader), nil)
    case .offset(let minutes, let isSure):
      let seconds =
        day.number * 86400 + (Int(time.hour) * 60 + Int(time.minute) - minutes) * 60
      return (
        Moment(seconds: seconds, offset: minutes).seen(in: reader), isSure ? nil : .fixed(name)
      )
    case .nowhere: return (here, own.isEmpty ? ZoneDoubt.none : .unknown(name))
    }
  }

  /// A date of an event whose zone libical knows. Between two dates the clocks there may be put forward, and
  /// the hour on them stays: from that it follows how far they are ahead.
  private func shifted(_ point: dcal_point, to seconds: Int) -> Moment {
    let wall = (Int(point.seconds) + Int(point.offset) * 60) % 86400
    let offsets = [0, 60, -60, 30, -30, 120, -120].map { Int(point.offset) + $0 }
    let offset = offsets.first { ((seconds + $0 * 60 - wall) % 86400 + 86400) % 86400 == 0 }
    return Moment(seconds: seconds, offset: offset ?? Int(point.offset)).seen(in: reader)
  }

  private static func name(_ text: String) -> String {
    var name = Harmless.line(text)[...]
    while name.first == "\"" { name.removeFirst() }
    while name.last == "\"" { name.removeLast() }
    return String(name)
  }

  private mutating func found(_ name: String) -> Found {
    if let before = known[name] { return before }
    let found = look(name)
    if known.count < 1000 { known[name] = found }
    return found
  }

  private func look(_ name: String) -> Found {
    // Programs put their own name before it: `/mozilla.org/20050126_1/Europe/Berlin`.
    let parts = name.split(separator: "/").map(String.init)
    for count in [parts.count, 3, 2] where count > 0 && count <= parts.count {
      let place = parts.suffix(count).joined(separator: "/")
      if ForeignClock.isKnown(place) { return .place(place) }
    }
    if let place = WindowsZones.place(name) {
      return WindowsZones.offset(place).map { .offset($0, isSure: true) } ?? .place(place)
    }
    return WindowsZones.offset(name).map { .offset($0, isSure: WindowsZones.isOffset(name)) }
      ?? .nowhere
  }

  private static func isKnown(_ place: String) -> Bool {
    guard place.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }), !place.contains("..") else {
      return false
    }
    var (seconds, offset): (Int64, Int32) = (0, 0)
    let time = dcal_time(
      year: 2026, month: 1, day: 1, has_time: 1, hour: 0, minute: 0, second: 0)
    return dcal_at(time, place, &seconds, &offset) != 0
  }
}
