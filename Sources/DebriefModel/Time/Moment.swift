/// A point in time together with the offset of the clock on the wall there, to the second.
public struct Moment: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int
  /// Minutes east of Greenwich, -1440 to 1440.
  public let offset: Int

  /// Makes a moment.
  public init(seconds: Int, offset: Int = 0) {
    self.seconds = seconds
    self.offset = max(-1440, min(1440, offset))
  }

  /// A date and a time of day at an offset.
  public init(_ day: Day, hour: Int = 0, minute: Int = 0, offset: Int = 0) {
    self.init(
      seconds: day.number * 86400 + hour * 3600 + minute * 60 - offset * 60, offset: offset)
  }

  private var local: Int { seconds + offset * 60 }
  private var secondOfDay: Int { ((local % 86400) + 86400) % 86400 }

  /// The civil date there.
  public var day: Day { Day(number: (local - secondOfDay) / 86400) }
  /// The hour on the wall, 0 to 23.
  public var hour: Int { secondOfDay / 3600 }
  /// The minute on the wall, 0 to 59.
  public var minute: Int { secondOfDay / 60 % 60 }
  /// `14:05`.
  public var clock: String { "\(padded(hour, 2)):\(padded(minute, 2))" }

  /// The moment so many seconds later.
  public func adding(seconds more: Int) -> Moment {
    Moment(seconds: seconds + more, offset: offset)
  }

  /// The order of time, whatever the offsets.
  public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }

  /// ISO 8601 with the offset: `2026-03-09T14:05:00+01:00`, or with `Z` at offset 0.
  public var description: String {
    let time = "\(day)T\(clock):\(padded(secondOfDay % 60, 2))"
    if offset == 0 { return time + "Z" }
    let sign = offset < 0 ? "-" : "+"
    return time + sign + padded(abs(offset) / 60, 2) + ":" + padded(abs(offset) % 60, 2)
  }

  /// Reads ISO 8601: date, `T` or a space, time with or without seconds, then `Z`, an offset, or
  /// nothing, which means `defaultOffset`. Nil when it is not that.
  public init?(iso text: some StringProtocol, defaultOffset: Int = 0) {
    guard let cut = text.firstIndex(where: { $0 == "T" || $0 == " " || $0 == "t" }),
      let day = Day(iso: text[..<cut])
    else { return nil }
    var time = text[text.index(after: cut)...]
    var offset = defaultOffset
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
    self.init(
      seconds: day.number * 86400 + hour * 3600 + minute * 60 + second - offset * 60,
      offset: offset)
  }

  /// Reads the ISO string; anything else is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let moment = Moment(iso: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\" is not a time like 2026-03-09T14:05:00Z")
    }
    self = moment
  }

  /// Writes the ISO string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
