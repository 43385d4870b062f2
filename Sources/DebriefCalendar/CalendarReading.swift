import CCalendar
import DebriefModel

/// An event of a calendar that somebody else wrote (RFC 5545).
public struct ForeignEvent: Hashable, Sendable {
  /// Somebody who is to be there.
  public struct Guest: Hashable, Sendable {
    /// What they are called; empty where only the address is known.
    public var name: String
    /// Their address, in small letters.
    public var address: String
    /// Whether they are the ones who ask.
    public var isOrganizer: Bool
  }

  /// By what it is known, also when it comes again with another time.
  public var uid = ""
  /// What it is called.
  public var summary = ""
  /// What it says.
  public var description = ""
  /// Where it is.
  public var location = ""
  /// Where to look.
  public var url = ""
  /// The number of its version.
  public var sequence = 0
  /// When this version was made, in seconds since 1970.
  public var stamp = 0
  /// Whether it does not take place.
  public var isCancelled = false
  /// When it begins, written with the offset of its own place; noon for a whole day. Nil where it has none.
  public var start: Moment?
  /// Whether it is for a whole day.
  public var isAllDay = false
  /// What is to be said about its zone; nil where it is known.
  public var zoneDoubt: ZoneDoubt?
  /// By what all dates of an event that repeats are known; the same as ``uid`` where it is no date of one.
  public var series = ""
  /// Which date of an event that repeats this one changes: when it was to begin.
  public var replaces: Moment?
  /// Whether it takes place more than once.
  public var repeats = false
  /// How it repeats (`FREQ=WEEKLY;COUNT=3`); empty where it does not, or only on days that are named.
  public var rule = ""
  /// The dates it takes place on next, the earliest first; of one that is over, the last.
  public var dates: [Moment] = []
  /// How long it takes.
  public var minutes: Int?
  /// Who is to be there, rooms left out.
  public var guests: [Guest] = []
}

/// A calendar that somebody else wrote.
public struct ForeignCalendar: Sendable {
  /// What is to be done with its events: `REQUEST`, `CANCEL`; empty where it does not say.
  public var method = ""
  /// Its events.
  public var events: [ForeignEvent] = []

  /// Components lie so deep at most.
  static let depth = 32
  /// It has so many lines at most: libical keeps some 400 bytes for each, whatever is in it.
  static let mostLines = 500_000

  /// Reads a calendar.
  ///
  /// - Parameters:
  ///   - zone: Whose clock times without a place are meant for.
  ///   - now: What of an event that repeats has passed.
  /// - Throws: ``CalendarError`` without libical, or for what is no calendar.
  public init(_ text: String, zone: Zone, now: Moment) throws(CalendarError) {
    if let reason = dcal_open() {
      throw CalendarError(
        description:
          "Reading a calendar needs libical, which couldn't be opened (install libical3): "
          + "\(String(cString: reason)).")
    }
    guard !ForeignCalendar.isTooDeep(text) else {
      throw CalendarError(description: "It's nested too deep to be a calendar.")
    }
    guard text.utf8.count(where: { $0 == 0x0a }) <= ForeignCalendar.mostLines else {
      throw CalendarError(
        description: "It has more than 500,000 lines. Export fewer years of it.")
    }
    // A day of a zone that is not known may have begun already.
    guard let read = dcal_read(text, Int64(now.seconds - 86400)) else {
      throw CalendarError(description: "It can't be read as a calendar.")
    }
    defer { dcal_release(read) }
    method = read.pointee.method.map { String(cString: $0).uppercased() } ?? ""
    var clock = ForeignClock(reader: zone, calendar: read.pointee.zone.map { String(cString: $0) })
    for at in 0..<read.pointee.event_count {
      events.append(ForeignEvent(read.pointee.events[at], &clock, now: now))
    }
  }

  /// Whether components stand in each other more than anybody's do: libical goes down step by step.
  private static func isTooDeep(_ text: String) -> Bool {
    var (depth, deepest) = (0, 0)
    for line in text.utf8.split(whereSeparator: { $0 == 0x0a || $0 == 0x0d }) {
      let start = line.prefix(6).map { $0 | 0x20 }
      if start.starts(with: "begin:".utf8) {
        depth += 1
        deepest = max(deepest, depth)
      } else if start.starts(with: "end:".utf8) {
        depth = max(0, depth - 1)
      }
    }
    return deepest > ForeignCalendar.depth
  }
}

extension ForeignEvent {
  init(_ it: dcal_event, _ clock: inout ForeignClock, now: Moment) {
    func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String {
      pointer.map { Harmless.text(String(cString: $0)) } ?? ""
    }
    uid = Harmless.line(text(it.uid))
    series = uid
    let occurrence = Harmless.line(text(it.occurrence))
    if !occurrence.isEmpty {
      uid += "/\(occurrence)"
      replaces = clock.read(it.recurrence)?.moment
    }
    summary = Harmless.line(text(it.summary))
    description = text(it.description).trimmed
    location = Harmless.line(text(it.location))
    url = Harmless.line(text(it.url))
    sequence = Int(it.sequence)
    stamp = Int(it.stamp)
    isCancelled = it.is_cancelled != 0
    minutes = it.minutes > 0 ? Int(it.minutes) : nil
    if let read = clock.read(it.start) {
      isAllDay = it.start.time.has_time == 0
      (start, zoneDoubt) = (read.moment, read.doubt)
      if it.repeats != 0 {
        repeats = true
        rule = text(it.rule)
        let coming = (0..<it.coming_count).map { Int(it.coming[$0]) }
        let all = ((it.has_last != 0 ? [Int(it.last)] : []) + coming).compactMap {
          clock.read(it.start, at: $0)?.moment
        }
        dates = all.filter { $0 >= now }
        if dates.isEmpty { dates = all.suffix(1) }
      }
    }
    for at in 0..<it.person_count where it.people[at].is_room == 0 {
      let person = it.people[at]
      var address = Harmless.line(text(person.address)).lowercased()
      if address.hasPrefix("mailto:") { address = String(address.dropFirst(7)) }
      var name = Harmless.line(text(person.name)).trimmingQuotes
      if name.contains("@") { name = "" }
      let guest = Guest(
        name: name, address: address.contains("@") ? address : "",
        isOrganizer: person.is_organizer != 0)
      if let known = guests.firstIndex(where: {
        $0.address == guest.address && !guest.address.isEmpty
      }) {
        if guests[known].name.isEmpty { guests[known].name = guest.name }
      } else if !guest.name.isEmpty || !guest.address.isEmpty {
        guests.append(guest)
      }
    }
  }
}

extension String {
  fileprivate var trimmingQuotes: String {
    count > 1 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()).trimmed : self
  }
}
