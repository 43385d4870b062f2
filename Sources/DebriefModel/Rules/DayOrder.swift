/// Which days cannot both be so: the one table of what comes before what, asked wherever a day is
/// entered. It never forbids anything; it says what follows and asks whether the date is right.
public enum DayOrder {
  /// What comes first, and what cannot come before it. Each is compared with the earliest of what
  /// comes first, for some of it may have happened twice. A round is compared with an end by
  /// ``RoundStanding``, for what was not held is no contradiction.
  static let table: [(first: Event.Kind, then: Set<Event.Kind>)] = [
    (
      .applied,
      [
        .acknowledged, .invited, .held, .thanked, .promised, .chased, .refused, .silent, .withdrew,
        .offered, .accepted, .declined, .feedbackAsked, .feedbackReceived,
      ]
    ),
    (.offered, [.accepted, .declined]),
  ]
  /// What an opening again needs one of before it.
  static let ends: Set<Event.Kind> = [
    .refused, .silent, .withdrew, .offered, .accepted, .declined,
  ]

  /// Two days that cannot both be so, and what follows.
  public struct Conflict: Hashable, Sendable {
    /// What is on file as earlier, and should be later.
    let later: String
    let laterDay: Day
    let earlier: String
    let earlierDay: Day
    /// What follows from them as they are.
    let consequence: String

    /// Both in one sentence, and the question.
    public func sentence(today: Day) -> String {
      "\(later.capitalizedFirst) (\(laterDay.short(today: today))) comes "
        + "before \(earlier) (\(earlierDay.short(today: today))), so \(consequence). "
        + "Is the date right?"
    }
  }

  /// What cannot be so in a dossier.
  public static func conflicts(_ it: Dossier, now: Moment) -> [Conflict] {
    var found: [Conflict] = []
    func compare(_ first: (String, Day?), _ then: (String, Day?), _ consequence: String) {
      guard let before = first.1, let after = then.1, after < before else { return }
      let conflict = Conflict(
        later: then.0, laterDay: after, earlier: first.0, earlierDay: before,
        consequence: consequence)
      if !found.contains(conflict) { found.append(conflict) }
    }
    let both = "one of the two dates is wrong"
    func first(_ kind: Event.Kind) -> Day? {
      it.events.filter { $0.kind == kind }.compactMap(\.known).min()
    }
    for row in table {
      for event in it.events where row.then.contains(event.kind) {
        compare((row.first.noun, first(row.first)), (event.kind.noun, event.known), both)
      }
    }
    let dated = it.interviews.filter { $0.start != nil }
    for round in dated {
      let name = round.noun(of: it.interviews.count)
      compare((Event.Kind.applied.noun, first(.applied)), (name, round.start?.day), both)
      for event in it.events where event.interview == round.id {
        if event.kind == .invited {
          compare((event.kind.noun, event.known), (name, round.start?.day), both)
        } else if event.kind == .thanked {
          compare((name, round.start?.day), (event.kind.noun, event.known), both)
        }
      }
      // An end before what has not begun yet is no slip: the round is off.
      if it.standing(round, now: now) == .off, let start = round.start, start <= now,
        let end = it.end(before: round)
      {
        compare(
          (name, start.day), (end.kind.noun, end.known), "that interview doesn't count")
      }
    }
    for (one, next) in zip(dated, dated.dropFirst()) where one.round < next.round {
      compare(
        (one.noun(of: it.interviews.count), one.start?.day),
        (next.noun(of: it.interviews.count), next.start?.day), both)
    }
    if let reopened = first(.reopened) {
      let end = it.events.filter { ends.contains($0.kind) && $0.known != nil }
        .min { $0.placedOn < $1.placedOn }
      compare(
        (end?.kind.noun ?? "", end?.known), (Event.Kind.reopened.noun, reopened),
        "it stays closed")
    }
    for event in it.events where event.kind == .promised || event.kind == .offered {
      compare(
        (event.kind.noun, event.known), ("the date they gave you", event.due),
        "that date had already passed")
    }
    for entry in it.feedback {
      let who = entry.from.isEmpty ? "" : " to \(entry.from)"
      compare(
        ("your request\(who)", entry.asked), ("the reply", entry.received), both)
    }
    for letter in it.letters {
      compare(
        ("your letter (\(letter.title))", letter.sent), ("the answer", letter.answered), both)
    }
    return found
  }

  /// What a change would bring that cannot be so, as sentences with what follows and the question. A
  /// dossier is nil for an application that the change makes.
  public static func news(_ change: Change, in dossier: Dossier?, now: Moment) -> [String] {
    var base = dossier
    if base == nil {
      for case .insert(.application(let it)) in change.operations { base = Dossier(it) }
    }
    guard let base else { return [] }
    let known = Set(conflicts(base, now: now))
    return conflicts(base.after(change), now: now).filter { !known.contains($0) }
      .map { $0.sentence(today: now.day) }
  }

  /// The rounds that a change takes out of what is booked, each in a sentence: an end came before them.
  public static func calledOff(_ change: Change, in dossier: Dossier, now: Moment) -> [String] {
    let next = dossier.after(change)
    return dossier.ahead(now: now).filter { next.standing($0, now: now) == .off }.compactMap {
      guard let day = $0.start?.day else { return nil }
      let name = $0.noun(of: dossier.interviews.count)
      return "\(name.capitalizedFirst) on "
        + "\(day.short(today: now.day)) is off: it's no longer on your to-do list."
    }
  }
}

extension Dossier {
  /// The dossier as it is once the dated things of a change are in it.
  public func after(_ change: Change) -> Dossier {
    var next = self
    func put<T>(_ list: WritableKeyPath<Dossier, [T]>, _ it: T, _ id: (T) -> ID, gone: Bool) {
      next[keyPath: list].removeAll { id($0) == id(it) }
      if !gone { next[keyPath: list].append(it) }
    }
    for operation in change.operations {
      let gone = if case .delete = operation { true } else { false }
      switch operation.entity {
      case .event(let it): put(\.events, it, \.id, gone: gone)
      case .interview(let it): put(\.interviews, it, \.id, gone: gone)
      case .feedback(let it): put(\.feedback, it, \.id, gone: gone)
      case .letter(let it): put(\.letters, it, \.id, gone: gone)
      default: break
      }
    }
    next.sort()
    return next
  }

  /// The end that came before a round; nil when none did.
  fileprivate func end(before round: Interview) -> Event? {
    guard let start = round.start else { return nil }
    return events.last {
      $0.isDeciding && $0.kind != .reopened
        && ($0.known.map { $0 <= start.day } ?? ($0.recorded < start))
    }
  }
}

extension Interview {
  /// `the interview`, or `round 2` where there are several.
  func noun(of count: Int) -> String { count > 1 ? "round \(round)" : "the interview" }
}

extension Event.Kind {
  /// What a sentence calls it.
  public var noun: String {
    switch self {
    case .applied: "the application"
    case .acknowledged: "their confirmation"
    case .invited: "the invitation"
    case .held: "the interview"
    case .thanked: "your thank-you note"
    case .promised: "their promise"
    case .chased: "your request for an update"
    case .refused: "the rejection"
    case .silent: "the day you counted it as a no"
    case .withdrew: "your withdrawal"
    case .offered: "the offer"
    case .accepted: "your acceptance"
    case .declined: "your decision to turn down the offer"
    case .feedbackAsked: "your request for feedback"
    case .feedbackReceived: "the feedback"
    case .reopened: "the reopening"
    case .debriefClosed: "the end of the debrief"
    }
  }
}
