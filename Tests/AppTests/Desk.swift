import DebriefApp
import DebriefContent
import DebriefModel
import GRDB
import TUI
import Terminal
import TestSupport
import Testing

@testable import DebriefRunner
@testable import DebriefStore

/// The program's own runner on a real file in a private folder. Only the terminal and the clock are not
/// real, and nothing is done between two keys that waits for a pause in the typing.
final class Desk {
  let folder = PrivateFolder()
  let store: Store
  let device: ScriptedTerminal
  let runner: Runner
  /// All that the app wanted done, in order.
  private(set) var effects: [Effect] = []

  init(
    _ size: Size = Size(80, 24), sample: Bool = true, ascii: Bool = false,
    commands: CommandTable = .standard
  ) throws {
    if sample { writeFile(try Desk.sample.get(), to: folder()) }
    let session = try Desk.session(folder)
    store = try session.store()
    device = ScriptedTerminal(size: size, isASCII: ascii)
    runner = try Runner(session: session, store: store, device: device, commands: commands)
    runner.content = { Desk.content($0) }
    runner.folder = folder.path
    runner.watch = { [unowned self] in effects.append($0) }
    runner.start()
    runner.settle()
    while runner.catchUp() {}
  }

  deinit { try? store.close() }

  private static func session(_ folder: PrivateFolder) throws -> Session {
    try Session(
      database: folder(), environment: ["HOME": folder.path, "DEBRIEF_NOW": TestClock.text])
  }

  /// The file of a store with the sample data, made once for all tests.
  private static let sample = Result {
    let folder = PrivateFolder()
    let session = try Desk.session(folder)
    let store = try session.store()
    _ = try store.merge(session.sample(), at: session.now)
    try store.close()
    return fileBytes(folder())
  }

  /// The shipped content, read once for all tests.
  private static let content = Library(userFolder: nil).content()

  private static func content(_ branch: Branch) -> Content {
    var content = content
    content.checklists = content.checklists.filter { $0.key == branch }
    return content
  }

  var app: App { runner.app }

  /// The standing clock; it is only ever put forward.
  var now: Moment {
    get { runner.session.now }
    set { runner.advance(seconds: newValue.seconds - now.seconds) }
  }

  /// The words a dictionary was asked about, in order.
  var looked: [String] {
    effects.flatMap { if case .checkWords(let words, _, _) = $0 { words } else { [String]() } }
  }

  /// What was handed to other programs or files.
  var handedOn: [Effect] {
    effects.filter {
      switch $0 {
      case .copyLetter, .mailLetter, .speak, .writeLetter: true
      default: false
      }
    }
  }

  /// Whether SQLite refuses everything that is to be written.
  var refusesAll = false {
    didSet {
      let sql = "PRAGMA query_only = \(refusesAll ? 1 : 0)"
      do { try store.queue.inDatabase { try $0.execute(sql: sql) } } catch {
        Issue.record("\(error)")
      }
    }
  }

  /// What every editor brings back from now on.
  func editorBrings(_ text: String) {
    device.foreground = { arguments in
      writeFile(text.utf8, to: arguments.last ?? "")
      return 0
    }
  }

  func send(_ message: Message) {
    if case .input(let event) = message { runner.input(event) } else { runner.send(message) }
    while runner.catchUp() {}
  }

  /// Plays keys in the notation of ``KeyScript``.
  func keys(_ script: String) throws {
    for step in try KeyScript(parsing: script).steps {
      switch step {
      case .event(let event): send(.input(event))
      case .pointer(let action, let spot, let line):
        let pointer = try #require(
          spot.pointer(action, on: app.frame()), "line \(line) of the script\n\(screen)")
        send(.input(.pointer(pointer)))
      case .resize(let size): send(.input(.resize(size)))
      case .advance(let seconds): runner.advance(seconds: seconds)
      case .expect(let text, let line):
        #expect(screen.contains(text), "line \(line) of the script")
      case .saveScreen: break
      }
    }
  }

  /// The screen as text.
  var screen: String { app.frame().text }
}

/// Compares a screen with the one on file.
func expectScreen(
  _ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try Recorded.expect(
    frame.text, "Screens/\(name).\(frame.size.width)x\(frame.size.height).screen",
    context: frame.text, sourceLocation: sourceLocation)
}

/// What must hold for every frame of every state.
func brokenInvariant(_ app: App) -> String? {
  let frame = app.frame()
  let width = frame.size.width
  guard frame.cells.count == width * frame.size.height else { return "a frame of a wrong size" }
  for y in 0..<frame.size.height {
    for x in 0..<width {
      let cell = frame.cells[y * width + x]
      if cell.isContinuation, x == 0 || frame.cells[y * width + x - 1].width != 2 {
        return "half of a wide character at \(x),\(y)"
      }
      if cell.width == 2, x + 1 >= width || !frame.cells[y * width + x + 1].isContinuation {
        return "a wide character without its half at \(x),\(y)"
      }
      if cell.base != 0, cell.base < 0x20 || (0x7F..<0xA0).contains(cell.base) {
        return "a control character at \(x),\(y)"
      }
    }
  }
  if let cursor = frame.cursor,
    cursor.x < 0 || cursor.y < 0 || cursor.x >= width || cursor.y >= frame.size.height
  {
    return "the cursor is off the screen"
  }
  return nil
}

/// Answers a line in plain mode; what is said then.
@discardableResult
func say(_ line: String, to desk: Desk) -> [String] {
  desk.runner.say(line)
  while desk.runner.catchUp() {}
  return desk.runner.saysNow()
}

/// Plays keys that make one change and expects that undo leaves the store as it was.
@discardableResult
func change(
  _ desk: Desk, _ keys: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Archive {
  let before = try desk.store.archive()
  try desk.keys(keys)
  let after = try desk.store.archive()
  #expect(before != after, "\(desk.screen)", sourceLocation: sourceLocation)
  desk.send(.undone(try desk.store.undo(at: desk.now)))
  #expect(try desk.store.archive() == before, sourceLocation: sourceLocation)
  return after
}
