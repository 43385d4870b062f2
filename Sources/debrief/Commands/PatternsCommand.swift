import ArgumentParser
import DebriefApp
import DebriefExport
import DebriefModel
import DebriefRunner
import TUI

/// `debrief patterns`: what several interviews together say.
struct PatternsCommand: ParsableCommand, PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "patterns", abstract: "See what your interviews add up to: what worked so far.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, html, pdf
  }

  @Flag(help: "Print JSON.") var json = false
  @Option(
    help: "The format: text, markdown, html, or pdf. Otherwise, the end of the file name decides.")
  var format: Format?
  @Option(
    name: .customShort("o"),
    help: ArgumentHelp(FileOutput.help, valueName: "file"))
  var file: String?
  @Option(
    help: ArgumentHelp(
      "Only applications that began in the last 3, 6, or 12 months.", valueName: "number"))
  var months: Int?
  @OptionGroup var options: StoreOptions

  private static let forms = FileForm<Format>(
    what: "this", usual: .text,
    bySuffix: [
      "txt": .text, "text": .text, "md": .markdown, "markdown": .markdown, "html": .html,
      "htm": .html, "pdf": .pdf,
    ])

  func run() throws {
    if json, format != nil {
      throw Failure("Use --json or --format, not both.", code: ExitStatus.usage)
    }
    if json, file != nil {
      throw Failure("Use --json or -o, not both.", code: ExitStatus.usage)
    }
    let format = try PatternsCommand.forms.of(file, asked: format)
    guard let window = MonthWindow.allCases.first(where: { $0.months == months }) else {
      throw Failure("--months takes 3, 6, or 12.", code: ExitStatus.usage)
    }
    try options.reading { session, store in
      let titles = Dictionary(
        session.library.content(only: .rejectedAfterInterview).reasons.map { ($0.code, $0.title) },
        uniquingKeysWith: { first, _ in first })
      let found = Months(
        try store.tally(window, now: session.now), title: { titles[$0] ?? $0 })
      if json { return try Output.document(try MonthsJSON.encode(found)) }
      let text: String
      switch format {
      case .text:
        text = MonthsText.text(
          found, measure: .terminal, columns: min(Output.columns, ListCommand.width()))
      case .markdown: text = MonthsText.markdown(found)
      case .html: return try SheetDelivery.html(Sheet(found), to: file, session)
      case .pdf: return try SheetDelivery.pdf(Sheet(found), to: file, session)
      }
      try FileOutput.deliver(
        Output.clean(text, for: file), to: file, keeping: session.paths.database)
    }
  }
}
