/// What parts of a screen looked like when they were drawn last, so that a part whose inputs are the
/// same is copied and not drawn again: a move in a list changes two rows of it. It lives beside the
/// loop that draws, never in the state, and a screen drawn with it equals one drawn without. It keeps
/// the room of screens, too, so that none is asked for with every key.
public final class DrawMemory {
  /// All that a part's look follows from, besides its size.
  public struct Key: Equatable, Sendable {
    /// Which part.
    public var part: Int
    /// The state of what it shows: a number that changes with it.
    public var version: Int
    /// Which piece of it.
    public var index: Int
    /// The day it is shown on.
    public var day: Int

    /// Makes a key.
    public init(part: Int, version: Int, index: Int, day: Int) {
      self.part = part
      self.version = version
      self.index = index
      self.day = day
    }
  }

  private struct Tag: Equatable {
    var key: Key
    var size: Size
    var ascii: Bool
  }

  /// Places, taken by index: more than a screen has rows; a power of two.
  private static let places = 512
  private var tags: [Tag?] = Array(repeating: nil, count: places)
  private var kept: [[Cell]] = Array(repeating: [], count: places)

  /// The last two screens: the terminal still holds the newer one; the older is drawn over.
  private var newer: Frame?
  private var older: Frame?

  /// An empty memory.
  public init() {}

  /// A blank screen, in the room of an older one, which costs nothing when nobody else holds that.
  func blank(_ size: Size) -> Frame {
    guard older?.size == size, let cells = older?.cells else { return Frame(size: size) }
    older = nil
    return Frame(size: size, reusing: cells)
  }

  func keep(_ frame: Frame) {
    older = newer
    newer = frame
  }

  /// Copies what is remembered to the cells of a screen `columns` wide, at `area`; false when it is not
  /// remembered.
  fileprivate func copy(
    _ key: Key, to cells: inout [Cell], columns: Int, area: Rect, ascii: Bool
  ) -> Bool {
    let place = place(key)
    guard tags[place] == Tag(key: key, size: area.size, ascii: ascii) else { return false }
    return kept.withUnsafeBufferPointer { kept in
      kept[place].withUnsafeBufferPointer { kept in
        cells.withUnsafeMutableBufferPointer { cells in
          guard let from = kept.baseAddress, let to = cells.baseAddress else { return }
          for y in 0..<area.height {
            (to + (area.y + y) * columns + area.x)
              .update(from: from + y * area.width, count: area.width)
          }
        }
      }
      return true
    }
  }

  fileprivate func keep(_ cells: [Cell], for key: Key, size: Size, ascii: Bool) {
    let place = place(key)
    tags[place] = Tag(key: key, size: size, ascii: ascii)
    kept[place] = cells
  }

  private func place(_ key: Key) -> Int {
    (key.index &+ key.part &* 131) & (DrawMemory.places - 1)
  }
}

extension Canvas {
  /// Draws a part that is blank so far, or copies what it looked like the last time, when the
  /// surface has a memory and the key is the same. `draw` sets no cursor.
  public func remembered(_ key: DrawMemory.Key, _ draw: (Canvas) -> Void) {
    guard let memory = surface.memory, !area.isEmpty else { return draw(self) }
    let columns = surface.size.width
    if memory.copy(key, to: &surface.frame.cells, columns: columns, area: area, ascii: ascii) {
      return
    }
    draw(self)
    var cells: [Cell] = []
    cells.reserveCapacity(width * height)
    for y in 0..<height {
      let start = (area.y + y) * columns + area.x
      cells += surface.frame.cells[start..<(start + width)]
    }
    memory.keep(cells, for: key, size: area.size, ascii: ascii)
  }
}
