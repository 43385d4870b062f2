import DebriefModel

@testable import DebriefApp

/// The application that is open and the panes that show it, as tests look at them.
struct Opened {
  let folder: Folder
  let review: Review

  var dossier: Dossier { folder.dossier }
  var wizard: Wizard? { folder.wizard }
  var verdict: Verdict { folder.verdict }
  var reasons: [Reason] { folder.reasons }
  var focus: PaneID { review.focus }
  var findings: FindingsPane { pane(.findings) }
  var feedback: FeedbackPane { pane(.feedback) }
  var checklist: ChecklistPane { pane(.checklist) }
  var script: ScriptPane { pane(.script) }
  var letters: LettersPane { pane(.letters) }
  var verdictReasons: VerdictReasons { VerdictReasons(dossier, reasons: reasons) }

  private func pane<P: Pane>(_ id: PaneID) -> P { review[id] as! P }
}

extension App {
  /// What is open; nil when nothing is.
  var opened: Opened? { desk.folder.map { Opened(folder: $0, review: review) } }

  /// What lies on top, where it is of a type.
  func top<P: Place>(_ type: P.Type) -> P? { overlays.last as? P }

  /// What is due under the bar.
  var dueEntry: AgendaEntry? {
    if let top = top(AgendaOverlay.self) { return top.selection(desk).map { desk.due.agenda[$0] } }
    return home.dueEntry(desk)
  }

  /// The review of an application that came, as when it is opened.
  mutating func open(_ dossier: Dossier, now: Moment) -> [Effect] {
    handle(.dossier(dossier, then: .review(nil)), now: now)
  }
}

extension Desk {
  /// Plays keys that are commands: where a text is asked for, Esc leaves its field first, and whoever passes
  /// a question isn't typing on after an answer.
  func command(_ script: String) throws {
    func leaveField() throws {
      if app.place.isTyping, app.overlays.isEmpty { try keys("<esc>") }
    }
    try leaveField()
    if app.overlays.isEmpty, let open = app.opened, open.focus == .checklist,
      open.checklist.isFollowing || open.checklist.stage != .asking
    {
      try keys("]")
      try leaveField()
    }
    try keys(script)
  }
}
