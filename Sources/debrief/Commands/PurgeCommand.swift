import ArgumentParser
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc

/// `debrief purge`: what was deleted is gone for good, from the file and, if that is wanted, from the backups.
struct PurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge", abstract: "Permanently erase what you deleted.",
    discussion: """
      You can undo a deletion for \(Store.undoDays) days. After that, debrief erases it the next time you \
      use it. This command does it now, and first shows you what would be erased. Private notes don't \
      wait: once deleted, they're gone at once, from your backups too. What you typed into search and other \
      one-line fields is erased along with it.
      """)

  @Flag(
    help:
      "Also what you deleted in the last \(Store.undoDays) days. After that, undo can't bring it back."
  )
  var now = false
  @Flag(help: "Also earlier wordings of notes you still have, and the undo steps from that time.")
  var history = false
  @Flag(help: "Also remove the backups that still hold it. A new one is made afterwards.")
  var backups = false
  @Flag(help: "Don't ask first.") var yes = false
  @OptionGroup var options: StoreOptions

  func run() throws {
    try options.refuseDemo()
    let session = try options.session()
    let store = try session.store(access: .existing)
    defer { try? store.close() }
    let last = session.now.adding(seconds: now ? 0 : -Store.undoDays * 86_400)
    let found = try store.purgeable(upTo: last, history: history)
    let lines = LineMemory(session.paths)
    let isInBackups = !found.backups.isEmpty
    if found.isEmpty, !lines.exists, !(backups && isInBackups) {
      complain(
        now
          ? "there's nothing deleted to remove"
          : "there's nothing you deleted more than \(Store.undoDays) days ago (--now for all of it)"
      )
      if isInBackups {
        complain(
          "these backups still hold earlier wordings and undo steps: \(names(found.backups)) "
            + "(--backups removes them)")
      }
      return
    }
    try Output.text(text(found, lines))
    try ask(store)
    let typed = lines.exists
    guard lines.forget() else {
      throw Failure(
        "\(lines.path) couldn't be removed, so nothing was changed. Remove it yourself, then try again.",
        code: ExitStatus.io)
    }
    if found.isEmpty {
      if typed { complain("what you typed into search and other one-line fields is erased") }
      if backups, isInBackups { try finish(found, nil, store, session) }
      return
    }
    let before = try store.backUp(.purge, at: session.now)
    let done = try store.purge(upTo: last, history: history)
    complain("\(store.path) no longer has it")
    try finish(done, before, store, session)
  }

  /// What would go, in lines.
  private func text(_ purge: Purge, _ typed: LineMemory) -> String {
    var lines: [String] = []
    if typed.exists {
      lines.append("Would be erased: what you typed into search and other one-line fields")
    }
    if !purge.things.isEmpty {
      let list = Entity.Kind.allCases.compactMap { kind in purge.things[kind].map(kind.counted) }
      lines.append("Deleted, and would be gone for good: \(list.joined(separator: ", "))")
    }
    if purge.undone > 0 {
      lines.append(
        "You could no longer redo: \(purge.undone) change\(purge.undone == 1 ? "" : "s")")
    }
    if purge.changes > 0 {
      lines.append(
        "You could no longer undo: \(purge.changes) change\(purge.changes == 1 ? "" : "s"), with "
          + "the earlier wordings")
    }
    if !purge.backups.isEmpty {
      lines.append(
        (backups
          ? "Backups that hold some of it, and would be removed:"
          : "Backups that still hold some of it:"))
      lines += purge.backups.map { "  \($0.name)" }
      if !backups { lines.append("--backups removes those, too.") }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func ask(_ store: Store) throws {
    if yes { return }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw Failure(
        "Nothing was changed yet. To remove this for good, add --yes.", code: ExitStatus.usage)
    }
    emit("Remove this for good? y or n: ", to: STDERR_FILENO)
    guard ["y", "yes"].contains((readLine() ?? "").trimmed.lowercased()) else {
      complain("nothing was changed")
      throw Ending(code: ExitStatus.failure)
    }
  }

  private func names(_ backups: [Backups.Backup]) -> String {
    backups.map(\.name).joined(separator: ", ")
  }

  private func finish(
    _ purge: Purge, _ before: Backups.Backup?, _ store: Store, _ session: Session
  ) throws {
    guard backups else {
      if !purge.backups.isEmpty {
        complain(
          "these backups still hold some of it: \(names(purge.backups)). Their files are in "
            + "\(session.backups.folder). With --backups, a purge removes them, too.")
      }
      return
    }
    // First a backup that is clean, then away with the others.
    guard let clean = try store.backUp(.purged, at: session.now) else { return }
    var old = purge.backups
    if let before, !old.contains(before) { old.append(before) }
    let left = session.backups.remove(old)
    let removed = old.count - left.count
    complain(
      "removed \(removed) backup\(removed == 1 ? "" : "s"); \(clean.name) has your notes as they "
        + "are now")
    if !left.isEmpty {
      throw Failure(
        "These backups couldn't be removed: \(left.map(\.path).joined(separator: ", ")).",
        code: ExitStatus.io)
    }
  }
}
