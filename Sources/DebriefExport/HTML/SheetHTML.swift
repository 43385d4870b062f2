import DebriefModel

/// A sheet as one HTML file that needs nothing else: for a browser, light or dark, and for one page of paper.
public enum SheetHTML {
  /// The document, ended by a line feed.
  public static func text(_ sheet: Sheet) -> String {
    HTMLText.document(
      title: sheet.name, style: SheetStyle.text, body: "<main>\n\(content(sheet))</main>\n")
  }

  /// What stands in the document; `level` is that of its first heading.
  static func content(_ sheet: Sheet, level: Int = 1) -> String {
    var out = "<header>\n"
    out += HTMLText.element("h\(level)", sheet.name)
    out += HTMLText.element("p", sheet.standing, "class=\"standing\"")
    out += HTMLText.element("p", sheet.lead, "class=\"lead\"")
    out += HTMLText.element("p", sheet.aside, "class=\"aside\"")
    out += "</header>\n"
    for section in sheet.sections {
      out += "<section>\n" + HTMLText.element("h\(level + 1)", section.title)
      out += section.blocks.map { block($0, level + 2) }.joined() + "</section>\n"
    }
    if !sheet.legend.isEmpty {
      out += "<footer>\n" + HTMLText.element("p", sheet.legend) + "</footer>\n"
    }
    return out
  }

  private static func block(_ block: Sheet.Block, _ level: Int) -> String {
    switch block {
    case .against(let columns):
      return "<div class=\"against\">\n" + columns.map { column($0, level) }.joined() + "</div>\n"
    case .lines(let lines): return lines.map { HTMLText.element("p", $0) }.joined()
    case .items(let items, let isNumbered):
      let name = isNumbered ? "ol" : "ul"
      return "<\(name)>\n" + items.map { HTMLText.element("li", $0) }.joined() + "</\(name)>\n"
    case .quote(let from, let words):
      let said = HTMLText.escaped(words)
      let who = HTMLText.escaped(from)
      return
        "<blockquote><span class=\"who\"><bdi>\(who)</bdi>:</span> <span class=\"words\" dir=\"auto\">&quot;\(said)&quot;</span></blockquote>\n"
    case .meters(let meters): return table(meters)
    case .rows(let rows):
      return "<table>\n"
        + rows.map {
          "<tr><th scope=\"row\" dir=\"auto\">\(HTMLText.escaped($0.label))</th>"
            + "<td dir=\"auto\">\(HTMLText.escaped($0.text))</td></tr>\n"
        }.joined() + "</table>\n"
    case .strip(let strip): return StripPicture(strip).svg + "\n"
    case .code(let code): return CodePicture(code: code).svg + "\n"
    }
  }

  private static func column(_ column: Sheet.Column, _ level: Int) -> String {
    let side = column.side == .strengths ? "good" : "bad"
    let rows = column.entries.map {
      "<li><span class=\"weight\">\(WeightPicture($0.weight).svg) \($0.weight)</span> "
        + "<span dir=\"auto\">\(HTMLText.escaped($0.text))</span></li>\n"
    }.joined()
    return "<div class=\"\(side)\">\n" + HTMLText.element("h\(level)", column.title)
      + (rows.isEmpty ? "" : "<ul class=\"points\">\n\(rows)</ul>\n") + "</div>\n"
  }

  private static func table(_ meters: [Sheet.Meter]) -> String {
    "<table class=\"meters\(meters.allSatisfy(\.isStepped) ? " steps" : "")\">\n"
      + meters.map {
        "<tr><th scope=\"row\" dir=\"auto\">\(HTMLText.escaped($0.label))</th>"
          + "<td class=\"bar\">\(MeterPicture($0).svg)</td>"
          + "<td dir=\"auto\">\(HTMLText.escaped($0.text))</td></tr>\n"
      }.joined() + "</table>\n"
  }
}
