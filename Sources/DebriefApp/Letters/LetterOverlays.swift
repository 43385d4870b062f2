import DebriefModel
import TUI

/// The words to say when a no comes by telephone (A65).
struct CallCardOverlay: Equatable, Sendable {
  var top = 0
}

/// What came of all letters: counts alone.
struct FollowThroughOverlay: Equatable, Sendable {
  let counts: FollowThrough
  var top = 0
}

extension App {
  /// Scrolls a page of lines, or closes it; nil when it is to be closed.
  static func scrolled(_ top: Int, _ key: Key, lines: Int, height: Int) -> Int? {
    var top = top
    switch key.code {
    case .character("j"), .down: top += 1
    case .character("k"), .up: top -= 1
    case .pageDown, .character(" "): top += height
    case .pageUp: top -= height
    case .home, .character("g"): top = 0
    case .end, .character("G"): top = lines
    case .escape, .character("q"), .enter: return nil
    case .character("c") where key.modifiers == .control: return nil
    default: break
    }
    return max(0, min(top, lines - height))
  }

  mutating func callCardInput(_ it: CallCardOverlay, _ event: InputEvent) -> [Effect] {
    guard case .key(let key) = event else { return [] }
    let inside = App.overlayInside(size)
    let lines = callCardLines(width: inside.width).count
    if let top = App.scrolled(it.top, key, lines: lines, height: inside.height) {
      overlays[overlays.count - 1] = .callCard(CallCardOverlay(top: top))
    } else {
      overlays.removeLast()
    }
    return []
  }

  mutating func followThroughInput(_ it: FollowThroughOverlay, _ event: InputEvent) -> [Effect] {
    guard case .key(let key) = event else { return [] }
    let inside = App.overlayInside(size)
    let lines = FollowThroughOverlay.lines(it.counts, width: inside.width).count
    if let top = App.scrolled(it.top, key, lines: lines, height: inside.height) {
      overlays[overlays.count - 1] = .followThrough(
        FollowThroughOverlay(counts: it.counts, top: top))
    } else {
      overlays.removeLast()
    }
    return []
  }

  /// The card, one line for a line of its file.
  func callCardLines(width: Int) -> [StyledLine] {
    guard let card = letterDesk?.callCard, !card.isEmpty else {
      return [StyledLine("The card is not read yet; go back and open it again.", .dim)]
    }
    return card.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      if line.hasPrefix("# ") { return [StyledLine(String(line.dropFirst(2)), Ink(.title))] }
      if line.isEmpty { return [StyledLine("")] }
      return TextWidth.wrap(String(line), width: max(4, width)).map { StyledLine($0) }
    }
  }

  func drawCallCard(_ it: CallCardOverlay, _ canvas: Canvas) {
    let inside = overlayRoom("When the phone rings", canvas)
    let lines = callCardLines(width: inside.width)
    for y in 0..<inside.height where it.top + y < lines.count {
      inside.line(lines[it.top + y], y: y)
    }
    inside.cursor(x: 0, y: 0, visible: false)
  }

  func drawFollowThrough(_ it: FollowThroughOverlay, _ canvas: Canvas) {
    let inside = overlayRoom("What came of your letters", canvas)
    let lines = FollowThroughOverlay.lines(it.counts, width: inside.width)
    for y in 0..<inside.height where it.top + y < lines.count {
      inside.line(lines[it.top + y], y: y)
    }
    inside.cursor(x: 0, y: 0, visible: false)
  }
}

extension FollowThroughOverlay {
  /// The counts, a line each; never a share of so few.
  static func lines(_ counts: FollowThrough, width: Int) -> [StyledLine] {
    if counts.isEmpty {
      return TextWidth.wrap(
        "Nothing went out yet. What you mark as sent is counted here, over the whole search.",
        width: max(4, width)
      ).map { StyledLine($0, .dim) }
    }
    var lines: [StyledLine] = []
    for (title, rows) in [
      ("By letter", counts.byKind), ("By the way it went", counts.byChannel),
      ("By how long after their no, or the talk", counts.byDelay),
    ] where !rows.isEmpty {
      if !lines.isEmpty { lines.append(StyledLine("")) }
      lines += TextWidth.wrap(title, width: max(4, width)).map { StyledLine($0, Ink(.title)) }
      let room = min(32, max(8, width / 2))
      for row in rows {
        let text = "\(row.sent) sent · \(row.answered) answered · \(row.useful) of use"
        if width >= 60 {
          lines.append(
            StyledLine([.init("  " + TextWidth.pad(row.label, to: room) + " "), .init(text, .dim)]))
        } else {
          lines.append(StyledLine("  " + row.label))
          lines += TextWidth.wrap(text, width: max(4, width - 4)).map {
            StyledLine([.init("    "), .init($0, .dim)])
          }
        }
      }
    }
    lines.append(StyledLine(""))
    lines += TextWidth.wrap(
      "Counts of the whole search. A few letters show no rule; they show what happened.",
      width: max(4, width)
    ).map { StyledLine($0, .dim) }
    return lines
  }
}
