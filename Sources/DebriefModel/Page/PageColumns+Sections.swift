/// The sections of a page as lines.
extension PageColumns {
  /// A section as lines.
  func block(_ section: Page.Section) -> Block {
    switch section.body {
    case .against(let left, let right):
      return columns < 60
        ? below(left, right) : sideBySide(left, right, section)
    case .items(let items):
      return Block(
        heading: section.title, items: items.flatMap(lines), least: 1, noun: section.noun)
    }
  }

  private func cell(_ point: Page.Point, _ width: Int) -> [String] {
    var lines = folded(point.said, max(8, width - 2), rows: 3)
    for i in lines.indices { lines[i] = (i == 0 ? "\(point.weight) " : "  ") + lines[i] }
    return lines
  }

  /// Two lists, one above the other, for a narrow page.
  private func below(_ left: Page.Column, _ right: Page.Column) -> Block {
    let items = [left, right].flatMap { column in
      column.findings.map { point in
        cell(point, columns - 2).enumerated().map {
          PageLine(($0 == 0 ? column.side.sign + " " : "  ") + $1, column.side.role)
        }
      }
    }
    let first = left.title.capitalizedFirst
    return Block(
      heading: "\(first) \(left.total), \(right.title) \(right.total)", items: items, least: 2,
      noun: "points")
  }

  private func sideBySide(
    _ left: Page.Column, _ right: Page.Column, _ section: Page.Section
  ) -> Block {
    let half = (columns - 3) / 2
    func title(_ column: Page.Column) -> String {
      "\(column.side.sign) \(column.title)  \(column.total)"
    }
    func row(
      _ one: String, _ other: String, _ roles: (PageLine.Role, PageLine.Role)
    ) -> PageLine {
      PageLine([
        .init(measure.pad(one, half), roles.0), .init(" \(marks.column) ", .dim),
        .init(other, roles.1),
      ])
    }
    var items = [[row(title(left), title(right), (left.side.role, right.side.role))]]
    for i in 0..<max(left.findings.count, right.findings.count) {
      let one = i < left.findings.count ? cell(left.findings[i], half) : []
      let other = i < right.findings.count ? cell(right.findings[i], half) : []
      items.append(
        (0..<max(one.count, other.count)).map {
          row($0 < one.count ? one[$0] : "", $0 < other.count ? other[$0] : "", (.body, .body))
        })
    }
    return Block(heading: section.title, items: items, least: 3, noun: section.noun)
  }

  /// An item as groups of lines that stay together.
  private func lines(_ item: Page.Item) -> [[PageLine]] {
    switch item {
    case .point(let point):
      return [folded(point.said, columns, rows: 2).map { PageLine($0) }]
    case .reply(let reply): return said(reply)
    case .rating(let answer, let rating, let question):
      let bar =
        String(repeating: marks.full, count: rating)
        + String(repeating: marks.empty, count: Page.mostStars - rating)
      let asked = folded(question, max(8, columns - 14), rows: 1).first ?? ""
      return [
        [
          PageLine([
            .init(measure.pad("Q\(answer)", 4), .dim), .init(bar, .bar),
            .init(" \(rating)/\(Page.mostStars) ", .dim), .init(asked),
          ])
        ]
      ]
    case .strip(let strip): return [self.strip(strip)]
    case .dated(let day, let text):
      let room = DateStyle.current.widest + 1
      let date = measure.pad(day.short(today: today), room)
      return [
        folded(text, columns - room, rows: 2).enumerated().map { i, line in
          PageLine([.init(i == 0 ? date : measure.pad("", room), .dim), .init(line)])
        }
      ]
    case .change(let number, let text):
      return [
        folded("\(number). \(text)", columns, rows: 3).map {
          PageLine($0, number == 1 ? .accent : .body)
        }
      ]
    case .words(let text): return [folded(text, columns, rows: 3).map { PageLine($0, .accent) }]
    }
  }

  /// Milestones in a line, with the days between: `● applied ── 26 days ── ● panel`. One that is still to
  /// come has an open mark; what has no room goes on in the next line.
  private func strip(_ strip: [Milestone]) -> [PageLine] {
    var lines: [[PageLine.Span]] = [[]]
    var used = 0
    for (i, it) in strip.enumerated() {
      let mark = it.state == .past ? marks.past : marks.ahead
      var link = ""
      if let days = Milestone.since(strip, i) {
        let line = marks.rule + marks.rule
        let span = days == 0 ? "same day" : days == 1 ? "1 day" : "\(days) days"
        link = " \(line) \(span) \(line) "
      }
      let width = measure.columns(link) + measure.columns(mark) + 1 + measure.columns(it.label)
      if used > 0, used + width > columns {
        lines.append([])
        used = 0
        link = String(link.dropFirst())
      }
      if !link.isEmpty { lines[lines.count - 1].append(.init(link, .dim)) }
      lines[lines.count - 1].append(.init("\(mark) ", .bar))
      lines[lines.count - 1].append(.init(it.label))
      used += width
    }
    return lines.map { PageLine($0) }
  }

  private func said(_ reply: Page.Reply) -> [[PageLine]] {
    var items: [[PageLine]] = []
    if !reply.words.isEmpty {
      items.append(
        folded("\(reply.from): \"\(reply.words)\"", columns, rows: 4).map { PageLine($0) })
    }
    for thing in reply.things {
      items.append(folded(thing.said(plain(" · ")), columns, rows: 2).map { PageLine($0) })
    }
    return items
  }
}

extension Page.Point {
  /// A finding with what it rests on: `told the story with numbers (Q3)`. What one saw oneself is most of
  /// them, and says so once, below the page.
  public var said: String {
    let answer: Int? = if case .answer(let number) = shownBy { number } else { nil }
    let rests = tier.grounds(answer: answer)
    return rests.isEmpty ? statement : "\(statement) (\(rests.joined(separator: ", ")))"
  }
}

extension Page.Thing {
  /// What they said, with the reason it stands for and what it says of the skill.
  public var said: String { said(" · ") }

  /// The same with a separator of the page's own.
  func said(_ separator: String) -> String {
    let reason = reason.map { " (\($0))" } ?? ""
    let gap = gap.map { separator + $0 } ?? ""
    return "\(number). \(text)\(reason)\(gap)"
  }
}

extension Page.Column.Side {
  /// The sign before its title.
  var sign: String {
    switch self {
    case .strengths: "+"
    case .weaknesses: "-"
    }
  }

  /// How its title looks.
  var role: PageLine.Role {
    switch self {
    case .strengths: .strength
    case .weaknesses: .weakness
    }
  }
}
