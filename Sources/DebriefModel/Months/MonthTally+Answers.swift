/// How answers were rated beside how they were taken, and what was asked beside what was prepared.
extension MonthTally {
  /// Whether the user is harder on an answer than those who heard it (A43). They give no rating: what was noted of
  /// how they took it stands for one, and a rating of 3 for an answer that was neither good nor bad.
  mutating func addFair(_ turn: MonthFacts.Said) {
    guard let rating = turn.rating, let reaction = turn.reaction else { return }
    let theirs =
      switch reaction {
      case .interest: 1
      case .neutral: 0
      case .movedOn, .pushedBack: -1
      }
    let off = (rating - 3).signum() - theirs
    let key = MonthKey.fair(off < 0 ? .harder : off == 0 ? .same : .easier)
    note(
      key, true, value: off, at: .turn(turn.id),
      { _ in "you rated it \(rating) of 5, they seemed \(reaction.seemed): \(turn.question)" })
    counts[key]?.values.append(off)
  }

  /// What was asked beside what was prepared; only where somebody matched the two, for else nothing is
  /// known of it.
  mutating func addMatches(_ matched: Set<ID>) {
    guard !matched.isEmpty || it.turns.contains(where: \.hasPrepared) else { return }
    for turn in it.turns where turn.asker == .them {
      let wasPrepared = turn.preparation != nil || turn.hasPrepared
      note(.asked, wasPrepared, at: .turn(turn.id), { _ in turn.question })
      note(
        .askedAbout(QuestionKind(turn.question)), wasPrepared, at: .turn(turn.id),
        { _ in turn.question })
    }
    guard !matched.isEmpty else { return }
    for entry in it.prepared where entry.isAnswer {
      note(.inVain, matched.contains(entry.id), { _ in entry.text })
    }
  }
}

extension Turn.Reaction {
  /// How they seemed to take an answer.
  fileprivate var seemed: String {
    switch self {
    case .interest: "interested"
    case .neutral: "neutral"
    case .movedOn: "to move on"
    case .pushedBack: "to push back"
    }
  }
}
