/// When a letter is best sent, and what it should not come before (A56, A67, S10).
public enum LetterTiming {
  /// The days on which a letter of this kind is best sent; nil when any day will do.
  public static func days(
    _ kind: LetterKind, _ dossier: Dossier, _ settings: LetterSettings, now: Moment
  ) -> ClosedRange<Day>? {
    switch kind {
    case .thanks:
      let talks = dossier.held(now: now).compactMap(\.start)
      guard let talk = talks.max()?.day else { return nil }
      return talk...talk.adding(days: 1)
    case .manager, .hr:
      guard let refused = refusal(dossier) else { return nil }
      return refused...refused.adding(days: 2)
    case .request:
      guard let refused = refusal(dossier) else { return nil }
      let from = max(0, settings.askFrom)
      return refused.adding(days: from)...refused.adding(days: max(from, settings.askUntil))
    default: return nil
    }
  }

  /// What is said of a request for feedback to those who are known to give none.
  public static let noneGiven =
    "They usually don't give feedback. You could still ask one person for a tip."

  /// The same in one short sentence, beside where today stands. That they give no feedback weighs more.
  public static func advice(
    _ kind: LetterKind, _ dossier: Dossier, _ settings: LetterSettings, now: Moment
  ) -> String? {
    if kind == .request, dossier.givesNoFeedback { return noneGiven }
    guard let days = days(kind, dossier, settings, now: now) else { return nil }
    let today = now.day
    let last = days.upperBound.short(today: today)
    if today < days.lowerBound {
      return
        "Best sent between \(days.lowerBound.short(today: today)) and \(last). Sleep on it first."
    }
    if today > days.upperBound {
      return "It would have been best by \(last), but better late than never."
    }
    return today == days.upperBound
      ? "Today is the best day for it." : "Any day through \(last) is good."
  }

  /// Why a request for feedback has little to stand on: nobody was thanked yet (S10).
  public static func unthanked(
    _ kind: LetterKind, _ dossier: Dossier, now: Moment
  ) -> String? {
    guard kind == .request else { return nil }
    let status = dossier.status(now: now)
    guard status.everInterviewed else { return nil }
    if dossier.events.contains(where: { $0.kind == .thanked }) { return nil }
    let thanks: Set<LetterKind?> = [.thanks, .manager, .hr]
    if dossier.letters.contains(where: { $0.isSent && thanks.contains($0.letterKind) }) {
      return nil
    }
    if dossier.saysThanked { return nil }
    return "You haven't sent a thank-you yet. Start with that, and asking gets easier."
  }

  private static func refusal(_ dossier: Dossier) -> Day? {
    dossier.events.last { $0.kind == .refused }?.known
  }
}

extension Dossier {
  /// Whether a debrief says that thanks were sent, though no day and nobody is noted.
  var saysThanked: Bool {
    responses.contains { it in
      guard !it.isSkipped else { return false }
      switch it.item {
      case "thanks.sent": return it.value == "day" || it.value == "later"
      case "habits.after": return Item.ticks(it.value).contains("thanked")
      default: return false
      }
    }
  }
}

extension LetterKind {
  /// What sending it leaves in the ledger; nil when it is no fact of its own, or was one before.
  public func fact(_ outcome: Outcome) -> Event.Kind? {
    switch self {
    case .thanks, .manager, .hr, .anyway: .thanked
    case .check: .chased
    case .request: .feedbackAsked
    case .withdrawal:
      switch outcome {
      case .offer: .declined
      case .waiting, .silent(_, confirmed: false): .withdrew
      default: nil
      }
    case .evidence, .influence, .touch, .access: nil
    }
  }

  /// After how many days to look for an answer; nil when none is asked for.
  public var patience: Int? {
    switch self {
    case .check: 7
    case .request, .evidence, .influence: 14
    case .access: 30
    case .thanks, .manager, .hr, .anyway, .touch, .withdrawal: nil
    }
  }
}
