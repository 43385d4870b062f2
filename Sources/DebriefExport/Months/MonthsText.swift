import DebriefModel

/// The figures over months as plain text and as Markdown. What there is enough for comes first; the rest says
/// in a line each what will be seen when.
public enum MonthsText {
  /// Plain text of at most so many columns.
  public static func text(_ months: Months, measure: TextMeasure, columns: Int) -> String {
    let width = max(40, min(100, columns))
    var lines = ["\(months.title)", months.headline]
    for figure in months.ready {
      lines += ["", figure.figure.title]
      for sentence in figure.sentences {
        lines += measure.wrap(sentence, width - 2).map { "  " + $0 }
      }
      let label = min(
        width / 2, figure.shown.map { measure.columns($0.label) }.max() ?? 0)
      for row in figure.shown {
        let words = measure.wrap(row.words, width - label - 6)
        for (i, line) in words.enumerated() {
          lines.append("    " + measure.pad(i == 0 ? row.label : "", label) + "  " + line)
        }
      }
      if let nothing = figure.nothing {
        lines += measure.wrap(nothing, width - 4).map { "    " + $0 }
      }
    }
    let thin = months.figures.filter(\.isThin)
    if !thin.isEmpty {
      lines += ["", "Not enough yet"]
      for figure in thin {
        let text = "\(figure.figure.title): \(figure.sentences.first ?? "")"
        for (i, line) in measure.wrap(text, width - 4).enumerated() {
          lines.append((i == 0 ? "  " : "    ") + line)
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same as Markdown.
  public static func markdown(_ months: Months) -> String {
    var lines = ["# \(MarkdownText.line(months.title))", "", MarkdownText.line(months.headline)]
    for figure in months.ready {
      lines += ["", "## \(MarkdownText.line(figure.figure.title))", ""]
      lines += figure.sentences.map { MarkdownText.line($0) }
      guard !figure.rows.isEmpty else { continue }
      lines += ["", "| | |", "|---|---|"]
      for row in figure.shown {
        lines.append("| \(MarkdownText.line(row.label)) | \(MarkdownText.line(row.words)) |")
      }
      if let nothing = figure.nothing { lines += ["", MarkdownText.line(nothing)] }
    }
    let thin = months.figures.filter(\.isThin)
    if !thin.isEmpty {
      lines += ["", "## Not enough yet", ""]
      for figure in thin {
        lines.append(
          "- \(MarkdownText.line(figure.figure.title)): "
            + MarkdownText.line(figure.sentences.first ?? ""))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// The figures over months as JSON, for scripts: counts only, with the sentences they make.
public enum MonthsJSON {
  private struct Document: Encodable {
    let applications: Int
    let figures: [Figure]
    let from: Day?
    let running: Int
    let to: Day
    let version = 1
    let window: Int?
  }

  private struct Figure: Encodable {
    let enough: Bool
    let figure: String
    let rows: [Row]
    let score: Score?
    let sentences: [String]
    let title: String
  }

  /// How predictions met what happened (Brier, Murphy, Spiegelhalter).
  private struct Score: Encodable {
    let average: Double
    let bias: Double
    let brier: Double
    let chanceAlone: Double
    let came: Int
    let of: Int
    let reliability: Double
    let resolution: Double
    let skill: Double?
    let spiegelhalter: Double?
    let uncertainty: Double

    init(_ it: ForecastScore) {
      func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
      (came, of) = (it.came, it.count)
      (average, bias, brier) = (rounded(it.average), rounded(it.bias), rounded(it.brier))
      chanceAlone = rounded(it.chanceAlone)
      (reliability, resolution) = (rounded(it.reliability), rounded(it.resolution))
      uncertainty = rounded(it.uncertainty)
      (skill, spiegelhalter) = (it.skill.map(rounded), it.sureness.map(rounded))
    }
  }

  private struct Row: Encodable {
    let came: Bool?
    let count: Int?
    let key: String
    let label: String
    let note: String?
    let number: Double?
    let of: Int?
    let running: Int
  }

  /// Writes them; nil is left out.
  ///
  /// - Throws: Nothing for figures, whose numbers are finite.
  public static func encode(_ months: Months) throws -> String {
    let figures = months.figures.map { it in
      Figure(
        enough: !it.isThin, figure: it.figure.rawValue,
        rows: it.rows.map { row in
          Row(
            came: row.came, count: row.share?.count, key: row.key.name, label: row.label,
            note: row.note.isEmpty ? nil : row.note, number: row.number, of: row.share?.of,
            running: row.running)
        }, score: it.score.map(Score.init), sentences: it.sentences, title: it.figure.title)
    }
    return try JSONText.encode(
      Document(
        applications: months.applications, figures: figures, from: months.from,
        running: months.running, to: months.today, window: months.window.months)) + "\n"
  }
}
