import TUI

/// How a role looks in one kind of terminal.
public struct Style: Hashable, Sendable {
  /// What a terminal can do without colors.
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

  /// The color's number of the 8, 16 or 256 of the terminal; nil for the terminal's own.
  public var foreground: UInt8?
  /// That of what is behind it; nil for the terminal's own.
  public var background: UInt8?
  /// What else is done to it.
  public var attributes: Attributes

  /// Makes a style.
  public init(
    _ foreground: UInt8? = nil, on background: UInt8? = nil, _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// How each role looks. Nothing is told by color alone. A theme without a background keeps the
/// terminal's own throughout, so that a light terminal stays light; one with a background is fixed, and
/// used as such where there are 256 colors.
public struct Theme: Hashable, Sendable, CustomStringConvertible {
  /// The color of one role: its number among the first eight of the terminal's own, and among 256.
  public struct Color: Hashable, Sendable {
    /// Where there are 8 or 16 colors; nil for the terminal's own.
    public var few: UInt8?
    /// Where there are 256; nil for the terminal's own.
    public var many: UInt8?

    /// Makes a color.
    public init(few: UInt8? = nil, many: UInt8? = nil) {
      self.few = few
      self.many = many
    }
  }

  /// Its name in a config file.
  public let name: String
  /// Behind everything; nil for the terminal's own.
  public let background: UInt8?
  /// Behind what is selected, where there are 256 colors; nil for colors swapped.
  public let selection: UInt8?
  /// Its colors that are none of the 256, where the terminal takes their parts.
  public let exact: [ExactColor]
  // By the number of the role, not by a dictionary: making the first dictionary of a kind of key costs
  // the start of the program a tenth of a millisecond.
  private var plain = [Color](repeating: Color(), count: Role.allCases.count)
  private var selected: [UInt8?]

  /// Makes a theme; a role that is not named looks like the text. What is selected keeps its colors
  /// unless `selected` names others.
  public init(
    name: String, background: UInt8? = nil, selection: UInt8? = nil,
    _ colors: [(role: Role, color: Color)] = [], selected: [(role: Role, color: UInt8)] = [],
    exact: [ExactColor] = []
  ) {
    self.name = name
    self.exact = exact
    self.background = background
    self.selection = selection
    let text = colors.first { $0.role == .body }?.color.many
    for i in plain.indices { plain[i].many = text }
    for it in colors { plain[Int(it.role.rawValue)] = it.color }
    self.selected = plain.map(\.many)
    // Where the bar is the theme's and not the terminal's, its text must be, too.
    if let text = selected.first(where: { $0.role == .body })?.color {
      self.selected = self.selected.map { _ in text }
    }
    for it in selected { self.selected[Int(it.role.rawValue)] = it.color }
  }

  /// The colors of the terminal's own palette, and a tint behind what is selected where there are 256.
  /// `Resources/themes/auto.toml` says the same, and is not read unless somebody asks for it: a start
  /// without settings reads no file.
  public static let standard = Theme(
    name: "auto", selection: 24,
    [
      (.focus, Color(few: 6, many: 6)), (.accent, Color(few: 6, many: 6)),
      (.strength, Color(few: 2, many: 2)), (.weakness, Color(few: 5, many: 5)),
      (.warning, Color(few: 3, many: 3)), (.error, Color(few: 1, many: 1)),
      (.match, Color(few: 3, many: 3)), (.barFull, Color(few: 6, many: 6)),
      (.key, Color(few: 6, many: 6)),
    ],
    selected: [
      (.body, 231), (.dim, 252), (.focus, 159), (.accent, 159), (.strength, 157),
      (.weakness, 225), (.warning, 229), (.error, 224), (.match, 229), (.barFull, 159),
      (.key, 159),
    ])
  /// No colors.
  public static let mono = Theme(name: "mono")

  /// The same in the colors of another theme, on the terminal's own background: what has a color here has the
  /// one it has there, and so has what is selected. Text stays the terminal's own.
  public func tinted(by other: Theme) -> Theme {
    var theme = Theme(
      name: name, background: background, selection: other.selection, exact: other.exact)
    theme.plain = zip(plain, other.plain).map { mine, its in
      Color(few: mine.few, many: mine.many == nil ? nil : its.many)
    }
    theme.selected = other.selected
    return theme
  }

  /// The name.
  public var description: String { name }

  /// How an ink looks in a terminal with so many colors, 0 for none.
  public func style(for ink: Ink, colors: Int) -> Style {
    var style = Style(nil, Self.attributes(of: ink.role))
    let role = Int(ink.role.rawValue)
    if colors >= 256 {
      style.foreground = plain[role].many
      style.background = background
      // A fixed theme has a color for it, and its contrast is known only if it is left alone.
      if background != nil { style.attributes.remove(.dim) }
      // A sentence in bold color shouts: where a color of its own says it, the color is enough.
      if style.foreground != plain[Int(Role.body.rawValue)].many, Self.isLight(ink.role) {
        style.attributes.remove(.bold)
      }
    } else if colors >= 8 {
      style.foreground = plain[role].few
    }
    if ink.flags.contains(.bold) { style.attributes.insert(.bold) }
    if ink.flags.contains(.underline) { style.attributes.insert(.underline) }
    // Where the keys are elsewhere a row is only heavier: a line below each would look like a field.
    if ink.flags.contains(.marked) {
      style.attributes.remove(.dim)
      style.attributes.insert(.bold)
    }
    guard ink.flags.contains(.selected) else { return style }
    // A row in many weights would fall apart, and costs the terminal more bytes.
    style.attributes.subtract([.dim, .bold])
    if colors >= 256, let selection {
      style.foreground = selected[role]
      style.background = selection
      style.attributes.remove(.reverse)
    } else {
      // One even bar.
      style.foreground = nil
      style.background = nil
      style.attributes.formSymmetricDifference(.reverse)
    }
    return style
  }

  /// Whether a role is bold only to stand out where it has no color. A title is bold in all of them, and so
  /// is what failed, or was found.
  private static func isLight(_ role: Role) -> Bool {
    switch role {
    case .focus, .accent, .strength, .warning, .key: true
    case .body, .dim, .title, .border, .weakness, .error, .field, .match, .barFull, .barEmpty, .bar:
      false
    }
  }

  /// What a role has in every terminal, and all it has in one without colors.
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
