/// What `COLORTERM` adds to the description of a terminal, which is often that of an older one.
public enum ColorDepth {
  /// Whether this terminal takes the parts of a color.
  public static let takesParts: Bool = {
    let term = TerminalSession.environment("TERM")
    let isTmux = Clipboard.isTmux(tmux: TerminalSession.environment("TMUX"), term: term)
    return takesParts(
      term: term ?? "", colorterm: TerminalSession.environment("COLORTERM"), isTmux: isTmux)
  }()

  /// Whether a terminal does. The variable stays set for what is started within a terminal, such as GNU
  /// screen, which would take the parts for something else: only who obeys like xterm is believed. A
  /// description whose name ends with `-direct` says it by itself.
  public static func takesParts(term: String, colorterm: String?, isTmux: Bool) -> Bool {
    if term.hasSuffix("-direct") { return true }
    guard let colorterm = colorterm?.lowercased() else { return false }
    return ["truecolor", "24bit"].contains(colorterm)
      && TerminalKind.answers(term, isTmux: isTmux)
  }
}

/// A color that is none of the 256, and the number by which it is drawn where a terminal takes its parts.
public struct ExactColor: Hashable, Sendable {
  /// From 16 on; no other color of the theme has it.
  public let number: UInt8
  /// Red, green, and blue, 8 bits each.
  public let parts: UInt32
}

/// Gives the colors of a theme their numbers.
public struct ColorNumbers {
  private var given: [(number: UInt8, parts: UInt32)] = []
  private let isExact: Bool

  /// Those that are none of the 256, by their numbers; none where the nearest are used.
  public private(set) var exact: [ExactColor] = []

  /// - Parameter isExact: Whether the terminal takes the parts of a color.
  public init(isExact: Bool) { self.isExact = isExact }

  /// The number of a color: that of the nearest of the 256, unless another color of the theme has that one
  /// and the two can be told apart.
  public mutating func number(red: UInt8, green: UInt8, blue: UInt8) -> UInt8 {
    let nearest = Palette256.nearest(red: red, green: green, blue: blue)
    guard isExact else { return nearest }
    let parts = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    if let known = given.first(where: { $0.parts == parts }) { return known.number }
    let order = [nearest] + (16...255).reversed()
    // A theme has some forty colors at the most.
    let number = order.first { it in !given.contains { $0.number == it } } ?? nearest
    given.append((number, parts))
    if Palette256.packed(number) != parts { exact.append(ExactColor(number: number, parts: parts)) }
    return number
  }
}
