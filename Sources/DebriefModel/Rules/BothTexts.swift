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
