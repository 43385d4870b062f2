import Foundation
import TestSupport
import Testing

/// Names of people and companies through the real program: who is meant, who is greeted, what is filed
/// where, and what is not shown.
@Suite(.timed) struct NameCommandTests {
  let program = Program()

  /// An application with people whose names are written with marks, strokes and apostrophes.
  private func sample() throws {
    try program.must("add", "Acme", "Engineer", "--interview", "9 mar 14:30")
    for name in ["Next", "Target", "Indeed", "Zoom"] { try program.must("add", name, "Writer") }
    var archive = try json(try program.must("export"))
    archive["person"] = [
      ("p-maria", "María García"), ("p-nguyen", "Nguyễn Văn An"), ("p-sean", "Sean O’Neil"),
      ("p-rafal", "Rafał Żuraw"), ("p-robert", "Robert Müller"), ("p-yamada", "山田太郎"),
      ("p-dan", "Daniel Hale"),
    ].map { id, name in
      [
        "id": id, "name": name, "part": "hr", "company": "Acme", "email": "", "phone": "",
        "notes": "",
      ]
    }
    archive["profile"] = [
      [
        "id": "profile", "name": "Robin Muster", "email": "", "phone": "1200000", "goals": "",
        "available": "", "language": "en_US",
      ]
    ]
    let data = try JSONSerialization.data(withJSONObject: archive)
    try program.must("import", "-", stdin: String(decoding: data, as: UTF8.self))
  }

  @Test(arguments: [
    ("Maria", "María García"), ("garcia", "María García"), ("Nguyen", "Nguyễn Văn An"),
    ("O'Neil", "Sean O’Neil"), ("rafal", "Rafał Żuraw"), ("Mueller", "Robert Müller"),
    ("Bob", "Robert Müller"), ("山田", "山田太郎"), ("Ms Garcia", "María García"),
  ])
  func aNameIsFoundHoweverItIsTyped(_ typed: String, _ name: String) throws {
    try sample()
    let letter = try program.must("letter", "Acme", "withdraw", "--to", typed)
    #expect(letter.hasPrefix("To: \(name)\n"), "\(letter)")
    let text = "Dear \(typed),\n\nthank you for your time.\n\nBest wishes,\nRobin\n"
    let check = try program.run(
      ["letter", "--lint", "-", "--to", typed, "--application", "Acme"], bytes: Array(text.utf8))
    #expect(check.code == 0 || check.code == 1, "\(check.err)")
    #expect(!check.out.contains("recipient:"), "\(check.out)")
  }

  @Test func aStrangeGreetingIsSaid() throws {
    try sample()
    let text = "Dear Mr Halen,\n\nthank you. Indeed, I liked it.\n\nBest wishes,\nRobin\n"
    let check = try program.run(
      ["letter", "--lint", "-", "--to", "Hale", "--application", "Acme"], bytes: Array(text.utf8))
    #expect(
      check.out.contains("the greeting says Halen, but the letter goes to Daniel Hale"),
      "\(check.out)")
    #expect(!check.out.contains("foreign-name"), "\(check.out)")
  }

  @Test func anEverydayWordIsNoCompany() throws {
    try sample()
    for text in [
      "Next time bring a printed CV", "Indeed, it went well", "NEXT TIME",
      "Next: bring a printed CV",
    ] {
      let run = try program.run("quick", text)
      #expect(run.code == 0 && run.err.contains("may just be a word"), "\(run.err)")
      #expect(run.err.contains("waiting in your inbox"), "\(run.err)")
    }
    let middle = try program.run("quick", "talked to Target about pay")
    #expect(middle.err.contains("waiting in your inbox, but it names Target"), "\(middle.err)")
    #expect(middle.err.contains("--application Target"), "\(middle.err)")
    #expect(try !program.run("quick", "nothing of the kind").err.contains("inbox"))
    for text in ["talked to target about pay", "we hit our target", "next-gen is next-gen"] {
      let run = try program.run("quick", text)
      #expect(run.code == 0 && !run.err.contains("note for"), "\(run.err)")
    }
    for text in ["Target: they asked about pay", "They were kind at Target"] {
      #expect(try program.run("quick", text).err.contains("a note for Target"))
    }
  }

  /// A sign that stands alone once ended the program.
  @Test func loneSignsEndNothing() throws {
    try sample()
    let signs = Wordless.signs.filter { $0 != "\u{0}" }
    try program.must(
      "quick", "yes / no . : " + signs.joined(separator: " "), "--application", "Acme")
    try program.must(
      "feedback", "Acme", "a / b " + String(repeating: "/ ", count: 5000), "--from", "/")
    for command in [["show"], ["show", "--json"], ["report"], ["report", "--format", "markdown"]] {
      let run = try program.run(
        [command[0], "Acme", "--mask"] + command.dropFirst(), bytes: [])
      #expect(run.code == 0, "\(command): \(run.err)")
      #expect(run.out.contains("Company A"))
    }
    for text in ["/", ".", ":", "。", "\u{301}", "\u{200D}", "'", "-"] where text != "-" {
      let commands = [
        ["quick", text], ["show", text], ["search", text],
        ["letter", "Acme", "withdraw", "--to", text],
        ["letter", text, "L1"], ["outcome", text, "rejected"],
        ["feedback", "Acme", text, "--from", text],
        ["add", text, text], ["report", text], ["list", text],
      ]
      for command in commands {
        let run = try program.run(command, bytes: [])
        #expect(run.code >= 0 && run.code < 128, "\(command): \(run.code) \(run.err)")
      }
    }
  }

  @Test func theMaskUsesTheSameLookUp() throws {
    try sample()
    try program.must(
      "feedback", "Acme",
      "Garcia and Maria said yes, Nguyen no; Bob and O'Neil too; 山田さん; call 555-0100 or 120 00 00;"
        + " pay 85000, 2019-2023, 1250000 users.", "--from", "Maria Garcia")
    var archive = try json(try program.must("export"))
    var rounds = try #require(archive["interview"] as? [[String: Any]])
    rounds[0]["id"] = "second-round"
    rounds[0]["people"] = [
      "p-maria", "p-nguyen", "p-sean", "p-rafal", "p-robert", "p-yamada", "p-dan",
    ]
    archive["interview"] = rounds
    let data = try JSONSerialization.data(withJSONObject: archive)
    try program.must("import", "-", stdin: String(decoding: data, as: UTF8.self))
    for command in [["show"], ["show", "--json"], ["report"]] {
      let shown = try program.run(
        [command[0], "Acme", "--mask"] + command.dropFirst(), bytes: []
      ).out
      for name in [
        "garc", "maria", "nguy", "bob", "neil", "山田", "o'person", "555", "120 00", "muster",
      ] { #expect(!shown.lowercased().contains(name), "\(name) in \(shown)") }
    }
    let shown = try program.must("show", "Acme", "--mask")
    #expect(shown.contains("85000") && shown.contains("2019-2023") && shown.contains("1250000"))
  }
}
