/// A prediction counts only when it was sealed before the answer was known: what is said afterwards
/// is hindsight, and agrees with everything (S4).
public enum ForecastRules {
  /// The latest round that has begun.
  public static func round(_ dossier: Dossier, now: Moment) -> Interview? {
    dossier.held(now: now).last
  }

  /// The forecast that stands: the latest one sealed.
  public static func standing(_ dossier: Dossier) -> Forecast? {
    dossier.forecasts.max { ($0.sealed, $0.id) < ($1.sealed, $1.id) }
  }

  /// Why nothing can be sealed now, in one sentence; nil when it can.
  public static func refusal(_ dossier: Dossier, now: Moment) -> String? {
    let status = dossier.status(now: now)
    switch status.outcome {
    case .waiting, .silent(_, confirmed: false): break
    default: return "You already know how it ended. A prediction now would be hindsight."
    }
    guard let round = round(dossier, now: now) else {
      return dossier.interviews.isEmpty
        ? "A prediction comes after an interview. Add the interview first."
        : "You can make a prediction once you've had the interview."
    }
    if let sealed = dossier.forecasts.last(where: { $0.interview == round.id }) {
      let day = sealed.sealed.day.short(today: now.day)
      return
        "You already predicted \(sealed.chance)% after this round, on \(day). It can't be changed."
    }
    return nil
  }

  /// Seals a chance after the latest round, and how that round felt where somebody says.
  public static func seal(
    _ chance: Int, felt: Int? = nil, _ dossier: Dossier, ids: inout IDSource, now: Moment
  ) -> Change {
    let forecast = Forecast(
      id: ids.draw(), application: dossier.application.id,
      interview: round(dossier, now: now)?.id, chance: chance, sealed: now, felt: felt)
    return Change("prediction saved", [.insert(.forecast(forecast))])
  }
}

extension Forecast {
  /// `you predicted 60%, 9 Mar`.
  public func words(today: Day) -> String {
    "you predicted \(max(0, min(100, chance)))%, \(sealed.day.short(today: today))"
  }

  /// What each step of the scale of ``felt`` is called, the worst first.
  public static let feelings = ["terrible", "not so well", "okay", "well", "great"]

  /// What a step is called; what a file has beyond the scale counts as its end.
  public static func feeling(_ felt: Int) -> String {
    feelings[max(worst, min(best, felt)) - worst]
  }

  /// `it felt like it went well`; nil when nobody said.
  public var feltWords: String? {
    felt.map(Forecast.feeling).map { "it felt like it went \($0)" }
  }
}
