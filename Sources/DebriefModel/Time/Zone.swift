/// The rules of a place: how far its clocks are ahead of Greenwich at each moment. The rules
/// themselves come from outside (the system knows them); everything that follows from them is here.
public final class Zone: Sendable {
  /// Minutes east of Greenwich at so many seconds since 1970.
  private let rule: @Sendable (Int) -> Int

  /// A place with these rules: seconds since 1970 in, minutes east of Greenwich out.
  public init(_ rule: @escaping @Sendable (Int) -> Int) { self.rule = rule }

  /// The clock of Greenwich, which is never put forward or back.
  public static let utc = Zone { _ in 0 }

  /// A clock that is always so many minutes ahead of Greenwich.
  public static func fixed(_ minutes: Int) -> Zone { minutes == 0 ? utc : Zone { _ in minutes } }

  /// Minutes east of Greenwich at so many seconds since 1970.
  public func offset(at seconds: Int) -> Int { max(-1440, min(1440, rule(seconds))) }

  /// What a day and an hour mean here. The offset is that of the day itself, not of today.
  public func reading(_ day: Day, hour: Int = 0, minute: Int = 0) -> Reading {
    let wall = day.number * 86400 + hour * 3600 + minute * 60
    // No clock is put forward or back twice in two days, so these are the only two it can show.
    let (before, after) = (offset(at: wall - 86400), offset(at: wall + 86400))
    func moment(_ offset: Int) -> Moment {
      let seconds = wall - offset * 60
      return Moment(seconds: seconds, offset: self.offset(at: seconds), zone: self)
    }
    let found = (before == after ? [before] : [before, after]).filter {
      offset(at: wall - $0 * 60) == $0
    }
    guard let first = found.first else { return .skipped(moment(before)) }
    return found.count == 2 ? .twice(moment(first), moment(found[1])) : .once(moment(first))
  }

  /// The moment of a day and an hour here: the first one where there are two, and as much later as the
  /// clock is put forward where there is none.
  public func moment(_ day: Day, hour: Int = 0, minute: Int = 0) -> Moment {
    reading(day, hour: hour, minute: minute).moment
  }

  /// What a day and an hour can mean where clocks are put forward and back.
  public enum Reading: Hashable, Sendable {
    /// The clock shows it once, as nearly always.
    case once(Moment)
    /// The clock goes past it: the moment is as much later as the clock is put forward.
    case skipped(Moment)
    /// The clock shows it, is put back, and shows it again.
    case twice(Moment, Moment)

    /// The moment that is taken.
    public var moment: Moment {
      switch self {
      case .once(let it), .skipped(let it), .twice(let it, _): it
      }
    }

    /// What to tell the person who named it; nil when there is nothing to tell.
    ///
    /// - Parameter day: The day they named.
    public func remark(on day: Day) -> String? {
      switch self {
      case .once: nil
      case .skipped(let it) where it.day != day:
        "the calendar skips \(day.long); this is the day after"
      case .skipped:
        "the clocks go forward then, so that hour doesn't exist; this is the time after the change"
      case .twice(_, let later):
        "the clocks go back then, so that hour happens twice; for the second one, type \(later)"
      }
    }
  }
}
