/// A few words as a QR code (ISO/IEC 18004): bytes of UTF-8 in the versions 1 to 6 at error correction level L,
/// for a phone that looks at the screen or at paper from near by.
public struct QRCode: Hashable, Sendable {
  /// So many bytes fit in the largest.
  public static let mostBytes = 134

  /// How many modules a side has: 21 to 41.
  public private(set) var size: Int
  private var modules: [Bool]
  private var isFixed: [Bool]

  /// For each version: its data codewords, those of error correction in a block, and its blocks.
  private static let versions = [
    (19, 7, 1), (34, 10, 1), (55, 15, 1), (80, 20, 1), (108, 26, 1), (136, 18, 2),
  ]

  /// The smallest code that holds a text; nil for one of more than ``mostBytes``.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    // A header of a half and a whole byte, and the end of the data, take two.
    guard let index = QRCode.versions.firstIndex(where: { bytes.count + 2 <= $0.0 }) else {
      return nil
    }
    let (count, correction, blocks) = QRCode.versions[index]
    size = 21 + 4 * index
    modules = Array(repeating: false, count: size * size)
    isFixed = modules
    drawPatterns(version: index + 1)
    draw(QRCode.codewords(bytes, count: count, correction: correction, blocks: blocks))
    let best = (0..<8).map { mask in (masked(mask).penalty, mask) }.min { $0 < $1 }
    self = masked(best?.1 ?? 0)
  }

  /// How many bytes a code of at most so many modules a side holds; nil where not even the smallest has room.
  public static func bytes(within side: Int) -> Int? {
    versions.indices.last { 21 + 4 * $0 <= side }.map { versions[$0].0 - 2 }
  }

  /// Whether a module is dark; those outside are light.
  public func isDark(_ x: Int, _ y: Int) -> Bool {
    (0..<size).contains(x) && (0..<size).contains(y) && modules[y * size + x]
  }

  // MARK: - Codewords

  private static func codewords(
    _ bytes: [UInt8], count: Int, correction: Int, blocks: Int
  ) -> [UInt8] {
    // Byte mode and the length, shifted by half a byte, as is all that follows.
    var data: [UInt8] = [0x40 | UInt8(bytes.count >> 4)]
    var half = UInt8(bytes.count & 15)
    for byte in bytes {
      data.append(half << 4 | byte >> 4)
      half = byte & 15
    }
    data.append(half << 4)
    var pad: UInt8 = 0xec
    while data.count < count {
      data.append(pad)
      pad = pad == 0xec ? 0x11 : 0xec
    }
    let length = count / blocks
    let parts = (0..<blocks).map { Array(data[$0 * length..<($0 + 1) * length]) }
    let checks = parts.map { remainder($0, correction) }
    return (0..<length).flatMap { i in parts.map { $0[i] } }
      + (0..<correction).flatMap { i in checks.map { $0[i] } }
  }

  /// The product in GF(256) over x⁸ + x⁴ + x³ + x² + 1.
  private static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
    var result: UInt8 = 0
    for i in (0..<8).reversed() {
      result = result << 1 ^ (result >> 7) * 0x1d
      result ^= (b >> UInt8(i) & 1) * a
    }
    return result
  }

  /// The Reed-Solomon check of some data.
  private static func remainder(_ data: [UInt8], _ degree: Int) -> [UInt8] {
    var divisor = [UInt8](repeating: 0, count: degree - 1) + [1]
    var root: UInt8 = 1
    for _ in 0..<degree {
      for i in 0..<degree {
        divisor[i] = product(divisor[i], root)
        if i + 1 < degree { divisor[i] ^= divisor[i + 1] }
      }
      root = product(root, 2)
    }
    var result = [UInt8](repeating: 0, count: degree)
    for byte in data {
      let factor = byte ^ result.removeFirst()
      result.append(0)
      for i in 0..<degree { result[i] ^= product(divisor[i], factor) }
    }
    return result
  }

  // MARK: - Modules

  private mutating func fix(_ x: Int, _ y: Int, _ isDark: Bool) {
    guard (0..<size).contains(x), (0..<size).contains(y) else { return }
    modules[y * size + x] = isDark
    isFixed[y * size + x] = true
  }

  private mutating func drawPatterns(version: Int) {
    for i in 0..<size {
      fix(6, i, i % 2 == 0)
      fix(i, 6, i % 2 == 0)
    }
    for (x, y) in [(3, 3), (size - 4, 3), (3, size - 4)] {
      for dy in -4...4 {
        for dx in -4...4 {
          let ring = max(abs(dx), abs(dy))
          fix(x + dx, y + dy, ring != 2 && ring != 4)
        }
      }
    }
    if version > 1 {
      for dy in -2...2 {
        for dx in -2...2 { fix(size - 7 + dx, size - 7 + dy, max(abs(dx), abs(dy)) != 1) }
      }
    }
    drawFormat(0)
  }

  /// Which correction and which mask there are, twice.
  private mutating func drawFormat(_ mask: Int) {
    let data = 1 << 3 | mask
    var rest = data
    for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
    let bits = (data << 10 | rest) ^ 0x5412
    for i in 0..<15 {
      let isDark = bits >> i & 1 == 1
      switch i {
      case 0...5: fix(8, i, isDark)
      case 6...7: fix(8, i + 1, isDark)
      case 8: fix(7, 8, isDark)
      default: fix(14 - i, 8, isDark)
      }
      if i < 8 { fix(size - 1 - i, 8, isDark) } else { fix(8, size - 15 + i, isDark) }
    }
    fix(8, size - 8, true)
  }

  /// Lays the bits down in columns of two, up and down, from the right.
  private mutating func draw(_ codewords: [UInt8]) {
    var bit = 0
    var right = size - 1
    while right > 0 {
      if right == 6 { right = 5 }
      let isUp = (right + 1) & 2 == 0
      for i in 0..<size {
        for x in [right, right - 1] {
          let y = isUp ? size - 1 - i : i
          guard !isFixed[y * size + x], bit < codewords.count * 8 else { continue }
          modules[y * size + x] = codewords[bit >> 3] >> UInt8(7 - bit & 7) & 1 == 1
          bit += 1
        }
      }
      right -= 2
    }
  }

  private func masked(_ mask: Int) -> QRCode {
    var next = self
    for y in 0..<size {
      for x in 0..<size where !isFixed[y * size + x] {
        let turns =
          switch mask {
          case 0: (x + y) % 2
          case 1: y % 2
          case 2: x % 3
          case 3: (x + y) % 3
          case 4: (x / 3 + y / 2) % 2
          case 5: x * y % 2 + x * y % 3
          case 6: (x * y % 2 + x * y % 3) % 2
          default: ((x + y) % 2 + x * y % 3) % 2
          }
        if turns == 0 { next.modules[y * size + x].toggle() }
      }
    }
    next.drawFormat(mask)
    return next
  }

  /// How hard it is to read: runs of one color, squares, what looks like a corner, and an uneven mix.
  private var penalty: Int {
    var sum = 0
    let corner = [true, false, true, true, true, false, true]
    for isRow in [true, false] {
      for a in 0..<size {
        let line = (0..<size).map { isRow ? isDark($0, a) : isDark(a, $0) }
        var run = 0
        for (i, it) in line.enumerated() {
          run = i > 0 && it == line[i - 1] ? run + 1 : 1
          sum += run == 5 ? 3 : run > 5 ? 1 : 0
        }
        for i in 0...(size - 7) where Array(line[i..<i + 7]) == corner {
          let before = (i - 4..<i).allSatisfy { $0 < 0 || !line[$0] }
          let after = (i + 7..<i + 11).allSatisfy { $0 >= size || !line[$0] }
          sum += (before ? 40 : 0) + (after ? 40 : 0)
        }
      }
    }
    for y in 1..<size {
      for x in 1..<size {
        let it = isDark(x, y)
        if it == isDark(x - 1, y), it == isDark(x, y - 1), it == isDark(x - 1, y - 1) { sum += 3 }
      }
    }
    let dark = modules.count { $0 }
    return sum + abs(dark * 20 - modules.count * 10) / modules.count * 10
  }
}

extension QRCode {
  /// The code in rows of text, two modules to a character from top to bottom.
  ///
  /// - Parameters:
  ///   - margin: So many light modules are around it; a reader wants four, and most make do with two.
  ///   - isLightInk: Whether text is lighter than what is behind it, as on most terminals; on paper it is not.
  public func rows(margin: Int = 4, isLightInk: Bool) -> [String] {
    stride(from: -margin, to: size + margin, by: 2).map { y in
      String(
        (-margin..<size + margin).map { x -> Character in
          // Below the last row there is nothing to draw.
          let top = isDark(x, y) != isLightInk
          let bottom = y + 1 < size + margin && isDark(x, y + 1) != isLightInk
          return top ? (bottom ? "█" : "▀") : (bottom ? "▄" : " ")
        })
    }
  }
}
