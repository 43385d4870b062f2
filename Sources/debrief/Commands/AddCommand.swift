import ArgumentParser
import DebriefExport
import DebriefModel
import DebriefRunner

/// `debrief add`: a new application; prints its reference.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an application and print its id.")

  @Argument(help: "The company.") var company: String
  @Argument(help: "The job.") var role: String
  @Option(
    help: ArgumentHelp("The date you applied, such as yesterday or 3 mar.", valueName: "date"))
  var applied: String?
  @Option(
    help: ArgumentHelp(
      "When the interview was or will be, such as yesterday 14:30.", valueName: "time"))
  var interview: String?
  @Flag(help: "Print the application as JSON.") var json = false
  @OptionGroup var options: StoreOptions

  private struct Document: Encodable {
    let application: Application
    let id: ID
    let version = 1
  }

  func run() throws {
    try options.writing { session, store in
      for (name, what) in [(company, "a company"), (role, "a job")] {
        if let fault = Application.nameFault(name.trimmed, of: what) {
          throw Failure(fault, code: ExitStatus.data)
        }
      }
      let dates = Dates(now: session.now)
      let sent = try dates.day(applied, "applied")
      let talk = try dates.talk(interview, "interview")
      let (change, id) = try store.perform(session) { ids, now in
        let made = Recipe.add(
          company: company.trimmed, role: role.trimmed, applied: sent,
          interview: talk, ids: &ids, now: now)
        return (made.change, (made.change, made.id))
      }
      dates.say()
      doubt(change, in: nil, at: session.now)
      if let twin = try store.twin(of: change) {
        complain(
          "\(twin.taken) was already here, added on \(twin.created.day.long), so this is a second one. "
            + "If it's the same one, debrief undo takes it back.")
      }
      guard json else { return try Output.text("\(id)\n") }
      let application = try store.dossier(id.text).application
      try Output.document(
        try JSONText.encode(Document(application: application, id: id)) + "\n")
    }
  }
}
