import CNcurses
import CTerminal
import Glibc
import TUI

/// What can be told about the terminal without entering it.
public enum TerminalFacts {
  /// The colours that `TERM` promises; nil when it is not known here.
  public static func colours() -> Int? {
    guard TerminalKind.current != nil else { return nil }
    return max(0, Int(tigetnum("colors")))
  }

  /// Whether text of the user's locale is UTF-8.
  public static func isUTF8() -> Bool { dt_set_locale() == 1 }

  /// The size of the terminal on stdout, if it is one.
  public static func size() -> Size? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard dt_window_size(STDOUT_FILENO, &columns, &rows) == 0, columns > 0, rows > 0 else {
      return nil
    }
    return Size(Int(columns), Int(rows))
  }
}
