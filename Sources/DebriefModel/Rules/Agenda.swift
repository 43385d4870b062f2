/// Something that is due: what, for which application, and until when (A55).
public struct AgendaEntry: Hashable, Sendable {
  /// What is due.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case capture, thanks, reply, promise, prepare
  }
  /// The application.
  public var application: ID
  /// Its company.
  public var company: String
  /// What is due.
  public var kind: Kind
  /// The same in words.
  public var text: String
  /// Until when.
  public var due: Moment
  /// `today, 4 h left`, `2 days late`, `Fri 20 Mar`.
  public var when: String
  /// Whether it is due now or late.
  public var urgent: Bool
}

/// The rules that say what is due. Pure: facts in, entries out, the most urgent first.
public enum Agenda {
  /// Everything that is due within a week, of these applications.
  public static func entries(_ all: [Facts], now: Moment) -> [AgendaEntry] {
    var entries: [AgendaEntry] = []
    for facts in all {
      let decided = facts.status(today: now.day).outcome
      for interview in facts.interviews {
        guard let start = interview.start else { continue }
        if start > now {
          if start.seconds - now.seconds <= 8 * 86400 {
            entries.append(
              entry(
                facts, .prepare, "round \(interview.round), \(interview.kind.label): prepare",
                start, now))
          }
          continue
        }
        let end = start.adding(seconds: (interview.minutes ?? 60) * 60)
        let age = now.seconds - end.seconds
        if facts.turnCount == 0, age >= 0, age <= 3 * 86400 {
          let fresh = Freshness(interview, now: now)?.faded ?? 0
          var item = entry(
            facts, .capture, "write down the talk while it is fresh",
            end.adding(seconds: 24 * 3600), now)
          item.when = "\(fresh)% faded"
          item.urgent = true
          entries.append(item)
        }
        let thanked = facts.events.contains {
          $0.kind == .thanked && ($0.interview == interview.id || $0.interview == nil)
            && $0.on >= start.day
        }
        if !thanked, age >= 0, age <= 3 * 86400, decided == .waiting {
          let names = interview.people.compactMap { id in
            facts.people.first { $0.id == id }?.name
          }
          let to = names.isEmpty ? "" : " to " + names.joined(separator: ", ")
          entries.append(
            entry(facts, .thanks, "thank-you note\(to)", end.adding(seconds: 24 * 3600), now))
        }
      }
      for event in facts.events where event.kind == .promised && decided == .waiting {
        guard let due = event.due else { continue }
        let later = facts.events.contains { $0.on >= due && $0.kind == .chased }
        let chase = due.adding(workingDays: 2)
        if !later, now.day.days(to: chase) <= 7 {
          entries.append(
            entry(
              facts, .promise, "they promised word by \(due.short(today: now.day)); ask once",
              Moment(chase, hour: 17, offset: now.offset), now))
        }
      }
      for ask in facts.feedback where ask.isWaiting {
        guard let due = ask.due, now.day.days(to: due) <= 7 else { continue }
        let from = ask.from.isEmpty ? "" : " from \(ask.from)"
        entries.append(
          entry(
            facts, .reply, "reply to your feedback request\(from)",
            Moment(due, hour: 17, offset: now.offset), now))
      }
    }
    return entries.sorted {
      ($0.urgent ? 0 : 1, $0.due, $0.company, $0.text)
        < ($1.urgent ? 0 : 1, $1.due, $1.company, $1.text)
    }
  }

  private static func entry(
    _ facts: Facts, _ kind: AgendaEntry.Kind, _ text: String, _ due: Moment, _ now: Moment
  ) -> AgendaEntry {
    AgendaEntry(
      application: facts.application.id, company: facts.application.company, kind: kind,
      text: text, due: due, when: until(due, now: now),
      urgent: due <= now || due.day <= now.day)
  }

  /// A due time in the words of a person.
  static func until(_ due: Moment, now: Moment) -> String {
    let left = due.seconds - now.seconds
    let days = now.day.days(to: due.day)
    if left < 0 {
      if days == 0 { return "today, late" }
      return days == -1 ? "1 day late" : "\(-days) days late"
    }
    if days == 0 { return left < 3600 ? "within the hour" : "today, \(left / 3600) h left" }
    if days == 1 { return "tomorrow \(due.clock)" }
    return "\(due.day.weekdayName) \(due.day.short(today: now.day))"
  }
}
