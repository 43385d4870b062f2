/// Why a text that looks like a date is none, in one sentence.
struct DateFault: Error, Equatable {
  var message: String

  static let wholeMonth = DateFault(
    message: "That's a whole month. Type the day, too, like 3 mar 2026.")
  static let weekAlone = DateFault(message: "Type a week with its year, like 2026-W50.")
}

/// A part of a date as it stands in the text.
enum DatePiece: Hashable, Sendable {
  case word(DateTable.Word)
  /// A number in figures, and how many of them.
  case number(Int, figures: Int)
  case year(Int)
  /// A time with minutes; whether its hour is written with two figures.
  case clock(Int, Int, isFull: Bool)
  /// `9.3` or `14.30`: a day and a month, or a time where the minutes have two figures.
  case dotted(Int, Int, isTime: Bool)
  case day(Day)
  /// The Monday of a week that was named by its number alone.
  case week(Day)
  case dayMonth(Int, Int)
  /// Minutes east of Greenwich.
  case offset(Int)

  /// The parts of a text; nil when there is a word in it that no date has. In prose, a misspelled word is
  /// another word.
  static func all(_ text: String, isProse: Bool = false) throws(DateFault) -> [DatePiece]? {
    var pieces: [DatePiece] = []
    for chunk in plain(text).split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      guard let found = try DateChunk(chunk, isProse: isProse).pieces() else { return nil }
      pieces += found
    }
    return joined(pieces)
  }

  /// Puts `twenty` and `third` together, and `end of day`.
  private static func joined(_ pieces: [DatePiece]) -> [DatePiece] {
    var joined: [DatePiece] = []
    for piece in pieces {
      if case .word(.number(let tens))? = joined.last, tens >= 20, tens % 10 == 0 {
        switch piece {
        case .word(.number(let ones)) where (1...9).contains(ones):
          joined[joined.count - 1] = .word(.number(tens + ones))
          continue
        case .word(.ordinal(let ones)) where (1...9).contains(ones):
          joined[joined.count - 1] = .word(.ordinal(tens + ones))
          continue
        default: break
        }
      }
      // The end of the day is an hour; the end of a week is a day.
      if piece == .word(.days(1)), let edge = joined.lastIndex(where: { $0 != .word(.filler) }),
        joined[edge] == .word(.edge(.end)), let end = DateTable.word("eod")
      {
        joined.replaceSubrange(edge..., with: [.word(end)])
        continue
      }
      // The last of a month is its end; the last month is another one.
      if joined.last == .word(.filler),
        joined.dropLast().last(where: { $0 != .word(.filler) }) == .word(.last),
        joined.count > 1, isMonth(piece), let last = joined.lastIndex(of: .word(.last))
      {
        joined[last] = .word(.edge(.end))
      }
      joined.append(piece)
    }
    return joined
  }

  private static func isMonth(_ piece: DatePiece) -> Bool {
    switch piece {
    case .word(.month), .word(.months(1)), .word(.months(12)): true
    default: false
    }
  }

  /// Words of the remarks behind an echo.
  private static let echoes = [
    " there", "read as", "the last one", "the next one", "the clocks ", "the calendar ",
    "midnight at the start", "still ahead", "counted from ", "for the one ",
    "the monday of that week",
  ]

  /// In small letters, with plain signs, without what is said in brackets behind an echo.
  private static func plain(_ text: String) -> String {
    var text = text.lowercased()
    if let bracket = text.firstIndex(of: "("), text.last == ")" {
      // What an echo adds says nothing new; what somebody typed there is read like the rest.
      let inside = String(text[bracket...].dropFirst().dropLast())
      let isEcho = echoes.contains { inside.contains($0) }
      text = String(text[..<bracket]) + (isEcho ? "" : " \(inside)")
    }
    for (from, to) in [
      ("no time noted", ""), ("\u{2019}", "'"), (" o clock", " o'clock"), ("\u{2212}", "-"),
      ("\u{2013}", "-"),
      ("\u{2011}", "-"), ("a.m.", "am"), ("p.m.", "pm"), ("a.m", "am"), ("p.m", "pm"), ("@", " @ "),
    ] where text.contains(from) {
      text = text.split(separator: from, omittingEmptySubsequences: false).joined(separator: to)
    }
    return text
  }
}

/// What stands between two blanks: figures with signs between them. The shape of it, with a 9 for each
/// number, says what it is.
private struct DateChunk {
  private let text: Substring
  private var numbers: [(value: Int, figures: Int)] = []
  private var shape = ""
  private let isProse: Bool

  init(_ text: Substring, isProse: Bool) {
    self.text = text
    self.isProse = isProse
    var figures = ""
    func isFigure(_ character: Character) -> Bool { character.isASCII && character.isWholeNumber }
    for character in text + " " {
      if isFigure(character) {
        figures.append(character)
        continue
      }
      if !figures.isEmpty {
        numbers.append((Int(figures) ?? Int.max, figures.count))
        shape += "9"
        figures = ""
      }
      if character != " " { shape.append(character) }
    }
  }

  private func value(_ place: Int) -> Int { numbers[place].value }

  func pieces() throws(DateFault) -> [DatePiece]? {
    if numbers.isEmpty { return try words() }
    switch shape {
    case "9": return try [number()]
    case "9.", "9st", "9nd", "9rd", "9th": return [.word(.ordinal(value(0)))]
    case "'9": return [.year(century(value(0)))]
    case "9am", "9a", "9pm", "9p":
      return [
        .number(value(0), figures: numbers[0].figures), .word(shape.contains("a") ? .am : .pm),
      ]
    case "9m":
      throw DateFault(
        message: "In \"\(text)\", m could be minutes or months. Type min or month after the number."
      )
    case "+9d", "+9w", "-9d", "-9w":
      let count = DatePiece.number(value(0), figures: numbers[0].figures)
      let unit = DatePiece.word(.days(shape.hasSuffix("d") ? 1 : 7))
      return shape.first == "+" ? [.word(.within), count, unit] : [count, unit, .word(.ago)]
    case "9h", "9hr", "9hrs":
      return [.number(value(0), figures: numbers[0].figures), .word(.hourSign)]
    case "9:9", "9:9:9", "9:9h", "9:9hrs", "9h9", "9h9m", "9:9:9.9": return try [clock()]
    case "9:9am", "9:9pm", "9:9a", "9:9p", "9:9:9am", "9:9:9pm": return try [clock(), .word(half)]
    case "9.9am", "9.9pm": return try [clock(), .word(half)]
    case "9.9": return [.dotted(value(0), value(1), isTime: numbers[1].figures == 2)]
    case "9.9.": return [.dayMonth(value(0), value(1))]
    case "9-9-9", "9/9/9", "9.9.9", "9.9.9.": return try [figures()]
    case "9/9" where numbers[1].figures == 4,
      "9-9" where numbers[0].figures == 4 && numbers[1].figures < 3:
      throw DateFault.wholeMonth
    case "9/9": return try [.dayMonth(sorted().day, sorted().month)]
    case "w9", "kw9", "cw9", "wk9": throw DateFault.weekAlone
    case "9-w9-9", "9-w9", "9w9":
      return week().map { numbers.count == 2 && numbers[1].figures < 3 ? [.week($0)] : [.day($0)] }
    case "+9:9", "+9", "-9:9", "-9", "utc+9", "utc-9", "gmt+9", "gmt-9", "utc+9:9", "utc-9:9",
      "gmt+9:9", "gmt-9:9":
      return offset().map { [.offset($0)] }
    default: return try parts()
    }
  }

  private var half: DateTable.Word { shape.contains("a") ? .am : .pm }

  /// A number alone; eight figures are a date.
  private func number() throws(DateFault) -> DatePiece {
    let number = value(0)
    guard numbers[0].figures == 8, (1900...2199).contains(number / 10000) else {
      return .number(number, figures: numbers[0].figures)
    }
    return .day(try Day.checked(number / 10000, number / 100 % 100, number % 100))
  }

  private func clock() throws(DateFault) -> DatePiece {
    guard (0...23).contains(value(0)), (0...59).contains(value(1)), numbers[0].figures <= 2,
      numbers[1].figures == 2, numbers.count < 3 || (0...60).contains(value(2))
    else { throw DateFault(message: "\"\(text)\" isn't a time. Type one like 14:30.") }
    return .clock(value(0), value(1), isFull: numbers[0].figures == 2)
  }

  /// A date in figures with its year.
  private func figures() throws(DateFault) -> DatePiece {
    if numbers[0].figures == 4 { return .day(try Day.checked(value(0), value(1), value(2))) }
    let (day, month) = shape.contains(".") ? (value(0), value(1)) : try sorted()
    guard numbers[2].figures == 2 || numbers[2].figures == 4 else {
      throw DateFault(message: "\"\(text)\" isn't a date. Type \(DateWords.expected).")
    }
    let year = numbers[2].figures == 2 ? century(value(2)) : value(2)
    return .day(try Day.checked(year, month, day))
  }

  /// Day and month of figures where either may stand first.
  private func sorted() throws(DateFault) -> (day: Int, month: Int) {
    if let sentence = DateWords.ambiguity(String(text)) { throw DateFault(message: sentence) }
    return value(1) > 12 ? (value(1), value(0)) : (value(0), value(1))
  }

  /// The year that two figures mean.
  private func century(_ year: Int) -> Int {
    year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year
  }

  /// A week by its number (ISO 8601), and the day in it; Monday when none is named.
  private func week() -> Day? {
    guard numbers[0].figures == 4, let january = Day(value(0), 1, 4) else { return nil }
    var (week, weekday) = (value(1), numbers.count > 2 ? value(2) : 1)
    if numbers.count == 2, numbers[1].figures == 3 { (week, weekday) = (week / 10, week % 10) }
    guard (1...53).contains(week), (1...7).contains(weekday) else { return nil }
    let monday = january.adding(days: 1 - january.weekday + (week - 1) * 7)
    // Only a year that ends late has a week 53: its Thursday is still in the year.
    guard monday.adding(days: 3).year == value(0) else { return nil }
    return monday.adding(days: weekday - 1)
  }

  private func offset() -> Int? {
    var (hours, minutes) = (value(0), numbers.count > 1 ? value(1) : 0)
    if numbers.count == 1, numbers[0].figures == 4 { (hours, minutes) = (hours / 100, hours % 100) }
    guard hours <= 15, minutes <= 59 else { return nil }
    return (hours * 60 + minutes) * (shape.contains("-") ? -1 : 1)
  }

  private func words() throws(DateFault) -> [DatePiece]? {
    if let word = DateTable.word(String(text)) { return [.word(word)] }
    if let words = DateTable.compounds[String(text)] { return words.map { .word($0) } }
    guard text.contains("-") else {
      return isProse ? nil : try DateTable.misspelled(String(text)).map { [.word($0)] }
    }
    return try each(text.split(separator: "-"))
  }

  /// `2026-12-03T10:00-05:00`, `1dec`, `9-mar-2026`: cut where letters meet figures, then read piece by
  /// piece.
  private func parts() throws(DateFault) -> [DatePiece]? {
    // `tomorrow -2h` takes something away, and is no hour.
    if shape.hasPrefix("-9") || shape.hasPrefix("+9") { return nil }
    if let cut = text.firstIndex(of: "t"), cut > text.startIndex,
      text[text.index(before: cut)].isWholeNumber, text.index(after: cut) < text.endIndex,
      text[text.index(after: cut)].isWholeNumber
    {
      return try each([text[..<cut]] + zoned(text[text.index(after: cut)...]))
    }
    if shape.hasPrefix("9:9") {
      let split = zoned(text)
      // `9:00-10:00` is from when to when; `10:00-05:00` ends before it begins: a distance from UTC.
      if split.count > 1, split[1].first == "-", numbers.count == 4,
        (value(0), value(1)) < (value(2), value(3))
      {
        throw DateFault(message: "\"\(text)\" is a length of time. Type when it starts.")
      }
      return split.count > 1 ? try each(split) : nil
    }
    var cut: [Substring] = []
    for part in text.split(whereSeparator: { "-/.".contains($0) }) {
      var from = part.startIndex
      var at = from
      while at < part.endIndex {
        let next = part.index(after: at)
        if next < part.endIndex, part[at].isWholeNumber != part[next].isWholeNumber,
          !["st", "nd", "rd", "th"].contains(part[next...].prefix(2))
        {
          cut.append(part[from..<next])
          from = next
        }
        at = next
      }
      cut.append(part[from...])
    }
    return cut.count > 1 ? try each(cut) : nil
  }

  /// A time and the offset behind it.
  private func zoned(_ time: Substring) -> [Substring] {
    if time.last == "z" { return [time.dropLast(), "z"] }
    guard let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return [time] }
    return [time[..<sign], time[sign...]]
  }

  private func each(_ chunks: [Substring]) throws(DateFault) -> [DatePiece]? {
    var pieces: [DatePiece] = []
    for chunk in chunks {
      guard chunk != text, let found = try DateChunk(chunk, isProse: isProse).pieces() else {
        return nil
      }
      pieces += found
    }
    return pieces
  }
}
