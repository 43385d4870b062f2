import ArgumentParser
import DebriefExport

/// `debrief export`: everything, in a form that another debrief can import.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write everything as one JSON document.",
    discussion: "The document is lossless: importing it elsewhere gives the same store.")

  @Option(help: "The form: json, the only one there is.") var format: String?
  @Option(
    name: .customShort("o"),
    help: ArgumentHelp("The file to write; stdout when it is left out.", valueName: "file"))
  var file: String?
  @OptionGroup var options: StoreOptions

  func run() throws {
    try ExportCommand.check(format)
    _ = try FileForm(what: "An export", usual: "json", bySuffix: ["json": "json"])
      .of(file, asked: format)
    try options.reading { session, store in
      let document = Spool(beside: store.path)
      var writer = ArchiveWriter { try document.add($0) }
      try store.everything { entity, _ in try writer.write(entity) }
      try writer.finish()
      try FileOutput.deliver(document, to: file, keeping: session.paths.database)
    }
  }

  /// Refuses every form but JSON.
  static func check(_ format: String?) throws(Failure) {
    if let format, format != "json" {
      throw Failure(
        "There is no form \"\(format)\": json is the one there is.", code: ExitStatus.usage)
    }
  }
}
