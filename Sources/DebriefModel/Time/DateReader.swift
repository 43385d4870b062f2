/// A date as it was understood.
struct DateReading: Hashable, Sendable {
  var day: Day
  var hour: Int?
  var minute = 0
  /// The point in time, where that was said and not a day and an hour.
  var instant: Moment?
  /// What was guessed, in words.
  var remarks: [String] = []
}

/// Takes the time of day out of the parts of a date, and has ``DayReader`` read what is left.
struct DateReader {
  let now: Moment
  let direction: DateWords.Direction
  var isProse = false

  private typealias Word = DateTable.Word
  static let midnight = "midnight at the start of that day"

  /// What was found besides the day.
  private struct Found {
    var hour: Int?
    var minute = 0
    /// Whether the hour is one of twenty-four, so that nothing has to be guessed.
    var isSure = true
    /// Whether it was named in words, as people say it: three is in the afternoon then.
    var isSpoken = false
    /// Whether the half of the day was said, or the hour is of one only.
    var isFixed = false
    var part: DateTable.Part?
    var offset: Int?
    var remarks: [String] = []
    var rest: [DatePiece] = []

    mutating func set(_ hour: Int, _ minute: Int) throws(DateFault) {
      // "12:00 noon" is one time said twice.
      guard self.hour == nil || self.hour == hour && self.minute == minute else {
        throw DateFault(message: "There are two times in that. Type just one, like 1 dec 14:30.")
      }
      (self.hour, self.minute) = (hour, minute)
    }
  }

  /// The date that a text names; nil when it is none.
  func read(_ text: String) throws(DateFault) -> DateReading? {
    if let sentence = DateReader.twoDays(text) ?? DateReader.rangeOfHours(text) {
      throw DateFault(message: sentence)
    }
    guard var pieces = try DatePiece.all(text, isProse: isProse), !pieces.isEmpty else {
      return nil
    }
    if let sentence = DateWords.yearFirst(text, near: now.day.year) {
      throw DateFault(message: sentence)
    }
    pieces = DateReader.lengths(pieces)
    let hasMonth = pieces.contains { if case .word(.month) = $0 { true } else { false } }
    if hasMonth, DateReader.endsInRange(text) {
      throw DateFault(
        message: "That's a range of times. Type just the start, like 1 dec 14:30.")
    }
    if hasMonth, DateReader.isRangeOfDays(text) {
      throw DateFault(message: "That's a range of days. Type just the first one.")
    }
    if pieces.filter({ $0 != .word(.filler) }) == [.word(.now)] {
      return DateReading(day: now.day, hour: now.hour, instant: now)
    }
    var found = try times(pieces)
    let days = DayReader(
      now: now, direction: direction, isTimed: found.hour != nil || found.part != nil)
    if let instant = try days.instant(found.rest) {
      guard found.hour == nil, found.part == nil, found.offset == nil else { return nil }
      return DateReading(
        day: instant.day, hour: instant.hour, minute: instant.minute, instant: instant)
    }
    var day = try self.day(&found, days)
    if day == nil, found.hour == nil, let (other, rest) = try loose(found.rest) {
      found.hour = other.hour
      found.minute = other.minute
      // "Tomorrow 3" is said as "tomorrow at 3" is, and 2.30 may be either half of the day.
      found.isSpoken = other.figures == 1
      found.isSure = other.figures > 1 && other.figures != 3
      found.rest = rest
      day = try self.day(&found, DayReader(now: now, direction: direction, isTimed: true))
    }
    guard let day else {
      if let fault = DateReader.fault(of: pieces) { throw fault }
      return nil
    }
    var reading = DateReading(day: day.day, hour: found.hour, minute: found.minute)
    reading.remarks = day.remarks
    try settle(&reading, found)
    return reading
  }

  /// The day that is left when the time is taken out; today when nothing is.
  private func day(
    _ found: inout Found, _ days: DayReader
  ) throws(DateFault) -> DayReader.Found? {
    let rest = found.rest
    if found.part != nil {
      if rest == [.word(.last)] { return .init(now.day.adding(days: -1)) }
      if rest == [.word(.this)] { return .init(now.day) }
      if rest.isEmpty { return .init(now.day) }
    }
    if rest.isEmpty { return found.hour == nil ? nil : .init(now.day) }
    return try days.day(rest)
  }

  /// Times that are no numbers alone: those with minutes, halves, names.
  private func times(_ pieces: [DatePiece]) throws(DateFault) -> Found {
    var found = Found()
    var at = 0
    while at < pieces.count {
      at += try time(pieces, at, &found)
    }
    return found
  }

  /// Reads the time that begins at a place, and says how many parts it takes.
  private func time(
    _ pieces: [DatePiece], _ at: Int, _ found: inout Found
  ) throws(DateFault) -> Int {
    func word(_ place: Int) -> Word? {
      if place < pieces.count, case .word(let it) = pieces[place] { it } else { nil }
    }
    switch pieces[at] {
    case .clock(let hour, let minute, let isFull):
      try found.set(hour, minute)
      found.isSure = isFull
      return 1 + (try half(word(at + 1), &found) ? 1 : word(at + 1) == .hourSign ? 1 : 0)
    case .word(.clock(let hour)):
      try found.set(hour, 0)
      found.isFixed = true
      if hour == 0 { found.remarks.append(Self.midnight) }
      return 1
    case .dotted(let hour, let minute, true) where isHalf(word(at + 1)) || isAt(pieces, at):
      try found.set(hour, minute)
      found.isSure = false
      return 1 + (try half(word(at + 1), &found) ? 1 : 0)
    case .word(.part(let part)):
      found.part = part
      return 1
    case .word(.within) where isPart(word(at + 1)), .word(.within) where word(at + 1) == .filler:
      return 1
    case .word(.at): return 1
    case .word(.filler): return 1
    case .offset(let minutes):
      found.offset = minutes
      return 1
    case .word(.greenwich):
      found.offset = 0
      return 1
    case .word(.zone):
      throw DateFault(
        message:
          "Time zone names don't work here. Type the time where you are, or add its UTC offset, "
          + "as in 2026-12-03T10:00-05:00.")
    case .word(.half), .word(.quarter), .number, .word(.number):
      if let taken = try past(pieces, at, &found) { return taken }
      guard let (number, figures) = DateReader.number(pieces[at]) else { break }
      if isHalf(word(at + 1)) {
        try found.set(figures > 2 ? number / 100 : number, figures > 2 ? number % 100 : 0)
        _ = try half(word(at + 1), &found)
        return 2
      }
      // `2 30 pm`: thirty is no hour of a half day.
      if figures <= 2, let minutes = DateReader.minutes(pieces, at + 1), minutes > 12,
        isHalf(word(at + 2))
      {
        try found.set(number, minutes)
        _ = try half(word(at + 2), &found)
        return 3
      }
      if number == 12, case .clock? = word(at + 1) { return 1 }
      if isPartBehind(pieces, at) || figures <= 2 && isEndBehindPart(pieces, at) {
        try hours(number, figures, &found)
        found.isSure = true
        return 1
      }
      let isLength =
        at > 0 && pieces[at - 1] == .word(.within) || word(at + 2) == .ago
        || word(at + 2) == .from
      let isHour = [.oclock, .hourSign].contains(word(at + 1))
      if isHour || (word(at + 1) == .minutes(60) && figures == 4), !isLength {
        if let minutes = DateReader.minutes(pieces, at + 2), figures <= 2 {
          try found.set(number, minutes)
          return word(at + 3) == .minutes(1) ? 4 : 3
        }
        try hours(number, figures, &found)
        if word(at + 1) == .oclock { (found.isSpoken, found.isSure) = (true, number > 12) }
        return 2
      }
      if case .word(.number) = pieces[at], number <= 23, at + 1 < pieces.count,
        case .word(.number(let minutes)) = pieces[at + 1], (10...59).contains(minutes)
      {
        try found.set(number, minutes)
        (found.isSpoken, found.isSure) = (true, number > 12)
        return 2 + (try half(word(at + 2), &found) ? 1 : 0)
      }
      if isAt(pieces, at) {
        try hours(number, figures, &found)
        found.isSpoken = figures == 1
        found.isSure = figures > 1
        return 1
      }
    default: break
    }
    found.rest.append(pieces[at])
    return 1
  }

  private func isAt(_ pieces: [DatePiece], _ at: Int) -> Bool {
    at > 0 && pieces[at - 1] == .word(.at)
  }

  /// Whether `in the morning`, `at night` or the like follows.
  private func isPartBehind(_ pieces: [DatePiece], _ at: Int) -> Bool {
    let next = pieces.dropFirst(at + 1)
    guard next.first == .word(.within) || next.first == .word(.at) else { return false }
    return next.dropFirst().first { $0 != .word(.filler) }.map {
      if case .word(.part) = $0 { true } else { false }
    } ?? false
  }

  /// Whether a number stands last and right behind a part of the day: `monday night 8`.
  private func isEndBehindPart(_ pieces: [DatePiece], _ at: Int) -> Bool {
    guard at > 0, at == pieces.count - 1, case .word(.part) = pieces[at - 1] else { return false }
    return true
  }

  private func isHalf(_ word: Word?) -> Bool { word == .am || word == .pm }

  private func isPart(_ word: Word?) -> Bool {
    if case .part? = word { true } else { false }
  }

  /// Takes `am` or `pm` into account; false when it is neither.
  private func half(_ word: Word?, _ found: inout Found) throws(DateFault) -> Bool {
    guard isHalf(word), let hour = found.hour else { return false }
    guard (1...12).contains(hour), (0...59).contains(found.minute) else {
      throw DateFault(
        message:
          "\(hour) \(word == .am ? "am" : "pm") isn't a time. With am and pm, the hours "
          + "go from 1 to 12.")
    }
    found.hour = hour % 12 + (word == .pm ? 12 : 0)
    (found.isSure, found.isFixed) = (true, true)
    return true
  }

  /// A number as a time: an hour, or an hour and minutes in four figures.
  private func hours(_ number: Int, _ figures: Int, _ found: inout Found) throws(DateFault) {
    guard let (hour, minute) = DateReader.time(number, figures) else {
      throw DateFault(message: "\"\(number)\" isn't a time. Type one like 14:30.")
    }
    try found.set(hour, minute)
  }

  private static func time(_ number: Int, _ figures: Int) -> (Int, Int)? {
    let (hour, minute) = figures > 2 ? (number / 100, number % 100) : (number, 0)
    return (0...23).contains(hour) && (0...59).contains(minute) && figures <= 4
      ? (hour, minute) : nil
  }

  /// `half past 9`, `quarter to ten`, `20 past 9`.
  private func past(
    _ pieces: [DatePiece], _ at: Int, _ found: inout Found
  ) throws(DateFault) -> Int? {
    var minutes: Int
    switch pieces[at] {
    case .word(.half): minutes = 30
    case .word(.quarter): minutes = 15
    default:
      guard let (number, _) = DateReader.number(pieces[at]), number < 60 else { return nil }
      minutes = number
    }
    var next = at + 1
    if next < pieces.count, pieces[next] == .word(.minutes(1)) { next += 1 }
    guard next + 1 < pieces.count, pieces[next] == .word(.past) || pieces[next] == .word(.to),
      let (hour, figures) = DateReader.number(pieces[next + 1]), hour <= 23, figures <= 2
    else { return nil }
    var total = hour * 60 + minutes
    if pieces[next] == .word(.to) {
      if case .number = pieces[at], next == at + 1, minutes <= 12, hour <= 12 {
        if next + 2 < pieces.count, DateReader.isUnit(pieces[next + 2]) {
          throw DateFault(message: DateReader.oneNumber)
        }
        let time = "\((hour + 11) % 12 == 0 ? 12 : (hour + 11) % 12):\(60 - minutes)"
        throw DateFault(
          message: "\"\(minutes) to \(hour)\" could be \(time), or from \(minutes) to \(hour). "
            + "Type just when it starts, like \(time).")
      }
      // A quarter to one is nearly one in the afternoon, and not in the night.
      total = ((hour == 1 ? 13 : hour) * 60 - minutes + 1440) % 1440
    }
    minutes = total % 60
    try found.set(total / 60, minutes)
    (found.isSure, found.isSpoken) = (hour > 12, hour <= 12)
    var taken = next + 2 - at
    if next + 2 < pieces.count, case .word(let word) = pieces[next + 2] {
      if try half(word, &found) || word == .oclock { taken += 1 }
    }
    return taken
  }

  /// A number in figures or in words.
  static func number(_ piece: DatePiece) -> (value: Int, figures: Int)? {
    switch piece {
    case .number(let value, let figures): (value, figures)
    case .word(.number(let value)): (value, value > 9 ? 2 : 1)
    default: nil
    }
  }

  /// A number at the end or the beginning that can only be a time: `1 dec 1430`, `14.30 1 dec`.
  private func loose(
    _ rest: [DatePiece]
  ) throws(DateFault) -> (time: (hour: Int, minute: Int, figures: Int), rest: [DatePiece])? {
    if let pair = loosePair(rest) { return pair }
    for isLast in [true, false] {
      guard let piece = isLast ? rest.last : rest.first else { return nil }
      let others = isLast ? Array(rest.dropLast()) : Array(rest.dropFirst())
      // In front, a figure leaves no doubt only when the year behind is written out.
      let days = DayReader(now: now, direction: direction, isTimed: isLast)
      let day: DayReader.Found? = others.isEmpty ? .init(now.day) : try? days.day(others)
      guard let day else { continue }
      switch piece {
      case .dotted(let hour, let minute, let isTime):
        if isTime, (0...23).contains(hour), (0...59).contains(minute) {
          return ((hour, minute, hour < 10 ? 3 : 4), others)
        }
      case .number(let number, let figures):
        if figures == 6, !others.isEmpty, number % 100 < 60 {
          if let time = DateReader.time(number / 100, 4) { return ((time.0, time.1, 4), others) }
        } else if figures == 4 || figures == 3, !others.isEmpty || figures == 4 && number < 1000 {
          if let time = DateReader.time(number, figures) {
            return ((time.0, time.1, figures), others)
          }
        } else if figures <= 2, !others.isEmpty {
          if day.isWhole, let time = DateReader.time(number, figures) {
            return ((time.0, time.1, figures), others)
          }
          if isLast, others.count > 1 {
            let date = day.day.brief
            let hour = number < 24 ? ", or \(date) at \(padded(number, 2)):00" : ""
            throw DateFault(
              message: "\"\(number)\" could be a year or an hour. Type \(date) "
                + "\(2000 + number)\(hour).")
          }
        }
      default: break
      }
    }
    return nil
  }

  /// Puts the parts of the day and the offset in their place, and says what was guessed.
  private func settle(_ reading: inout DateReading, _ found: Found) throws(DateFault) {
    reading.remarks += found.remarks
    if let part = found.part {
      if let hour = reading.hour {
        try place(hour, in: part, isFixed: found.isFixed, &reading)
      } else {
        reading.hour = part.hour
        reading.remarks.append("\(part.name) is read as \(padded(part.hour, 2)):00")
      }
    } else if let hour = reading.hour, (1...6).contains(hour), !found.isSure {
      let minutes = reading.minute == 0 ? "" : ":\(padded(reading.minute, 2))"
      if found.isSpoken {
        reading.hour = hour + 12
        reading.remarks.append("read as the afternoon; for the morning, type \(hour)\(minutes) am")
      } else {
        reading.remarks.append(
          "read as the early morning; for the afternoon, type \(hour)\(minutes) pm")
      }
    }
    if let offset = found.offset {
      guard let hour = reading.hour else {
        throw DateFault(message: "A UTC offset needs a time, as in 10:00 UTC.")
      }
      let there = Zone.fixed(offset).moment(reading.day, hour: hour, minute: reading.minute)
      let here = there.seen(in: now.zone)
      reading.instant = here
      (reading.day, reading.hour, reading.minute) = (here.day, here.hour, here.minute)
    }
  }
}
