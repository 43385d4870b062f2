/// How long ago a talk ended: shown to say "write it down now", and never used in a figure (A10, A11).
public struct Freshness: Hashable, Sendable {
  /// Whole hours since the talk ended; 0 when it has not.
  public let hours: Int

  /// Counts from the end of an interview whose hour is known; of a mere day nothing can be said.
  public init?(_ interview: Interview, now: Moment) {
    guard interview.hasHour, let start = interview.start, start <= now else { return nil }
    let end = start.adding(seconds: (interview.minutes ?? 60) * 60)
    hours = max(0, (now.seconds - end.seconds) / 3600)
  }

  /// What that means for the person: to write it down while it is there. Empty once there is no hurry
  /// any more.
  public var words: String {
    switch hours {
    case ..<24: "fresh: write it down today"
    case ..<72: "still fairly fresh"
    default: ""
    }
  }

  /// Hours between the end of a talk and the moment a fact about it was written down.
  public static func lag(_ recorded: Moment, after interview: Interview?) -> Int? {
    guard let interview, let start = interview.start else { return nil }
    // Of a talk without an hour it is only known that it was over when its day was.
    let end =
      interview.hasHour
      ? start.seconds + (interview.minutes ?? 60) * 60
      : start.at(start.day.adding(days: 1)).seconds
    return max(0, (recorded.seconds - end) / 3600)
  }

  /// A fact written down later than this many hours after the talk is marked as late.
  public static let late = 48

  /// `written down 6 days later`: the mark of a fact about a talk that was written down late (A11);
  /// nil for one that was fresh. One rule for all that is recalled. The rounds come in their order, the
  /// facts in that of days.
  public static func lateness(
    _ recorded: Moment, round: ID? = nil, of interviews: [Interview], _ events: [Event]
  ) -> String? {
    let held = interviews.filter {
      $0.start != nil && $0.standing(events, now: recorded) == .held
    }
    let talk = held.first { $0.id == round } ?? held.last
    guard let lag = lag(recorded, after: talk), lag > late else { return nil }
    // Of a talk without an hour the days of the calendar are counted, as everywhere else.
    let days =
      talk.flatMap { $0.hasHour ? nil : $0.start?.day.days(to: recorded.day) } ?? lag / 24
    return "written down \(days) days later"
  }
}

extension Dossier {
  /// The mark of a fact about the talk of a round, else about the last one before it.
  public func lateness(_ recorded: Moment, round: ID?) -> String? {
    Freshness.lateness(recorded, round: round, of: interviews, events)
  }

  /// The mark of a turn.
  public func lateness(_ turn: Turn) -> String? { lateness(turn.recorded, round: turn.interview) }

  /// The mark of a note.
  public func lateness(_ note: Note) -> String? { lateness(note.recorded, round: nil) }

  /// The mark of a finding: as fresh as the turn that shows it. What a reply shows, and what lies
  /// before or after the talk, is not recalled from it.
  public func lateness(_ finding: Finding) -> String? {
    if finding.evidence?.kind == .feedback || finding.phase != .during { return nil }
    if finding.evidence?.kind == .turn,
      let turn = turns.first(where: { $0.id == finding.evidence?.id })
    {
      return lateness(turn)
    }
    return lateness(finding.recorded, round: nil)
  }
}
