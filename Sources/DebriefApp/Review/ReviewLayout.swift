import TUI

/// Which panes of the review are shown where.
struct ReviewLayout: Equatable {
  /// The panes and their rectangles, in the order of drawing.
  var panes: [(pane: PaneID, rect: Rect)] = []

  static func == (a: ReviewLayout, b: ReviewLayout) -> Bool {
    a.panes.map(\.pane) == b.panes.map(\.pane) && a.panes.map(\.rect) == b.panes.map(\.rect)
  }

  /// Lays the panes out: four where there is room, two at 80×24, one where it is narrow. The
  /// preparation and the letters stand in the place of the script while they are in use.
  init(_ area: Rect, focus: PaneID, left: PaneID, zoomed: Bool) {
    if zoomed || area.width < 70 || area.height < 12 {
      panes = [(focus, area)]
      return
    }
    var rest = area
    let script = focus == .preparation || focus == .letters ? focus : .script
    if area.height >= 30 {
      // Everything at once: the list and the wizard above, the log and the script below.
      let below = rest.takeBottom(max(10, area.height * 2 / 5))
      let half = max(area.width / 2, min(area.width - 40, area.width * 11 / 20))
      panes = [
        (.findings, rest.takeLeft(half)), (.checklist, rest),
      ]
      var lower = below
      panes.append((.feedback, lower.takeLeft(half)))
      panes.append((script, lower))
      return
    }
    if area.width >= 150 {
      let third = area.width / 3
      var first = rest.takeLeft(third)
      panes = [(.findings, first.takeTop(area.height / 2)), (.feedback, first)]
      panes.append((script, rest.takeLeft(third)))
      panes.append((.checklist, rest))
      return
    }
    let shown = focus == .checklist ? left : focus
    panes = [(shown, rest.takeLeft(area.width / 2)), (.checklist, rest)]
  }
}
