/// How long a debrief still takes: the one rule behind every place that says minutes. It needs no checklist, so
/// that a row of the list says the same as the question that is open.
public enum TimeLeft {
  /// The seconds a question takes before the person's own pace is known.
  static let usualPace = 60
  /// From how many answers on their own pace counts.
  static let ownPace = 5

  /// About how many minutes are left: from the person's own pace after five answers. A slow answer puts no time
  /// back on; only what an answer opened does. So it is the least that was ever thought of the essentials that
  /// are open now, as if those that were answered had come first: whatever else was answered opened none.
  ///
  /// - Parameters:
  ///   - done: Essentials that were answered or skipped.
  ///   - total: Essentials that apply.
  ///   - gaps: The seconds each answer took, also those to what is no essential.
  public static func minutes(done: Int, of total: Int, gaps: [Int]) -> Int {
    let open = max(0, total - done)
    // The questions that were open after so many answers; what is known from elsewhere never was.
    func left(_ n: Int) -> Int { open + max(0, min(done, gaps.count) - n) }
    var least = left(0) * usualPace
    var spent = 0
    for (n, gap) in zip(1..., gaps) {
      spent += gap
      let pace = n >= ownPace ? max(10, spent / n) : usualPace
      least = min(least, left(n) * pace)
    }
    return (least + 59) / 60
  }

  /// The seconds between the answers, from the beginning on; none counts for more than five minutes.
  public static func gaps(from start: Moment, _ answered: [Moment]) -> [Int] {
    var last = start.seconds
    return answered.map(\.seconds).sorted().map { now in
      defer { last = now }
      return min(300, max(0, now - last))
    }
  }

  /// How far a debrief is, in so many columns, with the minutes where there is room for them: `4 of 9, 8 min`.
  ///
  /// - Parameter of: What stands between what is done and all there is.
  public static func progress(
    done: Int, total: Int, minutes: Int?, of: String = " of ", fits: (String) -> Bool
  ) -> String {
    // What is counted is told only once something is.
    guard total > 0 else { return "started" }
    let text = "\(done)\(of)\(total)"
    guard let minutes, minutes > 0 else { return text }
    let more = "\(text), \(minutes) min"
    return fits(more) ? more : text
  }

  /// As a line of its own says it.
  public static func said(_ minutes: Int) -> String {
    minutes == 0 ? "almost done" : "about \(Counted.things(minutes, "minute")) left"
  }
}

extension Wizard {
  /// About how many minutes are left.
  public var minutesLeft: Int { TimeLeft.minutes(done: done, of: total, gaps: gaps) }
}

extension Facts {
  /// About how many minutes its debrief still takes; nil where none is gone through, or nothing of it is
  /// counted yet.
  public var minutesLeft: Int? {
    guard let debrief, debrief.total > 0, debrief.standing(events) == .open else { return nil }
    return debrief.minutesLeft(answered)
  }
}

extension Dossier {
  /// About how many minutes a debrief still takes; nil where it isn't gone through, or nothing of it is counted
  /// yet.
  public func minutesLeft(_ debrief: Debrief) -> Int? {
    guard debrief.total > 0, debrief.standing(events) == .open else { return nil }
    return debrief.minutesLeft(
      responses.filter { $0.debrief == debrief.id }.map(\.answered))
  }
}

extension Debrief {
  /// About how many minutes are left, as of its last answer.
  ///
  /// - Parameter answered: When each of its answers was given.
  public func minutesLeft(_ answered: [Moment]) -> Int {
    TimeLeft.minutes(done: done, of: total, gaps: TimeLeft.gaps(from: started, answered))
  }
}
