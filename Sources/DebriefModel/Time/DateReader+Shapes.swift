/// What the numbers of a date are by where they stand.
extension DateReader {
  /// Makes a length of what looks like a time: `in 1h30`, `1:30 ago`.
  static func lengths(_ pieces: [DatePiece]) -> [DatePiece] {
    var pieces = pieces
    guard let at = pieces.firstIndex(where: { if case .clock = $0 { true } else { false } }),
      case .clock(let hours, let minutes, _) = pieces[at],
      at > 0 && pieces[at - 1] == .word(.within)
        || at + 1 < pieces.count && pieces[at + 1] == .word(.ago)
    else { return pieces }
    let total = hours * 60 + minutes
    pieces.replaceSubrange(at...at, with: [.number(total, figures: 1), .word(.minutes(1))])
    return pieces
  }

  /// Whether a text ends in two numbers with a dash or a "to" between them, such as `10-11am`: a pair of hours,
  /// of which the second would be taken for a year.
  static func endsInRange(_ text: String) -> Bool {
    var words = text.lowercased().map { "–—−".contains($0) ? "-" : $0 }.reduce(into: "") {
      $0.append($1)
    }.replacing(" to ", with: "-")
    while words.contains(" -") || words.contains("- ") {
      words = words.replacing(" -", with: "-").replacing("- ", with: "-")
    }
    let parts = words.split(separator: " ")
    // `10-11 am` is one word more.
    let isApart = ["am", "pm", "a.m.", "p.m.", "h"].contains(parts.last ?? "")
    guard var last = (isApart ? parts.dropLast() : parts[...]).last else { return false }
    for ending in ["am", "pm", "h"] where last.hasSuffix(ending) {
      last = last.dropLast(ending.count)
    }
    let numbers = last.split(separator: "-", omittingEmptySubsequences: false)
    return numbers.count == 2
      && numbers.allSatisfy { (Int($0).map { (0...31).contains($0) } ?? false) && $0.count <= 2 }
  }

  /// Whether two numbers with a dash between them stand somewhere before the end, such as `4-5 nov 2026`:
  /// one of them would be taken for an hour.
  static func isRangeOfDays(_ text: String) -> Bool {
    let words = text.split { $0 == " " || $0 == "," }
    return words.dropLast().contains { word in
      let numbers = word.split(omittingEmptySubsequences: false) {
        "-\u{2013}\u{2014}\u{2212}".contains($0)
      }
      return numbers.count == 2
        && numbers.allSatisfy { $0.count <= 2 && (Int($0).map { (1...31).contains($0) } ?? false) }
    }
  }

  /// Why a text with a pair of numbers such as `10-11` is no time, or `2-3 days ago` no day; nil when there
  /// is no such pair. A second number above 24 can only be minutes.
  static func rangeOfHours(_ text: String) -> String? {
    var words = String(text.lowercased().map { "\u{2013}\u{2014}\u{2212}".contains($0) ? "-" : $0 })
    while words.contains(" -") || words.contains("- ") {
      words = words.replacing(" -", with: "-").replacing("- ", with: "-")
    }
    let parts = words.split { $0 == " " || $0 == "," }
    guard parts.count > 1 else { return nil }
    func hour(_ text: Substring) -> Int? {
      var text = text
      for ending in ["am", "pm", "a", "p", "h"] where text.hasSuffix(ending) {
        text = text.dropLast(ending.count)
        break
      }
      let figures = text.split(separator: ".", omittingEmptySubsequences: false)
      guard figures.count <= 2, figures.allSatisfy({ (1...2).contains($0.count) }),
        figures.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isWholeNumber } })
      else { return nil }
      return figures.first.flatMap { Int($0) }
    }
    for (place, word) in parts.enumerated() {
      let pair = word.split(separator: "-", omittingEmptySubsequences: false)
      guard pair.count == 2, let from = hour(pair[0]), let to = hour(pair[1]), from <= 24, to <= 24
      else { continue }
      if place + 1 < parts.count {
        let next = DateTable.word(String(parts[place + 1]))
        if let next, isUnit(.word(next)) { return oneNumber }
        if case .month? = next { return nil }
      }
      if place > 0, case .month? = DateTable.word(String(parts[place - 1])) { return nil }
      return "That's a range of times. Type just the start, like 1 dec 14:30."
    }
    return nil
  }

  /// Why `3/4 dec` is no day: beside a month, both are days of it. Nil when there is nothing of the kind.
  static func twoDays(_ text: String) -> String? {
    let words = text.lowercased().split { $0 == " " || $0 == "," }
    guard words.contains(where: { DateTable.month(String($0)) != nil }) else { return nil }
    let isPair = words.contains { word in
      let numbers = word.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      return numbers.count == 2 && numbers.allSatisfy { (1...31).contains($0 ?? 0) }
    }
    return isPair ? "That names two days. Type just one of them." : nil
  }

  /// Why parts that are all words of dates name no day, where there is more to say than that.
  static func fault(of pieces: [DatePiece]) -> DateFault? {
    let pieces = pieces.filter { $0 != .word(.filler) }
    var hasMonth = false
    var others: [DatePiece] = []
    for piece in pieces {
      switch piece {
      case .word(.month): hasMonth = true
      case .number(1900...2199, figures: 4), .year: break
      default: others.append(piece)
      }
    }
    if others.isEmpty {
      return hasMonth
        ? .wholeMonth
        : DateFault(message: "That's a whole year. Type the day, too, like 3 mar 2026.")
    }
    if others.contains(.word(.days(7))), hasMonth {
      return DateFault(message: "That's a whole week. Type one day in it, like 3 mar.")
    }
    if pieces.first == .word(.days(7)), pieces.count > 1, number(pieces[1]) != nil {
      return .weekAlone
    }
    if others.contains(where: { $0 == .word(.am) || $0 == .word(.pm) }),
      !pieces.contains(where: { number($0) != nil })
    {
      return DateFault(message: "Type the hour, too, like 2 pm.")
    }
    if let half = pieces.firstIndex(of: .word(.half)), half + 1 < pieces.count,
      let (hour, _) = number(pieces[half + 1]), (1...12).contains(hour)
    {
      let before = hour == 1 ? 12 : hour - 1
      return DateFault(
        message: "\"Half \(hour)\" is \(hour):30 to some and \(before):30 to others. Type the time "
          + "in numbers.")
    }
    if pieces.count == 2, number(pieces[0]) != nil, isUnit(pieces[1]) {
      return DateFault(
        message: "Is that in the future or in the past? Type “in 3 days” or “3 days ago”.")
    }
    return nil
  }

  /// What is said of `2-3 days ago`.
  static let oneNumber = "Type just one number, like 3 days ago."

  /// Whether a part is what time is counted in.
  static func isUnit(_ piece: DatePiece) -> Bool {
    switch piece {
    case .word(.days), .word(.months), .word(.minutes): true
    default: false
    }
  }

  /// The minutes that two figures at a place are; nil when a month or a year makes a day of them.
  static func minutes(_ pieces: [DatePiece], _ at: Int) -> Int? {
    guard at < pieces.count, case .number(let minutes, figures: 2) = pieces[at],
      (0...59).contains(minutes)
    else { return nil }
    if at + 1 < pieces.count, case .word(.month) = pieces[at + 1] { return nil }
    return minutes
  }

  /// An hour and minutes with a blank between them, last or first: `1 dec 9 30`, `14 30 tomorrow`. Nobody
  /// writes a year and an hour so; where the first can't be an hour, it is the year.
  func loosePair(
    _ rest: [DatePiece]
  ) -> (time: (hour: Int, minute: Int, figures: Int), rest: [DatePiece])? {
    for isLast in [true, false] where rest.count > 2 {
      let pair = Array(isLast ? rest.suffix(2) : rest.prefix(2))
      let others = Array(isLast ? rest.dropLast(2) : rest.dropFirst(2))
      guard case .number(let hour, let figures) = pair[0], figures <= 2, hour <= 23,
        let minute = DateReader.minutes(pair, 1),
        (try? DayReader(now: now, direction: direction, isTimed: true).day(others)) != nil
      else { continue }
      return ((hour, minute, figures == 1 ? 3 : 4), others)
    }
    return nil
  }

  /// Puts an hour into the part of the day that is named with it; those that don't go together are asked
  /// about. The small hours of a night are already those of the next day.
  func place(
    _ hour: Int, in part: DateTable.Part, isFixed: Bool, _ reading: inout DateReading
  ) throws(DateFault) {
    let isFixed = isFixed || hour > 12 || hour == 0
    let hours = (isFixed ? [hour] : [hour, hour % 12 + 12]).filter { part.span.contains($0) }
    let late = [hour % 12 + 24].filter { part.span.contains($0) && (!isFixed || hour < 12) }
    guard let found = hours.last ?? late.first else {
      let time = isFixed ? "\(padded(hour, 2)):\(padded(reading.minute, 2))" : "\(hour)"
      throw DateFault(
        message: "\"\(time)\" and \"\(part.name)\" don't go together. Type the time alone, "
          + "like 9:00 or 21:00.")
    }
    reading.hour = found % 24
    guard found > 23 else { return }
    reading.day = reading.day.adding(days: 1)
    reading.remarks.removeAll { $0 == Self.midnight }
    let time = "\(padded(found % 24, 2)):\(padded(reading.minute, 2))"
    reading.remarks.append("read as \(time) on \(reading.day.dated)")
  }
}
