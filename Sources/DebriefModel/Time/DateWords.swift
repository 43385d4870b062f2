/// When a talk is, as somebody said it.
public struct TalkTime: Hashable, Sendable {
  /// The moment; noon where only a day was named.
  public var start: Moment
  /// Whether only a day was named: the hour is then not claimed.
  public var dayOnly: Bool
  /// What a word could have meant instead, and how to say that; nil when there is no doubt.
  public var doubt: String?

  /// Makes one.
  public init(start: Moment, dayOnly: Bool = false, doubt: String? = nil) {
    self.start = start
    self.dayOnly = dayOnly
    self.doubt = doubt
  }

  /// `Mon 9 March 2026, 14:30`, and what was not said or could be meant otherwise.
  public var long: String {
    (dayOnly ? "\(start.day.long), no time noted" : "\(start.day.long), \(start.clockText)")
      + (doubt.map { " (\($0))" } ?? "")
  }
}

/// Reads dates and times as people type them: `today`, `yesterday`, `fri`, `3 mar`, `3 mar 2026`,
/// `mar 3`, `2 days ago`, `a week ago`, `in 3 days`, `9 mar 14:30`, `tomorrow 9am`, `24/11/2026`, `now`,
/// or ISO 8601.
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

  /// When a talk is, or nil. A bare weekday with a time is the coming one: a talk that was is told of by
  /// its day, and one that is booked by its time.
  public func talk(_ text: String) -> TalkTime? {
    if let iso = Moment(iso: trimmed(text), zone: now.zone) {
      return TalkTime(start: iso)
    }
    if trimmed(text).lowercased() == "now" { return TalkTime(start: now) }
    guard let found = parse(text) else { return nil }
    let reading = now.zone.reading(found.day, hour: found.hour ?? 12, minute: found.minute ?? 0)
    let start = reading.moment
    return TalkTime(
      start: start, dayOnly: found.hour == nil,
      doubt: reading.remark(on: found.day) ?? doubt(text, start))
  }

  /// The other day that a bare weekday could mean, and how to name it.
  private func doubt(_ text: String, _ start: Moment) -> String? {
    guard
      let word = trimmed(text).lowercased().split(whereSeparator: { $0 == " " || $0 == "," }).first,
      DateWords.weekday(String(word)) != nil, start.day != now.day
    else { return nil }
    return start.day > now.day
      ? "to come; write last \(word) for the one that was"
      : "the one that was; write next \(word) for the coming one"
  }

  /// The sentence about a date in figures that could be two days; nil for anything else.
  public static func ambiguity(_ text: String) -> String? {
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let parts = word.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2 || parts.count == 3, let a = parts[0], let b = parts[1], a != b,
        (1...12).contains(a), (1...12).contains(b)
      else { continue }
      let name = Day.months[b - 1]
      let iso = parts.count == 3 ? parts[2].map { $0 < 100 ? 2000 + $0 : $0 } : nil
      let written = iso.map { " or \(padded($0, 4))-\(padded(b, 2))-\(padded(a, 2))" } ?? ""
      return "\"\(word)\" could be \(a) \(name) or \(b) \(Day.months[a - 1]): write "
        + "\(a) \(name.prefix(3))\(written)."
    }
    return nil
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
    if words.count == 1, let iso = Moment(iso: words[0].uppercased(), zone: now.zone) {
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
    if direction == .nearest, hour != nil, words.count == 1,
      let weekday = DateWords.weekday(words[0])
    {
      let ahead = (weekday - now.day.weekday + 7) % 7
      return (now.day.adding(days: ahead), hour, minute)
    }
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
      if let day = Day(iso: words[0]) ?? figures(words[0]) { return day }
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
      if words[2] == "ago", let n = count(words[0]), let unit = unit(words[1]), n < 100_000 {
        return today.adding(days: -n * unit)
      }
      if words[0] == "in", let n = count(words[1]), let unit = unit(words[2]), n < 100_000 {
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

  /// `3`, or `a` for one.
  private func count(_ word: String) -> Int? {
    word == "a" || word == "one" ? 1 : Int(word).flatMap { $0 >= 0 ? $0 : nil }
  }

  /// `2026-3-9`, and `24/11/2026` with the day first; where the month may stand first as well, nothing.
  private func figures(_ word: String) -> Day? {
    let hyphened = word.split(separator: "-", omittingEmptySubsequences: false)
    if hyphened.count == 3, hyphened[0].count == 4, let year = Int(hyphened[0]),
      let month = Int(hyphened[1]), let day = Int(hyphened[2])
    {
      return Day(year, month, day)
    }
    let parts = word.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2 || parts.count == 3, var day = parts[0], var month = parts[1],
      DateWords.ambiguity(word) == nil
    else { return nil }
    if month > 12 { swap(&day, &month) }
    guard parts.count == 3 else { return closest(month, day) }
    return parts[2].flatMap { Day($0 < 100 ? 2000 + $0 : $0, month, day) }
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
