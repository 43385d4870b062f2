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
    // From what there is to doing it: typing finds a command, and Enter runs it.
    if [Key(.enter), .char("/"), .char(":")].contains(key) {
      return [
        .close,
        .app { app in
          app.overlays.append(app.palette())
          return []
        },
      ]
    }
    if isHelp || [.char("?"), .char("c"), Key(.function(1))].contains(key) { return [.close] }
    return scrolled(key, desk, height: max(1, desk.size.height - 4))
  }

  func hints(_ desk: Desk) -> [(key: String, title: String)]? {
    [("j k", "scroll"), ("Enter", "find a command and run it"), ("q", "back")]
  }
}
