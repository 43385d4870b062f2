import ArgumentParser
import DebriefExport
import DebriefModel
import DebriefRunner

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
  @OptionGroup var options: StoreOptions

  func run() throws {
    try ExportCommand.check(format)
    _ = try FileForm(what: "an export", usual: "json", bySuffix: ["json": "json"])
      .of(file, asked: format)
    try options.reading { session, store in
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
