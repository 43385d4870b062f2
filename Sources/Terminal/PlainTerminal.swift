import CTerminal
import Glibc
import TUI

/// A terminal that only gets lines, for plain mode: nothing is drawn on it, and no key is waited for.
public final class PlainTerminal: TerminalDevice {
  /// So many rows that a list is read a few pages ahead.
  public let size = Size(80, 60)
  /// Text goes out as UTF-8, whatever the locale says.
  public let isASCII = false
  /// Whether somebody sits before it, so that an editor can be opened.
  public let isInteractive: Bool

  /// - Parameter isInteractive: Whether both ends are a terminal; worked out where nobody says so.
  public init(isInteractive: Bool? = nil) {
    self.isInteractive =
      isInteractive ?? (isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1)
  }

  /// Nothing comes by keys.
  public func next(timeoutMilliseconds: Int?) -> [TerminalEvent] { [.hangup] }

  /// Draws nothing.
  public func present(_ frame: Frame) {}

  /// Draws nothing.
  public func repaint() {}

  /// Says nothing: what was answered is stored, line by line.
  public func promise(_ safety: Safety) {}

  /// Stops until the shell brings it back.
  public func suspend() {
    if isInteractive { raise(SIGTSTP) }
  }

  /// Leaves the terminal to a program; 127 without one.
  public func runForeground(arguments: [String]) -> Int32 {
    guard isInteractive, !arguments.isEmpty else { return 127 }
    var copies = arguments.map { strdup($0) }
    copies.append(nil)
    defer { for copy in copies { free(copy) } }
    // Lines are typed here again, however a program leaves the terminal.
    dt_save_modes(STDIN_FILENO)
    return dt_run(copies)
  }

  /// A clipboard is asked for with signs that only a screen understands.
  ///
  /// - Throws: Always.
  public func copy(_ text: String) throws(TerminalError) {
    throw TerminalError(
      description: "Plain mode can't reach the clipboard. Save the letter to a file instead.")
  }
}
