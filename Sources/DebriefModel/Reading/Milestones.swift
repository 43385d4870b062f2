/// What an application came to, in its order: applied, each interview, the answer, what they said of it.
public struct Milestone: Hashable, Sendable {
  /// How far it is.
  public enum State: Hashable, Sendable {
    /// It was.
    case past
    /// It is still to come.
    case ahead
  }

  /// What it is, in a word or two: `applied`, `panel`, `rejected`.
  public var label: String
  /// The day of it.
  public var on: Day
  /// How far it is.
  public var state: State

  /// Those of an application as of now, the earliest first; of several requests or replies the last alone.
  /// What was booked and did not take place is none.
  public static func list(_ dossier: Dossier, now: Moment) -> [Milestone] {
    list(
      dossier.events, held: dossier.held(now: now), ahead: dossier.ahead(now: now), now: now)
  }

  /// Those of an application of which only facts were read.
  public static func list(_ facts: Facts, now: Moment) -> [Milestone] {
    list(facts.events, held: facts.held(now: now), ahead: facts.ahead(now: now), now: now)
  }

  private static func list(
    _ events: [Event], held: [Interview], ahead: [Interview], now: Moment
  ) -> [Milestone] {
    var all: [(day: Day, order: Int, it: Milestone)] = []
    func add(_ label: String, _ day: Day, _ order: Int, _ state: State = .past) {
      all.append((day, order, Milestone(label: label, on: day, state: state)))
    }
    for (rounds, state) in [(held, State.past), (ahead, .ahead)] {
      for round in rounds {
        guard let start = round.start else { continue }
        add(round.kind == .other ? "interview" : round.kind.label, start.day, 1, state)
      }
    }
    let roundDays = Set(held.compactMap { $0.start?.day })
    for (kinds, order) in Milestone.kinds {
      let met = events.filter { kinds.contains($0.kind) }
      guard let event = kinds == [.applied] ? met.first : met.last, let day = event.known else {
        continue
      }
      if event.kind == .held {
        // The round says its day itself, and where nobody knows it there is none to show.
        if roundDays.contains(day) || event.saysNoDay(of: held) { continue }
      }
      add(event.kind.milestone, day, order, day > now.day ? .ahead : .past)
    }
    return all.sorted { ($0.day, $0.order) < ($1.day, $1.order) }.map(\.it)
  }

  /// The events that are one, by what stands in for what, in their order on one day.
  private static let kinds: [([Event.Kind], Int)] = [
    ([.applied], 0), ([.held], 1), ([.offered], 2),
    ([.refused, .silent, .withdrew, .accepted, .declined], 3), ([.feedbackReceived], 4),
    ([.reopened], 5),
  ]

  /// Days since the one before it in a list; nil for the first.
  public static func since(_ all: [Milestone], _ i: Int) -> Int? {
    i > 0 && i < all.count ? max(0, all[i - 1].on.days(to: all[i].on)) : nil
  }

  /// Each with how long after the one before it came: `interview; rejected, the same day; feedback, 3 days
  /// later`.
  public static func told(_ all: [Milestone]) -> String {
    all.enumerated().map { at, it in
      switch since(all, at) {
      case nil: it.label
      case 0: "\(it.label), the same day"
      case 1: "\(it.label), 1 day later"
      case let days?: "\(it.label), \(days) days later"
      }
    }.joined(separator: "; ")
  }
}

extension Event.Kind {
  /// As a strip of milestones names it.
  fileprivate var milestone: String {
    switch self {
    case .held: "interview"
    case .refused: "rejected"
    case .silent: "no reply"
    case .declined: "declined"
    case .feedbackReceived: "feedback"
    default: label
    }
  }
}
