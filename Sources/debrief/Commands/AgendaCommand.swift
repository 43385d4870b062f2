import ArgumentParser
import DebriefCalendar
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore
import TUI

/// `debrief agenda`: what is due, the most urgent first.
struct AgendaCommand: ParsableCommand, PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "agenda", abstract: "List your to-dos, most urgent first.")

  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print a calendar file (iCalendar), for your own calendar.") var ics = false
  @OptionGroup var options: StoreOptions

  /// How far a calendar file looks ahead.
  private static let calendarDays = 92

  private struct Row: Encodable {
    let application: ID?
    let company: String
    let due: Moment
    let key: String
    let kind: String
    let text: String
    let urgent: Bool
    let when: String
  }

  private struct Document: Encodable {
    let agenda: [Row]
    let version = 1
  }

  func run() throws {
    if ics, json {
      throw Failure("Use --json or --ics, not both.", code: ExitStatus.usage)
    }
    try options.reading { session, store in
      let now = session.now
      // A calendar is read once and kept: it holds what comes later, too.
      let ahead = ics ? AgendaCommand.calendarDays : Agenda.week
      var entries = Agenda.entries(
        try store.agenda(today: now.day, ahead: ahead), now: now, ahead: ahead,
        isCalendar: ics)
      if ics {
        if entries.isEmpty { complain("nothing to do right now") }
        return try Output.document(try CalendarFile.text(entries, now: now))
      }
      if let inbox = Agenda.inbox(try store.waiting(), now: now) {
        entries.insert(inbox, at: 0)
      }
      if json {
        let rows = entries.map {
          Row(
            application: $0.kind == .sort ? nil : $0.application, company: $0.company, due: $0.due,
            key: $0.key, kind: $0.kind.rawValue, text: $0.text, urgent: $0.urgent, when: $0.when)
        }
        return try Output.document(try JSONText.encode(Document(agenda: rows)) + "\n")
      }
      if entries.isEmpty { complain("nothing to do right now") }
      try Output.text(entries.map(AgendaCommand.line).joined())
    }
  }

  /// `! 7k3f9q  Acme          thank-you note to Ines Kahl  (today, 4 h left)`.
  private static func line(_ entry: AgendaEntry) -> String {
    let id = TextWidth.pad(entry.application.short, to: 6)
    // A job is named to tell two rows apart, and so is never cut.
    let name = TextWidth.printable(LineBuffer.flat(entry.name))
    let company = TextWidth.pad(
      name, to: entry.mark.isEmpty ? 20 : max(20, TextWidth.columns(name)))
    return
      "\(entry.urgent ? "!" : " ") \(id)  \(company)  \(LineBuffer.flat(entry.text))"
      + (entry.when.isEmpty ? "\n" : "  (\(entry.when))\n")
  }
}
