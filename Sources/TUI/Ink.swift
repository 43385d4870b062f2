/// What a piece of text is for. The theme alone decides how a role looks, so a pane never names a
/// colour, and a one-colour terminal loses no meaning.
public enum Role: UInt8, CaseIterable, Sendable {
  /// Plain text in the terminal's own colours.
  case body
  /// Text of lesser weight: ages, hints, things already done.
  case dim
  /// A heading or the name of a pane.
  case title
  /// The border of a pane without the focus.
  case border
  /// The border of the pane that has the focus.
  case focus
  /// Something to look at: the current step, the verdict.
  case accent
  /// A strength, a plus, something done.
  case strength
  /// A weakness, a minus.
  case weakness
  /// Something due soon.
  case warning
  /// Something that failed or is overdue.
  case error
  /// A key in a hint.
  case key
  /// The text of an input field.
  case field
  /// A match of the search.
  case match
  /// The filled part of a progress bar.
  case barFull
  /// The empty part of a progress bar.
  case barEmpty
  /// The bar at the top or the bottom of the screen.
  case bar
}

/// How one cell is drawn: a role and what is laid over it.
public struct Ink: Hashable, Sendable {
  /// What is laid over a role.
  public struct Flags: OptionSet, Hashable, Sendable {
    /// The bits, as stored in a cell.
    public let rawValue: UInt8
    /// Makes flags from their bits.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The selected row of a list that has the focus.
    public static let selected = Flags(rawValue: 1)
    /// The selected row of a list without the focus.
    public static let marked = Flags(rawValue: 2)
    /// Heavier than the role alone.
    public static let bold = Flags(rawValue: 4)
    /// Underlined.
    public static let underline = Flags(rawValue: 8)
  }

  /// What the text is for.
  public var role: Role
  /// What is laid over the role.
  public var flags: Flags

  /// Makes an ink.
  @inlinable public init(_ role: Role = .body, _ flags: Flags = []) {
    self.role = role
    self.flags = flags
  }

  /// Plain text.
  public static let body = Ink(.body)
  /// Text of lesser weight.
  public static let dim = Ink(.dim)
}
