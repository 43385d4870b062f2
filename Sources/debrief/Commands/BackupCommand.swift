import ArgumentParser
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc

/// `debrief backup`: a checked copy of the whole store, also while it is in use; or the list of those that
/// are made by themselves.
struct BackupCommand: ParsableCommand, PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy all your notes into a new file, and check the copy.",
    discussion: """
      Without a file name, the copy goes to your backups. debrief also makes one there every day you use it, \
      and before it imports, restores, purges, or updates your notes file. It keeps the last \
      \(BackupRotation.latest), plus one a week for \(BackupRotation.weeks) weeks. \
      debrief restore goes back to one.
      """)

  @Argument(help: "The file to create; an existing file is never overwritten.") var file: String?
  @Flag(help: "List your backups, newest first, without making one.") var list = false
  @Flag(help: "With --list: print JSON.") var json = false
  @OptionGroup var options: StoreOptions

  var onlyPrints: Bool { list }

  func validate() throws {
    if list, file != nil {
      throw ValidationError("--list doesn't make a backup. Leave it out, or leave the file out.")
    }
    if json, !list { throw ValidationError("--json goes with --list.") }
  }

  func run() throws {
    try options.refuseDemo()
    if file?.isEmpty == true { throw Failure.emptyFileName }
    if file == "-" {
      throw Failure(
        "A backup can't go to stdout. Give it a file name, or use debrief "
          + "export.", code: ExitStatus.usage)
    }
    let session = try options.session()
    if list { return try show(session.backups) }
    let store = try session.store(access: .existing)
    defer { try? store.close() }
    if let file {
      try store.backup(to: file)
      return complain("\(session.paths.database) was copied to \(file)")
    }
    guard let made = try store.backUp(.asked, at: session.now) else {
      throw Failure("There's nothing to back up yet.")
    }
    complain("\(session.paths.database) was copied to your backups as \(made.name)")
  }

  // MARK: The list

  private struct Row: Encodable {
    let bytes: Int
    let made: String
    let name: String
    let path: String
    /// Why it was made; nothing for a copy of an earlier version.
    let reason: String?
    /// What is wrong with it; nothing where it can be restored.
    let fault: String?
  }

  private struct Document: Encodable {
    let backups: [Row]
    let folder: String
    let version = 1
  }

  private func show(_ backups: Backups) throws {
    let all = backups.list()
    if json {
      let rows = all.map {
        Row(
          bytes: $0.bytes, made: "\($0.stamp.day)T\($0.stamp.clock)", name: $0.name, path: $0.path,
          reason: $0.reason?.rawValue, fault: Backups.fault(of: $0.path))
      }
      return try Output.document(
        try JSONText.encode(Document(backups: rows, folder: backups.folder)) + "\n")
    }
    if all.isEmpty { return complain("there are no backups yet") }
    let width = all.map(\.name.count).max() ?? 0
    for it in all {
      let reason = it.reason?.words ?? "an older copy"
      let fault = Backups.fault(of: it.path).map { " – it \($0)" } ?? ""
      try Output.text(
        it.name.padding(to: width)
          + "  \(it.when)  \(BackupCommand.size(it.bytes))  \(reason)\(fault)\n")
    }
    complain("they are in \(backups.folder); debrief restore NAME goes back to one")
  }

  private static func size(_ bytes: Int) -> String {
    let kilobytes = (bytes + 1023) / 1024
    let text = kilobytes < 10_000 ? "\(kilobytes) KB" : "\(kilobytes / 1024) MB"
    return String(repeating: " ", count: max(0, 7 - text.count)) + text
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
