import ArgumentParser
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc

/// `debrief remind`: whether anything is due, without a name in it, for a timer, a status line or a greeting
/// of the shell.
struct RemindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remind", abstract: "Say whether anything is due, naming nobody.",
    discussion:
      "Exit status 0 if something is due, 1 if nothing is. With nothing due, it prints nothing.")

  @OptionGroup var options: StoreOptions

  func run() throws {
    let due = try options.reading { session, store in
      let now = session.now
      let entries = Agenda.entries(
        try store.agenda(today: now.day, ahead: Agenda.week), now: now, ahead: Agenda.week)
      return RemindCommand.sentence(entries, now: now)
    }
    guard let due else { throw Ending(code: ExitStatus.failure) }
    try Output.text(due + "\n")
  }

  /// `2 to-dos are late and 1 is due today.`; nil where
  /// nothing is due.
  static func sentence(_ entries: [AgendaEntry], now: Moment) -> String? {
    let (late, today) = Agenda.urgency(entries, now: now)
    func count(_ n: Int) -> String { n == 1 ? "1 to-do is" : "\(n) to-dos are" }
    switch (late, today) {
    case (0, 0): return nil
    case (_, 0): return "\(count(late)) late."
    case (0, _): return "\(count(today)) due today."
    default: return "\(count(late)) late and \(today) \(today == 1 ? "is" : "are") due today."
    }
  }
}
