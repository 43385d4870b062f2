import DebriefModel
import TUI

/// Where the parts of an open letter stand.
struct LetterLayout: Equatable {
  /// The lines above: to whom, and the subject.
  var head: Rect
  /// The text.
  var text: Rect
  /// The remarks: beside the text, or below it where it is narrow.
  var remarks: Rect

  /// Lays out the inside of the box.
  init(_ size: Size) {
    var rest = Rect(x: 0, y: 0, width: size.width, height: size.height)
    head = rest.takeTop(size.height >= 12 ? 3 : size.height >= 7 ? 2 : 1)
    if size.width >= 70, rest.height >= 5 {
      let left = rest.takeLeft(min(84, size.width * 3 / 5))
      text = left
      remarks = Rect(
        x: rest.x + 2, y: rest.y, width: min(64, max(0, rest.width - 2)), height: rest.height)
    } else {
      let below = rest.takeBottom(min(max(1, rest.height / 3), 9))
      text = rest
      remarks = below
    }
  }

  /// The room inside of the box on a screen of this size.
  static func inside(_ screen: Size) -> Size {
    let height = screen.height - 1
    guard screen.width >= 40, height >= 10 else { return Size(screen.width, height) }
    return Size(screen.width - 4, height - 2)
  }
}

extension LetterEditor {
  func draw(_ canvas: Canvas, _ desk: Desk) {
    canvas.fill(canvas.bounds, ink: .body)
    let inner = LetterLayout.inside(desk.size)
    let boxed = inner.width < canvas.width
    let (state, ink) = LettersPane.standing(letter, now: desk.now)
    let room =
      boxed
      ? canvas.box(
        title: desk.folder?.dossier.title(of: letter) ?? letter.title,
        about: desk.folder?.dossier.application.company ?? "", focused: true,
        note: state)
      : canvas
    let layout = LetterLayout(inner)
    let head = room.part(layout.head)
    let name = desk.folder?.dossier.person(to)?.name ?? "no one in particular"
    if layout.head.height > 1 {
      let used = head.text("to ", x: 0, y: 0, ink: .dim)
      let end = used + head.text(name, x: used, y: 0, ink: .body)
      if !boxed { head.text("  \(state)", x: end, y: 0, ink: ink) }
    }
    let row = layout.head.height > 1 ? 1 : 0
    let label = layout.head.height > 1 ? "subject " : ""
    let used = head.text(label, x: 0, y: row, ink: .dim)
    if part == .subject {
      head.field(
        subject, x: used, y: row, width: head.width - used, focused: true,
        number: LetterEditor.subjectNumber)
    } else {
      head.target(
        .text(LetterEditor.subjectNumber),
        in: Rect(x: used, y: row, width: head.width - used, height: 1))
      head.text(subject.text, x: used, y: row, ink: Ink(.accent), width: head.width - used)
    }
    room.area(
      area, rect: layout.text, focused: part == .text, marks: remarks.compactMap(\.place))
    drawRemarks(room.part(layout.remarks), desk)
  }

  private func drawRemarks(_ canvas: Canvas, _ desk: Desk) {
    guard canvas.height > 0, canvas.width > 0 else { return }
    let focused = part == .remarks
    var y = 0
    if canvas.height > 3 {
      canvas.text(
        heading(desk), x: 0, y: 0, ink: Ink(.title, focused ? [.selected] : []))
      y = 1
    }
    let notes = notes(desk)
    let list = canvas.part(
      Rect(x: 0, y: y, width: canvas.width, height: canvas.height - y))
    let count = remarks.count
    let cursor = list.blocks(
      count: count + notes.count, selected: count > 0 ? picked : nil, focused: focused
    ) { i in
      guard i < count else {
        return TextWidth.wrap(notes[i - count], width: max(4, list.width - 2)).enumerated().map {
          StyledLine([.init($0 == 0 ? "· " : "  ", .dim), .init($1, .dim)])
        }
      }
      return LetterEditor.rows(remarks[i], desk, width: list.width, open: i == picked)
    }
    if focused { list.cursor(x: 0, y: cursor ?? 0, visible: false) }
  }

  /// What to know before the letter goes, which is no fault of its text (S10, A65, A90).
  func notes(_ desk: Desk) -> [String] {
    guard !isLocked, let dossier = desk.folder?.dossier, let around else { return [] }
    var notes = LetterSentForm.beforeItGoes(letter, dossier, around, now: desk.now)
    if let problem = spellingProblem { notes.append(problem) }
    return notes
  }

  /// What stands above the remarks and the notes below them: how many there are of each, so that it counts
  /// what one sees.
  func heading(_ desk: Desk) -> String {
    if isLocked { return "Sent, so it can't be changed" }
    if around == nil { return "Checking …" }
    return LetterEditor.counted(remarks: remarks.count, notes: notes(desk).count)
  }

  /// The same for so many of each.
  static func counted(remarks: Int, notes: Int) -> String {
    let first = remarks == 0 ? "Looks good" : Counted.things(remarks, "suggestion")
    return notes == 0 ? first : "\(first), \(Counted.things(notes, "note"))"
  }

  /// A remark as rows; the one looked at says why, and how to mend it.
  static func rows(_ it: Remark, _ desk: Desk, width: Int, open: Bool) -> [StyledLine] {
    let serious = [.gap, .recipient, .foreignName].contains(it.rule)
    let room = max(4, width - 2)
    var lines = wrap(it.says, width: room, most: open ? 6 : 2).enumerated().map {
      StyledLine([
        .init($0 == 0 ? (serious ? "! " : "- ") : "  ", Ink(serious ? .warning : .accent)),
        .init($1, serious ? Ink(.warning) : .body),
      ])
    }
    guard open else { return lines }
    func add(_ text: String, _ ink: Ink) {
      guard !text.isEmpty else { return }
      lines += wrap(text, width: room, most: 4).map {
        StyledLine([.init("  "), .init($0, ink)])
      }
    }
    add("\(it.why)", .dim)
    add(desk.named(it.mend), Ink(.strength))
    return lines
  }

  /// A text in so many rows; one that is longer says so at its end.
  static func wrap(_ text: String, width: Int, most: Int) -> [String] {
    let all = TextWidth.wrap(text, width: width)
    guard all.count > most, most > 0 else { return all }
    var rows = Array(all.prefix(most))
    var last = rows[most - 1]
    // Whole words, where there is more than one.
    while TextWidth.columns(last) + 2 > width, let space = last.lastIndex(of: " ") {
      last = String(last[..<space])
    }
    rows[most - 1] = TextWidth.truncate(last + " …", to: width)
    return rows
  }
}
