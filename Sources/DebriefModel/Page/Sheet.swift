/// A document to be read away from the screen, in a browser or on paper, as data: what it says and how its
/// parts belong together, not how it looks. The one-page summary, the figures over months and the room card
/// become one; HTML and PDF render whatever is in it.
public struct Sheet: Hashable, Sendable {
  /// What it is about; never empty.
  public var name = ""
  /// How that stands, in a few words; may be empty.
  public var standing = ""
  /// What matters most, in a sentence; may be empty.
  public var lead = ""
  /// What goes with it; may be empty.
  public var aside = ""
  /// Its parts, in their order.
  public var sections: [Section] = []
  /// What stands at its foot; may be empty.
  public var legend = ""

  /// An empty one.
  public init() {}

  /// A part under a heading.
  public struct Section: Hashable, Sendable {
    /// Its heading.
    public var title: String
    /// What stands in it.
    public var blocks: [Block]

    /// Makes one.
    public init(_ title: String, _ blocks: [Block]) {
      self.title = title
      self.blocks = blocks
    }
  }

  /// Things of one form that follow each other.
  public enum Block: Hashable, Sendable {
    /// Two lists, side by side where there is room.
    case against([Column])
    /// Paragraphs.
    case lines([String])
    /// A list; its numbers say in which order.
    case items([String], isNumbered: Bool)
    /// Words somebody said, with who it was.
    case quote(from: String, words: String)
    /// Numbers of a whole, each with a bar.
    case meters([Meter])
    /// Rows of a label and a text.
    case rows([Row])
    /// What happened, as points on a line.
    case strip([Milestone])
    /// Words for a phone; they stand on the sheet in full.
    case code(QRCode)
  }

  /// One of two lists.
  public struct Column: Hashable, Sendable {
    /// Which of the two it is.
    public var side: Page.Column.Side
    /// Its title, with its sign and its count.
    public var title: String
    /// What stands in it, each with its importance from 1 to 5.
    public var entries: [Entry]
  }

  /// Something of an importance.
  public struct Entry: Hashable, Sendable {
    /// 1 to ``Page/mostStars``.
    public var weight: Int
    /// What it says.
    public var text: String
  }

  /// A number of a whole.
  public struct Meter: Hashable, Sendable {
    /// What is measured.
    public var label: String
    /// 0 to `of`.
    public var value: Int
    /// The whole, above 0.
    public var of: Int
    /// What is said of it, the number included.
    public var text: String
    /// Whether each step of the whole is one to be seen, as with a rating.
    public var isStepped: Bool

    /// Makes one; a value beyond its whole is taken for the whole.
    public init(_ label: String, _ value: Int, of whole: Int, text: String, isStepped: Bool = false)
    {
      self.label = label
      self.of = max(1, whole)
      self.value = min(max(0, value), self.of)
      self.text = text
      self.isStepped = isStepped
    }
  }

  /// A label and a text.
  public struct Row: Hashable, Sendable {
    /// What stands before it, such as a date.
    public var label: String
    /// The text.
    public var text: String

    /// Makes one.
    public init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }
}

extension Sheet {
  /// All it says, piece by piece, in the order in which it is read.
  public var words: [String] {
    ([name, standing, lead, aside] + sections.flatMap { [$0.title] + $0.blocks.flatMap(\.words) }
      + [legend]).filter { !$0.isEmpty }
  }
}

extension Sheet.Block {
  /// What it says, piece by piece.
  public var words: [String] {
    switch self {
    case .against(let columns):
      columns.flatMap { [$0.title] + $0.entries.flatMap { ["\($0.weight)", $0.text] } }
    case .lines(let lines): lines
    case .items(let items, let isNumbered):
      items.enumerated().map { isNumbered ? "\($0 + 1). \($1)" : $1 }
    case .quote(let from, let words): ["\(from): \"\(words)\""]
    case .meters(let meters): meters.flatMap { [$0.label, $0.text] }
    case .rows(let rows): rows.flatMap { [$0.label, $0.text] }
    case .code: []
    case .strip(let strip):
      strip.indices.flatMap { [Milestone.between(strip, $0), strip[$0].label].compactMap { $0 } }
    }
  }
}

extension Milestone {
  /// The days since the one before it, in words; nil for the first.
  public static func between(_ all: [Milestone], _ i: Int) -> String? {
    since(all, i).map { $0 == 0 ? "same day" : $0 == 1 ? "1 day" : "\($0) days" }
  }
}
