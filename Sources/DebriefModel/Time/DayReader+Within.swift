/// Days named by where they lie in a week, a month or a year.
extension DayReader {
  /// `end of next week`, `mid november`, `first monday of november`, `the 3rd of next month`,
  /// `this weekend`, `friday week`; nil for anything else.
  func within(_ pieces: [DatePiece]) throws(DateFault) -> Found? {
    // `second tuesday in january` says no more than `of`.
    let pieces = pieces.filter { $0 != .word(.within) }
    guard pieces.count > 1 else { return pieces == [.word(.weekend)] ? weekend(nil) : nil }
    if case .word(.edge(let edge)) = pieces[0] { return try self.edge(edge, pieces.dropFirst()) }
    if pieces.count == 2, let found = weekendOrWeek(pieces) { return found }
    if let found = try ordinalWeekday(pieces) { return found }
    return try dayOfMonth(pieces)
  }

  // MARK: Weeks

  private func weekendOrWeek(_ pieces: [DatePiece]) -> Found? {
    switch (pieces[0], pieces[1]) {
    case (.word(let which), .word(.weekend)): return weekend(which)
    // `friday week` is the Friday after the coming one.
    case (.word(.weekday(let weekday)), .word(.days(let days)))
    where days >= 7 && direction != .past:
      let ahead = (weekday - today.weekday + 7) % 7
      return Found(today.adding(days: (ahead == 0 ? 7 : ahead) + days))
    case (.word(.today(let from)), .word(.days(let days))) where days >= 7 && from >= 0:
      return Found(today.adding(days: from + days))
    default: return nil
    }
  }

  /// The Saturday of a weekend.
  private func weekend(_ which: DateTable.Word?) -> Found? {
    let saturday = today.adding(days: 6 - today.weekday)
    let day: Day
    switch which {
    case .last?: day = saturday.adding(days: -7)
    case .next?: day = saturday.adding(days: 7)
    case .this?, nil:
      day = direction == .past && saturday > today ? saturday.adding(days: -7) : saturday
    default: return nil
    }
    return Found(day, ["read as \(day.dated)"], isWhole: false)
  }

  // MARK: Edges

  /// The day that an edge stands for, of the week, month or year that follows.
  private func edge(
    _ edge: DateTable.Edge, _ pieces: ArraySlice<DatePiece>
  ) throws(DateFault) -> Found? {
    let pieces = Array(pieces)
    if pieces.count <= 2, let last = pieces.last, case .word(let unit) = last,
      let way = pieces.count == 2 ? self.way(pieces[0]) : 0
    {
      switch unit {
      case .days(7):
        let monday = today.adding(days: 1 - today.weekday + way * 7)
        return said(monday.adding(days: [0, 1, 2, 3, 4][edge.place]))
      case .months(1):
        let base = try shifted(today.adding(days: 1 - today.day), months: way)
        return said(day(edge, base.year, base.month))
      case .months(12):
        let months = [(1, 1), (2, 15), (7, 1), (11, 15), (12, 31)][edge.place]
        return said(Day(today.year + way, months.0, months.1))
      default: break
      }
    }
    if let (month, year) = month(pieces) {
      return said(meant(year) { self.day(edge, $0, month) })
    }
    if pieces.count == 1, case .number(let year, figures: 4) = pieces[0],
      (1900...2199).contains(year)
    {
      let months = [(1, 1), (2, 15), (7, 1), (11, 15), (12, 31)][edge.place]
      return said(Day(year, months.0, months.1))
    }
    return nil
  }

  private func said(_ day: Day?) -> Found? {
    day.map { Found($0, ["read as \($0.dated)"], isWhole: false) }
  }

  private func day(_ edge: DateTable.Edge, _ year: Int, _ month: Int) -> Day? {
    Day(year, month, [1, 5, 15, 25, Day.length(of: month, in: year)][edge.place])
  }

  /// -1 for last, 0 for this, 1 for next.
  private func way(_ piece: DatePiece) -> Int? {
    switch piece {
    case .word(.last): -1
    case .word(.this): 0
    case .word(.next): 1
    default: nil
    }
  }

  /// A month by its name, and its year where that is named.
  private func month(_ pieces: [DatePiece]) -> (month: Int, year: Int?)? {
    guard case .word(.month(let month))? = pieces.first else { return nil }
    if pieces.count == 1 { return (month, nil) }
    if pieces.count == 2, case .number(let year, figures: 4) = pieces[1],
      (1900...2199).contains(year)
    {
      return (month, year)
    }
    return nil
  }

  /// The day in the year that is named, or else in the one that is meant.
  private func meant(_ year: Int?, _ day: (Int) -> Day?) -> Day? {
    if let year { return day(year) }
    let all = (-1...1).compactMap { day(today.year + $0) }
    let (past, coming) = (all.last { $0 <= today }, all.first { $0 >= today })
    switch direction {
    case .past: return past
    case .future: return coming
    case .from(let start): return all.first { $0 >= start } ?? coming
    case .nearest: return nearer(past, coming)
    }
  }

  // MARK: Counted in a month

  /// `first monday of november 2026`, `last friday of the month`, `last day of january`.
  private func ordinalWeekday(_ pieces: [DatePiece]) throws(DateFault) -> Found? {
    guard pieces.count >= 3, case .word(let kind) = pieces[1] else { return nil }
    switch kind {
    case .weekday, .days(1): break
    default: return nil
    }
    let place: Int
    switch pieces[0] {
    case .word(.ordinal(let it)) where it <= 5: place = it
    case .word(.last): place = -1
    default: return nil
    }
    func pick(_ year: Int, _ month: Int) -> Day? {
      let length = Day.length(of: month, in: year)
      let days = (1...length).compactMap { Day(year, month, $0) }.filter { day in
        switch kind {
        case .weekday(let weekday): day.weekday == weekday
        case .days(1): true
        default: false
        }
      }
      if place < 0 { return days.last }
      return place <= days.count ? days[place - 1] : nil
    }
    let rest = Array(pieces.dropFirst(2))
    if let (month, year) = month(rest) {
      guard let day = meant(year, { pick($0, month) }) else {
        throw DateFault(message: "That month doesn't have that many days.")
      }
      return said(day)
    }
    guard rest.count <= 2, rest.last == .word(.months(1)),
      let way = rest.count == 2 ? self.way(rest[0]) : 0
    else { return nil }
    let base = try shifted(today.adding(days: 1 - today.day), months: way)
    guard let day = pick(base.year, base.month) else {
      throw DateFault(message: "That month doesn't have that many days.")
    }
    return said(day)
  }

  /// `the 3rd of next month`, `next month on the 5th`.
  private func dayOfMonth(_ pieces: [DatePiece]) throws(DateFault) -> Found? {
    guard let at = pieces.firstIndex(of: .word(.months(1))), at > 0 else { return nil }
    var rest = pieces
    var way = 0
    if pieces.count == 3, let named = self.way(pieces[at - 1]) {
      way = named
      rest.removeSubrange((at - 1)...at)
    } else if pieces.count == 2, at == 1, case .word(.ordinal) = pieces[0] {
      rest.removeLast()
    } else {
      return nil
    }
    let number: Int
    switch rest[0] {
    case .word(.ordinal(let it)): number = it
    case .number(let it, let figures) where figures <= 2: number = it
    default: return nil
    }
    let base = try shifted(today.adding(days: 1 - today.day), months: way)
    return said(try Day.checked(base.year, base.month, number))
  }
}

extension DateTable.Edge {
  /// 0 for the start to 4 for the end.
  fileprivate var place: Int {
    switch self {
    case .start: 0
    case .early: 1
    case .middle: 2
    case .late: 3
    case .end: 4
    }
  }
}
