import CNcurses
import CTerminal
import Glibc
import TUI

/// Why the screen cannot be used.
public struct TerminalError: Error, Equatable, CustomStringConvertible {
  /// A sentence for the user.
  public let description: String
}

/// The terminal while the program has its screen. There is one at a time, on the main thread; every
/// way out gives the screen back: return, throw, `exit`, signals and crashes.
public final class TerminalSession: TerminalDevice {
  /// The size of the screen.
  public private(set) var size = Size(80, 24)
  /// Whether only ASCII can be shown: the locale is not UTF-8, or it was asked for.
  public let isASCII: Bool
  private var painter: Painter
  private var input: InputReader
  private let screen: OpaquePointer
  private let begin: String
  private let end: String
  private var left = false
  private var inquiry: Inquiry
  /// What was typed while an answer was waited for.
  private var early: [InputReader.Note] = []
  /// Makes the look of a light or a dark terminal, once it is known which it is.
  private let look: ((Backdrop) -> Theme?)?
  private let theme: Theme
  private let colors: Int

  /// Enters, runs `body`, and leaves however it ends. Throws `TerminalError` when the terminal is
  /// not fit for it.
  ///
  /// - Parameter look: What replaces the theme where the terminal says, soon enough, whether it is light or
  ///   dark. It is asked only where somebody wants to know.
  public static func run<T>(
    theme: Theme = .standard, ascii: Bool = false, hasColor: Bool = true, hasMouse: Bool = false,
    look: ((Backdrop) -> Theme?)? = nil, _ body: (TerminalSession) throws -> T
  ) throws -> T {
    let session = try TerminalSession(
      theme: theme, ascii: ascii, hasColor: hasColor, hasMouse: hasMouse, look: look)
    defer { session.finish() }
    return try body(session)
  }

  /// A sentence when the terminal is not fit for a full screen; nil when it is. Prints nothing.
  public static func unusable() -> String? {
    guard isatty(STDIN_FILENO) == 1 else { return "the input isn't a terminal" }
    guard isatty(STDOUT_FILENO) == 1 else { return "the output isn't a terminal" }
    guard let name = environment("TERM") else { return "TERM isn't set" }
    guard TerminalKind.current != nil else {
      return "the terminal \"\(TextWidth.printable(name))\" (TERM) isn't known here (the package "
        + "ncurses-term adds more)"
    }
    guard nc_string("cup") != nil, nc_string("clear") != nil else {
      return "the terminal \"\(TextWidth.printable(name))\" (TERM) can't place its cursor"
    }
    return nil
  }

  /// Starts a process that gives the terminal back should this one be killed. To be called before anything is
  /// opened or read.
  public static func guardTerminal() { _ = dt_guard() }

  private init(
    theme: Theme, ascii: Bool, hasColor: Bool, hasMouse: Bool, look: ((Backdrop) -> Theme?)?
  ) throws {
    if let reason = Self.unusable() { throw TerminalError(description: reason) }
    // ncurses reads it, and so does an editor that is started later.
    if let other = TerminalKind.current?.usedAs { setenv("TERM", other, 1) }
    let isUTF8 = dt_set_locale() == 1
    isASCII = ascii || !isUTF8
    dt_save_modes(STDIN_FILENO)
    var ends: [Int32] = [-1, -1]
    // Handlers first: ncurses then leaves these signals alone.
    guard dt_pipe(&ends) == 0, dt_install(ends[1]) == 0 else {
      throw TerminalError(description: "signals can't be handled")
    }
    guard let screen = nc_newterm(dt_gather_open()) else {
      dt_uninstall()
      throw TerminalError(description: "the terminal can't be opened")
    }
    self.screen = screen
    // Until it has come back from the shell once, ncurses 6.4 takes the screen for not yet begun and
    // sends its buffer with every motion of the cursor, ten times a frame. So it leaves at once, unheard,
    // and comes back with the first frame. Before there are colours: with them it would reset the
    // user's palette.
    let isSpared = nc_spare_alphabet(Self.alphabet, "%?%p9%t\u{1b}(0%e\(Self.alphabet)%;") == 1
    dt_gather_begin(0)
    endwin()
    dt_gather_drop()
    doupdate()
    dt_gather_pause()
    raw()
    noecho()
    nonl()
    // Pending input must not make ncurses put off a part of the screen.
    typeahead(-1)
    var colors = 0
    if !hasColor || !has_colors() {
      colors = 0
    } else {
      start_color()
      use_default_colors()
      colors = Int(nc_colors())
    }
    let look = colors >= 256 ? look : nil
    let inquiry = Inquiry(
      canAsk: Self.answers, wantsBackdrop: look != nil, colorfgbg: Self.environment("COLORFGBG"))
    (self.theme, self.colors, self.look, self.inquiry) = (theme, colors, look, inquiry)
    painter = Painter(theme: inquiry.presumed.flatMap { look?($0) } ?? theme, colors: colors)
    input = InputReader(signals: ends[0], notify: ends[1])
    let modes = Self.modes(hasMouse: hasMouse)
    let held = inquiry.isAsking ? Self.showsFrames : ""
    // Once is enough, whatever the last program left.
    dt_own_modes(STDIN_FILENO)
    begin = (isSpared ? Self.alphabet : "") + modes.begin
    end = held + modes.end
    let leave = end + Self.leaveSequence()
    leave.withCString { dt_set_leave_sequence($0, leave.utf8.count) }
    dt_arm(1)
    Self.send(begin + inquiry.questions)
    updateSize()
  }

  // MARK: Events and frames

  /// Waits for events and returns all there are; none where the terminal only said what it is.
  public func next(timeoutMilliseconds: Int?) -> [TerminalEvent] {
    inquiry.waits(now: InputReader.now())
    let events = early.isEmpty ? input.next(timeoutMilliseconds: timeoutMilliseconds) : early
    early = []
    return events.compactMap { note -> TerminalEvent? in
      switch note {
      case .event(let event): return .input(event)
      case .signal(SIGWINCH):
        updateSize()
        painter.forget()
        return .input(.resize(size))
      case .signal(SIGTSTP): return .suspend
      case .signal(SIGCONT):
        // Stopped by a signal nobody can handle: the shell has used the screen since.
        leave()
        enter()
        return .resumed
      case .signal(let number):
        dt_note_taken()
        return .terminate(signal: number)
      case .answer(let answer):
        follow(answer)
        return nil
      case .hangup: return .hangup
      case .timeout: return .timeout
      }
    }
  }

  /// Whether something has come that was not read, or the beginning of a key was.
  public var hasWaiting: Bool { !early.isEmpty || input.hasWaiting }

  private func follow(_ answer: TerminalAnswer) {
    switch inquiry.hear(answer, now: InputReader.now()) {
    case .nothing: break
    case .holdsFrames: dt_gather_hold(1)
    // The next frame is written anew; ncurses sends what looks different.
    case .backdrop(let backdrop):
      painter = Painter(theme: backdrop.flatMap { look?($0) } ?? theme, colors: colors)
    }
  }

  /// Shows a frame.
  public func present(_ frame: Frame) { painter.paint(frame) }

  /// Makes the next `present` draw everything.
  public func repaint() { painter.forget() }

  // MARK: Leaving and entering

  /// Leaves the screen, stops the process group, and enters again when it is continued. Does nothing
  /// without a shell that could continue it.
  public func suspend() {
    guard getsid(0) != getpid() else { return }
    leave()
    dt_stop_group()
    // Before the size is read: a change of it after that is not to be missed.
    input.dropNotes([SIGCONT, SIGTSTP, SIGWINCH])
    enter()
  }

  /// Leaves the screen to a program, waits for it, and enters again.
  public func runForeground(arguments: [String]) -> Int32 {
    guard !arguments.isEmpty else { return 127 }
    leave()
    var copies = arguments.map { strdup($0) }
    copies.append(nil)
    let status = dt_run(copies)
    // A program that was killed turned off nothing of what it turned on.
    if Self.capability("cup").hasPrefix("\u{1b}[") { Self.send(Self.leftOn) }
    for copy in copies { free(copy) }
    input.dropNotes([SIGCONT, SIGTSTP, SIGWINCH])
    enter()
    return status
  }

  /// Says what a message about a fault may promise.
  public func promise(_ safety: Safety) { dt_say_kept(safety.rawValue) }

  /// It is a person's terminal.
  public var isOnDesktop: Bool { true }

  /// Asks the terminal to put a text on the clipboard, in one write that moves nothing.
  ///
  /// - Throws: ``TerminalError`` when there is no clipboard to ask for, or the text is empty or too long.
  public func copy(_ text: String) throws(TerminalError) {
    let term = Self.environment("TERM")
    if let problem = Clipboard.problem(term: term, cursorAddress: Self.capability("cup")) {
      throw problem
    }
    let inTmux = Clipboard.isTmux(tmux: Self.environment("TMUX"), term: term)
    Self.send(try Clipboard.sequence(text, inTmux: inTmux))
  }

  private func leave() {
    // What is on its way to us is not for who has the terminal next.
    var isThere = true
    while isThere {
      let patience = inquiry.patience(now: InputReader.now())
      guard patience > 0 else { break }
      for note in input.notes(within: patience) {
        switch note {
        case .answer(let answer): follow(answer)
        case .hangup: isThere = false
        default: early.append(note)
        }
      }
    }
    // What waits for a first frame that never came.
    dt_gather_begin(1)
    dt_gather_end()
    Self.send(end)
    endwin()
    // Without a screen to give back the cursor stands on our last row: the shell gets a clean one.
    if Self.capability("rmcup").isEmpty {
      let clear = Self.capability("el")
      Self.send(clear.isEmpty ? "\r\n" : "\r" + clear)
    }
    dt_arm(0)
  }

  private func enter() {
    dt_save_modes(STDIN_FILENO)
    def_shell_mode()
    dt_arm(1)
    Self.send(begin)
    updateSize()
    // The screen itself follows with the next frame.
    reset_prog_mode()
    dt_own_modes(STDIN_FILENO)
    painter.forget()
  }

  private func finish() {
    guard !left else { return }
    left = true
    leave()
    dt_gather_hold(0)
    dt_uninstall()
    input.close()
    delscreen(screen)
  }

  private func updateSize() {
    var columns: Int32 = 0
    var rows: Int32 = 0
    if dt_window_size(STDOUT_FILENO, &columns, &rows) == 0 {
      if columns != nc_columns() || rows != nc_lines() { resize_term(rows, columns) }
    }
    size = Size(max(1, Int(nc_columns())), max(1, Int(nc_lines())))
  }

  // MARK: What the terminal can do

  /// Writes past stdio, whose buffer ncurses does not share.
  private static func send(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let n = write(STDOUT_FILENO, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
        if n < 0, errno == EINTR { continue }
        guard n > 0 else { return }
        rest = rest.dropFirst(n)
      }
    }
  }

  /// Shows what a program held back and never let go of.
  private static let showsFrames = "\u{1b}[?2026l"

  /// Whether this terminal can be asked what it is.
  private static var answers: Bool {
    guard let kind = TerminalKind.current, capability("cup").hasPrefix("\u{1b}[") else {
      return false
    }
    // The one that prints what it is asked calls itself xterm.
    if environment("TERM_PROGRAM") == "Apple_Terminal" { return false }
    let isTmux = Clipboard.isTmux(tmux: environment("TMUX"), term: kind.name)
    return TerminalKind.answers(kind.name, isTmux: isTmux)
  }

  /// Chooses the plain alphabet in terminals like xterm.
  private static let alphabet = "\u{1b}(B"

  /// What turns on, and off, the application's keys, the marks around a paste, and reports of the mouse:
  /// its buttons and its wheel in the SGR form, and no motions.
  private static func modes(hasMouse: Bool) -> (begin: String, end: String) {
    var begin = capability("smkx")
    var end = capability("rmkx")
    // An ANSI terminal ignores the modes it does not know; others might print them.
    if capability("cup").hasPrefix("\u{1b}[") {
      begin += "\u{1b}[?2004h"
      end = "\u{1b}[?2004l" + end
      if hasMouse {
        begin += "\u{1b}[?1000h\u{1b}[?1006h"
        end = "\u{1b}[?1006l\u{1b}[?1000l" + end
      }
    }
    return (begin, end)
  }

  /// Turns off what programs turn on and a killed one leaves: the mouse, reports of the focus, pastes
  /// in brackets, colours, a hidden cursor.
  private static let leftOn =
    [1000, 1002, 1003, 1004, 1005, 1006, 1015, 2004, 2026].map { "\u{1b}[?\($0)l" }.joined()
    + "\u{1b}[0m\u{1b}[?25h"

  /// What gives back the shell's screen after a crash.
  private static func leaveSequence() -> String {
    let rmcup = capability("rmcup")
    return capability("sgr0") + capability("cnorm") + (rmcup.isEmpty ? "\r\n" : rmcup)
  }

  /// A capability without the delays that terminfo writes into it.
  private static func capability(_ name: String) -> String {
    guard let text = nc_string(name) else { return "" }
    let parts = String(cString: text).split(separator: "$", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts.first ?? "")) { out, part in
      guard part.hasPrefix("<"), let end = part.firstIndex(of: ">") else { return out + "$" + part }
      return out + part[part.index(after: end)...]
    }
  }

  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
