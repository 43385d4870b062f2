import DebriefModel
import Foundation
import TUI
import Terminal
import Testing

@testable import DebriefContent
@testable import DebriefRunner
@testable import debrief

/// Every pair of colors of every theme that the screen can show, as WCAG measures contrast.
@Suite(.timed) struct ThemeContrastTests {
  /// What is no text but a mark: a line, a bar.
  static let marks: Set<Role> = [.border, .barFull, .barEmpty]

  private func theme(_ name: String, isExact: Bool = false) throws -> Theme {
    let text = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Resources/themes/\(name).toml"), encoding: .utf8)
    let read = ThemeFile.read(text, file: name)
    try #require(read.faults == [])
    return Theme(name: name, read.colors, isExact: isExact)
  }

  @Test func rolesOfFilesAreThoseOfTheScreen() {
    let names = Role.allCases.map { role in
      String(
        "\(role)".flatMap { $0.isUppercase ? "_\($0.lowercased())" : String($0) })
    }
    #expect(ThemeFile.roles == names)
    #expect(Role.allCases.map { Role(named: ThemeFile.roles[Int($0.rawValue)]) } == Role.allCases)
  }

  @Test func withoutAFileTheScreenLooksLikeItsFile() throws {
    #expect(try theme("auto") == .standard)
    #expect(try theme("mono") == .mono)
    #expect(Settings().theme == "auto")
  }

  /// In the nearest of 256 colors, and in those that the file names.
  @Test(arguments: ThemeFile.names, [false, true])
  func textAndMarksStandOut(_ name: String, _ isExact: Bool) throws {
    let theme = try theme(name, isExact: isExact)
    #expect(theme.exact.isEmpty == !(isExact && name == "colorblind"))
    func luminance(_ number: UInt8) -> Double? { self.luminance(number, theme.exact) }
    let isFixed = theme.background != nil
    #expect(isFixed == !["auto", "mono"].contains(name))
    var pairs = 0
    for role in Role.allCases {
      for flags in UInt8(0)..<16 {
        let style = theme.style(for: Ink(role, Ink.Flags(rawValue: flags)), colors: 256)
        guard let text = style.foreground.flatMap(luminance),
          let behind = style.background.flatMap(luminance)
        else {
          // The terminal's own colors are the user's choice; they never meet a color of ours.
          #expect(!isFixed && style.background == nil)
          continue
        }
        let least = Self.marks.contains(role) ? 3 : 4.5
        let ratio = (max(text, behind) + 0.05) / (min(text, behind) + 0.05)
        #expect(ratio >= least, "\(role) with \(flags): \(ratio)")
        pairs += 1
      }
    }
    #expect(pairs == (isFixed ? Role.allCases.count * 16 : name == "auto" ? 16 * 8 : 0))
    // The bar of what is selected is to be seen by itself.
    if let behind = theme.background.flatMap(luminance),
      let bar = theme.selection.flatMap(luminance)
    {
      #expect((max(bar, behind) + 0.05) / (min(bar, behind) + 0.05) >= 1.25)
    }
  }

  /// On the terminal's own background, where it is known to be light or dark: at the edges of both, every color
  /// of ours can be read, and so can what is selected; its bar is seen by itself.
  @Test(arguments: [("light", 0.85), ("dark", 0.027)])
  func aTintStandsOutOnEveryBackgroundItIsFor(_ name: String, _ behind: Double) throws {
    let theme = Theme.standard.tinted(by: try theme(name))
    #expect(theme.background == nil)
    func ratio(_ a: Double, _ b: Double) -> Double { (max(a, b) + 0.05) / (min(a, b) + 0.05) }
    for role in Role.allCases {
      let plain = theme.style(for: Ink(role), colors: 256)
      if let text = plain.foreground.flatMap(luminance) {
        #expect(ratio(text, behind) >= (Self.marks.contains(role) ? 3 : 4.5), "\(role)")
      }
      let selected = theme.style(for: Ink(role, .selected), colors: 256)
      let text = try #require(selected.foreground.flatMap(luminance))
      let bar = try #require(selected.background.flatMap(luminance))
      #expect(ratio(text, bar) >= (Self.marks.contains(role) ? 3 : 4.5), "\(role), selected")
      #expect(ratio(bar, behind) >= 1.19)
    }
  }

  /// What is told apart by color only beside a sign is told apart all the same.
  @Test func theColorsOfColorblindDiffer() throws {
    let theme = try theme("colorblind")
    let roles: [Role] = [.strength, .weakness, .warning, .error, .body]
    let colors = roles.map { theme.style(for: Ink($0), colors: 256).foreground }
    #expect(Set(colors).count == roles.count)
    // Okabe and Ito's, as near as 256 colors come to them.
    #expect(
      colors.dropLast() == [
        Palette256.nearest(red: 0x56, green: 0xb4, blue: 0xe9),
        Palette256.nearest(red: 0xe6, green: 0x9f, blue: 0x00),
        Palette256.nearest(red: 0xf0, green: 0xe4, blue: 0x42),
        Palette256.nearest(red: 0xd5, green: 0x5e, blue: 0x00),
      ])
  }

  /// Relative luminance; nil for a color of the user's own.
  private func luminance(_ number: UInt8, _ exact: [ExactColor]) -> Double? {
    guard let own = exact.first(where: { $0.number == number })?.parts else {
      return luminance(number)
    }
    return luminance(red: UInt8(own >> 16), green: UInt8(own >> 8 & 255), blue: UInt8(own & 255))
  }

  private func luminance(_ number: UInt8) -> Double? {
    Palette256.parts(of: number).map { luminance(red: $0.red, green: $0.green, blue: $0.blue) }
  }

  private func luminance(red: UInt8, green: UInt8, blue: UInt8) -> Double {
    func linear(_ part: UInt8) -> Double {
      let c = Double(part) / 255
      return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  @Test func luminanceIsThatOfTheStandard() throws {
    #expect(try #require(luminance(231)) == 1)
    #expect(try #require(luminance(16)) == 0)
    // #767676 on white is the well-known edge of 4.5.
    #expect(abs(1.05 / (try #require(luminance(243)) + 0.05) - 4.54) < 0.005)
  }
}
