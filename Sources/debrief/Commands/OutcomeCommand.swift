import ArgumentParser
import DebriefModel
import DebriefRunner

extension Recipe.Ending: ExpressibleByArgument {}

/// `debrief outcome`: how an application ended.
struct OutcomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outcome",
    abstract: "Record how an application ended, or that it's open again.")

  @Argument(
    help: "The application: an id, a company, or at least the first three letters of either.")
  var reference: String
  @Argument(help: "How it ended; reopened if it goes on after all.") var outcome: Recipe.Ending
  @Option(
    help: ArgumentHelp(
      "The date, such as yesterday or 3 mar; today if you leave it out.", valueName: "date"))
  var on: String?
  @Option(
    help: ArgumentHelp(
      "For an offer: the date they need your answer by, such as fri or 3 apr.", valueName: "date"))
  var by: String?
  @Option(help: "Their exact words; - reads them from stdin.") var words: String?
  @OptionGroup var options: StoreOptions

  func run() throws {
    let words = try words.map { try Input.text($0) } ?? ""
    if outcome == .silent, !words.allSatisfy(\.isWhitespace) {
      throw Failure(
        "\"silent\" means they never answered, but you've added their words. Record the answer with "
          + "debrief outcome \(reference) rejected --words, or keep the words with debrief feedback "
          + "\(reference). Nothing was added.", code: ExitStatus.usage)
    }
    try options.changing { session, store in
      let dates = Dates(now: session.now)
      let day = try dates.day(on, outcome.rawValue) ?? session.now.day
      let due = try by.map { try deadline($0, on: day, dates) }
      let dossier = try store.target(reference)
      let application = dossier.application
      let isDecided = dossier.events.contains(where: \.isDeciding)
      if outcome == .reopened, !isDecided {
        return complain("\(application.taken): this is already open; nothing was added")
      }
      let precedent = Precedent(outcome, on: day, words: words, in: dossier)
      switch precedent {
      case .onFile(let it):
        // A command may be run twice: the second time there is nothing left to record.
        return complain(
          "\(application.taken): you already recorded \"\(it.kind.label)\" \(it.known == nil ? "" : "on ")\(it.said); nothing was added"
            + (it.known == day ? "" : "; debrief correct \(application.id.short) changes its date"))
      case .decided(let it), .later(let it):
        complain(
          "\(application.taken): you already recorded \"\(it.kind.label)\" \(it.known == nil ? "" : "on ")\(it.said); this is added "
            + "\(precedent?.placing ?? ""). debrief undo removes it")
      case nil: break
      }
      let reading = read(words, on: day, session)
      let change = try store.perform(session) { ids, now in
        let change = Recipe.outcome(
          outcome, application: application.id, on: day, words: words, due: due, ids: &ids,
          now: now)
        let read = reading
        let known = dossier.marks
        let understood = Recipe.understood(
          Recipe.rebranched(change, in: dossier, now: now), known: { _ in known }, now: now
        ) { _, _ in read }
        return (understood, understood)
      }
      dates.say()
      let said = outcome == .silent ? "no reply, recorded for" : "\(outcome.rawValue) on"
      complain("\(application.taken): \(said) \(day.long)")
      if case .insert(.event(let event))? = change.operations.first, event.kind == .offered,
        let day = event.due, due == nil
      {
        complain("Their message says they need your answer by \(day.long).")
      }
      if outcome.event == .refused, !words.allSatisfy(\.isWhitespace) {
        understood(reading, change)
      }
      DayOrder.calledOff(change, in: dossier, now: session.now).forEach(complain)
      doubt(change, in: dossier, at: session.now)
    }
  }

  /// By when an offer wants an answer.
  private func deadline(_ text: String, on day: Day, _ dates: Dates) throws -> Day {
    guard outcome == .offer else {
      throw Failure("--by is for an offer; leave it out.", code: ExitStatus.usage)
    }
    guard let due = try dates.day(text, "answer by", .from(day)) else { return day }
    if due < day {
      throw Failure(
        "--by \(due.long) is before the offer on \(day.long). Check both dates.",
        code: ExitStatus.usage)
    }
    return due
  }

  /// Reads the words of a rejection; nil for any other, or where they cannot be told.
  private func read(_ words: String, on day: Day, _ session: Session) -> RefusalReading? {
    guard outcome.event == .refused, !words.allSatisfy(\.isWhitespace) else { return nil }
    let content = session.library.refusals()
    for fault in content.faults { complain(fault.description) }
    return RefusalReader(content.words).read(words, on: day)
  }

  /// Says how their words read: a proposal, of which nothing is recorded but the days they name.
  private func understood(_ reading: RefusalReading?, _ change: Change) {
    guard let reading else {
      return complain("Their words are saved. They don't make the reason clear.")
    }
    reading.sentences.forEach { complain($0) }
    // The day is said: until then, it isn't among the to-dos.
    let day = change.operations.compactMap { operation -> Day? in
      if case .insert(.mark(let mark)) = operation { mark.until } else { nil }
    }.min()
    complain(
      "That's only a guess from the wording. "
        + (day.map { "It'll show up in your to-dos on \($0.long); nothing else was recorded." }
          ?? "Nothing else was recorded from it."))
  }
}
