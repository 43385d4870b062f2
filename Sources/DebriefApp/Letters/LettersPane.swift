import DebriefModel
import TUI

/// The letters of an application: drafts, what rests, what went out and what came back.
struct LettersPane: ThingsPane {
  static let id = PaneID.letters
  static let scope = Scope.letters

  /// The selected letter.
  var selected = 0
  /// The letter the selection stays on, wherever it moves.
  var follow: ID?

  static func things(_ dossier: Dossier) -> [Letter] { dossier.letters }
  static func entity(_ thing: Letter) -> Entity { .letter(thing) }

  mutating func follow(_ folder: Folder, _ desk: Desk) {
    let letters = folder.dossier.letters
    if let follow, let at = letters.firstIndex(where: { $0.id == follow }) { selected = at }
    put(selected, folder)
  }

  func texts(_ folder: Folder) -> [String] {
    folder.dossier.letters.map { "\(folder.dossier.title(of: $0)) \($0.subject) \($0.text)" }
  }

  mutating func select(_ row: Int, _ folder: Folder) {
    put(row, folder)
    follow = current(folder.dossier)?.id
  }

  func title(_ folder: Folder) -> String { "Letters" }

  func note(_ folder: Folder, _ desk: Desk) -> String {
    let letters = folder.dossier.letters
    let open = letters.filter { !$0.isSent }.count
    if letters.isEmpty { return "" }
    return open == 0 ? "\(letters.count) sent" : "\(open) to send"
  }

  /// Asks for what lies around the letters once they are looked at.
  mutating func wants(_ desk: inout Desk) -> [Effect] {
    guard let id = desk.folder?.id else { return [] }
    return (desk.folder?.letters.asks() == true ? [.loadLetterDesk(id, letter: nil)] : [])
      + (desk.record.asks() ? [.afterwards(.loadRecord())] : [])
  }
}

extension Scope {
  static let letters = pane("letters", "Letters", taken: Keys.list)
}
