import Testing

/// The screen is not the only one who writes.
@Suite(.timed) struct WriterTests {
  @Test func whatACommandWritesIsThereAtTheNextKey() throws {
    let home = try PrivateHome()
    let run = try home.opened()
    #expect(try home.run(["add", "Kestrel Labs", "Staff engineer"]).status == 0)
    try run.type("j", until: "Kestrel Labs")
    try run.type("a", until: "Add an application")
    try run.enter("Acme")
    #expect(try home.run(["add", "Nordlicht", "Platform engineer"]).status == 0)
    try run.type(Keys.save, until: "Saved: Acme added.")
    try run.waitFor("Nordlicht")
    try run.waitFor("3 applications")
    #expect(try home.run(["list"]).out.contains("Acme"))
    try run.quit()
    #expect(
      Set(try home.archive().application.map(\.company)) == ["Kestrel Labs", "Acme", "Nordlicht"])
    #expect(try home.store { try $0.check() } == [])
  }

  @Test func twoScreensWorkOnOneStore() throws {
    let home = try PrivateHome()
    let left = try home.opened()
    let right = try home.opened()
    for round in 1...5 {
      try left.type("a", until: "Add an application")
      try right.type("a", until: "Add an application")
      try left.enter("Left \(round)")
      try right.enter("Right \(round)")
      try left.type(Keys.save, until: "Saved: Left \(round) added.")
      try right.type(Keys.save, until: "Saved: Right \(round) added.")
      try right.waitFor("\(round * 2) applications")
      try left.type("j", until: "\(round * 2) applications")
    }
    try left.quit()
    try right.quit()
    #expect(try home.archive().application.count == 10)
    #expect(try home.store { try $0.check() } == [])
  }
}
