import Foundation
import TestSupport
import Testing

/// `debrief report` and `export`: what leaves the program for other programs and other people.
@Suite(.timed) struct ExportCommandTests {
  private let program = Program()

  private func sample(_ company: String = "Acme") throws {
    try program.must("add", company, "Engineer", "--interview", "9 mar 14:30")
    try program.must("outcome", company, "rejected", "--words", "=no thanks")
    try program.must("quick", "told too little", "--weakness", "--application", company)
    try program.must("feedback", company, "+1 for the story", "--from", "Ines")
  }

  // MARK: - Pages

  @Test func theEndOfAFileNameSaysTheFormat() throws {
    try sample()
    for (name, start) in [("p.html", "<!DOCTYPE"), ("p.HTM", "<!DOCTYPE"), ("p.pdf", "%PDF")] {
      try program.must("report", "acme", "-o", name)
      #expect(program.read(name)?.starts(with: start.utf8) == true)
      try program.must("patterns", "-o", name)
      #expect(program.read(name)?.starts(with: start.utf8) == true)
    }
    try program.must("patterns", "-o", "p.md")
    #expect(program.read("p.md")?.starts(with: "# Your search".utf8) == true)
    #expect(try program.run("report", "acme", "-o", "p.docx").code == 64)
    #expect(try program.run("patterns", "--json", "-o", "p.html").code == 64)
    #expect(try program.run("report", "acme", "--ascii", "-o", "p.html").code == 64)
  }

  @Test(
    "an empty name of a file is said to be one",
    arguments: [
      ["letter", "--lint", ""], ["import", ""], ["bundle", ""], ["backup", ""], ["restore", ""],
      ["export", "-o", ""], ["report", "acme", "-o", ""],
    ])
  func emptyFileNames(_ words: [String]) throws {
    try sample()
    let told = try program.run(words, bytes: [])
    #expect(told.code == 64, "\(words): \(told.err)")
    #expect(told.err.contains("The name of the file is empty."), "\(words): \(told.err)")
  }

  @Test func aDashIsNoCompany() throws {
    let told = try program.run("add", "-", "Tester")
    #expect(told.code == 65 && told.err.contains("needs a letter or a digit"), "\(told.err)")
    try program.must("add", "7", "Tester")
  }

  /// The paper is that of the settings, else of the locale.
  @Test func thePaperIsThatOfTheSettings() throws {
    try sample()
    func paper(_ env: [String: String?] = [:]) throws -> String {
      let result = try program.run("report", "acme", "-o", "p.pdf", env: env)
      #expect(result.code == 0, "\(result.err)")
      let info = try Oracle.run("pdfinfo", [program.file("p.pdf")]).out
      return info.split(separator: "\n").first { $0.hasPrefix("Page size") }.map(String.init) ?? ""
    }
    #expect(try paper().contains("595"))
    #expect(try paper(["LC_ALL": "en_US.UTF-8"]).contains("612"))
    #expect(try paper(["LC_ALL": "de_DE.UTF-8"]).contains("595"))
    try FileManager.default.createDirectory(
      atPath: program.file("config/debrief"), withIntermediateDirectories: true)
    try program.write("paper = \"letter\"\n", to: "config/debrief/config.toml")
    #expect(try paper().contains("612"))
    try program.write("paper = \"a5\"\n", to: "config/debrief/config.toml")
    let told = try program.run("report", "acme", "-o", "p.pdf")
    #expect(told.code == 0 && told.err.contains("`paper` must be one of"))
  }

  /// The PDF says what the page of text says, word for word.
  @Test func theWordsAreThoseOfThePage() throws {
    try sample()
    try program.must("outcome", "acme", "rejected", "--words", "We went with someone else.")
    try program.must("quick", "told the story with numbers", "--strength", "--application", "acme")
    try program.must("report", "acme", "-o", "p.pdf")
    let found = try Oracle.run("pdftotext", ["-layout", program.file("p.pdf"), "-"]).out
    let text = try program.must("report", "acme")
    #expect(!text.contains("more") && !text.contains("words)"), "the page was cut")
    func words(_ text: String) -> [String] {
      text.split { $0.isWhitespace || $0 == "\u{c}" }.map(String.init).filter { word in
        !word.allSatisfy { "│─█░●○•".contains($0) }
      }.sorted()
    }
    #expect(words(found) == words(text))
  }

  // MARK: - The card

  @Test func theCardIsReadByAPhone() throws {
    try sample()
    let empty = try program.run("report", "acme", "--card")
    #expect(empty.code == 0 && empty.err.contains("nothing to bring"))
    let demo = try program.run("report", "Kestrel", "--demo", "--card")
    #expect(demo.code == 0 && demo.out.contains("Changes to try") && demo.out.contains("█"))
    #expect(
      try program.must("report", "Kestrel", "--demo", "--card", "--ascii").utf8.allSatisfy {
        $0 < 0x7f
      })
    try program.must("report", "Kestrel", "--demo", "--card", "-o", program.file("c.pdf"))
    _ = try Oracle.run(
      "pdftoppm", ["-r", "150", "-png", "-singlefile", program.file("c.pdf"), program.file("c")])
    let read = try Oracle.run(
      "zbarimg", ["--quiet", "--raw", "--oneshot", "-Sbinary", program.file("c.png")]
    ).out
    let first = try #require(demo.out.split(separator: "\n").first { $0.contains("1. ") })
    let change = first.drop { $0 != "." }.dropFirst(2).prefix(12)
    #expect(read.contains("1. \(change)"), "\(read)")
    #expect(read.utf8.count <= 135)
    #expect(try program.run("report", "acme", "--card", "-o", "c.md").code == 64)
  }

  // MARK: - Tables

  @Test func tablesGoIntoAFolder() throws {
    try sample()
    let told = try program.run("export", "--format", "csv", "-o", "tables")
    #expect(told.code == 0 && told.err.contains("2 texts look like a formula"), "\(told.err)")
    let feedback = String(decoding: program.read("tables/feedback.csv") ?? [], as: UTF8.self)
    #expect(feedback.contains(",'+1 for the story,") && feedback.contains(",Acme\r\n"))
    let one = try program.run("export", "--format", "csv", "--noun", "feedback")
    #expect(one.out == feedback && one.err.contains("1 text looks like"))
    #expect(try program.must("export", "--noun", "feedback", "--raw", "-o", "f.csv").isEmpty)
    #expect(String(decoding: program.read("f.csv") ?? [], as: UTF8.self).contains(",+1 for"))
    try program.must("export", "--noun", "Applications", "--bom", "-o", "a.csv")
    #expect(program.read("a.csv")?.starts(with: [0xef, 0xbb, 0xbf]) == true)
    for (arguments, code) in [
      (["export", "--format", "csv"], 64), (["export", "--noun", "feedback"], 64),
      (["export", "--format", "csv", "--noun", "hobby"], 64), (["export", "--bom"], 64),
      (["export", "--format", "csv", "-o", "f.csv"], 64), (["export", "-o", "g.csv"], 64),
    ] { #expect(try program.run(arguments, bytes: []).code == Int32(code), "\(arguments)") }
  }

  // MARK: - Files

  private func files(_ folder: String) throws -> [String: Data] {
    var all: [String: Data] = [:]
    let found = try FileManager.default.subpathsOfDirectory(atPath: program.file(folder))
    for path in found {
      all[path] = FileManager.default.contents(atPath: program.file(folder + "/" + path))
    }
    return all
  }

  @Test func theSameNotesAreTheSameFiles() throws {
    try sample()
    try program.must("export", "--format", "markdown", "-o", "vault")
    let first = try files("vault")
    #expect(first["index.md"] != nil && first.keys.contains { $0.hasSuffix("/feedback.md") })
    try program.must("export", "--format", "markdown", "-o", "vault/")
    #expect(try files("vault") == first)
    try program.must("export", "--format", "markdown", "-o", "other")
    #expect(try files("other") == first)
    let sums = try Oracle.run(
      "env", ["-C", program.file("vault"), "sha256sum", "-c", ".debrief-markdown"])
    #expect(sums.status == 0, "\(sums.err)")
  }

  /// Nothing that somebody else wrote, or changed, is written over or taken away.
  @Test func whatIsSomebodyElsesStays() throws {
    try sample()
    try program.write("mine", to: "notes.txt")
    for target in [".", "notes.txt"] {
      let refused = try program.run("export", "--format", "markdown", "-o", target)
      #expect(refused.code == 64, "\(refused.err)")
    }
    try program.must("export", "--format", "markdown", "-o", "vault")
    let folder = try #require(
      try FileManager.default.contentsOfDirectory(atPath: program.file("vault")).first {
        $0.hasPrefix("Acme")
      })
    try program.write("changed", to: "vault/\(folder)/overview.md")
    try program.write("mine", to: "vault/mine.md")
    try FileManager.default.removeItem(atPath: program.file("vault/\(folder)/page.md"))
    try FileManager.default.createSymbolicLink(
      atPath: program.file("vault/\(folder)/page.md"),
      withDestinationPath: program.file("notes.txt"))
    try program.must("quick", "another thought", "--application", "acme")
    for _ in 0..<2 {
      let told = try program.run("export", "--format", "markdown", "-o", "vault")
      #expect(told.code == 0 && told.err.contains("overview.md") && told.err.contains("page.md"))
      #expect(program.read("vault/\(folder)/overview.md") == Array("changed".utf8))
      #expect(program.read("vault/mine.md") == Array("mine".utf8))
      #expect(program.read("notes.txt") == Array("mine".utf8))
    }
    // Another application's folder goes when it's deleted; what was changed in ours still stays.
    try program.must("add", "Gone", "Engineer")
    try program.must("export", "--format", "markdown", "-o", "vault")
    try program.must("undo")
    try program.must("export", "--format", "markdown", "-o", "vault")
    let left = try FileManager.default.contentsOfDirectory(atPath: program.file("vault"))
    #expect(!left.contains { $0.hasPrefix("Gone") } && left.contains(folder))
  }

  // MARK: - Bundles

  @Test func aBundleIsTheSameStoreElsewhere() throws {
    try sample()
    let export = try program.must("export")
    try program.must("bundle", "notes.jsonl")
    let bundle = try #require(program.read("notes.jsonl"))
    #expect(try program.run("bundle", "-").bytes == bundle)
    let other = Program()
    try other.must("import", program.file("notes.jsonl"))
    #expect(try other.must("export") == export)
    let again = try other.run("import", "-", stdin: String(decoding: bundle, as: UTF8.self))
    #expect(again.code == 0 && again.err.contains("nothing was changed"))
    let cut = try other.run(["import", "-"], bytes: Array(bundle.dropLast(60)))
    #expect(cut.code == 65 && cut.err.contains("not JSON"), "\(cut.err)")
    for name in ["notes.age", "notes.pdf"] {
      #expect(try program.run("bundle", name).code == 64)
      #expect(program.read(name) == nil)
    }
  }

  /// Without age, or without a terminal to ask on, one sentence says so.
  @Test func sealingNeedsAgeAndATerminal() throws {
    try sample()
    let none = try program.run("bundle", "n.age", "--seal", env: ["PATH": "/nowhere"])
    #expect(none.code == 1 && none.err.contains("apt install age"), "\(none.err)")
    // In a session of its own there's no terminal.
    let started = try Oracle.run(
      "setsid",
      [
        "-w", "env", "HOME=\(program.home)", "DEBRIEF_DATABASE=\(program.database)",
        Program.path, "bundle", program.file("n.age"), "--seal",
      ])
    let asks = started.err.contains("Run this in a terminal.")
    #expect(started.status == 64 && asks, "\(started.err)")
    #expect(program.read("n.age") == nil)
  }

  /// Sealed and opened again on a terminal, by age itself.
  @Test func aSealedBundleIsOpenedByItsPassphrase() throws {
    let home = try PrivateHome()
    _ = try home.run(["add", "Acme", "Engineer"])
    let export = try home.run(["export"]).out
    func typed(_ arguments: [String], _ prompts: [String]) throws {
      let run = try home.open(arguments)
      for prompt in prompts {
        try run.waitFor(prompt)
        try run.type("correct horse battery\r")
      }
      #expect(try run.child.wait() == .exited(0), "\(arguments)")
    }
    let file = home.folder + "/n.age"
    try typed(["bundle", file, "--seal"], ["Enter passphrase", "Confirm passphrase"])
    let sealed = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(sealed.starts(with: "age-encryption.org/v1".utf8))
    #expect(sealed.range(of: Data("Acme".utf8)) == nil)
    _ = try home.run(["undo"])
    try typed(["import", file], ["Enter passphrase"])
    #expect(try home.run(["export"]).out == export)
  }

  // MARK: - An adviser

  @Test func remarksComeBackToTheRightFinding() throws {
    try sample()
    let refused = try program.run("share", "acme", "-o", "a.txt")
    #expect(refused.code == 64 && refused.err.contains("1 strength or weakness"), "\(refused.err)")
    #expect(refused.err.contains("private notes") && program.read("a.txt") == nil)
    try program.must("share", "acme", "--yes", "-o", "a.txt")
    var text = String(decoding: try #require(program.read("a.txt")), as: UTF8.self)
    let line = try #require(
      text.split(separator: "\n").first { $0.hasPrefix("[") && $0.contains("told too little") })
    text = text.replacing("\(line)\n", with: "\(line)\nName one number.\n")
      .replacing("From: \n", with: "From: Coach Kim\n")
    try program.write(text, to: "back.txt")
    let before = try program.must("export")
    let dry = try program.run("import", "back.txt", "--dry-run")
    #expect(dry.code == 0 && dry.err.contains("would add: 1 comment"), "\(dry.err)")
    #expect(try program.must("export") == before)
    let told = try program.run("import", "back.txt")
    #expect(told.code == 0 && told.err.contains("added: 1 comment"), "\(told.err)")
    let after = try json(try program.must("export"))
    let feedback = try #require(after["feedback"] as? [[String: Any]])
    let remark = try #require(feedback.first { $0["channel"] as? String == "adviser" })
    #expect(remark["from"] as? String == "Coach Kim")
    #expect(remark["verbatim"] as? String == "About \"told too little\":\nName one number.")
    let finding = try #require((after["finding"] as? [[String: Any]])?.first)
    let evidence = try #require(finding["evidence"] as? [String: Any])
    #expect(evidence["id"] as? String == remark["id"] as? String)
    let again = try program.run("import", "back.txt")
    #expect(again.code == 0 && again.err.contains("already here: 1 comment"), "\(again.err)")
    try program.must("undo")
    #expect(try program.must("export") == before)
    try program.write("debrief remarks 1\n[0123456789ab]\nlost\n", to: "lost.txt")
    #expect(try program.run("import", "lost.txt").code == 65)
    try program.write("debrief remarks 1\n", to: "none.txt")
    #expect(try program.run("import", "none.txt").code == 65)
  }

  @Test func onATerminalItAsksFirst() throws {
    let home = try PrivateHome()
    _ = try home.run(["add", "Acme", "Engineer"])
    let file = home.folder + "/a.html"
    for (answer, code) in [("n\r", Int32(1)), ("\r", 1), ("y\r", 0)] {
      let run = try home.open(["share", "acme", "-o", file])
      try run.waitFor("Write it? [y/N]")
      try run.type(answer)
      #expect(try run.child.wait() == .exited(code), "\(answer)")
      #expect(FileManager.default.fileExists(atPath: file) == (code == 0))
    }
  }

  /// Hidden in the copy, and found again all the same.
  @Test func remarksOnAMaskedCopyComeBackToo() throws {
    try sample("Kestrel")
    try program.must("share", "kestrel", "--mask", "--yes", "-o", "a.html")
    let html = String(decoding: try #require(program.read("a.html")), as: UTF8.self)
    #expect(!html.lowercased().contains("kestrel") && !html.contains("Ines"))
    let mark = try #require(html.firstMatch(of: /data-mark="\[([0-9a-f]{12})\] Didn/)?.1)
    try program.write("debrief remarks 1\nFrom: Kim\n[\(mark)]\nOK.\n", to: "b.txt")
    try program.must("import", "b.txt")
    #expect(try program.must("show", "kestrel").contains("About \"told too little\""))
  }

  // MARK: - Nothing is sent

  @Test func noSocketLeadsAnywhere() throws {
    guard (try? Oracle.run("strace", ["-o", "/dev/null", "/bin/true"]))?.status == 0 else {
      print("strace cannot be used here: not tested that no socket leads anywhere.")
      return
    }
    try sample()
    let file = program.file
    for (n, arguments) in [
      ["report", "acme", "-o", file("t.html")], ["report", "acme", "-o", file("t.pdf")],
      ["patterns", "-o", file("t.pdf")], ["report", "acme", "--card", "-o", file("c.pdf")],
      ["export", "--format", "csv", "-o", file("t")], ["bundle", file("t.jsonl")],
      ["export", "--format", "markdown", "-o", file("v")],
      ["share", "acme", "--yes", "-o", file("s.html")],
    ].enumerated() {
      let trace = file("trace\(n)")
      let run = try Oracle.run(
        "strace",
        [
          "-f", "-e", "trace=network,execve", "-o", trace, "env", "HOME=\(program.home)",
          "DEBRIEF_DATABASE=\(program.database)", Program.path,
        ] + arguments)
      #expect(run.status == 0, "\(arguments): \(run.err)")
      let lines = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
      #expect(lines.contains { $0.contains("execve(") })
      let calls = lines.filter { $0.contains("AF_INET") || $0.contains("connect(") }
      #expect(calls.isEmpty, "\(calls)")
    }
  }
}
