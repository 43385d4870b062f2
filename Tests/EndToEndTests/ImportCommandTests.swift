import Foundation
import TestSupport
import Testing

/// `debrief import` of what people keep elsewhere, as a user has it.
@Suite(.timed) struct ImportCommandTests {
  let program = Program()

  private let table =
    "Company,Role,Date applied,Status\nAcme,Cook,2026-02-01,Applied\nNordlicht,Engineer,2026-02-03,Rejected\n,Nobody,,\n"

  private func applications(_ database: String? = nil) throws -> Int {
    let text = try program.must("export", "--database", database ?? program.database)
    return try (json(text)["application"] as? [Any] ?? []).count
  }

  @Test func nothingIsWrittenUnconfirmed() throws {
    try program.write(table, to: "jobs.csv")
    let asked = try program.run("import", "jobs.csv")
    #expect(asked.code == 1 && asked.bytes.isEmpty)
    #expect(asked.err.contains("Acme · Cook: applied 1 Feb"))
    #expect(asked.err.contains("line 4 is left out: it has no company"))
    #expect(asked.err.contains("nothing was written; run it again with --yes"))
    #expect(!FileManager.default.fileExists(atPath: program.database))
    try program.must("add", "Other", "Role")
    let dry = try program.run("import", "jobs.csv", "--dry-run")
    #expect(dry.code == 0 && dry.err.contains("nothing was written"))
    #expect(try applications() == 1)
    let done = try program.run("import", "jobs.csv", "--yes")
    #expect(done.code == 0 && done.err.contains("added: 2 applications, 3 dates"), "\(done.err)")
    #expect(try applications() == 3)
    #expect(try program.must("backup", "--list").contains("before an import"))
    let before = try program.must("export")
    let again = try program.run("import", "jobs.csv", "--yes")
    #expect(
      again.code == 0 && again.err.contains("2 already here")
        && again.err.contains("nothing was changed"))
    #expect(try program.must("export") == before)
    #expect(try program.must("undo") == "undone: import\n")
    #expect(try applications() == 1)
    #expect(try program.must("doctor").contains("Everything looks good."))
  }

  @Test func aTableThatChangedFillsInAndNamesTheRest() throws {
    try program.write("Company,Role,Date applied,Salary\nAcme,Cook,2026-02-01,50k\n", to: "a.csv")
    #expect(try program.run("import", "a.csv", "--yes").code == 0)
    try program.write(
      "Company,Role,Date applied,Salary,Link\nAcme,Cook,2026-02-01,60k,https://x.example\n",
      to: "b.csv")
    let filled = try program.run("import", "b.csv", "--yes")
    #expect(filled.code == 0, "\(filled.err)")
    #expect(filled.err.contains("Acme · Cook is already here; this adds: the link"))
    #expect(
      filled.err.contains(
        "line 2: Acme · Cook: the pay they mentioned is “50k” here, and “60k” in the table"))
    #expect(filled.err.contains("filled in: 1 application"))
    let before = try program.must("export")
    #expect(before.contains("https://x.example") && !before.contains("60k"))
    let again = try program.run("import", "b.csv", "--yes")
    #expect(again.err.contains("nothing was changed") && again.err.contains("in the table"))
    #expect(try program.must("export") == before)
    #expect(try program.must("undo") == "undone: import\n")
    #expect(try !program.must("export").contains("https://x.example"))
  }

  @Test func fromAPipeAndIntoANewFile() throws {
    let result = try program.run(
      "import", "-", "--yes", "--database", program.file("new.db"), stdin: table)
    #expect(result.code == 0, "\(result.err)")
    #expect(try applications(program.file("new.db")) == 2)
    let none = try program.run("import", "-", "--database", program.file("none.db"), stdin: table)
    #expect(none.code == 1 && !FileManager.default.fileExists(atPath: program.file("none.db")))
  }

  @Test func whatIsSaidAboutColumnsIsRemembered() throws {
    try program.write("Wer;Was;Wann\nAcme;Cook;01/02/2026\n", to: "jobs.csv")
    let unclear = try program.run("import", "jobs.csv", "--yes")
    #expect(unclear.code == 64 || unclear.code == 65)
    #expect(unclear.err.split(separator: "\n").count == 1 && !unclear.err.contains("Fatal"))
    let map = "company=Wer,role=Was,applied=Wann"
    let dates = try program.run("import", "jobs.csv", "--format", "csv", "--map", map)
    #expect(dates.code == 64 && dates.err.contains("--dates dmy"), "\(dates.err)")
    let told = try program.run(
      "import", "jobs.csv", "--format", "csv", "--map", map, "--dates", "dmy", "--dry-run")
    #expect(told.code == 0 && told.err.contains("applied 1 Feb"), "\(told.err)")
    let remembered = try program.run("import", "jobs.csv", "--format", "csv", "--map", map, "--yes")
    #expect(remembered.code == 0, "\(remembered.err)")
  }

  @Test(arguments: [
    (["--map", "company"], "company=HEADING"), (["--map", "boss=X"], "company=HEADING"),
    (["--map", "company="], "after company="),
    (["--pick", "1"], "a mailbox"), (["--list"], "a mailbox"), (["--to", "acme"], "--to is for"),
    (["--yes", "--dry-run"], "not both"),
    (["--format", "xls"], "xls"), (["--dates", "ddd"], "ddd"),
  ]) func whatWouldDoNothingIsRefused(_ options: [String], _ sentence: String) throws {
    try program.write(table, to: "jobs.csv")
    let result = try program.wait(program.start(["import", "jobs.csv"] + options))
    #expect(result.code == 64 && result.err.contains(sentence), "\(result.err)")
    #expect(!FileManager.default.fileExists(atPath: program.database))
  }

  @Test func whatIsNoneOfItIsRefused() throws {
    for (text, code) in [
      ("Just some words.\nAnd more.\n", Int32(65)), ("", 65), ("{\"a\": 1}", 65),
    ] {
      let result = try program.run("import", "-", "--yes", stdin: text)
      #expect(result.code == code && result.err.split(separator: "\n").count == 1, "\(result.err)")
    }
    #expect(!FileManager.default.fileExists(atPath: program.database))
  }

  @Test func filesOfOtherProgramsGetASentence() throws {
    // By what is in them, whatever they are called and said to be.
    try program.write("%PDF-1.7\nHello\n", to: "jobs.csv")
    try program.write("", to: "empty.csv")
    for (arguments, sentence) in [
      (["jobs.csv"], "jobs.csv is a PDF. Copy its text"),
      (["jobs.csv", "--format", "csv"], "jobs.csv is a PDF. Copy its text"),
      (["empty.csv"], "empty.csv is empty, so there's nothing to import."),
      (["/dev/null"], "/dev/null is empty, so there's nothing to import."),
    ] {
      let result = try program.wait(program.start(["import"] + arguments))
      #expect(result.code == 65 && result.err.contains(sentence), "\(result.err)")
      #expect(result.err.split(separator: "\n").count == 1 && result.bytes.isEmpty)
    }
    #expect(!FileManager.default.fileExists(atPath: program.database))
  }

  private func mail(_ number: Int, _ body: String, from: String = "Ada Quill <ada@acme.example>")
    -> String
  {
    "From: \(from)\nTo: me@example.org\nSubject: Your application \(number)\nDate: Mon, \(number < 10 ? "0" : "")\(number) Mar 2026 10:00:00 +0000\nMessage-ID: <\(number)@acme.example>\n\n\(body)\n\n"
  }

  @Test func aMailFromMutt() throws {
    try program.must("add", "Acme", "Cook", "--applied", "1 feb")
    let text = mail(2, "Unfortunately, we have decided to move forward with other candidates.")
    let asked = try program.run("import", "-", stdin: text)
    #expect(
      asked.code == 1
        && asked.err.contains("Acme · Cook: a rejection from Ada Quill, Mon 2 March 2026"),
      "\(asked.err)")
    let done = try program.run("import", "-", "--yes", stdin: text)
    #expect(done.code == 0, "\(done.err)")
    #expect(try program.must("show", "acme").contains("move forward with other candidates"))
    let before = try program.must("export")
    let again = try program.run("import", "-", "--yes", stdin: text)
    #expect(again.code == 0 && again.err.contains("nothing was changed"), "\(again.err)")
    #expect(try program.must("export") == before)
    #expect(try program.must("undo") == "undone: email imported\n")
    #expect(try program.must("export") != before)
  }

  @Test func aMailboxIsListedAndChosenFrom() throws {
    try program.must("add", "Acme", "Cook", "--applied", "1 feb")
    let box = [
      mail(2, "Thank you for applying. We received your application."),
      mail(3, "Lunch?", from: "x@gmail.com"),
      mail(9, "Unfortunately, we decided against you."),
    ].map { "From ada@acme.example Mon Mar  2 10:00:00 2026\n" + $0 }.joined()
    try program.write(box, to: "box")
    let list = try program.must("import", "box", "--list")
    #expect(list.split(separator: "\n").count == 3)
    #expect(
      list.contains("1  2 Mar 2026") && list.contains("a confirmation")
        && list.contains("a rejection"), "\(list)")
    let unclear = try program.run("import", "box", "--yes")
    #expect(
      unclear.code == 64 && unclear.err.contains("3 emails") && unclear.err.contains("--pick"))
    let missing = try program.run("import", "box", "--pick", "4", "--yes")
    #expect(missing.code == 64 && missing.err.contains("no email 4"))
    #expect(try program.run("import", "box", "--pick", "x").code == 64)
    let done = try program.run("import", "box", "--pick", "1-3", "--yes")
    #expect(done.code == 0 && done.err.contains("email 2 is left out"), "\(done.err)")
    let shown = try program.must("show", "acme")
    #expect(shown.contains("We received your application") && shown.contains("decided against you"))
    #expect(try program.must("undo") == "undone: emails imported\n")
  }

  /// A yes to the import is none to their question; what they say has moved is moved.
  @Test func whatIsOnlyAskedIsNotDoneUnasked() throws {
    try program.must("add", "Acme", "Cook", "--applied", "1 feb", "--interview", "26 mar 10:00")
    func moves(_ words: String, _ number: Int) throws -> (err: String, show: String) {
      let result = try program.run("import", "-", "--yes", stdin: mail(number, words))
      #expect(result.code == 0, "\(result.err)")
      return (result.err, try program.must("show", "acme"))
    }
    let asked = try moves(
      "Could we push Thursday's interview back to Monday, 30 March at 14:00?", 17)
    #expect(asked.err.contains("they ask to move the interview"), "\(asked.err)")
    #expect(asked.err.contains("so the interview time hasn't changed"), "\(asked.err)")
    #expect(
      asked.show.contains("26 Mar 10:00") && !asked.show.contains("30 Mar 14:00"), "\(asked.show)")
    #expect(asked.show.contains("push Thursday's interview"), "their words are kept: \(asked.show)")
    let told = try moves("Your interview has been moved to Tuesday, 31 March at 15:00.", 18)
    #expect(!told.err.contains("hasn't changed"), "\(told.err)")
    #expect(
      told.show.contains("31 Mar 15:00") && !told.show.contains("26 Mar 10:00"), "\(told.show)")
  }

  @Test func aCalendarMovesAndTakesOut() throws {
    try program.must("add", "Acme", "Cook", "--applied", "1 feb")
    func calendar(_ method: String, _ sequence: Int, _ start: String) -> String {
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nMETHOD:\(method)\r\nBEGIN:VEVENT\r\nUID:1@acme\r\nSEQUENCE:\(sequence)\r\nDTSTAMP:20260320T080000Z\r\nDTSTART:\(start)\r\nDURATION:PT1H\r\nSUMMARY:Acme interview\r\nORGANIZER;CN=Ada Quill:mailto:ada@acme.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    }
    try program.write(calendar("REQUEST", 0, "20260401T100000Z"), to: "a.ics")
    try program.write(calendar("REQUEST", 1, "20260402T110000Z"), to: "b.ics")
    try program.write(calendar("CANCEL", 2, "20260402T110000Z"), to: "c.ics")
    #expect(
      try program.run("import", "a.ics", "--yes").err.contains("interview, Wed 1 April 2026, 10:00")
    )
    #expect(try program.must("show", "acme").contains("10:00"))
    let again = try program.run("import", "a.ics", "--yes")
    #expect(again.code == 0 && again.err.contains("nothing was changed"), "\(again.err)")
    let moved = try program.run("import", "b.ics", "--yes")
    #expect(
      moved.err.contains("moves from Wed 1 April 2026, 10:00 to Thu 2 April 2026, 11:00"),
      "\(moved.err)")
    let old = try program.run("import", "a.ics", "--yes")
    #expect(old.err.contains("older version"))
    let off = try program.run("import", "c.ics", "--yes")
    #expect(off.err.contains("canceled"), "\(off.err)")
    let export = try json(try program.must("export"))
    #expect((export["interview"] as? [Any])?.isEmpty == true)
    try program.must("undo")
    #expect((try json(try program.must("export"))["interview"] as? [Any])?.count == 1)
  }

  @Test func aResumeAPostingAndATranscript() throws {
    try program.must("add", "Acme", "Cook", "--applied", "1 feb")
    try program.write("Requirements:\n- Three years of Kafka\n- Fluent German\n", to: "posting.txt")
    #expect(try program.run("import", "posting.txt", "--format", "posting", "--yes").code == 64)
    let posting = try program.run(
      "import", "posting.txt", "--format", "posting", "--to", "acme", "--yes")
    #expect(posting.code == 0 && posting.err.contains("they ask for"), "\(posting.err)")
    let again = try program.run(
      "import", "posting.txt", "--format", "posting", "--to", "acme", "--yes")
    #expect(again.err.contains("nothing was changed"), "\(again.err)")
    try program.write(
      #"{"basics": {"name": "Sam Field", "email": "sam@example.org", "label": "Cook"}, "work": [{"name": "Kiesel", "position": "Cook", "startDate": "2020-03", "highlights": ["Fed 400 people a day"]}], "skills": [{"name": "Data", "level": "Master", "keywords": ["Kafka"]}]}"#,
      to: "resume.json")
    let resume = try program.run("import", "resume.json", "--to", "acme", "--yes")
    #expect(resume.code == 0, "\(resume.err)")
    let export = try program.must("export")
    #expect(
      export.contains("Sam Field") && export.contains("Fed 400 people a day")
        && export.contains("Cook at Kiesel, March 2020 to today"))
    #expect(export.contains("In your résumé: Kafka (Master)"))
    #expect(
      try program.run("import", "resume.json", "--to", "acme", "--yes").err.contains(
        "nothing was changed"))
    try program.write(
      "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n<v Ada>Why do you want\n\n00:00:04.000 --> 00:00:06.000\n<v Ada>to work here?\n\n00:00:06.000 --> 00:00:09.000\n<v Sam Field>I like <b>bread</b>.\n",
      to: "talk.vtt")
    let talk = try program.run("import", "talk.vtt", "--to", "acme", "--yes")
    #expect(
      talk.code == 0 && talk.err.contains("They asked: Why do you want to work here?"),
      "\(talk.err)")
    #expect(try program.must("export").contains("\"I like bread.\""))
    #expect(
      try program.run("import", "talk.vtt", "--to", "acme", "--yes").err.contains(
        "nothing was changed"))
  }

  /// Whoever waits for more than a second is told how long it may still take.
  @Test func theTimeThatIsLeftIsSaid() throws {
    let home = try PrivateHome()
    let notes = String(repeating: "word ", count: 60)
    let rows = (0..<6_000).map { "Company \($0),Role,2026-02-01,Rejected,\(notes)\n" }
    let file = try home.file(
      "many.csv", "Company,Role,Applied,Status,Notes\n" + rows.joined())
    let run = try home.open(["import", file, "--yes"])
    try run.waitFor(" left")
    #expect(try run.child.wait() == .exited(0))
  }

  /// Ctrl-C at any moment: as if it had never been begun.
  @Test func anImportThatIsStoppedLeavesNothing() throws {
    let rows = (0..<6_000).map {
      "Company \($0),Role,2026-02-01,Rejected,\(String(repeating: "word ", count: 40))"
    }
    try program.write(
      "Company,Role,Applied,Status,Notes\n" + rows.joined(separator: "\n"), to: "many.csv")
    var stopped = 0
    for delay in [30, 200, 500, 900, 1_400, 2_200] as [useconds_t] {
      let started = try program.start(["import", "many.csv", "--yes", "--database", "run.db"])
      usleep(delay * 1_000)
      kill(started.child, SIGINT)
      let result = try program.wait(started)
      if result.code == 130 {
        stopped += 1
        #expect(!FileManager.default.fileExists(atPath: program.file("run.db")), "\(delay)")
      } else {
        #expect(result.code == 0, "\(result.err)")
      }
      for name in ["", "-journal"] { unlink(program.file("run.db" + name)) }
    }
    #expect(stopped > 0)
  }
}
