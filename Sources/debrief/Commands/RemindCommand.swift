import ArgumentParser
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc

/// `debrief remind`: whether anything is due, without a name in it, for a timer, a status line or a greeting
/// of the shell.
struct RemindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remind", abstract: "Say whether anything is due, without showing any names.",
    discussion:
      "Exit status 0 if something is due, 1 if nothing is. With nothing due, it prints nothing.")

  @Flag(help: "Also notify you, as your settings say: notify = \"terminal\", for example.")
  var notify = false
  @OptionGroup var options: StoreOptions

  func run() throws {
    let (due, notifier) = try options.reading { session, store in
      let notifier = Notifier(
        environment: session.environment, settings: session.configuration.settings)
      if notify, !notifier.isOn {
        throw Failure(
          "Your settings say notify = \"off\", so --notify does nothing. man debrief-config has the "
            + "other choices.", code: ExitStatus.usage)
      }
      return (try RemindCommand.due(in: store, now: session.now), notifier)
    }
    guard let due else { throw Ending(code: ExitStatus.failure) }
    try Output.text(due + "\n")
    if notify { try notifier.tell(due, waits: true) }
  }

  /// Notifies whoever opens the screen, if they asked for that. It's said on the screen, too, so nothing is
  /// lost if it can't be.
  static func notifyAtStart(_ session: Session, _ store: Store) {
    let notifier = Notifier(
      environment: session.environment, settings: session.configuration.settings)
    guard notifier.isOn, let due = try? due(in: store, now: session.now) else { return }
    try? notifier.tell(due, waits: false)
  }

  /// What is due; nil where nothing is.
  private static func due(in store: Store, now: Moment) throws -> String? {
    let entries = Agenda.entries(
      try store.agenda(today: now.day, ahead: Agenda.week), now: now, ahead: Agenda.week)
    return sentence(entries, now: now)
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
