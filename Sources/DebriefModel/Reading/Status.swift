/// How far an application came.
public enum Stage: Hashable, Sendable, Comparable {
  /// Nothing has happened yet.
  case none
  /// It was sent.
  case applied
  /// They answered with an invitation.
  case invited
  /// A round was held, of this number and kind.
  case interviewed(round: Int, kind: Interview.Kind)
  /// They made an offer.
  case offered

  private var rank: (Int, Int) {
    switch self {
    case .none: (0, 0)
    case .applied: (1, 0)
    case .invited: (2, 0)
    case .interviewed(let round, _): (3, round)
    case .offered: (4, 0)
    }
  }
  /// The order of progress.
  public static func < (a: Stage, b: Stage) -> Bool { a.rank < b.rank }
}

/// How an application stands, and since when; without a day where nobody noted it.
public enum Outcome: Hashable, Sendable {
  /// Nothing is decided.
  case waiting
  /// They said no.
  case rejected(on: Day?)
  /// They say nothing; `confirmed` once the user has drawn that conclusion.
  case silent(days: Int, confirmed: Bool)
  /// The candidate stepped back.
  case withdrew(on: Day?)
  /// They made an offer that is not answered yet.
  case offer(on: Day?)
  /// The offer was accepted, here or elsewhere.
  case accepted(on: Day?)
  /// The offer was declined.
  case declined(on: Day?)
}

/// What follows from the ledger: never stored, so that it cannot contradict it.
public struct Status: Hashable, Sendable {
  /// How far it came, whatever followed: a rejection does not erase the interview.
  public var stage: Stage
  /// How it stands.
  public var outcome: Outcome
  /// Whether there was ever a talk.
  public var everInterviewed: Bool
  /// The day of the last fact of which one is known.
  public var last: Day?

  /// Reads the ledger. `events` in the order of days; `now` decides what has been held, and with
  /// `patience` what is silence.
  public init(events: [Event], interviews: [Interview], now: Moment, patience: Patience) {
    self.init(Ledger(events: events, interviews: interviews), now: now, patience: patience)
  }

  /// Reads the short form of the ledger.
  public init(_ ledger: Ledger, now: Moment, patience: Patience) {
    let today = now.day
    let events = ledger.entries
    let held = ledger.rounds.filter { $0.standing(now: now) == .held }
    everInterviewed = !held.isEmpty || events.contains { $0.kind == .held }
    var stage = Stage.none
    for event in events {
      switch event.kind {
      case .applied, .acknowledged: stage = max(stage, .applied)
      case .invited: stage = max(stage, .invited)
      case .held where held.isEmpty: stage = max(stage, .interviewed(round: 1, kind: .other))
      case .offered, .accepted, .declined: stage = max(stage, .offered)
      default: break
      }
    }
    if !ledger.rounds.isEmpty { stage = max(stage, .invited) }
    for round in held {
      stage = max(stage, .interviewed(round: round.number, kind: round.kind))
    }
    self.stage = stage

    var decided: Outcome?
    for event in events {
      switch event.kind {
      case .refused: decided = .rejected(on: event.known)
      // Whoever answered wasn't silent, even if the answer was only brought in later.
      case .silent:
        if case .rejected? = decided { break }
        let days = event.known.map { max(0, $0.days(to: today)) } ?? 0
        decided = .silent(days: days, confirmed: true)
      case .withdrew: decided = .withdrew(on: event.known)
      case .offered: decided = .offer(on: event.known)
      case .accepted: decided = .accepted(on: event.known)
      case .declined: decided = .declined(on: event.known)
      case .reopened: decided = nil
      default: break
      }
    }
    var last: Day?
    // Of what nobody noted a day for, silence can still be proposed: it is only a question.
    var news: Day?
    for event in events where event.kind != .debriefClosed {
      news = max(news ?? event.placedOn, event.placedOn)
      if let day = event.known { last = max(last ?? day, day) }
    }
    for case let day? in held.map(\.day) {
      news = max(news ?? day, day)
      last = max(last ?? day, day)
    }
    self.last = last
    if case .silent(_, let confirmed)? = decided {
      // How long nobody wrote isn't known where nobody noted when they last did.
      let days = lastWord(events, held).map { max(0, $0.days(to: today)) }
      if let days { decided = .silent(days: days, confirmed: confirmed) }
    }
    if let decided {
      outcome = decided
    } else if let news, !ledger.rounds.contains(where: { $0.standing(now: now) == .ahead }),
      news.days(to: today) >= patience.silence
    {
      outcome = .silent(days: news.days(to: today), confirmed: false)
    } else {
      outcome = .waiting
    }
  }

  /// The branch of the guided debrief that fits (steps and branches of the domain).
  public var branch: Branch? {
    switch outcome {
    case .rejected: everInterviewed ? .rejectedAfterInterview : .rejectedWithoutInterview
    case .silent: .ghosted
    case .withdrew, .declined: .withdrew
    case .accepted: .acceptedElsewhere
    case .waiting, .offer: nil
    }
  }
}

/// The last day anything is known to have been heard, conclusions of the user's own left out.
private func lastWord(_ events: [Ledger.Entry], _ held: [Ledger.Round]) -> Day? {
  var last: Day?
  for event in events {
    switch event.kind {
    case .silent, .debriefClosed, .thanked, .chased, .feedbackAsked: break
    default: if let day = event.known { last = max(last ?? day, day) }
    }
  }
  for case let day? in held.map(\.day) { last = max(last ?? day, day) }
  return last
}
