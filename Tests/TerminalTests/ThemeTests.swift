import TUI
import Terminal
import Testing

@Suite(.timed) struct ThemeTests {
  /// A theme with a background and colors of its own for what is selected.
  static let fixed = Theme(
    name: "fixed", background: 233, selection: 24,
    [
      (.body, .init(many: 252)), (.dim, .init(many: 245)), (.error, .init(few: 1, many: 203)),
    ], selected: [(.body, 231)])
  static let all = [Theme.standard, Theme.mono, fixed]

  @Test func withoutColorsThereAreNone() {
    for theme in Self.all {
      for role in Role.allCases {
        let ink = Ink(role)
        #expect(theme.style(for: ink, colors: 0).foreground == nil)
        #expect(theme.style(for: ink, colors: 0).background == nil)
        #expect(Theme.mono.style(for: ink, colors: 256).foreground == nil)
        #expect(Theme.mono.style(for: Ink(role, .selected), colors: 256).background == nil)
      }
    }
  }

  @Test func fewColorsAreAmongTheFirstEightOnTheTerminalsOwnBackground() {
    for theme in Self.all {
      for role in Role.allCases {
        for flags in UInt8(0)..<16 {
          let style = theme.style(for: Ink(role, .init(rawValue: flags)), colors: 16)
          #expect((style.foreground ?? 0) < 8)
          #expect(style.background == nil)
        }
      }
    }
  }

  /// What the screen looked like before there were themes, in terminals of 8 and 16 colors.
  @Test(arguments: [8, 16]) func theTerminalsOwnColorsAreAsTheyWere(_ colors: Int) {
    let bold: Style.Attributes = [.bold]
    let was: [Role: (UInt8?, Style.Attributes)] = [
      .body: (nil, []), .dim: (nil, .dim), .title: (nil, bold), .border: (nil, .dim),
      .focus: (6, bold), .accent: (6, bold), .strength: (2, bold), .weakness: (5, []),
      .warning: (3, bold), .error: (1, [.bold, .underline]), .key: (6, bold),
      .field: (nil, .underline), .match: (3, [.bold, .underline]), .barFull: (6, []),
      .barEmpty: (nil, .dim), .bar: (nil, .reverse),
    ]
    for role in Role.allCases {
      let (foreground, attributes) = was[role] ?? (0, [])
      #expect(
        Theme.standard.style(for: Ink(role), colors: colors) == Style(foreground, attributes))
      #expect(
        Theme.standard.style(for: Ink(role, .selected), colors: colors)
          == Style(
            nil, attributes.subtracting([.dim, .bold]).symmetricDifference(.reverse)))
    }
  }

  /// Bold or a color of its own, where the terminal has enough of them to tell: both together shout. Where
  /// the role looks like the text, or there are few colors or none, it's bold.
  @Test(arguments: [8, 16, 256, 1 << 24]) func aColorIsEnough(_ colors: Int) {
    let plain = Theme(name: "plain")
    for role in [Role.focus, .accent, .strength, .warning, .key] {
      let style = Theme.standard.style(for: Ink(role), colors: colors)
      #expect(
        style.foreground != nil && style.attributes == (colors >= 256 ? [] : .bold), "\(role)")
      let heavy = Theme.standard.style(for: Ink(role, .bold), colors: colors)
      #expect(heavy.attributes == .bold)
      #expect(plain.style(for: Ink(role), colors: colors).attributes == .bold)
      // This one has no color for them but that of the text.
      #expect(Self.fixed.style(for: Ink(role), colors: colors).attributes == .bold)
    }
    #expect(Theme.standard.style(for: Ink(.title), colors: colors).attributes == .bold)
    #expect(
      Theme.standard.style(for: Ink(.error), colors: colors).attributes == [.bold, .underline])
    #expect(
      Theme.standard.style(for: Ink(.match), colors: colors).attributes == [.bold, .underline])
  }

  @Test(arguments: all, [0, 8, 16, 256])
  func aSelectionShowsInEveryTerminal(_ theme: Theme, _ colors: Int) {
    for role in Role.allCases {
      let plain = theme.style(for: Ink(role), colors: colors)
      let selected = theme.style(for: Ink(role, .selected), colors: colors)
      let marked = theme.style(for: Ink(role, .marked), colors: colors)
      let isSwapped =
        plain.attributes.contains(.reverse) != selected.attributes.contains(.reverse)
      let isTinted = selected.background != plain.background
      #expect(isSwapped || isTinted)
      #expect(isTinted == (colors == 256 && theme.selection != nil))
      // Behind a tint of the theme's, the text is the theme's, too.
      #expect(!isTinted || selected.foreground != nil)
      #expect(marked.attributes.contains(.bold))
    }
  }

  @Test func aFixedThemeSaysEveryColorItself() {
    for role in Role.allCases {
      for flags in UInt8(0)..<16 {
        let style = Self.fixed.style(for: Ink(role, .init(rawValue: flags)), colors: 256)
        #expect(style.foreground != nil && style.background != nil)
        #expect(!style.attributes.contains(.dim))
      }
    }
    #expect(Self.fixed.style(for: Ink(.title), colors: 256) == Style(252, on: 233, .bold))
    #expect(
      Self.fixed.style(for: Ink(.error, .selected), colors: 256)
        == Style(231, on: 24, .underline))
  }

  @Test func theNearestColorOfThePaletteIsItself() {
    for number in UInt8(16)...255 {
      guard let it = Palette256.parts(of: number) else {
        Issue.record("\(number)")
        continue
      }
      let near = Palette256.nearest(red: it.red, green: it.green, blue: it.blue)
      let same = Palette256.parts(of: near)
      #expect(same.map { [$0.red, $0.green, $0.blue] } == [it.red, it.green, it.blue])
    }
    #expect((0..<16).allSatisfy { Palette256.parts(of: $0) == nil })
    #expect(Palette256.nearest(red: 0x56, green: 0xb4, blue: 0xe9) == 74)
  }
}
