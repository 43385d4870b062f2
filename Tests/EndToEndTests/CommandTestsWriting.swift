import Foundation
import Testing

@Suite(.timed) struct CommandTestsWriting {
  let program = Program()

  @Test func addPrintsTheReferenceAndEchoesDates() throws {
    let added = try program.run(
      "add", " Acme ", "Engineer", "--applied", "3 mar", "--interview", "9 mar 14:30")
    #expect(added.code == 0)
    #expect(added.lines.count == 1 && added.lines[0].count == 16)
    #expect(
      added.err
        == "debrief: applied Tue 3 March 2026\ndebrief: interview Mon 9 March 2026, 14:30\n")
    let shown = try json(try program.must("show", added.lines[0], "--json"))
    let application = try #require(shown["application"] as? [String: Any])
    #expect(application["company"] as? String == "Acme")
    #expect((shown["event"] as? [[String: Any]])?.first?["on"] as? String == "2026-03-03")
    let round = try #require((shown["interview"] as? [[String: Any]])?.first)
    #expect(round["start"] as? String == "2026-03-09T14:30:00Z")
    #expect(program.mode(program.database) == 0o600)
  }

  @Test func addTakesTheResumeAndTheCoverLetter() throws {
    let added = try program.run(
      "add", "Acme", "Engineer", "--resume", "2026-02 platform", "--cover", "warm", "--cover-text",
      "-", stdin: "Dear team,\n\nI keep queues moving.\n")
    #expect(added.code == 0, "\(added.err)")
    let document = try json(try program.must("show", "acme", "--json"))
    let application = try #require(document["application"] as? [String: Any])
    #expect(application["resume"] as? String == "2026-02 platform")
    #expect(application["cover"] as? String == "warm")
    #expect(application["coverSent"] as? Bool == true)
    #expect(application["coverText"] as? String == "Dear team,\n\nI keep queues moving.")
    let shown = try program.must("show", "acme")
    #expect(shown.contains("cover letter: warm"))
    #expect(shown.contains("the cover letter: Dear team,"))
    for words in ["queues", "warm"] {
      #expect(try program.must("search", words).contains("Acme"), "\(words)")
    }
    try program.must("add", "Beta", "Tester", "--cover", "none")
    #expect(try program.must("show", "beta").contains("cover letter: none sent"))
    try program.must("add", "Gamma", "Tester")
    #expect(try !program.must("show", "gamma").contains("cover letter"))
  }

  @Test func addAsJSON() throws {
    let document = try json(try program.must("add", "Acme", "Engineer", "--json"))
    #expect(document["version"] as? Int == 1)
    #expect((document["id"] as? String)?.count == 16)
    #expect((document["application"] as? [String: Any])?["role"] as? String == "Engineer")
  }

  /// Command lines that must be refused, and how.
  static let refused: [([String], Int32)] = [
    (["add", "Acme"], 64), (["add"], 64), (["add", "A", "B", "--applied", "31 feb"], 64),
    (["add", "A", "B", "--interview", "soon"], 64), (["add", "  ", "B"], 65),
    (["add", "A", "B", "--cover", " "], 64), (["add", "A", "B", "--cover-text", " "], 65),
    (["add", "A", "B", "--cover", "none", "--cover-text", "Dear team,"], 64),
    (["add", "A", "B", "--nope"], 64), (["nope"], 64), (["outcome", "acme", "sad"], 64),
    (["outcome", "nobody", "rejected"], 66), (["outcome", "acme", "rejected", "--on", "x"], 64),
    (["feedback", "nobody", "text"], 66), (["feedback", "acme", "t", "--channel", "pigeon"], 64),
    (["feedback", "acme", "  "], 65), (["quick"], 64), (["quick", ""], 65),
    (["quick", "x", "--strength", "--weakness"], 64), (["quick", "x", "--application", "no"], 66),
    (["redo"], 1), (["show", "nobody"], 66), (["search"], 64), (["search", "--", "-!-"], 64),
    (["report", "acme", "--format", "doc"], 64), (["patterns", "--format", "doc"], 64),
    (["report", "acme", "--format", "odt"], 64), (["export", "--format", "csv"], 64),
    (["report", "acme", "--format", "markdown", "--ascii"], 64),
    (["import", "nowhere.json"], 66), (["import", "."], 66), (["keys", "--format", "x"], 64),
    (["replay", "nowhere", "--demo"], 66), (["list", "--database", "nowhere.db"], 66),
    (["backup", "nowhere/x.db"], 66), (["report", "acme", "-o", ""], 64),
    (["report", "acme", "-o", "x.md", "--format", "text"], 64),
    (["outcome", "acme", "silent", "--words", "We went with someone else."], 64),
  ]

  @Test(arguments: refused) func whatCannotBeDoneEndsWithItsCode(
    _ arguments: [String], _ code: Int32
  ) throws {
    try program.must("add", "Acme", "Engineer")
    let before = try program.must("export")
    let result = try program.wait(program.start(arguments))
    #expect(result.code == code, "\(arguments): \(result.err)")
    #expect(result.bytes.isEmpty)
    #expect(!result.err.isEmpty)
    #expect(isHarmless(result.errorBytes))
    #expect(try program.must("export") == before)
  }

  /// What was understood of a date is no part of a refusal.
  @Test(arguments: [
    ["outcome", "nobody", "rejected", "--on", "yesterday"],
    ["outcome", "acme", "rejected", "--on", "yesterday", "--by", "tomorrow"],
    ["feedback", "nobody", "Too slow.", "--on", "yesterday"],
    ["show", "nobody", "--as-of", "yesterday"],
    ["show", "acme", "--as-of", "yesterday"],
    ["correct", "acme", "rejected", "--on", "yesterday"],
    ["correct", "acme", "interview", "--on", "tomorrow 9:00", "--due", "tomorrow"],
    ["letter", "nobody", "ask-feedback", "--by", "tomorrow"],
  ])
  func aRefusedCommandSaysOnlyWhy(_ arguments: [String]) throws {
    try program.must("add", "Acme", "Engineer", "--interview", "tomorrow 10:00")
    let result = try program.run(arguments, bytes: [])
    #expect(result.code != 0)
    #expect(result.err.split(separator: "\n").count == 1, "\(result.err)")
  }

  @Test func refusedDatesNameWhatWasExpected() throws {
    let result = try program.run("add", "A", "B", "--applied", "31 feb")
    #expect(result.err.contains("There's no 31 February"))
    #expect(!FileManager.default.fileExists(atPath: program.database) || result.code == 64)
  }

  @Test func outcomeFeedbackAndQuickEndUpInTheDossier() throws {
    try program.must("add", "Acme", "Engineer")
    let outcome = try program.run(
      "outcome", "acme", "rejected", "--on", "yesterday", "--words", "-",
      stdin: "We chose\nanother.\n")
    #expect(outcome.code == 0 && outcome.bytes.isEmpty)
    #expect(outcome.err.contains("rejected Thu 19 March 2026"))
    try program.must(
      "feedback", "Acme", "Strong field.", "--from", "Ines", "--channel", "in-person", "--on",
      "today")
    try program.must("quick", "told", "it", "well", "--strength", "--application", "acme")
    try program.must("quick", "-", "--weakness", "--application", "acme", stdin: "froze\n")
    try program.must("quick", "-", stdin: "a loose thought")
    let shown = try json(try program.must("show", "acme", "--json"))
    let events = try #require(shown["event"] as? [[String: Any]])
    #expect(events.map { $0["kind"] as? String } == ["refused", "feedbackReceived"])
    #expect(events[0]["words"] as? String == "We chose\nanother.")
    let reply = try #require((shown["feedback"] as? [[String: Any]])?.first)
    #expect(reply["verbatim"] as? String == "Strong field.")
    #expect(reply["channel"] as? String == "in-person")
    #expect(reply["received"] as? String == "2026-03-20")
    let findings = try #require(shown["finding"] as? [[String: Any]])
    #expect(Set(findings.compactMap { $0["statement"] as? String }) == ["told it well", "froze"])
    let status = try #require(shown["status"] as? [String: Any])
    #expect(status["outcome"] as? String == "rejected")
    #expect(try program.must("export").contains("a loose thought"))
  }

  /// Their words are read, and only read: the ledger holds them as they were.
  @Test func theirWordsAreRead() throws {
    try program.must("add", "Acme", "Engineer")
    let words =
      "We chose someone who has more experience in payments. We will keep your CV on file for a year."
    let outcome = try program.run("outcome", "acme", "rejected", "--words", words)
    #expect(outcome.err.contains("They gave a reason."), "\(outcome.err)")
    #expect(outcome.err.contains("someone else had more experience"))
    #expect(outcome.err.contains("until Sat 20 March 2027"))
    let page = try program.must("report", "acme")
    #expect(page.contains("About their answer") && page.contains("more experience"), "\(page)")
    let shown = try json(try program.must("show", "acme", "--json"))
    #expect((shown["event"] as? [[String: Any]])?.first?["words"] as? String == words)
    #expect((shown["finding"] as? [Any])?.isEmpty == true)
    try program.must("add", "Foo", "Engineer")
    let other = try program.run("outcome", "foo", "rejected", "--words", "Leider nein.")
    #expect(other.code == 0 && other.err.contains("don't make the reason clear"), "\(other.err)")
    #expect(try program.must("report", "foo").contains("haven't gone over their words"))
    // An end of one's own is nobody's answer.
    try program.must("add", "Bar", "Engineer")
    let own = try program.run("outcome", "bar", "withdrew", "--words", words)
    #expect(!own.err.contains("They gave"), "\(own.err)")
  }

  @Test func anOutcomeThatIsOnFileIsSaid() throws {
    try program.must("add", "Acme", "Engineer")
    func count() throws -> Int {
      let shown = try json(try program.must("show", "acme", "--json"))
      return try #require(shown["event"] as? [Any]).count
    }
    try program.must("outcome", "acme", "rejected", "--on", "yesterday")
    // The same again, such as a script that is run twice, adds nothing.
    let again = try program.run("outcome", "acme", "rejected", "--on", "yesterday")
    #expect(again.code == 0 && again.bytes.isEmpty)
    #expect(again.err.contains("Acme · Engineer ("))
    #expect(
      again.err.contains(
        "): you already recorded \"they said no\" on Thu 19 March 2026; nothing was added"))
    #expect(try count() == 1)
    // Nor does the same on another day; what came before is put there, and changes nothing.
    let other = try program.run("outcome", "acme", "rejected")
    #expect(other.code == 0 && other.err.contains("nothing was added"))
    #expect(try count() == 1)
    let early = try program.run("outcome", "acme", "offer", "--on", "2026-03-10")
    #expect(
      early.err.contains(
        "this is added before it. What came in on Thu 19 March 2026 still counts. debrief undo"),
      "\(early.err)")
    try program.must("undo")
    // They came back: possible, and said.
    let back = try program.run("outcome", "acme", "offer")
    #expect(back.code == 0)
    #expect(
      back.err.contains(
        "you already recorded \"they said no\" on Thu 19 March 2026; this is added after it"))
    #expect(try count() == 2)
    // What naturally follows needs no word.
    let taken = try program.run("outcome", "acme", "accepted")
    #expect(taken.code == 0 && !taken.err.contains("already recorded"))
    let shown = try json(try program.must("show", "acme", "--json"))
    #expect((shown["status"] as? [String: Any])?["outcome"] as? String == "accepted")
  }

  @Test func whatAddressesAnApplicationIsNoPartOfTheFinding() throws {
    try program.must("add", "Iota", "Engineer")
    try program.must("quick", "--weakness", "Iota: weak one")
    try program.must("quick", "Iota: a plain note")
    let shown = try json(try program.must("show", "iota", "--json"))
    let findings = try #require(shown["finding"] as? [[String: Any]])
    #expect(findings.compactMap { $0["statement"] as? String } == ["weak one"])
    let notes = try #require(shown["note"] as? [[String: Any]])
    #expect(notes.compactMap { $0["text"] as? String } == ["Iota: a plain note"])
  }

  @Test func undoAndRedoSayWhatTheyDid() throws {
    let empty = try program.run("undo")
    #expect(empty.code == 1 && empty.bytes.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: program.database))
    try program.must("add", "Acme", "Engineer")
    let full = try program.must("export")
    #expect(try program.must("undo") == "undone: Acme added\n")
    #expect(try program.must("list") == "")
    #expect(try program.run("undo").code == 1)
    #expect(try program.must("redo") == "redone: Acme added\n")
    #expect(try program.must("export") == full)
    #expect(try program.run("redo").code == 1)
  }

  @Test func textsOnStdinAreChecked() throws {
    for (bytes, code) in [
      (Array("a\u{0}b".utf8), 65), ([0x61, 0xff], 65), ([0xed, 0xa0, 0x80], 65), ([], 65),
      ([UInt8](repeating: 0x61, count: 1 << 20), 0),
      ([UInt8](repeating: 0x61, count: (1 << 20) + 1), 65),
    ] as [([UInt8], Int32)] {
      let result = try program.run(["quick", "-"], bytes: bytes)
      #expect(result.code == code, "\(bytes.count): \(result.err)")
      #expect(result.err.split(separator: "\n").count == 1)
    }
  }

  @Test func eightProcessesLoseNothing() throws {
    for round in 0..<25 {
      let runs = try (0..<8).map { n in
        // A clock that stands still would give the same ids in two processes.
        try program.start(["add", "Company \(round)-\(n)", "Role"], env: ["DEBRIEF_NOW": nil])
      }
      for run in runs {
        let result = try program.wait(run)
        #expect(result.code == 0, "\(result.err)")
      }
    }
    let lines = try program.run("list").lines
    #expect(lines.count == 200)
    #expect(Set(lines.map { $0.split(separator: " ")[0] }).count == 200)
    #expect(try program.run("doctor", "--json").out.contains("\"applications\": 200"))
  }

  @Test func aThoughtIsPlacedByTheCompanyItNames() throws {
    try program.must("add", "Acme GmbH", "Engineer")
    for text in ["Acme: they asked", "they asked, Acme", "acme they asked"] {
      let placed = try program.run("quick", text)
      #expect(
        placed.err == "debrief: saved a note for Acme GmbH · Engineer\n", "\(text)")
    }
    let notes = try #require(try json(try program.must("export"))["note"] as? [[String: Any]])
    #expect(
      Set(notes.compactMap { $0["text"] as? String }) == [
        "Acme: they asked", "they asked, Acme", "acme they asked",
      ])
    try program.must("add", "Acme", "Analyst")
    let open = try program.run("quick", "Acme:", "which one?")
    #expect(open.err.contains("saved a note"))
    #expect(open.err.contains("Acme · Analyst, or") && open.err.contains("Acme GmbH · Engineer"))
  }
}
