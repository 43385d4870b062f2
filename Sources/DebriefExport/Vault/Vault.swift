import DebriefModel

/// Everything as Markdown files that any editor can read: a folder for each application, an index, and the
/// notes that belong to none. Private notes are no part of it, as of no export.
public struct Vault {
  /// A file: its path in the folder, and what it holds.
  public typealias File = (path: String, text: String)

  private let folders: [ID: String]
  private let now: Moment
  private var rows: [(company: String, row: [String])] = []

  /// - Parameters:
  ///   - applications: All there are: each has a folder of a name of its own.
  ///   - now: When.
  public init(_ applications: [Application], now: Moment) {
    folders = VaultName.folders(applications)
    self.now = now
  }

  /// The files of an application. `checklists` say what its debriefs asked, and `reader` says on the page
  /// how an answer reads.
  public mutating func files(
    _ dossier: Dossier, reasons: [Reason], checklists: [Branch: Checklist], reader: RefusalReader?
  ) -> [File] {
    guard let folder = folders[dossier.application.id] else { return [] }
    let it = dossier.application
    let link = "[\(MarkdownText.line(it.company))](<\(folder)/overview.md>)"
    let status = dossier.status(now: now)
    rows.append(
      (it.company, [link, MarkdownText.line(it.role), status.outcome.said(today: now.day)]))
    let overview = DossierText(
      dossier, reasons: reasons, checklists: checklists, now: now, measure: .unlimited,
      columns: .max, isMarkdown: true)
    let files: [File] = [
      ("overview.md", overview.text()),
      ("page.md", PageMarkdown.text(dossier, reasons: reasons, now: now, reader: reader)),
      ("notes.md", notes(dossier)), ("feedback.md", feedback(dossier)),
      ("letters.md", letters(dossier)),
    ]
    return files.filter { !$0.text.isEmpty }.map { ("\(folder)/\($0.path)", $0.text) }
  }

  /// The files beside the folders, once all applications were told.
  public func files(unsorted: [Note]) -> [File] {
    var index = "# Your applications\n\n"
    if rows.isEmpty {
      index += "There are none yet.\n"
    } else {
      index += "| Company | Job | How it stands |\n| --- | --- | --- |\n"
      let sorted = rows.sorted {
        ($0.company.lowercased(), $0.row[0]) < ($1.company.lowercased(), $1.row[0])
      }
      for (_, row) in sorted { index += "| \(row.joined(separator: " | ")) |\n" }
    }
    var files: [File] = [("index.md", index)]
    if !unsorted.isEmpty {
      files.append(("notes to file.md", "# Notes to file\n\n" + list(unsorted)))
    }
    return files
  }

  // MARK: - What somebody wrote or said, word for word

  private func title(_ what: String, _ dossier: Dossier) -> String {
    "# \(what): \(MarkdownText.line(dossier.application.company))\n\n"
  }

  private func quoted(_ label: String, _ text: String) -> String {
    text.isEmpty ? "" : "\(label):\n\n\(MarkdownText.quote(text))\n"
  }

  private func list(_ notes: [Note]) -> String {
    notes.map {
      "## \($0.recorded.day.long)\n\n\(MarkdownText.quote($0.text))\n"
    }.joined()
  }

  private func notes(_ dossier: Dossier) -> String {
    if dossier.turns.isEmpty, dossier.notes.isEmpty { return "" }
    var out = title("Notes", dossier)
    for (i, turn) in dossier.turns.enumerated() {
      let asker = turn.asker == .me ? " (you asked)" : ""
      out += "## Q\(i + 1)\(asker): \(MarkdownText.line(turn.question))\n\n"
      out += quoted("The answer", turn.answer) + quoted("What you had prepared", turn.prepared)
      out += quoted("A better answer", turn.better)
    }
    return out + list(dossier.notes)
  }

  private func feedback(_ dossier: Dossier) -> String {
    if dossier.feedback.isEmpty { return "" }
    var out = title("Feedback", dossier)
    for it in dossier.feedback {
      let name = it.from.isEmpty ? dossier.person(it.person)?.name ?? "" : it.from
      let who = (name.isEmpty ? "They" : name) + (it.isEmployers ? "" : " (an adviser)")
      out += "## \(MarkdownText.line(who)), \(it.sortDay.long)\n\n"
      if it.received == nil { out += "You asked for it.\n\n" }
      out += quoted("Their words", it.verbatim)
      for (n, thing) in it.three.enumerated() where !thing.text.isEmpty {
        out += "\(n + 1). \(MarkdownText.line(thing.text))\n"
      }
      if !it.three.isEmpty { out += "\n" }
    }
    return out
  }

  private func letters(_ dossier: Dossier) -> String {
    if dossier.letters.isEmpty { return "" }
    var out = title("Letters", dossier)
    for it in dossier.letters {
      let day = it.sent.map { ", sent \($0.long)" } ?? ", not sent"
      out += "## \(MarkdownText.line(it.title))\(day)\n\n"
      if let to = dossier.person(it.to)?.name { out += "To: \(MarkdownText.line(to))\n\n" }
      if !it.subject.isEmpty { out += "Subject: \(MarkdownText.line(it.subject))\n\n" }
      out += MarkdownText.quote(it.text) + "\n"
    }
    return out
  }
}

extension TextMeasure {
  /// For texts whose lines are somebody else's to break.
  static let unlimited = TextMeasure(
    columns: { $0.count }, truncate: { text, _ in text }, wrap: { text, _ in [text] })
}
