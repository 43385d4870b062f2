import DebriefModel
import TUI

/// The private note of an application (A81). It is no form: what is half typed never becomes a
/// draft, and no external editor is offered it. Leaving saves it.
struct PrivateNoteOverlay: Equatable, Sendable {
  let application: ID
  var area: TextArea
  /// What the store holds.
  let stored: String
  /// Whether it was ever another text: while it is typed, it may have been stored so.
  var touched = false

  /// What the note is, and what it is not.
  static let explanation = """
    Kept apart: never counted, searched, exported or logged, and no undo changes it. If you suspect \
    an unlawful ground, write dates and exact words here, and seek local advice; time limits can be \
    short. Deleting the application deletes this note for good. An empty note is removed.
    """
}

extension App {
  /// The private note as it stands on the screen, where it is not stored yet.
  public var privateNote: PrivateNote? {
    guard case .privateNote(let it)? = overlays.last, it.touched else { return nil }
    return PrivateNote(application: it.application, text: it.area.text, recorded: now)
  }

  mutating func openedPrivateNote(_ application: ID, _ note: PrivateNote?) -> [Effect] {
    guard review?.dossier.application.id == application, overlays.isEmpty else { return [] }
    let text = note?.text ?? ""
    overlays.append(
      .privateNote(
        PrivateNoteOverlay(application: application, area: TextArea(text), stored: text)))
    return []
  }

  /// The note is stored. Where another window had changed it, both texts are in it.
  mutating func keptPrivate(_ note: PrivateNote, _ stored: String) {
    if stored != note.text { notice = Notice(text: Meeting.inPrivateNote) }
  }

  mutating func privateInput(_ overlay: PrivateNoteOverlay, _ event: InputEvent) -> [Effect] {
    var overlay = overlay
    switch event {
    case .resize: return []
    case .paste(let text): overlay.area.insert(text)
    case .key(let key):
      switch key {
      case Key(.escape), .ctrl("c"), .ctrl("s"):
        let note = privateNote
        overlays.removeLast()
        guard let note else { return [] }
        closing = .privateNote(overlay)
        notice = Notice(text: note.text.isEmpty ? "Private note removed." : "Private note kept.")
        return [.savePrivate(note, over: overlay.stored)]
      default:
        let room = PrivateNoteOverlay.room(App.overlayInside(size))
        guard overlay.area.handle(key, width: room.width, height: room.height) else { return [] }
      }
    }
    overlay.touched = overlay.touched || overlay.area.text != overlay.stored
    overlays[overlays.count - 1] = .privateNote(overlay)
    return []
  }

  /// The size inside of a box as ``overlayRoom(_:_:)`` draws it.
  static func overlayInside(_ size: Size) -> Size {
    let width = size.width < 100 ? size.width : 90
    let height = size.height - 1
    return width >= 6 && height >= 3 ? Size(width - 4, height - 2) : Size(width, height)
  }

  func drawPrivateNote(_ it: PrivateNoteOverlay, _ canvas: Canvas) {
    let inside = overlayRoom("Private note", canvas)
    let room = PrivateNoteOverlay.room(inside.bounds.size)
    inside.paragraph(
      PrivateNoteOverlay.explanation, x: 0, y: 0, width: inside.width, maxRows: room.y, ink: .dim)
    inside.area(it.area, rect: room, focused: true)
  }
}

extension PrivateNoteOverlay {
  /// Where the text stands, below what explains it.
  static func room(_ size: Size) -> Rect {
    let lines = TextWidth.wrap(explanation, width: max(4, size.width)).count
    let above = min(lines, max(0, size.height / 2))
    let gap = size.height - above > 4 ? 1 : 0
    return Rect(
      x: 0, y: above + gap, width: max(1, size.width), height: max(1, size.height - above - gap))
  }
}
