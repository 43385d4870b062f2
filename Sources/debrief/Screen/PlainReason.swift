import DebriefModel
import DebriefRunner
import Glibc

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

  /// The first line: what this is, how it came, and how to turn it off.
  var greeting: String {
    let off =
      switch self {
      case .option: "because of --plain; without it, the full screen opens."
      case .accessible:
        "because ACCESSIBLE is set in your environment; debrief --no-plain opens the full screen."
      case .setting:
        "because your settings say plain = true; debrief --no-plain opens the full screen."
      case .terminal(let reason):
        "because \(reason); in another terminal, the full screen opens."
      }
    return "debrief in plain mode, line by line, \(off) Type ? for help, q to leave."
  }
}
