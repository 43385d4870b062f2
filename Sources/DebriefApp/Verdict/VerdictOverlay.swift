import DebriefModel
import TUI

/// The verdict with its reasoning: a list of lines, most of which lead somewhere.
struct VerdictOverlay: ListPlace {
  var list = ListState()

  static let scope = Scope.sheet("verdict")

  func lines(_ desk: Desk) -> [VerdictReasons.Line] {
    desk.folder.map { VerdictReasons($0.dossier, reasons: $0.reasons).lines } ?? []
  }

  func count(_ desk: Desk) -> Int { lines(desk).count }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event, let folder = desk.folder else { return [] }
    if key == .char("v") { return [.close] }
    if desk.commands.action(key, .find) != nil { return nil }
    if key != Key(.enter) { return move(key, desk) ?? [] }
    let lines = lines(desk)
    list.clamp(count: lines.count, height: max(1, lines.count))
    guard lines.indices.contains(list.selection) else { return [] }
    switch lines[list.selection].place {
    case nil:
      return [.notice("There's nothing more to see on this line. Try the lines below.")]
    case .rival(let id)?:
      // The verdict stays below: the next weakness without a rival cause is one key away.
      let form = FormPurpose.finding(folder.id, .weakness, editing: id, evidence: nil)
      return [
        .form(form),
        .with(FormOverlay.self) { form, _ in
          form.focus("rival")
          return []
        },
      ]
    case let place?: return [.close, .place(place)]
    }
  }

  func hints(_ desk: Desk) -> [(key: String, title: String)]? {
    [("Enter", "open"), ("j k", "move"), ("q", "back")]
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    guard desk.folder != nil else { return }
    let inside = canvas.boxed("What decided it")
    let lines = lines(desk)
    let cursor = inside.blocks(count: lines.count, selected: list.selection, focused: true) { i in
      VerdictOverlay.rows(lines[i], width: inside.width)
    }
    if let cursor { inside.cursor(x: 0, y: cursor, visible: false) }
  }

  private static func rows(_ line: VerdictReasons.Line, width: Int) -> [StyledLine] {
    let (indent, ink, most): (Int, Ink, Int) =
      switch line.kind {
      case .headline: (0, Ink(.accent, .bold), 6)
      case .plain: (0, .body, 8)
      case .heading: (0, Ink(.title), 2)
      case .cause: (0, Ink(.body, .bold), 3)
      case .grounds: (3, .dim, 2)
      case .fact: (3, .body, 3)
      case .words: (5, Ink(.accent), 3)
      case .rival: (5, .dim, 3)
      }
    let room = max(4, width - indent)
    var wrapped = TextWidth.wrap(line.text, width: room)
    if wrapped.count > most {
      wrapped = Array(wrapped.prefix(most))
      wrapped[most - 1] = TextWidth.truncate(wrapped[most - 1] + " …", to: room)
    }
    let blank = String(repeating: " ", count: indent)
    var rows = wrapped.map { StyledLine([.init(blank), .init($0, ink)]) }
    if line.kind == .heading { rows.insert(StyledLine(""), at: 0) }
    return rows
  }
}
