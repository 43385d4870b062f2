import DebriefModel
import TUI

/// All there is on one application, the posting's text included, in one place to read (A45).
struct EverythingOverlay: SheetPlace {
  /// Which application it is.
  let application: ID
  /// What there is, broken at the width it was asked for.
  var text: [String]
  /// That width.
  var columns: Int
  var top = 0
  var title: String { "Everything saved" }

  static let scope = Scope.sheet("everything")

  func lines(_ desk: Desk, width: Int) -> [StyledLine] {
    text.map { line in
      // A heading begins at the edge; all below it is set in.
      line.first.map { $0 == " " } ?? true ? StyledLine(line) : StyledLine(line, Ink(.title))
    }
  }

  /// On another width, and after a change, it is told anew.
  mutating func wants(_ desk: inout Desk) -> [Effect] {
    let wanted = EverythingOverlay.columns(desk)
    guard columns != wanted else { return [] }
    columns = wanted
    return [.loadEverything(application, columns: columns)]
  }

  func rereads(_ desk: Desk) -> [Effect] {
    [.loadEverything(application, columns: EverythingOverlay.columns(desk))]
  }

  /// How wide its lines may be; where they are read line by line, none breaks.
  static func columns(_ desk: Desk) -> Int {
    desk.commands.isSpoken ? Plain.wide : desk.boxedSize.width
  }

  mutating func hear(_ message: Message, _ desk: inout Desk) -> [Request]? {
    guard case .everything(let text, let id) = message, id == application else { return nil }
    self.text = text
    return []
  }
}
