/// What one place on screen shows: a base, its marks, and the columns it takes. Width 0 means
/// "nothing": the text ended in scalars that are not shown.
struct Glyph {
  var base: UInt32
  var marks = SIMD4<UInt32>(repeating: 0)
  var width: UInt8 = 1

  @inline(__always) var isSpace: Bool { base == 0x20 && marks[0] == 0 }
}

/// The one place where text becomes glyphs. The outcome is the same in every locale, and terminals
/// agree on its columns:
/// - a scalar and its marks are composed where Unicode has one scalar for both; at most four other
///   marks stay on a base; a mark without a base stands on U+25CC;
/// - joiners, and the emoji they join, variation selectors, skin tones, tags and all format
///   characters (bidi controls, soft hyphens, zero-width spaces) are dropped;
/// - controls become their pictures, C1 controls and what Unicode does not know U+FFFD, a tab a
///   space.
enum Glyphs {
  /// Gives `body` the UTF-8 of `text` without copying it.
  @inline(__always)
  static func withBytes<R>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = text
    return copy.withUTF8(body)
  }

  /// The glyph at byte `i`; moves `i` behind everything that belongs to it.
  @inline(__always)
  static func next(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> Glyph {
    let first = bytes[i]
    if first >= 0x20, first < 0x7f, i + 1 == bytes.count || bytes[i + 1] < 0x80 {
      i += 1
      return Glyph(base: UInt32(first))
    }
    return compound(bytes, &i)
  }

  @inline(never)
  private static func compound(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> Glyph {
    var glyph = Glyph(base: 0, width: 0)
    var joined = false
    while i < bytes.count {
      let (scalar, length) = decode(bytes, i)
      switch kind(scalar) {
      case .dropped:
        if scalar == 0x200d { joined = true }
      case .mark:
        if glyph.width == 0 { glyph = Glyph(base: 0x25cc) }
        add(mark: scalar, to: &glyph)
        joined = false
      case .columns(let shown, let width):
        if glyph.width == 0 {
          glyph = Glyph(base: shown, width: width)
        } else if joined || (0x1f3fb...0x1f3ff).contains(scalar), isEmoji(glyph.base),
          isEmoji(scalar)
        {
          joined = false
        } else {
          return glyph
        }
      }
      i += length
    }
    return glyph
  }

  private static func isEmoji(_ scalar: UInt32) -> Bool {
    scalar >= 0x2000 && Unicode.Scalar(scalar)?.properties.isEmoji == true
  }

  private static func add(mark: UInt32, to glyph: inout Glyph) {
    if glyph.marks[0] == 0, let one = composed(glyph.base, mark) {
      glyph.base = one
      return
    }
    for k in 0..<4 where glyph.marks[k] == 0 {
      glyph.marks[k] = mark
      return
    }
  }

  /// The scalar that canonical composition makes of a base and a mark.
  static func composed(_ base: UInt32, _ mark: UInt32) -> UInt32? {
    if (0x1100...0x1112).contains(base), (0x1161...0x1175).contains(mark) {
      return 0xac00 + ((base - 0x1100) * 21 + mark - 0x1161) * 28
    }
    if (0xac00...0xd7a3).contains(base), (base - 0xac00) % 28 == 0, (0x11a8...0x11c2).contains(mark)
    {
      return base + mark - 0x11a7
    }
    let pairs = CompositionTable.pairs
    let wanted = UInt64(base) << 32 | UInt64(mark)
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low] == wanted ? CompositionTable.composites[low] : nil
  }

  /// What becomes of a scalar.
  enum Kind: Equatable {
    /// It starts a glyph, shown as this scalar in so many columns.
    case columns(UInt32, UInt8)
    /// It is put on the glyph before it.
    case mark
    /// It is not shown.
    case dropped
  }

  /// What becomes of `scalar`.
  static func kind(_ scalar: UInt32) -> Kind {
    switch scalar {
    case 0x09: return .columns(0x20, 1)
    case 0..<0x20: return .columns(0x2400 + scalar, 1)
    case 0x7f: return .columns(0x2421, 1)
    case 0x80..<0xa0: return .columns(0xfffd, 1)
    case 0xad: return .dropped
    case 0x20..<0x300: return .columns(scalar, 1)
    // Dashes, quotes, ellipses; borders and bars: the most frequent of the rest.
    case 0x2010..<0x2028, 0x2500..<0x25a0: return .columns(scalar, 1)
    case 0x4e00..<0xa000, 0xac00..<0xd7a4: return .columns(scalar, 2)
    case 0x2028, 0x2029: return .columns(0x2424, 1)
    default: break
    }
    let runs = WidthTable.runs
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle] >> 3 <= scalar { low = middle } else { high = middle }
    }
    switch runs[low] & 7 {
    case 0: return .columns(scalar, 1)
    case 1: return .columns(scalar, 2)
    case 2: return .mark
    case 3: return .dropped
    default: return .columns(0xfffd, 1)
    }
  }

  /// The scalar at byte `i` of valid UTF-8, and its length in bytes.
  @inline(__always)
  private static func decode(_ b: UnsafeBufferPointer<UInt8>, _ i: Int) -> (UInt32, Int) {
    let first = UInt32(b[i])
    if first < 0x80 { return (first, 1) }
    if first < 0xe0, i + 1 < b.count { return ((first & 0x1f) << 6 | UInt32(b[i + 1] & 0x3f), 2) }
    if first < 0xf0, i + 2 < b.count {
      return ((first & 0x0f) << 12 | UInt32(b[i + 1] & 0x3f) << 6 | UInt32(b[i + 2] & 0x3f), 3)
    }
    guard i + 3 < b.count else { return (0xfffd, 1) }
    return (
      (first & 0x07) << 18 | UInt32(b[i + 1] & 0x3f) << 12 | UInt32(b[i + 2] & 0x3f) << 6
        | UInt32(b[i + 3] & 0x3f), 4
    )
  }
}
