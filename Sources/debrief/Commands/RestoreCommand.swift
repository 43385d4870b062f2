import ArgumentParser
import DebriefModel
import DebriefStore

/// `debrief restore`: a backup takes the place of the store; what was there is kept beside it.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a backup in the place of the store, and keep that beside it.")

  @Argument(help: "The backup, such as debrief backup made it.") var file: String
  @OptionGroup var options: StoreOptions

  func run() throws {
    try options.refuseDemo()
    if file == "-" {
      throw Failure(
        "A backup is a file of its own and is not read from stdin: name the file.",
        code: ExitStatus.usage)
    }
    let session = try options.session()
    let path = session.paths.database
    let kept: String?
    do {
      kept = try Store.restore(file, to: path, stamp: RestoreCommand.stamp(session.now))
    } catch StoreError.locked {
      throw Failure(
        "\(path) is open in another program, which would go on writing to the file put aside: leave "
          + "that first, then restore.", code: ExitStatus.locked)
    }
    complain("\(path) is now as in \(file)" + (kept.map { "; what was there is \($0)" } ?? ""))
  }

  /// `2026-03-20-1015`.
  private static func stamp(_ now: Moment) -> String {
    "\(now.day)-" + now.clock.filter(\.isNumber)
  }
}
