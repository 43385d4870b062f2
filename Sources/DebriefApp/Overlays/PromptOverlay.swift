import DebriefModel
import TUI

/// One line at the foot of the screen, and what is done with what is typed there.
struct PromptOverlay: Place {
  /// What is done with the line, once it is left with Enter; it gets the line itself, to come back when
  /// that could not be done.
  typealias Done = @Sendable (PromptOverlay, inout Desk) -> [Request]

  var field: TextField
  /// What stands before the line, as there is room for it.
  let label: @Sendable (_ width: Int) -> String
  /// What every change of the line does.
  var typed: @Sendable (String, inout Desk) -> [Request] = { _, _ in [] }
  let done: Done
  /// What going back with Esc does.
  var left: @Sendable (inout Desk) -> [Request] = { _ in [] }
  /// What its words are called where they are in no store; nil where they are worth nothing yet.
  var words: String?
  /// What the line is for: the arrows bring back what was entered for the same before.
  var kind = Entered.Kind.line
  private var recall: LineRecall?
  /// Whether the first thing that is typed takes the place of the words that stand there.
  var isReplaced = false
  /// Why what was typed could not be done, until something else is typed.
  var fault = ""

  static let scope = Scope.bare("prompt", isTyping: true)

  init(
    _ label: String, _ text: String = "", kind: Entered.Kind = .line, done: @escaping Done
  ) {
    self.init({ _ in label }, text, done: done)
    self.kind = kind
  }

  init(_ label: @escaping @Sendable (Int) -> String, _ text: String = "", done: @escaping Done) {
    (field, self.label, self.done) = (TextField(text), label, done)
  }

  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    switch event {
    case .resize, .tooLong, .pointer: return []
    case .key, .paste: break
    }
    if isReplaced, event.isEdit { field = TextField("") }
    isReplaced = false
    switch event {
    case .resize, .tooLong, .pointer: return []
    case .paste(let text): field.insert(text)
    case .key(let key):
      switch key {
      case Key(.enter): return [.close] + kept(&desk) + done(self, &desk)
      case Key(.escape), .ctrl("c"): return [.close] + left(&desk)
      case Key(.up), Key(.down):
        var recall = self.recall ?? LineRecall(desk.entered.lines(kind))
        guard let text = recall.step(isBack: key == Key(.up), from: field.text) else { return [] }
        (self.recall, field) = (recall, TextField(text))
      default: guard field.handle(key) else { return [] }
      }
    }
    fault = ""
    return typed(field.text, &desk)
  }

  /// Keeps the line for the next time.
  private func kept(_ desk: inout Desk) -> [Request] {
    desk.entered.add(field.text, kind) ? [.effect(.keepLine(field.text, kind))] : []
  }

  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    isReplaced = false
    if let place = at.place { field.point(column: place.x, columns: place.size.width) }
    return []
  }

  mutating func wheel(isDown: Bool, _ at: Pointed, _ desk: inout Desk) -> [Request] { [] }

  /// What brings the line back when what it is for could not be done.
  var again: Sequel {
    Sequel(
      keeping: unsaved,
      failed: { app, sentence in
        var prompt = self
        prompt.fault = sentence
        app.overlays.append(prompt)
        return []
      })
  }

  var unsaved: Unsaved? {
    guard let words, !field.text.allSatisfy(\.isWhitespace) else { return nil }
    return Unsaved(label: words, text: field.text, isKept: false)
  }

  var ownsFooter: Bool { true }

  func drawFooter(_ canvas: Canvas, _ desk: Desk) {
    let canvas = desk.strain.mark(canvas, isTyping: true)
    let label = label(canvas.width)
    let width = TextWidth.columns(label)
    canvas.text(label, x: 0, y: 0, ink: Ink(.key))
    let room = canvas.width - width
    let keys = keys(desk)
    // One more for the cursor behind the words, two between them and the keys.
    let columns = keys.reduce(0) { $0 + TextWidth.columns($1.key + $1.title) + 3 }
    let isRoomy = TextWidth.columns(field.text) + columns + 3 <= room
    canvas.field(field, x: width, y: 0, width: isRoomy ? room - columns : room, focused: true)
    if isReplaced, TextWidth.columns(field.text) < room {
      canvas.text(field.text, x: width, y: 0, ink: Ink(.body, .selected))
    }
    if isRoomy {
      let area = Rect(x: canvas.width - columns, y: 0, width: columns, height: 1)
      canvas.part(area).hints(keys, y: 0)
    }
  }

  /// The keys of the line, which stand behind it while there is room.
  private func keys(_ desk: Desk) -> [(key: String, title: String)] {
    let word =
      switch kind {
      case .filter, .find: "keep"
      case .command: "run"
      case .day, .file, .line: "go on"
      }
    let isKnown = !desk.entered.lines(kind).isEmpty
    return [("Enter", word), ("Esc", "back")] + (isKnown ? [("↑", "earlier")] : [])
  }

  /// The line itself is the last row of the screen; why it stays open stands over it.
  func draw(_ canvas: Canvas, _ desk: Desk) {
    if fault.isEmpty { return }
    let lines = TextWidth.wrap(fault, width: max(1, canvas.width - 2)).prefix(3)
    for (row, line) in lines.enumerated() {
      let y = canvas.height - lines.count + row
      canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1), ink: .body)
      canvas.text(" " + line, x: 0, y: y, ink: Ink(.error))
    }
  }
}
