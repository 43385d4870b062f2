import DebriefModel
import TUI

extension ChecklistPane {
  static let commands: [Command] = [
    command(
      "checklist.answer", ["enter"], "Answer, or take over what is suggested", footer: "answer"
    ) { pane, folder, desk in
      guard let wizard = folder.wizard, let entry = pane.entry(wizard) else {
        return begin(folder, &desk)
      }
      return refusal(entry, wizard) ?? pane.enter(entry, wizard, &desk)
    },
    onWizard("checklist.next", ["]", "pgdn"], "The next question", footer: "next") {
      pane, wizard, _ in
      if pane.index(wizard) + 1 >= wizard.entries.count {
        return [.notice("It is the last question.")]
      }
      pane.next(wizard)
      return []
    },
    onWizard("checklist.previous", ["[", "pgup"], "The question before", footer: "back") {
      pane, wizard, _ in
      if pane.index(wizard) == 0 { return [.notice("It is the first question.")] }
      pane.go(to: pane.index(wizard) - 1, wizard)
      return []
    },
    onWizard(
      "checklist.step", ["}"], "On to the next wanted question, or the next step", footer: "step"
    ) { pane, wizard, _ in
      if let at = wizard.nextStep(after: pane.index(wizard)) {
        pane.go(to: at, wizard)
        return []
      }
      // From the end, back to what is still wanted.
      guard let open = wizard.entries.firstIndex(where: { $0.item.required && !$0.isDone }) else {
        return [.notice("It is the last step, and nothing wanted is open.")]
      }
      pane.go(to: open, wizard)
      return [.notice("Back to the first question that is still wanted.")]
    },
    onEntry("checklist.skip", ["s"], "Skip, with a reason", footer: "skip") { pane, entry, _ in
      if entry.item.kind == .task(.close) {
        return [.notice("The debrief can stay open; {back} goes back, nothing is lost.")]
      }
      pane.item = entry.item.id
      return [.open(skipPicker(entry))]
    },
    onWizard("checklist.jump", ["g"], "Go to any question") { _, wizard, _ in
      [.open(jumpPicker(wizard))]
    },
    onWizard("checklist.rest", ["r"], "Capture only and rest, or go on with the whole") {
      _, wizard, desk in
      if wizard.debrief.closed != nil { return [.notice("This debrief is closed.")] }
      let resting = !wizard.debrief.resting
      return [
        .effect(.apply(wizard.rest(resting, ids: &desk.ids, now: desk.now))),
        .notice(
          resting
            ? "Only what fades is asked now; {checklist.rest} goes on with the whole."
            : "All questions again; {checklist.rest} goes back to capturing only."),
      ]
    },
    onEntry("checklist.editor", ["E"], "Write the answer in your editor") { pane, entry, wizard in
      switch entry.item.kind {
      case .line, .text:
        pane.item = entry.item.id
        return [.editor(.answer(wizard.debrief.application, item: entry.item.id))]
      case .yesNo, .scale, .sided, .count, .choice, .date, .task:
        return [.notice("This question is answered with a key.")]
      }
    },
    command(
      "checklist.letter", ["w"], "Write the letter it asks about",
      why: { _, folder, _ in folder.hasContent ? nil : "The checklist is not read yet." },
      does: { pane, folder, desk in
        guard let entry = pane.entry(folder.wizard) else {
          return [.open(LettersPane.kindPicker(folder.dossier, now: desk.now))]
        }
        return pane.leaving { _ in letter(entry, folder.dossier, desk) }
      }),
  ]

  /// A command on the debrief that was begun.
  private static func onWizard(
    _ name: String, _ keys: [String], _ title: String, footer: String? = nil,
    _ does: @escaping @Sendable (inout ChecklistPane, Wizard, inout Desk) -> [Request]
  ) -> Command {
    command(
      name, keys, title, footer: footer,
      why: { _, folder, _ in
        folder.wizard == nil
          ? "The debrief has not begun; {checklist.answer} begins it." : nil
      },
      does: { pane, folder, desk in
        guard let wizard = folder.wizard, pane.entry(wizard) != nil else { return [] }
        return pane.leaving { does(&$0, wizard, &desk) }
      })
  }

  /// A command that answers the question one is at.
  private static func onEntry(
    _ name: String, _ keys: [String], _ title: String, footer: String? = nil,
    _ does: @escaping @Sendable (inout ChecklistPane, Wizard.Entry, Wizard) -> [Request]
  ) -> Command {
    onWizard(name, keys, title, footer: footer) { pane, wizard, _ in
      guard let entry = pane.entry(wizard) else { return [] }
      return refusal(entry, wizard) ?? does(&pane, entry, wizard)
    }
  }

  /// Does something, and says when a number that was half typed is left by it.
  private mutating func leaving(_ body: (inout ChecklistPane) -> [Request]) -> [Request] {
    let before = half
    let requests = body(&self)
    return half == nil ? requests + (before.map { [.notice($0)] } ?? []) : requests
  }

  /// Why a question takes no answer.
  private static func refusal(_ entry: Wizard.Entry, _ wizard: Wizard) -> [Request]? {
    if entry.isUnknown {
      return [.notice("This version does not know the question; the answer stays as it is.")]
    }
    return wizard.debrief.closed != nil && !onlyLooks(entry) ? [reopening(wizard)] : nil
  }

  /// What Enter does at a question: the number that was typed, what is suggested, or the option under
  /// the cursor.
  private mutating func enter(
    _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request] {
    if let requests = number(entry, wizard, &desk) { return requests }
    if let offer = wizard.offers(entry).first,
      let change = wizard.accept(offer, of: entry, id: desk.ids.draw(), now: desk.now)
    {
      item = entry.item.id
      return [
        .effect(.apply(change, then: .goOn)), .notice(ChecklistPane.added(offer.finding)),
      ]
    }
    let options = ChecklistPane.options(entry, wizard)
    if options.indices.contains(option) { return choose(options[option], entry, wizard, &desk) }
    // Nothing typed and nothing picked is no answer: not even a nought.
    guard entry.item.kind == .count, !entry.isDone else {
      next(wizard)
      return []
    }
    return [.notice("Type the number; {checklist.next} goes on without it.")]
  }

  private static func letter(
    _ entry: Wizard.Entry, _ dossier: Dossier, _ desk: Desk
  ) -> [Request] {
    guard let kind = entry.item.letter else {
      return [.open(LettersPane.kindPicker(dossier, now: desk.now))]
    }
    // One that was begun is gone on with.
    if let begun = dossier.letters.first(where: { $0.letterKind == kind && !$0.isSent }) {
      return [.form(.letter(dossier.application.id, begun.id))]
    }
    if let refusal = LetterRules.refusal(kind, dossier, now: desk.now) {
      return [.notice(refusal)]
    }
    return LettersPane.begin(kind, dossier, desk)
  }

  /// Begins the debrief that fits, or says what is missing.
  private static func begin(
    _ folder: Folder, _ desk: inout Desk
  ) -> [Request] {
    let dossier = folder.dossier
    if folder.wizard != nil { return [] }
    if let debrief = dossier.debrief {
      return [
        .notice("There is no checklist for \"\(debrief.branch.label)\" here; run debrief doctor.")
      ]
    }
    guard let branch = folder.branch else {
      return [
        .form(.outcome(dossier.application.id)),
        .notice("First: how did it end? Then the debrief can begin."),
      ]
    }
    let (change, _) = Recipe.begin(
      branch, application: dossier.application.id, ids: &desk.ids, now: desk.now)
    return [.effect(.apply(change))]
  }

  /// What is said when a suggestion was taken over.
  private static func added(_ kind: Finding.Kind) -> String {
    switch kind {
    case .strength: "Added to what went right; {review.findings} shows the lists."
    case .weakness: "Added to what went wrong; {review.findings} shows the lists."
    case .outside: "Added to what was outside your hands; {review.findings} shows the lists."
    }
  }

  private static func skipPicker(_ entry: Wizard.Entry) -> PickerOverlay {
    let reasons = [
      ("does not apply", "it does not apply"), ("do not remember", "I do not remember"),
      ("rather not", "I would rather not"), ("later", "later"),
    ]
    return PickerOverlay(
      "Skip, because",
      reasons.map { reason, title in
        .init(title) { _ in
          [.with(ChecklistPane.self) { $0.skip(entry.item.id, reason: reason, &$1) }]
        }
      })
  }

  private static func jumpPicker(_ wizard: Wizard) -> PickerOverlay {
    let options = wizard.entries.map { entry in
      let state =
        switch entry.response {
        case nil: entry.item.required ? "open, wanted" : "open"
        case let it? where it.isSkipped: "skipped"
        default: "✓"
        }
      return PickerOverlay.Option(
        entry.item.ask, detail: "\(entry.step.title) · \(state)"
      ) { _ in [.with(ChecklistPane.self) { $0.jump(to: entry.item.id, $1) }] }
    }
    return PickerOverlay("Go to", options, filterable: true)
  }

  private mutating func jump(to id: String, _ desk: Desk) -> [Request] {
    guard let wizard = desk.folder?.wizard,
      let at = wizard.entries.firstIndex(where: { $0.item.id == id })
    else { return [] }
    return leaving {
      $0.go(to: at, wizard)
      return []
    }
  }

  /// Passes an item over.
  private mutating func skip(_ id: String, reason: String, _ desk: inout Desk) -> [Request] {
    guard let wizard = desk.folder?.wizard,
      let entry = wizard.entries.first(where: { $0.item.id == id })
    else { return [] }
    item = id
    var change = wizard.answer(
      entry, value: "", skipped: reason, id: desk.ids.draw(), now: desk.now)
    if reason != "later", reason != "rather not" {
      change.operations += wizard.unwritten(entry, ids: &desk.ids, now: desk.now)
    }
    return [.effect(.apply(change, then: .goOn))]
  }
}
