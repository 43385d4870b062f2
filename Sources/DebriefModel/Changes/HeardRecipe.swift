extension Recipe {
  /// What was just heard of an application that is not on file: the application with its outcome and the debrief that follows, in one change.
  public static func heard(
    company: String, role: String, _ ending: Ending, on day: Day, words: String, interviewed: Bool,
    met: Day? = nil, due: Day? = nil, ids: inout IDSource, now: Moment
  ) -> Change {
    var (change, id) = add(company: company, role: role, ids: &ids, now: now)
    if interviewed {
      var round = Interview(id: ids.draw(), application: id, recorded: now)
      if let met { (round.start, round.dayOnly) = (now.at(met), true) }
      change.operations.append(.insert(.interview(round)))
      // When it was may be forgotten; that there was one is a fact.
      if met == nil {
        let event = Event(id: ids.draw(), application: id, kind: .held, on: day, recorded: now) {
          $0.interview = round.id
        }
        change.operations.append(.insert(.event(event)))
      }
    }
    change.operations +=
      outcome(
        ending, application: id, on: day, words: words, due: due, ids: &ids, now: now
      ).operations
    let branch: Branch? =
      switch ending {
      case .rejected: interviewed ? .rejectedAfterInterview : .rejectedWithoutInterview
      case .silent: .ghosted
      case .withdrew: .withdrew
      case .accepted: .acceptedElsewhere
      case .offer, .reopened: nil
      }
    if let branch {
      change.operations += begin(branch, application: id, ids: &ids, now: now).change.operations
    }
    return change
  }
}
