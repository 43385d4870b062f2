import DebriefModel
import TUI

/// The feedback log: what was asked, what came back, word for word.
struct FeedbackPane: Equatable, Sendable {
  /// The selected entry.
  var selected = 0

  mutating func clamp(_ dossier: Dossier) {
    selected = max(0, min(selected, dossier.feedback.count - 1))
  }

  func current(_ dossier: Dossier) -> Feedback? {
    dossier.feedback.indices.contains(selected) ? dossier.feedback[selected] : nil
  }

  mutating func rawKey(_ key: Key, _ dossier: Dossier) -> Bool {
    // Here g asks what a thing says; Home goes to the top.
    if key == .char("g") { return false }
    var list = ListState()
    list.select(selected, count: dossier.feedback.count, height: 8)
    guard list.handle(key, count: dossier.feedback.count, height: 8) else { return false }
    selected = list.selection
    return true
  }

  func perform(
    _ action: Action, _ dossier: Dossier, now: Moment, ids: inout IDSource
  ) -> [Request] {
    let application = dossier.application.id
    switch action {
    case .feedbackAdd: return [.form(.reply(application, editing: nil))]
    case .feedbackAsk: return [.form(.ask(application))]
    case .feedbackCall:
      let waiting = current(dossier).flatMap { $0.isWaiting ? $0.id : nil }
      return [.form(.call(application, editing: waiting))]
    default: break
    }
    guard let it = current(dossier) else { return [] }
    switch action {
    case .feedbackGap: return gapRequests(it)
    case .feedbackEdit: return [.form(.reply(application, editing: it.id))]
    case .feedbackEditor:
      return [.editor(.reply(application, editing: it.id))]
    case .feedbackStrength, .feedbackWeakness:
      let kind: Finding.Kind = action == .feedbackStrength ? .strength : .weakness
      let next = it.next(kind, dossier.findings)
      if let known = next.known {
        return [
          .place(.finding(known.id)),
          .notice("What they said is on the list already: here it is, and it counts once."),
        ]
      }
      guard let statement = next.words else {
        return [.notice("This entry has no words to make a finding of.")]
      }
      let thing = it.three.first { $0.text == statement }
      let finding = Recipe.finding(
        kind, from: it, statement: statement, reason: kind == .weakness ? thing?.reason ?? "" : "",
        ids: &ids, now: now)
      return [
        .effect(.apply(Change("add \(kind.rawValue) from feedback", [.insert(.finding(finding))]))),
        .notice("Added as a \(kind.rawValue) that links back; 1 shows it."),
      ]
    case .feedbackClose:
      var next = it
      next.closed = true
      return [
        .effect(
          .apply(
            Change("stop waiting", [.update(from: .feedback(it), to: .feedback(next))]))),
        .notice("No answer, and no blame. If one comes after all, {feedback.edit} logs it."),
      ]
    case .feedbackDelete:
      // Words of theirs are kept as they were said: none go at one key.
      let whose = it.from.isEmpty ? "" : it.received == nil ? " to \(it.from)" : " of \(it.from)"
      let day = (it.received ?? it.asked).map { ", \($0.short(today: now.day))" } ?? ""
      let change = Recipe.delete(it, dossier)
      let isClosing = change.operations.contains {
        if case .update(_, .debrief(let to)) = $0 { to.closed != nil } else { false }
      }
      return [
        .overlay(
          .confirm(
            ConfirmOverlay(
              question: "Delete the \(it.received == nil ? "request" : "reply")\(whose)\(day)?",
              detail: isClosing
                ? "Their words go with it, and the debrief is closed again; {undo} brings it back."
                : "Their words go with it; {undo} brings it back, also tomorrow.",
              yes: .apply(change))))
      ]
    default: return []
    }
  }

  func whyDisabled(_ action: Action, _ dossier: Dossier) -> String? {
    guard let it = current(dossier) else {
      return "The log is empty; {feedback.ask} logs that you asked."
    }
    switch action {
    case .feedbackClose where !it.isWaiting: return "This entry is not waiting for an answer."
    case .feedbackGap where it.three.isEmpty:
      return "This entry names none of the three things; {feedback.edit} adds them."
    case .feedbackStrength where it.received == nil, .feedbackWeakness where it.received == nil:
      return "There is no reply yet; {feedback.edit} logs it."
    default: return nil
    }
  }
}
