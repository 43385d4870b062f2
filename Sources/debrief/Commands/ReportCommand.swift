import ArgumentParser
import DebriefApp
import DebriefExport
import DebriefModel
import DebriefPaper
import DebriefRunner
import DebriefStore
import TUI

/// `debrief report`: the one page that sums an application up.
struct ReportCommand: ParsableCommand, PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the one-page summary of an application.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, html, pdf
  }

  @Argument(help: "The application: an id, a company, or the first part of either.") var reference:
    String
  @Option(
    help:
      "The format: text (80 columns, 66 lines), markdown, html, or pdf. Otherwise, the end of the file name decides."
  )
  var format: Format?
  @Flag(help: "Use only ASCII characters; for the text format.") var ascii = false
  @Flag(
    help:
      "Hide names, companies, addresses, and phone and reference numbers, so you can show it to someone."
  )
  var mask = false
  @Flag(
    help: "Instead of the page, a card for the interview: changes to try, cue words, questions.")
  var card = false
  @Option(
    name: .customShort("o"),
    help: ArgumentHelp(FileOutput.help, valueName: "file"))
  var file: String?
  @OptionGroup var options: StoreOptions

  private static let forms = FileForm<Format>(
    what: "a report", usual: .text,
    bySuffix: [
      "txt": .text, "text": .text, "md": .markdown, "markdown": .markdown, "html": .html,
      "htm": .html, "pdf": .pdf,
    ])

  func run() throws {
    let format = try ReportCommand.forms.of(file, asked: format)
    if ascii, format != .text {
      throw Failure("--ascii only works with the text format.", code: ExitStatus.usage)
    }
    if card, format == .markdown {
      throw Failure(
        "--card works with the text, html, and pdf formats.", code: ExitStatus.usage)
    }
    try options.reading { session, store in
      let dossier = try store.dossier(reference, masked: mask, library: session.library)
      if card { return try writeCard(dossier, format, session, store) }
      let reasons = session.reasons(of: dossier)
      let reader = session.refusalReader(for: dossier)
      let today = session.now.day
      func page() -> Page { Page(dossier, reasons: reasons, now: session.now, reader: reader) }
      let text: String
      switch format {
      case .text where ascii:
        text = PageText.ascii(dossier, reasons: reasons, now: session.now, reader: reader)
      case .text:
        text = PageText.unicode(
          dossier, reasons: reasons, now: session.now, measure: .terminal, reader: reader)
      case .markdown:
        text = PageMarkdown.text(dossier, reasons: reasons, now: session.now, reader: reader)
      case .html:
        return try SheetDelivery.html(Sheet(page(), today: today), to: file, session)
      case .pdf:
        let fold = PageFold(page())
        return try SheetDelivery.pdf(
          Sheet(fold.page(0), today: today),
          shorter: .init(count: fold.count) { Sheet(fold.page($0), today: today) }, to: file,
          session)
      }
      try FileOutput.deliver(
        Output.clean(text, for: file), to: file, keeping: session.paths.database)
    }
  }

  /// Writes what goes into the room.
  private func writeCard(
    _ dossier: Dossier, _ format: Format, _ session: Session, _ store: Store
  ) throws {
    // What another application taught may name people: a masked card has only its own.
    let carried =
      mask
      ? []
      : try store.teachings(for: dossier.application.id, limit: RoomCard.mostChanges)
        .improvements.map(\.thing)
    let card = RoomCard(dossier, carried: carried, now: session.now)
    if card.isEmpty { complain("there's nothing to bring yet") }
    switch format {
    case .html: try SheetDelivery.html(Sheet(card), to: file, session)
    case .pdf: try SheetDelivery.pdf(Sheet(card), to: file, session)
    case .text, .markdown:
      let isShown = (file == nil || file == "-") && Output.isTerminal
      let text = card.text(
        measure: ascii ? ASCIIFold.measure : .terminal, columns: PageColumns.width,
        isLightInk: isShown, isASCII: ascii)
      try FileOutput.deliver(
        Output.clean(ascii ? ASCIIFold.fold(text) : text, for: file), to: file,
        keeping: session.paths.database)
    }
  }
}
