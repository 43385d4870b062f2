import Foundation
import TestSupport
import Testing

/// What a person types and where the output goes, through the real program.
@Suite(.timed) struct CommandLineTests {
  private let program = Program()

  private func run(_ arguments: [String], out: String? = nil) throws -> Program.Result {
    try program.wait(program.start(arguments, out: out))
  }

  // MARK: Text that begins with a dash

  @Test(arguments: ArgumentOrderTests.texts.prefix(4)) func aTextIsSaved(_ text: String) throws {
    try program.must("add", "Acme", "Engineer")
    try program.must("quick", text)
    try program.must("feedback", "acme", text, "--from", text)
    try program.must("outcome", "acme", "rejected", "--words", text)
    let all = try program.must("export")
    // Four places: the note, the words and who said them, the outcome.
    let document = try json(all)
    let held = ["note", "feedback", "event"].compactMap { document[$0] as? [[String: Any]] }
      .joined().flatMap(\.values).compactMap { $0 as? String }
    #expect(held.filter { $0 == text }.count >= 4, "\(all)")
    // A company may be called so, too; and what is not there is not found, instead of helped.
    #expect(try run(["add", text, "Role"]).code == 0)
    #expect(try run(["show", "- no such company"]).code == 66)
    #expect(try run(["search", text]).err.contains("OVERVIEW") == false)
  }

  @Test func whatIsNeitherIsRefusedAndSavesNothing() throws {
    try program.must("add", "Acme", "Engineer")
    let before = try program.must("export")
    for slip in ["-1", "-that", "-hello", "--foo", "--strenght"] {
      let result = try run(["quick", slip])
      #expect(result.code == 64 && result.bytes.isEmpty)
      #expect(result.err.contains("-- before it") && result.lines.isEmpty)
      #expect(result.err.split(separator: "\n").count == 1)
    }
    for arguments in [["help", "bogus"], ["bogus", "--help"], ["- they said h"]] {
      let result = try run(arguments)
      #expect(result.code == 64 && result.bytes.isEmpty, "\(arguments): \(result.err)")
    }
    #expect(try program.must("export") == before)
  }

  // MARK: Where the output goes

  private static let printing = [
    ["list"], ["list", "--json"], ["show", "acme"], ["show", "acme", "--json"], ["search", "acme"],
    ["search", "acme", "--json"], ["export"], ["agenda", "--json"], ["report", "acme"], ["keys"],
    ["report", "acme", "-o", "/dev/stdout"], ["config"], ["config", "--print-default"], ["help"],
    ["--help"], ["list", "--help"], ["--version"], ["doctor"], ["doctor", "--json"],
    ["letter", "acme", "stay-in-touch"],
  ]

  @Test func aFullDiskIsNamed() throws {
    try program.must("add", "Acme", "Engineer")
    for command in CommandLineTests.printing where try run(command).bytes.count > 0 {
      let result = try run(command, out: "/dev/full")
      #expect(result.code == 74, "\(command)")
      #expect(
        result.err.hasSuffix("couldn't be written: No space left on device.\n"), "\(command)")
    }
  }

  @Test func aClosedPipeIsQuiet() throws {
    try program.must("add", "Acme", "Engineer")
    let commands = try CommandLineTests.printing.filter { try run($0).bytes.count > 0 }
    #expect(commands.count > 15)
    // A fifo whose reader has gone.
    var script = "mkfifo p\nexec 3<>p 4>p\nexec 3<&-\nset +e\n"
    for command in commands {
      script += "\(Program.path) \(command.joined(separator: " ")) >&4 2>>err\necho $? >> codes\n"
    }
    try program.write(script, to: "pipe.sh")
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["pipe.sh"]
    shell.currentDirectoryURL = URL(fileURLWithPath: program.home)
    shell.environment = [
      "HOME": program.home, "XDG_DATA_HOME": program.home + "/data", "PATH": "/usr/bin:/bin",
      "XDG_CONFIG_HOME": program.home + "/config", "SWIFT_BACKTRACE": "enable=no",
      "LC_ALL": "C.UTF-8", "DEBRIEF_NOW": TestClock.text,
    ]
    try shell.run()
    shell.waitUntilExit()
    let codes = program.read("codes").map { String(decoding: $0, as: UTF8.self) } ?? ""
    let each = codes.split(separator: "\n")
    for (command, code) in zip(commands, each) { #expect(code == "141", "\(command)") }
    #expect(each.count == commands.count)
    let said = program.read("err").map { String(decoding: $0, as: UTF8.self) } ?? ""
    #expect(!said.contains("couldn't be") && !said.contains("store"), "\(said)")
  }

  /// A list that is longer than what is written at once meets the end while it reads the store.
  @Test func aLongListMeetsTheSame() throws {
    try program.must("add", "Acme", String(repeating: "Engineer ", count: 10))
    var archive = try json(try program.must("export"))
    let rows = try #require(archive["application"] as? [[String: Any]], "\(archive.keys)")
    let row = try #require(rows.first)
    archive["application"] = (0..<1_100).map { number in
      var copy = row
      copy["id"] = "aaaa" + String(number + 100_000, radix: 10) + "bbbbbb"
      return copy
    }
    let data = try JSONSerialization.data(withJSONObject: archive)
    try data.write(to: URL(fileURLWithPath: program.file("many.json")))
    try program.must("import", "many.json")
    #expect(try program.must("list").utf8.count > 66_000)
    let full = try run(["list"], out: "/dev/full")
    #expect(full.code == 74)
    #expect(full.err == "debrief: The output couldn't be written: No space left on device.\n")
    let cut = try json(try program.must("search", "acme", "--json"))
    #expect(cut["truncated"] as? Bool == true)
    #expect((cut["hits"] as? [Any])?.count == 1_000)
  }

  // MARK: Files

  @Test func aFileKeepsWhatCpWouldKeep() throws {
    try program.must("add", "Acme", "Engineer")
    let page = Array(try program.must("report", "acme").utf8)
    try program.write(String(repeating: "old ", count: 5_000), to: "old.txt")
    #expect(chmod(program.file("old.txt"), 0o640) == 0)
    #expect(link(program.file("old.txt"), program.file("other.txt")) == 0)
    #expect(symlink("old.txt", program.file("link.txt")) == 0)
    try program.must("report", "acme", "-o", "link.txt")
    #expect(program.read("old.txt") == page && program.read("other.txt") == page)
    #expect(program.mode(program.file("old.txt")) == 0o640)
    #expect(unlink(program.file("other.txt")) == 0)
    try program.must("report", "acme", "-o", "old.txt")
    #expect(program.mode(program.file("old.txt")) == 0o640)
    try program.must("report", "acme", "-o", "new.txt")
    #expect(program.mode(program.file("new.txt")) == 0o600)
    #expect(symlink("nowhere.txt", program.file("dangling.txt")) == 0)
    let dangling = try program.run("report", "acme", "-o", "dangling.txt")
    #expect(dangling.code == 74 && dangling.err.contains("a link to a file that isn't there"))
    #expect(program.read("nowhere.txt") == nil)
    for own in ["", "-wal", "-shm", "-journal"] {
      let path = program.database + own
      #expect(try program.run("report", "acme", "-o", path).code == 64)
      let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      #expect(own.isEmpty || (size ?? 0) == 0)
    }
  }

  @Test func theFormFollowsTheName() throws {
    try program.must("add", "Acme", "Engineer")
    let markdown = Array(try program.must("report", "acme", "--format", "markdown").utf8)
    for name in ["page.md", "PAGE.MD", "page.markdown"] {
      try program.must("report", "acme", "-o", name)
      #expect(program.read(name) == markdown)
    }
    for name in ["page.txt", "page", "page.acme", ".html", "9.mar"] {
      try program.must("report", "acme", "-o", name)
      #expect(program.read(name).map { $0 != markdown } == true)
    }
    try program.must("report", "acme", "-o", "asked.txt", "--format", "markdown")
    #expect(program.read("asked.txt") == markdown)
    for (command, names, offered) in [
      (
        ["report", "acme"], ["x.odt", "x.PNG", "x.docx", "a.b/x.json", "x.eml"],
        ".html, .md, .pdf, or .txt"
      ),
      (["patterns"], ["x.csv"], ".html, .md, .pdf, or .txt"),
      (["letter", "acme", "thank-you"], ["x.html", "x.pdf", "x.md"], ".eml or .txt"),
      (["export"], ["x.xlsx", "x.md", "x.db", "x.html"], ".csv or .json"),
      (["share", "acme", "--yes"], ["x.pdf"], ".html or .txt"),
    ] {
      for name in names {
        let result = try run(command + ["-o", name])
        #expect(result.code == 64, "\(name)")
        let suffix = try #require(name.split(separator: ".").last).lowercased()
        #expect(result.err.hasSuffix("as \(suffix). End the file name in \(offered).\n"), "\(name)")
        #expect(program.read(name) == nil)
      }
    }
    #expect(try program.run("report", "acme", "--ascii", "-o", "x.md").code == 64)
  }

  @Test func aBackupIsAFile() throws {
    try program.must("add", "Acme", "Engineer")
    #expect(try program.run("backup", "-").code == 64)
    #expect(try program.run("restore", "-").code == 64)
    #expect(program.read("-") == nil)
  }

  // MARK: Options and help

  @Test(arguments: [
    ["letter", "acme", "thank-you", "--json"], ["letter", "acme", "thank-you", "--kind", "L4"],
    ["letter", "acme", "thank-you", "--application", "acme"],
    ["letter", "--lint", "l.txt", "acme", "thank-you"], ["letter", "--lint", "l.txt", "acme"],
    ["letter", "--lint", "l.txt", "-o", "x.txt"], ["letter", "--lint", "l.txt", "--by", "today"],
    ["letter", "--lint", "l.txt", "--new"], ["letter", "--lint", "l.txt", "--format", "eml"],
    ["letter", "acme", "access-request", "--by", "yesterday"],
    ["letter", "acme", "access-request", "--by", "2026-03-19"],
    ["letter", "acme", "thank-you", "--by", "tomorrow"], ["keys", "--demo"], ["config", "--demo"],
    ["keys", "--database", "x.db"], ["config", "--database", "x.db"],
    ["export", "--format", "xml"], ["agenda", "--json", "--ics"], ["quick", "x", "--on", "today"],
  ]) func anOptionThatWouldDoNothingIsRefused(_ arguments: [String]) throws {
    try program.must("add", "Acme", "Engineer")
    try program.write("Hi Ines,\n\nThank you.\n", to: "l.txt")
    let result = try run(arguments)
    #expect(result.code == 64, "\(result.code) \(result.out)")
    #expect(result.bytes.isEmpty && result.err.split(separator: "\n").count == 1, "\(result.err)")
  }

  @Test func aLetterIsCheckedWithoutAStore() throws {
    try program.write("Dear Ines,\n\nthank you for the the time.\n", to: "l.txt")
    let usual = try run(["letter", "--lint", "l.txt"])
    #expect(usual.code == 1 && usual.out.contains("the the"))
    for env: [String: String?] in [
      ["DEBRIEF_DATABASE": program.file("nowhere/x.db")],
      ["DEBRIEF_DATABASE": program.file("l.txt")],
      ["HOME": nil, "XDG_DATA_HOME": nil, "XDG_CONFIG_HOME": nil, "XDG_STATE_HOME": nil],
    ] {
      let result = try program.wait(
        program.start(["letter", "--lint", program.file("l.txt")], env: env))
      #expect(result.code == 1 && result.out == usual.out, "\(env): \(result.err)")
    }
    #expect(program.read("l.txt") == Array("Dear Ines,\n\nthank you for the the time.\n".utf8))
    let named = try run(["letter", "--lint", "l.txt", "--database", "gone.db"])
    #expect(named.code == 1 && named.out == usual.out, "\(named.err)")
    #expect(program.read("gone.db") == nil)
    // What is to be found in a store has to have one.
    let other = ["letter", "--lint", "l.txt", "--application", "acme", "--database", "gone.db"]
    #expect(try run(other).code == 66)
  }

  @Test func helpReadsAsWords() throws {
    for name in ["quick", "letter", "report", "replay", "list", "keys", "outcome"] {
      for help in [try program.must("help", name), try program.must(name, "--help")] {
        #expect(help.contains("USAGE: debrief \(name)"), "\(help)")
        #expect(!help.contains("(default: ["), "\(help)")
        #expect(!help.contains("Size("), "\(help)")
      }
    }
    #expect(try program.must("replay", "--help").contains("default: 80x24"))
  }

  @Test func aSearchSaysWhetherItIsCut() throws {
    try program.must("add", "Acme", "Engineer")
    let all = try json(try program.must("search", "acme", "--json"))
    #expect(all["truncated"] as? Bool == false)
    for _ in 0..<2 { try program.must("quick", "needle") }
    let two = try json(try program.must("search", "needle", "--json"))
    #expect((two["hits"] as? [Any])?.count == 2)
  }

  /// What is wrong with a command line is one sentence of the program's own.
  @Test(arguments: [
    (["add"], "<company> is missing: type debrief add <company> <role>."),
    (["show"], "<reference> is missing: type debrief show <reference>."),
    (["outcome", "Acme"], "<outcome> is missing: type debrief outcome <reference> <outcome>."),
    (["quick"], "<text> is missing: type debrief quick <text> ..."),
    (["add", "a", "b", "c"], "\"c\" is one word too many: type debrief add <company> <role>"),
    (["add", "a", "b", "c", "d"], "\"c\" and \"d\" are too many words"),
    (["keys", "x"], "\"x\" is one word too many: debrief help keys tells you more."),
    (
      ["outcome", "x", "o'clock"], "\"o'clock\" doesn't work for <outcome>: type rejected, silent,"
    ),
    (["replay", "/dev/null", "--size", "3"], "\"3\" doesn't work for --size"),
    (["add", "a", "b", "--json=3"], "--json takes no value"),
    (["letter"], "Name the application and the letter"),
    (["undo", "--list", "--limit", "many"], "\"many\" doesn't work for --limit"),
  ])
  func aSlipIsOneSentence(_ arguments: [String], _ wanted: String) throws {
    let run = try program.run(arguments, bytes: [])
    #expect(run.code == 64 && run.out.isEmpty)
    #expect(run.err.hasPrefix("debrief: \(wanted)"), "\(run.err)")
    #expect(run.err.filter { $0 == "\n" }.count == 1, "\(run.err)")
    #expect(!run.err.contains("Error:") && !run.err.contains("Usage:"))
  }

  /// What only opening the screen knows does nothing before a command, and of two that contradict each other one
  /// would: both are said.
  @Test(arguments: [
    (["--mouse", "list"], "--mouse is for opening the screen"),
    (["--no-mouse", "list"], "--no-mouse is for opening the screen"),
    (["--plain", "list"], "--plain is for opening the screen"),
    (["--color", "always", "list"], "--color is for opening the screen"),
    (["--color=always", "--demo", "list"], "--color is for opening the screen"),
    (
      ["--plain", "drill"],
      "--plain is for opening the screen, so it does nothing with debrief drill"
    ),
    (["--plain", "help", "list"], "--plain is for opening the screen"),
    (["--plain", "--no-plain"], "Use --plain or --no-plain, not both."),
    (["--no-mouse", "--mouse"], "Use --no-mouse or --mouse, not both."),
    (["--color", "always", "--color", "never"], "You gave --color twice"),
    (["share", "Acme", "--yes", "--format", "text", "-o", "a.html"], "a.html ends in .html"),
    (["patterns", "--format", "text", "-o", "a.html"], "a.html ends in .html"),
  ])
  func whatWouldBeIgnoredIsRefused(_ arguments: [String], _ wanted: String) throws {
    let run = try program.run(arguments, bytes: [])
    #expect(run.code == 64 && run.out.isEmpty, "\(run.err)")
    #expect(run.err.hasPrefix("debrief: \(wanted)"), "\(run.err)")
    #expect(run.err.filter { $0 == "\n" }.count == 1, "\(run.err)")
  }

  @Test func whatEveryCommandKnowsMayStandBeforeIt() throws {
    #expect(try program.run(["--no-pager", "--demo", "list"], bytes: []).code == 0)
    #expect(try program.run(["--demo", "list", "--demo", "--json", "--json"], bytes: []).code == 0)
    // Plain text may hold anything that can be read.
    #expect(
      try program.run(["--demo", "patterns", "--format", "html", "-o", "a.txt"], bytes: []).code
        == 0)
  }
}
