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
  @Option(help: ArgumentHelp("The résumé version you sent.", valueName: "version"))
  var resume: String?
  @Option(
    help: ArgumentHelp(
      "The cover letter version you sent, by a short name; none if you sent none.",
      valueName: "version"))
  var cover: String?
  @Option(
    help: ArgumentHelp(
      "The text of the cover letter; - reads it from stdin.", valueName: "text"))
  var coverText: String?
  @Flag(help: "Print the application as JSON.") var json = false
  @OptionGroup var options: StoreOptions

  private struct Document: Encodable {
    let application: Application
    let id: ID
    let version = 1
  }

  func run() throws {
    let letter = try sentLetter()
    try options.writing { session, store in
      // "-" is stdin elsewhere, and nobody's name.
      if !company.trimmed.isEmpty, company.allSatisfy({ $0.isPunctuation || $0.isWhitespace }) {
        throw Failure(
          "The name of a company needs a letter or a digit.", code: ExitStatus.data)
      }
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
          interview: talk, ids: &ids, now: now
        ) { application in
          application.resume = Harmless.line(resume?.trimmed ?? "")
          (application.coverSent, application.cover, application.coverText) = letter
        }
        return (made.change, (made.change, made.id))
      }
      dates.say()
      doubt(change, in: nil, at: session.now)
      if let twin = try store.twin(of: change) {
        complain(
          "\(twin.taken) was already here, added on \(twin.created.day.long), so this is a second one. "
            + "If it's the same one, debrief undo removes it.")
      }
      guard json else { return try Output.text("\(id)\n") }
      let application = try store.dossier(id.text).application
      try Output.document(
        try JSONText.encode(Document(application: application, id: id)) + "\n")
    }
  }

  /// What is known of the cover letter: whether one was sent, its version, and its text.
  private func sentLetter() throws -> (sent: Bool?, version: String?, text: String?) {
    let text = try coverText.map { try Input.text($0) }
    let version = cover.map { Harmless.line($0.trimmed) }
    if version?.isEmpty == true {
      throw Failure(
        "--cover is empty. Give the version a short name, or say none.", code: ExitStatus.usage)
    }
    guard version?.lowercased() == "none" else {
      return (version == nil && text == nil ? nil : true, version, text)
    }
    if text != nil {
      throw Failure(
        "--cover none says that you sent no cover letter, and --cover-text has one. Leave one of "
          + "them out.", code: ExitStatus.usage)
    }
    return (false, nil, nil)
  }
}
