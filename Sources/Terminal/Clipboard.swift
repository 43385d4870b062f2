/// What asks a terminal to put a text on the clipboard (OSC 52). There is no answer: whether it did
/// cannot be known. It is never asked what the clipboard holds.
public enum Clipboard {
  /// The most bytes that are copied: many terminals take a sequence of 100,000 bytes and no more,
  /// which is 74,994 bytes in base64.
  public static let limit = 74_994

  /// `ESC ] 52 ; c ; base64 BEL`. `inTmux` adds the same once more, wrapped for the terminal around
  /// tmux.
  ///
  /// tmux takes the plain one itself when `set-clipboard` is `on` and drops it when it is
  /// `external`, its default; it hands on the wrapped one when `allow-passthrough` is `on` (before
  /// 3.3 always) and drops it else. Which of them holds is not told, and both together do no harm.
  ///
  /// - Throws: ``TerminalError`` for a text that is empty or longer than ``limit``.
  public static func sequence(_ text: String, inTmux: Bool) throws(TerminalError) -> String {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty else { throw TerminalError(description: "There's nothing to copy.") }
    guard bytes.count <= limit else {
      throw TerminalError(
        description: "The text is too long for a terminal's clipboard (\(bytes.count) bytes; "
          + "the limit is \(limit)). Save it to a file instead.")
    }
    let plain = "\u{1b}]52;c;\(base64(bytes))\u{7}"
    return inTmux ? plain + "\u{1b}Ptmux;\u{1b}\(plain)\u{1b}\\" : plain
  }

  /// Whether tmux is the terminal. A terminal that was started from within tmux has TMUX set too, but
  /// another TERM.
  static func isTmux(tmux: String?, term: String?) -> Bool {
    guard let tmux, !tmux.isEmpty, let term else { return false }
    return term.hasPrefix("tmux") || term.hasPrefix("screen")
  }

  /// Why the terminal would not even ignore the sequence; nil when it would at least do that.
  static func problem(term: String?, cursorAddress: String) -> TerminalError? {
    if cursorAddress.hasPrefix("\u{1b}["), term?.hasPrefix("linux") != true { return nil }
    return TerminalError(
      description: "This terminal has no clipboard. Save the text to a file instead.")
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var bits = 0
      for n in 0..<3 { bits = bits << 8 | (n < count ? Int(bytes[start + n]) : 0) }
      for n in 0..<4 {
        out.append(n <= count ? digits[bits >> (18 - 6 * n) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
