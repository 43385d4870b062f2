import TUI

/// Which panes of the review are shown where.
struct ReviewLayout: Equatable {
  /// The panes and their rectangles, in the order of drawing.
  var panes: [(pane: PaneID, rect: Rect)] = []

  static func == (a: ReviewLayout, b: ReviewLayout) -> Bool {
    a.panes.map(\.pane) == b.panes.map(\.pane) && a.panes.map(\.rect) == b.panes.map(\.rect)
  }

  /// From how many columns on the question, the two lists and the log stand beside each other.
  static let wide = 110

  /// The columns of the question where others stand beside it: 64 of text, and its frame.
  private static let question = ChecklistPane.mostColumns + 10

  /// Whether the question has the screen to itself, without a frame.
  var isAlone: Bool { panes.count == 1 && panes[0].pane == .checklist }

  /// Lays the panes out: the question with the lists and the log where there is room, the question alone
  /// below that; another pane beside the question at 80 columns, alone where it is narrow.
  init(_ area: Rect, focus: PaneID, left: PaneID, zoomed: Bool) {
    if zoomed || area.width < 70 || area.height < 12 {
      panes = [(focus, area)]
      return
    }
    var rest = area
    guard area.width >= ReviewLayout.wide else {
      if focus == .checklist {
        panes = [(.checklist, area)]
      } else {
        panes = [(focus, rest.takeLeft(area.width / 2)), (.checklist, rest)]
      }
      return
    }
    let column = max(ReviewLayout.question, area.width * 2 / 5)
    let main = rest.takeLeft(min(column, area.width - 40))
    switch focus {
    case .checklist, .findings, .feedback:
      panes = [
        (.checklist, main), (.findings, rest.takeTop(max(6, rest.height * 3 / 5))),
        (.feedback, rest),
      ]
    case .script, .preparation, .letters:
      panes = [(.checklist, main), (focus, rest)]
    }
  }
}
