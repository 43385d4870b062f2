import DebriefExport
import DebriefModel
import DebriefPaper
import DebriefRunner

/// Writes a sheet for a browser or for paper.
enum SheetDelivery {
  /// As HTML.
  static func html(_ sheet: Sheet, to file: String?, _ session: Session) throws {
    try FileOutput.deliver(
      Output.clean(SheetHTML.text(sheet), for: file), to: file, keeping: session.paths.database)
  }

  /// As a PDF. That it takes more than one sheet of paper is said: somebody may have wanted one.
  ///
  /// - Parameter shorter: What it may be instead, so that it is one page.
  static func pdf(
    _ sheet: Sheet, shorter: SheetPDF.Shorter? = nil, to file: String?, _ session: Session
  ) throws {
    if file == nil || file == "-", Output.isTerminal {
      throw Failure(
        "A PDF can't be shown here. Name a file: -o page.pdf", code: ExitStatus.usage)
    }
    let made: SheetPDF.Made
    do {
      made = try SheetPDF.bytes(
        sheet, shorter: shorter, paper: paper(session.configuration.settings.paper),
        now: session.now)
    } catch {
      throw Failure("\(error)", code: ExitStatus.failure)
    }
    try FileOutput.deliver(made.bytes, to: file, keeping: session.paths.database)
    if let missing = MissingFonts.sentence(made.unknown) { complain(missing) }
    if made.isShortened {
      complain("shortened to fit on one page; --format markdown has everything")
    }
    if made.pages > 1 {
      complain("there's more than fits on one sheet, so the PDF has \(made.pages) pages")
    }
  }

  private static func paper(_ wanted: Settings.Paper) -> SheetPDF.Paper {
    switch wanted {
    case .auto: .ofLocale
    case .a4: .a4
    case .letter: .letter
    }
  }
}
