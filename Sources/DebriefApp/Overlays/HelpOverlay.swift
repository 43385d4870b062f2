import DebriefModel
import TUI

/// Help: the commands that can be used here, and what the program is.
struct HelpOverlay: SheetPlace {
  var lines: [StyledLine]
  var top = 0

  static let scope = Scope.bare("help")
  let title = "Help"

  func lines(_ desk: Desk, width: Int) -> [StyledLine] { lines }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event else { return [] }
    let isHelp = desk.commands.action(key, .everywhere)?.name == "help"
    if isHelp || [.char("?"), .char("c"), Key(.function(1))].contains(key) { return [.close] }
    return scrolled(key, desk, height: max(1, desk.size.height - 4))
  }
}
