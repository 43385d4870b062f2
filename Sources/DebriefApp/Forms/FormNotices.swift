import DebriefModel
import TUI

extension FormOverlay {
  /// What is said when this form is saved; a date is echoed as it was understood.
  func sentence(saved change: Change, in app: App) -> String {
    let desk = app.desk
    let values = FormValues(values: form.values, now: desk.now)
    if let said = purpose.kind.sentence(saved: change, values, in: app) { return said }
    let isOpened = change.operations.contains {
      if case .update(.debrief(let from), .debrief(let to)) = $0 {
        from.closed != nil && to.closed == nil
      } else {
        false
      }
    }
    if isOpened { return "Saved. The debrief is open again, so you can add what they said." }
    for operation in change.operations {
      switch operation.entity {
      case .event(let it) where change.operations.count == 1:
        return "Saved: \(it.kind.label) \(it.known == nil ? "" : "on ")\(it.said)."
          + desk.calledOff(change)
      case .interview(let it):
        if let start = it.start {
          let talk = values.heard("start") ?? TalkTime(start: start, dayOnly: !it.hasHour)
          let isBack = change.operations.contains {
            if case .insert(.event(let fact)) = $0 { fact.kind == .reopened } else { false }
          }
          return "Saved: round \(it.round), \(desk.told(talk))."
            + (isBack ? " This application is open again." : "")
        }
      case .feedback(let it):
        if let day = it.received ?? it.asked { return "Saved, dated \(day.long)." }
      default: break
      }
    }
    return "Saved."
  }
}

extension Desk {
  /// When a talk is, as it was understood. In plain mode, what else it could have been was said when it was typed.
  func told(_ talk: TalkTime) -> String {
    isSpoken ? TalkTime(start: talk.start, dayOnly: talk.dayOnly).long : talk.long
  }

  /// What an end takes off the agenda, for the sentence that tells of it.
  fileprivate func calledOff(_ change: Change) -> String {
    guard let dossier = folder?.dossier else { return "" }
    return DayOrder.calledOff(change, in: dossier, now: now).map { " " + $0 }.joined()
  }
}
