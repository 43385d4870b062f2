import DebriefModel
import TUI

/// The private note of an application (A81). It is no form: what is half typed never becomes a
/// draft, and no external editor is offered it. Leaving saves it.
struct PrivateNoteOverlay: Place {
  let application: ID
  var area: TextArea
  /// What the store holds.
  let stored: String
  /// The day it was last changed; nil where there is none yet.
  let changed: Day?
  /// Whether it was ever another text: while it is typed, it may have been stored so.
  private(set) var touched = false

  static let scope = Scope.bare("private-note", isTyping: true)

  init(application: ID, text: String, changed: Day? = nil) {
    (self.application, area, stored) = (application, TextArea(text), text)
    self.changed = changed
  }

  /// What the note is, and what it is not.
  static let explanation = """
    Only for you: it's never counted, searched, exported, or logged, and undo doesn't touch it. If \
    you think they broke the law, write down dates and exact words. Get legal advice soon; \
    deadlines can be short. Deleting the application deletes this note for good. An empty note is \
    removed.
    """

  /// The same in a sentence, where there is no room for all of it.
  static let brief = "Only for you: it's never counted, searched, or exported."

  /// What stands above the text on a screen of a size: never a sentence that is cut.
  private static func words(_ size: Size) -> String {
    let rows = TextWidth.wrap(explanation, width: max(4, size.width)).count
    return rows <= size.height / 2 ? explanation : brief
  }

  /// The note as it stands on the screen; nil where it was never another text.
  func note(now: Moment) -> PrivateNote? {
    guard touched else { return nil }
    let text = area.text.allSatisfy(\.isWhitespace) ? "" : area.text
    return PrivateNote(application: application, text: text, recorded: now)
  }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    switch event {
    case .resize, .tooLong, .pointer: return []
    case .paste(let text): area.insert(text)
    case .key(let key):
      if [Key(.escape), .ctrl("c"), .ctrl("s")].contains(key) { return leave(&desk) }
      let room = PrivateNoteOverlay.room(desk.boxedSize)
      guard area.handle(key, width: room.width, height: room.height) else { return [] }
    }
    touched = touched || area.text != stored
    return []
  }

  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    if let it = at.place {
      area.point(x: it.x, y: it.y, width: it.size.width, height: it.size.height)
    }
    return []
  }

  mutating func leave(_ desk: inout Desk) -> [Request] {
    guard let note = note(now: desk.now) else { return [.close] }
    let save = Request.effect(.savePrivate(note, over: stored, then: .reopens(self)))
    // Where nothing was and nothing is, there is nothing to say.
    if note.text.isEmpty, stored.isEmpty { return [.close, save] }
    return [
      .close, .notice(note.text.isEmpty ? "Private note removed." : "Private note saved."), save,
    ]
  }

  var unsaved: Unsaved? {
    touched && area.text != stored
      ? Unsaved(label: "a private note", text: area.text, isPrivate: true) : nil
  }

  func hints(_ desk: Desk) -> [(key: String, title: String)]? {
    [("Esc", "save it and go back")]
  }

  func draw(_ canvas: Canvas, _ desk: Desk) {
    let day = (changed ?? desk.now.day).long
    let inside = canvas.boxed("Private note, \(changed == nil ? "" : "last changed ")\(day)")
    let room = PrivateNoteOverlay.room(inside.bounds.size)
    inside.paragraph(
      PrivateNoteOverlay.words(inside.bounds.size), x: 0, y: 0, width: inside.width,
      maxRows: room.y, ink: .dim)
    inside.area(area, rect: room, focused: true)
  }
}

extension App {
  /// The private note as it stands on the screen, also below a question about it, where it is not stored
  /// yet.
  public var privateNote: PrivateNote? { privateOverlay?.note(now: desk.now) }

  /// The text the private note on the screen was made from.
  public var privateNoteBase: String { privateOverlay?.stored ?? "" }

  private var privateOverlay: PrivateNoteOverlay? {
    for overlay in overlays.reversed() {
      if let it = overlay as? PrivateNoteOverlay { return it }
    }
    return nil
  }

  /// Opens the private note that was read.
  mutating func opened(_ note: PrivateNote?, of application: ID) {
    guard desk.folder?.id == application, overlays.isEmpty else { return }
    overlays.append(
      PrivateNoteOverlay(
        application: application, text: note?.text ?? "", changed: note?.recorded.day))
  }
}

extension PrivateNoteOverlay {
  /// Where the text stands, below what explains it.
  static func room(_ size: Size) -> Rect {
    let lines = TextWidth.wrap(words(size), width: max(4, size.width)).count
    // It is read whole, as long as two rows are left to write in.
    let above = min(lines, max(size.height / 2, size.height - 2))
    let gap = size.height - above > 4 ? 1 : 0
    return Rect(
      x: 0, y: above + gap, width: max(1, size.width), height: max(1, size.height - above - gap))
  }
}
