import ArgumentParser
import DebriefApp
import DebriefExport
import DebriefModel
import DebriefRunner
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
  @Flag(help: "Print only what to read before you talk to them again.") var refresher = false
  @OptionGroup var options: StoreOptions

  func run() throws {
    if refresher, json {
      throw Failure("Use --json or --refresher, not both.", code: ExitStatus.usage)
    }
    try options.reading { session, store in
      let dossier = try store.dossier(reference, masked: mask, library: session.library)
      if refresher {
        let text = Refresher(dossier, now: session.now).text
        if text.isEmpty { complain("nothing to read up on yet") }
        return try Output.text(text)
      }
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
