import DebriefModel
import Foundation
import Testing

@testable import DebriefContent

/// The themes: those that are shipped, and what is wrong with others.
@Suite(.timed) struct ThemeFileTests {
  static let faults: [(text: String, line: Int, message: String)] = [
    ("[rolls]\nbody = \"red\"", 1, "there is no section or key `rolls`; did you mean `roles`?"),
    ("roles = 3", 1, "`roles` is a section: type it as [roles]"),
    ("[roles]\n\nbar_ful = \"red\"", 3, "[roles] has no key `bar_ful`; did you mean `bar_full`?"),
    ("[roles]\nbackground = \"red\"", 2, "[roles] has no key `background`"),
    (
      "background = \"#000000\"\n[roles]\ndim = \"#ffffff\"", 1,
      "a theme with a `background` needs the `body` of [roles]"
    ),
    (
      "[selected]\nbackground = \"#000000\"", 1,
      "a `background` in [selected] needs a `body` there or in [roles]"
    ),
  ]

  @Test(arguments: faults.indices) func eachFaultHasItsLineAndItsSentence(_ index: Int) {
    let it = Self.faults[index]
    #expect(
      ThemeFile.read(it.text, file: "f").faults
        == [Fault(file: "f", line: it.line, message: it.message)])
  }

  @Test(arguments: [
    "\"pink\"", "\"#12345\"", "\"#12345g\"", "\"#+12345\"", "\"123456\"", "3", "true", "[]",
    "[\"red\"]", "[\"#ffffff\", \"#ffffff\"]", "[\"red\", \"pink\"]",
    "[\"red\", \"red\", \"red\"]", "[1, 2]", "\"\"", "\"#１２３４５６\"",
  ])
  func whatIsNoColorIsSaid(_ value: String) {
    let read = ThemeFile.read("[roles]\nkey = \(value)", file: "f")
    #expect(read.faults.map(\.line) == [2])
    #expect(read.faults.first?.message.hasPrefix("`key` must be a color such as ") == true)
    #expect(read.colors.roles == [])
  }

  @Test func colorsAreReadForManyAndForFew() {
    let read = ThemeFile.read(
      """
      background = "#010203"
      [roles]
      body = "#FFfe00"
      key = ["#5fafd7", "cyan"]
      error = "red"
      [selected]
      background = "blue"
      error = "white"
      """, file: "f")
    #expect(read.faults == [])
    #expect(read.colors.background == .parts(red: 1, green: 2, blue: 3))
    #expect(read.colors.selection == .own(4))
    #expect(
      read.colors.roles == [
        .init(role: "body", many: .parts(red: 255, green: 254, blue: 0)),
        .init(role: "key", many: .parts(red: 0x5f, green: 0xaf, blue: 0xd7), few: 6),
        .init(role: "error", many: .own(1), few: 1),
      ])
    #expect(read.colors.selected == [.init(role: "error", many: .own(7), few: 7)])
  }

  @Test func theShippedOnesAreWithoutFault() throws {
    #expect(
      ThemeFile.names == ["auto", "colorblind", "dark", "high-contrast", "light", "mono"])
    for name in ThemeFile.names {
      let text = try #require(Files.text(ofShipped: ThemeFile.name(of: name)))
      #expect(ThemeFile.read(text, file: name).faults == [])
      #expect(ConfigFile.shipped.contains("\"\(name)\""))
      let read = ConfigFile.read("theme = \"\(name)\"", file: "f")
      #expect(read.faults == [] && read.settings.theme == name)
    }
  }

  @Test func aThemeOfTheUsersTakesThePlaceOfTheShippedOne() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("debrief-\(UUID().uuidString)")
    let themes = folder.appendingPathComponent("themes")
    try FileManager.default.createDirectory(at: themes, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = Library(userFolder: folder.path)
    let shipped = library.theme("dark")
    #expect(shipped.colors?.background != nil && shipped.faults == [])
    #expect(library.theme("auto").colors == nil)
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: themes.appendingPathComponent(name))
    }
    try write("[roles]\nkey = \"red\"\n", "dark.toml")
    #expect(library.theme("dark").colors?.roles == [.init(role: "key", many: .own(1), few: 1)])
    // A faulty one is left aside and said to be so.
    try write("[roles]\nkey = \"red\"\nkay = \"red\"\n", "dark.toml")
    let faulty = library.theme("dark")
    #expect(faulty.colors == shipped.colors && faulty.faults.map(\.line) == [3])
    try write("[roles]\nkey = \"red\"\n", "auto.toml")
    #expect(library.theme("auto").colors?.roles.count == 1)
    try write("", "drak.toml")
    #expect(library.strangers().map(\.message).first?.contains("themes/dark.toml") == true)
  }
}
