import CNcurses
import Glibc

/// The description that a terminal is used by: its own, or that of one it resembles. Newer terminals
/// name themselves by a description that a fresh machine does not have.
public struct TerminalKind: Equatable, Sendable {
  /// What `TERM` says.
  public let name: String
  /// The description that is used instead, when there is none of that name, or one of fewer colors than it
  /// has.
  public let usedAs: String?

  /// What holds for this process; nil where `TERM` is not set, or nothing like it is known here.
  public static let current: TerminalKind? = {
    guard let name = TerminalSession.environment("TERM"), !name.isEmpty else { return nil }
    let isKnown = nc_setup(name) == 1
    // One that says it takes any color has 256, whatever the description of an older one says of it.
    let isPoor = isKnown && (8..<256).contains(nc_number("colors")) && ColorDepth.takesParts
    if isKnown, !isPoor { return TerminalKind(name: name, usedAs: nil) }
    let other = lookalikes(of: name).first {
      nc_setup($0) == 1 && (!isPoor || nc_number("colors") >= 256)
    }
    if other == nil, isPoor { _ = nc_setup(name) }
    return isKnown || other != nil ? TerminalKind(name: name, usedAs: other) : nil
  }()

  /// Whether a terminal of this name answers when it is asked of itself, or says nothing; others might print
  /// what they are asked. In tmux it is tmux that is asked, whatever it calls itself.
  public static func answers(_ name: String, isTmux: Bool) -> Bool {
    switch family(of: name) {
    case "tmux": true
    case "screen": isTmux
    case let family: likeXterm.contains(family) && !prints.contains(family)
    }
  }

  /// Of xterm's likes those that print a question, or that nothing is known of.
  private static let prints: [Substring] = ["apple_terminal", "eterm", "kterm", "ms", "nsterm"]

  /// What follows the family says of colours and keys: `foot-direct`, `xterm+256color`.
  private static func family(of name: String) -> Substring {
    name.lowercased().prefix { $0 != "-" && $0 != "+" && $0 != "." }
  }

  /// The terminals that one of this name obeys like, the best first; none for a name that says nothing.
  public static func lookalikes(of name: String) -> [String] {
    let isName = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0)
        || [0x2b, 0x2d, 0x2e, 0x5f].contains($0)
    }
    guard isName else { return [] }
    let family = family(of: name)
    switch family {
    case "tmux": return ["tmux-256color", "tmux", "screen-256color", "screen"]
    case "screen": return ["screen-256color", "screen"]
    case "rxvt", "urxvt", "mrxvt": return ["rxvt-unicode-256color", "rxvt-unicode", "rxvt"]
    case "linux", "fbterm", "jfbterm", "yaft": return ["linux"]
    case "vt320", "vt340", "vt400", "vt420", "vt510", "vt520", "vt525": return ["vt220", "vt100"]
    default: return likeXterm.contains(family) ? ["xterm-256color", "xterm"] : []
    }
  }

  /// Families whose terminals take xterm's sequences. A list, and no set: it is asked before the first frame, and
  /// to learn how a new kind of key is hashed the runtime looks through all that every type can do.
  private static let likeXterm: [Substring] = [
    "alacritty", "apple_terminal", "blackbox", "contour", "domterm", "eterm", "foot", "ghostty",
    "gnome", "guake", "havoc", "hterm", "iterm", "iterm2", "kitty", "konsole", "kterm",
    "lxterminal", "mintty", "mlterm", "ms", "nsterm", "ptyxis", "putty", "qterminal", "rio",
    "st", "stterm", "tabby", "teraterm", "terminator", "terminology", "termite", "tilda",
    "tilix", "vscode", "vte", "vte3", "warp", "wezterm", "xfce", "xfce4", "xterm", "xterms",
    "yakuake", "zutty",
  ]
}
