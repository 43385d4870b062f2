/// A point in time together with the offset it was written down with, to the second. It is read by the
/// clock of a ``zone``: whoever reads it somewhere else, or after the clocks were changed, sees the time
/// of their own wall, and ``there`` says what the clock shows where it was written.
public struct Moment: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int
  private let written: Int16
  /// The offset of the clock it is read by, when that is known already.
  private let known: Int16
  private let place: Zone?
  private static let unknown = Int16.min

  /// Minutes east of Greenwich it was written down with, -1440 to 1440.
  public var offset: Int { Int(written) }

  /// Makes a moment that is read by a clock of just this offset.
  public init(seconds: Int, offset: Int = 0) {
    self.seconds = seconds
    written = Int16(max(-1440, min(1440, offset)))
    known = written
    place = nil
  }

  /// Makes a moment that is written with one offset and read by the clock of a zone.
  init(seconds: Int, offset: Int, zone: Zone) {
    self.seconds = seconds
    written = Int16(max(-1440, min(1440, offset)))
    known = Moment.unknown
    place = zone
  }

  /// Makes a moment of a zone: its offset is the one that is in force there then.
  ///
  /// - Parameter looked: That offset, for who has just looked it up.
  public init(seconds: Int, zone: Zone, looked: Int? = nil) {
    self.seconds = seconds
    written = Int16(looked ?? zone.offset(at: seconds))
    known = written
    place = zone
  }

  /// A date and a time of day in a zone, by the rules of that day.
  public init(_ day: Day, hour: Int = 0, minute: Int = 0, zone: Zone = .utc) {
    self = zone.moment(day, hour: hour, minute: minute)
  }

  /// The zone whose clock it is read by.
  public var zone: Zone { place ?? .fixed(offset) }

  /// The same moment, read by the clock of a zone; what is stored of it stays.
  public func seen(in zone: Zone) -> Moment {
    Moment(seconds: seconds, offset: offset, zone: zone)
  }

  /// The moment of a day and an hour in the zone of this one, by the rules of that day.
  public func at(_ day: Day, hour: Int = 0, minute: Int = 0) -> Moment {
    zone.moment(day, hour: hour, minute: minute)
  }

  private var shown: Int {
    if known != Moment.unknown { return Int(known) }
    return place?.offset(at: seconds) ?? offset
  }
  private var local: Int { seconds + shown * 60 }
  private var secondOfDay: Int { ((local % 86400) + 86400) % 86400 }

  /// The civil date on the wall.
  public var day: Day { Day(number: (local - secondOfDay) / 86400) }
  /// The hour on the wall, 0 to 23.
  public var hour: Int { secondOfDay / 3600 }
  /// The minute on the wall, 0 to 59.
  public var minute: Int { secondOfDay / 60 % 60 }
  /// `14:05`: for what other programs read, too.
  public var clock: String { DateStyle().time(hour: hour, minute: minute) }
  /// `14:05`, as people read it.
  public var time: String { time(.current) }
  /// `14:05`, or as a style has it.
  public func time(_ style: DateStyle) -> String { style.time(hour: hour, minute: minute) }

  /// The same moment by the clock it was written with, where that shows another time than the wall
  /// here; else nil.
  public var there: Moment? { shown == offset ? nil : asWritten }

  /// The same moment by the clock it was written with.
  public var asWritten: Moment { Moment(seconds: seconds, offset: offset) }

  /// The same moment as if it had been written by the clock it is read by: for what follows from it here.
  public var asRead: Moment { place.map { Moment(seconds: seconds, zone: $0) } ?? self }

  /// `14:05`, and what the clock shows where it was written when that is something else:
  /// `16:00 (10:00 there)`, or `07:00 (Thu 22:00 there)` on another day. The second of two equal hours says
  /// which it is: `02:30 (UTC+1)`.
  public var clockText: String {
    guard let there else { return isSecond ? "\(time) (UTC\(ahead))" : time }
    let day = there.day == day ? "" : there.day.weekdayName + " "
    return "\(time) (\(day)\(there.time) there)"
  }

  /// Whether the clock has shown this hour before: clocks were put back in between, and without its
  /// distance from UTC the hour would be read as the first one.
  private var isSecond: Bool {
    guard let place, place.offset(at: seconds - 10800) > shown else { return false }
    return place.moment(day, hour: hour, minute: minute).seconds < seconds - seconds % 60
  }

  /// `+1`, `-4`, `+10:30`: how far the clock it is read by is ahead of UTC.
  private var ahead: String {
    let minutes = abs(shown)
    return (shown < 0 ? "-" : "+") + "\(minutes / 60)"
      + (minutes % 60 == 0 ? "" : ":\(padded(minutes % 60, 2))")
  }

  /// The moment so many seconds later. Across a change of the clocks it shows the hour that is right
  /// then; one that was written elsewhere stays so.
  public func adding(seconds more: Int) -> Moment {
    guard let place else { return Moment(seconds: seconds + more, offset: offset) }
    return there == nil
      ? Moment(seconds: seconds + more, zone: place)
      : Moment(seconds: seconds + more, offset: offset, zone: place)
  }

  /// Whether it is the same point in time, written with the same offset; who reads it where is no part
  /// of it.
  public static func == (a: Moment, b: Moment) -> Bool {
    a.seconds == b.seconds && a.written == b.written
  }

  /// The order of time, whatever the offsets.
  public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }

  /// ISO 8601 with the offset it was written with: `2026-03-09T14:05:00+01:00`, or with `Z` at offset 0.
  public var description: String {
    if known != written { return asWritten.description }
    let day = day
    if (0...9999).contains(day.year) {
      let count = offset == 0 ? ISOForm.greenwich : ISOForm.abroad
      return String(unsafeUninitializedCapacity: count) {
        put(day, $0)
        return count
      }
    }
    let time = "\(day)T\(clock):\(padded(secondOfDay % 60, 2))"
    if offset == 0 { return time + "Z" }
    let sign = offset < 0 ? "-" : "+"
    return time + sign + padded(abs(offset) / 60, 2) + ":" + padded(abs(offset) % 60, 2)
  }

  private func put(_ day: Day, _ bytes: UnsafeMutableBufferPointer<UInt8>) {
    ISOForm.put(day, bytes)
    bytes[10] = UInt8(ascii: "T")
    ISOForm.put(hour, 2, at: 11, bytes)
    bytes[13] = UInt8(ascii: ":")
    ISOForm.put(minute, 2, at: 14, bytes)
    bytes[16] = UInt8(ascii: ":")
    ISOForm.put(secondOfDay % 60, 2, at: 17, bytes)
    if offset == 0 {
      bytes[19] = UInt8(ascii: "Z")
      return
    }
    bytes[19] = UInt8(ascii: offset < 0 ? "-" : "+")
    ISOForm.put(abs(offset) / 60, 2, at: 20, bytes)
    bytes[22] = UInt8(ascii: ":")
    ISOForm.put(abs(offset) % 60, 2, at: 23, bytes)
  }

  /// Reads ISO 8601: date, `T` or a space, time with or without seconds, then `Z`, an offset, or
  /// nothing, which means the clock of `zone` on that day. Nil when it is not that.
  public init?(iso text: some StringProtocol, zone: Zone? = nil) {
    if let (seconds, offset) = text.storedMoment {
      self =
        zone.map { Moment(seconds: seconds, offset: offset, zone: $0) }
        ?? Moment(seconds: seconds, offset: offset)
      return
    }
    guard let cut = text.firstIndex(where: { $0 == "T" || $0 == " " || $0 == "t" }),
      let day = Day(iso: text[..<cut])
    else { return nil }
    var time = text[text.index(after: cut)...]
    var offset: Int?
    if let last = time.last, last == "Z" || last == "z" {
      offset = 0
      time = time.dropLast()
    } else if let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let parts = time[time.index(after: sign)...].split(
        separator: ":", omittingEmptySubsequences: false)
      guard let hours = Int(parts[0]), (0...23).contains(hours), parts.count <= 2,
        let minutes = parts.count == 2 ? Int(parts[1]) : 0, (0...59).contains(minutes)
      else { return nil }
      offset = (hours * 60 + minutes) * (time[sign] == "-" ? -1 : 1)
      time = time[..<sign]
    }
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3,
      let hour = Int(parts[0]), (0...23).contains(hour),
      let minute = Int(parts[1]), (0...59).contains(minute),
      let second = parts.count == 3 ? Int(parts[2].prefix(2)) : 0, (0...60).contains(second)
    else { return nil }
    guard let offset else {
      let moment = (zone ?? .utc).moment(day, hour: hour, minute: minute)
      self = second == 0 ? moment : moment.adding(seconds: second)
      return
    }
    let seconds = day.number * 86400 + hour * 3600 + minute * 60 + second - offset * 60
    self =
      zone.map { Moment(seconds: seconds, offset: offset, zone: $0) }
      ?? Moment(seconds: seconds, offset: offset)
  }

  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(seconds)
    hasher.combine(written)
  }

  /// Reads the ISO string; anything else is an error.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let moment = Moment(iso: text, zone: decoder.userInfo[.zone] as? Zone) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\" is not a time like 2026-03-09T14:05:00Z")
    }
    self = moment
  }

  /// Writes the ISO string.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension CodingUserInfoKey {
  /// The ``Zone`` whose clock a time without an offset is meant for; without it, that of Greenwich.
  public static let zone = CodingUserInfoKey(rawValue: "zone")!
}
