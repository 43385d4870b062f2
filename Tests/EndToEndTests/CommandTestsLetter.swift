import Foundation
import Testing

@Suite(.timed) struct CommandTestsLetter {
  let program = Program()

  private let right = """
    Subject: A question, as advice

    Dear Rafał,

    thank you for letting me know, and for two well-run conversations. May I ask for a piece of advice: what in my experience gave you doubt? A line is plenty.

    I wish you much success with the new colleague.

    Kind regards,
    Robin
    """

  @Test func aRightLetterRaisesNothing() throws {
    try program.write(right, to: "letter.txt")
    let result = try program.run("letter", "--lint", "letter.txt", "--kind", "L4")
    #expect(result.code == 0, "\(result.out)\(result.err)")
    #expect(result.out == "" && result.err == "")
    let left = try FileManager.default.contentsOfDirectory(atPath: program.home)
    #expect(left.allSatisfy { $0.hasPrefix("run-") || $0 == "letter.txt" }, "\(left)")
  }

  @Test func remarksSayWhereAndHow() throws {
    let wrong = right.replacingOccurrences(of: "May I ask", with: "Tell me why, i beg. May I aks")
    let result = try program.run("letter", "--lint", "-", "--kind", "ask-feedback", stdin: wrong)
    #expect(result.code == 1)
    let lines = result.lines
    #expect(lines.first == "5:68 demand: “Tell me why” sounds like a demand")
    #expect(lines.contains { $0.hasPrefix("5:94 spelling: “aks” isn't in the dictionary") })
    #expect(lines.filter { $0.hasPrefix("  ") }.count == 2)
    #expect(isHarmless(result.bytes))
  }

  @Test func theDocumentHasAVersion() throws {
    let result = try program.run(
      "letter", "--lint", "-", "--json", stdin: "Hi [name],\n\nyes yes.\n")
    #expect(result.code == 1)
    let document = try json(result.out)
    #expect(document["version"] as? Int == 1)
    #expect(document["subject"] as? String == "")
    let remarks = try #require(document["remarks"] as? [[String: Any]])
    #expect(remarks.map { $0["rule"] as? String } == ["gap", "doubled-word"])
    #expect(remarks.map { $0["line"] as? Int } == [1, 3])
    #expect(remarks.map { $0["column"] as? Int } == [4, 1])
    #expect((document["spelling"] as? [String: Any])?["language"] as? String == "en_US")
    let keys = result.lines.filter { $0.hasPrefix("  \"") }
    #expect(keys == keys.sorted())
    let clean = try program.run("letter", "--lint", "-", "--json", stdin: "All is well.")
    #expect(clean.code == 0)
    #expect(try json(clean.out)["remarks"] as? [String] == [])
  }

  @Test func anApplicationGivesContext() throws {
    try program.must("add", "Nordlicht", "Platform engineer")
    try program.must("add", "Kestrel Labs", "Staff engineer")
    let text = right.replacingOccurrences(of: "two well-run", with: "what Kestrel Labs calls")
    let result = try program.run(
      "letter", "--lint", "-", "--kind", "L4", "--application", "nordlicht", stdin: text)
    #expect(result.code == 1)
    #expect(result.out.contains("foreign-name: Kestrel Labs is from another application"))
    #expect(result.out.contains("recipient: you haven't chosen who it goes to"))
    #expect(
      try program.run("letter", "--lint", "-", "--application", "nowhere", stdin: text).code == 66)
    #expect(
      try program.run("letter", "--lint", "-", "--to", "nobody", stdin: text).code == 66)
  }

  @Test func whatCannotBeReadIsSaid() throws {
    #expect(try program.run("letter").code == 64)
    #expect(try program.run("letter", "--lint", "-", "--kind", "L99").code == 64)
    #expect(try program.run("letter", "--lint", "gone.txt").code == 66)
    #expect(try program.run(["letter", "--lint", "-"], bytes: [0xff, 0xfe]).code == 65)
    for nothing in [
      "", "\n", " \t\r\n\u{3000}\u{2003}\n", "\u{200b}\u{feff}\n", "Subject: Thanks\n\n \n",
    ] {
      let empty = try program.run("letter", "--lint", "-", stdin: nothing)
      #expect(empty.code == 1 && empty.out.isEmpty)
      #expect(empty.err.contains("no text to check"), "\(empty.err)")
      #expect(try program.run("letter", "--lint", "-", "--json", stdin: nothing).code == 1)
    }
    #expect(try program.run("letter", "--lint", "-", stdin: "Thanks.").code == 0)
  }

  @Test func ownWordsAddToTheShippedOnes() throws {
    let folder = program.home + "/config/debrief/letters"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let own = "extends: true\nlists:\n  known: [frobnicate]\n  demand: [pretty please]\n"
    try Data(own.utf8).write(to: URL(fileURLWithPath: folder + "/lint.yaml"))
    let text = "I frobnicate, pretty please.\n"
    let result = try program.run("letter", "--lint", "-", stdin: text)
    #expect(result.lines.first == "1:15 demand: “pretty please” sounds like a demand")
    #expect(!result.out.contains("spelling"))
    try Data("lists:\n  knwon: [x]\n".utf8).write(to: URL(fileURLWithPath: folder + "/lint.yaml"))
    let faulty = try program.run("letter", "--lint", "-", stdin: text)
    #expect(faulty.err.contains("lint.yaml:2: `knwon` is not a list"))
    #expect(faulty.out.contains("spelling: “frobnicate”"))
  }

  @Test func aLanguageWithoutDictionaryIsSaid() throws {
    let profile = """
      "profile": [{"id": "profile", "name": "Robin", "email": "", "phone": "", "goals": "",
        "available": "", "language": "xx_YY"}]
      """
    let empty = try program.must("export")
    let archive = empty.replacingOccurrences(of: "\"profile\": []", with: profile)
    try #require(archive != empty)
    let imported = try program.run("import", "-", stdin: archive)
    try #require(imported.code == 0, "\(imported.err)")
    let result = try program.run("letter", "--lint", "-", stdin: "Mispeled.\n")
    #expect(result.code == 0)
    #expect(
      result.err.contains(
        "There's no spelling dictionary for xx_YY; on Debian: apt install hunspell-xx."))
    #expect(try program.run("doctor").out.contains("no spelling dictionary for xx_YY"))
  }
}
