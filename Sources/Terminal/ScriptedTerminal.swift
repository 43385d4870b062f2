import TUI

/// A terminal without a tty: its events are given in advance, its screen is kept to be looked at.
public final class ScriptedTerminal: TerminalDevice {
  /// The size of the screen; a resize among the events changes it.
  public private(set) var size: Size
  /// Whether only ASCII can be shown.
  public let isASCII: Bool
  /// The frame shown last.
  public private(set) var lastFrame: Frame?
  /// How many frames were shown.
  public private(set) var frameCount = 0
  /// How often everything was to be drawn again.
  public private(set) var repaintCount = 0
  /// How often the program was stopped.
  public private(set) var suspendCount = 0
  /// The programs that were given the screen, by their arguments.
  public private(set) var foregroundRuns: [[String]] = []
  /// Plays the programs: gets the arguments, returns the exit status.
  public var foreground: ([String]) -> Int32 = { _ in 0 }
  /// The texts that were copied, in order.
  public private(set) var copied: [String] = []
  /// Whether a key is to seem to have come, each time that is asked.
  public var comes: () -> Bool = { false }
  private var events: ArraySlice<[TerminalEvent]>

  /// As ``comes`` says.
  public var hasWaiting: Bool { comes() }

  /// A terminal that gives one element of `events` each time it is asked, and then hangs up.
  public init(events: [[TerminalEvent]] = [], size: Size = Size(80, 24), isASCII: Bool = false) {
    self.events = events[...]
    self.size = size
    self.isASCII = isASCII
  }

  /// The next batch of events; `[.hangup]` when there is none.
  public func next(timeoutMilliseconds: Int?) -> [TerminalEvent] {
    guard let batch = events.popFirst() else { return [.hangup] }
    for case .input(.resize(let size)) in batch { self.size = size }
    return batch
  }

  /// Keeps the frame.
  public func present(_ frame: Frame) {
    lastFrame = frame
    frameCount += 1
  }

  /// Counts.
  public func repaint() { repaintCount += 1 }

  /// Does nothing: a script does not end by a fault.
  public func promise(_ safety: Safety) {}

  /// Counts.
  public func suspend() { suspendCount += 1 }

  /// Keeps the arguments and asks `foreground`.
  public func runForeground(arguments: [String]) -> Int32 {
    foregroundRuns.append(arguments)
    return foreground(arguments)
  }

  /// Keeps the text, if a terminal would be asked.
  ///
  /// - Throws: ``TerminalError`` for a text that is empty or too long.
  public func copy(_ text: String) throws(TerminalError) {
    _ = try Clipboard.sequence(text, inTmux: false)
    copied.append(text)
  }
}
