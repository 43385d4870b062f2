import DebriefApp
import DebriefModel
import DebriefStore

extension Runner {
  /// Opens with practice.
  package func opensDrill(_ application: ID?) { app.opensDrill(application) }

  /// Does what counts over all applications. However many there are, a key does not wait for it: the
  /// counting is broken off, and begun again once the key is answered and no other has come.
  func count(_ effect: Effect, _ message: () throws -> Message?) rethrows {
    if let message = try message() { send(message) } else { afterwards.append(effect) }
  }

  private var goesOn: () -> Bool { { [device] in !device.hasWaiting } }

  /// The figures over a stretch of time, with reasons by the names the content has for them; nil when a key
  /// came meanwhile.
  func months(_ window: MonthWindow) throws -> Months? {
    guard let tally = try store.tally(window, now: session.now, while: goesOn) else { return nil }
    let titles = reasonTitles
    return Months(tally, title: { titles[$0] ?? $0 })
  }

  /// The facts behind a row of them; nil when a key came meanwhile.
  func monthFacts(_ window: MonthWindow, _ key: MonthKey) throws -> [MonthFact]? {
    let tally = try store.tally(window, now: session.now, wanted: key, while: goesOn)
    guard let tally else { return nil }
    let titles = reasonTitles
    return tally.found { titles[$0] ?? $0 }
  }

  /// What went before and after a change to try; nil when a key came meanwhile.
  func record(of change: Improvement) throws -> ChangeRecord? {
    try store.record(of: change, now: session.now, while: goesOn)
  }

  /// An application as it stood at the end of a day.
  func earlier(_ id: ID, _ day: Day) throws -> Message {
    let end = session.now.at(day.adding(days: 1)).adding(seconds: -1)
    let found = try store.dossier(id, asOf: min(session.now, end), now: session.now)
    return .earlier(found.dossier, day, knownSince: found.knownSince?.day)
  }

  /// What the reasons are called, by their codes.
  private var reasonTitles: [String: String] {
    Dictionary(
      content(.rejectedAfterInterview).reasons.map { ($0.code, $0.title) },
      uniquingKeysWith: { first, _ in first })
  }
}
