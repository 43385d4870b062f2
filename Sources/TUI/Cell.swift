/// One column of one row: the start of a glyph, or the right half of a wide one. Two words of memory,
/// since whole screens of them are made, copied and compared with every key.
@frozen public struct Cell: Equatable, Sendable {
  /// From the lowest bit: the base (21 bits), the width (2), a spare one, role and flags (8 each), the
  /// first mark (21).
  @usableFromInline var low: UInt64
  /// The other three marks, 21 bits each.
  @usableFromInline var high: UInt64

  /// Makes a cell. Of `base` and of each mark 21 bits are kept, which hold all of Unicode; of `width`
  /// two.
  @inlinable
  public init(
    _ base: UInt32, marks: SIMD4<UInt32> = SIMD4(repeating: 0), width: UInt8 = 1, ink: Ink = .body
  ) {
    low =
      UInt64(base & 0x1f_ffff) | UInt64(width & 3) << 21 | UInt64(ink.role.rawValue) << 24
      | UInt64(ink.flags.rawValue) << 32
    high = 0
    if marks[0] != 0 {
      low |= UInt64(marks[0] & 0x1f_ffff) << 40
      high =
        UInt64(marks[1] & 0x1f_ffff) | UInt64(marks[2] & 0x1f_ffff) << 21
        | UInt64(marks[3] & 0x1f_ffff) << 42
    }
  }

  /// The base scalar; 0 in the right half of a wide glyph.
  @inlinable public var base: UInt32 { UInt32(truncatingIfNeeded: low) & 0x1f_ffff }

  /// Columns the glyph takes: 1 or 2; 0 for the right half of a wide one.
  @inlinable public var width: UInt8 { UInt8(truncatingIfNeeded: low >> 21) & 3 }

  /// How it is drawn.
  @inlinable public var ink: Ink {
    Ink(
      Role(rawValue: UInt8(truncatingIfNeeded: low >> 24)) ?? .body,
      Ink.Flags(rawValue: UInt8(truncatingIfNeeded: low >> 32)))
  }

  /// The number of how it is drawn: the role's, times 256, and the flags.
  @inlinable public var look: Int { Int(low >> 24 & 0xff) << 8 | Int(low >> 32 & 0xff) }

  /// Zero-width marks on the base, at most four, 0 where there is none; the first is 0 when there are
  /// none at all.
  @inlinable public var marks: SIMD4<UInt32> {
    SIMD4(
      UInt32(truncatingIfNeeded: low >> 40), UInt32(truncatingIfNeeded: high) & 0x1f_ffff,
      UInt32(truncatingIfNeeded: high >> 21) & 0x1f_ffff, UInt32(truncatingIfNeeded: high >> 42))
  }

  /// An empty column.
  @inlinable public static var blank: Cell { Cell(0x20) }
  /// Whether this is the right half of a wide glyph.
  @inlinable public var isContinuation: Bool { width == 0 }
  /// Whether this is one printable character of ASCII.
  @inlinable public var isPlain: Bool {
    low >> 40 == 0 && width == 1 && base &- 0x20 < 0x5f
  }

  /// Lays flags over those it has.
  @inlinable public mutating func add(_ flags: Ink.Flags) { low |= UInt64(flags.rawValue) << 32 }

  /// The same look on one plain character.
  @inlinable func showing(_ character: UInt8) -> Cell {
    var cell = self
    cell.low = low & 0xff_ff00_0000 | 1 << 21 | UInt64(character)
    cell.high = 0
    return cell
  }
}
