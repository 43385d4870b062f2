/// What follows from the facts of one application.
extension MonthFacts {
  /// Where its first fact stands, else the day it was entered: by this it falls into a window of time, for
  /// which a day that nobody noted is near enough.
  public var day: Day { ledger.entries.map(\.placedOn).min() ?? created }

  /// Whether and how it is decided, and how many rounds were held.
  struct Course {
    var status: Status
    /// How many rounds were held.
    var held: Int
    /// How many were held or are booked.
    var booked: Int
    /// Decided by them or given up for silent; what is running or was taken back is not.
    var isDecided: Bool
    /// Whether the user took it back.
    var isWithdrawn: Bool
    /// Whether they made an offer.
    var isOffered: Bool

    /// Whether it went on after so many rounds: true, false, or nil while it runs or when it was taken back.
    func wentOn(after rounds: Int) -> Bool? {
      if booked > rounds || isOffered { return true }
      return isDecided ? false : nil
    }

    /// Whether it went past the first round, or to an offer; nil where that is not known.
    var wentOn: Bool? { held > 0 ? wentOn(after: 1) : isOffered ? true : nil }
  }

  /// Reads the ledger.
  func course(now: Moment, _ patience: Patience) -> Course {
    let status = Status(ledger, now: now, patience: patience)
    let standings = ledger.rounds.map { $0.standing(now: now) }
    let held = max(standings.count { $0 == .held }, status.everInterviewed ? 1 : 0)
    let isDecided =
      switch status.outcome {
      case .rejected, .silent(_, confirmed: true), .offer, .accepted, .declined: true
      case .waiting, .silent, .withdrew: false
      }
    var isWithdrawn = false
    if case .withdrew = status.outcome { isWithdrawn = true }
    return Course(
      status: status, held: held, booked: held + standings.count { $0 == .ahead },
      isDecided: isDecided, isWithdrawn: isWithdrawn, isOffered: status.stage == .offered)
  }

  /// The number of a round among those that were held; nil for none of them.
  func place(of interview: ID?, now: Moment) -> Int? {
    guard let interview else { return nil }
    var place = 0
    for round in rounds where round.ledger.standing(now: now) == .held {
      place += 1
      if round.id == interview { return place }
    }
    return nil
  }

  // MARK: Late facts (A11)

  /// Whether a fact about a round was written down late: as ``Freshness`` has it.
  func isLate(_ recorded: Moment, round: ID?) -> Bool {
    var last: Int?
    for it in rounds {
      guard let end = it.end, it.ledger.standing(now: recorded) == .held else { continue }
      last = end
      if it.id == round { break }
    }
    guard let end = last else { return false }
    return max(0, (recorded.seconds - end) / 3600) > Freshness.late
  }

  /// Whether a question and its answer were.
  func isLate(_ turn: Said) -> Bool { isLate(turn.recorded, round: turn.interview) }

  /// Whether a finding was: as late as the answer that shows it. What a reply shows, and what lies before
  /// or after the interview, is not recalled from it.
  func isLate(_ finding: Found) -> Bool {
    if finding.evidence?.kind == .feedback || finding.phase != .during { return false }
    if finding.evidence?.kind == .turn,
      let turn = turns.first(where: { $0.id == finding.evidence?.id })
    {
      return isLate(turn)
    }
    return isLate(finding.recorded, round: nil)
  }

  // MARK: Single figures

  /// A step of a scale from 1 to 5. No form takes another, but a file may have one: it counts as the nearest end.
  static func onScale(_ value: Int) -> Int { max(1, min(5, value)) }

  /// So often something may have happened in one interview; what a file has beyond that is no count.
  static let mostTimes = 1000

  /// The mood at the start and the end of each debrief that has both, by debrief.
  var moods: [(debrief: ID, start: Int, end: Int)] {
    var found: [ID: (start: Int?, end: Int?)] = [:]
    for it in answers {
      switch it.item {
      case "mood.start":
        found[it.debrief, default: (nil, nil)].start = Int(it.value).map(MonthFacts.onScale)
      case "mood.end":
        found[it.debrief, default: (nil, nil)].end = Int(it.value).map(MonthFacts.onScale)
      default: break
      }
    }
    return found.sorted { $0.key < $1.key }.compactMap { id, it in
      guard let start = it.start, let end = it.end else { return nil }
      return (id, start, end)
    }
  }

  /// Whether something made the day of the interview harder; nil where that was not answered.
  var offDay: Bool? {
    let all = answers.filter { $0.item == "offday.what" && !$0.value.isEmpty }
    return all.isEmpty ? nil : all.contains { $0.value != "none" }
  }

  /// How often the user interrupted someone; nil where that was not answered.
  var interruptions: Int? {
    let all = answers.filter { $0.item == "interrupt.count" }.compactMap { Int($0.value) }
    return all.isEmpty ? nil : all.reduce(0) { $0 + min(max(0, $1), MonthFacts.mostTimes) }
  }

  /// How many prompts of the company file were answered before the first interview.
  func research(now: Moment) -> Int {
    let start = rounds.filter { $0.ledger.standing(now: now) == .held }.compactMap(\.start).min()
    let filled = prepared.filter { it in
      it.kind == .company && it.hasDetail && (start.map { it.recorded < $0 } ?? true)
    }
    return Set(filled.compactMap { PreparationRules.Prompt(rawValue: $0.text) }).count
  }

  /// From so many prompts on a company counts as looked into.
  static let researched = 3

  /// What came of a request for feedback.
  enum Came: Hashable { case answer, nothing, waiting }

  /// What came of it: a form letter or a refusal to say is no answer, and what may still come is none yet.
  static func came(of ask: Ask, today: Day) -> Came? {
    guard let asked = ask.asked, ask.channel != .adviser else { return nil }
    if ask.received != nil { return ask.candour?.counts ?? true ? .answer : .nothing }
    let until = ask.due ?? asked.adding(days: 14)
    return ask.isClosed || until < today ? .nothing : .waiting
  }

  /// Days from the last no, else the last round, to the day of a request; nil without either.
  func waited(until asked: Day) -> Int? { ledger.since(asked).map { max(0, $0.days(to: asked)) } }
}
