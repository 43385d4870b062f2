import Testing

/// Terminals without UTF-8 and people without colours.
@Suite struct LookTests {
  @Test func withoutUTF8EverythingIsASCII() throws {
    let home = try PrivateHome(now: "2026-03-20T10:00:00Z")
    try home.addRefused("Café 漢字 👩")
    home.environment["LC_ALL"] = "C"
    let run = try home.opened()
    try run.type(Keys.enter, until: "Checklist")
    try run.settle()
    #expect(run.screen.shows("+-"))
    #expect(run.screen.shows("|"))
    #expect(run.screen.shows("Cafe "), "\(run.screen.text)")
    try run.type("p", until: "Cafe ")
    try run.type("q?", until: "j k scroll")
    try run.type("qA", until: "Edit the application")
    try run.type(Keys.escape)
    try run.waitUntilGone("Edit the application")
    try run.quit()
    let strange = run.sent.filter { $0 >= 0x80 }
    #expect(strange.isEmpty, "\(strange.prefix(20))")
    #expect(!run.sent.isEmpty)
  }

  @Test func withoutUTF8WhatIsTypedIsKept() throws {
    let home = try PrivateHome()
    home.environment["LC_ALL"] = "C"
    let run = try home.opened()
    try run.type("a", until: "Add an application")
    try run.type("Café", until: "Caf")
    try run.type(Keys.save, until: "Saved: ")
    try run.quit()
    #expect(try home.archive().application.map(\.company) == ["Café"])
  }

  @Test(arguments: [true, false]) func coloursCanBeTurnedOff(_ off: Bool) throws {
    let home = try PrivateHome(now: "2026-03-20T10:00:00Z")
    try home.addRefused("Nordlicht")
    try home.addRefused("Kestrel")
    home.environment["NO_COLOR"] = off ? "1" : nil
    let run = try home.opened()
    let row = try #require(run.screen.row(with: "▌"))
    let other = try #require([row - 1, row + 1].first { run.screen.row($0).contains("rejected") })
    #expect(run.screen.cell(10, row).attrs.reverse == 1)
    #expect(run.screen.cell(10, other).attrs.reverse == 0)
    try run.type(Keys.enter, until: "Checklist")
    try run.type("?", until: "j k scroll")
    try run.type("q")
    try run.waitUntilGone("j k scroll")
    try run.quit()
    let colours = Self.colours(in: run.sent)
    #expect(colours.isEmpty == off, "\(colours)")
  }

  /// The parameters of all SGR sequences that set a colour.
  private static func colours(in bytes: [UInt8]) -> [Int] {
    var found: [Int] = []
    var i = 0
    while i + 1 < bytes.count {
      guard bytes[i] == 0x1b, bytes[i + 1] == 0x5b else {
        i += 1
        continue
      }
      var end = i + 2
      while end < bytes.count, (0x30...0x3f).contains(bytes[end]) { end += 1 }
      if end < bytes.count, bytes[end] == UInt8(ascii: "m") {
        let numbers = bytes[(i + 2)..<end].split(separator: 0x3b).map {
          Int(String(decoding: $0, as: UTF8.self)) ?? 0
        }
        found += numbers.filter {
          (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0)
        }
      }
      i = max(end, i + 2)
    }
    return found
  }
}
