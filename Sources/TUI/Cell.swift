/// One column of one row: the start of a glyph, or the right half of a wide one.
@frozen public struct Cell: Equatable, Sendable {
  // The widest member first: a cell is then 32 bytes, not 48.
  /// Zero-width marks on the base, at most four, 0 where there is none.
  public var marks: SIMD4<UInt32>
  /// The base scalar; 0 in the right half of a wide glyph.
  public var base: UInt32
  /// How it is drawn.
  public var ink: Ink
  /// Columns the glyph takes: 1 or 2; 0 for the right half of a wide one.
  public var width: UInt8

  /// Makes a cell.
  public init(
    _ base: UInt32, marks: SIMD4<UInt32> = SIMD4(repeating: 0), width: UInt8 = 1, ink: Ink = .body
  ) {
    self.base = base
    self.marks = marks
    self.width = width
    self.ink = ink
  }

  /// Whether two cells look the same. Told in full, so that it is inlined where whole frames are
  /// compared with every key.
  @inlinable
  public static func == (a: Cell, b: Cell) -> Bool {
    a.base == b.base && a.width == b.width && a.ink.role.rawValue == b.ink.role.rawValue
      && a.ink.flags.rawValue == b.ink.flags.rawValue && a.marks == b.marks
  }

  /// An empty column.
  public static let blank = Cell(0x20)
  /// Whether this is the right half of a wide glyph.
  public var isContinuation: Bool { width == 0 }
}
