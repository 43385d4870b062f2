import DebriefModel
import TUI

/// The feedback log: what was asked, what came back, word for word.
struct FeedbackPane: ThingsPane {
  static let id = PaneID.feedback
  static let scope = Scope.feedback

  /// The selected entry.
  var selected = 0

  static func things(_ dossier: Dossier) -> [Feedback] { dossier.feedback }
  static func entity(_ thing: Feedback) -> Entity { .feedback(thing) }

  mutating func follow(_ folder: Folder, _ desk: Desk) { select(selected, folder) }

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
