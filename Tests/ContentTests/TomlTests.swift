import DebriefModel
import Testing

@testable import DebriefContent

/// The reader of TOML: what it takes, and the sentence and line of what it does not.
@Suite(.timed) struct TomlTests {
  /// What is no TOML: its line, its sentence; what follows on other lines holds.
  static let broken: [(text: String, line: Int, message: String)] = [
    ("a.b = ", 1, "there is no value after `=`"),
    ("[silence", 1, "a section is written [silence], on one line"),
    ("[]", 1, "a section is written [silence], on one line"),
    ("[[x]", 1, "a section is written [silence], on one line"),
    ("\n= 3", 2, "expected a key such as days = 30"),
    ("é = 3", 1, "expected a key such as days = 30"),
    ("a. = 3", 1, "expected a key such as days = 30"),
    ("\u{0}", 1, "expected a key such as days = 30"),
    ("days: 30", 1, "expected `=` and a value after `days`"),
    ("help", 1, "expected `=` and a value after `help`"),
    ("a = soon", 1, "`soon` isn't a value: text goes in quotes"),
    ("a = 007", 1, "`007` isn't a value: text goes in quotes"),
    ("a = 1x", 1, "`1x` isn't a value: text goes in quotes"),
    ("a = ctrl+n # key", 1, "`ctrl+n` isn't a value: text goes in quotes"),
    ("a = 1 b = 2", 1, "only a comment may follow on this line"),
    ("a = \"x", 1, "text needs a closing quotation mark on the same line"),
    ("a = 'x\"", 1, "text needs a closing quotation mark on the same line"),
    ("a = \"\\q\"", 1, "type a backslash twice in text: \\\\"),
    ("a = \"\\ud800\"", 1, "\\u needs four hex digits and \\U eight, for a valid character"),
    ("a = [1 2]", 1, "this list needs commas, and `]` at its end"),
    ("a = {b = 1", 1, "a table in braces needs commas, and `}` on the same line"),
    ("keys.undo = \"x\"\nkeys.undo = \"y\"", 2, "`undo` appears twice"),
    ("keys.undo = \"x\"\nkeys.undo.x = \"y\"", 2, "`undo` appears twice"),
    ("[keys]\n[keys]", 2, "the section [keys] appears twice"),
  ]

  @Test(arguments: broken.indices) func whatIsNoTOMLIsSaid(_ index: Int) {
    let it = Self.broken[index]
    let read = ConfigFile.read(it.text + "\n[silence]\ndays = 9\n", file: "f")
    #expect(
      read.faults.contains(Fault(file: "f", line: it.line, message: it.message)), "\(read.faults)")
    #expect(read.settings.patience.silence == 9)
  }

  @Test(arguments: [
    ("a = [1,\n\n", 1, "this list has no `]` at its end"),
    (
      "\na = \"\"\"\nb\n\"\"", 2,
      "this text is never closed: it needs three quotation marks at the end, too"
    ),
  ])
  func whatHasNoEndIsSaidWhereItBegins(_ text: String, _ line: Int, _ message: String) {
    let (entries, problems) = Toml.read(text)
    #expect(entries == [] && problems == [Toml.Problem(line: line, message: message)])
  }

  /// Values of every kind TOML has, in the spellings it allows.
  @Test func everyKindOfValueIsRead() throws {
    let (entries, problems) = Toml.read(
      #"""
      whole = [0, +7, -7, 1_000, 0xFF, 0o17, 0b11]
      other = [1.5, -1e9, 1979-05-27, 1979-05-27 07:32:00, 07:32:00.5, 1979-05-27T07:32:00Z, inf]
      text = ["a\t\"\\\u00e9\U0001F600", 'a\t"', "", '''x''y'''', '''
      z''']
      flag = [true, false,]   # the last comma is allowed
      "a b".'c.d'.e = {}
      t = { x = 1, y.z = [ ], "w" = { v = 'u' } }
      [[list]]
      x = 1
      [[list]]
      [s.t]
      u = 1
      [s]
      """#)
    #expect(problems == [])
    func value(_ key: String) -> Toml? { entries.first { $0.key == key }?.value }
    #expect(value("whole") == .list([0, 7, -7, 1000, 255, 15, 3].map { .whole($0) }))
    #expect(value("other") == .list(Array(repeating: .other, count: 7)))
    #expect(
      value("text") == .list(["a\t\"\\é😀", "a\\t\"", "", "x''y'", "z"].map { .text($0) }))
    #expect(value("flag") == .list([.flag(true), .flag(false)]))
    let e = Toml.Entry(key: "e", line: 6, value: .table([]))
    #expect(value("a b") == .table([Toml.Entry(key: "c.d", line: 6, value: .table([e]))]))
    #expect(value("list") == .other)
    #expect(entries.first { $0.key == "s" }?.line == 11)
    guard case .table(let t)? = value("t") else {
      Issue.record("no table: \(entries)")
      return
    }
    #expect(t.map(\.key) == ["x", "y", "w"])
  }

  @Test func aTextOfManyLinesIsOneText() {
    let (entries, problems) = Toml.read("a = \"\"\"\r\none\\\n   \n  two\"\"\"\"\"\r\nb = 1\r\n")
    #expect(problems == [])
    #expect(
      entries == [
        .init(key: "a", line: 1, value: .text("onetwo\"\"")),
        .init(key: "b", line: 5, value: .whole(1)),
      ])
  }

  @Test(arguments: [
    "x = " + String(repeating: "[", count: 100_000), "x = " + String(repeating: "[\n", count: 400),
    "x = " + String(repeating: "{a=", count: 100_000),
    "[" + String(repeating: "a.", count: 50_000) + "a]", String(repeating: "[", count: 400),
    "[keys" + String(repeating: ".a", count: 200) + "]\nx = 1",
    (0..<3000).map { "k\($0) = 1\n" }.joined(),
  ])
  func whatIsTooMuchIsSaid(_ text: String) {
    let read = ConfigFile.read(text, file: "f")
    #expect(!read.faults.isEmpty && read.faults.count <= 20)
    #expect(read.settings == Settings())
  }
}
