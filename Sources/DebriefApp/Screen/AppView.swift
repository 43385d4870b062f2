import DebriefModel
import TUI

/// How the state looks: the screen below, the overlays above, the footer at the bottom.
extension App {
  /// The smallest screen that anything is drawn on.
  static let smallest = Size(20, 5)

  /// Draws everything. Pure: the same state always gives the same frame, with a memory of earlier
  /// frames or without.
  public func frame(_ memory: DrawMemory? = nil) -> Frame {
    let surface = Surface(size: desk.size, ascii: desk.isASCII, memory: memory)
    draw(on: surface)
    return surface.finish()
  }

  /// What can be pointed at, in the order of drawing.
  var hits: [HitArea] {
    let surface = Surface(size: desk.size, ascii: desk.isASCII, keepsHits: true)
    draw(on: surface)
    return surface.hits ?? []
  }

  private func draw(on surface: Surface) {
    let size = desk.size
    let canvas = surface.canvas
    guard size.width >= App.smallest.width, size.height >= App.smallest.height else {
      canvas.paragraph(
        "This window is too small (\(size.width)x\(size.height)). Make it at least \(App.smallest.width)x\(App.smallest.height). \(desk.named("{quit}")) quits.",
        x: 0, y: 0, width: size.width, maxRows: size.height)
      return
    }
    var rect = canvas.bounds
    let foot = canvas.part(rect.takeBottom(1))
    if let top = overlays.last as? PrivacyScreen {
      top.draw(canvas.part(rect), desk)
      return footer(foot)
    }
    // The tour takes its rows from the bottom; what it shows has a screen that is so much lower.
    var desk = desk
    if let tour = desk.tour, !tour.isEnding {
      let rows = Tour.rows(size)
      tour.draw(canvas.part(rect.takeBottom(rows)), self)
      desk.size = Size(size.width, size.height - rows)
    }
    let whole = canvas.part(rect)
    let notice = noticeLines(canvas)
    _ = rect.takeBottom(notice.count)
    let above = canvas.part(rect)
    // What is said has rows of its own. Where there are few, it may lie over the last ones, but not over
    // what is asked: an answer that cannot be seen is none.
    let main = size.height < App.roomy ? whole : above
    if !overlays.contains(where: { $0.covers(main.width) }) {
      switch screen {
      case .home: home.draw(main, desk)
      case .review: review.draw(main, desk)
      case .page: page.draw(main, desk)
      }
    }
    for at in overlays.indices {
      canvas.hearsAlone()
      let isAsked = at == overlays.count - 1 && overlays[at].rowsNeeded(size, desk) > 0
      overlays[at].draw(isAsked ? above : main, desk)
    }
    draw(notice, whole)
    footer(foot)
  }

  /// From so many rows on a sentence has rows of its own.
  private static let roomy = 12

  /// The notice as it is shown: with the keys its commands have.
  private var said: Notice? {
    notice.map { Notice(text: desk.named($0.text), isError: $0.isError) }
  }

  /// The rows of the notice, which stand above the footer: as many as what is asked leaves, for its end
  /// says what to do. Empty when there is none.
  private func noticeLines(_ canvas: Canvas) -> [String] {
    guard let notice = said else { return [] }
    let width = max(1, canvas.width - 2)
    let lines = TextWidth.wrap(notice.text, width: width)
    let needed = overlays.last?.rowsNeeded(canvas.bounds.size, desk) ?? 0
    let most = max(1, min(4, canvas.height - 3, canvas.height - 1 - needed))
    if lines.count <= most { return lines }
    let rest = lines[(most - 1)...].joined(separator: " ")
    return lines.prefix(most - 1) + [TextWidth.truncate(rest, to: width)]
  }

  /// What went well is said quietly, what did not stands out.
  private func draw(_ notice: [String], _ canvas: Canvas) {
    guard let said else { return }
    let room = canvas.part(
      Rect(x: 0, y: canvas.height - notice.count, width: canvas.width, height: notice.count))
    room.fill(room.bounds, ink: .body)
    let ink = said.isError ? Ink(.error, .bold) : said.isQuiet ? .dim : Ink(.accent)
    for (y, line) in notice.enumerated() {
      room.text(line, x: 1, y: y, ink: ink, width: max(0, room.width - 2))
    }
  }

  private func footer(_ canvas: Canvas) {
    if let followers = Followers(of: pendingKeys, commandsHeard, place, desk) {
      return followers.draw(canvas)
    }
    if let top = overlays.last, top.ownsFooter { return top.drawFooter(canvas, desk) }
    let canvas = desk.strain.mark(canvas, isTyping: isTyping)
    let place = place
    if let hints = place.hints(desk) { return canvas.hints(hints, y: 0, kept: "Esc") }
    // The same commands look the same, and to find out which can be used is the smaller part.
    let isOver = !overlays.isEmpty
    var hasher = Hasher()
    hasher.combine(isOver)
    var usable: [(commands: [Command], at: [Int])] = []
    for scope in scopes {
      let commands = desk.commands.commands(scope)
      hasher.combine(scope)
      let at = commands.indices.filter { i in
        commands[i].footer != nil && !commands[i].keyLabel.isEmpty && commands[i].why(self) == nil
      }
      hasher.combine(at)
      for i in at { hasher.combine(place.footerWord(commands[i], desk)) }
      usable.append((commands, at))
    }
    let key = DrawMemory.Key(part: 0, version: hasher.finalize(), index: 0, day: 0)
    canvas.remembered(key) {
      var names: [String: String] = [:]
      var hints: [(key: String, title: String)] = usable.flatMap { it in
        it.at.map { at in
          let command = it.commands[at]
          if names[command.keyLabel] == nil { names[command.keyLabel] = command.name }
          return (
            key: command.keyLabel,
            title: place.footerWord(command, desk) ?? command.footer ?? ""
          )
        }
      }
      // A key that means two things here means what the inner place says.
      let all = hints
      hints = all.indices.filter { at in !all[..<at].contains { $0.key == all[at].key } }.map {
        all[$0]
      }
      // What lies over the screen always says how it is left.
      if isOver, !hints.contains(where: { $0.key.contains("Esc") }) {
        hints.append(("Esc", "back"))
      }
      // So does the first screen, behind which there is none.
      if !isOver, screen == .home { hints.append((desk.commands.named("{back}"), "quit")) }
      $0.hints(hints, y: 0, kept: "Esc") { key in
        names[key].map { .command($0) } ?? Canvas.key(named: key)
      }
    }
  }
}
