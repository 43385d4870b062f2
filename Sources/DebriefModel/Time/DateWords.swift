/// Reads dates and times as people type them: `today`, `yesterday`, `fri`, `3 mar`, `3 mar 2026`,
/// `mar 3`, `2 days ago`, `in 3 days`, `9 mar 14:30`, `tomorrow 9am`, or ISO 8601.
public struct DateWords: Sendable {
  /// Which way a date without a year or a bare weekday points.
  public enum Direction: Sendable {
    case past, future
    /// The day of that name that was last, or one of the next weeks that is nearer: a talk that was,
    /// or one that is booked.
    case nearest
  }

  /// What was expected, for the sentence that refuses.
  public static let expected =
    "a date like today, yesterday, fri, 3 mar, 3 mar 2026, 2 days ago or 2026-03-09"

  /// How many days ahead a bare date is taken for one that is booked.
  static let bookedAhead = 60

  private let now: Moment
  private let direction: Direction

  /// Reads relative to a moment.
  public init(now: Moment, direction: Direction = .past) {
    self.now = now
    self.direction = direction
  }

  /// The day meant, or nil.
  public func day(_ text: String) -> Day? { parse(text)?.day }

  /// Why a day that was meant cannot be taken, as the rest of a sentence that begins with it; nil when
  /// it can: what has happened does not lie in the future.
  public func fault(of day: Day) -> String? {
    guard direction == .past, day > now.day else { return nil }
    return "\(day.long) lies in the future: write a day that has been."
  }

  /// The moment meant, or nil; without a time of day it is noon there.
  public func moment(_ text: String) -> Moment? {
    if let iso = Moment(iso: trimmed(text), defaultOffset: now.offset) { return iso }
    guard let found = parse(text) else { return nil }
    return Moment(
      found.day, hour: found.hour ?? 12, minute: found.minute ?? 0, offset: now.offset)
  }

  private func trimmed(_ text: String) -> Substring {
    var part = Substring(text)
    while part.first?.isWhitespace == true { part = part.dropFirst() }
    while part.last?.isWhitespace == true { part = part.dropLast() }
    return part
  }

  private func parse(_ text: String) -> (day: Day, hour: Int?, minute: Int?)? {
    var words = trimmed(text).lowercased().split(whereSeparator: { $0 == " " || $0 == "," })
      .map(String.init)
    if words.count == 1, let iso = Moment(iso: words[0].uppercased(), defaultOffset: now.offset) {
      return (iso.day, iso.hour, iso.minute)
    }
    var hour: Int?
    var minute: Int?
    if let last = words.last, let time = clock(last) {
      (hour, minute) = time
      words.removeLast()
      if words.last == "at" { words.removeLast() }
    }
    if words.isEmpty, hour != nil { return (now.day, hour, minute) }
    guard let day = day(words) else { return nil }
    return (day, hour, minute)
  }

  private func clock(_ word: String) -> (Int, Int)? {
    var body = Substring(word)
    var shift: Int?
    if body.hasSuffix("am") || body.hasSuffix("pm") {
      shift = body.hasSuffix("pm") ? 12 : 0
      body = body.dropLast(2)
    } else if !body.contains(":") {
      return nil
    }
    let parts = body.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let hour = Int(parts[0]),
      let minute = parts.count == 2 ? Int(parts[1]) : 0, (0...59).contains(minute)
    else { return nil }
    if let shift {
      guard (1...12).contains(hour) else { return nil }
      return (hour % 12 + shift, minute)
    }
    return (0...23).contains(hour) ? (hour, minute) : nil
  }

  private func day(_ words: [String]) -> Day? {
    let today = now.day
    switch words.count {
    case 1:
      switch words[0] {
      case "today", "now": return today
      case "yesterday": return today.adding(days: -1)
      case "tomorrow": return today.adding(days: 1)
      default: break
      }
      if let day = Day(iso: words[0]) { return day }
      if let weekday = DateWords.weekday(words[0]) { return nearest(weekday, to: today) }
      let dotted = words[0].split(separator: ".")
      if words[0].contains("."), dotted.count == 2 || dotted.count == 3 {
        guard let d = Int(dotted[0]), let m = Int(dotted[1]) else { return nil }
        if dotted.count == 3 {
          return Int(dotted[2]).flatMap { Day($0 < 100 ? 2000 + $0 : $0, m, d) }
        }
        return closest(m, d)
      }
      return nil
    case 2:
      if words[0] == "last" || words[0] == "next", let weekday = DateWords.weekday(words[1]) {
        let ahead = (weekday - today.weekday + 7) % 7
        return words[0] == "next"
          ? today.adding(days: ahead == 0 ? 7 : ahead) : today.adding(days: ahead - 7)
      }
      if let d = number(words[0]), let m = DateWords.month(words[1]) { return closest(m, d) }
      if let m = DateWords.month(words[0]), let d = number(words[1]) { return closest(m, d) }
      return nil
    case 3:
      if words[2] == "ago", let n = Int(words[0]), let unit = unit(words[1]), n < 100_000 {
        return today.adding(days: -n * unit)
      }
      if words[0] == "in", let n = Int(words[1]), let unit = unit(words[2]), n < 100_000 {
        return today.adding(days: n * unit)
      }
      // Two digits may be a year or an hour: neither is guessed.
      guard words[2].count == 4, let year = Int(words[2]) else { return nil }
      if let d = number(words[0]), let m = DateWords.month(words[1]) { return Day(year, m, d) }
      if let m = DateWords.month(words[0]), let d = number(words[1]) { return Day(year, m, d) }
      return nil
    default: return nil
    }
  }

  private func number(_ word: String) -> Int? {
    for suffix in ["st", "nd", "rd", "th", "."] where word.hasSuffix(suffix) {
      return Int(word.dropLast(suffix.count))
    }
    return Int(word)
  }

  private func unit(_ word: String) -> Int? {
    switch word {
    case "day", "days": 1
    case "week", "weeks": 7
    default: nil
    }
  }

  private func nearest(_ weekday: Int, to today: Day) -> Day {
    let ahead = (weekday - today.weekday + 7) % 7
    return direction == .future
      ? today.adding(days: ahead) : today.adding(days: ahead == 0 ? 0 : ahead - 7)
  }

  private func closest(_ month: Int, _ day: Int) -> Day? {
    let today = now.day
    guard let here = Day(today.year, month, day) else {
      // 29 February may exist only in a year next to this one.
      return Day(today.year + (direction == .past ? -1 : 1), month, day)
    }
    if direction == .nearest {
      // Talks are booked for some weeks and written down for much longer.
      let all = [today.year - 1, today.year, today.year + 1].compactMap { Day($0, month, day) }
      let past = all.last { $0 <= today }
      let coming = all.first { $0 > today && today.days(to: $0) <= DateWords.bookedAhead }
      guard let past, let coming else { return past ?? coming ?? here }
      return today.days(to: coming) < past.days(to: today) ? coming : past
    }
    if direction == .past, here > today { return Day(today.year - 1, month, day) ?? here }
    if direction == .future, here < today { return Day(today.year + 1, month, day) ?? here }
    return here
  }

  static func weekday(_ word: String) -> Int? {
    guard word.count >= 2 else { return nil }
    let names = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    return names.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    let word = word.hasSuffix(".") ? String(word.dropLast()) : word
    return Day.months.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
  }
}

extension Day {
  /// The names of the months, January first.
  public static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `9 Mar`, with the year when it is not `today`'s.
  public func short(today: Day) -> String {
    let name = "\(day) \(Day.months[month - 1].prefix(3))"
    return year == today.year ? name : "\(name) \(year)"
  }

  /// `Mon`.
  public var weekdayName: String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday - 1]
  }

  /// `Mon 9 March 2026`: what a form echoes, so that the user sees what was understood.
  public var long: String { "\(weekdayName) \(day) \(Day.months[month - 1]) \(year)" }
}
