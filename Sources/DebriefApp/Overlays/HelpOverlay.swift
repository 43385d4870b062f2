import DebriefModel
import TUI

/// Help: the commands that can be used here, and what the program is.
struct HelpOverlay: SheetPlace {
  var lines: [StyledLine]
  /// The commands that lines name, by the number of the line.
  var commands: [Int: String] = [:]
  var top = 0
  /// The command that was pointed at, which Enter runs.
  private(set) var picked: String?

  static let scope = Scope.sheet("help")
  let title = "Help"

  init(lines: [StyledLine], commands: [Int: String] = [:]) {
    (self.lines, self.commands) = (lines, commands)
  }

  func lines(_ desk: Desk, width: Int) -> [StyledLine] { lines }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event else { return [] }
    let isHelp = desk.commands.action(key, .everywhere)?.name == "help"
    if key == Key(.enter), let picked {
      return [
        .close,
        .app { app in
          app.desk.commands.command(picked).map { app.perform($0) } ?? []
        },
      ]
    }
    if desk.commands.action(key, .find) != nil { return nil }
    // From what there is to doing it: typing finds a command, and Enter runs it.
    if [Key(.enter), .char(":")].contains(key) {
      return [
        .close,
        .app { app in
          app.overlays.append(HelpHere(app).palette)
          return []
        },
      ]
    }
    if isHelp || [.char("?"), .char("c"), Key(.function(1))].contains(key) { return [.close] }
    return scrolled(key, desk, height: max(1, desk.size.height - 4))
  }

  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    picked = at.row.flatMap { commands[$0] }
    return []
  }

  func hints(_ desk: Desk) -> [(key: String, title: String)]? {
    let find = desk.size.width < 60 ? "find" : "find a command and run it"
    return [("j k", "scroll"), ("Enter", picked == nil ? find : "run it"), ("q", "back")]
  }

  func drawRow(_ number: Int, _ canvas: Canvas, y: Int) {
    guard let name = commands[number] else { return }
    let row = Rect(x: 0, y: y, width: canvas.width, height: 1)
    canvas.target(.row(number), in: row)
    if name == picked { canvas.tint(row, flags: .selected) }
  }
}
