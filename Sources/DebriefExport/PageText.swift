import DebriefModel

/// The one page as plain text: at most ``PageColumns/width`` columns and ``PageColumns/height`` lines.
public enum PageText {
  /// The page as the screen shows it; `measure` is the screen's.
  public static func unicode(
    _ dossier: Dossier, reasons: [Reason], now: Moment, measure: TextMeasure,
    reader: RefusalReader? = nil
  ) -> String {
    let page = Page(dossier, reasons: reasons, now: now, reader: reader)
    return text(PageColumns(page, today: now.day, measure: measure).lines(), measure: measure)
  }

  /// The page with nothing in it beyond ASCII.
  public static func ascii(
    _ dossier: Dossier, reasons: [Reason], now: Moment, reader: RefusalReader? = nil
  ) -> String {
    let measure = ASCIIFold.measure
    let page = Page(dossier, reasons: reasons, now: now, reader: reader)
    let columns = PageColumns(page, today: now.day, measure: measure, marks: .ascii)
    return ASCIIFold.fold(text(columns.lines(), measure: measure))
  }

  /// Lines of a page as text, each ended by a line feed. What would not fit is cut and said to be.
  public static func text(_ lines: [PageLine], measure: TextMeasure) -> String {
    var rows = lines.map { line in
      let text = line.text.split(whereSeparator: \.isNewline).joined(separator: " ")
      return measure.columns(text) > PageColumns.width
        ? measure.truncate(text, PageColumns.width) : text
    }
    if rows.count > PageColumns.height {
      let left = rows.count - PageColumns.height + 1
      rows = rows.prefix(PageColumns.height - 1) + ["+\(left) more \(left == 1 ? "line" : "lines")"]
    }
    return rows.map { $0 + "\n" }.joined()
  }
}
