import DebriefModel
import TUI

extension ChecklistPane {
  mutating func perform(
    _ action: Action, _ dossier: Dossier, _ wizard: Wizard?, branch: Branch?, now: Moment,
    ids: inout IDSource
  ) -> [Request] {
    let before = half
    let requests = act(action, dossier, wizard, branch: branch, now: now, ids: &ids)
    if action == .checklistAnswer || half != nil { return requests }
    return requests + (before.map { [.notice($0)] } ?? [])
  }

  /// What is said when a number that is typed is left before Enter kept it; nil when none is.
  var half: String? { typed.isEmpty ? nil : "\(typed) is not kept: only Enter keeps a number." }

  private mutating func act(
    _ action: Action, _ dossier: Dossier, _ wizard: Wizard?, branch: Branch?, now: Moment,
    ids: inout IDSource
  ) -> [Request] {
    guard let wizard, let entry = entry(wizard) else {
      return action == .checklistAnswer
        ? begin(dossier, wizard, branch: branch, now: now, ids: &ids) : []
    }
    if entry.isUnknown, [.checklistAnswer, .checklistSkip, .checklistEditor].contains(action) {
      return [.notice("This version does not know the question; the answer stays as it is.")]
    }
    if wizard.debrief.closed != nil, !ChecklistPane.onlyLooks(entry),
      [.checklistAnswer, .checklistSkip, .checklistEditor].contains(action)
    {
      return [ChecklistPane.reopening(wizard)]
    }
    switch action {
    case .checklistLetter:
      guard let kind = entry.item.letter else {
        return [.overlay(.picker(LettersPane.kindPicker(dossier, now: now)))]
      }
      // One that was begun is gone on with.
      if let begun = dossier.letters.first(where: { $0.letterKind == kind && !$0.isSent }) {
        return [.form(.letter(dossier.application.id, begun.id))]
      }
      if let refusal = LetterRules.refusal(kind, dossier, now: now) { return [.notice(refusal)] }
      return LettersPane.begin(kind, dossier, now: now)
    case .checklistAnswer:
      if let requests = number(entry, wizard, now: now, ids: &ids) { return requests }
      if let offer = wizard.offers(entry).first,
        let change = wizard.accept(offer, of: entry, id: ids.draw(), now: now)
      {
        item = entry.item.id
        advance = true
        return [
          .effect(.apply(change)),
          .notice(ChecklistPane.added(offer.finding)),
        ]
      }
      let options = ChecklistPane.options(entry, wizard)
      guard options.indices.contains(option) else {
        // Nothing typed and nothing picked is no answer: not even a nought.
        guard entry.item.kind == .count, !entry.isDone else {
          next(wizard)
          return []
        }
        return [.notice("Type the number; {checklist.next} goes on without it.")]
      }
      return choose(options[option], entry, wizard, now: now, ids: &ids)
    case .checklistNext:
      if index(wizard) + 1 >= wizard.entries.count { return [.notice("It is the last question.")] }
      next(wizard)
    case .checklistStep:
      guard let at = wizard.nextStep(after: index(wizard)) else {
        // From the end, back to what is still wanted.
        if let open = wizard.entries.firstIndex(where: { $0.item.required && !$0.isDone }) {
          go(to: open, wizard)
          return [.notice("Back to the first question that is still wanted.")]
        }
        return [.notice("It is the last step, and nothing wanted is open.")]
      }
      go(to: at, wizard)
    case .checklistPrevious:
      if index(wizard) == 0 { return [.notice("It is the first question.")] }
      go(to: index(wizard) - 1, wizard)
    case .checklistSkip:
      if entry.item.kind == .task(.close) {
        return [.notice("The debrief can stay open; {back} goes back, nothing is lost.")]
      }
      item = entry.item.id
      return [.overlay(.picker(ChecklistPane.skipPicker(entry)))]
    case .checklistRest:
      if wizard.debrief.closed != nil { return [.notice("This debrief is closed.")] }
      let resting = !wizard.debrief.resting
      return [
        .effect(.apply(wizard.rest(resting, ids: &ids, now: now))),
        .notice(
          resting
            ? "Only what fades is asked now; {checklist.rest} goes on with the whole."
            : "All questions again; {checklist.rest} goes back to capturing only."),
      ]
    case .checklistJump: return [.overlay(.picker(ChecklistPane.jumpPicker(wizard)))]
    case .checklistEditor:
      switch entry.item.kind {
      case .line, .text:
        item = entry.item.id
        return [.editor(.answer(wizard.debrief.application, item: entry.item.id))]
      default: return [.notice("This question is answered with a key.")]
      }
    default: break
    }
    return []
  }

  /// Begins the debrief that fits, or says what is missing.
  private func begin(
    _ dossier: Dossier, _ wizard: Wizard?, branch: Branch?, now: Moment, ids: inout IDSource
  ) -> [Request] {
    if wizard != nil { return [] }
    if let debrief = dossier.debrief {
      return [
        .notice("There is no checklist for \"\(debrief.branch.label)\" here; run debrief doctor.")
      ]
    }
    guard let branch else {
      return [
        .form(.outcome(dossier.application.id)),
        .notice("First: how did it end? Then the debrief can begin."),
      ]
    }
    let (change, _) = Recipe.begin(
      branch, application: dossier.application.id, ids: &ids, now: now)
    return [.effect(.apply(change))]
  }

  /// What is said when a suggestion was taken over.
  private static func added(_ kind: Finding.Kind) -> String {
    switch kind {
    case .strength: "Added to what went right; Alt-1 shows the lists."
    case .weakness: "Added to what went wrong; Alt-1 shows the lists."
    case .outside: "Added to what was outside your hands; Alt-1 shows the lists."
    }
  }

  private static func skipPicker(_ entry: Wizard.Entry) -> PickerOverlay {
    PickerOverlay(
      picker: Picker(
        title: "Skip, because",
        options: [
          PickerOption(id: "does not apply", title: "it does not apply"),
          PickerOption(id: "do not remember", title: "I do not remember"),
          PickerOption(id: "rather not", title: "I would rather not"),
          PickerOption(id: "later", title: "later"),
        ], filterable: false),
      purpose: .skip(item: entry.item.id))
  }

  private static func jumpPicker(_ wizard: Wizard) -> PickerOverlay {
    let options = wizard.entries.map { entry in
      let state =
        switch entry.response {
        case nil: entry.item.required ? "open, wanted" : "open"
        case let it? where it.isSkipped: "skipped"
        default: "✓"
        }
      return PickerOption(
        id: entry.item.id, title: entry.item.ask, detail: "\(entry.step.title) · \(state)")
    }
    return PickerOverlay(
      picker: Picker(title: "Go to", options: options, filterable: true), purpose: .jump)
  }

  /// Passes an item over.
  mutating func skip(
    _ id: String, reason: String, _ wizard: Wizard?, now: Moment, ids: inout IDSource
  ) -> [Request] {
    guard let wizard, let entry = wizard.entries.first(where: { $0.item.id == id }) else {
      return []
    }
    item = id
    advance = true
    var change = wizard.answer(entry, value: "", skipped: reason, id: ids.draw(), now: now)
    if reason != "later", reason != "rather not" {
      change.operations += wizard.unwritten(entry, ids: &ids, now: now)
    }
    return [.effect(.apply(change))]
  }
}
