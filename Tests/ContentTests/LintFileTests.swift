import DebriefContent
import DebriefModel
import Foundation
import Testing

@Suite("The lists of the check of a letter", .timed)
struct LintFileTests {
  private let words = Library(userFolder: nil).lintWords().words

  @Test("have no fault, and nothing is left out")
  func complete() {
    #expect(Library(userFolder: nil).lintWords().faults == [])
    #expect(Set(words.rules.keys) == Set(Remark.Rule.allCases))
    #expect(Set(words.limits.keys) == Set(LetterKind.allCases))
    #expect(Set(words.lists.keys) == Set(LintWords.List.allCases))
    #expect(Set(words.figures.keys) == Set(LintWords.Figure.allCases))
    for (rule, it) in words.rules {
      #expect(!it.kinds.isEmpty, "\(rule)")
      #expect(Set(it.says.keys) == Set(LintWords.sayings(rule)), "\(rule)")
      #expect((1...111).contains(Int(it.row.dropFirst()) ?? 0) && it.row.first == "A", "\(rule)")
      #expect(it.why.count <= 76 && it.why.last != ".", "\(rule): \(it.why)")
    }
  }

  @Test("hold every word once, in small letters")
  func tidy() {
    for (list, texts) in words.lists where list != .months {
      let doubled = Dictionary(grouping: texts) { $0 }.filter { $1.count > 1 }.keys
      #expect(doubled.isEmpty, "\(list): \(doubled.sorted())")
      for text in texts { #expect(text == text.lowercased(), "\(list): \(text)") }
    }
    #expect(words.lists[.months]?.count == 12)
  }

  private func with(_ text: String, _ body: (Library) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("debrief-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("letters"), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appendingPathComponent("letters/lint.yaml"))
    try body(Library(userFolder: folder.path))
  }

  @Test("take the user's words, rules and limits beside the shipped ones")
  func extends() throws {
    let own = """
      extends: true
      rules:
        demand: {kinds: [], row: A71, says: x, why: x, mend: x}
      limits:
        L4: {words: 1-9}
      figures: {own-least: 7}
      lists:
        known: [mine]
      """
    try with(own) { library in
      let (mine, faults) = library.lintWords()
      #expect(faults == [])
      #expect(mine.rules[.demand]?.kinds == [])
      #expect(mine.rules[.blame] == words.rules[.blame])
      #expect(mine.limits[.request]?.words == 1...9)
      #expect(mine.limits[.thanks] == words.limits[.thanks])
      #expect(mine.figures[.ownLeast] == 7)
      #expect(mine.lists[.known] == (words.lists[.known] ?? []) + ["mine"])
    }
  }

  @Test("give way to a file that stands alone")
  func replaces() throws {
    try with("language: de\nlists:\n  thanks: [danke]\n") { library in
      let (mine, faults) = library.lintWords()
      #expect(faults == [])
      #expect(mine.language == "de" && mine.rules.isEmpty)
      #expect(mine.lists == [.thanks: ["danke"]])
    }
  }

  @Test(
    "are left aside with a fault, which has its line",
    arguments: [
      ("rules:\n  demands: {kinds: []}", 2, "`demands` is not a rule"),
      (
        "rules:\n  demand: {kinds: [L77], row: A71, says: x, why: x, mend: x}", 2,
        "`L77` is not a kind"
      ),
      ("rules:\n  demand: {kinds: [L4], says: x, why: x, mend: x}", 2, "needs `row`"),
      (
        "rules:\n  spelling: {kinds: [L4], row: A59, says: x, why: x, mend: x}", 2,
        "expected `says`"
      ),
      ("limits:\n  L4: {words: many}", 2, "must be a range"),
      ("limits:\n  L4:\n    words: 9-1", 3, "must be a range"),
      ("figures:\n\n  own-least: some", 3, "must be a number"),
      ("lists:\n  thanks: danke", 2, "expected a list of texts"),
      ("lists:\n  months: [one]", 2, "twelve lines"),
      ("lists: [a]", 1, "must have keys"),
      ("words: x", 1, "has no key `words`"),
    ])
  func faults(_ text: String, _ line: Int, _ message: String) throws {
    try with(text) { library in
      let (mine, faults) = library.lintWords()
      #expect(faults.count >= 1)
      #expect(
        faults.first?.line == line && faults.first?.message.contains(message) == true, "\(faults)")
      #expect(faults.first?.file.hasSuffix("letters/lint.yaml") == true)
      #expect(mine == words)
      #expect(library.check().contains { $0.message.contains(message) })
    }
  }
}
