// The screen of debrief and nothing in it, for a test to look at what copying writes: `c` copies the
// first argument, any other key ends.
import TUI
import Terminal

var fault: TerminalError?
try TerminalSession.run { session in
  let surface = Surface(size: session.size)
  surface.canvas.text("ready", x: 0, y: 0)
  session.present(surface.frame)
  while true {
    for event in session.next(timeoutMilliseconds: nil) {
      switch event {
      case .input(.key(.char("c"))):
        do throws(TerminalError) { try session.copy(CommandLine.arguments[1]) } catch {
          fault = error
          return
        }
      case .input(.resize): break
      default: return
      }
    }
  }
}
if let fault { print("refused: \(fault)") }
