import DebriefModel
import Glibc

/// Tells the user, away from what they are looking at, that something is due: the way their settings ask for,
/// and never with a name.
package struct Notifier {
  /// What is asked about here: where programs are.
  let environment: [String: String]
  let way: Settings.Notice

  /// Takes over what the settings ask for.
  package init(environment: [String: String], settings: Settings) {
    self.environment = environment
    way = settings.notify
  }

  /// Whether the settings ask for anything.
  package var isOn: Bool { way != .off }

  /// Says one sentence of ours.
  ///
  /// - Parameter waits: Whether a program is waited for: what ends at once may take its children along, as
  ///   systemd does, and only whoever waits hears that it failed.
  /// - Throws: One sentence when it can't be said.
  package func tell(_ sentence: String, waits: Bool) throws(Failure) {
    switch way {
    case .off: return
    case .bell: try ring("\u{7}")
    case .terminal:
      try ring(
        Notifier.sequence(
          sentence, term: getenv("TERM").map { String(cString: $0) }, inTmux: isSet(getenv("TMUX")),
          isVTE: isSet(getenv("VTE_VERSION"))))
    case .command(let words): try start(words + [sentence], waits: waits)
    }
  }

  private func isSet(_ value: UnsafePointer<CChar>?) -> Bool { value.map { $0[0] != 0 } ?? false }

  private func ring(_ sequence: String) throws(Failure) {
    guard let descriptor = [STDOUT_FILENO, STDERR_FILENO].first(where: { isatty($0) == 1 }) else {
      throw Failure(
        "Your settings notify you through the terminal, and there's none here. A command works "
          + "without one: notify = [\"notify-send\", \"debrief\"]", code: ExitStatus.io)
    }
    guard emit(sequence, to: descriptor) else {
      throw Failure(
        "The terminal couldn't be written to: \(String(cString: strerror(errno))).",
        code: ExitStatus.io)
    }
  }

  private func start(_ words: [String], waits: Bool) throws(Failure) {
    let detached = DetachedProgram(environment: environment)
    let name = words[0]
    guard let program = name.contains("/") ? name : detached.path(of: name) else {
      throw Failure(
        "\(name) isn't installed, so you weren't notified. Your settings name it.",
        code: ExitStatus.io)
    }
    let child: pid_t
    do { child = try detached.start(program, Array(words.dropFirst())) } catch {
      throw Failure(error.description, code: ExitStatus.io)
    }
    guard waits else { return detached.leave(child) }
    if let status = detached.wait(for: child), status != 0 {
      throw Failure(
        "\(name) ended with status \(status), so you may not have been notified.",
        code: ExitStatus.io)
    }
  }

  // MARK: - What a terminal is sent

  /// Terminals that at least ignore what they don't know. Others might print it: they get a bell.
  private static let families = [
    "xterm", "rxvt", "foot", "alacritty", "konsole", "vte", "gnome", "wezterm", "ghostty", "kitty",
    "iterm", "contour", "mlterm",
  ]

  /// OSC 777 where that is what is known, and else OSC 9: a terminal that knows both would say it twice.
  ///
  /// - Parameters:
  ///   - inTmux: Whether TMUX is set.
  ///   - isVTE: Whether VTE says that it is the terminal.
  static func sequence(_ sentence: String, term: String?, inTmux: Bool, isVTE: Bool) -> String {
    let bell = "\u{7}"
    // A semicolon would begin the next part.
    let text = Harmless.line(sentence).split(separator: ";").joined(separator: ",")
    // A text that begins with a number is another request to some.
    let nine = "\u{1b}]9;debrief: \(text)\(bell)"
    guard let term else { return bell }
    if term.hasPrefix("tmux") || term.hasPrefix("screen") {
      // tmux hands on what is wrapped, if allow-passthrough is on; else it drops it.
      return inTmux ? "\u{1b}Ptmux;\u{1b}\(nine)\u{1b}\\" : bell
    }
    guard families.contains(where: term.hasPrefix) else { return bell }
    let isKnown = isVTE || term.hasPrefix("rxvt") || term.hasPrefix("foot")
    return isKnown ? "\u{1b}]777;notify;debrief;\(text)\(bell)" : nine
  }
}
