import DebriefModel
import Foundation
import TUI
import Testing

@testable import DebriefApp

/// The months by keys, over the year of forty made-up applications.
@Suite(.timed) struct MonthsKeyTests {
  private func desk(_ size: Size = Size(120, 40)) throws -> Desk {
    let desk = try Desk(size, sample: false)
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../StoreTests/Files/year.json")
    let year = try JSONDecoder().decode(Archive.self, from: Data(contentsOf: path))
    _ = try desk.store.merge(year, at: desk.now)
    desk.send(.changedOutside)
    return desk
  }

  @Test(arguments: [Size(80, 24), Size(120, 40)]) func everyFigureIsDrawn(_ size: Size) throws {
    let desk = try desk(size)
    try desk.keys("Y")
    var seen: Set<String> = []
    for figure in MonthFigure.allCases {
      #expect(brokenInvariant(desk.app) == nil)
      #expect(desk.screen.contains("40 applications, 5 of them still open"))
      let shown = try #require(MonthsScreen.look(desk.app) { $0.figure($1) } ?? nil)
      seen.insert(shown.figure.rawValue)
      // What it says is to be read, and so is its first row.
      let words = shown.sentences[0].split(separator: " ").prefix(4).joined(separator: " ")
      #expect(desk.screen.contains(words), "\(words) in \(desk.screen)")
      _ = figure
      try desk.keys("j")
    }
    #expect(seen.count == MonthFigure.allCases.count)
  }

  /// Below a picture the rows say what it can't; inside them each can be chosen.
  @Test func nothingIsSaidTwice() throws {
    let desk = try desk(Size(80, 24))
    try desk.keys("Y")
    #expect(desk.screen.matches(of: /17 of 35/).count == 2, "\(desk.screen)")
    #expect(desk.screen.contains("49% · 3 still open"), "\(desk.screen)")
    // One of three has nothing to add to its bar.
    #expect(desk.screen.matches(of: /past interview 3/).count == 1, "\(desk.screen)")
    try desk.keys("<enter>")
    #expect(desk.screen.matches(of: /past interview 3/).count == 2, "\(desk.screen)")
    try desk.keys("j j j <enter>")
    #expect(desk.screen.contains("How far you got: past interview 3"), "\(desk.screen)")
  }

  @Test func theScreenIsThereBeforeAnythingIsCounted() throws {
    let desk = try desk()
    var app = desk.app
    let effects = app.handle(.input(.key(.char("Y"))), now: desk.now)
    #expect(effects == [.afterwards(.loadMonths(.all))])
    #expect(app.frame().text.contains("Adding it up"))
  }

  /// Whatever counts over all applications gives way to a key that comes, and begins again behind it.
  @Test(arguments: ["Y", "Y j j j <enter> <enter>"])
  func countingGivesWayToKeys(_ keys: String) throws {
    let desk = try desk()
    var asked = 0
    desk.device.comes = {
      asked += 1
      return asked % 4 != 0
    }
    try desk.keys(keys)
    #expect(desk.screen.contains(keys == "Y" ? "40 applications" : "lost the thread of the index"))
    let counts = desk.effects.count {
      switch $0 {
      case .loadMonths, .loadMonthFacts: true
      default: false
      }
    }
    #expect(asked > 3 && counts == asked, "\(counts) of \(asked)")
  }

  @Test func aFigureLeadsToItsFactsAndAFactToItsPlace() throws {
    let desk = try desk()
    try desk.keys("Y j j j <enter>")
    #expect(desk.screen.contains("What keeps coming up"))
    try desk.keys("<enter>")
    #expect(desk.screen.contains("lost the thread of the index"), "\(desk.screen)")
    #expect(desk.screen.contains("Invented 24"))
    try desk.keys("j <enter>")
    #expect(desk.app.overlays.isEmpty && desk.app.screen == .review)
    #expect(desk.app.desk.folder?.dossier.application.company == "Invented 23")
    #expect(desk.app.review.focus == .findings && desk.screen.contains("lost the thread"))
  }

  @Test func anotherStretchOfTimeIsCountedAnew() throws {
    let desk = try desk()
    try desk.keys("Y w")
    #expect(desk.screen.contains("the last 12 months · 40 applications"))
    try desk.keys("w")
    #expect(desk.screen.contains("the last 6 months · 20 applications"))
    try desk.keys("w w")
    #expect(desk.screen.contains("everything so far · 40 applications"))
    try desk.keys("<esc>")
    #expect(desk.app.overlays.isEmpty && desk.app.screen == .home)
  }

  @Test func nothingAndOneApplicationSayWhatWillBeSeen() throws {
    let desk = try Desk(sample: false)
    try desk.keys("Y")
    #expect(desk.screen.contains("Nothing to add up yet"))
    try desk.keys("<enter> w <esc> a Made␣Up <tab> Job <ctrl+s>")
    try desk.keys("q Y")
    #expect(desk.screen.contains("1 application, still open"), "\(desk.screen)")
    try desk.keys("j <enter>")
    #expect(brokenInvariant(desk.app) == nil)
  }

  /// A change made elsewhere while the months are open is counted.
  @Test func whatIsUndoneIsCountedAnew() throws {
    let desk = try desk()
    try desk.keys("Y u")
    #expect(desk.screen.contains("Nothing to add up yet"), "\(desk.screen)")
    try desk.keys("<ctrl+r>")
    #expect(desk.screen.contains("40 applications"))
  }

  /// On a screen that shows either the list or a figure, all it says can be read, too: above its rows, or line by
  /// line before them.
  @Test(
    arguments: [Size(30, 8), Size(50, 12), Size(50, 14), Size(50, 15), Size(60, 40)], [true, false])
  func whatAFigureSaysIsReadOnANarrowScreen(_ size: Size, _ isFull: Bool) throws {
    let desk = try isFull ? desk(size) : Desk(size, sample: false)
    if !isFull { try desk.keys("a Made␣Up <tab> Job <ctrl+s> q") }
    try desk.keys("Y")
    for _ in MonthFigure.allCases {
      let figure = try #require(MonthsScreen.look(desk.app) { $0.figure($1) } ?? nil)
      try desk.keys("<enter>")
      let lead = MonthsScreen.look(desk.app) { $0.lead($1) } ?? []
      #expect(lead.isEmpty == (size.height > 14))
      var seen = desk.screen
      for _ in lead.indices.dropFirst() {
        try desk.keys("j")
        seen += desk.screen
      }
      let wanted =
        lead.isEmpty ? [String(figure.sentences[0].prefix { $0 != "," }.prefix(30))] : lead
      for line in wanted { #expect(seen.contains(line), "\(line) in \(seen)") }
      // Past them are its rows.
      if !figure.shown.isEmpty {
        if !lead.isEmpty {
          try desk.keys("<enter>")
          #expect(desk.screen.contains(figure.shown[0].label.prefix(8)), "\(desk.screen)")
        }
        try desk.keys("<enter>")
        #expect(desk.app.overlays.last is MonthFactsOverlay, "\(desk.screen)")
        try desk.keys("<esc>")
      } else {
        try desk.keys("<enter>")
        #expect(desk.app.notice?.text == "There are no rows here yet.", "\(desk.screen)")
      }
      #expect(brokenInvariant(desk.app) == nil)
      try desk.keys("<esc> j")
    }
  }
}
