import Glibc

/// What is behind the text of a terminal that keeps its own colors.
public enum Backdrop: Sendable {
  /// Dark text belongs on it.
  case light
  /// Light text belongs on it.
  case dark

  /// What a color is; nil for one in between, on which the colors of neither can be read well.
  ///
  /// - Parameters: The parts of the color, 0 to 1.
  init?(red: Double, green: Double, blue: Double) {
    let luminance = Backdrop.luminance(red, green, blue)
    if luminance >= Backdrop.lightest {
      self = .light
    } else if luminance <= Backdrop.darkest {
      self = .dark
    } else {
      return nil
    }
  }

  /// What `COLORFGBG` says, as rxvt and Konsole set it: the number of the color behind comes last.
  init?(colorfgbg text: String) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count >= 2, let last = parts.last, let number = Int(last) else { return nil }
    switch number {
    case 0...6, 8: self = .dark
    case 7, 9...15: self = .light
    default: return nil
    }
  }

  /// From here on every color of the light theme stands out and its bar is seen, and up to here those of the
  /// dark theme: they are made for white and for a dark grey.
  static let lightest = 0.85
  static let darkest = 0.027

  /// As WCAG measures it.
  static func luminance(_ red: Double, _ green: Double, _ blue: Double) -> Double {
    func linear(_ part: Double) -> Double {
      part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
