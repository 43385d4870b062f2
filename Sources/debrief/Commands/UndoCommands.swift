import ArgumentParser
import DebriefContent
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc
import TUI

/// `debrief undo`: takes the last change back, also one of another day or of the screen; or shows what
/// was changed, and takes back everything down to one of those lines.
struct UndoCommand: ParsableCommand, PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Undo the last change, even one from another day.",
    discussion: """
      debrief undo --list shows the most recent changes, each with its number. debrief undo --to 12 \
      undoes change 12 and everything after it, in one step. It asks first if there are several. \
      debrief redo redoes them one by one. What you deleted more than 30 days ago is gone for good.
      """)

  @Flag(help: "List the most recent changes, latest first, without undoing any.") var list = false
  @Option(help: "Undo the change with this number, and everything after it.")
  var to: Int?
  @Option(help: "With --list: how many changes.") var limit: Int?
  @Flag(help: "With --to: don't ask first.") var yes = false
  @Flag(help: "Undo even if that hides a private note along with its application.") var force =
    false
  @Flag(help: "With --list: print JSON.") var json = false
  @OptionGroup var options: StoreOptions

  var onlyPrints: Bool { list }

  /// How many changes are listed where nobody says.
  private static let shown = 20

  func validate() throws {
    if list, to != nil || yes || force {
      throw ValidationError(
        "--list doesn't undo anything. Leave it out, or leave the other options out.")
    }
    if !list, json || limit != nil {
      throw ValidationError("--\(json ? "json" : "limit") goes with --list.")
    }
    if to == nil, yes { throw ValidationError("--yes goes with --to, which may ask.") }
    if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
  }

  func run() throws {
    if list {
      return try options.reading { session, store in
        let changes = try store.history(limit: limit ?? UndoCommand.shown)
        try show(changes, now: session.now, asks(session.library, changes.map(\.about)))
      }
    }
    try options.changing { session, store in
      if let to { return try takeBack(to, store, session) }
      guard let change = try store.undo(at: session.now, hidingPrivateNotes: force) else {
        throw Failure("There's nothing to undo.")
      }
      try Output.text("undone: \(told(change, session.library))\n")
    }
  }

  private func takeBack(_ number: Int, _ store: Store, _ session: Session) throws {
    guard let it = try store.history(before: number == .max ? nil : number + 1, limit: 1).first,
      it.number == number
    else {
      throw Failure(
        "There's no change \(number). debrief undo --list shows them.",
        code: ExitStatus.noInput)
    }
    if it.undone != nil {
      throw Failure(
        "Change \(number), \(it.title), is already undone. debrief redo brings it back.",
        code: ExitStatus.data)
    }
    let all = try store.standing(from: number)
    if all.count > 1, !yes { try ask(all, store, session) }
    let titles = try store.undo(
      downTo: number, at: session.now, hidingPrivateNotes: force, expecting: all.map(\.number))
    // What was expected was taken back, in that order.
    let ask = asks(session.library, all.map(\.about))
    let told = titles.count == all.count ? all.map { $0.told(ask) } : titles
    for line in told { try Output.text("undone: \(line)\n") }
  }

  /// Shows what would be taken back, and asks; where nobody can be asked, it is not done.
  private func ask(_ changes: [PastChange], _ store: Store, _ session: Session) throws {
    let count = "\(changes.count) changes"
    let warning =
      store.isShared
      ? " These notes are also open in another debrief window, so some of these changes may be from there."
      : ""
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw Failure(
        "That undoes \(count). To confirm, add --yes.\(warning)",
        code: ExitStatus.usage)
    }
    let shown = changes.prefix(UndoCommand.shown)
    let ask = asks(session.library, shown.map(\.about))
    for it in shown { say(line(it, now: session.now, ask)) }
    if changes.count > UndoCommand.shown {
      say("… and \(changes.count - UndoCommand.shown) more")
    }
    emit("Undo these \(count)?\(warning) y or n: ", to: STDERR_FILENO)
    let answer = (readLine() ?? "").trimmed.lowercased()
    guard ["y", "yes"].contains(answer) else {
      say("Nothing was undone.")
      throw Ending(code: ExitStatus.failure)
    }
  }

  private func say(_ text: String) {
    emit(TextWidth.printable(text) + "\n", to: STDERR_FILENO)
  }

  // MARK: The list

  private struct Row: Encodable {
    let at: Moment
    let companies: [String]
    let number: Int
    let title: String
    let undone: Moment?
  }

  private struct Document: Encodable {
    let changes: [Row]
    let version = 1
  }

  private func show(
    _ changes: [PastChange], now: Moment, _ ask: (String) -> String?
  ) throws {
    if json {
      let rows = changes.map {
        Row(
          at: $0.at, companies: $0.companies, number: $0.number, title: $0.title,
          undone: $0.undone)
      }
      return try Output.document(try JSONText.encode(Document(changes: rows)) + "\n")
    }
    if changes.isEmpty { complain("nothing has changed yet") }
    for it in changes { try Output.text(line(it, now: now, ask) + "\n") }
  }

  private func line(
    _ it: PastChange, now: Moment, _ ask: (String) -> String?
  ) -> String {
    let number = String(it.number)
    let blanks = String(repeating: " ", count: max(0, 5 - number.count))
    let when = "\(it.at.day.weekdayName) \(it.at.day.dated) \(it.at.time)"
    return "\(blanks)\(number)  \(when)  \(it.words(ask))" + (it.undone == nil ? "" : "  (undone)")
  }
}

/// `debrief redo`: does again what was undone last.
struct RedoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Redo the last change you undid.")

  @OptionGroup var options: StoreOptions

  func run() throws {
    try options.changing { session, store in
      guard let change = try store.redo(at: session.now) else {
        throw Failure("There's nothing to redo.")
      }
      try Output.text("redone: \(told(change, session.library))\n")
    }
  }
}

/// What a change did, and to what, as the commands say it.
private func told(_ change: Change, _ library: Library) -> String {
  let about = change.about?.told(asks(library, [change.about]))
  return change.title + (about.map { ": \($0)" } ?? "")
}

/// The words of questions by the names of their items. The checklists are read only where an answer needs its
/// question to be told.
private func asks(_ library: Library, _ abouts: [Change.About?]) -> (String) -> String? {
  let isNeeded = abouts.contains { if case .answer? = $0 { true } else { false } }
  guard isNeeded else { return { _ in nil } }
  let lists = library.content().checklists.values
  return { item in lists.lazy.compactMap { $0.item(item)?.ask }.first }
}
