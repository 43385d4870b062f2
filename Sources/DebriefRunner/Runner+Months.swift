import DebriefModel
import DebriefStore

extension Runner {
  /// Opens with practice.
  package func opensDrill(_ application: ID?) { app.opensDrill(application) }

  /// The figures over a stretch of time, with reasons by the names the content has for them.
  func months(_ window: MonthWindow) throws -> Months {
    let titles = reasonTitles
    return Months(try store.tally(window, now: session.now), title: { titles[$0] ?? $0 })
  }

  /// The facts behind a row of them.
  func monthFacts(_ window: MonthWindow, _ key: MonthKey) throws -> [MonthFact] {
    let titles = reasonTitles
    return try store.tally(window, now: session.now, wanted: key).found { titles[$0] ?? $0 }
  }

  /// What the reasons are called, by their codes.
  private var reasonTitles: [String: String] {
    Dictionary(
      content(.rejectedAfterInterview).reasons.map { ($0.code, $0.title) },
      uniquingKeysWith: { first, _ in first })
  }
}
