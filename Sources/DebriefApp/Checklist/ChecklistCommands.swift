import DebriefModel
import TUI

extension ChecklistPane {
  static let commands: [Command] = [
    command(
      "checklist.answer", ["enter"], "Answer, or accept the suggestion", footer: "answer"
    ) { pane, folder, desk in
      guard let wizard = folder.wizard, let entry = pane.entry(wizard) else {
        return begin(folder, &desk)
      }
      return refusal(entry, wizard) ?? pane.enter(entry, wizard, &desk)
    },
    onWizard("checklist.previous", ["[", "pgup"], "Previous question", footer: "back") {
      pane, wizard, desk in
      if pane.index(wizard) == 0 { return [.notice("This is the first question.")] }
      pane.go(to: pane.index(wizard) - 1, wizard, desk)
      pane.isPassing = true
      return []
    },
    onWizard("checklist.next", ["]", "pgdn"], "Next question", footer: "next") {
      pane, wizard, desk in
      if pane.index(wizard) + 1 >= wizard.entries.count {
        return [.notice("This is the last question.")]
      }
      pane.next(wizard, desk)
      pane.isPassing = true
      return []
    },
    onWizard(
      "checklist.step", ["}"],
      "Go to the next essential question you haven't answered, or the next part"
    ) {
      pane, wizard, desk in
      if let at = wizard.nextStep(after: pane.index(wizard)) {
        pane.go(to: at, wizard, desk)
        return []
      }
      // From the end, back to what is still open.
      guard let open = wizard.entries.firstIndex(where: { $0.item.required && !$0.isDone }) else {
        return [.notice("This is the last part, and nothing is left to answer.")]
      }
      pane.go(to: open, wizard, desk)
      return [.notice("Back to the first question that's still open.")]
    },
    onEntry("checklist.skip", ["s"], "Skip this question for now", footer: "skip") {
      pane, entry, desk in
      if entry.item.kind == .task(.close) {
        return [.notice("You can leave it open: {back} goes back, and nothing is lost.")]
      }
      return pane.skip(entry.item.id, reason: "later", &desk)
    },
    onEntry("checklist.skip.reason", ["S"], "Skip it, and say why") { pane, entry, _ in
      if entry.item.kind == .task(.close) {
        return [.notice("You can leave it open: {back} goes back, and nothing is lost.")]
      }
      pane.item = entry.item.id
      return [.open(skipPicker(entry))]
    },
    onWizard(
      "checklist.jump", ["g", "alt+g"], "Go deeper here, or jump to any question",
      footer: "go deeper"
    ) {
      pane, wizard, _ in [.open(jumpPicker(pane.entry(wizard), wizard))]
    },
    onWizard("checklist.lighter", ["G"], "Ask fewer questions") { pane, wizard, desk in
      if wizard.debrief.closed != nil { return [.notice("This debrief is finished.")] }
      let depth = wizard.depth
      if depth.time == .short {
        return [.notice("You're already being asked only what you might forget.")]
      }
      let lighter = depth.time == .all || !depth.steps.isEmpty ? Depth(.essentials) : Depth(.short)
      return deepen(lighter, at: pane.entry(wizard), wizard, &desk)
    },
    onWizard("checklist.rest", ["r"], "Ask only what you might forget, or ask more again") {
      pane, wizard, desk in
      if wizard.debrief.closed != nil { return [.notice("This debrief is finished.")] }
      let depth = Depth(wizard.debrief.resting ? .essentials : .short)
      return deepen(depth, at: pane.entry(wizard), wizard, &desk)
    },
    onWizard("checklist.finish", ["f"], "Finish now: see what's still open") {
      pane, wizard, desk in
      if let at = wizard.entries.firstIndex(where: { $0.item.kind == .task(.close) }) {
        pane.go(to: at, wizard, desk)
      }
      return []
    },
    command("checklist.why", ["?"], "Why we ask this", footer: "why we ask") {
      pane, folder, _ in
      guard let entry = pane.entry(folder.wizard), !entry.item.why.isEmpty, !pane.showsWhy,
        pane.stage == .asking
      else {
        // The second time it is the help that is wanted, and where something else is asked at once.
        pane.showsWhy = false
        return [
          .app { $0.showHelp() }
        ]
      }
      pane.showsWhy = true
      return []
    },
    onEntry("checklist.editor", ["E"], "Write the answer in your text editor") {
      pane, entry, desk in
      switch entry.item.kind {
      case .line, .text:
        pane.item = entry.item.id
        guard let id = desk.folder?.id else { return [] }
        return [.editor(.answer(id, item: entry.item.id))]
      case .yesNo, .scale, .sided, .count, .choice, .date, .ticks, .task:
        return [.notice("{answer} this question.")]
      }
    },
    command(
      "checklist.letter", ["w"], "Write the letter this asks about",
      why: { _, folder, _ in
        folder.hasContent ? nil : "The questions are still loading. Try again in a moment."
      },
      does: { pane, folder, desk in
        guard let entry = pane.entry(folder.wizard) else {
          return [.open(LettersPane.kindPicker(folder.dossier, now: desk.now))]
        }
        return letter(entry, folder.dossier, desk)
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
          ? "The debrief hasn't started; {checklist.answer} starts it." : nil
      },
      does: { pane, folder, desk in
        guard let wizard = folder.wizard, let entry = pane.entry(wizard) else { return [] }
        // What is typed and not stored yet is stored before one goes anywhere.
        let kept = pane.keep(entry, wizard, &desk)
        return kept + does(&pane, wizard, &desk)
      })
  }

  /// A command that answers the question one is at.
  private static func onEntry(
    _ name: String, _ keys: [String], _ title: String, footer: String? = nil,
    _ does: @escaping @Sendable (inout ChecklistPane, Wizard.Entry, inout Desk) -> [Request]
  ) -> Command {
    onWizard(name, keys, title, footer: footer) { pane, wizard, desk in
      guard let entry = pane.entry(wizard) else { return [] }
      return refusal(entry, wizard) ?? does(&pane, entry, &desk)
    }
  }

  /// Why a question takes no answer.
  static func refusal(_ entry: Wizard.Entry, _ wizard: Wizard) -> [Request]? {
    if entry.isUnknown {
      return [.notice("This question isn't asked here. Your answer stays as it is.")]
    }
    return wizard.debrief.closed != nil && !onlyLooks(entry) ? [reopening(wizard)] : nil
  }

  /// Asks more or fewer questions from now on. Whoever asks for more where it all ends goes to the next
  /// question that is open.
  private static func deepen(
    _ depth: Depth, at entry: Wizard.Entry?, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request] {
    let said =
      switch depth.time {
      case .short:
        "For now, you'll be asked only what you might forget. {checklist.jump} goes deeper again."
      case .essentials: "From here on, you'll be asked just the essentials."
      case .all: "From here on, you'll be asked everything."
      }
    let leadsOn = entry?.item.kind == .task(.close) && depth.time != .short
    let sequel = leadsOn ? Sequel.resume : .none
    return [
      .effect(.apply(wizard.take(depth, ids: &desk.ids, now: desk.now), then: sequel)),
      .notice(said),
    ]
  }

  /// The letter a question asks about: the one that was begun, or a new one.
  static func letter(
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
        .notice(
          "There are no questions for \"\(debrief.branch.label)\" here. To see why, run: debrief doctor"
        )
      ]
    }
    guard let branch = folder.branch else { return [.form(.outcome(dossier.application.id))] }
    let (change, _) = Recipe.begin(
      branch, application: dossier.application.id, ids: &desk.ids, now: desk.now)
    return [.effect(.apply(change))]
  }

  private static func skipPicker(_ entry: Wizard.Entry) -> PickerOverlay {
    let reasons = [
      ("does not apply", "It doesn't apply"), ("do not remember", "I don't remember"),
      ("rather not", "I'd rather not"), ("later", "Later"),
    ]
    return PickerOverlay(
      "Skip it: which of these fits?",
      reasons.map { reason, title in
        .init(title) { _ in
          [.with(ChecklistPane.self) { $0.skip(entry.item.id, reason: reason, &$1) }]
        }
      })
  }

  /// How much is asked, and every question there is: typing finds one.
  private static func jumpPicker(_ entry: Wizard.Entry?, _ wizard: Wizard) -> PickerOverlay {
    var options: [PickerOverlay.Option] = []
    func depth(_ title: String, _ detail: String, _ depth: Depth) {
      options.append(
        .init(title, detail: detail) { desk in
          guard let wizard = desk.folder?.wizard else { return [] }
          return deepen(depth, at: entry, wizard, &desk)
        })
    }
    if wizard.debrief.closed == nil {
      if let step = entry?.step, wizard.depth.time != .all {
        let more = wizard.deeper(step.id).count
        if more > 0 {
          depth(
            "Go deeper here", "\(more) more: \(step.title)",
            Depth(
              wizard.depth.time == .short ? .essentials : wizard.depth.time,
              steps: wizard.depth.steps.union([step.id])))
        }
      }
      for time in Depth.Time.allCases
      where time != wizard.depth.time || !wizard.depth.steps.isEmpty {
        depth(time.label, "", Depth(time))
      }
    }
    let all = wizard.everything.filter { $0.item.with == nil } + wizard.entries.filter(\.isUnknown)
    options += all.map { entry in
      let state =
        switch entry.response {
        case nil: entry.isKnown ? "✓" : "open"
        case let it? where it.isSkipped: "skipped"
        default: "✓"
        }
      return PickerOverlay.Option(
        entry.item.ask, detail: "\(entry.step.title) · \(state)"
      ) { _ in [.with(ChecklistPane.self) { $0.reach(entry.item.id, &$1) }] }
    }
    return PickerOverlay("Go deeper, or jump to a question", options, filterable: true)
  }

  /// Goes to a question; one that the time does not reach is asked from now on, with its neighbors.
  mutating func reach(_ id: String, _ desk: inout Desk) -> [Request] {
    guard let wizard = desk.folder?.wizard else { return [] }
    if let at = wizard.entries.firstIndex(where: { $0.item.id == id }) {
      go(to: at, wizard, desk)
      return []
    }
    guard let entry = wizard.everything.first(where: { $0.item.id == id }) else { return [] }
    item = id
    let depth = Depth(
      wizard.depth.time == .short ? .essentials : wizard.depth.time,
      steps: wizard.depth.steps.union([entry.step.id]))
    return [.effect(.apply(wizard.take(depth, ids: &desk.ids, now: desk.now)))]
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
