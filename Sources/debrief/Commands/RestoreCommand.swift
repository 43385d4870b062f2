import ArgumentParser
import DebriefModel
import DebriefRunner
import DebriefStore

/// `debrief restore`: a backup takes the place of the store; what was there is kept beside it.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Go back to a backup; your current notes are kept in a file next to it.")

  @Argument(help: "The backup, as made by debrief backup.") var file: String
  @OptionGroup var options: StoreOptions

  func run() throws {
    try options.refuseDemo()
    if file == "-" {
      throw Failure(
        "A backup can't be read from stdin. Name the file.",
        code: ExitStatus.usage)
    }
    let session = try options.session()
    let path = session.paths.database
    let kept: String?
    do {
      kept = try Store.restore(file, to: path, stamp: RestoreCommand.stamp(session.now))
    } catch StoreError.locked {
      throw Failure(
        "\(path) is open in another program, which would keep writing to the old file. Close "
          + "that first, then restore.", code: ExitStatus.locked)
    }
    complain(
      "\(path) is now the same as \(file)"
        + (kept.map { "; what was there before is in \($0)" } ?? ""))
  }

  /// `2026-03-20-1015`.
  private static func stamp(_ now: Moment) -> String {
    "\(now.day)-" + now.clock.filter(\.isNumber)
  }
}
