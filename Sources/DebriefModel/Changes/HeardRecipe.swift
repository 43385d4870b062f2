extension Recipe {
  /// What was just heard of an application that is not on file: the application with its outcome and the debrief that follows, in one change.
  public static func heard(
    company: String, role: String, _ ending: Ending, on day: Day, words: String, interviewed: Bool,
    met: TalkTime? = nil, round: Int = 1, due: Day? = nil, ids: inout IDSource, now: Moment
  ) -> Change {
    var (change, id) = add(company: company, role: role, ids: &ids, now: now)
    if interviewed {
      change.operations += talk(
        at: met, round: round, application: id, on: day, ids: &ids, now: now)
    }
    change.operations +=
      outcome(
        ending, application: id, on: day, words: words, due: due, ids: &ids, now: now
      ).operations
    let branch: Branch? =
      switch ending {
      case .rejected: interviewed ? .rejectedAfterInterview : .rejectedWithoutInterview
      case .silent: .ghosted
      case .withdrew, .declined: .withdrew
      case .accepted: .acceptedElsewhere
      case .offer, .reopened: nil
      }
    if let branch {
      change.operations += begin(branch, application: id, ids: &ids, now: now).change.operations
    }
    return change
  }

  /// An interview that took place, as one says who tells how it ended. When it was may be forgotten; that
  /// there was one is a fact, of the day on which that became known.
  public static func talk(
    at met: TalkTime?, round number: Int, application: ID, on day: Day, ids: inout IDSource,
    now: Moment
  ) -> [Change.Operation] {
    let round = Interview(id: ids.draw(), application: application, recorded: now) {
      $0.round = number
      $0.start = met?.start
      $0.dayOnly = met?.dayOnly == true ? true : nil
    }
    if met != nil { return [.insert(.interview(round))] }
    let event = Event(id: ids.draw(), application: application, kind: .held, on: day, recorded: now)
    {
      $0.interview = round.id
    }
    return [.insert(.interview(round)), .insert(.event(event))]
  }
}
