import DebriefModel
import TUI

/// The guided debrief in plain mode: the same questions, options and offers as on the screen, one at a time.
extension ChecklistPane {
  func told(_ folder: Folder) -> String {
    guard let wizard = folder.wizard else {
      return folder.branch == nil ? "It starts once you've heard back." : "Not started."
    }
    return wizard.debrief.closed != nil
      ? "Finished." : "Answered: \(wizard.done) of \(wizard.total)."
  }

  func toldRows(_ folder: Folder, _ desk: Desk) -> [(group: String, text: String)] { [] }

  func spoken(_ desk: Desk) -> Spoken {
    guard let folder = desk.folder else { return Spoken("") }
    guard let wizard = folder.wizard, let entry = entry(wizard) else {
      return spokenBeginning(folder, desk)
    }
    var it = Spoken(entry.step.title)
    let at = index(wizard)
    it.back = at == 0 ? Review.toHub : Spoken.command("checklist.previous")
    if field.at > 0 { it.back = ChecklistPane.toFirstText }
    if entry.item.kind == .task(.close), wizard.debrief.closed != nil {
      var page = Sheet.spoken
      keepsake(&page, wizard, folder, desk)
      it.lines = page.said ?? []
      it.enter = Spoken.Step("the one-page summary", Spoken.key(Key(.enter)))
      return it
    }
    if wizard.debrief.closed == nil {
      it.about = TimeLeft.said(wizard.minutesLeft).capitalizedFirst + "."
    }
    it.skip = Spoken.command("checklist.skip")
    switch stage {
    case .offering: spokenOffer(&it, entry, wizard, desk)
    case .rating: spokenRating(&it, wizard, desk)
    case .asking: spokenQuestion(&it, entry, wizard, desk)
    }
    return it
  }

  private func spokenBeginning(_ folder: Folder, _ desk: Desk) -> Spoken {
    var it = Spoken("\(Review.spokenName(folder)): debrief")
    var page = Sheet.spoken
    // Enter does it here, whatever it's called elsewhere.
    beginning(&page, folder, desk.commands, records: ("Enter", "Press Enter"))
    it.lines = page.said ?? []
    it.back = Review.toHub
    if folder.branch != nil {
      it.enter = Spoken.Step("start", Spoken.key(Key(.enter)))
    } else {
      it.enter = Spoken.Step("record how it ended", Spoken.command("review.outcome"))
    }
    return it
  }

  /// What is known already, as the screen shows it above the answer.
  private func said(
    _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: Desk, below isBelow: Bool = true
  ) -> [String] {
    guard let folder = desk.folder else { return [] }
    var page = Sheet.spoken
    if let closed = wizard.debrief.closed { page.put("Finished on \(closed.day.long).", rows: 1) }
    above(entry, wizard, folder, &page)
    if isBelow { below(entry, wizard, desk, &page) }
    return page.said ?? []
  }

  // MARK: Questions

  private func spokenQuestion(
    _ it: inout Spoken, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: Desk
  ) {
    // The second of two texts belongs to the first, and nothing stands between them.
    it.lines = field.at > 0 ? [] : said(entry, wizard, desk)
    it.asks = ask(entry, wizard)
    if entry.isUnknown {
      it.lines.append(entry.earlierAnswer)
      it.enter = Spoken.Step("go on", Spoken.command("checklist.next"))
      return
    }
    if entry.item.kind == .task(.close), wizard.debrief.closed == nil,
      spokenMood(&it, wizard, desk)
    {
      return
    }
    if wizard.debrief.closed != nil {
      if let response = entry.response, let said = ChecklistPane.shown(response, entry.item) {
        it.lines.append(response.isSkipped ? said : "Your answer: \(said)")
      }
      it.choices = []
      it.enter = Spoken.Step("the next question", Spoken.command("checklist.next"))
      it.words["c"] = Spoken.Step("change it", Spoken.command("checklist.answer"))
      return
    }
    if pieces.count > 1 { return spokenPieces(&it) }
    spokenOptions(&it, entry, wizard)
    if !field.parts.isEmpty { spokenField(&it, entry, wizard) }
    spokenCount(&it, entry, wizard)
    let more = wizard.deeper(entry.step.id).count
    if more > 0, entry.item.kind != .task(.time) {
      it.words["d"] = Spoken.Step(
        "go deeper, \(more) more about this", Spoken.command("checklist.jump"))
    }
  }

  private func spokenOptions(_ it: inout Spoken, _ entry: Wizard.Entry, _ wizard: Wizard) {
    if blamed != nil || asksOutcome || field.at > 0 { return }
    let options = ChecklistPane.options(entry, wizard, filter: field.text)
    let isTicks = entry.item.kind == .ticks
    it.choices = options.enumerated().filter { $0.element.does != .number }.map { at, option in
      let isShort = ["y", "n"].contains(option.key) || entry.item.kind == .count
      var text = option.title.isEmpty ? "between \(at) and \(at + 2)" : option.title
      if isTicks { text += ticked.contains(option.tickName) ? ", checked" : "" }
      if let value = option.value, value == entry.response?.value { text += " (your answer)" }
      if !option.meaning.isEmpty, options.count <= 3 { text = String.said(text, option.meaning) }
      if case .phase(let phase) = option.does, entry.item.kind == .task(.close) {
        text = "Nothing to add about \(phase.label) the interview"
      }
      return Spoken.Choice(isShort ? option.key : "\(at + 1)", text, group: option.group) { app in
        ChecklistPane.chosen(at, &app)
      }
    }
    if isTicks {
      it.many = { app, numbers in
        ChecklistPane.reach(&app) { pane, _ in
          pane.ticked = Set(numbers.map { options[$0 - 1].tickName })
        }
        return app.perform("checklist.answer")
      }
      it.enter = Spoken.Step(
        ticked.isEmpty ? "none of these" : "go on with what's checked", Spoken.key(Key(.enter)))
    } else if options.indices.contains(option), field.parts.isEmpty || chosen(entry, wizard) != nil
    {
      it.enter = Spoken.Step(options[option].title.lowercasedFirst, Spoken.key(Key(.enter)))
    } else if field.parts.isEmpty {
      it.enter = Spoken.Step("go on", Spoken.key(Key(.enter)))
    }
  }

  /// Does what an option of the current question says.
  private static func chosen(_ at: Int, _ app: inout App) -> [Effect] {
    let requests = ChecklistPane.reach(&app) { pane, desk -> [Request] in
      guard let wizard = desk.folder?.wizard, let entry = pane.entry(wizard) else { return [] }
      let options = ChecklistPane.options(entry, wizard, filter: pane.field.text)
      guard options.indices.contains(at) else { return [] }
      pane.option = at
      let requests = refusal(entry, wizard) ?? pane.choose(options[at], entry, wizard, &desk)
      // Enter says what it does: what was just done is not done again, where it leads out of the question.
      let isBack =
        if case .task(let task) = entry.item.kind {
          [.close, .findings].contains(task)
        } else {
          false
        }
      if isBack { pane.option = options.firstIndex(where: \.isDefault) ?? at }
      return requests
    }
    return app.run(requests ?? [])
  }

  private func spokenField(_ it: inout Spoken, _ entry: Wizard.Entry, _ wizard: Wizard) {
    let part = field.parts[field.at]
    // What was written down a moment ago needs no long question again.
    let isNext = blamed == nil && it.lines.contains { $0.hasPrefix(Sheet.written) }
    if isNext, field.at == 0, !isFilter(entry) { it.asks = "Another one?" }
    let isNew = part.area.isEmpty && (!isNext || isFilter(entry))
    // The label comes last: what is typed goes on from there.
    it.asks = String.said(
      field.at == 0 ? it.asks : nil, isNew ? placeholder(entry, field.at) : nil,
      part.label.isEmpty ? nil : "\(part.label):")
    it.folds = isFilter(entry) && field.isEmpty
    it.text = Spoken.Text(
      isLong: entry.item.kind == .text && blamed == nil && !asksOutcome,
      now: isFilter(entry) ? "" : part.area.text, write: ChecklistPane.write,
      done: isFilter(entry) ? ChecklistPane.nothing : Spoken.key(Key(.enter)))
    if FormPurpose(scope: field.scope) != nil { it.text?.editor = Spoken.key(.ctrl("o")) }
    if isFilter(entry), !field.isEmpty {
      it.lines.append("Looking for “\(field.text)”.")
      it.back = { app in
        ChecklistPane.write(&app, "")
        return []
      }
    }
    if it.enter == nil {
      let word =
        isFilter(entry)
        ? it.choices.indices.contains(option) ? "add the first" : "done"
        : isNew && field.at == 0 && entry.item.kind.isTask && blamed == nil && !asksOutcome
          ? "go on"
          : part.original.isEmpty || entry.item.kind.isTask ? enterWord(entry) : "keep it and go on"
      it.enter = Spoken.Step(word, Spoken.key(Key(.enter)))
    }
    if entry.item.kind == .task(.turns), field.at == 0 {
      it.words["p"] = Spoken.Step("paste notes and have them split into questions and answers") {
        app in
        app.write(Spoken.Text(isLong: true, write: ChecklistPane.write, done: { _ in [] }))
        app.notice = App.Notice(text: "Paste or type your notes. A line with only a dot ends them.")
        return []
      }
    }
  }

  private static let nothing: Spoken.Does = { _ in [] }

  /// From the second of two texts back to the first.
  private static let toFirstText: Spoken.Does = { app in
    ChecklistPane.reach(&app) { pane, _ in pane.field.at = max(0, pane.field.at - 1) }
    return []
  }

  /// Puts what was typed in the place of what stands in the field.
  private static let write: @Sendable (inout App, String) -> Void = { app, text in
    ChecklistPane.reach(&app) { pane, desk in
      guard pane.field.parts.indices.contains(pane.field.at) else { return }
      pane.isOut = false
      pane.field.parts[pane.field.at].area = TextArea()
      if text.isEmpty { pane.option = -1 } else { _ = pane.take(.paste(text), &desk) }
    }
  }

  private func spokenPieces(_ it: inout Spoken) {
    it.asks = "That looks like \(pieces.count) questions and answers."
    it.choices = [
      .init("1", "Save them one by one", does: Spoken.key(.ctrl("s"))),
      .init("2", "Keep it as one question") { app in
        ChecklistPane.reach(&app) { pane, _ in pane.pieces = [] }
        return app.input(.key(Key(.enter)))
      },
    ]
  }

  /// A number that has no option of its own is checked by the form of the answer.
  private func spokenCount(_ it: inout Spoken, _ entry: Wizard.Entry, _ wizard: Wizard) {
    guard entry.item.kind == .count else { return }
    let (id, item) = (wizard.debrief.application, entry.item.id)
    it.asks = String.said(it.asks, "A number")
    it.text = Spoken.Text(
      write: { app, text in
        app.open(.answer(id, item: item))
        FormOverlay.reach(&app) { form, _ in form.form.set("answer", text) }
      }, done: Spoken.key(.ctrl("s")))
  }

  // MARK: What follows from an answer

  private func spokenOffer(
    _ it: inout Spoken, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: Desk
  ) {
    guard let offer = ChecklistPane.offers(entry, wizard, declined).first else { return }
    it.skip = nil
    if case .moment(let finding) = offer {
      it.asks = String.said(
        finding.statement,
        finding.kind == .weakness
          ? "Which question was it?" : "Which of your answers is this about?")
      it.choices = Moments.candidates(wizard.dossier).enumerated().map { at, turn in
        let words = desk.hedges.value?.words(turn.answer) ?? []
        return Spoken.Choice(
          "\(at + 1)",
          String.said(
            turn.question, words.isEmpty ? nil : "You said: \(words.joined(separator: ", "))"),
          does: Spoken.key(.char(Character("\((at + 1) % 10)"))))
      }
      it.enter = Spoken.Step("none of these", Spoken.key(Key(.enter)))
      return
    }
    var lines = said(entry, wizard, desk)
    // What is offered is the question, and comes last; but a heading that asks comes after it.
    it.asks = lines.popLast() ?? ""
    it.lines = lines.suffix(1)
    if let heading = it.lines.last, heading.hasSuffix("?"), !it.asks.hasSuffix("?") {
      (it.lines, it.asks) = ([], String.said(it.asks, heading))
    }
    // What can be added to a list is said before the question that names the list.
    if let (heading, text) = added(offer, entry, wizard) {
      (it.lines, it.asks) = ([], String.said(text, heading))
    }
    if offer.isOnlySaid {
      it.enter = Spoken.Step("go on", Spoken.key(Key(.enter)))
      return
    }
    it.choices = [
      .init("y", "Yes", does: Spoken.key(Key(.enter))),
      .init("n", "No", does: Spoken.key(.char("n"))),
    ]
    if offer.isReason {
      it.choices.append(.init("o", "Another reason", does: Spoken.key(.char("e"))))
    }
    it.enter = Spoken.Step("yes", Spoken.key(Key(.enter)))
  }

  private func spokenRating(_ it: inout Spoken, _ wizard: Wizard, _ desk: Desk) {
    guard let turn = ChecklistPane.unrated(wizard).first else { return }
    it.lines = ["Your answer: \(turn.answer.oneLine)"]
    it.asks = "How good was your answer to this? \(turn.question)"
    it.choices = ChecklistPane.ratings.enumerated().map { at, words in
      Spoken.Choice(
        "\(at + 1)", words.capitalizedFirst, does: Spoken.key(.char(Character("\(at + 1)"))))
    }
    it.enter = Spoken.Step("that's enough", Spoken.key(Key(.enter)))
    it.skip = Spoken.key(Key(.enter))
  }

  /// The mood at the end has a question of its own here; false once it is answered or passed.
  private func spokenMood(_ it: inout Spoken, _ wizard: Wizard, _ desk: Desk) -> Bool {
    let id = wizard.debrief.id
    guard let mood = wizard.besides.first, mood.response == nil, desk.passedMood != id else {
      return false
    }
    it.lines = []
    it.asks = mood.item.ask
    let words = mood.item.anchors
    it.choices = (1...5).map { n in
      Spoken.Choice(
        "\(n)",
        words.count == 5 ? words[n - 1] : n == 1 ? "very low" : n == 5 ? "good" : "\(n) of 5",
        does: Spoken.key(.char(Character("\(n)"))))
    }
    let pass: Spoken.Does = { app in
      app.desk.passedMood = id
      return []
    }
    it.enter = Spoken.Step("go on without", pass)
    it.skip = pass
    return true
  }
}

extension Sheet {
  /// One that nothing is drawn on: it keeps the sentences.
  static var spoken: Sheet {
    var sheet = Sheet(canvas: Surface(size: Size(1, 1)).canvas, tight: false)
    sheet.said = []
    return sheet
  }

  /// What is said of something that was written down.
  static let written = "Written down: "

  /// A sentence without the marks that stand for a word.
  static func words(_ text: String) -> String {
    for (mark, word) in [
      ("+ ", "Went well: "), ("− ", "Didn't go well: "), ("○ ", "Outside your control: "),
      ("> ", ""), ("✓ ", written),
    ] where text.hasPrefix(mark) {
      return word + text.dropFirst(mark.count)
    }
    return text.capitalizedFirst
  }
}
