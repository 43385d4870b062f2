import ArgumentParser
import DebriefApp
import DebriefExport
import DebriefModel
import DebriefRunner
import TUI

/// `debrief patterns`: what several interviews together say.
struct PatternsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patterns", abstract: "See what your interviews add up to: what worked so far.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown }

  @Flag(help: "Print JSON.") var json = false
  @Option(help: "The format: text or markdown.") var format: Format?
  @Option(
    help: ArgumentHelp(
      "Only applications that began in the last 3, 6, or 12 months.", valueName: "number"))
  var months: Int?
  @OptionGroup var options: StoreOptions

  func run() throws {
    if json, format != nil {
      throw Failure("Use --json or --format, not both.", code: ExitStatus.usage)
    }
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
      try Output.text(
        format == .markdown
          ? MonthsText.markdown(found)
          : MonthsText.text(
            found, measure: .terminal, columns: min(Output.columns, ListCommand.width())))
    }
  }
}
