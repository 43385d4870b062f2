import DebriefModel
import TUI

/// The feedback log: what was asked, what came back, word for word.
struct FeedbackPane: ThingsPane {
  static let id = PaneID.feedback
  static let scope = Scope.feedback

  /// The selected entry.
  var selected = 0

  /// An entry that was just added: the bar goes to it once it is there.
  var wanted: ID?

  static func things(_ dossier: Dossier) -> [Feedback] { dossier.feedback }
  static func entity(_ thing: Feedback) -> Entity { .feedback(thing) }

  mutating func follow(_ folder: Folder, _ desk: Desk) {
    if let at = folder.dossier.feedback.firstIndex(where: { $0.id == wanted }) {
      (selected, wanted) = (at, nil)
    }
    select(selected, folder)
  }

  /// Lets the bar follow what a form adds to the log.
  static func followed(_ change: Change, _ app: inout App) {
    let added: ID? = change.inserted { entity -> ID? in
      if case .feedback(let it) = entity { it.id } else { nil }
    }
    if let added { FeedbackPane.reach(&app) { pane, _ in pane.wanted = added } }
  }

  func texts(_ folder: Folder) -> [String] {
    folder.dossier.feedback.map { "\($0.from) \($0.verbatim)" }
  }

  func title(_ folder: Folder) -> String { "Feedback" }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    // Here g asks what a thing says; Home goes to the top.
    guard case .key(let key) = event, key != .char("g") else { return nil }
    return moved(key, desk)
  }
}

extension Scope {
  static let feedback = pane(
    "feedback", "Feedback", taken: Keys.list.subtracting([.char("g")]))
}
