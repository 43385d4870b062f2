import DebriefModel
import DebriefRunner
import Glibc
import TUI
import Terminal

/// Why the program speaks in lines and draws nothing.
enum PlainReason: Equatable {
  case option, accessible, setting
  /// The terminal cannot show a screen; the sentence says why.
  case terminal(String)

  /// - Parameters:
  ///   - asked: What the command line says; nil where it says nothing.
  ///   - unusable: Why there can be no screen; nil where there can.
  init?(asked: Bool?, _ session: Session, unusable: String?) {
    if let asked {
      guard asked else { return nil }
      self = .option
      return
    }
    if let reason = PlainReason.standing(session.environment, session.configuration.settings) {
      self = reason
      return
    }
    // Without a terminal at both ends nobody may be there to answer: that has to be asked for.
    guard let reason = unusable, isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1
    else { return nil }
    self = .terminal(reason)
  }

  /// What asks for it wherever the program is started; nil where nothing does.
  static func standing(_ environment: [String: String], _ settings: Settings) -> PlainReason? {
    if let value = environment["ACCESSIBLE"]?.lowercased(),
      !["", "0", "no", "false", "off"].contains(value)
    {
      return .accessible
    }
    return settings.isPlain ? .setting : nil
  }

  /// Why the bare command would speak in lines in this place, also where only its answer goes elsewhere.
  static func here(_ session: Session) -> PlainReason? {
    if let reason = PlainReason(asked: nil, session, unusable: TerminalSession.unusable()) {
      return reason
    }
    // A file or a pipe says nothing about the terminal, but its name does.
    guard let name = getenv("TERM").map({ String(cString: $0) }), !name.isEmpty else {
      return .terminal("TERM isn't set")
    }
    if TerminalKind.current == nil {
      return .terminal("the terminal \"\(TextWidth.printable(name))\" (TERM) isn't known here")
    }
    return name == "dumb"
      ? .terminal("the terminal \"dumb\" (TERM) can't place its cursor") : nil
  }

  /// Why, as it goes on after `because`.
  var cause: String {
    switch self {
    case .option: "of --plain"
    case .accessible: "ACCESSIBLE is set in your environment"
    case .setting: "your settings say plain = true"
    case .terminal(let reason): reason
    }
  }

  /// The first line: what this is, how it came, and how to turn it off.
  var greeting: String {
    let off =
      switch self {
      case .option: "without it, the full screen opens."
      case .accessible, .setting: "debrief --no-plain opens the full screen."
      case .terminal: "in another terminal, the full screen opens."
      }
    return
      "debrief in plain mode, line by line, because \(cause); \(off) Type ? for help, q to leave."
  }
}
