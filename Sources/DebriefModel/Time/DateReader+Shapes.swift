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
}
