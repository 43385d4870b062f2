/// What becomes of a text that was changed in two windows at once: both are kept, one after the other.
/// The one place that knows how, for every noun and for the private note.
public enum BothTexts {
  /// What stands between two texts of as many lines as it takes.
  public static let mark = "\n— also: "
  /// What stands between two texts of one line.
  public static let lineMark = " — also: "

  /// A text that holds what both wrote.
  ///
  /// - Parameters:
  ///   - base: What ours was made from: what was on the screen when the typing began, or what was
  ///     stored of it last.
  ///   - ours: What was typed here.
  ///   - theirs: What is stored now.
  ///   - inLine: Whether the text is one line.
  ///   - onlyGrows: Whether words that are stored stay as they are, as those of feedback do.
  /// - Returns: Ours where nobody else wrote, theirs where only they did; else both. What was put into
  ///   theirs from here before is exchanged for ours, so that to store it again adds nothing.
  public static func merged(
    base: String, ours: String, theirs: String, inLine: Bool = false, onlyGrows: Bool = false
  ) -> String {
    if theirs == base || theirs.isEmpty { return ours }
    if ours == base || ours.isEmpty { return theirs }
    if ours.hasPrefix(theirs) { return ours }
    if theirs.hasPrefix(ours) { return theirs }
    let mark = inLine ? lineMark : mark
    if part(ours, in: theirs, mark) != nil { return theirs }
    if !onlyGrows, !base.isEmpty, let mine = part(base, in: theirs, mark) {
      return theirs[..<mine.lowerBound] + ours + theirs[mine.upperBound...]
    }
    return theirs + mark + ours
  }

  /// A text that holds what two computers made of one: the same whoever of the two asks, and again the
  /// same when it meets one of its parts. A part that one of them took out or rewrote is not brought back by
  /// the other, who left it as it was.
  ///
  /// - Parameters:
  ///   - base: What both began from; empty where that is not known.
  ///   - one: What one made of it.
  ///   - other: What the other made of it.
  ///   - inLine: Whether the text is one line.
  public static func united(
    base: String, _ one: String, _ other: String, inLine: Bool
  ) -> String {
    if one.isEmpty { return other }
    if other.isEmpty { return one }
    if one.hasPrefix(other) { return one }
    if other.hasPrefix(one) { return other }
    let mark = inLine ? lineMark : mark
    let before = Set(parts(base, mark))
    let (first, second) = (parts(min(one, other), mark), parts(max(one, other), mark))
    var united = first.filter { second.contains($0) || !before.contains($0) }
    for part in second where !united.contains(part) && !before.contains(part) {
      united.append(part)
    }
    return united.isEmpty
      ? min(one, other) + mark + max(one, other) : united.joined(separator: mark)
  }

  /// Whether a text is another one, or one of those that were put together in it.
  public static func holds(_ text: String, in whole: String) -> Bool {
    whole.hasPrefix(text)
      || [mark, lineMark].contains { mark in
        // Of a part, too, what was there is its beginning: words only get more.
        let (own, all) = (parts(text, mark), parts(whole, mark))
        return own.allSatisfy { part in all.contains { $0.hasPrefix(part) } }
      }
  }

  /// The texts that were put together.
  private static func parts(_ text: String, _ mark: String) -> [String] {
    var (parts, rest): ([String], Substring) = ([], text[...])
    while let cut = rest.firstRange(of: mark) {
      parts.append(String(rest[..<cut.lowerBound]))
      rest = rest[cut.upperBound...]
    }
    return parts + [String(rest)]
  }

  /// Where a text is one of those that were put together.
  private static func part(_ text: String, in whole: String, _ mark: String) -> Range<String.Index>?
  {
    if whole == text { return whole.startIndex..<whole.endIndex }
    if whole.hasPrefix(text + mark) {
      return whole.startIndex..<whole.index(whole.startIndex, offsetBy: text.count)
    }
    if whole.hasSuffix(mark + text) {
      return whole.index(whole.endIndex, offsetBy: -text.count)..<whole.endIndex
    }
    guard let around = whole.firstRange(of: mark + text + mark) else { return nil }
    let start = whole.index(around.lowerBound, offsetBy: mark.count)
    return start..<whole.index(start, offsetBy: text.count)
  }
}
