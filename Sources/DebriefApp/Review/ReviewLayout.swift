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

  /// From which size of it on the notes from the interview stand there, too.
  private static let roomy = Size(158, 40)

  /// The columns of the question where others stand beside it: 64 of text, and its frame.
  private static let question = ChecklistPane.mostColumns + 10

  /// Whether the question has the screen to itself, without a frame.
  var isAlone: Bool { panes.count == 1 && panes[0].pane == .checklist }

  /// Whether another pane begins on the lower edge of this one.
  func hasNeighbourBelow(_ rect: Rect) -> Bool {
    panes.contains { $0.rect.y == rect.maxY - 1 && $0.rect.x == rect.x }
  }

  /// From how many rows on the lists stand above the log where the question isn't beside them.
  private static let high = 16

  /// Lays the panes out: the question with the lists and the log where there is room; at 80 columns the
  /// question alone, or the lists above the log, as wide as the screen, or another pane beside the question;
  /// one pane alone where it is narrow.
  init(_ area: Rect, focus: PaneID, left: PaneID, zoomed: Bool) {
    if zoomed || area.width < 70 || area.height < 12 {
      panes = [(focus, area)]
      return
    }
    var rest = area
    guard area.width >= ReviewLayout.wide else {
      switch focus {
      case .checklist: panes = [(.checklist, area)]
      case .findings, .feedback:
        guard area.height >= ReviewLayout.high else {
          panes = [(focus, area)]
          return
        }
        // The one with the keys is read whole.
        let lists = rest.takeTop(area.height * (focus == .findings ? 2 : 1) / 3)
        panes = [(.findings, lists), (.feedback, rest.meeting(above: lists))]
      case .script, .preparation, .letters:
        let side = rest.takeLeft(area.width / 2)
        panes = [(focus, side), (.checklist, rest.meeting(left: side))]
      }
      return
    }
    let column = max(ReviewLayout.question, area.width * 2 / 5)
    let main = rest.takeLeft(min(column, area.width - 40))
    rest = rest.meeting(left: main)
    let isRoomy = area.width >= ReviewLayout.roomy.width && area.height >= ReviewLayout.roomy.height
    switch focus {
    case .script where isRoomy, .checklist, .findings, .feedback:
      let lists = rest.takeTop(max(6, isRoomy ? rest.height / 2 : rest.height * 3 / 5))
      var below = rest.meeting(above: lists)
      panes = [(.checklist, main), (.findings, lists)]
      let log = isRoomy ? below.takeLeft(below.width / 2) : below
      panes.append((.feedback, log))
      if isRoomy { panes.append((.script, below.meeting(left: log))) }
    case .script, .preparation, .letters:
      panes = [(.checklist, main), (focus, rest)]
    }
  }
}

extension Rect {
  /// Wider by a column at its left, so that the two share a border.
  fileprivate func meeting(left neighbour: Rect) -> Rect {
    Rect(x: neighbour.maxX - 1, y: y, width: maxX - neighbour.maxX + 1, height: height)
  }

  /// Higher by a row at its top, so that the two share a border.
  fileprivate func meeting(above neighbour: Rect) -> Rect {
    Rect(x: x, y: neighbour.maxY - 1, width: width, height: maxY - neighbour.maxY + 1)
  }
}
