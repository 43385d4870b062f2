import TUI

/// Which key a terminal's sequence stands for.
enum KeyCodes {
  /// The key of ESC O and a final byte.
  static func singleShift(_ final: UInt8, _ held: Key.Modifiers) -> Key? {
    if let code = letter(final) { return Key(code, held) }
    switch final {
    case 0x4d: return Key(.enter, held)
    case 0x49: return Key(.tab, held)
    case 0x58: return Key(.character("="), held)
    // The arrows of rxvt with Control.
    case 0x61...0x64: return letter(final - 0x20).map { Key($0, held.union(.control)) }
    case 0x6a...0x79: return Key(.character(Character(Unicode.Scalar(final - 0x40))), held)
    default: return nil
    }
  }

  /// The key of ESC [, parameters and a final byte.
  static func controlSequence(_ final: UInt8, _ numbers: [Int]) -> Key? {
    let held = SequenceParser.modifiers(numbers.count > 1 ? numbers[1] : 1)
    switch final {
    case 0x7e:
      if numbers.first == 27, numbers.count == 3 {
        return typed(numbers[2], held)
      }
      return numbers.first.flatMap(numbered).map { Key($0, held) }
    case 0x24: return numbers.first.flatMap(numbered).map { Key($0, .shift) }
    case 0x5e: return numbers.first.flatMap(numbered).map { Key($0, .control) }
    case 0x40: return numbers.first.flatMap(numbered).map { Key($0, [.control, .shift]) }
    case 0x5a: return Key(.tab, held.union(.shift))
    case 0x75: return numbers.first.flatMap { typed($0, held) }
    case 0x61...0x64: return letter(final - 0x20).map { Key($0, held.union(.shift)) }
    default:
      // A report of the cursor's place looks like F3, but for its first number.
      guard (numbers.first ?? 1) <= 1 else { return nil }
      return letter(final).map { Key($0, held) }
    }
  }

  private static func letter(_ final: UInt8) -> Key.Code? {
    switch final {
    case 0x41: return .up
    case 0x42: return .down
    case 0x43: return .right
    case 0x44: return .left
    case 0x46: return .end
    case 0x48: return .home
    case 0x50...0x53: return .function(Int(final) - 0x4f)
    default: return nil
    }
  }

  private static func numbered(_ number: Int) -> Key.Code? {
    switch number {
    case 1, 7: return .home
    case 2: return .insert
    case 3: return .delete
    case 4, 8: return .end
    case 5: return .pageUp
    case 6: return .pageDown
    case 11...15: return .function(number - 10)
    case 17...21: return .function(number - 11)
    case 23...26: return .function(number - 12)
    case 28, 29: return .function(number - 13)
    case 31...34: return .function(number - 14)
    default: return nil
    }
  }

  /// A key told by its character's number, as in `CSI u`.
  private static func typed(_ number: Int, _ held: Key.Modifiers) -> Key? {
    switch number {
    case 9: return Key(.tab, held)
    case 10, 13: return Key(.enter, held)
    case 27: return Key(.escape, held)
    case 8, 127: return Key(.backspace, held)
    default:
      guard number >= 0x20, !(0x80..<0xa0).contains(number), number < 0xe000 || number > 0xf8ff,
        let scalar = Unicode.Scalar(UInt32(number))
      else { return nil }
      var character = Character(scalar)
      if held.contains(.control), let lower = character.lowercased().first { character = lower }
      return Key(.character(character), held.subtracting(.shift))
    }
  }

  /// The names of terminfo's strings for keys.
  static let terminfo: [(name: String, key: Key)] =
    [
      ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
      ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
      ("kdch1", Key(.delete)), ("kich1", Key(.insert)), ("kcbt", Key(.tab, .shift)),
      ("kbs", Key(.backspace)), ("kent", Key(.enter)), ("kLFT", Key(.left, .shift)),
      ("kRIT", Key(.right, .shift)), ("kHOM", Key(.home, .shift)), ("kEND", Key(.end, .shift)),
      ("kDC", Key(.delete, .shift)),
    ] + (1...20).map { ("kf\($0)", Key(.function($0))) }
}
