extension Sheet {
  /// The one-page summary as it is; its dates are told from today.
  public init(_ page: Page, today: Day) {
    name = [page.company, page.role].filter { !$0.isEmpty }.joined(separator: " · ")
    standing = page.standing
    lead = page.headline
    aside = page.split
    legend = page.legend
    sections = page.sections.map { Section($0.title, Sheet.blocks($0.body, today)) }
  }

  private static func blocks(_ body: Page.Body, _ today: Day) -> [Block] {
    switch body {
    case .against(let left, let right): against([left, right])
    case .items(let items): items.flatMap { blocks($0, today) }.reduce(into: []) { $0.join($1) }
    }
  }

  /// Two lists, and how many more there are than they show.
  private static func against(_ columns: [Page.Column]) -> [Block] {
    let more = columns.reduce(0) { $0 + max(0, $1.total - $1.findings.count) }
    return [
      .against(
        columns.map { column in
          Column(
            side: column.side, title: "\(column.side.sign) \(column.title)  \(column.total)",
            entries: column.findings.map { Entry(weight: $0.weight, text: $0.said) })
        })
    ] + (more > 0 ? [.lines(["+\(more) more\(more == 1 ? "" : " points")"])] : [])
  }

  private static func blocks(_ item: Page.Item, _ today: Day) -> [Block] {
    switch item {
    case .point(let point): return [.items([point.said], isNumbered: false)]
    case .reply(let reply):
      let words: [Block] =
        reply.words.isEmpty ? [] : [.quote(from: reply.from, words: reply.words)]
      let things = reply.things.map(\.said)
      // Numbered as they were told: one that was left empty leaves a gap.
      return words + (things.isEmpty ? [] : [.lines(things)])
    case .rating(let answer, let rating, let question):
      return [
        .meters([
          Meter(
            "Q\(answer)", rating, of: Page.mostStars,
            text: "\(rating)/\(Page.mostStars) \(question)", isStepped: true)
        ])
      ]
    case .strip(let strip): return [.strip(strip)]
    case .dated(let day, let text): return [.rows([Row(day.short(today: today), text)])]
    case .change(_, let text): return [.items([text], isNumbered: true)]
    case .words(let text): return [.lines([text])]
    }
  }
}

extension [Sheet.Block] {
  /// Adds a block: to the last one, where that is of its form.
  fileprivate mutating func join(_ block: Sheet.Block) {
    switch (last, block) {
    case (.items(let old, let was)?, .items(let new, let isNumbered)) where was == isNumbered:
      self[count - 1] = .items(old + new, isNumbered: was)
    case (.meters(let old)?, .meters(let new)): self[count - 1] = .meters(old + new)
    case (.rows(let old)?, .rows(let new)): self[count - 1] = .rows(old + new)
    case (.lines(let old)?, .lines(let new)): self[count - 1] = .lines(old + new)
    default: append(block)
    }
  }
}
