import DebriefModel
import Foundation
import Testing

@testable import DebriefContent

/// Files of the user's that no person would write: each is said with its line, the shipped one is used,
/// and nothing takes longer than a moment.
@Suite("A hostile file", .timed) struct HostileTests {
  static let checklist = "checklists/ghosted.yaml"
  static let letter = "letters/thank-you.yaml"
  static let head = "branch: ghosted\ntitle: Mine\nsteps:\n  - id: S0\n    title: One\n    why: x\n"

  static func items(_ when: String) -> String {
    "\(head)    items:\n      - {id: one, ask: x, kind: line, why: x, when: '\(when)'}\n"
  }

  static func letter(_ text: String) -> String {
    "letter: L1\nsubject: x\ntext: |\n  \(text)\n"
  }

  static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  /// A file, its text, the line that is named, and words of the sentence.
  static let files: [(name: String, text: String, line: Int?, says: String)] = [
    (
      checklist, items("@interviewed" + times(20_000, " and @video")), 8, "longer than 20,000"
    ),
    (
      checklist, items("@interviewed" + times(1_500, " and @video")), 8, "at most 2,000 characters"
    ),
    (checklist, items("@video" + times(150, " or @fast")), 8, "at most 200 words"),
    (checklist, items(times(150, "not ") + "@video"), 8, "too many nested parentheses"),
    (checklist, items(times(19_000, "(") + "@video"), 8, "at most 2,000 characters"),
    (checklist, times(20_000, "["), 1, "nested deeper"),
    (checklist, times(20_000, "{"), 1, "nested deeper"),
    (checklist, times(20_000, "{a: "), 1, "nested deeper"),
    (checklist, times(3_000, "- ") + "x", 1, "nested deeper"),
    (checklist, times(3_000, "? ") + "x", 1, "nested deeper"),
    (checklist, "a:\n" + times(3_000, "[\n"), 25, "nested deeper"),
    (checklist, (0..<900).map { times($0, " ") + "a:\n" }.joined(), 25, "nested deeper"),
    (checklist, "a: \"[\"\nb: " + times(100, "["), 2, "nested deeper"),
    (checklist, "a: |\n  [[[[\nb: " + times(100, "["), 3, "nested deeper"),
    // Brackets behind what is none: tags, marks, quotes, remarks, other ends of lines.
    (checklist, "--- !!seq " + times(3_000, "["), 1, "nested deeper"),
    (checklist, "a: !<tag:x> " + times(3_000, "["), 1, "nested deeper"),
    (checklist, "\u{feff}" + times(3_000, "["), 1, "nested deeper"),
    (checklist, times(3_000, "[ 'a'' ]' , "), 1, "nested deeper"),
    (checklist, times(3_000, "[ \"a\n ]\", "), 25, "nested deeper"),
    (checklist, times(3_000, "{\"a\":"), 1, "nested deeper"),
    (checklist, times(3_000, "[#]\n"), 24, "nested deeper"),
    (checklist, "a: b\n  'c\nd: " + times(3_000, "["), 3, "nested deeper"),
    (checklist, "a: b\n  - 'c\nd: " + times(3_000, "["), 3, "nested deeper"),
    (checklist, "> \r---\n" + times(3_000, "["), 3, "nested deeper"),
    (checklist, (0..<900).map { times($0, " ") + "a:\r" }.joined(), 25, "nested deeper"),
    (checklist, (0..<900).map { times($0, " ") + "a:\u{2028}" }.joined(), 25, "nested deeper"),
    (checklist, times(40_000, "- x\n"), 5001, "10,000 parts"),
    (checklist, "[" + times(40_000, "x,"), 1, "10,000 parts"),
    (checklist, head + "    why2: '" + times(60_000, "x") + "'\n", 7, "longer than 20,000"),
    (checklist, "a: &x [1]\nb: [*x, *x]", 1, "anchors and aliases"),
    (checklist, times(200_000, "x: "), nil, ""),
    (checklist, times(30_000, "!!"), nil, ""),
    (checklist, times(30_000, "\""), nil, ""),
    (checklist, times(30_000, "%"), nil, ""),
    (letter, letter(times(2_000, "{{#talk}}")), 4, "is nested too deeply"),
    (letter, letter(times(20, "{{^talk}}") + times(20, "{{/talk}}")), 4, "is nested too deeply"),
    (letter, letter(times(9_000, "{")), 4, "has no `}}`"),
    (letter, letter(times(20_000, "{")), 3, "longer than 20,000"),
    (letter, letter(times(9_000, "}")), nil, ""),
    (letter, letter(times(1_500, "{{#talk}}x{{/talk}}")), nil, ""),
    (letter, letter(times(800, "{{talk}}")), 4, ""),
    (letter, times(20_000, "{{"), 1, "nested deeper"),
    ("reasons.yaml", times(9_000, "[ "), 1, "nested deeper"),
    ("questions.yaml", times(9_000, "- "), 1, "nested deeper"),
    ("letters/lint.yaml", times(9_000, "{ "), 1, "nested deeper"),
    ("letters/desk.yaml", times(9_000, "[ "), 1, "nested deeper"),
    ("help.md", times(200_000, "words "), nil, "larger than"),
    ("help.md", times(6_000, "words"), nil, ""),
    ("sources.md", times(20_000, "words\n"), nil, "larger than 32 KiB"),
    ("letters/hedges.txt", times(20_000, "maybe\n"), nil, "larger than 32 KiB"),
    ("letters/call-card.md", times(40_000, "{"), nil, "larger than 32 KiB"),
    ("letters/call-card.md", "one\nt\0wo", 2, "NUL"),
  ]

  private func with<T>(_ name: String, _ text: String, _ body: (Library, String) throws -> T) throws
    -> T
  {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("debrief-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return try body(Library(userFolder: folder.path), file.path)
  }

  @Test(arguments: files.indices) func isLeftAsideWithItsLine(_ index: Int) throws {
    let it = Self.files[index]
    try with(it.name, it.text) { library, path in
      let began = ContinuousClock.now
      let faults = library.check().filter { $0.file == path }
      let content = library.content()
      #expect(ContinuousClock.now - began < .seconds(20))
      if !it.says.isEmpty {
        #expect(
          faults.contains { $0.message.contains(it.says) && ($0.line == it.line ?? $0.line) },
          "\(faults.prefix(3))")
      }
      for fault in faults { #expect(fault.description.utf8.count < 1000) }
      // All is as if there were no such file, unless it is one that can be read.
      if !faults.isEmpty {
        let shipped = Library(userFolder: nil)
        #expect(content.checklists == shipped.content().checklists)
        #expect(content.reasons == shipped.reasons())
        #expect(library.text("help.md") == shipped.text("help.md"))
        #expect(library.callCard() == shipped.callCard())
      }
    }
  }

  /// What the shipped files are like, and what a person may well write, is read.
  @Test func whatIsUsualIsRead() throws {
    let deep = times(8, "{{#talk}}") + "x" + times(8, "{{/talk}}")
    #expect(LetterTags.deepest == 8)
    try with(Self.letter, Self.letter("Smile :-{ and [[note]] >:( " + deep)) { library, path in
      #expect(library.check().filter { $0.file == path } == [])
    }
    let when = (1...60).map { _ in "@video" }.joined(separator: " or ")
    try with(Self.checklist, Self.items(when)) { library, path in
      #expect(library.check().filter { $0.file == path } == [])
    }
  }

  private func times(_ count: Int, _ text: String) -> String { Self.times(count, text) }

  static let settings: [(text: String, line: Int, says: String)] = [
    ("a = " + times(20_000, "["), 1, "nested too deep"),
    ("a = " + times(20_000, "{a = "), 1, "nested too deep"),
    ("a" + times(20_000, ".a") + " = 1", 1, "nested too deep"),
    ("[" + times(20_000, "a.") + "a]", 1, "nested too deep"),
    ((0..<60_000).map { "[a\($0)]\n" }.joined(), 1, "there is no section or key"),
    ((0..<60_000).map { "a\($0) = 1\n" }.joined(), 1, "there is no section or key"),
    (times(200_000, "x\n"), 1, "expected"),
    ("keys.undo = [" + times(100_000, "\"x\",") + "]", 1, ""),
    ("keys." + times(300_000, "a") + " = \"x\"", 1, ""),
  ]

  @Test(arguments: settings.indices) func settingsAreLeftAsideWithTheirLine(_ index: Int) {
    let it = Self.settings[index]
    let began = ContinuousClock.now
    let read = ConfigFile.read(it.text, file: "f")
    #expect(ContinuousClock.now - began < .seconds(10))
    #expect(
      it.says.isEmpty
        || read.faults.contains { $0.line == it.line && $0.message.contains(it.says) },
      "\(read.faults.prefix(3))")
  }
}
