import DebriefModel
import TUI

/// How the state looks: the screen below, the overlays above, the footer at the bottom.
extension App {
  /// The smallest screen that anything is drawn on.
  static let smallest = Size(20, 5)

  /// Draws everything. Pure: the same state always gives the same frame, with a memory of earlier
  /// frames or without.
  public func frame(_ memory: DrawMemory? = nil) -> Frame {
    let size = desk.size
    let surface = Surface(size: size, ascii: desk.isASCII, memory: memory)
    let canvas = surface.canvas
    guard size.width >= App.smallest.width, size.height >= App.smallest.height else {
      canvas.paragraph(
        "Too small (\(size.width)x\(size.height)); enlarge to \(App.smallest.width)x\(App.smallest.height). \(desk.named("{quit}")) leaves.",
        x: 0, y: 0, width: size.width, maxRows: size.height)
      return surface.frame
    }
    var rect = canvas.bounds
    let foot = canvas.part(rect.takeBottom(1))
    let main = canvas.part(rect)
    if !overlays.contains(where: { $0.covers(main.width) }) {
      switch screen {
      case .home: home.draw(main, desk)
      case .review: review.draw(main, desk)
      case .page: page.draw(main, desk)
      }
    }
    for overlay in overlays { overlay.draw(main, desk) }
    if !drawLongNotice(canvas) { footer(foot) }
    return surface.finish()
  }

  /// The notice as it is shown: with the keys its commands have.
  private var said: Notice? {
    notice.map { Notice(text: desk.named($0.text), isError: $0.isError) }
  }

  /// A notice that does not fit into the footer takes more rows from the bottom: its end says what to
  /// do. False when there is none.
  private func drawLongNotice(_ canvas: Canvas) -> Bool {
    if overlays.last?.ownsFooter == true { return false }
    guard let notice = said, TextWidth.columns(notice.text) + 1 > canvas.width else { return false }
    let lines = TextWidth.wrap(notice.text, width: max(1, canvas.width - 2))
    let rows = min(lines.count, max(1, min(4, canvas.height - 2)))
    let room = canvas.part(
      Rect(x: 0, y: canvas.height - rows, width: canvas.width, height: rows))
    room.fill(room.bounds, ink: .body)
    let ink = Ink(notice.isError ? .error : .accent)
    room.paragraph(notice.text, x: 1, y: 0, width: room.width - 2, maxRows: rows, ink: ink)
    return true
  }

  private func footer(_ canvas: Canvas) {
    if let top = overlays.last, top.ownsFooter { return top.drawFooter(canvas, desk) }
    if let notice = said {
      canvas.text(
        " " + notice.text, x: 0, y: 0, ink: Ink(notice.isError ? .error : .accent))
      return
    }
    if !pendingKeys.isEmpty, let sequence = KeySequence(pendingKeys) {
      canvas.text(" \(sequence.description) …", x: 0, y: 0, ink: Ink(.key))
      return
    }
    if let hints = overlays.last?.hints(desk) { return canvas.hints(hints, y: 0) }
    // The same commands look the same, and to find out which can be used is the smaller part.
    var hasher = Hasher()
    var usable: [Command] = []
    for scope in scopes {
      for command in desk.commands.commands(scope)
      where command.footer != nil && !command.keyLabel.isEmpty && command.why(self) == nil {
        hasher.combine(command.name)
        usable.append(command)
      }
    }
    let key = DrawMemory.Key(part: 0, version: hasher.finalize(), index: 0, day: 0)
    canvas.remembered(key) {
      $0.hints(usable.map { (key: $0.keyLabel, title: $0.footer ?? "") }, y: 0)
    }
  }
}
