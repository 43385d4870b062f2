extension Recipe {
  /// What was just heard of an application that is not on file: the application with its outcome and the debrief that follows, in one change.
  public static func heard(
    company: String, role: String, _ ending: Ending, on day: Day, words: String, interviewed: Bool,
    due: Day? = nil,
    ids: inout IDSource, now: Moment
  ) -> Change {
    var (change, id) = add(company: company, role: role, ids: &ids, now: now)
    if interviewed {
      // When it was is not known; that there was one is.
      change.operations.append(
        .insert(.interview(Interview(id: ids.draw(), application: id, recorded: now))))
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
