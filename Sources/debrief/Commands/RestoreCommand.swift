import ArgumentParser
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc
import TUI

/// `debrief restore`: a backup takes the place of the store, once it is seen what that would change; what was
/// there goes into a backup.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Go back to a backup; your current notes go into a backup first.",
    discussion: """
      debrief backup --list shows the backups to choose from. debrief first shows what would change, and \
      asks before doing anything.
      """)

  @Argument(help: "The name of a backup, or a file made by debrief backup.") var backup: String?
  @Flag(help: "The newest backup that passes its check.") var latest = false
  @Flag(help: "Don't ask first.") var yes = false
  @OptionGroup var options: StoreOptions

  func validate() throws {
    if latest, backup != nil {
      throw ValidationError("Name a backup or use --latest, not both.")
    }
    if !latest, backup == nil {
      throw ValidationError("Name a backup, or use --latest. debrief backup --list shows them.")
    }
  }

  func run() throws {
    try options.refuseDemo()
    if backup == "-" {
      throw Failure(
        "A backup can't be read from stdin. Name the file.",
        code: ExitStatus.usage)
    }
    let session = try options.session()
    let path = session.paths.database
    let source = try chosen(session.backups, for: path)
    do {
      let restoring = try Restoring(source.path, to: path)
      let preview = try restoring.preview()
      try Output.text(RestoreCommand.text(preview, name: source.name))
      if preview.changesNothing, access(path, F_OK) == 0 {
        return complain("nothing would change, so nothing was done")
      }
      try ask()
      let kept = try restoring.carryOut(keeping: session.backups, at: session.now)
      complain("\(path) is now the same as \(source.name)" + RestoreCommand.told(kept))
    } catch let error as StoreError where error.isLocked {
      throw Failure(
        "\(path) is open in \(error.holder ?? "another program"), which would keep writing to the old file. Close "
          + "that first, then restore.", code: ExitStatus.locked)
    }
  }

  /// What was named: a file, or one of the backups.
  private func chosen(_ backups: Backups, for path: String) throws -> (name: String, path: String) {
    guard let backup else {
      // What a restore that failed put by is what is there already.
      let newest = backups.newestGood { it in
        guard it.reason == .restore, access(path, F_OK) == 0,
          let same = try? Restoring(it.path, to: path).preview().changesNothing
        else { return true }
        return !same
      }
      guard let it = newest ?? backups.newestGood() else {
        throw Failure(
          "There's no good backup to go back to. debrief backup --list shows what there is.",
          code: ExitStatus.noInput)
      }
      return (it.name, it.path)
    }
    if backup.isEmpty { throw Failure.emptyFileName }
    if !backup.contains("/"), let it = backups.named(backup) { return (it.name, it.path) }
    if access(backup, F_OK) != 0, errno == ENOENT, !backup.contains("/") {
      throw Failure(
        "There's no backup called \"\(backup)\", and no file. debrief backup --list shows them.",
        code: ExitStatus.noInput)
    }
    return (backup, backup)
  }

  private func ask() throws {
    if yes { return }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw Failure(
        "Nothing was changed yet. To go back to this backup, add --yes.", code: ExitStatus.usage)
    }
    emit("Go back to this backup? y or n: ", to: STDERR_FILENO)
    guard ["y", "yes"].contains((readLine() ?? "").trimmed.lowercased()) else {
      complain("nothing was changed")
      throw Ending(code: ExitStatus.failure)
    }
  }

  private static func told(_ kept: Restoring.Kept?) -> String {
    switch kept {
    case .backup(let it)?: "; what was there before is in your backups as \(it.name)"
    case .beside(let path)?:
      "; what was there before couldn't be backed up, so it's kept as it was in \(path)"
    case .nothing?, nil: ""
    }
  }

  // MARK: What would change

  /// What a restore would change, in lines.
  static func text(_ preview: RestorePreview, name: String) -> String {
    var lines: [String] = []
    func last(_ moment: Moment?) -> String {
      moment.map { "last change \($0.day.weekdayName) \($0.day.dated), \($0.time)" }
        ?? "no changes on record"
    }
    lines.append("\(name): \(last(preview.newestThere))")
    guard preview.isComplete else {
      lines.append(
        "Your current notes can't be read, so we can't tell what you'd lose.")
      return lines.map { $0 + "\n" }.joined()
    }
    lines.append("your notes now: \(last(preview.newestHere))")
    func row(_ label: String, _ it: RestorePreview.Counts) {
      guard it != RestorePreview.Counts() else { return }
      var words: [String] = []
      if it.onlyHere > 0 { words.append("\(it.onlyHere) would be removed") }
      if it.onlyThere > 0 { words.append("\(it.onlyThere) would come back") }
      if it.differ > 0 { words.append("\(it.differ) would change back") }
      let change = words.isEmpty ? "no change" : words.joined(separator: ", ")
      lines.append("  \(label): \(it.here) now, \(it.there) in the backup – \(change)")
    }
    for kind in Entity.Kind.allCases {
      if let it = preview.counts[kind] { row(kind.plural, it) }
    }
    row("private notes", preview.privateNotes)
    if !preview.leaving.isEmpty {
      let named = preview.leaving.prefix(10).joined(separator: "; ")
      let more = preview.leaving.count > 10 ? "; and \(preview.leaving.count - 10) more" : ""
      lines.append("Only in your notes now, and would be removed: \(named)\(more)")
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
