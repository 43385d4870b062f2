import TUI

/// How a role looks in one kind of terminal.
public struct Style: Hashable, Sendable {
  /// What a terminal can do without colours.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes attributes from their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Bold.
    public static let bold = Attributes(rawValue: 1)
    /// Dim.
    public static let dim = Attributes(rawValue: 2)
    /// Underlined.
    public static let underline = Attributes(rawValue: 4)
    /// Foreground and background swapped.
    public static let reverse = Attributes(rawValue: 8)
  }

  /// The colour's number of the 8, 16 or 256 of the terminal; nil for the terminal's own.
  public var foreground: UInt8?
  /// What else is done to it.
  public var attributes: Attributes

  /// Makes a style.
  public init(_ foreground: UInt8? = nil, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.attributes = attributes
  }
}

/// How each role looks. The terminal's own foreground and background are kept throughout, so that a
/// light terminal stays light; nothing is told by colour alone.
public struct Theme: Hashable, Sendable, CustomStringConvertible {
  /// Its name in a config file.
  public let name: String
  // Pairs, not a dictionary: making the first dictionary of a kind of key costs the start of the
  // program a tenth of a millisecond.
  private let colours: [(role: Role, few: UInt8, many: UInt8)]

  /// The colours of the terminal's own palette.
  public static let standard = Theme(
    name: "standard",
    colours: [
      (.focus, 6, 6), (.accent, 6, 6), (.strength, 2, 2), (.weakness, 5, 5), (.warning, 3, 3),
      (.error, 1, 1), (.match, 3, 3), (.barFull, 6, 6), (.key, 6, 6),
    ])
  /// Blue and orange in the place of green and magenta, where the terminal has 256 colours.
  public static let colourBlind = Theme(
    name: "colour-blind",
    colours: [
      (.focus, 6, 38), (.accent, 6, 38), (.strength, 4, 32), (.weakness, 3, 172),
      (.warning, 3, 178), (.error, 1, 166), (.match, 3, 178), (.barFull, 6, 38), (.key, 6, 38),
    ])
  /// No colours.
  public static let mono = Theme(name: "mono", colours: [])
  /// All themes.
  public static let all: [Theme] = [.standard, .colourBlind, .mono]

  /// The theme of this name; "auto" is the standard one.
  public static func named(_ name: String) -> Theme? {
    name == "auto" ? .standard : all.first { $0.name == name }
  }

  private init(name: String, colours: [(role: Role, few: UInt8, many: UInt8)]) {
    self.name = name
    self.colours = colours
  }

  /// The name.
  public var description: String { name }
  /// Themes of the same name are the same.
  public static func == (a: Theme, b: Theme) -> Bool { a.name == b.name }
  /// The name alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// How an ink looks in a terminal with so many colours, 0 for none.
  public func style(for ink: Ink, colors: Int) -> Style {
    var style = Style(nil, Self.attributes(of: ink.role))
    if colors >= 8, let colour = colours.first(where: { $0.role == ink.role }) {
      style.foreground = colors >= 256 ? colour.many : colour.few
    }
    if ink.flags.contains(.bold) { style.attributes.insert(.bold) }
    if ink.flags.contains(.underline) { style.attributes.insert(.underline) }
    if ink.flags.contains(.marked) { style.attributes.insert(.underline) }
    if ink.flags.contains(.selected) {
      // One even bar: a row in many colours and weights would fall apart, and costs the terminal
      // three times the bytes.
      style.foreground = nil
      style.attributes.subtract([.dim, .bold])
      style.attributes.formSymmetricDifference(.reverse)
    }
    return style
  }

  /// What a role has in every terminal, and all it has in one without colours.
  private static func attributes(of role: Role) -> Style.Attributes {
    switch role {
    case .body, .barFull: return []
    case .dim, .border, .barEmpty: return .dim
    case .title, .focus, .accent, .key, .strength, .warning: return .bold
    case .weakness: return []
    case .error: return [.bold, .underline]
    case .field: return .underline
    case .match: return [.bold, .underline]
    case .bar: return .reverse
    }
  }
}
