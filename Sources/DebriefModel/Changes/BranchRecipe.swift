extension Recipe {
  /// The same change, with the questions that fit how it ended once the change is made: whoever accepted an
  /// offer and then turns it down isn't asked how they feel about taking the job. The answers stay with the
  /// debrief. One that is finished, or an application that goes on, keeps the questions it has.
  public static func rebranched(_ change: Change, in dossier: Dossier, now: Moment) -> Change {
    guard let debrief = dossier.debrief, debrief.closed == nil,
      let branch = dossier.after(change).status(now: now).branch, branch != debrief.branch
    else { return change }
    var next = debrief
    next.branch = branch
    // Other questions are other counts; the next answer counts them.
    (next.done, next.total) = (0, 0)
    var change = change
    change.operations.append(.update(from: .debrief(debrief), to: .debrief(next)))
    return change
  }
}
