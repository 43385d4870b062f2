import DebriefModel

/// Everything of one application as text to read: a section for each kind of thing.
public struct DossierText {
  let dossier: Dossier
  let reasons: [String: Reason]
  let checklists: [Branch: Checklist]
  let now: Moment
  let measure: TextMeasure
  let columns: Int
  private let here: [EarlierHere]
  private let isMarkdown: Bool
  private var out = ""

  /// Prepares the text. `checklists` are those its debriefs follow: they say what was asked, and in
  /// which order the answers are told; `columns` is how wide a line may be, and `here` are other applications
  /// to the same company. Markdown has no such limit.
  public init(
    _ dossier: Dossier, reasons: [Reason], checklists: [Branch: Checklist] = [:], now: Moment,
    measure: TextMeasure, columns: Int, here: [EarlierHere] = [], isMarkdown: Bool = false
  ) {
    self.here = here
    self.isMarkdown = isMarkdown
    self.dossier = dossier
    self.reasons = Dictionary(reasons.map { ($0.code, $0) }, uniquingKeysWith: { a, _ in a })
    self.checklists = checklists
    self.now = now
    self.measure = measure
    self.columns = max(30, columns)
  }

  /// The text, each line ended by a line feed.
  public func text() -> String {
    var page = self
    page.head()
    page.people()
    page.rounds()
    page.timeline()
    page.preparation()
    page.findings()
    page.gaps()
    page.script()
    page.feedback()
    page.debriefs()
    page.improvements()
    page.letters()
    page.forecasts()
    page.notes()
    return page.out
  }

  // MARK: Lines

  mutating func section(_ title: String) {
    out += isMarkdown ? "\n## \(MarkdownText.line(title))\n\n" : "\n\(title)\n"
  }

  /// Text under a mark, its further lines under its first.
  mutating func item(_ mark: String, _ text: String, indent: Int = 2) {
    if isMarkdown { return bullet(mark == "-" ? "" : mark, text, indent) }
    let start = String(repeating: " ", count: indent) + mark + (mark.isEmpty ? "" : " ")
    let margin = measure.columns(start)
    let rows = measure.wrap(text, max(10, columns - margin))
    for (i, row) in rows.enumerated() {
      var line = (i == 0 ? start : String(repeating: " ", count: margin)) + row
      while line.last == " " { line.removeLast() }
      out += line + "\n"
    }
  }

  /// The same as Markdown: a paragraph, or a list in a list.
  private mutating func bullet(_ mark: String, _ text: String, _ indent: Int) {
    let rows = "\(mark) \(text)".split(whereSeparator: \.isNewline)
      .map { MarkdownText.line(String($0)) }.filter { !$0.isEmpty }
    guard indent > 0 else {
      out += (out.isEmpty ? "# " : "") + rows.joined(separator: "\\\n") + "\n\n"
      return
    }
    let margin = indent > 2 ? "  " : ""
    out += margin + "- " + rows.joined(separator: "\\\n\(margin)  ") + "\n"
  }

  /// `label: text`, when there is a text.
  mutating func field(_ label: String, _ text: String?, indent: Int = 5) {
    guard let text, !text.isEmpty else { return }
    item(label + ":", text, indent: indent)
  }

  func list(_ parts: [String?]) -> String {
    parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  func date(_ day: Day?) -> String? { day.map { date($0) } }
  func date(_ day: Day) -> String { day.short(today: now.day) }
  func time(_ moment: Moment) -> String { "\(date(moment.day)) \(moment.clockText)" }
  func date(_ day: Day?, after word: String) -> String? { day.map { "\(word) \(date($0))" } }

  // MARK: Sections

  private mutating func head() {
    let it = dossier.application
    let verdict = Verdict(dossier, reasons: Array(reasons.values))
    let status = dossier.status(now: now)
    let title = [it.company, it.role].filter { !$0.isEmpty }.joined(separator: " · ")
    item("", title, indent: 0)
    item(
      "",
      (status.stage == .none ? "" : "\(status.stage.label) · ")
        + status.outcome.told(today: now.day), indent: 0)
    let earlier = EarlierHere.sentence(here, on: EarlierHere(dossier).day)
    for line in [verdict.said(of: dossier), verdict.saidSplit(of: dossier), earlier]
    where !line.isEmpty {
      item("", line, indent: 0)
    }
    out += "\n"
    field("reference", it.id.text, indent: 2)
    field("how they wanted it sent", it.channelAsked, indent: 2)
    field("how you sent it", it.channelUsed, indent: 2)
    field("link", it.link, indent: 2)
    field("pay you asked for", it.payAsked, indent: 2)
    field("pay they offered", it.payOffered, indent: 2)
    field("usual pay", it.payUsual, indent: 2)
    field("what you asked for", PayGap.sentences(it).joined(separator: "; "), indent: 2)
    field("industry", it.industry, indent: 2)
    field("résumé", it.resume, indent: 2)
    field("cover letter", it.saidCover, indent: 2)
    field("picked this job", it.picked.map { $0 ? "yes" : "no, it was one of many" }, indent: 2)
    field("looking back, for the best", it.glad.map { $0 ? "yes" : "not yet" }, indent: 2)
    field("finalists", it.finalists.map(String.init), indent: 2)
    field("notes", it.notes, indent: 2)
    field("the posting", it.posting, indent: 2)
    field("the cover letter", it.coverText, indent: 2)
    for claim in dossier.retractedInCover {
      field("you dropped this, but your cover letter says it", claim.text, indent: 2)
    }
    field("entered", time(it.created), indent: 2)
  }

  private mutating func people() {
    if dossier.people.isEmpty { return }
    section("People")
    for person in dossier.people {
      let part = person.part.label
      item("", list([person.name, part, person.company, person.email, person.phone]))
      field("notes", person.notes)
    }
  }

  private mutating func rounds() {
    if dossier.interviews.isEmpty { return }
    section("Rounds")
    for it in dossier.interviews {
      let names = it.people.compactMap { dossier.person($0)?.name }
      item(
        "\(it.round)",
        list([
          dossier.standing(it, now: now).word + it.kind.spoken, it.format?.label,
          it.hasHour ? it.start.map(time) : date(it.start?.day),
          it.start == nil ? "date not noted" : nil,
          it.minutes.map { "\($0) \($0 == 1 ? "minute" : "minutes")" },
          names.isEmpty ? nil : "with " + names.joined(separator: ", "),
        ]))
      field("dress code", it.dressExpected)
      field("who told you", it.dressFrom)
      field("what you wore", it.dressWorn)
      field("notes", it.notes)
    }
  }

  private mutating func timeline() {
    if dossier.events.isEmpty { return }
    section("Timeline")
    let order = TimelineOrder(dossier.events, dossier.interviews)
    for event in order.sorted(dossier.events) {
      // Of a round whose day nobody noted, the day it was written down says nothing.
      let day = event.saysNoDay(of: dossier.interviews) ? nil : event.known
      item(
        measure.pad(date(day) ?? "not noted", DateStyle.current.widest),
        list([
          event.kind.label, dossier.person(event.person)?.name, date(event.due, after: "for"),
        ]))
      field("their words", event.words, indent: 14)
      field("ended", event.tone?.label, indent: 14)
    }
  }

  private mutating func findings() {
    let (outside, partly) = dossier.circumstances(Array(reasons.values))
    for (list, title) in [
      (dossier.findings.filter { $0.kind == .strength }, "What went well"),
      (dossier.findings.filter { $0.kind == .weakness }, "What didn't go well"),
      (dossier.ownChoices, PageTitles.decision), (partly, PageTitles.partly),
      (outside, PageTitles.outside),
    ] {
      if list.isEmpty { continue }
      section("\(title): \(list.count)")
      for it in list {
        item("-", it.statement)
        item("", about(it), indent: 4)
      }
    }
  }

  private mutating func gaps() {
    let gaps = Gaps.list(dossier, now: now)
    if gaps.isEmpty { return }
    section("Where the gaps were")
    for it in gaps { item("-", it.sentence) }
  }

  private func about(_ it: Finding) -> String {
    var shown: String?
    switch it.evidence?.kind {
    case .turn:
      let place = dossier.turns.firstIndex { $0.id == it.evidence?.id }
      shown = place.map { "shown by Q\($0 + 1)" }
    case .feedback: shown = "shown by feedback"
    case .response: shown = "shown by an answer in the debrief"
    case nil: break
    }
    let reason = reasons[it.reason]
    let control = it.kind == .strength ? nil : (it.control ?? reason?.control)?.label
    return list([
      it.tier.label, shown, it.phase.label, it.area?.label, reason?.title ?? it.reason, control,
      it.weight == 3 ? nil : "importance \(it.weight) of 5",
      dossier.lateness(it),
    ])
  }

  private mutating func script() {
    if dossier.turns.isEmpty { return }
    section("Notes from the interview")
    for (i, it) in dossier.turns.enumerated() {
      let asker = it.asker == .me ? "you asked: " : ""
      item("Q\(i + 1)", asker + it.question)
      field("answer", it.answer)
      field(
        "how it went",
        list([
          it.rating.map { "\($0)/5" }, it.reaction?.label, it.delivery?.label,
          it.parts.isEmpty ? nil : "with \(it.parts.map(\.label).joined(separator: ", "))",
          it.mark.isEmpty ? nil : "marked \(it.mark)",
        ]))
      field(it.asker == .them ? "asked by" : "asked of", dossier.person(it.person)?.name)
      field("noted", dossier.lateness(it))
      field("prepared", it.prepared)
      field("better", it.better)
    }
  }

  private mutating func feedback() {
    if dossier.feedback.isEmpty { return }
    section("Feedback")
    for it in dossier.feedback {
      let waits = it.isWaiting ? "waiting" + (it.due.map { ", due \(date($0))" } ?? "") : nil
      item(
        "",
        list([
          it.from.isEmpty ? dossier.person(it.person)?.name ?? "they" : it.from, it.channel.label,
          date(it.asked, after: "asked"), date(it.received, after: "received"), waits,
          it.closed && it.received == nil ? "no longer waiting" : nil, it.candour?.label,
        ]))
      field("their words", it.verbatim)
      field("skills", it.qualification)
      field("more experience in", it.aspect)
      field("fit", it.fit)
      field("compared with others", it.comparison)
      for (i, thing) in it.three.enumerated() {
        let reason = (reasons[thing.reason]?.title ?? thing.reason)
        let gap = thing.gap.map { ": \($0.label)" } ?? ""
        item("\(i + 1).", thing.text + (reason.isEmpty ? "" : " (\(reason))") + gap, indent: 5)
        if let example = thing.example { field("example", example) }
      }
    }
  }

  private mutating func debriefs() {
    let status = dossier.status(now: now)
    for stored in dossier.debriefs {
      let it = stored.fitted(to: status)
      section("Debrief: \(it.branch.label)")
      item(
        "",
        list([
          "started \(time(it.started))", it.total > 0 ? "\(it.done) of \(it.total)" : nil,
          dossier.minutesLeft(it).map { TimeLeft.said($0) },
          it.resting ? "paused" : nil,
          it.lateReply(dossier.events).map { "reopened when a reply came \(time($0.recorded))" },
          it.closed.map { "finished \(time($0))" },
        ]))
      for (response, asked) in answers(it) {
        guard let words = answer(response, asked) else { continue }
        item("-", asked?.ask ?? response.item)
        item("", words, indent: 4)
      }
      field("lesson", it.lesson, indent: 2)
    }
  }

  /// The answers of a debrief as its checklist asks for them; those to questions it no longer has
  /// come last, in the order they were given.
  private func answers(_ debrief: Debrief) -> [(Response, Item?)] {
    let items = checklists[debrief.branch]?.items ?? []
    let given = dossier.responses.filter { $0.debrief == debrief.id }
    let known = Set(items.map(\.id))
    // What was asked while it had ended differently is found among the other questions.
    func asked(_ id: String) -> Item? {
      Branch.allCases.lazy.compactMap { checklists[$0]?.items.first { $0.id == id } }.first
    }
    return items.flatMap { item in given.filter { $0.item == item.id }.map { ($0, item) } }
      + given.filter { !known.contains($0.item) }.map { ($0, asked($0.item)) }
  }

  private func answer(_ response: Response, _ item: Item?) -> String? {
    switch response.skipped {
    case "": break
    // As they are stored, and as one says them.
    case "does not apply": return "skipped (it doesn't apply)"
    case "do not remember": return "skipped (I don't remember)"
    default: return "skipped (\(response.skipped))"
    }
    return item.map { $0.words(response.value) } ?? response.value
  }

  private mutating func improvements() {
    if dossier.improvements.isEmpty { return }
    section(Verdict.isAccepted(dossier) ? "Habits to keep" : "Changes for next time")
    for (i, it) in dossier.improvements.enumerated() {
      item("\(i + 1).", it.what)
      item("", list([it.area.label, it.effort.label, it.state.label]), indent: 5)
      field("when", it.place)
      field("it worked if", it.proof)
      field("ways to get there", it.options)
      field("costs", it.cost)
      field("by", it.by.map(date))
      field("how it went", it.outcome)
    }
  }

  /// Which letters there are, how far they came, and what they say.
  private mutating func letters() {
    if dossier.letters.isEmpty { return }
    section("Letters")
    for it in dossier.letters {
      item(
        "-",
        list([
          it.title, it.subject.isEmpty ? nil : "\"\(it.subject)\"",
          dossier.person(it.to).map { "to \($0.name)" }, it.standing(now: now).rawValue,
          it.isHeld(now: now) ? it.heldUntil.map { "until \(time($0))" } : nil,
          date(it.sent, after: "sent"), date(it.answered, after: "answered"),
          it.useful.map { $0 ? "it helped" : "it didn't help" },
        ]))
      field("taken off hold because", it.override ?? "")
      for line in it.text.split(whereSeparator: \.isNewline) { item("", String(line), indent: 5) }
    }
  }

  private mutating func forecasts() {
    if dossier.forecasts.isEmpty { return }
    section("Predictions")
    for it in dossier.forecasts {
      let felt = it.feltWords.map { "; \($0)" } ?? ""
      item("", "\(it.chance)% chance of a yes, predicted \(time(it.sealed))\(felt)")
    }
  }

  private mutating func notes() {
    if dossier.notes.isEmpty { return }
    section("Notes")
    for it in dossier.notes {
      item("-", it.text + (dossier.lateness(it).map { " (\($0))" } ?? ""))
    }
  }
}
