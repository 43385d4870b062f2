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
        "Too small (\(size.width)x\(size.height)). Make it at least \(App.smallest.width)x\(App.smallest.height). \(desk.named("{quit}")) leaves.",
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
    let notice = longNotice(canvas)
    // What is asked is never below what is said: an answer that cannot be seen is none.
    let isAbove = !notice.isEmpty && (overlays.last?.rowsNeeded(size, desk) ?? 0) > 0
    let room =
      isAbove
      ? canvas.part(Rect(x: 0, y: 0, width: canvas.width, height: canvas.height - notice.count))
      : main
    for at in overlays.indices {
      overlays[at].draw(at == overlays.count - 1 ? room : main, desk)
    }
    if notice.isEmpty { footer(foot) } else { draw(notice, canvas) }
    return surface.finish()
  }

  /// The notice as it is shown: with the keys its commands have.
  private var said: Notice? {
    notice.map { Notice(text: desk.named($0.text), isError: $0.isError) }
  }

  /// A notice that does not fit into the footer takes more rows from the bottom, as many as what is
  /// asked leaves: its end says what to do. Empty when there is none.
  private func longNotice(_ canvas: Canvas) -> [String] {
    if overlays.last?.ownsFooter == true { return [] }
    guard let notice = said, TextWidth.columns(notice.text) + 1 > canvas.width else { return [] }
    let width = max(1, canvas.width - 2)
    let lines = TextWidth.wrap(notice.text, width: width)
    let needed = overlays.last?.rowsNeeded(canvas.bounds.size, desk) ?? 0
    let most = max(1, min(4, canvas.height - 2, canvas.height - needed))
    if lines.count <= most { return lines }
    let rest = lines[(most - 1)...].joined(separator: " ")
    return lines.prefix(most - 1) + [TextWidth.truncate(rest, to: width)]
  }

  private func draw(_ notice: [String], _ canvas: Canvas) {
    let room = canvas.part(
      Rect(x: 0, y: canvas.height - notice.count, width: canvas.width, height: notice.count))
    room.fill(room.bounds, ink: .body)
    let ink = Ink(said?.isError == true ? .error : .accent)
    for (y, line) in notice.enumerated() {
      room.text(line, x: 1, y: y, ink: ink, width: max(0, room.width - 2))
    }
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
    let canvas = desk.strain.mark(canvas, isTyping: isTyping)
    if let hints = place.hints(desk) { return canvas.hints(hints, y: 0) }
    // The same commands look the same, and to find out which can be used is the smaller part.
    var hasher = Hasher()
    var usable: [(commands: [Command], at: [Int])] = []
    for scope in scopes {
      let commands = desk.commands.commands(scope)
      hasher.combine(scope)
      let at = commands.indices.filter { i in
        commands[i].footer != nil && !commands[i].keyLabel.isEmpty && commands[i].why(self) == nil
      }
      hasher.combine(at)
      usable.append((commands, at))
    }
    let key = DrawMemory.Key(part: 0, version: hasher.finalize(), index: 0, day: 0)
    canvas.remembered(key) {
      let hints = usable.flatMap { it in
        it.at.map { (key: it.commands[$0].keyLabel, title: it.commands[$0].footer ?? "") }
      }
      $0.hints(hints, y: 0)
    }
  }
}
