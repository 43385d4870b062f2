/// How the page and its callers measure text: given from outside, so that the model knows no
/// terminal. All counts are columns.
public struct TextMeasure: Sendable {
  /// The columns a text takes on one line.
  public var columns: @Sendable (String) -> Int
  /// The text in at most so many columns, its cut end marked.
  public var truncate: @Sendable (String, Int) -> String
  /// The text in lines of at most so many columns.
  public var wrap: @Sendable (String, Int) -> [String]

  /// Takes the three functions.
  public init(
    columns: @escaping @Sendable (String) -> Int,
    truncate: @escaping @Sendable (String, Int) -> String,
    wrap: @escaping @Sendable (String, Int) -> [String]
  ) {
    self.columns = columns
    self.truncate = truncate
    self.wrap = wrap
  }

  /// The text followed by blanks up to so many columns, cut when it is longer.
  public func pad(_ text: String, _ width: Int) -> String {
    let cut = columns(text) > width ? truncate(text, width) : text
    return cut + String(repeating: " ", count: max(0, width - columns(cut)))
  }
}

/// One line of the page: pieces of text, each with what it is for.
public struct PageLine: Hashable, Sendable {
  /// What a piece of text is for.
  public enum Role: Hashable, Sendable { case body, dim, title, strength, weakness, accent, bar }
  /// A piece of text.
  public struct Span: Hashable, Sendable {
    /// The text.
    public var text: String
    /// What it is for.
    public var role: Role
    /// Makes a piece.
    public init(_ text: String, _ role: Role = .body) {
      self.text = text
      self.role = role
    }
  }
  /// The pieces, left to right.
  public var spans: [Span]
  /// Makes a line of pieces.
  public init(_ spans: [Span] = []) { self.spans = spans }
  /// Makes a line of one piece.
  public init(_ text: String, _ role: Role = .body) { spans = [Span(text, role)] }
  /// The line as plain text, without the blanks at its end.
  public var text: String {
    var text = spans.map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// The marks the page draws with.
public struct PageMarks: Sendable {
  let full, empty, rule, column, past, ahead, dash, dots: String
  /// Blocks and lines.
  public static let unicode = PageMarks(
    full: "█", empty: "░", rule: "─", column: "│", past: "●", ahead: "○", dash: "–", dots: "·")
  /// Nothing beyond ASCII.
  public static let ascii = PageMarks(
    full: "#", empty: ".", rule: "-", column: "|", past: "*", ahead: "o", dash: "-", dots: "-")
}
