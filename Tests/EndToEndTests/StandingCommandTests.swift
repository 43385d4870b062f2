import Foundation
import Testing

/// What a debrief's standing, late facts and open applications look like to the commands.
@Suite(.timed) struct StandingCommandTests {
  let program = Program()

  private func sample() throws {
    try program.write("S\n", to: "sample.keys")
    try program.must("replay", "sample.keys", "--database", "a.db")
  }

  @Test func aReplyAfterTheCloseIsSeenEverywhereAndUndone() throws {
    try sample()
    func row() throws -> String {
      let list = try program.must("list", "--database", "a.db")
      return String(try #require(list.split(separator: "\n").first { $0.contains("Kestrel") }))
    }
    #expect(try row().hasSuffix("done"))
    let before = try program.run("export", "--database", "a.db").bytes
    let logged = try program.run(
      "feedback", "Kestrel", "You lacked staff scope", "--from", "HR", "--database", "a.db")
    #expect(logged.code == 0 && logged.err.contains("open again"), "\(logged.err)")
    #expect(try row().hasSuffix("reply"))
    #expect(
      try program.must("agenda", "--database", "a.db").contains("you got a reply from HR"))
    #expect(
      try program.must("show", "Kestrel", "--database", "a.db").contains("reopened when a reply"))
    #expect(try program.must("doctor", "--database", "a.db").contains("Everything looks good."))
    try program.must("undo", "--database", "a.db")
    #expect(try program.run("export", "--database", "a.db").bytes == before)
    #expect(try row().hasSuffix("done"))
  }

  @Test func whatIsOpenIsNotExplained() throws {
    try sample()
    for text in [
      try program.must("show", "Acme", "--database", "a.db"),
      try program.must("report", "Acme", "--database", "a.db"),
      try program.must("report", "Acme", "--format", "markdown", "--database", "a.db"),
    ] {
      #expect(text.contains("no decision yet, so nothing to explain"), "\(text)")
      #expect(!text.contains("mine 0"), "\(text)")
    }
    let shown = try json(program.must("show", "Acme", "--json", "--database", "a.db"))
    let verdict = try #require(shown["verdict"] as? [String: Any])
    #expect(verdict["headline"] as? String == "undecided")
    #expect(
      verdict.keys.sorted() == [
        "causes", "dodged", "guesses", "headline", "mine", "notMine", "partly", "sentence",
      ])
  }

  @Test func lateFactsAndTheGapInPayAreShown() throws {
    try sample()
    let text = try program.must("show", "Nordlicht", "--database", "a.db")
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(flat.contains("written down 10 days later"))
    #expect(flat.contains("5% below the top of their offer"))
  }
}
