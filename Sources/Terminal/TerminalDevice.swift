import TUI

/// What a terminal has to say.
public enum TerminalEvent: Equatable, Sendable {
  /// The user did something, or the size changed.
  case input(InputEvent)
  /// A signal asks the program to end.
  case terminate(signal: Int32)
  /// A signal asks the program to stop until it is continued.
  case suspend
  /// The program was stopped and goes on; everything has to be drawn again.
  case resumed
  /// The terminal is gone.
  case hangup
  /// Nothing happened for as long as was to be waited.
  case timeout
}

/// What can be said of the user's words should the program end by a fault.
public enum Safety: Int32, Sendable {
  /// They are kept, but for the last second.
  case kept = 0
  /// What was typed last could not be kept.
  case unsaved = 1
  /// There was nothing to keep: sample data.
  case sample = 2
}

/// A screen and a keyboard: the real ones, or a script's.
public protocol TerminalDevice: AnyObject {
  /// The size of the screen.
  var size: Size { get }
  /// Whether only ASCII can be shown.
  var isASCII: Bool { get }
  /// Waits for events and returns all there are; waits for ever, without a timer, when
  /// `timeoutMilliseconds` is nil.
  func next(timeoutMilliseconds: Int?) -> [TerminalEvent]
  /// Whether something has come that ``next(timeoutMilliseconds:)`` was not asked for yet, or the beginning
  /// of a key has. Whoever is busy for long asks now and then, and lets it go first.
  var hasWaiting: Bool { get }
  /// Shows a frame.
  func present(_ frame: Frame)
  /// Makes the next `present` draw everything, whatever the screen shows.
  func repaint()
  /// Leaves the screen, stops the process group, and enters again when it is continued.
  func suspend()
  /// Leaves the screen to a program, waits for it, and enters again. Returns its exit status, 128
  /// and its signal if it was killed, 127 if it could not be started.
  func runForeground(arguments: [String]) -> Int32
  /// Says what a message about a fault may promise.
  func promise(_ safety: Safety)
  /// Asks the terminal to put a text on the clipboard; whether it does cannot be known. Throws a
  /// sentence when it cannot even be asked: the text is empty or too long, or there is no clipboard.
  func copy(_ text: String) throws(TerminalError)
  /// Whether it is a person's terminal, so that programs of their desktop may be run; not a stand-in.
  var isOnDesktop: Bool { get }
}

extension TerminalDevice {
  /// A stand-in is on nobody's desktop.
  public var isOnDesktop: Bool { false }
  /// Nothing of a stand-in comes before it is asked for.
  public var hasWaiting: Bool { false }
}
