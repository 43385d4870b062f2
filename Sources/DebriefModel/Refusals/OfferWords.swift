/// By when an offer wants an answer, as its words say it: "let us know by 10 December", "valid until Friday",
/// "we need your answer within a week" (A109).
public enum OfferWords {
  /// The day their words name; nil where they name none, or one before the offer, or more than a year away.
  ///
  /// - Parameter on: The day of the offer.
  public static func deadline(in words: String, on day: Day) -> Day? {
    let sentences = unwrapped(words).flatMap { line in
      line.split { ";!?".contains($0) }.flatMap { cut($0) }
    }
    for sentence in sentences where isAsking(sentence) {
      if let due = due(in: sentence, on: day) { return due }
    }
    return nil
  }

  /// The lines as they were written: a mail breaks them in the middle of a sentence, as in "by" and, one line
  /// down, "April 10". An empty line, the sign of a list, and a short line before a capital stay ends.
  private static func unwrapped(_ words: String) -> [String] {
    var all: [String] = []
    var goesOn = false
    for line in words.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = String(line).trimmed
      guard let first = line.first else {
        goesOn = false
        continue
      }
      let isWrapped =
        all.last.map {
          first.isLowercase || first.isNumber || $0.count >= wrappedLength || endsInLead($0)
        } ?? false
      if goesOn, isWrapped, !"-*•–".contains(first) {
        all[all.count - 1] += " " + line
      } else {
        all.append(line)
      }
      goesOn = true
    }
    return all
  }

  /// A line this long was most likely broken by a mail program.
  private static let wrappedLength = 50

  private static func endsInLead(_ line: String) -> Bool {
    let last = line.split(separator: " ").last?.lowercased() ?? ""
    return leads.contains(last) || last == "on"
  }

  /// The sentences of a line: a full stop ends one only before a blank and a capital, so that "10 Dec. at noon"
  /// and "p.m." stay whole.
  private static func cut(_ line: Substring) -> [[String]] {
    var all: [[String]] = [[]]
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    for (at, word) in words.enumerated() {
      all[all.count - 1].append(word)
      let next = at + 1 < words.count ? words[at + 1].first : nil
      if word.hasSuffix("."), word.count > 4, next?.isUppercase ?? true { all.append([]) }
    }
    return all
  }

  private static func isAsking(_ sentence: [String]) -> Bool {
    let text =
      " "
      + sentence.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }
      .joined(separator: " ") + " "
    return asks.contains { text.contains($0) }
  }

  /// A date behind the word that leads to it, in up to seven words.
  private static func due(in sentence: [String], on day: Day) -> Day? {
    let reader = DateWords(now: Moment(day), direction: .future, isProse: true)
    for (at, word) in sentence.enumerated() {
      let lead = word.lowercased()
      guard leads.contains(lead) else { continue }
      for count in (1...7).reversed() where at + count < sentence.count {
        var text = sentence[(at + 1)...(at + count)].joined(separator: " ")
        while let last = text.last, ".,:)".contains(last) { text.removeLast() }
        for name in ["close of business", "end of business", "end of day", "cob", "eod", "the"]
        where text.lowercased().hasPrefix(name + " ") {
          text = String(text.dropFirst(name.count + 1))
        }
        if text.lowercased().hasPrefix("on ") { text = String(text.dropFirst(3)) }
        let isSpan = lead == "within" || lead == "in"
        let found = reader.day(isSpan ? "in \(text)" : text)
        if let found, found > day, day.days(to: found) <= 366 { return found }
      }
    }
    return nil
  }

  private static let leads: Set<String> = [
    "by", "until", "till", "before", "within", "through", "in", "than",
  ]

  /// What asks for an answer, or says how long one may wait with it.
  private static let asks = [
    " let us know ", " let me know ", " answer ", " answers ", " respond ", " response ", " reply ",
    " valid ", " expires ", " expire ", " accept ", " acceptance ", " decide ", " decision ",
    " sign ", " signed ", " confirm ", " hold the offer ", " open until ", " stands until ",
    " hear from you ", " get back to us ", " get back to me ", " hear back ",
  ]
}
