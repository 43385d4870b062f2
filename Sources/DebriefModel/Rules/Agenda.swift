/// Something that is due: what, for which application, and until when (A55).
public struct AgendaEntry: Hashable, Sendable {
  /// What is due.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case sort, capture, thanks, reply, promise, prepare, document, offer, noAnswer, silence, warm
    case glad, change, next, letter, replied, rest, tell
    case checkIn = "check-in"
    case afterNo = "after-no"
  }
  /// Which entry it is, stable from day to day: the kind and what it is about, `thanks/<interview>`.
  public var key: String
  /// The application; an empty id for the inbox.
  public var application: ID
  /// Its company.
  public var company: String
  /// What sets it apart from other applications at the company; empty where the company is enough.
  public var mark = ""
  /// What is due.
  public var kind: Kind
  /// The same in words.
  public var text: String
  /// Until when.
  public var due: Moment
  /// `today, 4 hours left`, `2 days late`, `Fri 20 Mar`.
  public var when: String
  /// Whether it is due now or late.
  public var urgent: Bool
  /// What is due in words that are still true on another day: a count of days is that of `due`.
  public var lasting: String
  /// Whether the hour of ``due`` says nothing: only its day is known.
  public var dayOnly = false
  /// When to remind of it, where its kind alone does not say so.
  public var reminders: [Moment] = []

  /// What a row calls the application.
  public var name: String { JobName.joined(company, mark) }

  /// What it is about: the part of the key behind the kind.
  public var subject: ID { part(1) ?? ID("") }

  /// Who it is about: what the key says behind the subject; nil where it says nothing.
  public var person: ID? { kind == .thanks ? part(2) : nil }

  private func part(_ place: Int) -> ID? {
    let parts = key.split(separator: "/", omittingEmptySubsequences: false)
    return place < parts.count ? ID(String(parts[place])) : nil
  }
}

/// The rules that say what is due. Pure: facts in, entries out, the most urgent first.
public enum Agenda {
  /// How many of some entries are late, and how many are due today.
  public static func urgency(
    _ entries: [AgendaEntry], now: Moment
  ) -> (late: Int, today: Int) {
    let urgent = entries.filter(\.urgent)
    let late = urgent.count { $0.due.day < now.day }
    return (late, urgent.count - late)
  }

  /// How many days ahead the screen looks.
  public static let week = 7
  /// After how many days without a word, and without a day they named, one may ask how it stands (A55).
  public static let checkIn = 7

  /// Everything that is due within a week, or so many days, of these applications, without what was
  /// marked as done, dropped, or moved to a later day. `isCalendar` is for a file that is read while the
  /// program is closed: it also holds what follows what is still to come.
  public static func entries(
    _ all: [Facts], now: Moment, ahead: Int = Agenda.week, isCalendar: Bool = false
  ) -> [AgendaEntry] {
    var entries: [AgendaEntry] = []
    for facts in all {
      var desk = AgendaDesk(facts, now: now, ahead: ahead, isCalendar: isCalendar)
      desk.talks()
      desk.checkIns()
      desk.promises()
      desk.replies()
      desk.debriefs()
      desk.letters()
      desk.documents()
      desk.changes()
      desk.next()
      desk.offer(others: all)
      desk.tell()
      desk.afterNo()
      desk.silence()
      desk.keepWarm()
      entries += desk.entries
    }
    return entries.sorted {
      ($0.urgent ? 0 : 1, $0.due, $0.name, $0.text)
        < ($1.urgent ? 0 : 1, $1.due, $1.name, $1.text)
    }
  }

  /// The line that leads to the notes that wait to be sorted; nil when there are none.
  public static func inbox(_ waiting: Waiting, now: Moment) -> AgendaEntry? {
    guard waiting.count > 0, let since = waiting.since else { return nil }
    let text = waiting.count == 1 ? "1 note to file" : "\(waiting.count) notes to file"
    return AgendaEntry(
      key: "sort/", application: ID(""), company: "Inbox", kind: .sort, text: text, due: now,
      when: "since \(since.day.short(today: now.day))", urgent: false, lasting: text)
  }

  /// A due time in the words of a person.
  static func until(_ due: Moment, now: Moment) -> String {
    let left = due.seconds - now.seconds
    let days = now.day.days(to: due.day)
    if left < 0 {
      if days == 0 { return "today, late" }
      return days == -1 ? "1 day late" : "\(-days) days late"
    }
    if days == 0 {
      let time = due.there == nil ? "" : ", \(due.clockText)"
      let hours = left / 3600 == 1 ? "1 hour" : "\(left / 3600) hours"
      return (left < 3600 ? "within the hour" : "today, \(hours) left") + time
    }
    if days == 1 { return "tomorrow \(due.clockText)" }
    let day = "\(due.day.weekdayName) \(due.day.short(today: now.day))"
    return due.there == nil ? day : "\(day) \(due.clockText)"
  }

  /// A due day of which no hour is known.
  static func until(_ due: Day, today: Day) -> String {
    switch today.days(to: due) {
    case 0: "today"
    case 1: "tomorrow"
    case -1: "1 day late"
    case let days where days < 0: "\(-days) days late"
    default: "\(due.weekdayName) \(due.short(today: today))"
    }
  }

  /// How long ago, in the words of a person: `40 min`, `3 h`, `2 days`.
  static func ago(_ seconds: Int) -> String {
    if seconds < 3600 { return seconds < 120 ? "1 minute" : "\(seconds / 60) minutes" }
    if seconds < 86400 { return seconds < 7200 ? "1 hour" : "\(seconds / 3600) hours" }
    return seconds < 2 * 86400 ? "1 day" : "\(seconds / 86400) days"
  }
}
