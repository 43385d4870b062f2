import DebriefModel

/// A page as Markdown (CommonMark with tables). Nothing is left out for room.
public struct PageMarkdown {
  private let page: Page
  private let today: Day

  /// The page of an application, ended by a line feed.
  public static func text(
    _ dossier: Dossier, reasons: [Reason], now: Moment, reader: RefusalReader? = nil
  ) -> String {
    text(Page(dossier, reasons: reasons, now: now, reader: reader), today: now.day)
  }

  /// A page; its dates are told from today.
  static func text(_ page: Page, today: Day) -> String {
    PageMarkdown(page: page, today: today).text
  }

  private var text: String {
    ([head] + page.sections.map { "## \($0.title)\n\n" + body($0.body) } + ["\(page.legend)\n"])
      .joined(separator: "\n")
  }

  private func esc(_ text: String) -> String { MarkdownText.line(text) }

  private func table(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }
      .joined()
  }

  private var head: String {
    let title = [page.company, page.role].filter { !$0.isEmpty }.map(esc).joined(separator: " · ")
    return """
      # \(title)

      \(page.standing)

      """ + (page.headline.isEmpty ? "" : "\n**\(esc(page.headline))**\n")
        + (page.split.isEmpty ? "" : "\n\(page.split)\n")
  }

  private func body(_ body: Page.Body) -> String {
    switch body {
    case .against(let left, let right):
      func cell(_ column: Page.Column, _ i: Int) -> String {
        guard column.findings.indices.contains(i) else { return "" }
        return "\(column.findings[i].weight) \(proven(column.findings[i]))"
      }
      return table(
        [left, right].map { "\($0.title) \($0.total)" },
        (0..<max(left.findings.count, right.findings.count)).map {
          [cell(left, $0), cell(right, $0)]
        })
    case .items(let items): return runs(items).map(run).joined(separator: "\n")
    }
  }

  /// How an item is set.
  private enum Form { case ratings, dates, replies, strip, list }

  private func form(_ item: Page.Item) -> Form {
    switch item {
    case .rating: .ratings
    case .dated: .dates
    case .reply: .replies
    case .strip: .strip
    case .point, .change, .words: .list
    }
  }

  /// Items of one form that follow each other.
  private func runs(_ items: [Page.Item]) -> [[Page.Item]] {
    items.reduce(into: []) { runs, item in
      if let last = runs.last?.last, form(last) == form(item) {
        runs[runs.count - 1].append(item)
      } else {
        runs.append([item])
      }
    }
  }

  private func run(_ items: [Page.Item]) -> String {
    switch items.first.map(form) {
    case .ratings?: table(["no.", "rating", "question"], items.map(cells))
    case .dates?: table(["date", "what"], items.map(cells))
    case .replies?: items.map(line).joined(separator: "\n")
    case .list?, .strip?, nil: items.map(line).joined()
    }
  }

  /// What a table has of an item.
  private func cells(_ item: Page.Item) -> [String] {
    switch item {
    case .rating(let answer, let rating, let question):
      ["Q\(answer)", "\(rating)/\(Page.mostStars)", esc(question)]
    case .dated(let day, let text): [day.short(today: today), esc(text)]
    case .point, .reply, .change, .words, .strip: [line(item)]
    }
  }

  /// A finding with what shows it: `told the story with numbers (something you saw, Q3)`.
  private func proven(_ point: Page.Point) -> String {
    let mark =
      switch point.shownBy {
      case .answer(let number): ", Q\(number)"
      case .feedback: ", feedback"
      case nil: ""
      }
    return "\(esc(point.statement)) (\(point.tier.label)\(mark))"
  }

  private func line(_ item: Page.Item) -> String {
    switch item {
    case .point(let point): return "- \(proven(point))\n"
    case .reply(let reply): return said(reply)
    case .change(let number, let text): return "\(number). \(esc(text))\n"
    case .words(let text): return MarkdownText.quote(text)
    case .strip(let strip): return Milestone.told(strip) + "\n"
    case .rating, .dated: return cells(item).joined(separator: " ") + "\n"
    }
  }

  private func said(_ reply: Page.Reply) -> String {
    var part = "\(esc(reply.from)), \(reply.on.short(today: today)), \(reply.channel):\n"
    if !reply.words.isEmpty { part += "\n" + MarkdownText.quote(reply.words) }
    if !reply.things.isEmpty { part += "\n" }
    for thing in reply.things {
      let reason = thing.reason.map { " (\(esc($0)))" } ?? ""
      let gap = thing.gap.map { " · \($0)" } ?? ""
      part += "\(thing.number). \(esc(thing.text))\(reason)\(gap)\n"
    }
    return part
  }
}
