import ArgumentParser
import DebriefExport

/// `debrief export`: everything, in a form that another debrief can import.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write everything as one JSON document.",
    discussion: "The document is lossless: importing it elsewhere gives the same store.")

  @Option(help: "The form: json.") var format = "json"
  @Option(name: .customShort("o"), help: "The file to write; stdout when it is left out.")
  var file: String?
  @OptionGroup var options: StoreOptions

  func run() throws {
    try ExportCommand.check(format)
    try options.reading { session, store in
      let text = try ArchiveJSON.encode(try store.archive())
      try FileOutput.deliver(text, to: file, keeping: session.paths.database)
      if text.utf8.count > Input.archiveLimit {
        complain(
          "the document is larger than the \(Input.archiveLimit >> 20) MiB that an import reads; "
            + "debrief backup keeps a store of any size")
      }
    }
  }

  /// Refuses every form but JSON.
  static func check(_ format: String) throws(Failure) {
    if format != "json" {
      throw Failure(
        "There is no form \"\(format)\": json is the one there is.", code: ExitStatus.usage)
    }
  }
}
