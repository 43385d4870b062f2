/// A letter that was begun on a bad day rests for a day (A65): nothing is forbidden, but sending it
/// before its time asks why.
public enum LetterHold {
  /// The items whose answer is a mood.
  static let moodItems: Set<String> = [WizardFacts.moodItem, "mood.end"]

  /// For how many hours a mood of the debrief counts as the mood one is in.
  static let moodHours = 48

  /// The mood as far as it is known: the one named last today, wherever that was, else the last one
  /// of the debrief that is open, while it is not older than two days.
  public static func mood(_ dossier: Dossier, today: Int?, now: Moment) -> Int? {
    if let today { return today }
    guard let debrief = dossier.debrief, debrief.closed == nil else { return nil }
    let named = dossier.responses.last {
      $0.debrief == debrief.id && moodItems.contains($0.item) && !$0.isSkipped
        && now.seconds - $0.answered.seconds <= moodHours * 3600
    }
    return named.flatMap { Int($0.value) }
  }

  /// Until when a letter that is begun now is held; nil when it is not.
  public static func until(mood: Int?, _ settings: LetterSettings, now: Moment) -> Moment? {
    guard let mood, mood <= settings.low, settings.hold > 0 else { return nil }
    return now.adding(seconds: settings.hold * 3600)
  }

  /// The longest that a mood holds a letter, in hours: what rests longer waits for its day.
  static let longest = 336

  /// Whether it rests because of the day it was begun on, and not for a day to come.
  public static func isForMood(_ letter: Letter) -> Bool {
    guard let until = letter.heldUntil else { return false }
    return until.seconds - letter.recorded.seconds <= longest * 3600
  }
}

extension Letter {
  /// How far it has come as of a moment: a letter becomes ready by itself when its hold is over.
  public func standing(now: Moment) -> State {
    guard state == .held, let heldUntil, heldUntil <= now else { return state }
    return .ready
  }

  /// Whether it still rests.
  public func isHeld(now: Moment) -> Bool { standing(now: now) == .held }

  /// Whether it went out.
  public var isSent: Bool { state == .sent || state == .answered }

  /// Its title in a list; the stored word for a kind of a later version.
  public var title: String { letterKind?.title ?? kind }
}
