import CCalendar
import DebriefModel

/// Why no calendar could be written, in one sentence.
public struct CalendarError: Error, Equatable, CustomStringConvertible {
  /// The sentence.
  public let description: String
}

/// What is due, as a calendar file (RFC 5545) for the user's own calendar (A10, A55, A67). libical
/// writes it, and escapes whatever a text holds.
public enum CalendarFile {
  /// The file. What belongs to a day is an all-day event that leaves the day free; what has an hour
  /// stands at that hour. Notes to sort have no day and are left out.
  ///
  /// - Throws: ``CalendarError`` when libical cannot be opened, or what it wrote cannot be read back.
  public static func text(_ entries: [AgendaEntry], now: Moment) throws(CalendarError) -> String {
    if let reason = dcal_open() {
      throw CalendarError(
        description: "A calendar needs libical, which couldn't be opened (install libical3): "
          + "\(String(cString: reason)).")
    }
    let events = entries.filter { $0.kind != .sort }.map { CalendarEvent($0, now: now) }
    let written = events.withCEntries { entries in
      dcal_write("-//debrief//agenda//EN", now.inUTC, entries.baseAddress, entries.count)
    }
    guard let written else { throw CalendarError(description: "libical didn't write a calendar.") }
    defer { dcal_free(written) }
    let text = CalendarFold.refolded(String(cString: written))
    // What cannot be read back would not be read elsewhere either.
    guard count(in: text) == events.count else {
      throw CalendarError(description: "libical doesn't accept the calendar it wrote.")
    }
    return text
  }

  /// How many events a calendar file holds; nil when anything in it is at fault, or without libical.
  public static func count(in text: String) -> Int? {
    guard dcal_open() == nil else { return nil }
    let count = dcal_count(text)
    return count < 0 ? nil : Int(count)
  }
}

extension Moment {
  /// The same point in time in UTC.
  var inUTC: dcal_time {
    let there = Moment(seconds: seconds)
    return dcal_time(
      year: Int32(there.day.year), month: Int32(there.day.month), day: Int32(there.day.day),
      has_time: 1, hour: Int32(there.hour), minute: Int32(there.minute),
      second: Int32(((seconds % 60) + 60) % 60))
  }
}

extension [CalendarEvent] {
  /// The events as C has them, for as long as `body` runs.
  func withCEntries<T>(_ body: (UnsafeBufferPointer<dcal_entry>) -> T) -> T {
    var texts: [UnsafeMutablePointer<CChar>] = []
    var alarms: [UnsafeMutableBufferPointer<Int32>] = []
    defer {
      for text in texts { text.deallocate() }
      for list in alarms { list.deallocate() }
    }
    func copy(_ text: String) -> UnsafePointer<CChar> {
      let bytes = text.utf8CString
      let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
      for (n, byte) in bytes.enumerated() { pointer[n] = byte }
      texts.append(pointer)
      return UnsafePointer(pointer)
    }
    let entries = map { event in
      let list = UnsafeMutableBufferPointer<Int32>.allocate(capacity: event.alarms.count)
      _ = list.initialize(from: event.alarms.map(Int32.init))
      alarms.append(list)
      return dcal_entry(
        uid: copy(event.uid), summary: copy(event.summary), description: copy(event.description),
        start: event.start, alarms: UnsafePointer(list.baseAddress), alarm_count: list.count)
    }
    return entries.withUnsafeBufferPointer(body)
  }
}
