import DebriefModel
import TUI

/// A page that says nothing of what is written here: the month, as any calendar shows it. It lies over
/// everything until one key brings back what was there; what is half typed stays as it is.
struct PrivacyScreen: Place {
  static let scope = Scope.bare("privacy")

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    // Nothing but the key that is named, or the one that hid it: what is typed into it goes nowhere.
    guard case .key(let key) = event else { return [] }
    let isSame = desk.commands.action(key, .everywhere)?.name == "privacy"
    return key == Key(.enter) || isSame ? [.close] : []
  }

  func hints(_ desk: Desk) -> [(key: String, title: String)]? { [("Enter", "back")] }

  func covers(_ width: Int) -> Bool { true }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    canvas.fill(canvas.bounds, ink: .body)
    let lines = PrivacyScreen.month(of: desk.now.day)
    let width = 20
    let room = canvas.part(canvas.bounds.centered(Size(width, lines.count)))
    for (y, line) in lines.enumerated() where y < room.height {
      if y == 0 {
        room.text(line, x: max(0, (width - line.count) / 2), y: 0, ink: Ink(.title))
      } else {
        room.text(line, x: 0, y: y, ink: y == 1 ? .dim : .body)
      }
    }
    canvas.cursor(x: 0, y: 0, visible: false)
  }

  /// A month: its name, the weekdays, and its days in weeks from Monday on.
  static func month(of day: Day) -> [String] {
    let first = day.adding(days: 1 - day.day)
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    var lines = ["\(names[day.month - 1]) \(day.year)", "Mo Tu We Th Fr Sa Su"]
    var row = String(repeating: "   ", count: first.weekday - 1)
    for number in 1...Day.length(of: day.month, in: day.year) {
      row += (number < 10 ? " " : "") + "\(number) "
      if first.adding(days: number - 1).weekday == 7 {
        lines.append(String(row.dropLast()))
        row = ""
      }
    }
    if !row.isEmpty { lines.append(String(row.dropLast())) }
    return lines
  }
}

extension App {
  /// Hides everything behind a neutral page; what is hidden already stays so.
  mutating func hide() {
    if !isHidden { overlays.append(PrivacyScreen()) }
    notice = nil
  }

  /// Whether everything is hidden.
  public var isHidden: Bool { overlays.last is PrivacyScreen }
}
