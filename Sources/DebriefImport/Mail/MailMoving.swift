import DebriefModel

/// What an email adds that moves an interview or calls it off.
extension MailImport {
  /// Which booked round an email is about.
  enum Booked {
    case none
    case one(Interview)
    /// It could be any of these.
    case several([Interview])
  }

  /// The round of an application that an email moves: the only one that was ahead when it was written, the one
  /// whose day or sort it names, or the one its writer takes part in.
  static func booked(
    _ seen: Seen, _ move: MailMoves.Move, _ dossier: Dossier, _ person: ID?, now: Moment
  )
    -> Booked
  {
    let written = seen.mail.date ?? now
    let free = dossier.interviews.filter { it in !dossier.turns.contains { $0.interview == it.id } }
    func rounds(_ wanted: RoundStanding) -> [Interview] {
      free.filter { $0.standing(dossier.events, now: written) == wanted }
        .sorted { ($0.start ?? now, $0.id) < ($1.start ?? now, $1.id) }
    }
    let ahead = rounds(.ahead)
    if ahead.count == 1 { return .one(ahead[0]) }
    guard !ahead.isEmpty else {
      let undated = rounds(.undated)
      return undated.count == 1 ? .one(undated[0]) : .none
    }
    let days = Set((move.before + move.times).compactMap(\.day))
    let text = seen.mail.subject + " " + seen.words
    let kind = CalendarImport.kind(text)
    for found in [
      ahead.filter { it in it.start.map { days.contains($0.day) } ?? false },
      kind == .other ? [] : ahead.filter { $0.kind == kind },
      ahead.filter { it in person.map { it.people.contains($0) } ?? false },
    ] where found.count == 1 {
      return .one(found[0])
    }
    return .several(ahead)
  }

  /// The entries of an email about the time of an interview; nil where nothing is booked that it could move,
  /// and it says no more than an invitation does.
  func moving(
    _ seen: Seen, _ move: MailMoves.Move, _ dossier: Dossier, _ person: ID?, _ day: Day,
    _ others: [Change.Operation], _ ids: inout IDSource
  ) -> [Proposal.Entry]? {
    var seen = seen
    seen.kind = move.isCanceled ? .canceled : .moved
    let booked = MailImport.booked(seen, move, dossier, person, now: now)
    if case .none = booked, !move.isOff { return nil }
    let note = Note(id: ids.draw(), recorded: now) {
      $0.application = dossier.application.id
      $0.kept = true
      $0.text = [seen.mail.subject, seen.words].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
    if file.isThere(.note, note.id) { return [] }
    var told = Proposal.Entry(
      sentence(seen, dossier.application, day), others + [.insert(.note(note))])
    told.operations += promise(seen, dossier.application.id, person, day, &ids)
    told.details = details(seen, told.operations.filter { $0.entity.kind != .note }, day)
    let name = JobName.joined(dossier.application.company, dossier.application.role)
    switch booked {
    case .none:
      told.details.insert("No interview is scheduled here, so there's none to cancel.", at: 0)
    case .several(let all):
      let list = all.prefix(4).map { "the one on \(MailImport.time($0))" }.joined(
        separator: ", or ")
      told.details.insert(
        "It isn't clear which interview is meant: \(list). None of them is changed.", at: 0)
    case .one(let old):
      let times = move.times.compactMap { MailImport.start($0, move, old) }.filter {
        // The day of the interview alone is that of before: "could we move the one on Thursday?"
        !($0.dayOnly && $0.start.day == old.start?.day)
          && ($0.start != old.start || $0.dayOnly != (old.dayOnly == true))
      }
      let shifted = move.shift.flatMap { MailImport.shifted(old, by: $0) }
      if move.isOff, times.isEmpty, shifted == nil {
        return called(off: old, move, &told, name, dossier)
      }
      guard let new = times.first ?? shifted, times.count < 2 else {
        let stays = "It stays on \(MailImport.time(old)) here until you change it."
        told.details.insert(
          times.count > 1
            ? "They name more than one time: \(times.map(\.long).joined(separator: "; ")). \(stays)"
            : "They want a different day or time for the interview, but don't say when. \(stays)",
          at: 0)
        return [told]
      }
      var moved = old
      (moved.start, moved.dayOnly) = (new.start, new.dayOnly ? true : nil)
      var operations = [Change.Operation.update(from: .interview(old), to: .interview(moved))]
      if let test = Recipe.movedTest(from: old, to: moved, dossier.preparations) {
        operations.append(test)
      }
      let doubt = new.doubt.map { ["The new time is \($0)."] } ?? []
      let zone =
        MailImport.zone(seen.words).map {
          [
            "They name a time zone, \($0). Check that \(new.start.clockText) is right where you are."
          ]
        } ?? []
      let ends = "from \(MailImport.time(old)) to \(MailImport.time(moved))"
      if !move.isAsked {
        told.sentence = "\(name): the interview moves \(ends)"
        told.operations += operations
        told.details = doubt + zone + told.details
        return [told]
      }
      var entry = Proposal.Entry(
        "\(name): they ask to move the interview \(ends)",
        details: [
          "It's only a question so far. Take the new time if it works for you, and write back to them."
        ] + doubt + zone, operations)
      entry.replaces = true
      return [told, entry]
    }
    return [told]
  }

  /// Takes an interview out that is called off, or its time where another is to follow.
  private func called(
    off old: Interview, _ move: MailMoves.Move, _ told: inout Proposal.Entry, _ name: String,
    _ dossier: Dossier
  ) -> [Proposal.Entry] {
    let when = MailImport.time(old)
    if move.asksAgain {
      var next = old
      (next.start, next.dayOnly) = (nil, nil)
      told.sentence = "\(name): the interview on \(when) is off, and a new time hasn't been set"
      told.details.insert("It stays here without a time until you add one.", at: 0)
      told.operations.append(.update(from: .interview(old), to: .interview(next)))
    } else if dossier.isUsed(old) {
      told.details.insert(
        "The interview on \(when) is canceled, but you have notes from it, so it stays.", at: 0)
    } else {
      told.sentence = "\(name): the interview on \(when) is canceled and taken out"
      told.operations.append(.delete(.interview(old)))
    }
    return [told]
  }

  /// When an interview is, as a list shows it.
  static func time(_ it: Interview) -> String {
    guard let start = it.start else { return "a day nobody named" }
    return CalendarImport.text(start, nil, it)
  }

  /// A time of an email as the start of an interview that was at another time.
  private static func start(_ time: TimesInText.Found, _ move: MailMoves.Move, _ old: Interview)
    -> TalkTime?
  {
    if let day = time.day {
      if time.dayOnly, move.keepsHour, old.hasHour, let start = old.start {
        return TalkTime(start: start.zoned(on: day))
      }
      return TalkTime(start: time.start, dayOnly: time.dayOnly, doubt: time.doubt)
    }
    return old.start.map { TalkTime(start: time.start.zoned(on: $0.day), doubt: time.doubt) }
  }

  private static func shifted(_ old: Interview, by seconds: Int) -> TalkTime? {
    guard let start = old.start, old.hasHour || seconds % 86400 == 0 else { return nil }
    let moved = start.adding(seconds: seconds)
    // A day later is at the same hour, whatever the clocks do in between.
    return seconds % 86400 == 0
      ? TalkTime(
        start: start.zoned(on: start.day.adding(days: seconds / 86400)), dayOnly: !old.hasHour)
      : TalkTime(start: moved)
  }

  /// The time zone that words name by its letters.
  private static func zone(_ words: String) -> String? {
    let zones: Set<String> = [
      "CET", "CEST", "BST", "EST", "EDT", "ET", "PST", "PDT", "PT", "CST", "CDT", "CT", "MST",
      "MDT", "IST",
      "JST", "AEST", "AEDT", "EET", "EEST", "SGT", "HKT", "GMT", "UTC",
    ]
    return words.split { !$0.isLetter }.map(String.init).first(where: zones.contains)
  }
}

extension Dossier {
  /// Whether something was written down about a round that would be lost with it.
  func isUsed(_ round: Interview) -> Bool {
    turns.contains { $0.interview == round.id } || events.contains { $0.interview == round.id }
      || improvements.contains { $0.testedBy == round.id }
      || forecasts.contains { $0.interview == round.id }
  }
}
