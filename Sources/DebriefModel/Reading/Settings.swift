/// What the user has set, as `config.toml` says: where it says nothing, as shipped.
public struct Settings: Hashable, Sendable {
  /// Keys for one command.
  public struct Keys: Hashable, Sendable {
    /// The name of the command, as `debrief keys` lists it.
    public var command: String
    /// The keys it is to have, each as it was written; empty when it is to have none.
    public var keys: [String]
    /// The line they stand at.
    public var line: Int

    /// Wants keys for a command.
    public init(command: String, keys: [String], line: Int) {
      self.command = command
      self.keys = keys
      self.line = line
    }
  }

  /// What a debrief opens with.
  public enum Opening: String, Hashable, Sendable, CaseIterable {
    /// The question one is at.
    case question
    /// The two lists.
    case lists
  }

  /// What a PDF is printed on.
  public enum Paper: String, Hashable, Sendable, CaseIterable {
    /// What the user's locale prints on.
    case auto
    case a4, letter
  }

  /// How the user is told that something is due, while they look elsewhere.
  public enum Notice: Hashable, Sendable {
    /// Not at all.
    case off
    /// The terminal's bell.
    case bell
    /// What the terminal makes of it: a notification, if it knows how.
    case terminal
    /// A program and its arguments; the sentence comes last.
    case command([String])
  }

  /// What shows a command's output that's longer than the screen.
  public enum Pager: Hashable, Sendable {
    /// What the environment names.
    case environment
    /// Nothing: it's printed.
    case off
    /// A command, as a shell would have it.
    case command(String)
  }

  /// How days and times are written.
  public var dates = DateStyle()
  /// The command that opens texts; nil for what the environment names.
  public var editor: String?
  /// The folder of checklists of one's own; nil for the one beside the settings. A path from the root, or from the
  /// home folder with `~/`.
  public var checklists: String?
  /// How the user is told that something is due.
  public var notify = Notice.off
  /// What shows a command's output that's longer than the screen.
  public var pager = Pager.environment
  /// What a PDF is printed on.
  public var paper = Paper.auto
  /// What a debrief that was begun opens with.
  public var opens = Opening.question
  /// The name of the theme: the colors of the screen.
  public var theme = "auto"
  /// Whether everything is said line by line, and nothing is drawn.
  public var isPlain = false
  /// Whether the mouse is heard.
  public var hasMouse = true
  /// After so many minutes without a key the screen is hidden; 0 for never.
  public var hideAfter = 0
  /// The minutes that can be set.
  public static let hides = 0...240
  /// How long a silence is waited out.
  public var patience = Patience()
  /// Keys other than the shipped ones, in the order of the file; nobody has checked them yet.
  public var keys: [Keys] = []

  /// As shipped.
  public init() {}
}
