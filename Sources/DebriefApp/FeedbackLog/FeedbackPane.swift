import DebriefModel
import TUI

/// The feedback log: what was asked, what came back, word for word.
struct FeedbackPane: Pane {
  static let id = PaneID.feedback
  static let scope = Scope.feedback

  /// The selected entry.
  var selected = 0

  func current(_ dossier: Dossier) -> Feedback? {
    dossier.feedback.indices.contains(selected) ? dossier.feedback[selected] : nil
  }

  mutating func follow(_ folder: Folder, _ desk: Desk) { select(selected, folder) }

  func texts(_ folder: Folder) -> [String] {
    folder.dossier.feedback.map { "\($0.from) \($0.verbatim)" }
  }

  func row(_ folder: Folder) -> Int { selected }

  mutating func select(_ row: Int, _ folder: Folder) {
    selected = max(0, min(row, folder.dossier.feedback.count - 1))
  }

  func title(_ folder: Folder) -> String { "Feedback" }

  func bar(_ desk: Desk) -> Bar? {
    desk.folder.flatMap { current($0.dossier) }.map { Bar(.feedback($0)) }
  }

  func row(of thing: String, _ desk: Desk) -> Int? {
    desk.folder?.dossier.feedback.firstIndex { $0.id.text == thing }
  }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    // Here g asks what a thing says; Home goes to the top.
    guard case .key(let key) = event, key != .char("g") else { return nil }
    return moved(key, desk.folder?.dossier.feedback.count ?? 0, desk)
  }
}

extension Scope {
  static let feedback = pane(
    "feedback", "Feedback", taken: Keys.list.subtracting([.char("g")]))
}
