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

/// Reads dates and times as people type them, and as this program prints them: `today`, `fri`, `3 mar`,
/// `March 3, 2026 2:30 PM`, `two weeks ago`, `next tue at noon`, `24/11/2026`, `in 2 hours`, ISO 8601.
///
/// The words are in ``DateTable``; ``DatePiece`` cuts a text into them, ``DateReader`` takes out the time
/// and ``DayReader`` reads the day.
public struct DateWords: Sendable {
  /// Which way a date without a year or a bare weekday points.
  public enum Direction: Hashable, Sendable {
    case past, future
    /// The first day of that name from a day on, which may itself lie back: by when an offer wants its
    /// answer, seen from the day it was made. Words that count, such as `in 2 weeks`, count from today.
    case from(Day)
    /// The day of that name that was last, or one of the next weeks that is nearer: a talk that was,
    /// or one that is booked.
    case nearest
  }

  /// What was expected, for the sentence that refuses.
  public static let expected =
    "a date like today, yesterday, fri, 3 mar, 3 mar 2026, 2 days ago, or 2026-03-09"

  /// How many days ahead a bare date of the next year is still taken for one that is booked: the other one
  /// it could be lies nine months back.
  static let bookedAhead = 95
  /// Up to how many days from now a date without a year is in no doubt.
  static let sureFor = 45

  private let now: Moment
  private let direction: Direction
  private let isProse: Bool

  /// Reads relative to a moment, in its zone. What was typed as a date may be misspelled; in prose, where
  /// any word may stand, only a word that is spelled right is one of a date.
  public init(now: Moment, direction: Direction = .past, isProse: Bool = false) {
    self.now = now
    self.direction = direction
    self.isProse = isProse
  }

  /// The day meant, or nil.
  public func day(_ text: String) -> Day? { (try? read(text))?.day }

  /// What was guessed about the day meant, for the line that echoes it; nil when nothing was.
  public func doubt(_ text: String) -> String? {
    guard let found = try? read(text), found.hour == nil || !found.remarks.isEmpty else {
      return nil
    }
    return DateWords.joined(found.remarks)
  }

  /// Why a day that was meant cannot be taken, as the rest of a sentence that begins with it; nil when
  /// it can: what has happened does not lie in the future.
  public func fault(of day: Day) -> String? {
    guard direction == .past, day > now.day else { return nil }
    return "\(day.long) hasn't happened yet. Type today or an earlier date."
  }

  /// Why a text is no date, in one sentence, where there is more to say than that.
  public func refusal(of text: String) -> String? {
    do {
      _ = try read(text)
      return nil
    } catch { return error.message }
  }

  /// When a talk is, or nil. A bare weekday with a time is the coming one: a talk that was is told of by
  /// its day, and one that is booked by its time.
  public func talk(_ text: String) -> TalkTime? {
    guard let found = try? read(text) else { return nil }
    if let instant = found.instant {
      return TalkTime(start: instant, doubt: DateWords.joined(found.remarks))
    }
    let reading = now.zone.reading(found.day, hour: found.hour ?? 12, minute: found.minute)
    let remarks = found.remarks + [reading.remark(on: found.day)].compactMap { $0 }
    return TalkTime(
      start: reading.moment, dayOnly: found.hour == nil, doubt: DateWords.joined(remarks))
  }

  private static func joined(_ remarks: [String]) -> String? {
    remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }

  private func read(_ text: String) throws(DateFault) -> DateReading? {
    let part = text.trimmed
    // Nobody writes a date of this length; what is pasted by mistake is not searched for one.
    guard part.utf8.count <= 200 else { return nil }
    if let moment = DateWords.complete(part[...], in: now.zone) {
      return DateReading(day: moment.day, hour: moment.hour, minute: moment.minute, instant: moment)
    }
    return try DateReader(now: now, direction: direction, isProse: isProse).read(part)
  }

  /// A moment that says its offset itself, to the second.
  private static func complete(_ text: Substring, in zone: Zone) -> Moment? {
    guard let moment = Moment(iso: text, zone: .utc), moment == Moment(iso: text, zone: .fixed(1))
    else { return nil }
    return moment.seen(in: zone)
  }

  /// The sentence about a date in figures that could be two days; nil for anything else.
  public static func ambiguity(_ text: String) -> String? {
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let sign: Character = word.contains("/") ? "/" : "-"
      let parts = word.split(separator: sign, omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2 && sign == "/" || parts.count == 3, let a = parts[0], let b = parts[1],
        a != b, (1...12).contains(a), (1...12).contains(b)
      else { continue }
      let year = parts.count == 3 ? parts[2].map { " \($0 < 100 ? 2000 + $0 : $0)" } ?? "" : ""
      let (one, other) = (Day.months[b - 1], Day.months[a - 1])
      return "\"\(word)\" could be \(a) \(one) or \(b) \(other). Type "
        + "\(a) \(one.prefix(3))\(year) or \(b) \(other.prefix(3))\(year)."
    }
    return nil
  }

  /// The sentence about three pairs of figures that may have the year first, as in `26-10-05`; nil when
  /// the year at the end is at least as near to this one.
  static func yearFirst(_ text: String, near year: Int) -> String? {
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let parts = word.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
      guard parts.count == 3, parts.allSatisfy({ $0.count == 2 }), let a = Int(parts[0]),
        let month = Int(parts[1]), let b = Int(parts[2]), a > 12,
        let first = Day(2000 + a, month, b)
      else { continue }
      let last = Day(b < 70 ? 2000 + b : 1900 + b, month, a)
      guard let last else { return "\"\(word)\" seems to have its year first. Type \(first)." }
      if abs(last.year - year) <= abs(first.year - year) { continue }
      func name(_ day: Day) -> String { "\(day.day) \(Day.months[day.month - 1])" }
      return "\"\(word)\" could be \(name(first)) \(first.year) or \(name(last)) \(last.year). "
        + "Type \(first) or \(last)."
    }
    return nil
  }
}
