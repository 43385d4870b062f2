extension AgendaDesk {
  /// Documents to send and instructions to follow by a day.
  mutating func documents() {
    for it in facts.preparations where it.state == .open && !isPointless(it) {
      guard let due = it.due else { continue }
      let verb = it.kind == .document ? "send" : it.kind == .instruction ? "do" : "have ready"
      let text = "\(verb): \(it.text)"
      if it.isVideoTest, let call = call(of: it), let start = call.start {
        videoTest(it, text, start)
        continue
      }
      add(
        .document, it.id.text, text, due: evening(due), window: now.day.days(to: due) <= ahead)
    }
  }

  /// When one is reminded to test a video call, in seconds before it: a day, and an hour (A15).
  static let tests = [86400, 3600]

  /// The test of a video call, a day before it and once more an hour before it (A15).
  private mutating func videoTest(_ it: Preparation, _ text: String, _ start: Moment) {
    let times = AgendaDesk.tests.map { start.adding(seconds: -$0) }
    let due = times.first { $0 > now } ?? start
    add(
      .document, it.id.text, text, due: due, window: now.day.days(to: due.day) <= ahead,
      lasting: "\(text), for the call on \(start.day.short(today: now.day)) at \(start.time)",
      reminders: times)
  }

  /// The video call that a test is for: the next one that has an hour.
  private func call(of it: Preparation) -> Interview? {
    facts.ahead(now: now).filter { $0.format == .video && $0.hasHour }
      .min { ($0.start ?? now) < ($1.start ?? now) }
  }

  /// Whether it was for something that will not take place, or is over: there is nothing more to send to
  /// who said no, and nothing to get ready for a round that was held or is off.
  private func isPointless(_ it: Preparation) -> Bool {
    if isOver("document/\(it.id)", it.recorded, it.due) { return true }
    guard let due = it.due, it.kind != .document else { return false }
    let isTest = it.isVideoTest
    var isAhead = false
    var isGone = false
    for round in facts.interviews {
      guard let start = round.start, start.day >= due || isTest && round.format == .video else {
        continue
      }
      switch facts.standing(round, now: now) {
      case .ahead, .undated: isAhead = true
      // What was noted only after a round was not for that round.
      case .held: if it.recorded < start { isGone = true }
      case .off: isGone = true
      }
    }
    return isGone && !isAhead
  }

  /// What was noted to be next, on its day (A8).
  mutating func next() {
    for note in facts.notes {
      guard let mark = latest("next/\(note.id)"),
        !isOver("next/\(note.id)", note.recorded, mark.until)
      else { continue }
      add(.next, note.id.text, "next: \(note.text)", due: evening(now.day), window: false)
    }
  }

  /// Whether the application ended after a chore was noted: then nothing of it is to be done. What was
  /// noted or moved afterwards, for a day that was still to come, was meant.
  private func isOver(_ key: String, _ recorded: Moment, _ due: Day?) -> Bool {
    switch outcome {
    case .waiting, .silent(_, confirmed: false), .offer: return false
    case .rejected, .withdrew, .declined, .accepted, .silent(_, confirmed: true): break
    }
    guard let end = facts.events.last(where: { $0.isDeciding }) else { return false }
    let moved = latest(key).flatMap { $0.action == .moved ? $0.recorded : nil }
    let noted = max(recorded, moved ?? recorded)
    if noted <= end.recorded { return true }
    guard let due, let ended = end.known else { return false }
    return due < ended
  }
}

extension Preparation {
  /// Whether it is to try out a video call (A15).
  var isVideoTest: Bool {
    kind == .instruction && text.lowercased().split { !$0.isLetter }.contains("video")
  }
}
