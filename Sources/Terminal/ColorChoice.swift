/// Whether the screen has colors: as told on the command line, else as the environment says.
public enum ColorChoice: String, CaseIterable, Sendable {
  /// As `NO_COLOR`, `CLICOLOR_FORCE` and `CLICOLOR` say, in this order; with none of them, yes.
  case auto
  /// Whatever the environment says.
  case always, never

  /// What that comes to. `NO_COLOR` counts when it isn't empty (no-color.org), `CLICOLOR_FORCE` when it is
  /// neither empty nor 0, and `CLICOLOR` when it is 0 (bixense.com/clicolors).
  public func hasColor(_ environment: [String: String]) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if environment["NO_COLOR"].map({ !$0.isEmpty }) ?? false { return false }
      if !["", "0"].contains(environment["CLICOLOR_FORCE"] ?? "") { return true }
      return environment["CLICOLOR"] != "0"
    }
  }
}
