/// Days that are counted from another one, and lengths of time.
extension DayReader {
  struct Length {
    var days = 0
    var months = 0
    var minutes = 0
    var rest: [DatePiece] = []
  }

  /// A stretch of time at the beginning, and what follows it.
  func length(_ pieces: [DatePiece]) -> Length? {
    var rest = pieces[...]
    var count = 1
    var isHalf = false
    var hasHalf = false
    if rest.first == .word(.article) { rest = rest.dropFirst() }
    if rest.first == .word(.couple) {
      (count, rest) = (2, rest.dropFirst())
    } else if rest.first == .word(.half) {
      (isHalf, rest) = (true, rest.dropFirst())
      if rest.first == .word(.article) { rest = rest.dropFirst() }
    } else if let first = rest.first, let number = DateReader.number(first) {
      (count, rest) = (number.value, rest.dropFirst())
      if rest.prefix(3) == [.word(.and), .word(.article), .word(.half)] {
        (hasHalf, rest) = (true, rest.dropFirst(3))
      }
    } else if case .dotted(let whole, 5, _)? = rest.first {
      (count, hasHalf, rest) = (whole, true, rest.dropFirst())
    } else if rest.count == pieces.count {
      return nil
    }
    guard (0..<100_000).contains(count), case .word(let unit)? = rest.first else { return nil }
    var length = Length(rest: Array(rest.dropFirst()))
    switch unit {
    case .days(let days) where !isHalf: length.days = days * count
    case .months(let months): length.months = isHalf ? months / 2 : months * count
    case .minutes(let minutes): length.minutes = isHalf ? minutes / 2 : minutes * count
    case .hourSign: length.minutes = 60 * count
    default: return nil
    }
    guard !isHalf || length.months != 0 || length.minutes != 0 else { return nil }
    if hasHalf { addHalf(of: unit, to: &length) }
    return longer(length, by: unit)
  }

  /// Adds half of a unit: `an hour and a half`, `1.5 weeks`.
  private func addHalf(of unit: DateTable.Word, to length: inout Length) {
    switch unit {
    case .minutes(let minutes): length.minutes += minutes / 2
    case .hourSign: length.minutes += 30
    case .months(let months) where months > 1: length.months += months / 2
    case .months: length.days += 15
    case .days(let days): length.days += days / 2
    default: break
    }
  }

  /// What is added to a length: `an hour and a half`, `1 hour 30 minutes`, `2 h 30`.
  private func longer(_ length: Length, by unit: DateTable.Word) -> Length {
    var (length, rest) = (length, length.rest[...])
    let hasAnd = rest.first == .word(.and)
    if hasAnd { rest = rest.dropFirst() }
    if hasAnd, rest.prefix(2) == [.word(.article), .word(.half)],
      rest.dropFirst(2).first.map({ [.word(.ago), .word(.from)].contains($0) }) ?? true
    {
      addHalf(of: unit, to: &length)
      length.rest = Array(rest.dropFirst(2))
      return length
    }
    if let more = self.length(Array(rest)), more.days + more.months + more.minutes > 0 {
      length.days += more.days
      length.months += more.months
      length.minutes += more.minutes
      length.rest = more.rest
    } else if unit == .hourSign || unit == .minutes(60), let first = rest.first,
      let minutes = DateReader.number(first), (1...59).contains(minutes.value)
    {
      length.minutes += minutes.value
      length.rest = Array(rest.dropFirst())
    }
    return length
  }

  /// `two weeks ago`, `in 3 days`, `a week from tuesday`, `the day after tomorrow`.
  func counted(_ pieces: [DatePiece]) throws(DateFault) -> Found? {
    var pieces = pieces
    let isAhead = pieces.first == .word(.within)
    if isAhead { pieces.removeFirst() }
    // The day after tomorrow is one day after it.
    if !isAhead, pieces.count > 2, case .word(.days) = pieces[0],
      [.word(.from), .word(.after), .word(.before)].contains(pieces[1])
    {
      pieces.insert(.word(.article), at: 0)
    }
    guard let length = length(pieces), length.minutes == 0 else { return nil }
    let rest = Array(length.rest.dropFirst())
    if isAhead { return length.rest.isEmpty ? try found(today, length, 1) : nil }
    switch length.rest.first {
    case .word(.ago)? where rest.isEmpty || rest == [.word(.today(0))]:
      return try found(today, length, -1)
    // `a week on friday`, `two weeks today`: those count on from that day.
    case .word(.weekday(let weekday))? where rest.isEmpty && direction != .past:
      let ahead = (weekday - today.weekday + 7) % 7
      return try found(today.adding(days: ahead == 0 ? 7 : ahead), length, 1)
    case .word(.today(let days))? where rest.isEmpty && days >= 0 && direction != .past:
      return try found(today.adding(days: days), length, 1)
    case .word(.from)?, .word(.after)?, .word(.before)?:
      guard let base = try base(rest, isAfter: length.rest.first == .word(.after)) else {
        return nil
      }
      let found = try found(base.day, length, length.rest.first == .word(.before) ? -1 : 1)
      return Found(found.day, base.remarks)
    default: return nil
    }
  }

  /// The day that is counted from. A week from Monday is counted from the one to come, unless it is told of
  /// what has happened.
  private func base(_ pieces: [DatePiece], isAfter: Bool) throws(DateFault) -> Found? {
    guard pieces.count == 1, case .word(.weekday(let weekday)) = pieces[0] else {
      return try day(pieces).map { Found($0.day) }
    }
    let ahead = (weekday - today.weekday + 7) % 7
    let isOver = direction == .past || direction == .nearest && isAfter && !isTimed
    let day = today.adding(days: ahead == 0 ? 0 : isOver ? ahead - 7 : ahead)
    return Found(day, ["counted from \(day.weekdayName) \(day.dated)"])
  }

  private func found(_ day: Day, _ length: Length, _ way: Int) throws(DateFault) -> Found {
    let day = try shifted(day, months: way * length.months)
    let number = day.number + way * length.days
    guard let first = Day(1, 1, 1), let last = Day(9999, 12, 31),
      (first.number...last.number).contains(number)
    else { throw DateFault(message: "That's too far away. Dates end with the year 9999.") }
    return Found(Day(number: number))
  }

  /// The same day of another month, or the last one of a month that is shorter.
  func shifted(_ day: Day, months: Int) throws(DateFault) -> Day {
    let total = day.year * 12 + day.month - 1 + months
    guard total >= 12, total / 12 <= 9999 else {
      throw DateFault(message: "That's too far away. Dates end with the year 9999.")
    }
    let (year, month) = (total / 12, total % 12 + 1)
    return Day(year, month, min(day.day, Day.length(of: month, in: year))) ?? day
  }
}
