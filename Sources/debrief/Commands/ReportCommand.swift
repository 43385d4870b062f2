import ArgumentParser
import DebriefApp
import DebriefExport
import DebriefModel
import DebriefRunner
import TUI

/// `debrief report`: the one page that sums an application up.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the one-page summary of an application.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, html, pdf

    /// Those that are made; the others are refused by name.
    static var allValueStrings: [String] { [Format.text, .markdown].map(\.rawValue) }
  }

  @Argument(help: "The application: an id, a company, or the first part of either.") var reference:
    String
  @Option(
    help:
      "The format: text (80 columns, 66 lines) or markdown. A file ending in .md is always markdown."
  )
  var format: Format?
  @Flag(help: "Use only ASCII characters; for the text format.") var ascii = false
  @Flag(help: "Hide names, companies, addresses, and numbers, so you can show it to someone.")
  var mask = false
  @Option(
    name: .customShort("o"),
    help: ArgumentHelp(FileOutput.help, valueName: "file"))
  var file: String?
  @OptionGroup var options: StoreOptions

  private static let forms = FileForm<Format>(
    what: "a report", usual: .text,
    bySuffix: ["txt": .text, "text": .text, "md": .markdown, "markdown": .markdown])

  func run() throws {
    let format = try ReportCommand.forms.of(file, asked: format)
    if format == .html || format == .pdf {
      throw Failure(
        "There's no \(format.rawValue) report. Use text or markdown.",
        code: ExitStatus.usage)
    }
    if ascii, format != .text {
      throw Failure("--ascii only works with the text format.", code: ExitStatus.usage)
    }
    try options.reading { session, store in
      let dossier = try store.dossier(reference, masked: mask, library: session.library)
      let reasons = session.reasons(of: dossier)
      let reader = session.refusalReader(for: dossier)
      let text =
        switch (format, ascii) {
        case (.text, true):
          PageText.ascii(dossier, reasons: reasons, now: session.now, reader: reader)
        case (.text, false):
          PageText.unicode(
            dossier, reasons: reasons, now: session.now, measure: .terminal, reader: reader)
        default:
          PageMarkdown.text(dossier, reasons: reasons, now: session.now, reader: reader)
        }
      try FileOutput.deliver(
        Output.clean(text, for: file), to: file, keeping: session.paths.database)
    }
  }
}
