import DebriefModel

// How their answer is brought in: beside what was recorded by hand, whose day may be another one, or none.
extension MailImport {
  /// How far the day of what was recorded by hand may lie from that of the mail.
  private static let nearDays = 7

  /// Whether a fact lies so near; nil where nobody noted its day.
  func isNear(_ fact: Event, _ day: Day) -> Bool? {
    fact.known.map { abs($0.days(to: day)) <= MailImport.nearDays }
  }

  /// Whether nobody noted the day of an outcome, or a table without one once gave it that of the application.
  private func isGuessed(_ outcome: Event, _ dossier: Dossier, _ day: Day) -> Bool {
    guard let known = outcome.known else { return true }
    return known < day
      && dossier.events.contains { $0.kind == .applied && $0.known == known }
  }

  /// A no, or an offer. What was recorded by hand gets the words it lacks.
  func outcome(
    _ ending: Recipe.Ending, _ words: String, _ person: ID?, _ day: Day, _ dossier: Dossier,
    _ ids: inout IDSource
  ) -> Change {
    guard
      let old = dossier.events.last(where: {
        $0.kind == ending.event && $0.words.isEmpty
          && (isNear($0, day) == true || isGuessed($0, dossier, day))
      })
    else {
      return MailImport.with(
        person,
        Recipe.outcome(
          ending, application: dossier.application.id, on: day, words: words, ids: &ids, now: now))
    }
    var next = old
    next.words = words
    if isGuessed(old, dossier, day) { next.happened(on: day) }
    if next.person == nil { next.person = person }
    return Change("", [.update(from: .event(old), to: .event(next))])
  }

  private static func with(_ person: ID?, _ change: Change) -> Change {
    var change = change
    if case .insert(.event(var event))? = change.operations.first {
      event.person = person
      change.operations[0] = .insert(.event(event))
    }
    return change
  }
}
