/// What parts of a screen looked like when they were drawn last, so that a part whose inputs are the
/// same is copied and not drawn again: a move in a list changes two rows of it. It lives beside the
/// loop that draws, never in the state, and a screen drawn with it equals one drawn without.
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

  private struct Entry {
    var key: Key
    var size: Size
    var ascii: Bool
    var cells: [Cell]
  }

  /// Places, taken by index: more than a screen has rows.
  private var entries: [Entry?] = Array(repeating: nil, count: 256)

  /// An empty memory.
  public init() {}

  func recall(_ key: Key, size: Size, ascii: Bool) -> [Cell]? {
    guard let entry = entries[place(key)], entry.key == key, entry.size == size,
      entry.ascii == ascii
    else { return nil }
    return entry.cells
  }

  func keep(_ cells: [Cell], for key: Key, size: Size, ascii: Bool) {
    entries[place(key)] = Entry(key: key, size: size, ascii: ascii, cells: cells)
  }

  private func place(_ key: Key) -> Int {
    Int(UInt(bitPattern: key.index &+ key.part &* 61) % UInt(entries.count))
  }
}

extension Canvas {
  /// Draws a part that is blank so far, or copies what it looked like the last time, when the
  /// surface has a memory and the key is the same. `draw` sets no cursor.
  public func remembered(_ key: DrawMemory.Key, _ draw: (Canvas) -> Void) {
    guard let memory = surface.memory, !area.isEmpty else { return draw(self) }
    let size = Size(width, height)
    let columns = surface.frame.size.width
    if let cells = memory.recall(key, size: size, ascii: ascii) {
      for y in 0..<height {
        let start = (area.y + y) * columns + area.x
        surface.frame.cells.replaceSubrange(
          start..<(start + width), with: cells[(y * width)..<((y + 1) * width)])
      }
      return
    }
    draw(self)
    var cells: [Cell] = []
    cells.reserveCapacity(width * height)
    for y in 0..<height {
      let start = (area.y + y) * columns + area.x
      cells += surface.frame.cells[start..<(start + width)]
    }
    memory.keep(cells, for: key, size: size, ascii: ascii)
  }
}
