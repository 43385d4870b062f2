/// When a backup was made, by the clock on the wall: what its name begins with.
public struct BackupStamp: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The day.
  public let day: Day
  /// The minute of that day, 0 to 1439.
  public let minute: Int
  /// 1, or more where several were made for one reason in one minute.
  public let number: Int

  /// Makes one.
  public init(_ day: Day, minute: Int, number: Int = 1) {
    self.day = day
    self.minute = minute
    self.number = number
  }

  /// The minute of a moment, by the clock it is read by.
  public init(_ moment: Moment) {
    self.init(moment.day, minute: moment.hour * 60 + moment.minute)
  }

  /// Reads `2026-03-20-1015`; nil for anything else.
  public init?(_ text: some StringProtocol, number: Int = 1) {
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard digits.count == 15, text.utf8.dropFirst(10).first == 0x2d,
      let day = Day(iso: String(text.prefix(10))),
      digits[11...].allSatisfy({ (0...9).contains($0) })
    else { return nil }
    let (hour, minute) = (digits[11] * 10 + digits[12], digits[13] * 10 + digits[14])
    guard hour < 24, minute < 60 else { return nil }
    self.init(day, minute: hour * 60 + minute, number: number)
  }

  /// `10:15`.
  public var clock: String { DateStyle().time(hour: minute / 60, minute: minute % 60) }

  /// The hour and the minute as the settings write them.
  public var time: String { DateStyle.current.time(hour: minute / 60, minute: minute % 60) }

  /// `2026-03-20-1015`.
  public var description: String { "\(day)-" + clock.filter(\.isNumber) }

  /// The order of time.
  public static func < (a: BackupStamp, b: BackupStamp) -> Bool {
    (a.day, a.minute, a.number) < (b.day, b.minute, b.number)
  }
}

/// Which backups stay and which make room: the last ten, and for eight weeks the last one of each week.
public enum BackupRotation {
  /// So many of the latest stay.
  public static let latest = 10
  /// Of so many weeks, this one included, the last one stays.
  public static let weeks = 8

  /// Those of some backups that stay. Weeks begin on Monday. What a clock that was wrong has dated after
  /// today takes nobody's place: of those, too, the latest ten stay.
  public static func kept(_ made: [BackupStamp], today: Day) -> Set<BackupStamp> {
    let past = made.filter { $0.day <= today }.sorted(by: >)
    let ahead = made.filter { $0.day > today }.sorted(by: >)
    var kept = Set(past.prefix(latest)).union(ahead.prefix(latest))
    var seen: Set<Int> = []
    let first = week(of: today) - (weeks - 1)
    for it in past {
      let week = week(of: it.day)
      if week >= first, seen.insert(week).inserted { kept.insert(it) }
    }
    return kept
  }

  /// Weeks since the one of 1970-01-01, a Thursday, each from its Monday on.
  private static func week(of day: Day) -> Int {
    let number = day.number + 3
    return (number - (number % 7 + 7) % 7) / 7
  }
}
