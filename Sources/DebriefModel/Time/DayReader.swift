/// Reads the parts of a date that name a day.
struct DayReader {
  let now: Moment
  let direction: DateWords.Direction
  /// Whether a time was named with it: a weekday with a time is more often one to come.
  let isTimed: Bool

  private typealias Word = DateTable.Word

  /// A day, and what was guessed about it.
  struct Found: Hashable {
    var day: Day
    var remarks: [String] = []
    /// Whether nothing is missing that a number behind it could be: its year, or the day of a month.
    var isWhole = true

    init(_ day: Day, _ remarks: [String] = [], isWhole: Bool = true) {
      (self.day, self.remarks, self.isWhole) = (day, remarks, isWhole)
    }
  }

  var today: Day { now.day }

  /// The point in time of `in 2 hours`, `half an hour ago`; nil when no hours or minutes are counted.
  func instant(_ pieces: [DatePiece]) throws(DateFault) -> Moment? {
    let isAhead = pieces.first == .word(.within)
    guard let length = length(isAhead ? Array(pieces.dropFirst()) : pieces), length.minutes > 0
    else { return nil }
    let rest = length.rest
    let seconds = length.minutes * 60
    let minute = now.adding(seconds: -(((now.seconds % 60) + 60) % 60))
    if isAhead, rest.isEmpty { return minute.adding(seconds: seconds).asRead }
    if rest == [.word(.ago)] { return minute.adding(seconds: -seconds).asRead }
    if rest == [.word(.from), .word(.now)] { return minute.adding(seconds: seconds).asRead }
    return nil
  }

  /// The day that the parts name; nil when they name none.
  func day(_ pieces: [DatePiece]) throws(DateFault) -> Found? {
    if pieces.count == 1, case .word(let word) = pieces[0] {
      switch word {
      case .today(let days): return Found(today.adding(days: days))
      case .now: return Found(today)
      case .weekday(let weekday): return nearest(weekday)
      default: break
      }
    }
    if let found = try around(pieces) { return found }
    if let found = try counted(pieces) { return found }
    if let found = try within(pieces) { return found }
    let weekdays = pieces.compactMap { if case .word(.weekday(let day)) = $0 { day } else { nil } }
    let others = pieces.filter { if case .word(.weekday) = $0 { false } else { true } }
    guard weekdays.count <= 1, !others.isEmpty else { return nil }
    return try named(others, on: weekdays.first)
  }

  // MARK: Near today

  /// `last fri`, `this friday`, `next week`, `monday next week`.
  private func around(_ pieces: [DatePiece]) throws(DateFault) -> Found? {
    let words = pieces.compactMap { if case .word(let word) = $0 { word } else { nil } }
    guard words.count == pieces.count, (2...3).contains(words.count) else { return nil }
    // The week after next, and the one before last.
    for (end, way) in [([Word.after, .next], 2), ([.before, .last], -2)]
    where words == [.days(7)] + end {
      return Found(
        today.adding(days: way * 7), ["two weeks \(way < 0 ? "before" : "after") today"])
    }
    let way: Int
    switch (words[0], words[1]) {
    case (.last, _), (_, .last): way = -1
    case (.next, _), (_, .next): way = 1
    case (.this, _), (_, .this): way = 0
    default: return nil
    }
    let rest = words.filter { ![.last, .next, .this].contains($0) }
    let weekday = rest.compactMap { if case .weekday(let day) = $0 { day } else { nil } }.first
    if let weekday, rest.count == 2, rest.contains(.days(7)) {
      // `next monday week` is a week after next Monday, and not Monday of next week.
      if words.last == .days(7), words[1] == .weekday(weekday) {
        guard way >= 0, direction != .past else { return nil }
        let ahead = (weekday - today.weekday + 7) % 7
        return Found(today.adding(days: (ahead == 0 ? 7 : ahead) + 7))
      }
      return Found(today.adding(days: weekday - today.weekday + way * 7))
    }
    guard rest.count == 1, words[0] != rest[0] else { return nil }
    if let weekday {
      let ahead = (weekday - today.weekday + 7) % 7
      let name = DateTable.name(weekday)
      // On a Thursday, last Tuesday may be that of last week, and next Friday that of the next.
      if way < 0 {
        let day = today.adding(days: ahead - 7)
        let isHere = weekday < today.weekday
        return Found(day, isHere ? ["for the one before, type \(name) last week"] : [])
      }
      if way > 0 {
        let isHere = weekday > today.weekday
        return Found(
          today.adding(days: ahead == 0 ? 7 : ahead),
          isHere ? ["for the one after, type \(name) next week"] : [])
      }
      if direction == .past, ahead > 0 { return Found(today.adding(days: ahead - 7)) }
      // On a Tuesday, this Monday is more often the one to come, and may be yesterday.
      let isOver = direction == .nearest && weekday < today.weekday
      let word = DateTable.weekdays[weekday - 1].prefix(3)
      return Found(
        today.adding(days: ahead),
        isOver ? ["the next one; type last \(word) for the previous one"] : [])
    }
    guard way != 0 else { return nil }
    let side = way < 0 ? "before today" : "after today"
    switch rest[0] {
    case .days(7): return Found(today.adding(days: way * 7), ["a week \(side)"])
    case .days(14): return Found(today.adding(days: way * 14), ["two weeks \(side)"])
    case .months(let months):
      let day = try shifted(today, months: way * months)
      return Found(day, ["a \(months == 1 ? "month" : "year") \(side)"])
    default: return nil
    }
  }

  // MARK: Named

  /// A date by its day, its month and perhaps its year; the weekday named with it has to fit.
  private func named(_ pieces: [DatePiece], on weekday: Int?) throws(DateFault) -> Found? {
    if pieces.count == 1, case .day(let day) = pieces[0] { return try checked(day, weekday) }
    if pieces.count == 1, case .week(let monday) = pieces[0] {
      if let weekday { return Found(monday.adding(days: weekday - 1)) }
      return Found(monday, ["the Monday of that week"])
    }
    if pieces.count == 1, case .word(.ordinal(let day)) = pieces[0] {
      return try ofMonth(day, weekday)
    }
    guard let date = try date(pieces) else { return nil }
    if let year = date.year {
      return try checked(Day.checked(year, date.month, date.day), weekday)
    }
    return try closest(date.month, date.day, weekday)
  }

  /// `the 3rd`, of the month that is meant.
  private func ofMonth(_ day: Int, _ weekday: Int?) throws(DateFault) -> Found? {
    let start: Day = if case .from(let day) = direction { day } else { today }
    let first = start.adding(days: 1 - start.day)
    let all = [first.adding(days: -1), first, first.adding(days: 31)]
      .compactMap { Day($0.year, $0.month, day) }
    let fitting = all.filter { weekday == nil || $0.weekday == weekday }
    let past = fitting.last { $0 <= today }
    let coming = fitting.first { $0 >= today }
    let meant =
      switch direction {
      case .past: past
      case .future: coming
      case .from: fitting.first { $0 >= start }
      case .nearest: isTimed ? coming ?? past : nearer(past, coming)
      }
    guard let meant else { return nil }
    return Found(meant, meant == today ? [] : ["read as \(meant.dated)"], isWhole: false)
  }

  /// The one of two days that is closer to today; as close, the one to come.
  func nearer(_ past: Day?, _ coming: Day?) -> Day? {
    guard let past, let coming else { return past ?? coming }
    return today.days(to: coming) <= past.days(to: today) ? coming : past
  }

  /// Day, month and year in the orders people write them in.
  private func date(
    _ pieces: [DatePiece]
  ) throws(DateFault) -> (day: Int, month: Int, year: Int?)? {
    var day: Int?
    var month: Int?
    var year: Int?
    for (place, piece) in pieces.enumerated() {
      switch piece {
      case .word(.month(let it)) where month == nil: month = it
      case .word(.ordinal(let it)) where day == nil: day = it
      case .word(.number(let it)) where day == nil: day = it
      case .number(let it, let figures) where figures <= 2 && day == nil: day = it
      case .number(let it, figures: 4) where year == nil && (1900...2199).contains(it):
        // A year stands first or last.
        guard place == 0 || place == pieces.count - 1 else { return nil }
        year = it
      case .year(let it) where year == nil: year = it
      // Behind a date, two figures are a year or an hour: with a time beside them they are the year.
      case .number(let it, figures: 2) where isTimed && month != nil && year == nil:
        year = it < 70 ? 2000 + it : 1900 + it
        // `3 dec 11 at noon`: far from this year, it may well be an hour or a day.
        if let year, it <= 31, abs(year - today.year) > 3 {
          throw DateFault(
            message: "\"\(it)\" could be a year, a day, or an hour. Write the year as \(year).")
        }
      case .dayMonth(let d, let m) where day == nil && month == nil: (day, month) = (d, m)
      case .dotted(let d, let m, _) where day == nil && month == nil && (1...12).contains(m):
        (day, month) = (d, m)
      default: return nil
      }
    }
    guard let day, let month else { return nil }
    return (day, month, year)
  }

  /// A day, if the weekday named with it is right.
  private func checked(_ day: Day, _ weekday: Int?) throws(DateFault) -> Found {
    guard let weekday, weekday != day.weekday else { return Found(day) }
    throw DateFault(
      message:
        "\(day.dated) is a \(DateTable.name(day.weekday)), not a \(DateTable.name(weekday)). "
        + "Correct the date or the weekday.")
  }

  /// The weekday that is meant when nothing else is said.
  private func nearest(_ weekday: Int) -> Found {
    let ahead = (weekday - today.weekday + 7) % 7
    let word = DateTable.weekdays[weekday - 1].prefix(3)
    if ahead == 0 { return Found(today, isWhole: false) }
    let isAhead = direction != .past && (direction != .nearest || isTimed)
    let day = today.adding(days: isAhead ? ahead : ahead - 7)
    guard direction == .nearest else { return Found(day, isWhole: false) }
    return Found(
      day,
      [
        isAhead
          ? "the next one; type last \(word) for the previous one"
          : "the last one; type next \(word) for the one coming up"
      ], isWhole: false)
  }

  /// The day of a month in the year that is meant when none is named. A weekday that is named decides.
  func closest(_ month: Int, _ day: Int, _ weekday: Int?) throws(DateFault) -> Found {
    guard (1...12).contains(month), (1...Day.length(of: month, in: 2024)).contains(day) else {
      _ = try Day.checked(today.year, month, day)
      throw DateFault(message: "That date doesn't exist.")
    }
    // 29 February may exist only in a year some years away.
    let all = (-8...8).compactMap { Day(today.year + $0, month, day) }
    guard let past = all.last(where: { $0 <= today }), let coming = all.first(where: { $0 > today })
    else { throw DateFault(message: "That date doesn't exist.") }
    let meant: Day
    switch direction {
    case .past: meant = past
    case .future: meant = past == today ? past : coming
    case .from(let start):
      let next = all.first { $0 >= start } ?? coming
      // Shortly before it, and nearly a year to the next one: that is a slip, to be said as one.
      let before = all.last { $0 < start }
      let isSlip = before.map { $0.days(to: start) <= 92 } ?? false
      meant = isSlip && start.days(to: next) > 183 ? before ?? next : next
    case .nearest: meant = isBooked(past: past, coming: coming) ? coming : past
    }
    let said = doubt(meant, past: past, coming: coming)
    guard let weekday, weekday != meant.weekday else { return Found(meant, said, isWhole: false) }
    // A date that was shown without a year is of this one.
    if let here = Day(today.year, month, day), here.weekday == weekday {
      return Found(here, isWhole: false)
    }
    return try checked(meant, weekday)
  }

  /// Whether a bare date is one to come: talks are booked for some weeks, and for some months of the same
  /// year; they are written down for much longer.
  private func isBooked(past: Day, coming: Day) -> Bool {
    let (ahead, back) = (today.days(to: coming), past.days(to: today))
    guard ahead < back else { return false }
    return coming.year == today.year || ahead <= DateWords.bookedAhead
  }

  /// The other year that a date without one could mean, once it is far enough away to be in doubt.
  private func doubt(_ day: Day, past: Day, coming: Day) -> [String] {
    if direction == .past {
      // What has happened is never ahead; but who types a day of next week may have meant just that.
      let isNearer = today.days(to: coming) < day.days(to: today)
      return isNearer && day == past ? ["the last one; \(coming.dated) is still ahead"] : []
    }
    guard direction == .nearest, abs(today.days(to: day)) > DateWords.sureFor else { return [] }
    return [
      day == coming
        ? "the next one; type \(past.dated) for the previous one"
        : "the last one; type \(coming.dated) for the one coming up"
    ]
  }
}
