/// How much of a talk has probably faded: a rule of thumb, shown to say "write it down now", and
/// never used in a figure (A10, A11).
public struct Freshness: Hashable, Sendable {
  /// Whole hours since the talk ended; 0 when it has not.
  public let hours: Int

  /// Counts from the end of an interview whose hour is known; of a mere day nothing can be said.
  public init?(_ interview: Interview, now: Moment) {
    guard interview.hasHour, let start = interview.start, start <= now else { return nil }
    let end = start.adding(seconds: (interview.minutes ?? 60) * 60)
    hours = max(0, (now.seconds - end.seconds) / 3600)
  }

  /// Percent faded, by a power law with an exponent of 0.13: about a quarter after 9 hours, a
  /// third after a day, half after a week and a half.
  public var faded: Int {
    // (1 + h)^-0.13 without a maths library: 2^(-0.13 · log2(1 + h)).
    var value = Double(1 + hours)
    var log = 0.0
    while value >= 2 {
      value /= 2
      log += 1
    }
    var bit = 0.5
    for _ in 0..<20 {  // binary digits of the logarithm's fraction, by squaring
      value *= value
      if value >= 2 {
        value /= 2
        log += bit
      }
      bit /= 2
    }
    let exponent = 0.13 * log
    var result = 1.0
    var rest = exponent
    while rest >= 1 {
      result /= 2
      rest -= 1
    }
    // 2^-x for 0 <= x < 1 by its series.
    let x = -rest * 0.693_147_180_559_945
    var term = 1.0
    var sum = 1.0
    for n in 1..<12 {
      term *= x / Double(n)
      sum += term
    }
    result *= sum
    return min(100, max(0, Int(((1 - result) * 100).rounded())))
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
