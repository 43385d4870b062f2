import DebriefModel
import TUI

/// How the state looks: the screen below, the overlays above, the footer at the bottom.
extension App {
  /// The smallest screen that anything is drawn on.
  static let smallest = Size(20, 5)

  /// Draws everything. Pure: the same state always gives the same frame, with a memory of earlier
  /// frames or without.
  public func frame(_ memory: DrawMemory? = nil) -> Frame {
    let surface = Surface(size: size, ascii: ascii, memory: memory)
    let canvas = surface.canvas
    guard size.width >= App.smallest.width, size.height >= App.smallest.height else {
      canvas.paragraph(
        "Too small (\(size.width)x\(size.height)); enlarge to \(App.smallest.width)x\(App.smallest.height). \(commands.named("{quit}")) leaves.",
        x: 0, y: 0, width: size.width, maxRows: size.height)
      return surface.frame
    }
    var rect = canvas.bounds
    let foot = canvas.part(rect.takeBottom(1))
    let main = canvas.part(rect)
    if !isCovered(main.width) {
      switch screen {
      case .home: home.draw(main, now: now, size: size, commands: commands)
      case .review: review?.draw(main, now: now, isReadOnly: home.isReadOnly, commands: commands)
      case .page: drawPage(main)
      }
    }
    for overlay in overlays { draw(overlay, main) }
    if !drawLongNotice(canvas) { footer(foot) }
    return surface.finish()
  }

  /// The notice as it is shown: with the keys its commands have.
  private var said: Notice? {
    notice.map { Notice(text: commands.named($0.text), isError: $0.isError) }
  }

  /// A notice that does not fit into the footer takes more rows from the bottom: its end says what to
  /// do. False when there is none.
  private func drawLongNotice(_ canvas: Canvas) -> Bool {
    if case .prompt? = overlays.last { return false }
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

  /// Whether an overlay leaves nothing of the screen below it.
  private func isCovered(_ width: Int) -> Bool {
    width <= App.searchWidth
      && overlays.contains { if case .search = $0 { true } else { false } }
  }

  /// The widest the search gets.
  private static let searchWidth = 96

  private func footer(_ canvas: Canvas) {
    if case .prompt(let prompt)? = overlays.last {
      let label =
        switch prompt.purpose {
        case .filter: "show only: "
        case .find: "find: "
        case .move: "move to: "
        case .letterFile: "write to (.txt or .eml): "
        case .rival: App.rivalLabel(canvas.width)
        case .refuge: "write to: "
        }
      let width = TextWidth.columns(label)
      canvas.text(label, x: 0, y: 0, ink: Ink(.key))
      canvas.field(prompt.field, x: width, y: 0, width: canvas.width - width, focused: true)
      return
    }
    if let notice = said {
      canvas.text(
        " " + notice.text, x: 0, y: 0, ink: Ink(notice.isError ? .error : .accent))
      return
    }
    if !pendingKeys.isEmpty, let sequence = KeySequence(pendingKeys) {
      canvas.text(" \(sequence.description) …", x: 0, y: 0, ink: Ink(.key))
      return
    }
    if let hints = overlayHints { return canvas.hints(hints, y: 0) }
    // The same commands look the same, and to find out which can be used is the smaller part.
    var hasher = Hasher()
    var usable: [(Scope, Int)] = []
    for scope in scopes {
      let all = commands.commands(scope)
      for i in all.indices
      where all[i].footer != nil && !all[i].keyLabel.isEmpty && whyDisabled(all[i].action) == nil {
        hasher.combine(scope)
        hasher.combine(i)
        usable.append((scope, i))
      }
    }
    let key = DrawMemory.Key(part: 0, version: hasher.finalize(), index: 0, day: 0)
    canvas.remembered(key) {
      let hints = usable.map { (scope, i) in
        let command = commands.commands(scope)[i]
        return (key: command.keyLabel, title: command.footer ?? "")
      }
      $0.hints(hints, y: 0)
    }
  }

  /// The hints of an overlay whose keys are fixed; nil where the table of commands has them.
  private var overlayHints: [(key: String, title: String)]? {
    switch overlays.last {
    case .form:
      return [
        ("^S", "save"), ("Tab", "next field"), ("Esc", "back, keeps a draft"), ("^O", "editor"),
      ]
    case .picker: return [("Enter", "pick"), ("Esc", "back")]
    case .confirm: return [("y", "yes"), ("n", "no")]
    case .help: return [("j k", "scroll"), ("q", "back")]
    case .search: return [("Enter", "open"), ("↑ ↓", "move"), ("Esc", "back")]
    case .place: return [("Enter", "here"), ("↑ ↓", "move"), ("Esc", "back")]
    case .people(let it) where it.isTyping: return [("Enter", "to the list"), ("Esc", "all")]
    case .verdict: return [("Enter", "go to the fact"), ("j k", "move"), ("q", "back")]
    case .privateNote: return [("Esc", "keep it and go back")]
    case .improvements:
      return [
        ("x", "tested"), ("X", "drop"), ("e", "edit"), ("a", "add"), ("u", "undo"), ("q", "back"),
      ]
    case .callCard, .followThrough: return [("j k", "scroll"), ("q", "back")]
    case .agenda, .inbox, .people, .prompt, .resumes, .afterNo, .letter, nil: return nil
    }
  }

  private func draw(_ overlay: Overlay, _ canvas: Canvas) {
    let width = canvas.width < 100 ? canvas.width : 90
    switch overlay {
    case .form(let it):
      let wanted = it.form.preferredSize(within: canvas.bounds.size)
      let room = canvas.part(canvas.bounds.centered(Size(max(width, wanted.width), wanted.height)))
      room.fill(room.bounds, ink: .body)
      room.form(it.form)
    case .picker(let it): canvas.picker(it.picker)
    case .confirm(let it):
      let rect = canvas.bounds.centered(Size(min(64, canvas.width), min(canvas.height, 7)))
      let room = canvas.part(rect)
      room.fill(room.bounds, ink: .body)
      let inside = room.box(title: "Sure?", focused: true)
      var y = inside.paragraph(
        it.question, x: 0, y: 0, width: inside.width, maxRows: 3, ink: Ink(.title))
      y += inside.paragraph(
        commands.named(it.detail), x: 0, y: y, width: inside.width, maxRows: 2, ink: .dim)
      inside.text("y yes   n no", x: 0, y: y, ink: Ink(.key))
      inside.cursor(x: 0, y: y, visible: false)
    case .help(let it):
      let room = canvas.part(
        Rect(x: (canvas.width - width) / 2, y: 0, width: width, height: canvas.height))
      room.fill(room.bounds, ink: .body)
      let inside = room.box(title: "Help", focused: true)
      for y in 0..<inside.height where it.top + y < it.lines.count {
        inside.line(it.lines[it.top + y], y: y)
      }
      inside.cursor(x: 0, y: 0, visible: false)
    case .search(let it): drawSearch(it, canvas)
    case .verdict(let it): drawVerdict(it, canvas)
    case .privateNote(let it): drawPrivateNote(it, canvas)
    case .improvements(let it): drawImprovements(it, canvas)
    case .resumes(let it): drawResumes(it, canvas)
    case .afterNo(let it): drawAfterNo(it, canvas)
    case .letter(let it): drawLetter(it, canvas)
    case .callCard(let it): drawCallCard(it, canvas)
    case .followThrough(let it): drawFollowThrough(it, canvas)
    case .prompt(let it):
      // The prompt itself is the last row of the screen; why it stays open stands over it.
      let lines = TextWidth.wrap(it.fault, width: max(1, canvas.width - 2)).prefix(3)
      for (row, line) in lines.enumerated() where !it.fault.isEmpty {
        let y = canvas.height - lines.count + row
        canvas.fill(Rect(x: 0, y: y, width: canvas.width, height: 1), ink: .body)
        canvas.text(" " + line, x: 0, y: y, ink: Ink(.error))
      }
    case .agenda(let it): drawAgenda(it, canvas)
    case .inbox(let it): drawInbox(it, canvas)
    case .place(let it): drawPlace(it, canvas)
    case .people(let it): drawPeople(it, canvas)
    }
  }

  private func drawSearch(_ it: SearchOverlay, _ canvas: Canvas) {
    let width = min(App.searchWidth, canvas.width)
    let room = canvas.part(
      Rect(x: (canvas.width - width) / 2, y: 0, width: width, height: canvas.height))
    room.fill(room.bounds, ink: .body)
    let inside = room.box(title: "Search everything", focused: true)
    let list = inside.part(
      Rect(x: 0, y: 2, width: inside.width, height: inside.height - 2))
    if it.hits.isEmpty {
      let text = it.field.text.isEmpty ? "Words, or their beginnings." : "Nothing has these words."
      list.text(text, x: 0, y: 0, ink: .dim)
    }
    list.blocks(count: it.hits.count, selected: it.list.selection, focused: true) { i in
      let hit = it.hits[i]
      var spans: [StyledLine.Span] = [.init("  ")]
      for piece in hit.pieces {
        let text = piece.text.utf8.contains(0x0a) ? flat(piece.text) : piece.text
        spans.append(.init(text, piece.isMatch ? Ink(.match, .bold) : .body))
      }
      return [
        StyledLine([.init(hit.title, Ink(.body, .bold)), .init("  \(hit.kind.rawValue)", .dim)]),
        StyledLine(spans),
      ]
    }
    inside.field(it.field, x: 0, y: 0, width: inside.width, focused: true)
  }

  private func flat(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  /// The lines of the one page, as wide as the screen allows.
  func pageLines() -> [PageLine] {
    guard let review else { return [] }
    return PageColumns(
      Page(review.dossier, reasons: content.reasons, now: now), today: now.day,
      measure: .terminal, marks: ascii ? .ascii : .unicode, columns: size.width
    ).lines()
  }

  private func drawPage(_ canvas: Canvas) {
    let lines = pageLines()
    let x = max(0, (canvas.width - PageColumns.width) / 2)
    let room = canvas.part(
      Rect(x: x, y: 0, width: min(PageColumns.width, canvas.width), height: canvas.height))
    let top = max(0, min(pageTop, lines.count - room.height))
    for y in 0..<room.height where top + y < lines.count {
      room.line(
        StyledLine(lines[top + y].spans.map { StyledLine.Span($0.text, $0.role.ink) }), y: y)
    }
    room.cursor(x: 0, y: 0, visible: false)
  }
}

extension PageLine.Role {
  /// How the page's roles look on the screen.
  var ink: Ink {
    switch self {
    case .body: .body
    case .dim: .dim
    case .title: Ink(.title)
    case .strength: Ink(.strength)
    case .weakness: Ink(.weakness)
    case .accent: Ink(.accent)
    case .bar: Ink(.barFull)
    }
  }
}

extension TextMeasure {
  /// The measure of the terminal: the same one that draws.
  public static let terminal = TextMeasure(
    columns: { TextWidth.columns($0) }, truncate: { TextWidth.truncate($0, to: $1) },
    wrap: { TextWidth.wrap($0, width: $1) })
}
