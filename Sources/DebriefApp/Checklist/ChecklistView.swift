import DebriefModel
import TUI

/// How a question looks: the question, what answers it, what follows from the answer, and one quiet line.
extension ChecklistPane {
  func draw(_ canvas: Canvas, _ folder: Folder, _ desk: Desk, focused: Bool) {
    guard let wizard = folder.wizard, let entry = entry(wizard) else {
      return drawBeginning(canvas, folder, desk, focused: focused)
    }
    if entry.item.kind == .task(.close), wizard.debrief.closed != nil {
      return drawKeepsake(canvas, wizard, folder, desk, focused: focused)
    }
    let margin = ChecklistPane.margin(canvas.width)
    let width = max(1, min(ChecklistPane.mostColumns, canvas.width - 2 * margin))
    let tight = canvas.height < 9
    let foot = tight ? 0 : 1
    let soFar = soFarRows(canvas.height - foot, entry, desk)
    var page = Sheet(
      canvas: canvas.part(
        Rect(x: margin, y: 0, width: width, height: canvas.height - foot - soFar)), tight: tight)
    page.gap()
    if let closed = wizard.debrief.closed {
      page.put("Finished on \(closed.day.long).", Ink(.strength), rows: 1)
    }
    // On a low screen what is offered, and what rates, needs the rows: the question was read already.
    let offered = tight ? offerRows(entry, wizard, width: width) : 0
    if offered + 3 <= page.canvas.height {
      let most = !tight ? 4 : stage == .offering ? 1 : stage == .rating ? 2 : 4
      page.put(ask(entry, wizard), Ink(.title, .bold), rows: most)
    }
    page.gap()
    above(entry, wizard, folder, &page)
    // Why it is asked takes the rows of the answers where there are few.
    if tight, showsWhy {
      page.put("Why we ask: \(entry.item.why).", Ink(.accent), rows: page.left)
      return
    }
    if offered + 2 <= page.canvas.height {
      drawWidget(entry, wizard, desk, focused: focused, &page)
    }
    below(entry, wizard, desk, &page)
    if soFar > 1 {
      let rect = Rect(x: margin, y: canvas.height - foot - soFar, width: width, height: soFar - 1)
      drawSoFar(canvas.part(rect), entry, wizard, now: desk.now)
    }
    if foot > 0 { drawFoot(canvas, entry, wizard, desk) }
  }

  /// The question, as the stage has it.
  func ask(_ entry: Wizard.Entry, _ wizard: Wizard) -> String {
    if stage == .rating, let turn = ChecklistPane.unrated(wizard).first {
      return "How good was your answer to this? \(turn.question)"
    }
    if entry.item.kind == .task(.close), wizard.debrief.resting {
      return "That's enough for today. Well done."
    }
    if asksOutcome { return "What happened?" }
    // What was written down along with the outcome isn't asked for again.
    if entry.item.binds == .refusalWords {
      if stage == .offering { return "Here's what they said." }
      let isThere = field.parts.contains { !$0.original.isEmpty }
      if isThere, entry.response == nil { return "Here's what they said. Anything to add?" }
    }
    if let title = wizard.reasons.first(where: { $0.code == blamed })?.title {
      return "\(title): what else could explain it?"
    }
    return entry.item.ask
  }

  /// What is known already and belongs before the answer.
  func above(
    _ entry: Wizard.Entry, _ wizard: Wizard, _ folder: Folder, _ page: inout Sheet
  ) {
    let dossier = wizard.dossier
    switch entry.item.kind {
    case .task(.replies):
      if let words = wizard.lateWords { page.put(words, Ink(.accent), rows: 4) }
    case .task(.tried):
      if let it = wizard.trying { page.put("“\(it.improvement.sentence)”", .body, rows: 3) }
      if let at = wizard.tryingPlace { page.put("Change \(at.number) of \(at.of).", .dim, rows: 1) }
      page.gap()
    case .task(.room):
      let room = wizard.room.suffix(page.tight ? 1 : 6).map { "\($0.name), \($0.does)" }
      // Read aloud, they are one sentence: one line may have named several.
      for words in page.isSpoken && !room.isEmpty ? [room.joined(separator: "; ")] : room {
        page.put("✓ \(words)", Ink(.strength), rows: 1)
      }
      // Who is described without a name is the answer itself.
      if let said = entry.response?.value, !["", "done"].contains(said) {
        page.put("✓ \(said)", Ink(.strength), rows: 1)
      }
    case .task(.turns) where stage == .asking:
      let turns = dossier.turns
      let shown = turns.suffix(page.tight ? 0 : page.isSpoken ? 1 : 4)
      if turns.count > shown.count, !page.tight, !page.isSpoken {
        page.put("\(turns.count - shown.count) more above", .dim, rows: 1)
      }
      for turn in shown { page.put("✓ \(turn.question)", Ink(.strength), rows: 1) }
      if !shown.isEmpty { page.gap() }
    case .task(.turns):
      if let turn = ChecklistPane.unrated(wizard).first, !page.tight {
        page.put(turn.answer, .dim, rows: 3)
      }
    case .task(.findings): drawLists(wizard, &page)
    case .task(.causes): if blamed == nil { drawCauses(wizard, folder, &page) }
    case .task(.improvements):
      for it in dossier.improvements where it.debrief == wizard.debrief.id && it.state == .open {
        page.put("✓ \(it.sentence)", Ink(.strength), rows: 2)
      }
      page.gap()
    case .task(.asks):
      if dossier.givesNoFeedback {
        page.put(LetterTiming.noneGiven, .dim, rows: 2)
        page.gap()
      }
      if ChecklistPane.request(dossier) != nil {
        page.put("✓ Your request is saved but not sent yet.", Ink(.strength), rows: 2)
        page.gap()
      }
    case .task(.close):
      if wizard.debrief.resting {
        let waiting =
          wizard.waiting == 1 ? "One question is left" : "\(wizard.waiting) questions are left"
        page.put("What you've answered is saved. \(waiting) for another day.", .body, rows: 3)
        page.gap()
      } else if wizard.debrief.closed == nil {
        let open = wizard.stillOpen.count + wizard.openPhases.count
        if open > 0 {
          page.put(
            open == 1
              ? "One thing is still open. It can stay open."
              : "\(open) things are still open. They can stay open.", .dim, rows: 2)
        }
      }
    case .yesNo, .scale, .sided, .count, .choice, .line, .text, .date, .ticks, .task(.time),
      .task(.phases), .task(.page):
      if entry.item.advice.contains("A23") {
        for gap in PayGap.sentences(dossier.application) {
          page.put("By your numbers: \(gap)", Ink(.accent), rows: 3)
        }
      }
      if entry.item.id == "dress.match" {
        for line in wizard.dressed { page.put(line, Ink(.accent), rows: 2) }
      }
    }
  }

  private func drawLists(_ wizard: Wizard, _ page: inout Sheet) {
    let findings = wizard.dossier.findings
    // Read aloud, what isn't theirs has no heading: it says itself whether it was partly in their control.
    let partly: Set<ID> =
      page.isSpoken ? Set(wizard.dossier.circumstances(wizard.reasons).partly.map(\.id)) : []
    let room = max(2, page.left - 7)
    let shown = Finding.Kind.allCases.flatMap { kind in findings.filter { $0.kind == kind } }
      .prefix(room)
    for it in shown {
      let sign =
        partly.contains(it.id)
        ? "\(PageTitles.partly):" : it.kind == .strength ? "+" : it.kind == .weakness ? "−" : "○"
      let ink = it.kind == .strength ? Ink(.strength) : it.kind == .weakness ? Ink(.weakness) : .dim
      page.put("\(sign) \(it.statement)", ink, rows: 1)
    }
    if findings.count > shown.count {
      page.put("… \(findings.count - shown.count) more", .dim, rows: 1)
    }
    if findings.isEmpty { page.put("Nothing on either list yet.", .dim, rows: 1) }
    page.gap()
  }

  private func drawCauses(_ wizard: Wizard, _ folder: Folder, _ page: inout Sheet) {
    let dossier = wizard.dossier
    if !page.tight {
      page.put(folder.verdict.headlineText.capitalizedFirst + ".", .body, rows: 3)
      let bar = StackedBar([
        .init("in your control", folder.verdict.mine, role: .weakness),
        .init("partly", folder.verdict.partly, role: .warning),
        .init("not in your control", folder.verdict.notMine, role: .strength),
      ])
      if folder.verdict.mine + folder.verdict.partly + folder.verdict.notMine > 1,
        page.left > 12
      {
        page.say(folder.verdict.control)
        let rows = bar.rows(width: page.canvas.width)
        page.canvas.part(
          Rect(x: 0, y: page.y, width: page.canvas.width, height: rows)
        ).picture(bar)
        page.y += rows
      }
      page.gap()
    }
    let causes = dossier.findings.filter {
      // That nobody answered is what is to be explained.
      !$0.reason.isEmpty && $0.kind == .outside && $0.reason != Finding.silence
    }
    for it in causes.suffix(page.tight ? 1 : 3) {
      page.put("✓ \(it.statement)", Ink(.accent), rows: 1)
    }
    if !causes.isEmpty { page.gap() }
  }

  /// What follows the answer: why it is asked, and what is offered.
  func below(
    _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: Desk, _ page: inout Sheet
  ) {
    if case .date = entry.item.kind, !field.isEmpty, !page.isSpoken {
      page.put(understood(desk), .dim, rows: 1)
    }
    if pieces.count > 1, !page.isSpoken {
      page.gap()
      page.put(
        "That looks like \(pieces.count) questions and answers. Ctrl-S saves them one by one.",
        Ink(.accent), rows: 2)
    }
    if stage == .offering,
      let offer = ChecklistPane.offers(entry, wizard, declined).first
    {
      page.gap()
      // What is offered is what the next key works on.
      page.canvas.cursor(x: 0, y: min(page.y, page.canvas.height - 1), visible: false)
      if case .moment(let it) = offer {
        drawMoment(it, wizard, desk, &page)
      } else {
        drawOffer(offer, entry, wizard, &page)
      }
      return
    }
    if let response = entry.response, response.isSkipped {
      page.put("Skipped.", .dim, rows: 1)
    }
    if showsWhy {
      page.gap()
      page.put("Why we ask: \(entry.item.why).", Ink(.accent), rows: 3)
      if !entry.item.source.isEmpty, !page.tight {
        page.put(
          "Source: \(desk.sources.first { $0.name == entry.item.source }?.work ?? entry.item.source)",
          .dim, rows: 3)
      }
    }
    if case .task(.close) = entry.item.kind, !wizard.live.isEmpty, !page.tight {
      page.gap()
      page.put("Still open elsewhere:", Ink(.title), rows: 1)
      for it in wizard.live { page.put("\(it.company): \(it.next)", .dim, rows: 1) }
    }
  }

  /// What a date that is being typed is taken for.
  private func understood(_ desk: Desk) -> String {
    guard let day = DateWords(now: desk.now, direction: .nearest).day(field.text) else {
      return "A day, such as fri, 3 Dec, or in 2 weeks."
    }
    return "That's \(day.long)."
  }

  /// The last row: what the lists hold, where they don't stand beside it, and what else could be asked here.
  private func drawFoot(
    _ canvas: Canvas, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: Desk
  ) {
    let y = canvas.height - 1
    let isBesideLists = canvas.width * 4 < desk.size.width * 3
    var used = 0
    if !isBesideLists {
      let findings = wizard.dossier.findings
      let good = findings.count { $0.kind == .strength }
      let bad = findings.count { $0.kind == .weakness }
      var left = "went well \(good)   didn't \(bad)"
      let replies = wizard.dossier.feedback.count { $0.received != nil }
      if replies > 0 { left += "   feedback \(replies)" }
      used = canvas.text(left, x: 1, y: y, ink: .dim)
    }
    // Where it's asked how much time there is, more would be a second answer to that.
    let offersMore = wizard.debrief.closed == nil && entry.item.kind != .task(.time)
    let more = offersMore ? wizard.deeper(entry.step.id).count : 0
    let right =
      more > 0
      ? desk.named("\(more) more about this: {checklist.jump}")
      : isBesideLists ? "" : desk.named("{review.next} see the lists")
    let columns = TextWidth.columns(right)
    if used + columns + 4 <= canvas.width {
      canvas.text(right, x: canvas.width - columns - 1, y: y, ink: .dim)
    }
  }

  func hints(_ desk: Desk) -> [(key: String, title: String)]? {
    func key(_ command: String) -> String { desk.named("{\(command)}") }
    guard let wizard = desk.folder?.wizard, let entry = entry(wizard) else {
      return [
        (key("checklist.answer"), desk.folder?.branch == nil ? "record it" : "start"),
        (key("review.next"), "lists"), (key("review.page"), "page"), (key("help"), "help"),
        (key("palette"), "commands"),
      ]
    }
    if wizard.debrief.closed != nil, entry.item.kind == .task(.close) {
      return [
        ("Enter", "one-page summary"), (key("checklist.previous"), "look back"),
        (key("review.next"), "lists"), (key("back"), "done"),
      ]
    }
    if stage == .rating { return [("1–5", "rate it"), ("Enter", "that's enough")] }
    if stage == .offering {
      let offer = ChecklistPane.offers(entry, wizard, declined).first
      return ChecklistPane.offerHints(offer, wizard, width: desk.size.width)
        + (offer?.isAsked == true ? [(key("checklist.next"), "go on")] : [])
    }
    if isTyping {
      var hints: [(key: String, title: String)] =
        isFilter(entry)
        ? [("Enter", option >= 0 ? "add it" : "done"), ("↑↓", "choose")]
        : [("Enter", chosen(entry, wizard) != nil ? "choose it" : enterWord(entry))]
      if !isFilter(entry), picks(entry, wizard) { hints.append(("↑↓", "choose")) }
      if pieces.count > 1 { hints.insert(("^S", "save as \(pieces.count) questions"), at: 0) }
      if !isFilter(entry) { hints.append(("Alt-Enter", "new line")) }
      hints += [("Esc", "keys"), (key("review.next"), "lists")]
      return hints
    }
    if entry.item.kind == .ticks {
      return [
        ("Enter", "go on"), ("Space", "check"),
        (ChecklistPane.span(ChecklistPane.options(entry, wizard)), "check"),
        (key("checklist.previous"), "back"), (key("checklist.skip"), "skip"),
        (key("checklist.why"), "why we ask"), (key("palette"), "commands"),
      ]
    }
    if entry.item.kind == .task(.close), wizard.debrief.closed == nil {
      let isOpen = !wizard.stillOpen.isEmpty || !wizard.openPhases.isEmpty
      return [("Enter", isOpen ? "do it" : "finish"), ("1–5", "how you feel")]
        + (isOpen ? [("n", "nothing to add")] : [])
        + [(key("checklist.previous"), "back"), (key("palette"), "commands")]
    }
    return nil
  }

  /// What Enter does while something is typed.
  func enterWord(_ entry: Wizard.Entry) -> String {
    if blamed != nil { return field.isEmpty ? "nothing comes to mind" : "keep both" }
    guard case .task = entry.item.kind else { return field.isEmpty ? "go on" : "save and go on" }
    if field.isEmpty { return "that's all" }
    return field.at + 1 < field.parts.count ? "next line" : "add it"
  }
}
