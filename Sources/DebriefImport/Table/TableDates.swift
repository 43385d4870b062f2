import DebriefModel

/// Which part of a date in figures is which.
public enum DateOrder: String, Hashable, Sendable, CaseIterable {
  case dmy, mdy, ymd
}

/// Reads the dates of a column. In which order their parts stand is told from the column as a whole: a
/// part above 12 is no month.
struct TableDates {
  /// What the dates of one column have shown so far.
  private struct Votes {
    var order: [DateOrder: Int] = [:]
    /// Dates that could be two days.
    var open = 0
    /// Of those, how often only this order puts none in the future.
    var past: [DateOrder: Int] = [:]
  }

  private let now: Moment
  private var votes: [Int: Votes] = [:]
  private var orders: [Int: DateOrder] = [:]
  /// A date that could be two days, for the question.
  private var example = ""
  /// The same of each column, with what told its order there.
  private var open: [Int: String] = [:]
  private var sides: [Int: Side] = [:]

  /// What told the order of a column whose own dates leave it open.
  private enum Side { case others, past }

  /// - Parameter told: The order the person names.
  init(now: Moment, told: DateOrder? = nil) {
    self.now = now
    self.told = told
  }
  private let told: DateOrder?

  // MARK: Looking

  /// Looks at a date of a column; `isPast` says that it cannot lie ahead.
  mutating func look(at text: String, column: Int, isPast: Bool) {
    guard told == nil, let (a, b, c, _) = TableDates.figures(TableDates.plain(text)) else { return }
    // What is a date in no order, such as 32.13.2026, says nothing about the others.
    guard DateOrder.allCases.contains(where: { TableDates.day(a, b, c, $0) != nil }) else { return }
    var mine = votes[column] ?? Votes()
    defer { votes[column] = mine }
    if a.count == 4 { return }
    let (first, second, third) = (Int(a) ?? 0, Int(b) ?? 0, Int(c) ?? 0)
    if first > 31
      || (first > 12 && c.count < 4 && !TableDates.isNear(third, now)
        && TableDates.isNear(first, now))
    {
      mine.order[.ymd, default: 0] += 1
    } else if first > 12 {
      mine.order[.dmy, default: 0] += 1
    } else if second > 12 {
      mine.order[.mdy, default: 0] += 1
    } else if text.contains(".") {
      // With full stops the day comes first wherever dates are written so.
      mine.order[.dmy, default: 0] += 1
    } else if first != second {
      mine.open += 1
      if open[column] == nil { open[column] = "\(a)/\(b)/\(c)" }
      if example.isEmpty { example = "\(a)/\(b)/\(c)" }
      if isPast {
        let days = [DateOrder.dmy, .mdy].map { TableDates.day(a, b, c, $0) }
        let ahead = days.map { $0.map { $0 > now.day } ?? true }
        if ahead[0] != ahead[1] { mine.past[ahead[0] ? .mdy : .dmy, default: 0] += 1 }
      }
    }
  }

  /// Decides the order of each column.
  ///
  /// - Throws: ``ImportFault`` of the kind `dates` where one cannot be told.
  mutating func decide() throws(ImportFault) {
    var sum = Votes()
    for (_, it) in votes {
      sum.order.merge(it.order, uniquingKeysWith: +)
      sum.past.merge(it.past, uniquingKeysWith: +)
      sum.open += it.open
    }
    for (column, it) in votes {
      if let own = only(it.order) {
        orders[column] = own
      } else if let others = only(sum.order) {
        (orders[column], sides[column]) = (others, .others)
      } else if it.order.isEmpty, let past = only(it.past) ?? only(sum.past) {
        (orders[column], sides[column]) = (past, .past)
      }
      guard orders[column] == nil, it.open > 0 || it.order.count > 1 else { continue }
      let ways = TableDates.ways(example.isEmpty ? "03/04/2026" : example)
      throw ImportFault(
        .dates,
        it.order.count > 1
          ? "Some dates have the day first and others the month. Say which is meant where it isn't clear: run it again with --dates dmy (day first) or --dates mdy (month first)."
          : "A date like \(example) could be \(ways), and nothing in the file tells which. "
            + "Run it again with --dates dmy (day first) or --dates mdy (month first).")
    }
  }

  /// What is open to doubt about the columns, each in a sentence: where the order was told from elsewhere, and
  /// where two columns have it otherwise.
  ///
  /// - Parameter headings: Those of the columns.
  func doubts(_ headings: [String]) -> [String] {
    func heading(_ at: Int) -> String { at < headings.count ? headings[at] : "a column" }
    func first(_ order: DateOrder) -> String { order == .dmy ? "day" : "month" }
    var result: [String] = []
    for (at, side) in sides.sorted(by: { $0.key < $1.key }) {
      guard let order = orders[at], order != .ymd, let date = open[at] else { continue }
      let why =
        side == .past
        ? "because otherwise some dates would be in the future" : "as in the other dates here"
      result.append(
        "\(heading(at)): a date like \(date) is read with the \(first(order)) first, \(why). "
          + "debrief import --dates \(order == .dmy ? "mdy" : "dmy") reads it the other way.")
    }
    let own = orders.filter { sides[$0.key] == nil && $0.value != .ymd }.sorted { $0.key < $1.key }
    if let one = own.first, let other = own.first(where: { $0.value != one.value }) {
      result.append(
        "\(heading(one.key)) has the \(first(one.value)) first, and \(heading(other.key)) the "
          + "\(first(other.value)). Each is read its own way.")
    }
    return result
  }

  private func only(_ votes: [DateOrder: Int]) -> DateOrder? {
    votes.count == 1 ? votes.keys.first : nil
  }

  private static func ways(_ text: String) -> String {
    guard let (a, b, _, _) = figures(text), let one = Int(a), let two = Int(b),
      (1...12).contains(one), (1...12).contains(two)
    else { return "two days" }
    return "\(one) \(Day.months[two - 1]) or \(two) \(Day.months[one - 1])"
  }

  // MARK: Reading

  /// When something was or is; nil for what is no date.
  func read(_ text: String, column: Int, isRound: Bool = false) -> TalkTime? {
    var text = TableDates.plain(text)
    // A stretch of days begins with the first.
    for sign in [" → ", "→", " – "] {
      if let range = text.firstRange(of: sign) { text = String(text[..<range.lowerBound]).trimmed }
    }
    guard text.utf8.count <= 60, text.utf8.contains(where: { (48...57).contains($0) }) else {
      return nil
    }
    let found =
      serial(text) ?? counted(text) ?? figured(text, column) ?? worded(text, isRound: isRound)
    guard let found, (1990...now.day.year + 3).contains(found.start.day.year) else { return nil }
    return found
  }

  /// The date a text ends with, such as a status: "interview on 2 December". Nil where there is none, and where
  /// it could be two days: nothing in the column tells which.
  func end(of text: String, column: Int) -> TalkTime? {
    let words = text.split(whereSeparator: \.isWhitespace)
    // "5 days ago" was so when it was written.
    guard (2...20).contains(words.count), words.last?.lowercased() != "ago" else { return nil }
    for start in 1..<words.count {
      let rest = words[start...].joined(separator: " ").trimming { "()[],;:-–".contains($0) }
      if rest.contains("/"), TableDates.figures(rest).map({ $0.0.count != 4 }) ?? true { continue }
      if let time = read(rest, column: column, isRound: true) { return time }
    }
    return nil
  }

  /// A day as spreadsheets count them, from 30 December 1899 on.
  private func serial(_ text: String) -> TalkTime? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].count == 5,
      text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
      let days = Int(parts[0]), (32874...73050).contains(days)
    else { return nil }
    let day = Day(number: days - 25569)
    let minutes = parts.count == 2 ? Int(((Double("0." + parts[1]) ?? 0) * 1440).rounded()) : 0
    return TalkTime(
      start: now.at(day, hour: parts.count == 2 ? minutes / 60 % 24 : 12, minute: minutes % 60),
      dayOnly: parts.count == 1)
  }

  /// A moment as programs count it: seconds or milliseconds since 1970.
  private func counted(_ text: String) -> TalkTime? {
    guard text.count == 10 || text.count == 13, let value = Int(text), value > 0 else { return nil }
    let moment = Moment(seconds: text.count == 13 ? value / 1000 : value).seen(in: now.zone)
    return TalkTime(start: moment)
  }

  /// A cell's text in the figures of ours, without the sign that makes a spreadsheet take it for a text.
  private static func plain(_ text: String) -> String {
    let text = ForeignDate.figures(text.trimmed)
    return text.first == "'" || text.first == "’" ? String(text.dropFirst()).trimmed : text
  }

  /// `2-Mar-26` and `Mar/2/2026` with blanks between, and the year in full.
  private static func apart(_ text: String) -> String? {
    let parts = text.split { "-/. ,".contains($0) }.map(String.init)
    guard parts.count == 3, let year = Int(parts[2]), [2, 4].contains(parts[2].count) else {
      return nil
    }
    let isNamed = [parts[0], parts[1]].filter { $0.allSatisfy(\.isLetter) }.count == 1
    guard isNamed, [parts[0], parts[1]].contains(where: { Int($0) != nil && $0.count < 3 }) else {
      return nil
    }
    let full = parts[2].count == 2 ? year + (year < 70 ? 2000 : 1900) : year
    return "\(parts[0]) \(parts[1]) \(full)"
  }

  private func figured(_ text: String, _ column: Int) -> TalkTime? {
    guard let (a, b, c, rest) = TableDates.figures(text) else { return nil }
    let order = a.count == 4 ? .ymd : told ?? orders[column] ?? .dmy
    let wanted = TableDates.day(a, b, c, order)
    // One that can only be the other way round is no doubt.
    let other = order == .ymd ? nil : TableDates.day(a, b, c, order == .dmy ? .mdy : .dmy)
    guard let day = wanted ?? other else { return nil }
    let time = rest.trimming { $0 == "," || $0 == " " || $0 == "T" || $0 == "@" || $0 == "(" }
    if time.isEmpty { return TalkTime(start: now.at(day, hour: 12), dayOnly: true) }
    if let moment = Moment(iso: "\(day)T\(time)", zone: now.zone) {
      let seen = moment.seen(in: now.zone)
      // Midnight is how a program writes a day without a time.
      return time.hasPrefix("00:00")
        ? TalkTime(start: now.at(day, hour: 12), dayOnly: true) : TalkTime(start: seen)
    }
    if let talk = DateWords(now: now, direction: .nearest).talk("\(day) \(time)") { return talk }
    return TalkTime(start: now.at(day, hour: 12), dayOnly: true)
  }

  private func worded(_ text: String, isRound: Bool) -> TalkTime? {
    let words = DateWords(now: now, direction: isRound ? .nearest : .past)
    if let apart = TableDates.apart(text),
      let found = words.talk(apart) ?? words.talk(ForeignDate.english(apart))
    {
      return found
    }
    return words.talk(text) ?? words.talk(ForeignDate.english(text))
  }

  /// The three figures of a date and what follows; nil for what is written otherwise.
  private static func figures(_ text: String) -> (String, String, String, String)? {
    var parts: [String] = []
    var part = ""
    var rest = text[...]
    var sign: Character?
    while let character = rest.first {
      if character.isASCII, character.isNumber {
        part.append(character)
      } else if parts.count < 2, !part.isEmpty, "/-.".contains(character),
        sign ?? character == character
      {
        sign = character
        parts.append(part)
        part = ""
        // `3. 4. 2026`
        if rest.dropFirst().first == " " { rest = rest.dropFirst() }
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    parts.append(part)
    guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) }),
      parts[0].count != 3, parts[1].count <= 2,
      parts[2].count == 2 || parts[2].count == 4 || parts[0].count == 4
    else { return nil }
    return (parts[0], parts[1], parts[2], String(rest))
  }

  private static func day(_ a: String, _ b: String, _ c: String, _ order: DateOrder) -> Day? {
    func year(_ text: String) -> Int? {
      Int(text).map { text.count <= 2 ? $0 + ($0 < 70 ? 2000 : 1900) : $0 }
    }
    guard let one = Int(a), let two = Int(b), let three = Int(c) else { return nil }
    return switch order {
    case .ymd: year(a).flatMap { Day($0, two, three) }
    case .dmy: year(c).flatMap { Day($0, two, one) }
    case .mdy: year(c).flatMap { Day($0, one, two) }
    }
  }

  private static func isNear(_ year: Int, _ now: Moment) -> Bool {
    (now.day.year - 6...now.day.year + 1).contains(year + 2000)
  }
}
