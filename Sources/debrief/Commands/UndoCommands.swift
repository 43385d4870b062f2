import ArgumentParser
import DebriefModel

/// `debrief undo`: takes the last change back, also one of another day or of the screen.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take the last change back, also one of an earlier day.")

  @Flag(help: "Also where a private note goes out of sight with its application.") var force = false
  @OptionGroup var options: StoreOptions

  func run() throws {
    try options.changing { session, store in
      guard let change = try store.undo(at: session.now, hidingPrivateNotes: force) else {
        throw Failure("There is nothing to undo.")
      }
      try Output.text("undone: \(change.title)\n")
    }
  }
}

/// `debrief redo`: does again what was undone last.
struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Do again what was undone last.")

  @OptionGroup var options: StoreOptions

  func run() throws {
    try options.changing { session, store in
      guard let change = try store.redo(at: session.now) else {
        throw Failure("There is nothing to do again.")
      }
      try Output.text("done again: \(change.title)\n")
    }
  }
}
