import DebriefModel
import TUI

/// What Enter leads to.
enum Need: Equatable, Sendable {
  /// An interview is ahead: the preparation.
  case prepare
  /// It is decided: the debrief.
  case debrief
  /// The debrief is finished: its one page.
  case summary
  /// Nothing special: the panes.
  case open

  /// What an application needs now.
  init(_ facts: Facts, now: Moment) {
    let status = facts.status(now: now)
    if status.outcome == .waiting, !facts.ahead(now: now).isEmpty {
      self = .prepare
    } else if let debrief = facts.debrief {
      self = debrief.standing(facts.events) == .closed ? .summary : .debrief
    } else {
      self = status.branch == nil ? .open : .debrief
    }
  }

  /// The word in the footer.
  var word: String {
    switch self {
    case .prepare: "prepare"
    case .debrief: "debrief"
    case .summary: "summary"
    case .open: "open"
    }
  }

  /// The columns of the longest of them.
  static let widest =
    [Need.prepare, .debrief, .summary, .open].map { TextWidth.columns($0.word) }
    .max() ?? 0

  /// Goes there.
  var sequel: Sequel {
    switch self {
    case .prepare: .prepare
    case .debrief: .review(.checklist)
    case .summary: Sequel { $0.showPage() }
    case .open: .review(nil)
    }
  }
}

extension Outcome {
  /// In one word, where there is no room for more.
  var word: String {
    switch self {
    case .waiting: "waiting"
    case .rejected: "rejected"
    case .silent: "no reply"
    case .withdrew: "withdrew"
    case .offer: "offer"
    case .accepted: "accepted"
    case .declined: "declined"
    }
  }
}

/// How wide the names of some rows are.
struct RowWidths: Equatable, Sendable {
  var company = 0
  var role = 0

  init(_ rows: [Facts]) {
    for row in rows {
      company = max(company, TextWidth.columns(row.application.company))
      role = max(role, TextWidth.columns(row.application.role))
      if row.sharing != .none {
        role = max(role, TextWidth.columns(JobName.mark(row.application, row.sharing)))
      }
    }
  }
}

/// The columns of the list.
struct RowColumns: Equatable {
  /// Blanks between two columns.
  static let gap = 2
  /// `no reply, 31 days`.
  static let outcomeWidth = 17
  /// Below this many columns only the company and one word stand in a row.
  static let bare = 46

  var company = 0
  /// 0 where there is no room for it.
  var role = 0
  var outcome = RowColumns.outcomeWidth
  /// 0 where there is no room for it.
  var progress = 0

  /// Lays out so many columns. No name is cut as long as another column has blanks to spare.
  init(width: Int, _ names: RowWidths) {
    if width < RowColumns.bare {
      outcome = 8
      company = max(1, width - outcome - RowColumns.gap)
      return
    }
    progress = width < 60 ? 0 : width < 84 ? 9 : 16
    var room = width - outcome - RowColumns.gap
    if progress > 0 { room -= progress + RowColumns.gap }
    guard width >= 56 else {
      company = room
      return
    }
    room -= RowColumns.gap
    // Each gets half; what one does not need goes to the other.
    let (first, second) = (max(8, names.company), max(4, names.role))
    company = min(first, max(room / 2, room - second))
    role = min(second, room - company)
    // What is left stands between the columns, as far as the eye bridges it.
    let spare = min(12, room - company - role)
    company += spare / 2
    role += spare - spare / 2
  }

  /// Where the columns begin.
  var xs: (role: Int, outcome: Int, progress: Int) {
    let role = company + RowColumns.gap
    let outcome = self.role > 0 ? role + self.role + RowColumns.gap : role
    return (role, outcome, outcome + self.outcome + RowColumns.gap)
  }
}

extension Facts {
  /// How it stands, as a row has it.
  func said(now: Moment, isBare: Bool) -> (text: String, ink: Ink) {
    let outcome = status(now: now).outcome
    let ink: Ink =
      switch outcome {
      case .rejected: Ink(.weakness)
      case .offer, .accepted: Ink(.strength)
      case .silent: Ink(.warning)
      case .waiting, .withdrew, .declined: .body
      }
    if isBare { return (outcome.word, ink) }
    if outcome == .waiting,
      let next = ahead(now: now).compactMap(\.start).min()
    {
      let day = next.day
      let word = day == now.day ? "today" : day.brief
      return ("interview \(word)", Ink(.accent))
    }
    return (outcome.said(today: now.day), ink)
  }

  /// How far its debrief is, in so many columns; what to do where there is none yet.
  func progress(now: Moment, within width: Int) -> (text: String, ink: Ink) {
    let status = status(now: now)
    guard let debrief = debrief?.fitted(to: status) else {
      return status.branch == nil ? ("", .dim) : ("start?", Ink(.accent))
    }
    switch debrief.standing(events) {
    case .closed: return ("finished", Ink(.strength))
    case .replied: return ("new reply", Ink(.accent))
    case .resting: return ("paused", .dim)
    case .open:
      let text = TimeLeft.progress(
        done: debrief.done, total: debrief.total, minutes: minutesLeft
      ) { TextWidth.columns($0) <= width }
      return (text, .body)
    }
  }
}
