/// Another application to the same company, as it's told in an open one (A85).
public struct EarlierHere: Hashable, Sendable {
  /// The application.
  public var id: ID
  /// The job; may be empty.
  public var role: String
  /// The day they applied, or noted it down.
  public var day: Day
  /// How it ended, as one says it: `they said no`; empty while it's open.
  public var ending: String
  /// Who gave feedback there, by name.
  public var helped: [String]

  /// Reads one out of what's on file about it: its events, its feedback, and the people of both.
  public init(_ dossier: Dossier) {
    id = dossier.application.id
    role = dossier.application.role.trimmed
    day =
      dossier.events.first { $0.kind == .applied && $0.known != nil }?.known
      ?? dossier.application.created.day
    ending = EarlierHere.words(dossier.lastDecision?.kind)
    var seen: Set<String> = []
    // A stock phrase, or that they can't say, helped nobody.
    let replies = dossier.feedback.filter {
      $0.received != nil && $0.isEmployers && $0.candour?.counts != false && !$0.from.isEmpty
    }
    helped = replies.map(\.from).filter { seen.insert($0).inserted }
  }

  private static func words(_ kind: Event.Kind?) -> String {
    switch kind {
    case .refused: "they said no"
    case .silent: "they never replied"
    case .withdrew: "you withdrew"
    case .offered: "they made an offer"
    case .accepted: "you took it"
    case .declined: "you turned down their offer"
    default: ""
    }
  }

  /// What is said about them in an application of that day: the latest one, how many there were, and who helped;
  /// empty where there is none.
  public static func sentence(_ all: [EarlierHere], on own: Day) -> String {
    let before = all.filter { $0.day <= own }
    let list = before.isEmpty ? all : before
    guard let latest = list.max(by: { ($0.day, $1.id) < ($1.day, $0.id) }) else { return "" }
    let told = [latest.role, latest.day.monthAndYear, latest.ending].filter { !$0.isEmpty }
      .joined(separator: ", ")
    let start =
      switch (before.isEmpty, list.count) {
      case (true, _): "You applied here again later: "
      case (_, 1): "You applied here before: "
      case (_, let count): "You applied here \(count) times before, most recently: "
      }
    let helped = latest.helped.prefix(2).joined(separator: " and ")
    return start + told + "." + (helped.isEmpty ? "" : " \(helped) gave you feedback.")
  }
}

extension Day {
  /// `Mar 2026`.
  var monthAndYear: String { "\(Day.months[month - 1].prefix(3)) \(year)" }
}
