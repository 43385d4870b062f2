/// Which way of asking got an answer so far, beside the field in which the next request is made, and how often
/// one went on, beside the field of a prediction. Counts of one's own, always k of n.
public enum AskAdvice {
  /// `By phone, 2 of 3 answered you; by email, 1 of 4.` Nil under three requests whose outcome is known.
  public static func channels(_ months: Months) -> String? {
    let rows = self.rows(months) { if case .channel = $0 { true } else { false } }
    guard rows.reduce(0, { $0 + ($1.share?.of ?? 0) }) >= Share.pattern, let best = rows.first
    else {
      return nil
    }
    let others = rows.dropFirst().prefix(2).map { "\($0.label), \($0.share?.words ?? "")" }
    let first = "\(best.label.capitalizedFirst), \(best.share?.words ?? "") answered you"
    return ([first] + others).joined(separator: "; ") + "."
  }

  /// `1 to 2 days later: 3 of 3 answered.`: the delay that did best, with two requests or more.
  public static func delay(_ months: Months) -> String? {
    let rows = self.rows(months) { if case .delay = $0 { true } else { false } }
    guard let best = rows.first(where: { ($0.share?.of ?? 0) >= 2 && ($0.share?.count ?? 0) > 0 })
    else {
      return nil
    }
    return "Asked \(best.label): \(best.share?.words ?? "") answered."
  }

  /// The channel that did best, drawn towards the base; nil where too little is known.
  public static func channel(_ months: Months) -> Channel? {
    guard channels(months) != nil,
      let best = rows(months, where: { if case .channel = $0 { true } else { false } }).first,
      case .channel(let channel) = best.key
    else { return nil }
    return channel
  }

  /// Rows of requests whose outcome is known, the best first.
  private static func rows(
    _ months: Months, where fits: (MonthKey) -> Bool
  ) -> [Months.Row] {
    let all = months.figures.first { $0.figure == .asks }?.rows ?? []
    return all.filter { fits($0.key) && ($0.share?.of ?? 0) > 0 }.sorted {
      let (a, b) = ($0.share?.shrunk() ?? 0, $1.share?.shrunk() ?? 0)
      return a == b ? $0.label < $1.label : a > b
    }
  }

  /// `So far, you've made it past 9 of 15 first interviews (60%).`, before a prediction is sealed; nil
  /// where nothing is known.
  public static func base(_ months: Months, after round: Int) -> String? {
    let rows = months.figures.first { $0.figure == .rounds }?.rows ?? []
    guard let row = rows.first(where: { $0.key == .step(max(1, round)) }), let share = row.share,
      share.of > 0
    else {
      return nil
    }
    let which =
      round <= 1 ? "first interviews" : round == 2 ? "second interviews" : "later interviews"
    let open = row.running > 0 ? " \(row.running) still open." : ""
    return "So far, you've made it past \(share.full(which, open: row.running)).\(open)"
  }

  /// Whether predictions so far were hopeful or gloomy; nil under three that are known.
  public static func lean(_ months: Months) -> String? {
    guard let figure = months.figures.first(where: { $0.figure == .forecasts }), !figure.isThin,
      let known = figure.known, known >= Share.pattern
    else { return nil }
    return figure.sentences.first
  }

}
