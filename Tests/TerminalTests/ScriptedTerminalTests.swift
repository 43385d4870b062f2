import TUI
import Terminal
import Testing

@Suite(.timed) struct ScriptedTerminalTests {
  @Test func givesItsEventsAndHangsUp() {
    let terminal = ScriptedTerminal(
      events: [[.input(.key(.char("j")))], [.input(.resize(Size(40, 10))), .suspend]])
    #expect(terminal.next(timeoutMilliseconds: nil) == [.input(.key(.char("j")))])
    #expect(terminal.size == Size(80, 24))
    #expect(terminal.next(timeoutMilliseconds: 5).count == 2)
    #expect(terminal.size == Size(40, 10))
    #expect(terminal.next(timeoutMilliseconds: nil) == [.hangup])
  }

  @Test func keepsWhatWasDone() {
    let terminal = ScriptedTerminal(size: Size(4, 1))
    terminal.foreground = { $0.count == 2 ? 7 : 0 }
    let surface = Surface(size: terminal.size)
    surface.canvas.text("hi", x: 0, y: 0)
    terminal.present(surface.frame)
    terminal.suspend()
    terminal.repaint()
    #expect(terminal.runForeground(arguments: ["vi", "file"]) == 7)
    #expect(terminal.lastFrame?.text == "hi\n")
    #expect(terminal.frameCount == 1)
    #expect(terminal.suspendCount == 1)
    #expect(terminal.repaintCount == 1)
    #expect(terminal.foregroundRuns == [["vi", "file"]])
  }

  @Test func copiesWhatATerminalWouldTake() throws {
    let terminal = ScriptedTerminal()
    try terminal.copy("Dear Ines")
    #expect(throws: TerminalError.self) { try terminal.copy("") }
    #expect(throws: TerminalError.self) {
      try terminal.copy(String(repeating: "x", count: Clipboard.limit + 1))
    }
    try terminal.copy(String(repeating: "é", count: Clipboard.limit / 2))
    #expect(terminal.copied.map(\.utf8.count) == [9, Clipboard.limit])
  }
}
