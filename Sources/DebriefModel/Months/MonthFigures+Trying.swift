/// What was tried, predicted and rated.
extension MonthFigures {
  func changes() -> Figure {
    let labels: [Improvement.State: String] = [
      .done: "tried and kept", .dropped: "dropped", .open: "too early to tell",
    ]
    let all = Improvement.State.allCases.reduce(0) { $0 + count(.change($1)).all }
    let rows = [Improvement.State.done, .dropped, .open].map { state in
      Row(
        key: .change(state), label: labels[state] ?? "",
        share: Share(count(.change(state)).all, of: all), meaning: "changes")
    }
    guard all > 0 else {
      return thin(.changes, "The changes you try show up here, with how they turned out.")
    }
    if count(.change(.open)).all == all {
      return thin(
        .changes, "It's too early to tell about \(Counted.things(all, "change")).", rows)
    }
    let kept = Share(count(.change(.done)).all, of: all)
    return figure(.changes, ["You tried and kept \(kept.counted("changes"))."], rows)
  }

  /// How many of the latest predictions are scored: of more, chance takes long to work out and says no more.
  static let scored = 200

  /// The predictions that are known to have come true or not, the latest first.
  var known: [MonthTally.Guess] {
    Array(
      tally.guesses.filter { $0.came != nil }
        .sorted { ($1.sealed, $0.id) < ($0.sealed, $1.id) }.prefix(MonthFigures.scored))
  }

  func forecasts() -> Figure {
    let known = known
    let open = tally.guesses.count { $0.came == nil }
    guard
      let score = ForecastScore(known.map { .init(Double($0.chance) / 100, $0.came == true) })
    else {
      return thin(
        .forecasts,
        "Predict your chances after an interview. Once you hear back, you can compare.",
        dots(tally.guesses))
    }
    var sentences = [
      MonthFigures.sentence(score), MonthFigures.skill(score), MonthFigures.sureness(score),
    ]
    if open > 0 { sentences.append("\(Counted.things(open, "prediction")) still open.") }
    if known.count < Share.curve {
      var it = figure(.forecasts, sentences, dots(tally.guesses))
      it.score = score
      return it
    }
    let ranges = ["0 to 33%", "34 to 66%", "67 to 100%"]
    let rows = (0...2).compactMap { bin -> Row? in
      guard var row = row(.bin(bin), "you said \(ranges[bin])", "got to the next step"),
        let share = row.share,
        share.of > 0
      else { return nil }
      let bounds = share.bounds
      if share.of >= Share.fewest {
        row.note =
          "likely between \(Int((bounds.lowerBound * 100).rounded())) and "
          + "\(Int((bounds.upperBound * 100).rounded()))%"
      }
      return row
    }
    var it = figure(.forecasts, sentences, rows)
    it.picture = .ranges
    it.score = score
    return it
  }

  private func dots(_ guesses: [MonthTally.Guess]) -> [Row] {
    guesses.sorted { ($1.sealed, $0.id) < ($0.sealed, $1.id) }.prefix(MonthFigures.scored).map {
      Row(
        key: .forecast($0.id), label: $0.name, number: Double($0.chance),
        note: $0.came.map { $0 ? "it got to the next step" : "it ended there" } ?? "still open",
        came: $0.came)
    }
  }

  /// `On average, you said 62%, and you made it past 4 of 9 interviews (44%): too hopeful. …`.
  static func sentence(_ score: ForecastScore) -> String {
    let share = Share(score.came, of: score.count)
    // One or two that turned out differently are no leaning.
    if score.count < Share.pattern {
      return
        "You predicted \(score.count == 1 ? "once" : "twice"), and made it past \(share.counted("interviews")). "
        + "After 3, you'll see if you tend to be too hopeful or too gloomy."
    }
    let way =
      abs(score.bias) < 0.05
      ? "about right"
      : score.bias > 0 ? "too hopeful" : "too gloomy"
    let said =
      share.of >= Share.fewest
      ? "On average, you said \(Int((score.average * 100).rounded()))%, and you made it past "
        + share.full("interviews")
      : "You predicted \(share.of == 1 ? "once" : "\(share.of) times"), and made it past "
        + share.counted("interviews")
    let odds =
      abs(score.bias) < 0.05
      ? "" : " That would happen by chance alone \(Frequency.words(score.chanceAlone))."
    return "\(said): \(way).\(odds)"
  }

  /// Whether the predictions came closer than one's own rate said every time would have; empty for fewer than
  /// ten, of which one sentence is enough, and where all came true or none did.
  static func skill(_ score: ForecastScore) -> String {
    guard score.count >= Share.curve, let skill = score.skill else { return "" }
    if abs(skill) < 0.05 {
      return
        "Interviews are hard to predict: guessing the same number every time would have come just as close."
    }
    return skill > 0
      ? "You came closer than guessing the same number every time would have."
      : "Interviews are hard to predict: guessing the same number every time would have come closer."
  }

  /// From this frequency down it is told that predictions were surer than what came of them, or not sure enough.
  static let clear = 0.1

  /// Whether how sure one was fits what came of it; empty for fewer than ten, like a curve.
  static func sureness(_ score: ForecastScore) -> String {
    guard score.count >= Share.curve, let sureness = score.sureness else { return "" }
    let chance = score.chanceOfSoSure
    if chance > clear { return "How sure you felt was about right." }
    let way =
      sureness > 0
      ? "When you felt sure, you were wrong more often than you expected."
      : "You could be bolder: you were right more often than you said."
    return "\(way) That would happen by chance alone \(Frequency.words(chance))."
  }

  /// What was felt before the answer came, beside the answer (S5): a bad feeling is worth knowing to be one.
  func felt() -> Figure {
    let labels: [MonthKey.Feeling: String] = [
      .well: "felt good", .okay: "felt okay", .badly: "felt bad",
    ]
    let rows = MonthKey.Feeling.allCases.compactMap {
      row(.felt($0), labels[$0] ?? "", "got to the next step")
    }
    let (well, badly) = (count(.felt(.well)).share, count(.felt(.badly)).share)
    let decided = rows.reduce(0) { $0 + ($1.share?.of ?? 0) }
    guard decided >= Share.pattern else {
      return thin(
        .felt,
        "When you make a prediction, say how it felt. After 3, you'll see how often your gut was right.",
        rows)
    }
    guard well.of > 0, badly.of > 0 else {
      let all = Share(rows.reduce(0) { $0 + ($1.share?.count ?? 0) }, of: decided)
      let open = rows.reduce(0) { $0 + $1.running }
      return figure(
        .felt,
        ["You made it past \(all.full("interviews", open: open)) when you said how it felt."], rows)
    }
    let sentence =
      "When it felt good, you made it past \(well.counted("interviews")); when it felt bad, \(badly.words)."
    let (low, high) = badly.value <= well.value ? (badly, well) : (well, badly)
    let odds =
      low.value == high.value
      ? ""
      : "By chance alone, a gap this wide or wider happens "
        + "\(Frequency.words(BeforeAfter.moved(low, high)))."
    return figure(.felt, [sentence, odds], rows)
  }

  func marks() -> Figure {
    let (on, out) = (count(.marks(wentOn: true)), count(.marks(wentOn: false)))
    let rows = [
      rated(.marks(wentOn: true), "it got to the next step"),
      rated(.marks(wentOn: false), "it ended there"),
    ].compactMap { $0 }
    guard on.all >= Share.pattern, out.all >= Share.pattern, let a = on.mean, let b = out.mean
    else {
      return thin(
        .marks,
        "Rate 3 answers from interviews you made it past, and 3 from others, to compare.", rows)
    }
    let way =
      abs(a - b) < 0.05
      ? "You rated your answers the same, whether you made it past the interview or not."
      : "You rated your answers \(Months.decimal(a)) in interviews you made it past and "
        + "\(Months.decimal(b)) in the others."
    let hard =
      a < b
      ? "You rated yourself lower in the interviews you made it past, so go easy on yourself." : ""
    return figure(.marks, [way, hard, chance(out, on)], rows)
  }

  /// So many answers that lean one way are the fewest of which chance can be told from: 1 in 2⁵ is under one in
  /// twenty.
  static let fewestLeaning = 5

  func fair() -> Figure {
    let labels: [MonthKey.Fair: String] = [
      .harder: "harder on yourself than they were", .same: "about the same",
      .easier: "easier on yourself than they were",
    ]
    let counts = MonthKey.Fair.allCases.map { count(.fair($0)) }
    let all = counts.reduce(0) { $0 + $1.all }
    let rows = MonthKey.Fair.allCases.map { way in
      Row(
        key: .fair(way), label: labels[way] ?? "", share: Share(count(.fair(way)).all, of: all),
        meaning: "answers")
    }
    guard all >= Share.pattern else {
      return thin(
        .fair, "Rate 3 answers and note how they reacted, to see if you're hard on yourself.",
        all == 0 ? [] : rows)
    }
    let harder = Share(count(.fair(.harder)).all, of: all)
    let easier = Share(count(.fair(.easier)).all, of: all)
    let off = counts.flatMap(\.values)
    let leaning = harder.count + easier.count
    let odds =
      leaning == 0
      ? "You saw your answers about the same way they did."
      : leaning < MonthFigures.fewestLeaning
        ? "With fewer than \(MonthFigures.fewestLeaning) differences, it could just be luck."
        : "By chance alone, a difference like this happens \(Frequency.words(BeforeAfter.leaned(off)))."
    return figure(
      .fair,
      [
        "You rated \(harder.full("answers")) lower than their reactions suggested, "
          + "and \(easier.words) higher.", odds,
      ], rows)
  }

  func delivery() -> Figure {
    let labels: [Turn.Delivery: String] = [
      .fresh: "off the cuff", .prepared: "prepared", .scripted: "rehearsed",
    ]
    let rows = Turn.Delivery.allCases.compactMap { it -> Row? in
      guard var row = rated(.delivery(it), labels[it] ?? it.rawValue) else { return nil }
      let interest = count(.interest(it)).share
      if interest.of > 0 { row.note += " · they were interested after \(interest.words)" }
      return row
    }
    let enough = rows.filter { count($0.key).all >= Share.pattern }
    guard enough.count >= 2, let best = enough.max(by: { ($0.number ?? 0) < ($1.number ?? 0) })
    else {
      return thin(
        .delivery,
        "Rate 3 answers each way (off the cuff, prepared, rehearsed) to compare them.", rows)
    }
    return figure(
      .delivery,
      ["Your best ratings went to answers that were \(best.label)."], rows)
  }

  func interruptions() -> Figure {
    let it = count(.interrupted)
    let rows = [row(.interrupted, "interviews", "with an interruption")].compactMap { $0 }
    guard it.all >= Share.pattern else {
      return thin(
        .interruptions,
        "After 3 debriefs that ask about interrupting, you'll see how often you do.", rows)
    }
    return figure(
      .interruptions,
      ["You interrupted someone in \(it.share.full("interviews")), \(it.sum) times in all."], rows)
  }

  func offDays() -> Figure {
    let (off, other) = (count(.offDay(true)), count(.offDay(false)))
    let rows = [rated(.offDay(true), "on an off day"), rated(.offDay(false), "on other days")]
      .compactMap { $0 }
    guard off.all >= Share.pattern, other.all >= Share.pattern, let a = off.mean, let b = other.mean
    else {
      return thin(
        .offDays, "Rate 3 answers from off days, and 3 from other days, to compare them.", rows)
    }
    return figure(
      .offDays,
      [
        "You rated your answers \(Months.decimal(a)) on off days and \(Months.decimal(b)) on others.",
        chance(off, other),
      ], rows)
  }
}
