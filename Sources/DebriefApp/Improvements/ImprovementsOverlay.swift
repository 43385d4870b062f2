import DebriefModel
import TUI

/// The changes that are still open: those of this application, then those that others left.
struct ImprovementsOverlay: Equatable, Sendable {
  var list = ListState()
}

extension App {
  /// How many open changes of other applications are read.
  public static let carriedLimit = 40

  /// What the list shows, in its order.
  var openImprovements: [Carried] {
    guard let dossier = review?.dossier else { return [] }
    let own = dossier.improvements.filter { $0.state == .open }
    return own.map { Carried($0, company: "") } + carried
  }

  mutating func improvementsInput(_ overlay: ImprovementsOverlay, _ event: InputEvent) -> [Effect] {
    guard case .key(let key) = event, let id = review?.dossier.application.id else { return [] }
    var overlay = overlay
    let items = openImprovements
    let height = max(1, (size.height - 3) / 3)
    overlay.list.clamp(count: items.count, height: height)
    let it = items.indices.contains(overlay.list.selection) ? items[overlay.list.selection] : nil
    switch key {
    case Key(.escape), .char("q"), .char("I"), .ctrl("c"):
      overlays.removeLast()
      return []
    case .char("a"): open(.improvement(id, editing: nil))
    case .char("u"): return [.undo]
    case .char("e"), Key(.enter), .char("x"), .char("X"):
      guard let it else {
        notice = Notice(text: "Nothing is open; a adds a change.")
        return []
      }
      switch key {
      case .char("x"): open(.tested(id, improvement: it.improvement.id))
      case .char("X"): open(.dropped(id, improvement: it.improvement.id))
      default: open(.improvement(id, editing: it.improvement.id))
      }
    default:
      _ = overlay.list.handle(key, count: items.count, height: height)
      overlays[overlays.count - 1] = .improvements(overlay)
    }
    return []
  }

  func drawImprovements(_ it: ImprovementsOverlay, _ canvas: Canvas) {
    let items = openImprovements
    let inside = overlayRoom("Changes still open", canvas)
    if items.isEmpty {
      inside.paragraph(
        "Nothing is open. a adds a change; what one application leaves open is shown in the others.",
        x: 0, y: 0, width: inside.width, maxRows: inside.height, ink: .dim)
      inside.cursor(x: 0, y: 0, visible: false)
      return
    }
    let own = items.firstIndex { !$0.company.isEmpty } ?? items.count
    let cursor = inside.blocks(
      count: items.count, selected: min(it.list.selection, items.count - 1), focused: true
    ) { i in
      var rows: [StyledLine] = []
      if i == 0, own > 0 { rows.append(StyledLine("Of this application", Ink(.title))) }
      if i == own {
        if own > 0 { rows.append(StyledLine("")) }
        rows.append(StyledLine("Of other applications", Ink(.title)))
      }
      return rows + App.rows(items[i], width: inside.width)
    }
    if let cursor { inside.cursor(x: 0, y: cursor, visible: false) }
  }

  private static func rows(_ it: Carried, width: Int) -> [StyledLine] {
    let change = it.improvement
    var rows = TextWidth.wrap(change.what, width: max(4, width - 3)).prefix(3).enumerated().map {
      StyledLine([
        .init($0 == 0 ? "\(change.effort.label)  " : "   ", .dim), .init($1, Ink(.body, .bold)),
      ])
    }
    func add(_ text: String) {
      guard !text.isEmpty else { return }
      rows += TextWidth.wrap(text, width: max(4, width - 3)).prefix(2).map {
        StyledLine([.init("   "), .init($0, .dim)])
      }
    }
    let facts = [it.company, change.isLearning ? "to learn" : change.area.label, change.place]
    add(facts.filter { !$0.isEmpty }.joined(separator: " · "))
    let gap = [
      change.options.map { "ways: \($0)" }, change.cost.map { "costs \($0)" },
      change.by.map { "by \($0)" },
    ]
    add(gap.compactMap { $0 }.joined(separator: " · "))
    add(change.proof.isEmpty ? "no test named yet; e names one" : "worked if: \(change.proof)")
    return rows
  }
}
