import ArgumentParser
import DebriefApp
import DebriefExport
import DebriefModel
import Glibc
import TUI

/// `debrief show`: everything of one application.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show everything about one application.")

  @Argument(help: "The application: an id, a company, or the first part of either.") var reference:
    String
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Hide names, companies, addresses, and numbers, so you can show it to someone.")
  var mask = false
  @OptionGroup var options: StoreOptions

  func run() throws {
    try options.reading { session, store in
      let dossier = try store.dossier(reference, masked: mask, library: session.library)
      let reasons = session.reasons(of: dossier)
      if json {
        return try Output.document(
          try DossierJSON.encode(dossier, reasons: reasons, now: session.now))
      }
      let text = DossierText(
        dossier, reasons: reasons, checklists: session.checklists(of: dossier), now: session.now,
        measure: .terminal, columns: min(Output.columns, ListCommand.width()))
      try Output.text(text.text())
    }
  }
}
