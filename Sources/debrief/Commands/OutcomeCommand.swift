import ArgumentParser
import DebriefModel
import DebriefRunner

extension Recipe.Ending: ExpressibleByArgument {}

/// `debrief outcome`: how an application ended.
struct OutcomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcome", abstract: "Record how an application ended.")

  @Argument(
    help: "The application: an id, a company, or at least the first three letters of either.")
  var reference: String
  @Argument(help: "How it ended.") var outcome: Recipe.Ending
  @Option(
    help: ArgumentHelp(
      "The date, such as yesterday or 3 mar; today if you leave it out.", valueName: "date"))
  var on: String?
  @Option(help: "Their exact words; - reads them from stdin.") var words: String?
  @OptionGroup var options: StoreOptions

  func run() throws {
    let words = try words.map { try Input.text($0) } ?? ""
    try options.changing { session, store in
      let day = try Dates(now: session.now).day(on, outcome.rawValue) ?? session.now.day
      let dossier = try store.target(reference)
      let application = dossier.application
      let precedent = Precedent(outcome, on: day, words: words, in: dossier)
      switch precedent {
      case .onFile(let it):
        // A command may be run twice: the second time there is nothing left to record.
        return complain(
          "\(application.taken): you already recorded \(it.kind.label) on \(it.on); nothing was added"
            + (it.on == day ? "" : "; debrief correct \(application.id.short) changes its date"))
      case .decided(let it), .later(let it):
        complain(
          "\(application.taken): you already recorded \(it.kind.label) on \(it.on); this is added "
            + "\(precedent?.placing ?? ""). debrief undo takes it back")
      case nil: break
      }
      let change = try store.perform(session) { ids, now in
        let change = Recipe.outcome(
          outcome, application: application.id, on: day, words: words, ids: &ids, now: now)
        return (change, change)
      }
      complain("\(application.taken): \(outcome.rawValue) on \(day)")
      if outcome.event == .refused, !words.allSatisfy(\.isWhitespace) {
        understood(words, on: day, session)
      }
      DayOrder.calledOff(change, in: dossier, now: session.now).forEach(complain)
      doubt(change, in: dossier, at: session.now)
    }
  }

  /// Says how their words read: a proposal, of which nothing is recorded.
  private func understood(_ words: String, on day: Day, _ session: Session) {
    let content = session.library.refusals()
    for fault in content.faults { complain(fault.description) }
    guard let reading = RefusalReader(content.words).read(words, on: day) else {
      return complain("Their words are saved. It isn't clear from them what the reason was.")
    }
    reading.sentences.forEach { complain($0) }
    complain("That's only how it reads. Nothing else was recorded from it.")
  }
}
