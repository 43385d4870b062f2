/// Which example was told how often, with which ratings.
extension MonthFigures {
  /// So many examples are shown, those that were told most first.
  static let mostExamples = 12

  func examples() -> Figure {
    let rows = tally.examples.map { words, example -> (told: Int, row: Row) in
      let it = count(.example(words))
      return (it.all, MonthFigures.row(words, example, it))
    }
    .sorted { ($1.told, $0.row.label) < ($0.told, $1.row.label) }
    guard let top = rows.first, top.told >= Share.pattern else {
      return thin(
        .examples,
        "Match one answer you prepared with 3 questions they asked to see how you rated it.",
        rows.prefix(MonthFigures.mostExamples).map(\.row))
    }
    let rating = top.row.number.map { " You rated it \(Months.decimal($0)) on average." } ?? ""
    return figure(
      .examples, ["Told most often: \(top.row.label), \(top.told) times.\(rating)"],
      rows.prefix(MonthFigures.mostExamples).map(\.row))
  }

  private static func row(_ words: String, _ example: String, _ it: MonthTally.Count) -> Row {
    let told = it.all == 1 ? "told once" : "told \(it.all) times"
    let rated = it.values.count
    let mean = rated > 0 ? Double(it.values.reduce(0, +)) / Double(rated) : nil
    return Row(
      key: .example(words), label: "“\(short(example))”", number: mean,
      note: rated == it.all ? told : rated == 0 ? "\(told), not rated" : "\(told), rated \(rated)")
  }

  /// The first words of an example, on one line.
  private static func short(_ text: String) -> String {
    var short = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !short.isEmpty, short.count + word.count >= 40 { return short + "…" }
      short += (short.isEmpty ? "" : " ") + String(word.prefix(40))
    }
    return short
  }
}
