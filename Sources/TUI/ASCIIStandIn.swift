/// What an ASCII terminal shows for the glyphs that our own interface uses. Always one column, so
/// that a layout does not depend on the locale.
enum ASCIIStandIn {
  /// The stand-in for a scalar outside ASCII.
  static func of(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xc0..<0x180: UInt32(latin[Int(scalar) - 0xc0])
    case 0x1e00..<0x1f00: UInt32(latinMore[Int(scalar) - 0x1e00])
    default: UInt32(character(scalar).value)
    }
  }

  /// Letters from U+00C0 to U+017F without their marks; of two letters, the first.
  private static let latin = Array(
    ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo:ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
      + "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").utf8)

  /// Letters from U+1E00 to U+1EFF without their marks.
  private static let latinMore = Array(
    ("AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm"
      + "MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv"
      + "WwWwWwWwWwXxXxYyZzZzZzhtwyas??S?AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe"
      + "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy??????").utf8)

  private static func character(_ scalar: UInt32) -> Unicode.Scalar {
    switch scalar {
    case 0xa0: return " "
    case 0xb7, 0x2026, 0x2591: return "."
    case 0xb1: return "+"
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2501: return "-"
    case 0x2018...0x201b: return "'"
    case 0x201c...0x201f, 0xab, 0xbb: return "\""
    case 0x20ac: return "E"
    case 0x2190, 0x2039, 0x25c2: return "<"
    case 0x2192, 0x203a, 0x25b8, 0x25b6, 0x258c: return ">"
    case 0x2191, 0x25b4, 0x25b2: return "^"
    case 0x2193, 0x25be, 0x25bc: return "v"
    case 0x2502, 0x2503: return "|"
    case 0x250c...0x254b, 0x256d...0x2570: return "+"
    case 0x2550: return "="
    case 0x2592: return ":"
    case 0x2593, 0x2588, 0x2580, 0x2584: return "#"
    case 0x2022, 0x2605, 0x25cf: return "*"
    case 0x25cb, 0x25e6, 0x2606: return "o"
    case 0x2713, 0x2714: return "v"
    case 0x2717, 0x2718: return "x"
    case 0x26a0: return "!"
    case 0x23ce, 0x21b5: return "<"
    case 0x2400..<0x2424: return "?"
    default: return "?"
    }
  }
}
