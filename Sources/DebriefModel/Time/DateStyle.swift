/// How days and times of day are written for people, as the settings say. What other programs read, and what a
/// letter says, never depends on it.
public struct DateStyle: Hashable, Sendable {
  /// What stands first.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// `9 Mar 2026`.
    case dayFirst = "day first"
    /// `Mar 9, 2026`.
    case monthFirst = "month first"
  }

  /// How the hours are counted.
  public enum Hours: Int, Hashable, Sendable, CaseIterable {
    /// `2:05 PM`.
    case twelve = 12
    /// `14:05`.
    case twentyFour = 24
  }

  /// What stands first in a date.
  public var order = Order.dayFirst
  /// How the hours of a time are counted.
  public var hours = Hours.twentyFour

  /// As shipped, unless said otherwise.
  public init(order: Order = .dayFirst, hours: Hours = .twentyFour) {
    (self.order, self.hours) = (order, hours)
  }

  /// What the user has set. Every text with a day in it asks for it, far from where the settings are at hand.
  public static var current: DateStyle { held }

  /// Written at most once, while the program has a single thread.
  nonisolated(unsafe) private static var held = DateStyle()

  /// Writes days and times like this from now on: for the start of the program, before anything is said.
  public static func use(_ style: DateStyle) {
    if style != held { held = style }
  }

  /// The columns of the widest date in short.
  public var widest: Int { order == .dayFirst ? 11 : 12 }

  func date(_ day: Day, _ month: some StringProtocol, year: Bool) -> String {
    switch order {
    case .dayFirst: "\(day.day) \(month)" + (year ? " \(day.year)" : "")
    case .monthFirst: "\(month) \(day.day)" + (year ? ", \(day.year)" : "")
    }
  }

  func time(hour: Int, minute: Int) -> String {
    switch hours {
    case .twentyFour: "\(padded(hour, 2)):\(padded(minute, 2))"
    case .twelve: "\((hour + 11) % 12 + 1):\(padded(minute, 2)) \(hour < 12 ? "AM" : "PM")"
    }
  }
}
