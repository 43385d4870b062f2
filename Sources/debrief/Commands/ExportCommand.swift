import ArgumentParser
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore

/// `debrief export`: everything, in a form that another debrief can import.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write everything as one JSON document.",
    discussion: "Nothing is lost: importing it elsewhere gives you the same notes.")

  @Option(help: "The format (json is the only one).") var format: String?
  @Option(
    name: .customShort("o"),
    help: ArgumentHelp(FileOutput.help, valueName: "file"))
  var file: String?
  @Flag(help: "Export what can be read of a damaged notes file, or of one from a newer debrief.")
  var readable = false
  @OptionGroup var options: StoreOptions

  func run() throws {
    try ExportCommand.check(format)
    _ = try FileForm(what: "an export", usual: "json", bySuffix: ["json": "json"])
      .of(file, asked: format)
    if readable { return try exportReadable() }
    try options.reading { session, store in try export(store, session) }
  }

  private func export(_ store: Store, _ session: Session) throws {
    let document = Spool(beside: store.path)
    var writer = ArchiveWriter { try document.add($0) }
    let end = Conveyor<Entity>.run { put in
      try store.everything(put)
    } to: {
      try writer.write($0)
    }
    if let failure = end.taking ?? end.making { throw failure }
    try writer.finish()
    try FileOutput.deliver(document, to: file, keeping: session.paths.database)
  }

  /// Exports from a copy that holds what could be read; the file itself is not touched.
  private func exportReadable() throws {
    try options.refuseDemo()
    let session = try options.session()
    let (store, recovery) = try Store.readable(session.paths.database, zone: session.clock.zone)
    defer { try? store.close() }
    try export(store, session)
    complain("this is what can be read of \(session.paths.database), which wasn't changed")
    DoctorRecovery.tell(recovery)
    if !recovery.lost.isEmpty { throw Ending(code: ExitStatus.failure) }
  }

  /// Refuses every form but JSON.
  static func check(_ format: String?) throws(Failure) {
    if let format, format != "json" {
      throw Failure(
        "debrief reads and writes json, not \"\(format)\". Leave --format out.",
        code: ExitStatus.usage)
    }
  }
}
