/// One cell of a border: the sides it leads to. Two that meet lead to the sides of both.
struct BoxLine: OptionSet {
  let rawValue: Int

  static let up = BoxLine(rawValue: 1)
  static let down = BoxLine(rawValue: 2)
  static let left = BoxLine(rawValue: 4)
  static let right = BoxLine(rawValue: 8)

  init(rawValue: Int) { self.rawValue = rawValue }

  /// The character of each set of sides that borders are made of, by its raw value; a blank for the others.
  private static let characters: [Unicode.Scalar] = [
    " ", " ", " ", "│", " ", "╯", "╮", "┤", " ", "╰", "╭", "├", "─", "┴", "┬", "┼",
  ]

  /// The cell that shows `character`; nil where that is no part of a border. In ASCII a corner is a `+`,
  /// which leads anywhere.
  init?(_ character: UInt32) {
    switch character {
    case 0x2B: self.init(rawValue: 15)
    case 0x2D: self = [.left, .right]
    case 0x7C: self = [.up, .down]
    default:
      guard let at = Self.characters.firstIndex(where: { $0.value == character }), at > 0 else {
        return nil
      }
      self.init(rawValue: at)
    }
  }

  /// Its character.
  var scalar: Unicode.Scalar { Self.characters[rawValue] }

  /// Its character in ASCII.
  var plain: Unicode.Scalar {
    switch self {
    case [.left, .right]: "-"
    case [.up, .down]: "|"
    default: "+"
    }
  }
}
