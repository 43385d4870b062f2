import TUI
import Terminal
import Testing

@Suite struct ThemeTests {
  @Test func withoutColoursThereAreNone() {
    for role in Role.allCases {
      #expect(Theme.standard.style(for: Ink(role), colors: 0).foreground == nil)
      #expect(Theme.mono.style(for: Ink(role), colors: 256).foreground == nil)
    }
  }

  @Test func fewColoursAreAmongTheFirstEight() {
    for theme in Theme.all {
      for role in Role.allCases {
        let colour = theme.style(for: Ink(role), colors: 8).foreground
        #expect((colour ?? 0) < 8)
      }
    }
  }

  @Test(arguments: Theme.all, [0, 8, 16, 256])
  func aSelectionShowsInEveryTerminal(_ theme: Theme, _ colors: Int) {
    for role in Role.allCases {
      let plain = theme.style(for: Ink(role), colors: colors).attributes
      let selected = theme.style(for: Ink(role, .selected), colors: colors).attributes
      let marked = theme.style(for: Ink(role, .marked), colors: colors).attributes
      #expect(plain.contains(.reverse) != selected.contains(.reverse))
      #expect(marked.contains(.underline))
    }
  }

  @Test func themesHaveNames() {
    #expect(Theme.named("auto") == .standard)
    #expect(Theme.named("mono") == .mono)
    #expect(Theme.named("pink") == nil)
    #expect(Set(Theme.all.map(\.name)).count == Theme.all.count)
  }
}
