/// The one order in which whatever happened to an application is told, on the page, in reports, and in
/// lists of dates: by day; on one day in the order of the process, then as it was written down. A day on
/// which it was opened again has two processes in it, and is told as it was written down.
public struct TimelineOrder: Sendable {
  /// Where something stands in that order.
  public struct Place: Hashable, Sendable, Comparable {
    var on: Day
    var rank: Int
    var recorded: Moment
    var id: ID

    /// The earlier one.
    public static func < (a: Place, b: Place) -> Bool {
      (a.on, a.rank, a.recorded, a.id) < (b.on, b.rank, b.recorded, b.id)
    }
  }

  private let reopened: Set<Day>
  private let met: Set<Day>

  /// Reads what the order depends on.
  public init(_ events: [Event], _ rounds: [Interview]) {
    reopened = Set(events.filter { $0.kind == .reopened }.map(\.placedOn))
    met = Set(
      events.filter { $0.kind == .held }.map(\.placedOn) + rounds.compactMap { $0.start?.day })
  }

  /// Where a fact stands.
  public func place(_ it: Event) -> Place {
    Place(on: it.placedOn, rank: rank(it), recorded: it.recorded, id: it.id)
  }

  /// Where a round stands, by the day it is on or, without one, by that on which it was written down.
  public func place(_ it: Interview) -> Place {
    let day = it.start?.day ?? it.recorded.day
    return Place(
      on: day, rank: reopened.contains(day) ? 0 : TimelineOrder.interview,
      recorded: it.start ?? it.recorded, id: it.id)
  }

  /// Where a letter that was sent stands.
  public func place(_ it: Letter, sent day: Day) -> Place {
    Place(
      on: day, rank: reopened.contains(day) ? 0 : TimelineOrder.after, recorded: it.recorded,
      id: it.id)
  }

  /// Facts in that order.
  public func sorted(_ events: [Event]) -> [Event] {
    events.map { (place($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private static let interview = 3
  private static let after = 8

  private func rank(_ it: Event) -> Int {
    if reopened.contains(it.placedOn) { return 0 }
    return switch it.kind {
    case .applied: 0
    case .acknowledged: 1
    case .invited: 2
    case .held: TimelineOrder.interview
    // Thanks of the day of an interview are for that; others may well be for their answer.
    case .thanked: met.contains(it.placedOn) ? 4 : TimelineOrder.after
    case .promised, .chased: 5
    case .offered: 6
    case .refused, .silent, .withdrew, .accepted, .declined, .reopened: 7
    case .feedbackAsked: TimelineOrder.after
    case .feedbackReceived: 9
    case .debriefClosed: 10
    }
  }
}
