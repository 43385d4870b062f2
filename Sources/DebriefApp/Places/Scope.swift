import TUI

/// Where a command may be used: the name of a place in the table of keys, what else is heard there, and
/// the keys that never reach a command there. A place declares its own beside its commands.
public struct Scope: Hashable, Sendable {
  /// Its name in `debrief keys --format json`.
  public let rawValue: String
  /// As help and the tables of keys have it.
  public let title: String
  /// The scopes that hear a key after this one, the next first.
  let outer: [Scope]
  /// The commands of everywhere that are heard there; nil for all of them.
  let alone: Set<String>?
  /// Keys of the list, the scale or the text that has the focus there.
  var taken: Set<Key> { takes() }
  /// Made only where somebody wants other keys.
  private let takes: @Sendable () -> Set<Key>
  /// Whether what is typed is text there.
  let isTyping: Bool

  private init(
    _ name: String, _ title: String, outer: [Scope], alone: Set<String>?,
    taken: @autoclosure @escaping @Sendable () -> Set<Key>, isTyping: Bool = false
  ) {
    (rawValue, self.title, self.outer) = (name, title, outer)
    (self.alone, takes, self.isTyping) = (alone, taken, isTyping)
  }

  /// A whole screen: all that works everywhere works there.
  ///
  /// - Parameter isRead: Whether it's a text, in which words can be found.
  static func screen(
    _ name: String, _ title: String, isRead: Bool = false,
    taken: @autoclosure @escaping @Sendable () -> Set<Key>
  ) -> Scope {
    Scope(
      name, title, outer: isRead ? [.find, .everywhere] : [.everywhere], alone: nil,
      taken: taken())
  }

  /// A pane of the review, which hears the review's commands and what finds words, too.
  static func pane(
    _ name: String, _ title: String, taken: @autoclosure @escaping @Sendable () -> Set<Key>
  ) -> Scope {
    Scope(name, title, outer: [Review.scope, .find, .everywhere], alone: nil, taken: taken())
  }

  /// A list over a screen: it moves, closes, undoes and helps.
  static func list(_ name: String, _ title: String) -> Scope {
    Scope(
      name, title, outer: [.find], alone: ["undo", "redo", "help", "jump"],
      taken: Keys.list.union(Keys.closes))
  }

  /// A text over a screen that is read by scrolling.
  static func sheet(_ name: String) -> Scope {
    Scope(
      name, "", outer: [.find], alone: ["repaint", "suspend"],
      taken: Keys.list.union(Keys.closes))
  }

  /// What is heard in lists and texts after their own keys.
  static func finding(_ name: String, _ title: String) -> Scope {
    Scope(name, title, outer: [], alone: nil, taken: [])
  }

  /// A text over a screen: what is typed is text.
  static func text(_ name: String, _ title: String) -> Scope {
    Scope(name, title, outer: [], alone: ["repaint", "suspend"], taken: [], isTyping: true)
  }

  /// A place that has no commands of its own, only the keys of its widget.
  static func bare(_ name: String, isTyping: Bool = false) -> Scope {
    Scope(
      name, "", outer: [], alone: ["repaint", "suspend"], taken: Keys.list.union(Keys.closes),
      isTyping: isTyping)
  }

  /// What works everywhere.
  static let everywhere = Scope(
    "everywhere", "Everywhere", outer: [], alone: nil, taken: [])

  /// Every scope that has commands, in the order of help and of the tables of keys.
  public static let allCases: [Scope] = Places.all.map { $0.scope }

  /// This one and those that hear a key after it.
  var hearing: [Scope] { [self] + outer }

  /// Scopes of one name are one.
  public static func == (a: Scope, b: Scope) -> Bool { a.rawValue == b.rawValue }

  /// By its name.
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

/// The keys of widgets, by what they do.
enum Keys {
  /// Up and down in a list.
  static let list: Set<Key> = [
    .char("j"), .char("k"), .char("g"), .char("G"), .ctrl("d"), .ctrl("u"), Key(.down), Key(.up),
    Key(.pageDown), Key(.pageUp), Key(.home), Key(.end),
  ]
  /// The other column, or along a scale.
  static let sideways: Set<Key> = [.char("h"), .char("l"), Key(.left), Key(.right)]
  /// Answers to a question.
  static let answers = Set("0123456789yn".map { Key.char($0) }).union(sideways)
    .union([.char("j"), .char("k"), Key(.down), Key(.up)])
  /// Out of what lies over the screen.
  static let closes: Set<Key> = [.char("q"), Key(.escape), .ctrl("c")]
}
