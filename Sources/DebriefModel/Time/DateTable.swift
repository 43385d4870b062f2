/// Every word that dates are written with, and what it means. To teach a word, add it here.
enum DateTable {
  /// What a word stands for.
  enum Word: Hashable, Sendable {
    /// 1 for Monday.
    case weekday(Int)
    /// 1 for January.
    case month(Int)
    /// A number in words; `a` counts as one of something.
    case number(Int), article, half, quarter, couple
    /// The first, the second …
    case ordinal(Int)
    /// A stretch of so many days, months or minutes.
    case days(Int), months(Int), minutes(Int)
    /// A day so many days from today.
    case today(Int)
    /// The start, the middle or the end of a week, a month or a year.
    case edge(Edge)
    /// Saturday and Sunday.
    case weekend
    /// Puts two lengths together: `an hour and a half`.
    case and
    case now
    case last, next, this
    case ago, from, after, before, within, past, to, at
    /// An hour of the clock by name.
    case clock(Int)
    /// Before noon, or after it.
    case am, pm
    /// What follows a full hour: `o'clock`, and the `h` of twenty-four.
    case oclock, hourSign
    /// A part of the day.
    case part(Part)
    /// A word that says nothing of its own.
    case filler
    /// A time zone by its name, which may be one of several.
    case zone
    /// A fixed distance from Greenwich of none.
    case greenwich
  }

  /// Where in a week, a month or a year something lies.
  enum Edge: Hashable, Sendable {
    case start, early, middle, late, end
  }

  /// A part of the day: which hour is taken where none is named, and which hours lie in it; those of the
  /// next day go on from 24.
  struct Part: Hashable, Sendable {
    var name: String
    var hour: Int
    var span: ClosedRange<Int>
  }

  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// `Monday` for 1.
  static func name(_ weekday: Int) -> String {
    let name = weekdays[weekday - 1]
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private static let night = Part(name: "night", hour: 20, span: 17...29)
  private static let tonight = Part(name: "tonight", hour: 20, span: 17...29)

  /// The words that are not numbers, weekdays or months.
  private static let others: [String: Word] = [
    "a": .article, "an": .article, "half": .half, "quarter": .quarter, "couple": .couple,
    "day": .days(1), "days": .days(1), "days'": .days(1), "weeks'": .days(7), "week's": .days(7),
    "week": .days(7), "weeks": .days(7), "wk": .days(7),
    "wks": .days(7), "fortnight": .days(14), "fortnights": .days(14),
    "month": .months(1), "months": .months(1), "year": .months(12), "years": .months(12),
    "d": .days(1), "w": .days(7), "mth": .months(1), "mths": .months(1), "mos": .months(1),
    "y": .months(12), "yr": .months(12), "yrs": .months(12),
    "minute": .minutes(1), "minutes": .minutes(1), "min": .minutes(1), "mins": .minutes(1),
    "hour": .minutes(60), "hours": .minutes(60), "hr": .minutes(60), "hrs": .minutes(60),
    "today": .today(0), "tomorrow": .today(1), "tmrw": .today(1), "tmr": .today(1),
    "tmw": .today(1), "yesterday": .today(-1), "now": .now,
    "last": .last, "previous": .last, "next": .next, "coming": .next, "this": .this,
    "current": .this,
    "ago": .ago, "back": .ago, "from": .from, "after": .after, "before": .before, "in": .within,
    "past": .past,
    "to": .to, "till": .to, "at": .at, "@": .at,
    "noon": .clock(12), "midday": .clock(12), "midnight": .clock(0),
    "am": .am, "pm": .pm, "o'clock": .oclock, "oclock": .oclock, "h": .hourSign,
    "morning": .part(Part(name: "morning", hour: 9, span: 0...11)),
    "morn": .part(Part(name: "morning", hour: 9, span: 0...11)),
    "afternoon": .part(Part(name: "afternoon", hour: 14, span: 12...19)),
    "evening": .part(Part(name: "evening", hour: 18, span: 15...24)),
    "eve": .part(Part(name: "evening", hour: 18, span: 15...24)),
    "night": .part(night), "nite": .part(night), "tonight": .part(tonight),
    "tonite": .part(tonight),
    "lunchtime": .part(Part(name: "lunchtime", hour: 12, span: 11...14)),
    "eod": .part(Part(name: "the end of the day", hour: 17, span: 15...24)),
    "cob": .part(Part(name: "the end of the day", hour: 17, span: 15...24)),
    "start": .edge(.start), "beginning": .edge(.start), "early": .edge(.early),
    "mid": .edge(.middle), "middle": .edge(.middle), "late": .edge(.late), "end": .edge(.end),
    "weekend": .weekend, "and": .and, "&": .and, "by": .filler, "until": .filler,
    "on": .filler, "the": .filler, "of": .filler, "just": .filler, "right": .filler,
    "time": .filler, "around": .filler, "about": .filler, "approx": .filler, "roughly": .filler,
    "sharp": .filler,
    "utc": .greenwich, "gmt": .greenwich, "z": .greenwich,
    "et": .zone, "est": .zone, "edt": .zone, "ct": .zone, "cst": .zone, "cdt": .zone,
    "mt": .zone, "mst": .zone, "mdt": .zone, "pt": .zone, "pst": .zone, "pdt": .zone,
    "cet": .zone, "cest": .zone, "bst": .zone, "ist": .zone, "jst": .zone, "aest": .zone,
    "pacific": .zone, "eastern": .zone, "central": .zone, "mountain": .zone,
    "aedt": .zone, "eet": .zone, "eest": .zone, "msk": .zone, "sgt": .zone, "hkt": .zone,
  ]

  private static let cardinals = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
  ]

  private static let tens = ["twenty", "thirty", "forty", "fifty"]

  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
  ]

  private static let all: [String: Word] = {
    var all = others
    for (number, word) in cardinals.enumerated() { all[word] = .number(number) }
    for (place, word) in ordinals.enumerated() { all[word] = .ordinal(place + 1) }
    all["thirtieth"] = .ordinal(30)
    for (place, name) in tens.enumerated() {
      all[name] = .number(place * 10 + 20)
      for ones in 1...9 {
        all["\(name)-\(ordinals[ones - 1])"] = .ordinal(place * 10 + 20 + ones)
        all["\(name)-\(cardinals[ones])"] = .number(place * 10 + 20 + ones)
      }
    }
    return all
  }()

  /// Short words for more than one, such as the end of the month.
  static let compounds: [String: [Word]] = [
    "eow": [.edge(.end), .days(7)], "eom": [.edge(.end), .months(1)],
    "eoy": [.edge(.end), .months(12)],
  ]

  /// What a word in small letters stands for; weekdays and months also by their beginnings.
  static func word(_ text: String) -> Word? {
    if let word = all[text] { return word }
    if let day = weekday(text) { return .weekday(day) }
    return month(text).map { .month($0) }
  }

  /// The words that are worth a second look when one is misspelled: long enough to be told apart.
  private static let longWords: [String] =
    weekdays + Day.months.map { $0.lowercased() }.filter { $0.count >= 5 } + [
      "today", "tomorrow", "yesterday", "tonight", "morning", "afternoon", "evening", "midnight",
      "fortnight", "weekend",
    ]

  /// What a misspelled word in small letters stands for: `wensday`, `febuary`. A word that is as near to
  /// another one is asked about.
  static func misspelled(_ text: String) throws(DateFault) -> Word? {
    let letters = Array(text.utf8)
    guard (5...12).contains(letters.count),
      letters.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
    else { return nil }
    var nearest = letters.count >= 7 ? 2 : 1
    var found: [String] = []
    for word in longWords {
      let other = Array(word.utf8)
      // "Mondays" are many days, and not one.
      if letters == other + [UInt8(ascii: "s")] { return nil }
      let steps = EditDistance.between(letters, other)
      guard steps <= nearest, steps < 2 || letters[0] == other[0] else { continue }
      if steps < nearest { found = [] }
      (nearest, found) = (steps, found + [word])
    }
    if found.count > 1 {
      let names = found.map {
        weekdays.contains($0) ? $0.prefix(1).uppercased() + $0.dropFirst() : $0
      }
      throw DateFault(
        message: "\"\(text)\" could be \(names.joined(separator: " or ")). Check the spelling.")
    }
    return found.first.flatMap { word($0) }
  }

  /// 1 for Monday, by the name or its first letters.
  static func weekday(_ word: String) -> Int? {
    if word == "weds" { return 3 }
    guard word.count >= 2 else { return nil }
    let plain = word.hasSuffix(".") ? String(word.dropLast()) : word
    return weekdays.firstIndex { $0.hasPrefix(plain) }.map { $0 + 1 }
  }

  /// 1 for January, by the name or at least three of its first letters.
  static func month(_ word: String) -> Int? {
    let plain = word.hasSuffix(".") ? String(word.dropLast()) : word
    guard plain.count >= 3 else { return nil }
    return Day.months.firstIndex { $0.lowercased().hasPrefix(plain) }.map { $0 + 1 }
  }
}
