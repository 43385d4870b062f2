import ArgumentParser
import DebriefModel
import DebriefRunner

extension Channel: ExpressibleByArgument {}

/// `debrief feedback`: what somebody said, word for word.
struct FeedbackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feedback", abstract: "Add what someone told you, word for word.")

  @Argument(
    help: "The application: an id, a company, or at least the first three letters of either.")
  var reference: String
  @Argument(help: "What they said; - reads it from stdin.") var text: String
  @Option(help: ArgumentHelp("Who said it.", valueName: "name")) var from = ""
  @Option(help: "How they told you; adviser means someone who doesn't work there.") var channel =
    Channel.email
  @Option(
    help: ArgumentHelp(
      "The date, such as yesterday or 3 mar; today if you leave it out.", valueName: "date"))
  var on: String?
  @OptionGroup var options: StoreOptions

  func run() throws {
    let text = try Input.text(text)
    try options.changing { session, store in
      let dates = Dates(now: session.now)
      let day = try dates.day(on, "received") ?? session.now.day
      let dossier = try store.target(reference)
      let reader = channel == .adviser ? nil : RefusalReader(session.library.refusals().words)
      let change = try store.perform(session) { ids, now in
        let reply = Feedback(id: ids.draw(), application: dossier.application.id, recorded: now) {
          $0.from = from.trimmed
          $0.person = PeopleLookup.one(named: from, among: dossier.people)?.id
          $0.channel = channel
          $0.received = day
          $0.verbatim = text
        }
        let change = Recipe.reply(
          reply, log: dossier.feedback, letters: dossier.letters, debrief: dossier.debrief,
          ids: &ids, now: now)
        let understood = Recipe.understood(change, known: { _ in [] }, now: now) {
          reader?.read($0, on: $1)
        }
        return (understood, understood)
      }
      dates.say()
      let reopened = dossier.debrief?.closed != nil && channel != .adviser
      complain(
        "\(dossier.application.taken): feedback from \(day.long) was saved"
          + (reopened ? "; the debrief is open again so you can add what they said" : ""))
      doubt(change, in: dossier, at: session.now)
    }
  }
}
