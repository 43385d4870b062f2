import ArgumentParser
import DebriefRunner
import DebriefStore

/// `debrief backup`: a checked copy of the whole store, also while it is in use.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy all your notes into a new file, and check the copy.")

  @Argument(help: "The file to create; an existing file is never overwritten.") var file: String
  @OptionGroup var options: StoreOptions

  func run() throws {
    try options.refuseDemo()
    if file == "-" {
      throw Failure(
        "A backup can't go to stdout. Give it a file name, or use debrief "
          + "export.", code: ExitStatus.usage)
    }
    let session = try options.session()
    let store = try Store(path: session.paths.database, access: .existing)
    try store.backup(to: file)
    try store.close()
    complain("\(session.paths.database) was copied to \(file)")
  }
}
