extension AgendaDesk {
  /// Days after a rejection on which a word keeps the door open (A93, A94).
  static let warmDays = [30, 60, 90]
  /// How many days such an entry is shown for.
  static let warmWindow = 7
  /// When to ask whether it was for the best (A52), and for how many days.
  static let gladDay = 90
  /// How many days the question is shown for.
  static let gladWindow = 14
  /// For how many days a step of the days after a no is shown once it is late.
  static let afterNoWindow = 5

  /// The steps of the days after a no (A67), until each is done, left, or too late to help. What they ruled
  /// out themselves is no chore.
  mutating func afterNo() {
    guard let days = AfterNo(facts, now: now) else { return }
    for item in days.items where item.isOpen {
      // Without the day of the no there's none to do it by.
      guard let due = item.due else { continue }
      add(
        .afterNo, "\(item.step.rawValue)/\(facts.application.id)", item.text,
        due: evening(due),
        window: now.day.days(to: due) <= max(ahead, AfterNo.askDays)
          && due.days(to: now.day) <= AgendaDesk.afterNoWindow,
        dayOnly: true, alias: item.step.entry)
    }
  }

  /// After an end: the day one picked to write again, what they named themselves, a word now and then to
  /// a contact on file, and the question whether it was for the best.
  mutating func keepWarm() {
    let isPicked = picked()
    guard case .rejected = outcome, let event = facts.events.last(where: { $0.kind == .refused })
    else { return }
    for named in NamedDay.allCases where latest(named.entry(event.id)) != nil {
      add(
        .warm, "\(event.id)/\(named.rawValue)", named.text, due: evening(now.day), window: false)
    }
    guard let on = event.known else { return }
    let age = on.days(to: now.day)
    if let contact = contact, !isPicked {
      for day in AgendaDesk.warmDays where age >= day || isCalendar {
        let key = "\(event.id)/\(day)"
        // A calendar is told of the days to come.
        let isNear = age >= day ? age <= day + AgendaDesk.warmWindow : day - age <= ahead
        add(
          .warm, key, "say hello to \(contact), \(day) days after they said no",
          due: evening(on.adding(days: day)), window: isNear,
          when: age >= day ? "stay in touch" : nil, urgent: false)
      }
    }
    if age >= AgendaDesk.gladDay {
      add(
        .glad, event.id.text, "\(age) days after they said no: was it for the best?",
        due: evening(on.adding(days: AgendaDesk.gladDay)),
        window: age <= AgendaDesk.gladDay + AgendaDesk.gladWindow, when: "look back",
        urgent: false, lasting: "three months after they said no: was it for the best?")
    }
  }

  /// The day one picked in the debrief to write to them again (A93); whether there is one.
  private mutating func picked() -> Bool {
    switch outcome {
    case .waiting, .offer: return false
    case .rejected, .silent, .withdrew, .declined, .accepted: break
    }
    guard let answer = answer(NamedDay.pickedItem), let day = Day(iso: answer.value) else {
      return false
    }
    add(
      .warm, answer.id.text, "write to \(contact ?? "them") today, as you planned",
      due: evening(day),
      window: now.day.days(to: day) <= (isCalendar ? ahead : 0)
        && day.days(to: now.day) <= 30,
      lasting: "write to \(contact ?? "them"), as you planned")
    return true
  }

  /// Somebody to write to: who told or helped, then a person of a round, or whoever is named in the log.
  private var contact: String? {
    let told = facts.events.last { $0.kind == .refused }?.person
    let helped = facts.feedback.filter { $0.isEmployers && $0.received != nil }.compactMap(\.person)
    for id in [told].compactMap(\.self) + helped {
      if let name = facts.people.first(where: { $0.id == id })?.name { return name }
    }
    let met = Set(facts.interviews.flatMap(\.people))
    if let name = facts.people.first(where: { met.contains($0.id) })?.name { return name }
    if let name = facts.people.first?.name { return name }
    if let ask = facts.feedback.first(where: { $0.person != nil }) {
      return ask.from.isEmpty ? "your contact" : ask.from
    }
    return facts.events.contains { $0.person != nil } ? "your contact" : nil
  }
}

/// A day that the words of a rejection name: they keep an application on file, or ask for another one
/// (A66, A94). It comes back by a mark of the no it stands in.
public enum NamedDay: String, Hashable, Sendable, CaseIterable {
  case keep, reapply, contact, feedback

  /// The question of the debrief that asks when to write again.
  public static let pickedItem = "keep.when"
  /// The question when to look for a reply.
  public static let parkedItem = "parked.until"

  /// The entry of the agenda it comes back as.
  public func entry(_ refused: ID) -> String { "warm/\(refused)/\(rawValue)" }

  /// As the agenda says it.
  var text: String {
    switch self {
    case .keep: "they kept you on file: ask what's new"
    case .reapply: "they asked you to apply again: see what's open"
    case .contact: "they said they'd be in touch: check in once"
    case .feedback: "they said they'd send feedback: check in once"
    }
  }

  /// The day it comes back on, for words that came on a day; `due` is the day they name, if any.
  func day(_ due: Day?, refused: Day?) -> Day? {
    switch self {
    // Two weeks before they would delete it, or after three months.
    case .keep:
      due.map { due in
        let before = due.adding(days: -14)
        return refused.map { max(before, $0.adding(days: 7)) } ?? before
      } ?? refused?.adding(days: 90)
    case .reapply: due ?? refused?.adding(days: 180)
    case .contact, .feedback: (due ?? refused?.adding(days: 14))?.adding(workingDays: 2)
    }
  }
}

extension Recipe {
  /// What the words of a rejection say that is kept beside them: the days they name, and that they give no
  /// feedback. Words that don't say so any more take it back.
  public static func noted(
    _ reading: RefusalReading?, in refused: Event, known: [Mark], now: Moment
  ) -> [Change.Operation] {
    let entry = AfterNo.noFeedback(refused.id)
    let said = known.filter { $0.entry == entry }
    var operations = named(reading?.promises ?? [], in: refused, known: known, now: now)
    if reading?.givesNoFeedback != true {
      operations += said.map { .delete(.mark($0)) }
    } else if said.isEmpty {
      operations.append(
        .insert(
          .mark(
            Mark(
              id: ID(String(refused.id.text.reversed()) + "n"), application: refused.application,
              entry: entry, action: .dropped, recorded: now))))
    }
    return operations
  }

  /// The days that the words of a rejection name, for the agenda. Each has the same id however often the
  /// words are read: what is on file already is left as it is.
  public static func named(
    _ promises: [RefusalReading.Promise], in refused: Event, known: [Mark], now: Moment
  ) -> [Change.Operation] {
    promises.compactMap { promise in
      let named: NamedDay =
        switch promise.what {
        case .keep: .keep
        case .reapply: .reapply
        case .contact: .contact
        case .feedback: .feedback
        }
      let entry = named.entry(refused.id)
      if known.contains(where: { $0.entry == entry }) { return nil }
      guard let until = named.day(promise.due, refused: refused.known) else { return nil }
      let mark = Mark(
        id: ID(String(refused.id.text.reversed()) + named.rawValue.prefix(1)),
        application: refused.application, entry: entry, action: .moved,
        until: until, recorded: now)
      return .insert(.mark(mark))
    }
  }
}
