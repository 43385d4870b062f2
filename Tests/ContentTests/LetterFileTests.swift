import DebriefContent
import DebriefModel
import Foundation
import Testing

@Suite("A letter's file", .timed)
struct LetterFileTests {
  private func with(_ text: String, _ body: (Library, String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("debrief-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("letters/thank-hr.yaml")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    try body(Library(userFolder: folder.path), file.path)
  }

  private let mine = """
    letter: L3
    subject: "Danke{{#role}}: {{role}}{{/role}}"
    slots:
      to: {missing: who, fill: P}
    text: |
      {{! a greeting }}
      Guten Tag{{#to}}, {{to}}{{/to}}!

      {{#role}}
      Danke für das Gespräch
      über {{role}}.
      {{/role}}
    """

  private var facts: LetterFacts {
    var it = LetterFacts()
    it.slots[.role] = "Schmied"
    return it
  }

  @Test("that is shipped has no fault, one for each letter", arguments: LetterKind.allCases)
  func shipped(_ kind: LetterKind) {
    let library = Library(userFolder: nil)
    #expect(library.names.contains("letters/\(kind.word).yaml"))
    #expect(library.letters().faults(kind) == [])
    #expect(library.names.count { $0.hasPrefix("letters/") && $0.hasSuffix(".yaml") } >= 11)
  }

  @Test("of the user's takes the place of the shipped one")
  func replaces() throws {
    try with(mine) { library, _ in
      #expect(library.check() == [])
      let draft = library.letters().draft(.hr, facts)
      #expect(draft.subject == "Danke: Schmied")
      #expect(draft.text == "Guten Tag!\n\nDanke für das Gespräch über Schmied.")
      #expect(draft.gaps == [LetterGap(slot: "to", missing: "who", fill: "P", required: false)])
      let other = Library(userFolder: nil).letters()
      #expect(library.letters().draft(.manager, facts) == other.draft(.manager, facts))
    }
  }

  @Test(
    "that is at fault is left aside, and each fault has its line",
    arguments: [
      ("letter: L3", "letter: L4", 1, "this file is for the letter `L3`"),
      ("letter: L3", "kind: L3", 1, "a letter has no key `kind`"),
      ("subject:", "title:", 2, "a letter has no key `title`"),
      ("{{#role}}: {{role}}{{/role}}\"", ": {{role}}\"", 2, "`role` may be missing"),
      ("  to: {", "  whom: {", 4, "`slots` has no key `whom`"),
      ("fill: P}", "fill: P, required: maybe}", 4, "`required` must be true or false"),
      (", fill: P}", "}", 4, "`to` needs `fill`"),
      ("to: {missing", "goal: {missing", 4, "`goal` is listed but isn't used"),
      ("{{to}}{{/to}}!", "{{too}}{{/to}}!", 7, "there is no fact `too`"),
      ("{{to}}{{/to}}!", "{{to}}!", 7, "`to` is opened and never closed"),
      ("{{to}}{{/to}}!", "{{{to}}}{{/to}}!", 7, "isn't supported"),
      ("{{to}}{{/to}}!", "{{> to}}{{/to}}!", 7, "isn't supported"),
      ("{{to}}{{/to}}!", "{{to}}{{/role}}!", 7, "wasn't the last one opened"),
      ("Danke für das", "Danke {{offer}} das", 10, "`offer` isn't text"),
      ("Danke für das", "Danke {{example}} das", 10, "there is no fact `example`"),
      ("über {{role}}.", "über {{role.", 11, "`{{` has no `}}`"),
      ("text: |", "txt: |", 5, "a letter has no key `txt`"),
      ("to: {missing", "to: [missing", 4, "is not YAML"),
    ])
  func faulty(_ old: String, _ new: String, _ line: Int, _ message: String) throws {
    let text = mine.replacingOccurrences(of: old, with: new)
    #expect(text != mine)
    try with(text) { library, file in
      let faults = library.letters().faults(.hr)
      let found = faults.contains {
        $0.file == file && $0.line == line && $0.message.contains(message)
      }
      #expect(found, "\(faults)")
      #expect(library.check().contains { $0.file == file })
      let shipped = Library(userFolder: nil).letters()
      #expect(library.letters().draft(.hr, facts) == shipped.draft(.hr, facts))
    }
  }

  @Test("may require a slot; then there is no letter without it")
  func required() throws {
    let text = mine.replacingOccurrences(
      of: "to: {missing: who, fill: P}", with: "goal: {missing: an aim, fill: Y, required: true}"
    ).replacingOccurrences(of: "über {{role}}.", with: "über {{role}}, {{goal}}.")
    try with(text) { library, _ in
      #expect(library.check() == [])
      let none = library.letters().draft(.hr, facts)
      #expect(none.text.isEmpty && none.subject.isEmpty)
      #expect(none.refusal == "This letter needs an aim: Y.")
      var full = facts
      full.slots[.goal] = "ein Ziel"
      #expect(library.letters().draft(.hr, full).text.hasSuffix("über Schmied, ein Ziel."))
    }
  }

  @Test("has its facts and what it may choose by in the description of the files")
  func described() throws {
    let text = try #require(Library(userFolder: nil).text("README.md"))
    for slot in LetterFacts.Slot.allCases {
      #expect(text.contains("`\(slot.rawValue)`"), "\(slot)")
    }
    for flag in LetterFacts.Flag.allCases {
      #expect(text.contains("`\(flag.rawValue)`"), "\(flag)")
    }
    for kind in LetterKind.allCases { #expect(text.contains("`\(kind.word)`"), "\(kind)") }
  }

  @Test("has its two questions in the bank, word for word")
  func bank() {
    let asks = Library(userFolder: nil).questions().map(\.ask)
    #expect(asks.contains(LetterFacts.approachQuestion))
    #expect(asks.contains(LetterFacts.solvedQuestion))
  }
}
