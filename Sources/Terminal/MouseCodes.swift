import TUI

/// What a terminal's report of the mouse means. Only the left button and the wheel are heard; what is held
/// meanwhile is the user's own business, and letting go of a button says nothing.
enum MouseCodes {
  /// The furthest column or row that a report may name.
  private static let furthest = 10_000

  /// A report in the SGR form, without its mark and its final byte: `button;column;row`.
  static func pointer(_ bytes: ArraySlice<UInt8>, isPressed: Bool) -> Pointer? {
    let parts = bytes.split(separator: 0x3b, omittingEmptySubsequences: false)
    guard isPressed, parts.count == 3 else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard (1...5).contains(part.count), part.allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1 & 0x0f) })
    }
    return pointer(button: numbers[0], x: numbers[1], y: numbers[2])
  }

  /// A report in the oldest form: three bytes, each 32 more than its number.
  static func pointer(old bytes: ArraySlice<UInt8>) -> Pointer? {
    let numbers = bytes.map { Int($0) - 32 }
    guard numbers.count == 3 else { return nil }
    return pointer(button: numbers[0], x: numbers[1], y: numbers[2])
  }

  /// Columns and rows count from 1.
  private static func pointer(button: Int, x: Int, y: Int) -> Pointer? {
    guard (1...furthest).contains(x), (1...furthest).contains(y) else { return nil }
    let action: Pointer.Action
    // Shift, Alt, and Control are the bits 4, 8, and 16; 32 is a motion.
    switch button & ~0b1_1100 {
    case 0: action = .press
    case 64: action = .wheelUp
    case 65: action = .wheelDown
    default: return nil
    }
    return Pointer(action, x: x - 1, y: y - 1)
  }
}
