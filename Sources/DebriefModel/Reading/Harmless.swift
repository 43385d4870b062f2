/// Text on its way out of the program, into the headers of a mail or a calendar: nothing in it can
/// end a line or turn the direction of what follows. What is stored stays as it was typed.
public enum Harmless {
  /// One line: spaces, tabs, and ends of lines become one space; control characters and those that change the
  /// direction of writing are left out. At the ends there's no blank of any kind: nobody sees it, and readers of
  /// mail drop one or not.
  public static func line(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var gap = false
    for scalar in text.unicodeScalars {
      if breaks(scalar) || scalar == " " || scalar == "\t" {
        gap = !out.isEmpty
      } else if !isControl(scalar), !isDirection(scalar) {
        if gap { out.append(" ") }
        gap = false
        out.append(scalar)
      }
    }
    while out.last?.properties.isWhitespace == true { out.removeLast() }
    return String(String.UnicodeScalarView(out.drop { $0.properties.isWhitespace }))
  }

  /// Lines: whatever ends one becomes a line feed; control characters but the tab are left out.
  /// Direction marks stay: they are part of how some scripts are written.
  public static func text(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\n", afterReturn {
        afterReturn = false
        continue
      }
      afterReturn = scalar == "\r"
      if breaks(scalar) {
        out.append("\n")
      } else if scalar == "\t" || !isControl(scalar) {
        out.append(scalar)
      }
    }
    return String(out)
  }

  /// Lines to be shown: those that end in any way end with a line feed, a tab is a space, and what has no form
  /// of its own (a control character, one that turns the direction of writing, one that no text may hold) is
  /// seen as `�`, so that nobody takes a text for another.
  public static func shown(_ text: String) -> String {
    if text.utf8.allSatisfy({ ($0 >= 0x20 && $0 < 0x7f) || $0 == 0x0a }) { return text }
    var out = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      defer { afterReturn = scalar == "\r" }
      if breaks(scalar) {
        if scalar != "\n" || !afterReturn { out.append("\n") }
      } else if scalar == "\t" {
        out.append(" ")
      } else if isControl(scalar) || isDirection(scalar) || isNoCharacter(scalar) {
        out.append("\u{fffd}")
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }

  private static func isNoCharacter(_ scalar: Unicode.Scalar) -> Bool {
    (0xfdd0...0xfdef).contains(scalar.value) || scalar.value & 0xfffe == 0xfffe
  }

  /// Whether it has no place in a line somebody types: it ends one, or is a control character.
  static func isUnfit(_ scalar: Unicode.Scalar) -> Bool { breaks(scalar) || isControl(scalar) }

  /// Whether it ends a line somewhere.
  private static func breaks(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0a...0x0d, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    // A byte-order mark, too: some readers drop it, and some take it for a letter.
    scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value) || scalar.value == 0xfeff
  }

  private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061c, 0x200e, 0x200f, 0x202a...0x202e, 0x2066...0x2069: true
    default: false
    }
  }
}
