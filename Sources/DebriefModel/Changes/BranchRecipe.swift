extension Debrief {
  /// It with the questions that fit how its application stands: whoever accepted an offer and then turns it down
  /// isn't asked how they feel about taking the job. The answers stay with it. One that is finished keeps its
  /// questions, and so does one whose application goes on, or of which nobody has said how it ended.
  ///
  /// Whatever brought the news, a key, an email, a table or another computer: it is read by this rule, and the
  /// next answer stores what it says.
  public func fitted(to status: Status) -> Debrief {
    guard closed == nil, let fitting = status.branch, fitting != branch else { return self }
    if case .silent(_, confirmed: false) = status.outcome { return self }
    var next = self
    next.branch = fitting
    // Other questions are other counts; the next answer counts them.
    (next.done, next.total) = (0, 0)
    return next
  }
}

extension Recipe {
  /// The same change, with the questions that fit how it ended once the change is made, as ``Debrief/fitted(to:)``
  /// says.
  public static func rebranched(_ change: Change, in dossier: Dossier, now: Moment) -> Change {
    guard let debrief = dossier.debrief else { return change }
    let next = debrief.fitted(to: dossier.after(change).status(now: now))
    guard next != debrief else { return change }
    var change = change
    change.operations.append(.update(from: .debrief(debrief), to: .debrief(next)))
    return change
  }
}
