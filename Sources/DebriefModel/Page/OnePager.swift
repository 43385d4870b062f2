/// The one page that sums an application up (A48): right and wrong with their evidence, their three
/// things, the answers as bars, the timeline, the verdict, and the changes. Never wider than
/// ``width`` nor longer than ``height``; what does not fit is counted in a "+n more" line.
public struct OnePager: Sendable {
  /// Columns of the page.
  public static let width = 80
  /// Rows of the page.
  public static let height = 66

  let dossier: Dossier
  let reasons: [Reason]
  let now: Moment
  let measure: TextMeasure
  let marks: PageMarks
  let columns: Int

  /// Prepares a page of an application; `columns` narrows it for a small screen.
  public init(
    _ dossier: Dossier, reasons: [Reason], now: Moment, measure: TextMeasure,
    marks: PageMarks = .unicode, columns: Int = OnePager.width
  ) {
    self.dossier = dossier
    self.reasons = reasons
    self.now = now
    self.measure = measure
    self.marks = marks
    self.columns = max(20, min(OnePager.width, columns))
  }

  /// A part of the page: a heading, lines that may be cut, and how many must stay.
  struct Section {
    var heading: String
    var items: [[PageLine]]  // an item's lines stay together
    var least: Int
    /// Which items come first when not all fit, for the count of what is left out.
    var noun: String
  }

  /// The finished lines, at most ``height`` of them.
  public func lines() -> [PageLine] {
    let head = header()
    let foot = footer()
    var sections = [
      findings(), choices(), outside(), things(), answers(), timeline(), changes(),
    ].compactMap { $0 }.filter { !$0.items.isEmpty }
    var room = OnePager.height - head.count - foot.count
    room -= sections.count * 2  // a blank line and a heading for each
    fit(&sections, into: room)
    var lines = head
    for section in sections {
      lines.append(PageLine())
      lines.append(heading(section.heading))
      lines += section.items.flatMap { $0 }
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

  /// Cuts the longest section first until all fit, and says how much was left out.
  private func fit(_ sections: inout [Section], into room: Int) {
    var shown = sections.map(\.items.count)
    func rows(_ i: Int) -> Int {
      let all = sections[i].items
      let lines = all.prefix(shown[i]).reduce(0) { $0 + $1.count }
      return lines + (shown[i] < all.count ? 1 : 0)
    }
    func sum() -> Int { sections.indices.reduce(0) { $0 + rows($1) } }
    while sum() > room {
      let candidates = sections.indices.filter { shown[$0] > sections[$0].least }
      guard let longest = candidates.max(by: { (rows($0), -$0) < (rows($1), -$1) }) else { break }
      shown[longest] -= 1
    }
    for i in sections.indices where shown[i] < sections[i].items.count {
      let left = sections[i].items.count - shown[i]
      sections[i].items = Array(sections[i].items.prefix(shown[i]))
      sections[i].items.append([PageLine("+\(left) more \(sections[i].noun)", .dim)])
    }
  }

  func heading(_ text: String) -> PageLine {
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
    func last() -> String { (words + ["(+\(left) words)"]).joined(separator: " ") }
    while !words.isEmpty, measure.columns(last()) > width {
      words.removeLast()
      left += 1
    }
    kept[rows - 1] = measure.truncate(last(), width)
    return kept
  }

  private func header() -> [PageLine] {
    let status = dossier.status(today: now.day)
    let verdict = Verdict(dossier, reasons: reasons)
    let name = [dossier.application.company, dossier.application.role]
      .filter { !$0.isEmpty }.joined(separator: " \(marks.dots) ")
    let state = plain("\(status.stage.label) · \(status.outcome.dated(today: now.day))")
    var lines: [PageLine] = []
    let room = columns - measure.columns(state) - 2
    if room >= 20, measure.columns(name) <= room {
      lines.append(PageLine([.init(measure.pad(name, room) + "  ", .title), .init(state, .dim)]))
    } else {
      lines += folded(name, columns, rows: 2).map { PageLine($0, .title) }
      lines += folded(state, columns, rows: 1).map { PageLine($0, .dim) }
    }
    lines += folded(plain(verdict.headlineText), columns, rows: 2).map { PageLine($0, .accent) }
    if !verdict.split.isEmpty {
      lines += folded(plain(verdict.split), columns, rows: 1).map { PageLine($0, .dim) }
    }
    return lines
  }

  /// Our own text with the page's marks.
  func plain(_ text: String) -> String {
    String(text.map { $0 == "·" ? Character(marks.dots) : $0 })
  }

  private func footer() -> [PageLine] {
    var lines: [PageLine] = []
    let lesson = dossier.debrief?.lesson ?? ""
    if !lesson.isEmpty {
      lines.append(PageLine())
      lines.append(heading("Lesson"))
      lines += folded(lesson, columns, rows: 3).map { PageLine($0, .accent) }
    }
    lines.append(PageLine())
    let legend =
      "As of \(now.day.long). E0 a guess, E1 inferred, E2 observed, E3 stated, E4 on record."
    return lines + folded(legend, columns, rows: 4).map { PageLine($0, .dim) }
  }
}
