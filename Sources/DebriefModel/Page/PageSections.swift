/// The sections of the one-pager.
extension OnePager {
  /// Where a finding is shown: `E2 ▸Q3`.
  func evidence(_ finding: Finding) -> String {
    var text = finding.tier.code
    switch finding.evidence?.kind {
    case .turn:
      if let i = dossier.turns.firstIndex(where: { $0.id == finding.evidence?.id }) {
        text += " \(marks.points)Q\(i + 1)"
      }
    case .feedback: text += " \(marks.points)F"
    case .response, nil: break
    }
    return text
  }

  private func cell(_ finding: Finding, _ width: Int) -> [String] {
    let mark = evidence(finding)
    let room = max(8, width - 2)
    var lines = folded("\(finding.statement) \(mark)", room, rows: 3)
    for i in lines.indices { lines[i] = (i == 0 ? "\(finding.weight) " : "  ") + lines[i] }
    return lines
  }

  /// Right and wrong side by side; one above the other on a narrow page.
  func findings() -> Section? {
    let right = dossier.findings.filter { $0.kind == .strength }
    let wrong = dossier.findings.filter { $0.kind == .weakness }
    guard !right.isEmpty || !wrong.isEmpty else { return nil }
    let totals = (right.reduce(0) { $0 + $1.weight }, wrong.reduce(0) { $0 + $1.weight })
    var items: [[PageLine]] = []
    if columns < 60 {
      for (list, sign, role) in [(right, "+", PageLine.Role.strength), (wrong, "-", .weakness)] {
        for finding in list {
          let lines = cell(finding, columns - 2)
          items.append(
            lines.enumerated().map { PageLine(($0 == 0 ? sign + " " : "  ") + $1, role) })
        }
      }
      return Section(
        heading: "Right \(totals.0), wrong \(totals.1)", items: items, least: 2, noun: "findings")
    }
    let half = (columns - 3) / 2
    items.append([
      PageLine([
        .init(measure.pad("+ right  \(totals.0)", half), .strength),
        .init(" \(marks.column) ", .dim), .init("- wrong  \(totals.1)", .weakness),
      ])
    ])
    for i in 0..<max(right.count, wrong.count) {
      let left = i < right.count ? cell(right[i], half) : []
      let other = i < wrong.count ? cell(wrong[i], half) : []
      items.append(
        (0..<max(left.count, other.count)).map { row in
          PageLine([
            .init(measure.pad(row < left.count ? left[row] : "", half), .body),
            .init(" \(marks.column) ", .dim), .init(row < other.count ? other[row] : "", .body),
          ])
        })
    }
    return Section(
      heading: "What went right, what went wrong", items: items, least: 3, noun: "rows")
  }

  /// What decided outside the candidate's hands.
  func outside() -> Section? {
    Section(
      heading: "Outside your hands", items: lines(dossier.circumstances), least: 1,
      noun: "circumstances")
  }

  /// Why the candidate stepped back: their own choice, which is no circumstance.
  func choices() -> Section? {
    Section(
      heading: PageTitles.decision, items: lines(dossier.ownChoices), least: 1, noun: "reasons")
  }

  private func lines(_ list: [Finding]) -> [[PageLine]] {
    list.map { finding in
      folded("\(finding.statement) \(evidence(finding))", columns, rows: 2).map { PageLine($0) }
    }
  }

  /// The three things they named, and the words they were said in.
  func things() -> Section? {
    var items: [[PageLine]] = []
    let titles = Dictionary(reasons.map { ($0.code, $0.title) }, uniquingKeysWith: { a, _ in a })
    for reply in dossier.feedback where reply.received != nil {
      if !reply.verbatim.isEmpty {
        let from =
          (reply.from.isEmpty ? "They" : reply.from) + (reply.isEmployers ? "" : " (an adviser)")
        items.append(
          folded("\(from): \"\(reply.verbatim)\"", columns, rows: 4).map { PageLine($0) })
      }
      for (i, thing) in reply.three.enumerated() where !thing.text.isEmpty {
        let reason = titles[thing.reason].map { " (\($0))" } ?? ""
        let gap = thing.gap.map { plain(" · \($0.label)") } ?? ""
        items.append(
          folded("\(i + 1). \(thing.text)\(reason)\(gap)", columns, rows: 2).map {
            PageLine($0, .accent)
          })
      }
    }
    return Section(heading: "What they said", items: items, least: 1, noun: "lines of feedback")
  }

  /// Every rated answer as a bar of five.
  func answers() -> Section? {
    var items: [[PageLine]] = []
    for (i, turn) in dossier.turns.enumerated() {
      guard let rating = turn.rating else { continue }
      let filled = max(0, min(5, rating))
      let bar =
        String(repeating: marks.full, count: filled)
        + String(repeating: marks.empty, count: 5 - filled)
      let name = measure.pad("Q\(i + 1)", 4)
      let question = folded(turn.question, max(8, columns - 14), rows: 1).first ?? ""
      items.append([
        PageLine([
          .init(name, .dim), .init(bar, .bar), .init(" \(filled)/5 ", .dim), .init(question),
        ])
      ])
    }
    return Section(heading: "Answers, rated by you", items: items, least: 1, noun: "answers")
  }

  /// The ledger and the rounds by date.
  func timeline() -> Section? {
    var rows: [(Day, Int, String)] = []
    for event in dossier.events where event.kind != .debriefClosed {
      // A round of that day says it already.
      if event.kind == .held, dossier.interviews.contains(where: { $0.start?.day == event.on }) {
        continue
      }
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
      let said = start > now ? "planned: " : ""
      rows.append(
        (start.day, 0, "\(said)round \(interview.round), \(interview.kind.label)\(who)"))
    }
    rows += sentLetters()
    rows.sort { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }
    return Section(
      heading: "Timeline",
      items: rows.map { day, _, text in
        let date = measure.pad(day.short(today: now.day), 12)
        let lines = folded(text, columns - 12, rows: 2)
        return lines.enumerated().map { i, line in
          PageLine([.init(i == 0 ? date : measure.pad("", 12), .dim), .init(line)])
        }
      }, least: 1, noun: "dates")
  }

  /// The letters that went out and are no fact of the ledger, which says the others already.
  private func sentLetters() -> [(Day, Int, String)] {
    dossier.letters.compactMap { letter in
      guard letter.isSent, let day = letter.sent else { return nil }
      let fact = letter.letterKind?.fact(.waiting)
      if let fact, dossier.events.contains(where: { $0.kind == fact && $0.on == day }) {
        return nil
      }
      let to = dossier.person(letter.to).map { ", \($0.name)" } ?? ""
      return (day, 1, "letter sent: \(letter.title)\(to)")
    }
  }

  /// The one change, and up to two more.
  func changes() -> Section? {
    let list = dossier.improvements.filter { $0.state != .dropped }
    return Section(
      heading: PageTitles.changes(dossier, count: list.count),
      items: list.enumerated().map { i, change in
        var text = "\(i + 1). \(change.what) (\(change.effort.label), \(change.area.label))"
        if !change.place.isEmpty { text += "; where: \(change.place)" }
        if !change.proof.isEmpty { text += "; worked if: \(change.proof)" }
        return folded(text, columns, rows: 3).map { PageLine($0, i == 0 ? .accent : .body) }
      }, least: 1, noun: PageTitles.changesNoun(dossier))
  }
}
