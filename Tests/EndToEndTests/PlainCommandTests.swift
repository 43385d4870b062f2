import Foundation
import TestSupport
import Testing

/// How plain mode is turned on and off, and what it makes of what is not meant for it.
@Suite(.timed) struct PlainCommandTests {
  let program = Program()

  @Test func saysFirstWhatItIsAndHowItCame() throws {
    func first(_ arguments: String..., env: [String: String?] = [:]) throws -> String {
      let result = try program.wait(program.start(arguments, stdin: Array("q\n".utf8), env: env))
      #expect(result.code == 0, "\(result.err)")
      return result.lines.first ?? ""
    }
    #expect(
      try first("--plain")
        == "debrief in plain mode, line by line, because of --plain; without it, the full screen "
        + "opens. Type ? for help, q to leave.")
    #expect(
      try first(env: ["ACCESSIBLE": "1"]).contains(
        "because ACCESSIBLE is set in your environment; debrief --no-plain opens the full screen."))
    try FileManager.default.createDirectory(
      atPath: program.file("config/debrief"), withIntermediateDirectories: true)
    try program.write("plain = true\n", to: "config/debrief/config.toml")
    #expect(try first().contains("because your settings say plain = true"))
    #expect(try first("--plain", "--demo").contains("because of --plain"))
    #expect(try program.must("config").contains("plain                       true"))
    #expect(try json(program.must("config", "--json"))["plain"] as? Bool == true)
  }

  /// The doctor says whether it's on, and by what.
  @Test func theDoctorSaysHowItCame() throws {
    func doctor(_ env: [String: String?] = [:]) throws -> (row: String, on: Bool?, cause: String?) {
      let text = try program.wait(program.start(["doctor"], env: env))
      let row = text.lines.first { $0.hasPrefix("plain mode") } ?? ""
      let document = try json(try program.wait(program.start(["doctor", "--json"], env: env)).out)
      let plain = document["plain"] as? [String: Any]
      return (
        String(row.dropFirst("plain mode".count)).trimmingCharacters(in: .whitespaces),
        plain?["on"] as? Bool, plain?["cause"] as? String
      )
    }
    let off = try doctor()
    #expect(off.row == "off (debrief --plain turns it on)" && off.on == false && off.cause == nil)
    for (env, cause) in [
      (["ACCESSIBLE": "1"], "ACCESSIBLE is set in your environment"),
      (["TERM": "dumb"], "the terminal \"dumb\" (TERM) can't place its cursor"),
      (["TERM": "no-such-terminal"], "the terminal \"no-such-terminal\" (TERM) isn't known here"),
      (["TERM": nil], "TERM isn't set"),
    ] as [([String: String?], String)] {
      let on = try doctor(env)
      #expect(on.row == "on, because \(cause)" && on.on == true && on.cause == cause, "\(on)")
    }
    #expect(try doctor(["ACCESSIBLE": "no"]).on == false)
    try FileManager.default.createDirectory(
      atPath: program.file("config/debrief"), withIntermediateDirectories: true)
    try program.write("plain = true\n", to: "config/debrief/config.toml")
    #expect(try doctor().row == "on, because your settings say plain = true")
  }

  /// Off again: a screen is asked for, and there is none here.
  @Test(arguments: [
    (["--no-plain"], ["ACCESSIBLE": "1"]), ([], ["ACCESSIBLE": "0"]), ([], ["ACCESSIBLE": ""]),
    ([], [:]),
  ]) func canBeTurnedOff(_ arguments: [String], _ env: [String: String]) throws {
    let result = try program.wait(
      program.start(arguments, stdin: Array("q\n".utf8), env: env.mapValues { $0 }))
    #expect(result.code != 0)
    #expect(result.bytes.isEmpty)
    #expect(result.err.contains("debrief --plain works without it"))
  }

  @Test(arguments: [
    ("plain = 1\n", "`plain` must be true or false"),
    ("plan = true\n", "did you mean `plain`?"),
  ]) func saysWhatIsWrongWithTheSetting(_ text: String, _ sentence: String) throws {
    try FileManager.default.createDirectory(
      atPath: program.file("config/debrief"), withIntermediateDirectories: true)
    try program.write(text, to: "config/debrief/config.toml")
    let result = try program.run("config", "--check")
    #expect(result.code == 1 && result.err.contains(sentence), "\(result.err)")
  }

  /// What no terminal should get is in no line, whatever was typed or imported.
  @Test func printsNothingThatATerminalWouldObey() throws {
    let lines = [
      "a", hostile, "b\u{7}c\tTab", ".", "1", "b", "b", "?", "b", ":search", hostile, "q",
    ]
    let result = try program.run("--plain", stdin: lines.joined(separator: "\n") + "\n")
    #expect(result.code == 0, "\(result.err)")
    #expect(isHarmless(result.bytes))
  }

  @Test func takesNoLineThatIsNoText() throws {
    let bytes = Array("a\n".utf8) + [0xff, 0xfe, 0x0a] + Array("Acme\n\n.\nq\n".utf8)
    let result = try program.run(["--plain"], bytes: bytes)
    #expect(result.code == 0)
    #expect(result.out.contains("That line isn't UTF-8, so it wasn't taken."))
    #expect(try program.must("list").contains("Acme"))
    let long = String(repeating: "x", count: (1 << 20) + 1)
    let second = try program.run("--plain", stdin: "c\n\(long)\nq\n")
    #expect(second.code == 0)
    #expect(second.out.contains("That's too long: the limit is 1 MB."))
  }

  /// Input from a file without a line end, with CR LF, and with none at all.
  @Test(arguments: ["a\nAcme\nJob\n.\nq", "a\r\nAcme\r\nJob\r\n.\r\nq\r\n", "a\nAcme\nJob\n."])
  func takesAnyKindOfLineEnd(_ text: String) throws {
    let result = try program.run("--plain", stdin: text)
    #expect(result.code == 0, "\(result.err)")
    #expect(try program.must("list").contains("Acme"))
  }

  @Test func endsWithoutAnyInput() throws {
    let result = try program.run("--plain", stdin: "")
    #expect(result.code == 0)
    #expect(result.lines.last == "That's the end of the input. Everything is saved.")
  }

  /// Half a text is a draft when the input ends, and the next start says so.
  @Test func keepsHalfATextAsADraft() throws {
    _ = try program.run("--plain", stdin: "c\nOne line of a thought\nand another\n")
    let next = try program.run("--plain", stdin: ":draft.resume\n.\nq\n")
    #expect(next.out.contains("There's unsaved text"), "\(next.out)")
    #expect(next.out.contains("and another"))
    #expect(try program.must("export").contains("One line of a thought\\nand another"))
  }

  /// A private note is in no log.
  @Test func neverRepeatsAPrivateNote() throws {
    let lines = [
      "a", "Acme", "Job", ".", "o", "1", "", ".", "b", ":review.private", "asked my age", ".", "q",
    ]
    let result = try program.run("--plain", stdin: lines.joined(separator: "\n") + "\n")
    #expect(result.out.contains("Private note saved."), "\(result.out)")
    #expect(!result.out.contains("asked my age"))
    #expect(!(try program.must("export").contains("asked my age")))
  }

  @Test func aScriptOfLinesIsChecked() throws {
    try program.write("a\n:expect no such words\n", to: "s.plain")
    let missing = try program.run("replay", "--lines", "s.plain", "--database", "x.db")
    #expect(missing.code == 1)
    #expect(missing.err.contains("s.plain: line 2: nothing said \"no such words\"."))
    try program.write("q\na\n", to: "s.plain")
    let left = try program.run("replay", "--lines", "s.plain", "--database", "x.db")
    #expect(left.code == 1 && left.err.contains("1 line"), "\(left.err)")
    let both = try program.run("replay", "--lines", "--ascii", "s.plain", "--database", "x.db")
    #expect(both.code == 64)
  }
}
