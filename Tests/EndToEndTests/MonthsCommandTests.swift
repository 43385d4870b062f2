import Foundation
import Testing

/// `debrief patterns` and `debrief drill` as a shell sees them.
@Suite(.timed) struct MonthsCommandTests {
  let program = Program()
  private static let year = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../StoreTests/Files/year.json").path

  @Test func patternsInTheirForms() throws {
    try program.must("import", Self.year)
    let text = try program.must("patterns")
    #expect(
      text.hasPrefix("Your search: everything so far\n40 applications, 5 of them still open\n"))
    #expect(text.contains("to an interview   17 of 35 got an interview (49%) · 3 still open"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    // Codes stay in files.
    #expect(!text.contains("R-TECH"))
    let markdown = try program.must("patterns", "--format", "markdown", "--months", "6")
    #expect(markdown.hasPrefix("# Your search: the last 6 months, since 20 Sep 2025\n"))
    #expect(
      markdown.contains("| to an interview | 17 of 17 got an interview \\(100%\\)")
        || markdown.contains("| to an interview | 17 of 17 got an interview (100%)"))
    let json = try program.must("patterns", "--json")
    let tree = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(tree["version"] as? Int == 1 && tree["applications"] as? Int == 40)
    let figures = try #require(tree["figures"] as? [[String: Any]])
    #expect(figures.count == 28)
    let score = try #require(
      figures.first { $0["figure"] as? String == "forecasts" }?["score"] as? [String: Any])
    #expect(score["brier"] as? Double == 0.291667 && score["uncertainty"] as? Double == 0.25)
    #expect(score["spiegelhalter"] as? Double == 1.571348)
    #expect(score["came"] as? Int == 6 && score["of"] as? Int == 12)
    #expect(figures.count { $0["score"] != nil } == 1)
    #expect(try program.must("patterns", "--json") == json)
    #expect(try program.run("patterns", "--months", "5").code == 64)
    #expect(try program.run("patterns", "--json", "--format", "text").code == 64)
  }

  @Test func nothingOnFileIsNoFault() throws {
    #expect(try program.must("patterns").contains("No applications in this period."))
    #expect(try program.run("drill", "--list").err == "debrief: nothing to practice yet\n")
    #expect(try program.must("drill", "--json").contains("\"total\": 0"))
    #expect(!FileManager.default.fileExists(atPath: program.file("data")))
    #expect(try program.run("drill", "nobody", "--list").code == 66)
  }

  @Test func thePlanOfTheDrill() throws {
    try program.must("import", Self.year)
    let text = try program.must("drill", "--list")
    // Weak answers of 21 to 26, changes of 24 and 25, three things of three replies; the next interview of
    // number 40 is on 24 March.
    #expect(text.hasPrefix("0 of 11 practice cards ready for Tue.\n"), "\(text)")
    #expect(text.contains("Today: 11 cards"))
    #expect(text.contains("Invented 40"))
    let json = try program.must("drill", "--json")
    #expect(json.contains("\"target\": \"2026-03-24\""))
    #expect(try program.must("drill", "--json") == json)
    // For another interview, another day.
    #expect(try program.must("drill", "Invented 39", "--list").contains("ready for Wed."))
    #expect(try program.must("drill", "Invented 01", "--list").contains("still fresh"))
  }
}
