import DebriefContent
import DebriefModel
import Foundation
import Testing

@Suite("A file of the user's", .timed)
struct UserFileTests {
  /// Runs with a folder that holds these files, and takes it away again.
  private func with(
    _ files: [String: String], _ body: (Library, URL) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("debrief-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    try body(Library(userFolder: folder.path), folder)
  }

  private let name = "checklists/ghosted.yaml"
  private let whole = """
    branch: ghosted
    title: Mine
    steps:
      - id: S0
        title: One
        why: Only this.
        items:
          - id: one
            ask: How many?
            kind: count
            phase: after
            why: to see
            suggests:
              - {when: answer > 1, weakness: "it was {answer}", reason: R-PREP}
    """

  @Test("of a name that nothing has is named, with the nearest one")
  func stranger() throws {
    try with(["checklists/ghostd.yaml": whole, name: whole, "letters/notes~": "x"]) {
      library, folder in
      let faults = library.strangers()
      #expect(faults.map(\.file) == ["\(folder.path)/checklists/ghostd.yaml"])
      #expect(
        faults.first?.message.hasSuffix("the nearest is checklists/ghosted.yaml") == true)
      #expect(library.check() == faults)
    }
    #expect(Library(userFolder: nil).strangers() == [])
    #expect(Library(userFolder: "/nowhere/at/all").strangers() == [])
  }

  @Test("is looked for in the folder that the settings name")
  func elsewhere() throws {
    try with([
      "notes/ghosted.yaml": whole, "notes/ghostd.yaml": whole, "notes/todo.txt": "x",
      name: "branch: none",
    ]) { _, folder in
      let notes = folder.path + "/notes"
      let library = Library(userFolder: folder.path, checklists: notes)
      #expect(library.content(only: .ghosted).checklists[.ghosted]?.title == "Mine")
      #expect(library.strangers().map(\.file) == ["\(notes)/ghostd.yaml"])
      let none = Library(userFolder: folder.path, checklists: notes + "/none")
      #expect(none.content(only: .ghosted).checklists[.ghosted]?.title != "Mine")
      #expect(none.strangers().map(\.message) == ["there's no folder of that name"])
    }
  }

  @Test("takes the place of the shipped one")
  func replaces() throws {
    try with([name: whole]) { library, _ in
      let content = library.content(only: .ghosted)
      #expect(content.faults == [])
      let checklist = try #require(content.checklists[.ghosted])
      #expect(checklist.title == "Mine")
      #expect(checklist.items.map(\.id) == ["one"])
      #expect(checklist.items[0].suggests[0].reason == "R-PREP")
      #expect(library.text(name) == whole)
      #expect(library.content(only: .withdrew) == Library(userFolder: nil).content(only: .withdrew))
    }
  }

  @Test("adds to the shipped one when it says extends")
  func extends() throws {
    let shipped = try #require(
      Library(userFolder: nil).content(only: .rejectedAfterInterview)
        .checklists[.rejectedAfterInterview])
    let text = """
      extends: true
      steps:
        - id: S6
          items:
            - {id: my.own, ask: "Did you drink?", kind: yes-no, why: mine, when: interrupt.count > 1}
            - {id: interrupt.count, ask: "Mine?", kind: count, why: mine}
        - id: X1
          after: S6
          title: New
          why: Mine.
          items:
            - {id: on-time, ask: "Moved here?", kind: yes-no, why: mine}
      """
    try with(["checklists/rejected-after-interview.yaml": text]) { library, _ in
      let content = library.content(only: .rejectedAfterInterview)
      #expect(content.faults == [])
      let mine = try #require(content.checklists[.rejectedAfterInterview])
      #expect(mine.title == shipped.title)
      var ids = shipped.steps.map(\.id)
      ids.insert("X1", at: try #require(ids.firstIndex(of: "S6")) + 1)
      #expect(mine.steps.map(\.id) == ids)
      let step = try #require(mine.steps.first { $0.id == "S6" })
      let old = try #require(shipped.steps.first { $0.id == "S6" })
      #expect(step.items.map(\.id) == old.items.map(\.id).filter { $0 != "on-time" } + ["my.own"])
      #expect(step.title == old.title && step.first == old.first)
      #expect(step.items.first { $0.id == "interrupt.count" }?.ask == "Mine?")
      #expect(mine.item("on-time")?.ask == "Moved here?")
    }
  }

  @Test("adds a reason, and cannot take one away")
  func reasons() throws {
    let text = """
      reasons:
        - {code: R-DOG, title: The dog barked, control: not-mine, evidence: barking}
        - {code: R-PREP, title: Mine, control: partly, evidence: mine}
      """
    try with(["reasons.yaml": text]) { library, _ in
      let content = library.content(only: .ghosted)
      #expect(content.faults == [])
      #expect(content.reason("R-DOG")?.control == .notMine)
      #expect(content.reason("R-PREP")?.title == "Mine")
      #expect(content.reasons.count == Library(userFolder: nil).content().reasons.count + 1)
    }
    let bias = "reasons:\n  - {code: R-BIAS, title: x, control: not-mine, evidence: x}\n"
    try with(["reasons.yaml": bias]) { library, _ in
      #expect(library.content().faults.count == 1)
      #expect(library.content().reason("R-BIAS") == nil)
    }
  }

  @Test(
    "that is at fault is left aside, and each fault has its line",
    arguments: [
      ("branch: ghosted", "branch: withdrew", 1, "this file is for the branch `ghosted`"),
      ("title: Mine", "titel: Mine", 2, "a checklist has no key `titel`"),
      ("why: to see", "why: to see\n        advice: A1", 13, "expected a list of texts"),
      ("- id: one", "- id: One", 8, "`One` isn't a valid id"),
      ("ask: How many?", "ask: \"\"", 9, "`ask` is empty"),
      ("ask: How many?", "aks: How many?", 9, "an item has no key `aks`"),
      ("kind: count", "kind: number", 10, "`kind` cannot be `number`: it is one of yes-no"),
      ("kind: count", "kind: scale", 8, "a scale needs 2 anchors"),
      ("kind: count", "kind: choice", 8, "a choice needs at least 2 choices"),
      ("kind: count", "kind: task", 10, "`kind: task` needs `task`"),
      ("kind: count", "kind: yes-no", 14, "`one` is answered with yes or no, not with a number"),
      ("kind: count", "kind: count\n        binds: lesson", 11, "`lesson` cannot be bound"),
      ("phase: after", "phase: late", 11, "`phase` cannot be `late`"),
      ("phase: after", "advice: [A1]", 14, "an item that suggests needs `phase`"),
      ("phase: after", "when: \"@weather\"", 11, "there is no fact `@weather`"),
      ("phase: after", "when: two", 11, "there is no item `two`"),
      ("phase: after", "when: answer", 11, "`answer` is for suggestions"),
      ("phase: after", "when: one is", 11, "expected a value after `is`, at column 7"),
      ("phase: after", "required: yes", 11, "`required` must be true or false"),
      ("why: to see", "", 8, "an item needs `why`"),
      ("reason: R-PREP", "reason: R-NOPE", 14, "there is no reason `R-NOPE`"),
      (", reason: R-PREP", "", 14, "a weakness needs `reason`"),
      ("weakness:", "strength:", 14, "only a weakness or a circumstance has a `reason`"),
      ("weakness:", "when:", 14, "the key `when` appears twice"),
      ("when: answer > 1, ", "", 14, "a suggestion needs `when`"),
      ("answer > 1", "answer > -1", 14, "never with `-1`"),
      ("R-PREP}", "R-PREP, weight: 9}", 14, "`weight` must be a number from 1 to 5"),
      ("R-PREP}", "R-PREP, tier: E9}", 14, "`tier` cannot be `E9`"),
      ("R-PREP}", "R-PREP", 15, "is not YAML: "),
      ("title: Mine", "title: [", 4, "is not YAML: "),
      ("title: One", "title: One\n    after: S1", 6, "`after` is for files with `extends: true`"),
    ])
  func faulty(_ old: String, _ new: String, _ line: Int, _ message: String) throws {
    let text = whole.replacingOccurrences(of: old, with: new)
    #expect(text != whole)
    try with([name: text]) { library, folder in
      let content = library.content(only: .ghosted)
      let file = folder.appendingPathComponent(name).path
      let found = content.faults.contains {
        $0.hasPrefix("\(file):\(line): ") && $0.contains(message)
      }
      #expect(found, "\(content.faults)")
      let shipped = Library(userFolder: nil).content(only: .ghosted)
      #expect(content.checklists == shipped.checklists)
      #expect(library.check().contains { $0.file == file && $0.line == line })
    }
  }

  @Test("has ids and steps once")
  func duplicates() throws {
    let twice = whole.replacingOccurrences(
      of: "      - id: one",
      with: "      - {id: one, ask: x, kind: line, why: x}\n      - id: one")
    try with([name: twice]) { library, folder in
      let file = folder.appendingPathComponent(name).path
      #expect(
        library.content(only: .ghosted).faults == ["\(file):9: the item `one` appears twice"])
    }
    let steps = whole + "\n  - {id: S0, title: x, why: x, items: []}"
    try with([name: steps]) { library, folder in
      let file = folder.appendingPathComponent(name).path
      #expect(
        library.content(only: .ghosted).faults == ["\(file):15: the step `S0` appears twice"])
    }
  }

  @Test("that cannot be read at all is left aside too")
  func unreadable() throws {
    try with([name: ""]) { library, folder in
      let file = folder.appendingPathComponent(name).path
      #expect(library.content(only: .ghosted).faults == ["\(file):1: the file is empty"])
      try Data([0xff, 0xfe, 0x00]).write(to: URL(fileURLWithPath: file))
      #expect(library.content(only: .ghosted).faults == ["\(file): is not UTF-8 text"])
      #expect(library.text(name) == Library(userFolder: nil).text(name))
      try Data(count: 2 << 20).write(to: URL(fileURLWithPath: file))
      #expect(library.content(only: .ghosted).faults == ["\(file): is larger than 1 MiB"])
      try FileManager.default.removeItem(atPath: file)
      try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: true)
      #expect(library.content(only: .ghosted).faults == ["\(file): is not a file"])
    }
  }

  @Test(
    "cannot stand for more than it holds: anchors and aliases aren't supported",
    arguments: [
      ("a: &x 1", 1), ("a:\n  - *x", 2), ("- &x", 1), ("? *x\n: 1", 1), ("*x : 1", 1),
      ("{\"a\":*x}", 1), ("[1, *x]", 1), ("a: !!str &x 1", 1), ("--- &x\na: 1", 1),
      ("a: 'it''s'\nb: *x", 2), ("a: \"\\\"\"\nb: *x", 2), ("a: \"x\ny\"\nb: *x", 3),
      ("a: don't\nb: *x", 2), ("# don't\nb: *x", 2),
    ])
  func aliases(_ text: String, _ line: Int) throws {
    try with([name: text]) { library, folder in
      let file = folder.appendingPathComponent(name).path
      let faults = library.content(only: .ghosted).faults
      #expect(faults.count == 1)
      #expect(faults.first?.hasPrefix("\(file):\(line): anchors and aliases") == true, "\(faults)")
    }
  }

  @Test(
    "may have stars and ampersands in its texts",
    arguments: [
      "R & D", "5 * 3 * 2", "it's *here*", "\"&, *x, - *y: *z\"", "'*x, ''*y'", "a&b", "x # *y",
      "a*b, c & d", "http://x*y&z",
    ])
  func stars(_ title: String) throws {
    let text = whole.replacingOccurrences(of: "title: Mine", with: "title: \(title)")
    try with([name: text]) { library, _ in
      #expect(library.content(only: .ghosted).faults == [])
      #expect(library.content(only: .ghosted).checklists[.ghosted]?.items.map(\.id) == ["one"])
    }
  }

  @Test("that is wrong all over names the first faults, not thousands")
  func manyFaults() throws {
    let lines = (0..<5000).map { "key\($0): 1" }.joined(separator: "\n")
    try with([name: lines]) { library, _ in
      #expect(library.content(only: .ghosted).faults.count == 20)
    }
  }

  @Test("adds to the question bank, or takes its place")
  func questions() throws {
    let one = "questions:\n  - {id: mine, side: room, ask: \"Who cooks?\"}\n"
    let shipped = Library(userFolder: nil).questions()
    try with(["questions.yaml": one]) { library, _ in
      #expect(library.questions().map(\.id) == ["mine"])
    }
    try with(["questions.yaml": "extends: true\n" + one]) { library, _ in
      #expect(library.questions().map(\.id) == shipped.map(\.id) + ["mine"])
    }
    try with(["questions.yaml": one + "nonsense: 1\n"]) { library, folder in
      #expect(library.questions() == shipped)
      let file = folder.appendingPathComponent("questions.yaml").path
      #expect(
        library.check() == [
          Fault(file: file, line: 3, message: "a question bank has no key `nonsense`")
        ])
    }
  }
}
