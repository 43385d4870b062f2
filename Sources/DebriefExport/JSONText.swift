import Foundation

/// The one form of JSON that this program writes: keys in order, two blanks of indentation, slashes
/// as they are. Equal values give equal bytes, and no byte of it can drive a terminal: controls and
/// what turns the direction of text around are written as `\u…`.
public enum JSONText {
  /// A value as JSON, without a line feed at the end. Every line but the first is moved to the right
  /// by `indent` blanks, for a value that is written into a list.
  ///
  /// - Throws: What the value throws; a number that is not finite is none of JSON.
  public static func encode(_ value: some Encodable, indent: Int = 0) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var layout = JSONLayout(margin: indent)
    let bytes = try encoder.encode(value)
    bytes.withUnsafeBytes { layout.lay($0.bindMemory(to: UInt8.self)) }
    return String(decoding: layout.out, as: UTF8.self)
  }
}

/// Spreads compact JSON over lines and escapes what a terminal would obey.
struct JSONLayout {
  private(set) var out: [UInt8] = []
  private let margin: Int
  /// Whether all of it stays in one line.
  private let isFlat: Bool
  private var depth = 0

  init(margin: Int = 0, isFlat: Bool = false) {
    self.margin = margin
    self.isFlat = isFlat
  }

  mutating func lay(_ bytes: UnsafeBufferPointer<UInt8>) {
    out.reserveCapacity(out.count + bytes.count + bytes.count / 2)
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      switch byte {
      case UInt8(ascii: "\""):
        out.append(byte)
        copyString(bytes, &i)
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        out.append(byte)
        // `{` and `}` are two apart, and so are the brackets.
        if i < bytes.count, bytes[i] == byte + 2 {
          out.append(bytes[i])
          i += 1
        } else {
          depth += 1
          newLine()
        }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        newLine()
        out.append(byte)
      case UInt8(ascii: ","):
        out.append(byte)
        newLine()
      case UInt8(ascii: ":"):
        out.append(byte)
        if !isFlat { out.append(0x20) }
      default: out.append(byte)
      }
    }
  }

  private mutating func newLine() {
    if isFlat { return }
    out.append(0x0a)
    out.append(contentsOf: repeatElement(0x20, count: margin + depth * 2))
  }

  /// Copies up to the quote that ends it, in stretches.
  private mutating func copyString(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int) {
    var from = i
    while i < bytes.count {
      let byte = bytes[i]
      switch byte {
      case UInt8(ascii: "\""):
        i += 1
        out.append(contentsOf: bytes[from..<i])
        return
      case UInt8(ascii: "\\"): i += 2
      case 0..<0x7f: i += 1
      default:
        guard let (scalar, length) = JSONLayout.hidden(bytes, i) else {
          i += 1
          continue
        }
        out.append(contentsOf: bytes[from..<i])
        escape(scalar)
        i += length
        from = i
      }
    }
    out.append(contentsOf: bytes[from..<i])
  }

  /// Adds text as it is.
  mutating func add(_ text: String) { out += text.utf8 }

  /// Gives away what has come together.
  mutating func drain() -> [UInt8] {
    defer { out.removeAll(keepingCapacity: true) }
    return out
  }

  private mutating func escape(_ scalar: UInt16) {
    let digits = Array("0123456789abcdef".utf8)
    out.append(UInt8(ascii: "\\"))
    out.append(UInt8(ascii: "u"))
    for shift in [12, 8, 4, 0] { out.append(digits[Int(scalar >> UInt16(shift)) & 15]) }
  }

  /// The scalar at a byte and its length if it must not be written as it is: delete, C1 controls,
  /// line and paragraph separators, bidi controls, the byte order mark.
  private static func hidden(_ b: UnsafeBufferPointer<UInt8>, _ i: Int) -> (UInt16, Int)? {
    switch b[i] {
    case 0x7f: return (0x7f, 1)
    case 0xc2 where i + 1 < b.count && b[i + 1] < 0xa0: return (UInt16(b[i + 1]), 2)
    case 0xd8 where i + 1 < b.count && b[i + 1] == 0x9c: return (0x61c, 2)
    case 0xe2 where i + 2 < b.count:
      let scalar = 0x2000 | UInt16(b[i + 1] & 0x3f) << 6 | UInt16(b[i + 2] & 0x3f)
      switch scalar {
      case 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069: return (scalar, 3)
      default: return nil
      }
    case 0xef where i + 2 < b.count && b[i + 1] == 0xbb && b[i + 2] == 0xbf: return (0xfeff, 3)
    default: return nil
    }
  }
}
