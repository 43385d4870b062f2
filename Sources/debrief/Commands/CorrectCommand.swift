import ArgumentParser
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore

/// `debrief correct`: another day for a fact on file.
struct CorrectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "correct", abstract: "Correct the date of something you recorded.",
    discussion: """
      Without EVENT, it lists everything that has a date: debrief correct ACME. EVENT is a number from \
      that list, or a word in it: debrief correct ACME applied --on "3 mar". The old date is kept \
      too, and debrief undo removes the correction.
      """)

  @Argument(
    help: "The application: an id, a company, or at least the first three letters of either.")
  var reference: String
  @Argument(help: "What to correct: its number in the list, or a word such as applied or rejected.")
  var event: String?
  @Option(help: "The correct date, such as yesterday or 3 mar; for an interview, the time too.")
  var on: String?
  @Option(help: "For an answer they promised, or an offer: the date they gave you.") var due:
    String?
  @Flag(help: "Print JSON.") var json = false
  @OptionGroup var options: StoreOptions

  func run() throws {
    guard on != nil || due != nil else {
      return try options.reading { session, store in
        let list = DatedFact.list(try store.dossier(reference))
        try show(event == nil ? list : try meant(list, now: session.now), now: session.now)
      }
    }
    try options.changing { session, store in
      let dossier = try store.target(reference)
      let found = try meant(DatedFact.list(dossier), now: session.now)
      guard let only = found.first, found.count == 1 else {
        throw Failure(unclear(found, now: session.now), code: ExitStatus.usage)
      }
      try correct(only, dossier, store, session)
    }
  }

  private func correct(
    _ fact: DatedFact, _ dossier: Dossier, _ store: Store, _ session: Session
  ) throws {
    let dates = Dates(now: session.now)
    let change: Change
    switch fact.what {
    case .round(let round):
      if due != nil {
        throw Failure(
          "An interview has no promised date. Leave --due out.", code: ExitStatus.usage)
      }
      guard let time = try dates.talk(on, fact.label) else { return }
      change = Recipe.correct(round, to: time)
    case .event(let event):
      guard let day = try dates.day(on, fact.label) ?? event.known else {
        throw Failure("It has no date yet. Give one, too: --on DAY.", code: ExitStatus.usage)
      }
      if due != nil, event.kind != .promised, event.kind != .offered {
        throw Failure(
          "\"\(fact.label)\" has no promised date. Leave --due out.", code: ExitStatus.usage)
      }
      let named = try dates.day(due, "the date they gave you is", .from(day)) ?? event.due
      change = Recipe.correct(event, on: day, due: named, in: dossier, now: session.now)
    }
    if change.operations.isEmpty {
      complain(
        "\(dossier.application.taken): \(fact.label) already has that date; nothing changed")
    } else {
      try store.perform(session) { _, _ in (change, ()) }
      dates.say()
      let next = try store.dossier(dossier.application.id.text)
      let day = DatedFact.list(next).first { $0.id == fact.id }?.said ?? ""
      complain(
        "\(dossier.application.taken): \(fact.label) is now \(day); before, it was "
          + fact.said)
      DayOrder.calledOff(change, in: dossier, now: session.now).forEach(complain)
      doubt(change, in: dossier, at: session.now)
    }
    if json {
      let next = try store.dossier(dossier.application.id.text)
      try show(DatedFact.list(next).filter { $0.id == fact.id }, now: session.now)
    }
  }

  /// Those that the word or the number means; all of them without one.
  private func meant(_ list: [DatedFact], now: Moment) throws -> [DatedFact] {
    guard let event else { return list }
    let found = DatedFact.meant(event, list)
    if found.isEmpty {
      let known = list.map { "\($0.number) \($0.label)" }.joined(separator: ", ")
      throw Failure(
        "Nothing here is called \"\(event)\"; "
          + (known.isEmpty ? "nothing has a date yet." : "choose from \(known)."),
        code: ExitStatus.noInput)
    }
    return found
  }

  private func unclear(_ found: [DatedFact], now: Moment) -> String {
    if found.isEmpty { return "Nothing here has a date yet, so there's nothing to correct." }
    let list = found.map { "\($0.number) \($0.label), \($0.day ?? "no date")" }
    return "Say which one by its number: " + list.joined(separator: "; ") + "."
  }

  private struct Row: Encodable {
    let number: Int
    let event: Event?
    let interview: Interview?
  }

  private struct Document: Encodable {
    let facts: [Row]
    let version = 1
  }

  private func show(_ list: [DatedFact], now: Moment) throws {
    if json {
      let rows = list.map { fact in
        switch fact.what {
        case .event(let it): Row(number: fact.number, event: it, interview: nil)
        case .round(let it): Row(number: fact.number, event: nil, interview: it)
        }
      }
      return try Output.document(try JSONText.encode(Document(facts: rows)) + "\n")
    }
    if list.isEmpty { complain("nothing here has a date yet") }
    for fact in list {
      let was = fact.was.isEmpty ? "" : "  (was \(fact.was.joined(separator: ", ")))"
      try Output.text("\(fact.number)  \(fact.day ?? "no date   ")  \(fact.label)\(was)\n")
    }
  }
}
