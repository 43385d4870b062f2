/// How long ago there was anything between the user and somebody: green, amber, red, and always in words
/// (A93). Pure.
public struct Warmth: Hashable, Sendable {
  /// The color it has.
  public enum Level: Hashable, Sendable {
    case green, amber, red
  }

  /// For how many days a contact is fresh.
  public static let fresh = 30
  /// After how many days it has gone quiet.
  public static let quiet = 90

  /// The days since.
  public let days: Int
  /// The color.
  public let level: Level

  /// Of a last contact on a day.
  public init(last: Day, today: Day) {
    days = max(0, last.days(to: today))
    level = days <= Warmth.fresh ? .green : days <= Warmth.quiet ? .amber : .red
  }

  /// Of somebody on file; nil where there never was anything, or only something still to come.
  public init?(_ contact: Contact, today: Day) {
    guard let last = contact.history.compactMap(\.day).filter({ $0 <= today }).max() else {
      return nil
    }
    self.init(last: last, today: today)
  }

  /// As a list says it.
  public var words: String {
    switch level {
    case .green:
      return "in touch " + (days == 0 ? "today" : days == 1 ? "yesterday" : "\(days) days ago")
    case .amber: return "quiet for \(days) days: say hello"
    case .red: return "quiet for \(days) days: a note would help"
    }
  }
}
