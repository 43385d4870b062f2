/// What the user did with the mouse, at a cell of the screen; 0, 0 is the top left one.
public struct Pointer: Hashable, Sendable {
  /// What was done.
  public enum Action: Hashable, Sendable {
    /// The left button went down.
    case press
    /// It went down once more at the same cell, soon after.
    case pressTwice
    /// The wheel was turned away from the user, and towards them.
    case wheelUp, wheelDown
  }

  /// What was done.
  public var action: Action
  /// The column, 0 first.
  public var x: Int
  /// The row, 0 first.
  public var y: Int

  /// Makes an event of the mouse.
  public init(_ action: Action, x: Int, y: Int) { (self.action, self.x, self.y) = (action, x, y) }
}

/// What a piece of the screen stands for when it is pointed at. Whoever draws says so
/// (``Canvas/target(_:in:)``), and knows what the numbers mean.
public enum Target: Hashable, Sendable {
  /// A part that has rows of its own, such as a pane or a column.
  case part(Int)
  /// A row of a list: what is pointed at twice is opened.
  case row(Int)
  /// A field of a form.
  case field(Int)
  /// One of several things that are switched or chosen at once: a box, a choice of a field.
  case item(Int)
  /// A text that is edited: the cursor goes where it is pointed at.
  case text(Int)
  /// The same as these keys, one after the other.
  case keys([Key])
  /// The command of this name.
  case command(String)
}

/// A piece of the screen and what it stands for.
public struct HitArea: Equatable, Sendable {
  /// What it stands for.
  public var target: Target
  /// Where it is on the screen.
  public var area: Rect
}

/// What lies under the pointer, from the outermost to the innermost: a row in a column in a pane.
public struct Pointed: Equatable, Sendable {
  /// All that lies there.
  public private(set) var hits: [HitArea]
  /// The column on the screen, and the row.
  private let x: Int
  private let y: Int

  /// What of all that was drawn lies at a cell.
  public init(_ areas: [HitArea], x: Int, y: Int) {
    hits = areas.filter {
      $0.area.x <= x && x < $0.area.maxX && $0.area.y <= y && y < $0.area.maxY
    }
    (self.x, self.y) = (x, y)
  }

  /// The innermost.
  public var target: Target? { hits.last?.target }

  /// The outermost part.
  public var part: Int? { first { if case .part(let n) = $0 { n } else { nil } } }
  /// The row.
  public var row: Int? { first { if case .row(let n) = $0 { n } else { nil } } }
  /// The field.
  public var field: Int? { first { if case .field(let n) = $0 { n } else { nil } } }
  /// The thing that is switched or chosen.
  public var item: Int? { first { if case .item(let n) = $0 { n } else { nil } } }
  /// The text that is edited.
  public var text: Int? { first { if case .text(let n) = $0 { n } else { nil } } }

  /// The same inside of the outermost part.
  public var inPart: Pointed {
    var it = self
    guard
      let at = hits.firstIndex(where: { if case .part = $0.target { true } else { false } })
    else { return self }
    it.hits.removeSubrange(...at)
    return it
  }

  /// The place in the text, from its upper left corner, and how much of it is shown.
  public var place: (x: Int, y: Int, size: Size)? {
    hits.last { if case .text = $0.target { true } else { false } }.map {
      (x - $0.area.x, y - $0.area.y, $0.area.size)
    }
  }

  private func first(_ number: (Target) -> Int?) -> Int? {
    for hit in hits { if let it = number(hit.target) { return it } }
    return nil
  }
}

extension Canvas {
  /// Says what a piece of the canvas stands for when it is pointed at: all of it, or a part in its own
  /// coordinates. Costs nothing while nobody points: hit areas are kept only by a surface that is asked to.
  public func target(_ target: Target, in rect: Rect? = nil) {
    guard surface.hits != nil else { return }
    let piece = rect.map { part($0).area } ?? area
    if !piece.isEmpty { surface.hits?.append(HitArea(target: target, area: piece)) }
  }

  /// Nothing that was drawn so far can be pointed at any more: what comes now lies over it and hears alone.
  public func hearsAlone() { if surface.hits != nil { surface.hits = [] } }
}
