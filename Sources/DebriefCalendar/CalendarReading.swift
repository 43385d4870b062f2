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
  /// The name of its zone where that is not known; the time is then that of the reader's clock.
  public var unknownZone: String?
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

  /// Reads a calendar.
  ///
  /// - Parameter zone: Whose clock times without a place are meant for.
  /// - Throws: ``CalendarError`` without libical, or for what is no calendar.
  public init(_ text: String, zone: Zone) throws(CalendarError) {
    if let reason = dcal_open() {
      throw CalendarError(
        description:
          "Reading a calendar needs libical, which couldn't be opened (install libical3): "
          + "\(String(cString: reason)).")
    }
    guard !ForeignCalendar.isTooDeep(text) else {
      throw CalendarError(description: "It's nested too deep to be a calendar.")
    }
    guard let read = dcal_read(text) else {
      throw CalendarError(description: "It can't be read as a calendar.")
    }
    defer { dcal_release(read) }
    method = read.pointee.method.map { String(cString: $0).uppercased() } ?? ""
    for at in 0..<read.pointee.event_count {
      events.append(ForeignEvent(read.pointee.events[at], zone))
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
  init(_ it: dcal_event, _ zone: Zone) {
    func text(_ pointer: UnsafeMutablePointer<CChar>?) -> String {
      pointer.map { Harmless.text(String(cString: $0)) } ?? ""
    }
    uid = Harmless.line(text(it.uid))
    let recurrence = Harmless.line(text(it.recurrence))
    if !recurrence.isEmpty { uid += "/\(recurrence)" }
    summary = Harmless.line(text(it.summary))
    description = text(it.description).trimmed
    location = Harmless.line(text(it.location))
    url = Harmless.line(text(it.url))
    sequence = Int(it.sequence)
    stamp = Int(it.stamp)
    isCancelled = it.is_cancelled != 0
    minutes = it.minutes > 0 ? Int(it.minutes) : nil
    if it.has_start != 0, let day = Day(Int(it.start.year), Int(it.start.month), Int(it.start.day))
    {
      isAllDay = it.start.has_time == 0
      if isAllDay {
        start = zone.moment(day, hour: 12)
      } else if it.has_zone != 0 {
        start = Moment(seconds: Int(it.seconds), offset: Int(it.offset)).seen(in: zone)
      } else {
        start = zone.moment(day, hour: Int(it.start.hour), minute: Int(it.start.minute))
        unknownZone = it.zone.map { Harmless.line(String(cString: $0)) }
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
