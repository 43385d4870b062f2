import DebriefModel

/// Finds the times that a sentence names: days with or without an hour, and hours of a day that is named
/// elsewhere.
struct TimesInText {
  /// One of them.
  struct Found: Hashable {
    /// The day; nil where only an hour is named.
    var day: Day?
    /// The moment, noon where no hour is named; of an hour alone, on the day of the reader.
    var start: Moment
    /// Whether no hour is named.
    var dayOnly: Bool
    /// What was guessed about it.
    var doubt: String?
    /// Its place among the words of the sentence, as ``words(of:)`` has them.
    var words: Range<Int>
  }

  /// When the sentence was written: what “Tuesday” counts from.
  let now: Moment

  /// A date and its hour take at most so many words.
  private static let longest = 9
  /// Parts of a day are no hours.
  private static let parts: Set<String> = [
    "morning", "afternoon", "evening", "lunchtime", "night", "in",
  ]
  private static let joins: Set<String> = [
    "at", "on", "the", "of", "@", "next", "this", "coming", "from", "around", "about", "half",
    "past",
    "quarter", "to", "am", "pm", "a.m", "p.m", "o'clock", "noon", "midday", "h", "uhr", "utc",
    "gmt",
  ]
  private static let near: Set<String> = ["today", "tomorrow"]

  /// The words of a sentence, without the signs around them.
  static func words(of sentence: String) -> [String] {
    sentence.replacing("’", with: "'").split(whereSeparator: \.isWhitespace).map {
      String($0).trimming { ",;:!?()[]<>\"“”*".contains($0) || $0 == "." }
    }.flatMap { word -> [String] in
      // "10:00-11:00" and "10am–11am" are when it starts, and how long it takes.
      let ends = word.split { "-–—".contains($0) }.map(String.init)
      guard ends.count == 2, isHour(ends[0]), isHour(ends[1]) else { return [word] }
      let half = ends[1].lowercased().suffix(2)
      return [
        ends[0]
          + (["am", "pm"].contains(half) && !ends[0].contains(where: \.isLetter) ? half : ""),
        "",
      ]
    }.map { $0.hasSuffix("'s") ? String($0.dropLast(2)) : $0 }
  }

  private static func isHour(_ word: String) -> Bool {
    var digits = Substring(word.lowercased())
    for half in ["am", "pm", "h"] where digits.hasSuffix(half) {
      digits = digits.dropLast(half.count)
    }
    let parts = digits.split(omittingEmptySubsequences: false) { ":.h".contains($0) }
    return !parts.isEmpty && parts.count <= 2
      && parts.allSatisfy { Int($0) != nil && $0.count <= 2 }
  }

  /// The times of a sentence in their order.
  func all(in words: [String]) -> [Found] {
    var found: [Found] = []
    var at = 0
    while at < words.count {
      if let one = longest(words, at) {
        found.append(one)
        at = one.words.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  /// The longest one that begins at a word.
  private func longest(_ words: [String], _ at: Int) -> Found? {
    guard TimesInText.isPart(words[at]), !words[at].isEmpty else { return nil }
    var end = at
    while end < words.count, end - at < TimesInText.longest, TimesInText.isPart(words[end]) {
      end += 1
    }
    while end > at {
      if let one = read(words[at..<end]) { return one }
      end -= 1
    }
    return nil
  }

  /// Whether a word may be one of a date.
  private static func isPart(_ word: String) -> Bool {
    let plain = word.lowercased()
    if joins.contains(plain) || parts.contains(plain) || near.contains(plain) || plain == "" {
      return true
    }
    return isDay(word) || isMonth(word) || isFigure(plain) || hours.contains(plain)
  }

  private static let hours: Set<String> = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirty",
  ]

  private static func isFigure(_ plain: String) -> Bool {
    plain.first?.isNumber == true && plain.utf8.count <= 10
      && plain.allSatisfy { $0.isNumber || ":./-hapmstndr".contains($0) }
  }

  private static func isDay(_ word: String) -> Bool {
    let plain = word.lowercased()
    return plain.count >= 3 && plain != "sat" && plain != "sun"
      && weekdays.contains { $0.hasPrefix(plain) || plain == $0 + "s" }
      || ["weds", "Sat", "Sun"].contains(word)
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// A month is written with a capital: “may” and “mar” are words.
  private static func isMonth(_ word: String) -> Bool {
    word.count >= 3 && word.first?.isUppercase == true
      && Day.months.contains {
        $0.lowercased().hasPrefix(word.lowercased())
          || word.lowercased() == "sept" && $0 == "September"
      }
  }

  /// What some words name; nil where it's no time, or not one alone.
  private func read(_ words: ArraySlice<String>) -> Found? {
    let kept = words.filter { !$0.isEmpty }
    guard let first = kept.first, let last = kept.last else { return nil }
    // Joining words alone are nothing, and at the ends they belong to the sentence.
    guard
      !["of", "to", "from", "past", "at", "on", "the", "in", "h", "about", "around"].contains(
        last.lowercased()),
      !["of", "to", "past", "in", "h", "am", "pm", "from"].contains(first.lowercased())
    else { return nil }
    let plain = kept.map { $0.lowercased() }
    let isDated =
      kept.contains { TimesInText.isDay($0) || TimesInText.near.contains($0.lowercased()) }
      || kept.contains(where: TimesInText.isMonth)
        && kept.contains { $0.contains(where: \.isNumber) }
      || plain.contains {
        $0.first?.isNumber == true && $0.count >= 3
          && ($0.hasSuffix("th") || $0.hasSuffix("st") || $0.hasSuffix("nd") || $0.hasSuffix("rd"))
      }
      || plain.contains {
        $0.contains(where: { "/-".contains($0) }) || $0.count(where: { $0 == "." }) > 1
      }
    var text = kept.map { $0 == "uhr" ? "o'clock" : $0.lowercased() == "sept" ? "Sep" : $0 }
    if let cut = text.first, ["at", "on"].contains(cut.lowercased()) { text.removeFirst() }
    let isHour =
      plain.contains {
        $0.contains(":") || $0.hasSuffix("am") || $0.hasSuffix("pm") || $0 == "a.m" || $0 == "p.m"
      }
      || ["noon", "midday", "o'clock", "uhr", "half"].contains(where: plain.contains)
      || zip(plain, plain.dropFirst()).contains { $0 == "at" && $1.first?.isNumber == true }
    guard isDated || isHour else { return nil }
    // "Friday morning" names no hour.
    let hasFigure = plain.contains { $0.first?.isNumber == true } || isHour
    let isWeekdayAlone = !isHour && kept.filter { $0.contains(where: \.isNumber) }.isEmpty
    if !hasFigure || isWeekdayAlone {
      text = text.filter { !TimesInText.parts.contains($0.lowercased()) }
    }
    let reader = DateWords(now: now, direction: .future)
    guard !text.isEmpty, var talk = reader.talk(text.joined(separator: " ")) else { return nil }
    // On a Monday, "Monday at 10" is the next one.
    if talk.start.day == now.day, kept.contains(where: TimesInText.isDay) {
      talk.start = talk.start.zoned(on: now.day.adding(days: 7))
    }
    guard isDated || !talk.dayOnly else { return nil }
    return Found(
      day: isDated ? talk.start.day : nil, start: talk.start, dayOnly: talk.dayOnly,
      doubt: talk.doubt, words: words.startIndex..<words.endIndex)
  }
}
