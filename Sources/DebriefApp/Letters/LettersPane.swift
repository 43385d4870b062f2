import DebriefModel
import TUI

/// The letters of an application: drafts, what rests, what went out and what came back.
struct LettersPane: Pane {
  static let id = PaneID.letters
  static let scope = Scope.letters

  /// The selected letter.
  var selected = 0
  /// The letter the selection stays on, wherever it moves.
  var follow: ID?

  /// The letter the commands work on.
  func current(_ dossier: Dossier) -> Letter? {
    dossier.letters.indices.contains(selected) ? dossier.letters[selected] : nil
  }

  mutating func follow(_ folder: Folder, _ desk: Desk) {
    let letters = folder.dossier.letters
    if let follow, let at = letters.firstIndex(where: { $0.id == follow }) { selected = at }
    selected = max(0, min(selected, letters.count - 1))
  }

  func texts(_ folder: Folder) -> [String] {
    folder.dossier.letters.map { "\($0.title) \($0.subject) \($0.text)" }
  }

  func row(_ folder: Folder) -> Int { selected }

  mutating func select(_ row: Int, _ folder: Folder) {
    selected = max(0, min(row, folder.dossier.letters.count - 1))
    follow = current(folder.dossier)?.id
  }

  func title(_ folder: Folder) -> String { "Letters" }

  func note(_ folder: Folder, _ desk: Desk) -> String {
    let letters = folder.dossier.letters
    let open = letters.filter { !$0.isSent }.count
    if letters.isEmpty { return "" }
    return open == 0 ? "\(letters.count) sent" : "\(open) to send"
  }

  func bar(_ desk: Desk) -> Bar? {
    desk.folder.flatMap { current($0.dossier) }.map { Bar(.letter($0)) }
  }

  func row(of thing: String, _ desk: Desk) -> Int? {
    desk.folder?.dossier.letters.firstIndex { $0.id.text == thing }
  }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event else { return nil }
    return moved(key, desk.folder?.dossier.letters.count ?? 0, desk)
  }

  /// Asks for what lies around the letters once they are looked at.
  mutating func wants(_ desk: inout Desk) -> [Effect] {
    guard let id = desk.folder?.id, desk.folder?.letters.asks() == true else { return [] }
    return [.loadLetterDesk(id, letter: nil)]
  }
}

extension Scope {
  static let letters = pane("letters", "Letters", taken: Keys.list)
}
