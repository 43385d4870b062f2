import DebriefModel
import TUI

/// The verdict with its reasoning: a list of lines, most of which lead somewhere.
struct VerdictOverlay: Equatable, Sendable {
  var list = ListState()
}

extension Review {
  /// The verdict, line by line.
  var verdictReasons: VerdictReasons { VerdictReasons(dossier, reasons: reasons) }

  /// Goes to what a line of the verdict leads to.
  mutating func go(to place: VerdictReasons.Place) {
    switch place {
    case .finding(let id), .rival(let id):
      findings.filter = nil
      findings.selected = id
      findings.clamp(dossier)
      focus(.findings)
    case .turn(let id):
      script.selected = dossier.turns.firstIndex { $0.id == id } ?? script.selected
      focus(.script)
    case .feedback(let id):
      feedback.selected = dossier.feedback.firstIndex { $0.id == id } ?? feedback.selected
      focus(.feedback)
    case .response(let id):
      let item = dossier.responses.first { $0.id == id }?.item
      if let at = wizard?.entries.firstIndex(where: { $0.item.id == item }) {
        checklist.go(to: at, wizard)
      }
      focus(.checklist)
    }
  }
}

extension Review {
  /// Goes to a thing a search found, where its pane shows single things.
  mutating func show(_ kind: Entity.Kind, _ id: ID) {
    switch kind {
    case .finding: go(to: .finding(id))
    case .turn: go(to: .turn(id))
    case .feedback: go(to: .feedback(id))
    case .response: go(to: .response(id))
    default: break
    }
  }
}

extension App {
  mutating func verdictInput(_ overlay: VerdictOverlay, _ event: InputEvent) -> [Effect] {
    guard case .key(let key) = event, var it = review else { return [] }
    var overlay = overlay
    let lines = it.verdictReasons.lines
    overlay.list.clamp(count: lines.count, height: max(1, size.height - 3))
    switch key {
    case Key(.escape), .char("q"), .char("v"), .ctrl("c"):
      overlays.removeLast()
      return []
    case Key(.enter):
      guard lines.indices.contains(overlay.list.selection) else { return [] }
      guard let place = lines[overlay.list.selection].place else {
        notice = Notice(text: "This line leads nowhere; the lines below lead to their facts.")
        return []
      }
      if case .rival(let id) = place {
        // The verdict stays below: the next weakness without a rival cause is one key away.
        open(.finding(it.dossier.application.id, .weakness, editing: id, evidence: nil))
        focusField("rival")
        return []
      }
      overlays.removeLast()
      it.go(to: place)
      review = it
      return []
    default:
      _ = overlay.list.handle(key, count: lines.count, height: max(1, size.height - 3))
    }
    overlays[overlays.count - 1] = .verdict(overlay)
    return []
  }

  /// Puts the focus of the form on top on one of its fields.
  mutating func focusField(_ id: String) {
    guard case .form(var overlay)? = overlays.last,
      let at = overlay.form.fields.firstIndex(where: { $0.id == id })
    else { return }
    overlay.form.focus = at
    overlays[overlays.count - 1] = .form(overlay)
  }

  func drawVerdict(_ it: VerdictOverlay, _ canvas: Canvas) {
    guard let review else { return }
    let inside = overlayRoom("Verdict and why", canvas)
    let lines = review.verdictReasons.lines
    let cursor = inside.blocks(
      count: lines.count, selected: it.list.selection, focused: true
    ) { i in App.rows(lines[i], width: inside.width) }
    if let cursor { inside.cursor(x: 0, y: cursor, visible: false) }
  }

  /// A box as high as the screen, as wide as reading is easy.
  func overlayRoom(_ title: String, _ canvas: Canvas) -> Canvas {
    let width = canvas.width < 100 ? canvas.width : 90
    let room = canvas.part(
      Rect(x: (canvas.width - width) / 2, y: 0, width: width, height: canvas.height))
    room.fill(room.bounds, ink: .body)
    return room.box(title: title, focused: true)
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
