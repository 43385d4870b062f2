extension Sheet {
  /// The figures over months: what there is enough for first, then in a line each what will be seen when.
  public init(_ months: Months) {
    name = months.title
    standing = months.headline
    sections = months.ready.map { Section($0.figure.title, Sheet.blocks($0)) }
    let thin = months.figures.filter(\.isThin).map {
      "\($0.figure.title): \($0.sentences.first ?? "")"
    }
    if !thin.isEmpty {
      sections.append(Section("Not enough yet", [.items(thin, isNumbered: false)]))
    }
    legend = "As of \(months.today.long)."
  }

  private static func blocks(_ figure: Months.Figure) -> [Block] {
    var blocks: [Block] = figure.sentences.isEmpty ? [] : [.lines(figure.sentences)]
    // A bar of a share says something only beside others of its kind.
    let shares = figure.shown.compactMap { row in
      row.share.flatMap { $0.of > 0 && row.number == nil ? $0 : nil }
    }
    if !figure.shown.isEmpty, shares.count == figure.shown.count, figure.picture != .words {
      blocks.append(
        .meters(
          zip(figure.shown, shares).map { Meter($0.label, $1.count, of: $1.of, text: $0.words) }))
    } else if !figure.shown.isEmpty {
      blocks.append(.rows(figure.shown.map { Row($0.label, $0.words) }))
    }
    if let nothing = figure.nothing { blocks.append(.lines([nothing])) }
    return blocks
  }
}

extension Months {
  /// What they are called: `Your search: the last 6 months, since 2 Jun`.
  public var title: String {
    "Your search: \(window.label)" + (from.map { ", since \($0.short(today: today))" } ?? "")
  }
}
