import Testing

@testable import TUI

@Suite(.timed) struct KeySequenceTests {
  @Test(arguments: [
    ("a", "a", "a"), ("g g", "g g", "g g"), ("ctrl+r", "^R", "ctrl+r"),
    ("<ctrl+R>", "^R", "ctrl+r"), ("Ctrl-r", "^R", "ctrl+r"), ("^r", "^R", "ctrl+r"),
    ("Alt-x", "Alt-x", "alt+x"), ("Shift-Tab", "Shift-Tab", "shift+tab"), ("^", "^", "^"),
    ("ctrl+-", "^-", "ctrl+-"), ("alt--", "Alt--", "alt+-"),
    ("alt+x", "Alt-x", "alt+x"), ("enter", "Enter", "enter"), ("<enter>", "Enter", "enter"),
    ("f1", "F1", "f1"), ("F12", "F12", "f12"), ("shift+tab", "Shift-Tab", "shift+tab"),
    ("space", "Space", "space"), ("<lt>", "<", "lt"), ("+", "+", "+"), ("-", "-", "-"),
    ("ctrl++", "^+", "ctrl++"), ("ctrl+space", "Ctrl-Space", "ctrl+space"),
    ("ctrl+left", "Ctrl-←", "ctrl+left"), ("esc", "Esc", "esc"), ("?", "?", "?"), ("G", "G", "G"),
  ])
  func readsAndWrites(_ text: String, _ shown: String, _ config: String) throws {
    let sequence = try #require(KeySequence(text))
    #expect(sequence.description == shown)
    #expect(sequence.configName == config)
    #expect(KeySequence(config) == sequence)
  }

  @Test(arguments: [
    "", " ", "hello", "ctrl+", "meta+x", "f64", "f0", "shift+a", "<nope>", "ctrl+hello", "ctrl-",
    "x-b",
    "^^^",
  ])
  func refusesTheRest(_ text: String) { #expect(KeySequence(text) == nil) }

  @Test func matches() throws {
    let map = try Keymap<String>([
      (try #require(KeySequence("g g")), "top"), (try #require(KeySequence("a")), "add"),
    ])
    #expect(map.match([.char("a")]) == .found("add"))
    #expect(map.match([.char("g")]) == .partial)
    #expect(map.match([.char("g"), .char("g")]) == .found("top"))
    #expect(map.match([.char("g"), .char("x")]) == .none)
    #expect(map.match([]) == .none)
  }

  @Test(arguments: [
    (["a", "a"], "a is set for both first and second"),
    (["g g", "g"], "g (second) hides g g (first)"), (["g", "g g"], "g (first) hides g g (second)"),
  ])
  func conflictsNameBoth(_ rows: [String], _ message: String) throws {
    let pairs = try zip(rows, ["first", "second"]).map { (try #require(KeySequence($0)), $1) }
    #expect { try Keymap(pairs) } throws: { "\($0)" == message }
  }
}

@Suite(.timed) struct KeyScriptTests {
  @Test func readsEverything() throws {
    let script = try KeyScript(
      parsing: """
        # a comment
        j <enter> Too␣long
          <lt> <ctrl+s>

        :save-screen after
        :resize 100x30
        :paste two words␤
        :type a <b
        :advance 5m
        :expect  done
        :click Add it
        :double-click 12,4
        :wheel-down a, b
        """)
    var expected: [KeyScript.Step] = [.event(.key(.char("j"))), .event(.key(Key(.enter)))]
    expected += "Too long".map { .event(.key(.char($0))) }
    expected += [.event(.key(.char("<"))), .event(.key(.ctrl("s")))]
    expected += [.saveScreen("after"), .resize(Size(100, 30)), .event(.paste("two words\n"))]
    expected += "a <b".map { .event(.key(.char($0))) }
    expected += [.advance(seconds: 300), .expect(" done", line: 10)]
    expected += [.pointer(.press, .text("Add it"), line: 11)]
    expected += [
      .pointer(.press, .cell(12, 4), line: 12), .pointer(.pressTwice, .cell(12, 4), line: 12),
    ]
    expected += [.pointer(.wheelDown, .text("a, b"), line: 13)]
    #expect(script.steps == expected)
  }

  @Test(arguments: [
    ("j\n<nope>", "line 2: <nope>: no such key; type <lt> for \"<\""),
    ("<enter", "line 1: <enter: no such key; type <lt> for \"<\""),
    (":jump", "line 1: :jump: no such command"),
    (":resize 80", "line 1: 80: needs a size such as 80x24"),
    (":resize 0x5", "line 1: 0x5: needs a size such as 80x24"),
    ("\n\n:advance 5w", "line 3: 5w: needs a time such as 30s, 5m, 2h, or 1d"),
    (":expect", "line 1: :expect: needs the text to look for"),
    (":click", "line 1: :click: needs a text on the screen, or a cell such as 12,4"),
    (":save-screen ../x", "line 1: ../x: needs a file name"),
  ])
  func errorsNameLineAndToken(_ text: String, _ message: String) {
    #expect { try KeyScript(parsing: text) } throws: { "\($0)" == message }
  }
}
