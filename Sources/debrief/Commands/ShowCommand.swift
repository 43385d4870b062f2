import ArgumentParser
import DebriefApp
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc
import TUI

/// `debrief show`: everything of one application.
struct ShowCommand: ParsableCommand, PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show everything about one application.")

  @Argument(help: "The application: an id, a company, or the first part of either.") var reference:
    String
  @Flag(help: "Print JSON.") var json = false
  @Flag(
    help:
      "Hide names, companies, addresses, and phone and reference numbers, so you can show it to someone."
  )
  var mask = false
  @Flag(help: "Print only what to read before you talk to them again.") var refresher = false
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Show it as it was at the end of this day, worked out from later changes.", valueName: "date")
  )
  var asOf: String?
  @OptionGroup var options: StoreOptions

  func run() throws {
    if refresher, json {
      throw Failure("Use --json or --refresher, not both.", code: ExitStatus.usage)
    }
    if asOf != nil, refresher || mask {
      throw Failure(
        "--as-of works with plain text and --json, not with --mask or --refresher.",
        code: ExitStatus.usage)
    }
    try options.reading { session, store in
      let dates = Dates(now: session.now)
      if let day = try dates.day(asOf, "as of") {
        return try earlier(day, session, store, dates)
      }
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
        measure: .terminal, columns: min(Output.columns, ListCommand.width()),
        here: mask ? [] : try store.earlier(at: dossier.application))
      try Output.text(text.text())
    }
  }

  /// The application as it stood at the end of a day.
  private func earlier(
    _ day: Day, _ session: Session, _ store: Store, _ dates: Dates
  ) throws {
    let end = min(session.now, session.now.at(day.adding(days: 1)).adding(seconds: -1))
    let found = try store.dossier(try store.resolve(reference), asOf: end, now: session.now)
    if let since = found.knownSince {
      complain(
        "changes have only been tracked since \(since.day.long), so anything older looks as it did then"
      )
    }
    guard let dossier = found.dossier else {
      throw Failure(
        "\(reference) wasn't here yet on \(day.long).", code: ExitStatus.noInput)
    }
    dates.say()
    let reasons = session.reasons(of: dossier)
    if json {
      return try Output.document(try DossierJSON.encode(dossier, reasons: reasons, now: end))
    }
    let text = DossierText(
      dossier, reasons: reasons, checklists: session.checklists(of: dossier), now: end,
      measure: .terminal, columns: min(Output.columns, ListCommand.width()))
    try Output.text("As it was on \(day.long)\n\n" + text.text())
  }
}
