/// A page in columns, for the screen, a file of plain text or paper. Never wider than ``width`` nor longer
/// than ``height``; what does not fit is counted in a "+n more" line.
public struct PageColumns: Sendable {
  /// Columns of the page.
  public static let width = 80
  /// Rows of the page.
  public static let height = 66

  let page: Page
  let today: Day
  let measure: TextMeasure
  let marks: PageMarks
  let columns: Int

  /// Prepares the rendering of a page; `columns` narrows it for a small screen, `today` is the day its
  /// dates are told from.
  public init(
    _ page: Page, today: Day, measure: TextMeasure, marks: PageMarks = .unicode,
    columns: Int = PageColumns.width
  ) {
    self.page = page
    self.today = today
    self.measure = measure
    self.marks = marks
    self.columns = max(20, min(PageColumns.width, columns))
  }

  /// A part of the page as lines: a heading, what may be cut, and how much must stay.
  struct Block {
    var heading: String
    var items: [[PageLine]]  // an item's lines stay together
    var least: Int
    /// What its items are called, for the count of what is left out.
    var noun: String
  }

  /// The finished lines, at most ``height`` of them.
  public func lines() -> [PageLine] {
    let head = header()
    let foot = footer()
    var blocks = page.sections.filter { $0.part != .lesson }.map(block)
      .filter { !$0.items.isEmpty }
    var room = PageColumns.height - head.count - foot.count
    room -= blocks.count * 2  // a blank line and a heading for each
    fit(&blocks, into: room)
    var lines = head
    for block in blocks {
      lines.append(PageLine())
      lines.append(heading(block.heading))
      lines += block.items.flatMap { $0 }
    }
    return (lines + foot).map(clipped)
  }

  /// A line that is no wider than the page: only a very narrow page cuts one here.
  private func clipped(_ line: PageLine) -> PageLine {
    var left = columns
    var spans: [PageLine.Span] = []
    for span in line.spans where left > 0 {
      let text = measure.columns(span.text) > left ? measure.truncate(span.text, left) : span.text
      spans.append(.init(text, span.role))
      left -= measure.columns(text)
    }
    return PageLine(spans)
  }

  /// Cuts the longest part first until all fit, and says how much was left out.
  private func fit(_ blocks: inout [Block], into room: Int) {
    var shown = blocks.map(\.items.count)
    func rows(_ i: Int) -> Int {
      let all = blocks[i].items
      let lines = all.prefix(shown[i]).reduce(0) { $0 + $1.count }
      return lines + (shown[i] < all.count ? 1 : 0)
    }
    func sum() -> Int { blocks.indices.reduce(0) { $0 + rows($1) } }
    while sum() > room {
      let candidates = blocks.indices.filter { shown[$0] > blocks[$0].least }
      guard let longest = candidates.max(by: { (rows($0), -$0) < (rows($1), -$1) }) else { break }
      shown[longest] -= 1
    }
    for i in blocks.indices where shown[i] < blocks[i].items.count {
      let left = blocks[i].items.count - shown[i]
      blocks[i].items = Array(blocks[i].items.prefix(shown[i]))
      blocks[i].items.append([
        PageLine("+\(left) more\(left == 1 ? "" : " \(blocks[i].noun)")", .dim)
      ])
    }
  }

  private func heading(_ text: String) -> PageLine {
    let rest = max(0, columns - measure.columns(text) - 1)
    return PageLine([
      .init(text + " ", .title), .init(String(repeating: marks.rule, count: rest), .dim),
    ])
  }

  /// A text in at most `rows` lines; when it is longer, the last line says how many words follow.
  func folded(_ text: String, _ width: Int, rows: Int) -> [String] {
    let flat = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let lines = measure.wrap(flat, width)
    guard lines.count > rows, rows > 0 else { return lines }
    var kept = Array(lines.prefix(rows))
    var left = lines.dropFirst(rows).reduce(0) { $0 + $1.split(separator: " ").count }
    var words = kept[rows - 1].split(separator: " ").map(String.init)
    func last() -> String {
      (words + ["(+\(left) \(left == 1 ? "word" : "words"))"]).joined(separator: " ")
    }
    while !words.isEmpty, measure.columns(last()) > width {
      words.removeLast()
      left += 1
    }
    kept[rows - 1] = measure.truncate(last(), width)
    return kept
  }

  private func header() -> [PageLine] {
    let name = [page.company, page.role].filter { !$0.isEmpty }
      .joined(separator: " \(marks.dots) ")
    let state = plain(page.standing)
    var lines: [PageLine] = []
    let room = columns - measure.columns(state) - 2
    if room >= 20, measure.columns(name) <= room {
      lines.append(PageLine([.init(measure.pad(name, room) + "  ", .title), .init(state, .dim)]))
    } else {
      lines += folded(name, columns, rows: 2).map { PageLine($0, .title) }
      lines += folded(state, columns, rows: 1).map { PageLine($0, .dim) }
    }
    if !page.headline.isEmpty {
      lines += folded(plain(page.headline), columns, rows: 2).map { PageLine($0, .accent) }
    }
    if !page.split.isEmpty {
      lines += folded(plain(page.split), columns, rows: 1).map { PageLine($0, .dim) }
    }
    return lines
  }

  /// Our own text with the page's marks.
  func plain(_ text: String) -> String {
    String(text.map { $0 == "·" ? Character(marks.dots) : $0 })
  }

  /// The lesson, which is never cut for room, and what the marks mean.
  private func footer() -> [PageLine] {
    var lines: [PageLine] = []
    for section in page.sections where section.part == .lesson {
      lines.append(PageLine())
      lines.append(heading(section.title))
      lines += block(section).items.flatMap { $0 }
    }
    lines.append(PageLine())
    return lines + folded(page.legend, columns, rows: 4).map { PageLine($0, .dim) }
  }
}
