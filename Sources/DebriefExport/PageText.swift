import DebriefModel

/// The one page as plain text: at most ``OnePager/width`` columns and ``OnePager/height`` lines.
public enum PageText {
  /// The page as the screen shows it; `measure` is the screen's.
  public static func unicode(
    _ dossier: Dossier, reasons: [Reason], now: Moment, measure: TextMeasure
  ) -> String {
    let page = OnePager(dossier, reasons: reasons, now: now, measure: measure)
    return text(page.lines(), measure: measure)
  }

  /// The page with nothing in it beyond ASCII.
  public static func ascii(_ dossier: Dossier, reasons: [Reason], now: Moment) -> String {
    let measure = ASCIIFold.measure
    let page = OnePager(dossier, reasons: reasons, now: now, measure: measure, marks: .ascii)
    return ASCIIFold.fold(text(page.lines(), measure: measure))
  }

  /// Lines of a page as text, each ended by a line feed. What would not fit is cut and said to be.
  public static func text(_ lines: [PageLine], measure: TextMeasure) -> String {
    var rows = lines.map { line in
      let text = line.text.split(whereSeparator: \.isNewline).joined(separator: " ")
      return measure.columns(text) > OnePager.width
        ? measure.truncate(text, OnePager.width) : text
    }
    if rows.count > OnePager.height {
      let left = rows.count - OnePager.height + 1
      rows = rows.prefix(OnePager.height - 1) + ["+\(left) more lines"]
    }
    return rows.map { $0 + "\n" }.joined()
  }
}
