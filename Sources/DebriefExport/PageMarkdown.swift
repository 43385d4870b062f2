import DebriefModel

/// What the one page says, as Markdown (CommonMark with tables). Nothing is left out for room.
public struct PageMarkdown {
  private let dossier: Dossier
  private let reasons: [Reason]
  private let now: Moment

  /// The page of an application, ended by a line feed.
  public static func text(_ dossier: Dossier, reasons: [Reason], now: Moment) -> String {
    let page = PageMarkdown(dossier: dossier, reasons: reasons, now: now)
    return [
      page.head(), page.findings(), page.choices(), page.outside(), page.said(), page.answers(),
      page.timeline(),
      page.changes(), page.lesson(), page.foot(),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func esc(_ text: String) -> String { MarkdownText.line(text) }

  private func table(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }
      .joined()
  }

  private func head() -> String {
    let it = dossier.application
    let status = dossier.status(today: now.day)
    let verdict = Verdict(dossier, reasons: reasons)
    let title = [it.company, it.role].filter { !$0.isEmpty }.map(esc).joined(separator: " · ")
    return """
      # \(title)

      \(status.stage.label) · \(status.outcome.dated(today: now.day))

      **\(esc(verdict.headlineText))**

      """ + (verdict.split.isEmpty ? "" : "\n\(verdict.split)\n")
  }

  private func findings() -> String {
    let right = dossier.findings.filter { $0.kind == .strength }
    let wrong = dossier.findings.filter { $0.kind == .weakness }
    if right.isEmpty, wrong.isEmpty { return "" }
    func cell(_ list: [Finding], _ i: Int) -> String {
      list.indices.contains(i)
        ? "\(list[i].weight) \(esc(list[i].statement)) (\(proof(list[i])))" : ""
    }
    func sum(_ list: [Finding]) -> Int { list.reduce(0) { $0 + $1.weight } }
    return "## What went right, what went wrong\n\n"
      + table(
        ["right \(sum(right))", "wrong \(sum(wrong))"],
        (0..<max(right.count, wrong.count)).map { [cell(right, $0), cell(wrong, $0)] })
  }

  /// What shows a finding: `E2, Q3`.
  private func proof(_ finding: Finding) -> String {
    var text = finding.tier.code
    switch finding.evidence?.kind {
    case .turn:
      if let i = dossier.turns.firstIndex(where: { $0.id == finding.evidence?.id }) {
        text += ", Q\(i + 1)"
      }
    case .feedback: text += ", feedback"
    case .response, nil: break
    }
    return text
  }

  private func outside() -> String { list("Outside your hands", dossier.circumstances) }

  private func choices() -> String { list(PageTitles.decision, dossier.ownChoices) }

  private func list(_ title: String, _ list: [Finding]) -> String {
    if list.isEmpty { return "" }
    return "## \(title)\n\n"
      + list.map { "- \(esc($0.statement)) (\(proof($0)))\n" }.joined()
  }

  private func said() -> String {
    let titles = Dictionary(reasons.map { ($0.code, $0.title) }, uniquingKeysWith: { a, _ in a })
    var parts: [String] = []
    for reply in dossier.feedback {
      guard let day = reply.received else { continue }
      let from = reply.from.isEmpty ? "They" : esc(reply.from)
      var part = "\(from), \(day.short(today: now.day)), \(reply.channel.label):\n"
      if !reply.verbatim.isEmpty { part += "\n" + MarkdownText.quote(reply.verbatim) }
      let things = reply.three.filter { !$0.text.isEmpty }
      if !things.isEmpty { part += "\n" }
      for (i, thing) in things.enumerated() {
        let reason = titles[thing.reason].map { " (\(esc($0)))" } ?? ""
        part += "\(i + 1). \(esc(thing.text))\(reason)\n"
      }
      parts.append(part)
    }
    return parts.isEmpty ? "" : "## What they said\n\n" + parts.joined(separator: "\n")
  }

  private func answers() -> String {
    let rated = dossier.turns.enumerated().compactMap { i, turn in
      turn.rating.map { ["Q\(i + 1)", "\(max(0, min(5, $0)))/5", esc(turn.question)] }
    }
    if rated.isEmpty { return "" }
    return "## Answers, rated by you\n\n" + table(["turn", "rating", "question"], rated)
  }

  private func timeline() -> String {
    var rows: [(Day, Int, String)] = []
    for event in dossier.events where event.kind != .debriefClosed {
      var text = event.kind.label
      if let person = dossier.person(event.person) { text += ", \(person.name)" }
      if let due = event.due { text += " for \(due.short(today: now.day))" }
      if !event.words.isEmpty { text += ": \"\(event.words)\"" }
      rows.append((event.on, 1, text))
    }
    for interview in dossier.interviews {
      guard let start = interview.start else { continue }
      let names = interview.people.compactMap { dossier.person($0)?.name }
      let who = names.isEmpty ? "" : " with " + names.joined(separator: ", ")
      let plan = start > now ? "planned: " : ""
      rows.append((start.day, 0, "\(plan)round \(interview.round), \(interview.kind.label)\(who)"))
    }
    rows.sort { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }
    if rows.isEmpty { return "" }
    return "## Timeline\n\n"
      + table(["date", "what"], rows.map { [$0.0.short(today: now.day), esc($0.2)] })
  }

  private func changes() -> String {
    let list = dossier.improvements.filter { $0.state != .dropped }
    if list.isEmpty { return "" }
    let items = list.enumerated().map { i, change in
      var text = "\(i + 1). \(esc(change.what)) (\(change.effort.label), \(change.area.label))"
      if !change.place.isEmpty { text += "; where: \(esc(change.place))" }
      if !change.proof.isEmpty { text += "; worked if: \(esc(change.proof))" }
      return text + "\n"
    }
    let title = PageTitles.changes(dossier, count: list.count)
    return "## \(title)\n\n" + items.joined()
  }

  private func lesson() -> String {
    let lesson = dossier.debrief?.lesson ?? ""
    return lesson.isEmpty ? "" : "## Lesson\n\n" + MarkdownText.quote(lesson)
  }

  private func foot() -> String {
    """
    As of \(now.day.long). E0 a guess, E1 inferred, E2 observed, E3 stated, E4 on record.

    """
  }
}
