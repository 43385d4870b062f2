import DebriefModel
import TUI

/// What the commands of the review do; a pane's own commands are asked of the pane.
extension Review {
  mutating func perform(
    _ action: Action, content: Content, now: Moment, ids: inout IDSource
  ) -> [Request] {
    let id = dossier.application.id
    switch action {
    case .focusFindings: focus(.findings)
    case .focusFeedback: focus(.feedback)
    case .focusChecklist: focus(.checklist)
    case .focusScript: focus(.script)
    case .focusPreparation: focus(.preparation)
    case .focusLetters: focus(.letters)
    case .nextPane: cycle(1)
    case .previousPane: cycle(-1)
    case .zoom: zoomed.toggle()
    case .page: return [.page]
    case .outcome: return [.form(.outcome(id))]
    case .verdict: return [.overlay(.verdict(VerdictOverlay()))]
    case .forecast: return [.form(.forecast(id))]
    case .promised: return [.form(.promised(id))]
    case .afterNo: return [.overlay(.afterNo(AfterNoOverlay()))]
    case .privateNote: return [.effect(.loadPrivate(id))]
    case .improvements:
      return [
        .overlay(.improvements(ImprovementsOverlay())), .effect(.loadImprovements(besides: id)),
      ]
    case .editApplication: return [.form(.application(id))]
    case .interview: return interviewRequest()
    case .dates: return datesRequest(now: now)
    case .find:
      var prompt = PromptOverlay(purpose: .find)
      prompt.field = TextField("")
      return [.overlay(.prompt(prompt))]
    case .findNext: jump(from: nil, step: 1)
    case .findPrevious: jump(from: nil, step: -1)
    default:
      switch focus {
      case .findings: return findings.perform(action, dossier)
      case .feedback: return feedback.perform(action, dossier, now: now, ids: &ids)
      case .checklist:
        return checklist.perform(action, dossier, wizard, branch: branch, now: now, ids: &ids)
      case .script: return script.perform(action, dossier, now: now, ids: &ids)
      case .preparation:
        return preparation.perform(action, dossier, content: content, now: now, ids: &ids)
      case .letters: return letters.perform(action, dossier, now: now)
      }
    }
    return []
  }

  private func interviewRequest() -> [Request] {
    let id = dossier.application.id
    if dossier.interviews.isEmpty { return [.form(.interview(id, editing: nil))] }
    var options = dossier.interviews.map { it in
      PickerOption(
        id: it.id.text, title: "Edit round \(it.round), \(it.kind.label)",
        detail: it.startLabel ?? "no date yet")
    }
    options.append(PickerOption(id: "", title: "Add another round"))
    return [
      .overlay(
        .picker(
          PickerOverlay(
            picker: Picker(title: "Rounds of talks", options: options, filterable: false),
            purpose: .interview)))
    ]
  }

  /// The facts whose day can be corrected, the latest first.
  private func datesRequest(now: Moment) -> [Request] {
    let options = dossier.dated.reversed().map { it in
      PickerOption(
        id: it.id.text, title: it.kind.label,
        detail: "\(it.on.weekdayName) \(it.on.short(today: now.day))")
    }
    return [
      .overlay(
        .picker(
          PickerOverlay(
            picker: Picker(
              title: "Which day is to be corrected?", options: options, filterable: false),
            purpose: .event)))
    ]
  }

  /// A pane's own keys; nil when the key is none of them.
  mutating func rawKey(
    _ key: Key, now: Moment, ids: inout IDSource, size: Size
  ) -> [Request]? {
    switch focus {
    case .findings: findings.rawKey(key, dossier) ? [] : nil
    case .feedback: feedback.rawKey(key, dossier) ? [] : nil
    case .script: script.rawKey(key, dossier) ? [] : nil
    case .checklist: checklist.rawKey(key, wizard, now: now, ids: &ids)
    case .preparation: preparation.rawKey(key) ? [] : nil
    case .letters: letters.rawKey(key, dossier) ? [] : nil
    }
  }

  /// What was picked from a list the review had opened.
  mutating func picked(
    _ pick: String, _ purpose: PickerOverlay.Purpose, now: Moment, ids: inout IDSource
  ) -> [Request] {
    switch purpose {
    case .skip(let item):
      return checklist.skip(item, reason: pick, wizard, now: now, ids: &ids)
    case .link(let finding): return findings.link(finding, to: pick, dossier)
    case .jump:
      if let index = wizard?.entries.firstIndex(where: { $0.item.id == pick }) {
        let half = checklist.half
        checklist.go(to: index, wizard)
        return half.map { [.notice($0)] } ?? []
      }
    case .rest:
      if pick == "rest", let wizard {
        return [.effect(.apply(wizard.rest(true, ids: &ids, now: now)))]
      }
    case .interview:
      let id = dossier.application.id
      return [.form(.interview(id, editing: pick.isEmpty ? nil : ID(pick)))]
    case .event: return [.form(.event(dossier.application.id, editing: ID(pick)))]
    case .preparation:
      guard let kind = Preparation.Kind(rawValue: pick) else { return [] }
      return [.form(.preparation(dossier.application.id, kind, editing: nil))]
    case .bank(let kind):
      return preparation.take(pick, kind, dossier, bank, ids: &ids, now: now)
    case .rate(let id): return preparation.rated(id, pick, dossier, now: now)
    case .thing(let reply): return feedback.pickedThing(reply, Int(pick) ?? 0, dossier)
    case .gap(let reply, let thing):
      return feedback.pickedGap(reply, thing, Feedback.Gap(rawValue: pick), dossier)
    case .missed(let turn):
      let id = dossier.application.id
      if pick == "weakness" {
        return [.form(.finding(id, .weakness, editing: nil, evidence: Evidence(.turn, turn)))]
      }
    case .letterKind: return letters.picked(kind: pick, dossier, now: now)
    case .letterRecipient(let kind): return letters.picked(recipient: pick, kind, dossier)
    case .letterDay(let kind, let to):
      let due = Int(pick).map { now.day.adding(days: $0) }
      return LettersPane.draft(kind, to: to, dossier, due: due)
    case .sendAnyway(let letter):
      return letters.decided(pick == "send", letter, dossier)
    case .palette, .outcomeFirst, .move, .glad, .unsaved, .left, .leftOne, .leftHere, .letterTo:
      break
    }
    return []
  }

  /// Why a command cannot be used now.
  func whyDisabled(_ action: Action, now: Moment) -> String? {
    switch action {
    case .forecast: return ForecastRules.refusal(dossier, now: now)
    case .promised:
      if case .waiting = status.outcome { return nil }
      if case .silent(_, confirmed: false) = status.outcome { return nil }
      return "They have decided; there is no answer to wait for."
    case .dates:
      return dossier.dated.isEmpty
        ? "Nothing has a day yet; {review.application} notes when you applied." : nil
    case .afterNo:
      return AfterNo(dossier, now: now) == nil ? "Nobody has said no here." : nil
    case .preparationAdd, .preparationEdit, .preparationCycle, .preparationBank,
      .preparationWeakness, .preparationDelete, .preparationRate, .preparationFit:
      return preparation.whyDisabled(action, dossier, bank: bank, now: now)
    case .letterOpen, .letterSend, .letterAnswer, .letterCopy, .letterWrite, .letterMail,
      .letterEditor, .letterDelete:
      return letters.whyDisabled(action, dossier, now: now)
    case .checklistLetter:
      return hasContent ? nil : "The checklist is not read yet."
    case .findingEdit, .findingEditor, .findingDelete, .findingHeavier, .findingLighter,
      .findingMove, .findingLink, .findingFollow:
      return findings.whyDisabled(action, dossier)
    case .feedbackEdit, .feedbackEditor, .feedbackDelete, .feedbackStrength, .feedbackWeakness,
      .feedbackClose, .feedbackGap:
      return feedback.whyDisabled(action, dossier)
    case .turnEdit, .turnEditor, .turnDelete, .turnBetter, .turnWorse, .turnUp, .turnDown,
      .turnMark, .turnWeakness, .turnStrength:
      return dossier.turns.isEmpty ? "No turn is written down yet; {turn.add} adds one." : nil
    case .checklistSkip, .checklistStep, .checklistNext, .checklistPrevious, .checklistJump,
      .checklistRest,
      .checklistEditor:
      return wizard == nil ? "The debrief has not begun; {checklist.answer} begins it." : nil
    case .findNext, .findPrevious:
      if needle.isEmpty { return "Nothing to find yet; / asks for words." }
      return hasMatch ? nil : "\"\(needle)\" is not in this list."
    default: return nil
    }
  }
}
