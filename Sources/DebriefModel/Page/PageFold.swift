/// A page with some of it left out, step by step, for paper that has room for one sheet. Long texts are cut short
/// first, then the longest part loses what stands last in it, which is what weighs least; whatever is left out is
/// counted where it stood. The lesson stays as it is.
public struct PageFold: Sendable {
  /// One step: how many words a text may have, or which part shows one item less.
  private enum Step: Hashable, Sendable {
    case words(Int)
    case item(Int)
  }

  /// How far each round of steps goes: words of a text, pairs of findings, and items of any other part.
  private static let rounds: [(words: Int, pairs: Int, items: Int)] = [
    (80, 6, 5), (40, 4, 3), (25, 2, 1),
  ]
  /// So many changes are always there: nobody tries more at once.
  private static let leastChanges = 3

  /// The whole page.
  private let whole: Page
  private let steps: [Step]
  /// How many steps there are.
  public var count: Int { steps.count }

  /// Finds the steps for a page.
  public init(_ page: Page) {
    whole = page
    var steps: [Step] = []
    var rows = page.sections.map(PageFold.rows)
    for round in PageFold.rounds {
      if page.sections.contains(where: { $0.part != .lesson && PageFold.longest($0) > round.words })
      {
        steps.append(.words(round.words))
        rows = rows.map { $0.map { min($0, PageFold.rows(round.words)) } }
      }
      func least(_ at: Int) -> Int {
        switch page.sections[at].part {
        case .lesson: .max
        case .changes: max(PageFold.leastChanges, round.items)
        case .findings: round.pairs
        default: round.items
        }
      }
      while let at = rows.indices.filter({ rows[$0].count > least($0) })
        .max(by: { (rows[$0].reduce(0, +), $0) < (rows[$1].reduce(0, +), $1) })
      {
        rows[at].removeLast()
        steps.append(.item(at))
      }
    }
    self.steps = steps
  }

  /// The page after so many steps, from 0 to ``count``; it says so in its legend.
  public func page(_ count: Int) -> Page {
    let taken = steps.prefix(max(0, count))
    guard !taken.isEmpty else { return whole }
    var page = whole
    var words = Int.max
    var less: [Int: Int] = [:]
    for step in taken {
      switch step {
      case .words(let most): words = most
      case .item(let at): less[at, default: 0] += 1
      }
    }
    for at in page.sections.indices where page.sections[at].part != .lesson {
      let section = page.sections[at]
      page.sections[at].body = PageFold.cut(section.body, less[at] ?? 0, words, section.noun)
    }
    page.legend += " Shortened to fit on one page; the full report has everything."
    return page
  }

  // MARK: Counting

  /// The rows that each item takes, roughly.
  private static func rows(_ section: Page.Section) -> [Int] {
    switch section.body {
    case .against(let left, let right):
      return (0..<max(left.findings.count, right.findings.count)).map { at in
        [left, right].filter { $0.findings.indices.contains(at) }
          .map { rows(count($0.findings[at].said) * 2) }.max() ?? 1
      }
    case .items(let items): return items.map { $0.texts.reduce(0) { $0 + rows(count($1)) } }
    }
  }

  /// The rows of so many words.
  private static func rows(_ words: Int) -> Int { words / 18 + 1 }

  private static func count(_ text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).count
  }

  private static func longest(_ section: Page.Section) -> Int {
    switch section.body {
    case .against(let left, let right):
      (left.findings + right.findings).map { count($0.statement) }.max() ?? 0
    case .items(let items): items.flatMap(\.texts).map(count).max() ?? 0
    }
  }

  // MARK: Cutting

  private static func cut(_ body: Page.Body, _ less: Int, _ words: Int, _ noun: String) -> Page.Body
  {
    switch body {
    case .against(var left, var right):
      let shown = max(left.findings.count, right.findings.count) - less
      func column(_ column: inout Page.Column) {
        column.findings = column.findings.prefix(shown).map { point in
          var point = point
          point.statement = short(point.statement, words)
          return point
        }
      }
      column(&left)
      column(&right)
      return .against(left, right)
    case .items(let items):
      var kept = items.prefix(items.count - less).map { $0.mapped { short($0, words) } }
      if less > 0 { kept.append(.words("+\(less) more\(less == 1 ? "" : " \(noun)")")) }
      return .items(kept)
    }
  }

  /// A text of at most so many words, with how many follow.
  private static func short(_ text: String, _ most: Int) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    // One word is no shorter than saying that there is one more.
    guard words.count > most, words.count - most > 2 else { return text }
    return words.prefix(most).joined(separator: " ") + " … (+\(words.count - most) words)"
  }
}

extension Page.Item {
  /// What it says.
  fileprivate var texts: [String] {
    switch self {
    case .point(let point): [point.said]
    case .reply(let reply): (reply.words.isEmpty ? [] : [reply.words]) + reply.things.map(\.said)
    case .rating(_, _, let question): [question]
    case .strip: ["", ""]
    case .dated(_, let text), .change(_, let text), .words(let text): [text]
    }
  }

  /// The same with other texts.
  fileprivate func mapped(_ body: (String) -> String) -> Page.Item {
    switch self {
    case .point(var point):
      point.statement = body(point.statement)
      return .point(point)
    case .reply(var reply):
      reply.words = body(reply.words)
      for at in reply.things.indices { reply.things[at].text = body(reply.things[at].text) }
      return .reply(reply)
    case .rating(let answer, let rating, let question):
      return .rating(answer: answer, rating: rating, question: body(question))
    case .strip: return self
    case .dated(let day, let text): return .dated(day, body(text))
    case .change(let number, let text): return .change(number: number, body(text))
    case .words(let text): return .words(body(text))
    }
  }
}
