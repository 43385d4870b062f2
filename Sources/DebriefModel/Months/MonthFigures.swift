/// Puts counts into rows and sentences.
struct MonthFigures {
  let tally: MonthTally
  let title: (String) -> String

  typealias Figure = Months.Figure
  typealias Row = Months.Row

  func make(_ which: MonthFigure) -> Figure {
    switch which {
    case .rounds: rounds()
    case .mood: mood()
    case .strengths: strengths()
    case .weaknesses: weaknesses()
    case .areas: areas()
    case .blind: blind()
    case .changes: changes()
    case .forecasts: forecasts()
    case .felt: felt()
    case .marks: marks()
    case .fair: fair()
    case .asks: asks()
    case .letters: letters()
    case .resumes: resumes()
    case .covers: covers()
    case .picked: picked()
    case .research: research()
    case .prepared: prepared()
    case .examples: examples()
    case .delivery: delivery()
    case .interruptions: interruptions()
    case .offDays: offDays()
    case .requirements: requirements()
    case .pay: pay()
    case .reopened: reopened()
    case .glad: glad()
    case .late: late()
    case .lessons: lessons()
    }
  }

  // MARK: Parts

  func count(_ key: MonthKey) -> MonthTally.Count { tally.counts[key] ?? MonthTally.Count() }

  /// A row of a share; nil where nothing was counted.
  func row(_ key: MonthKey, _ label: String, _ meaning: String = "") -> Row? {
    let it = count(key)
    guard it.all + it.running > 0 else { return nil }
    return Row(key: key, label: label, share: it.share, running: it.running, meaning: meaning)
  }

  /// A row of ratings; nil where there are none.
  func rated(_ key: MonthKey, _ label: String) -> Row? {
    let it = count(key)
    guard let mean = it.mean else { return nil }
    return Row(
      key: key, label: label, number: mean, note: "average of \(Counted.things(it.all, "answer"))")
  }

  /// A figure there is too little for, with what it takes.
  func thin(_ which: MonthFigure, _ sentence: String, _ rows: [Row] = []) -> Figure {
    var figure = Figure(which)
    figure.sentences = [sentence]
    figure.rows = rows
    figure.isThin = true
    return figure
  }

  func figure(_ which: MonthFigure, _ sentences: [String], _ rows: [Row]) -> Figure {
    var figure = Figure(which)
    figure.sentences = sentences.filter { !$0.isEmpty }
    figure.rows = rows
    return figure
  }

  /// What of two groups of ratings chance alone would do, where there are few; of many it says nothing new.
  func chance(_ before: MonthTally.Count, _ after: MonthTally.Count) -> String {
    guard before.all >= Share.pattern, after.all >= Share.pattern, before.all + after.all <= 60
    else {
      return ""
    }
    let (low, high) =
      (before.mean ?? 0) <= (after.mean ?? 0) ? (before, after) : (after, before)
    return "By chance alone, a gap this wide or wider happens "
      + "\(Frequency.words(BeforeAfter.rose(low.values, high.values)))."
  }

  // MARK: How far, how it felt

  private func rounds() -> Figure {
    var rows = [row(.step(0), "to an interview", "got an interview")].compactMap { $0 }
    var round = 1
    while let it = row(.step(round), "past interview \(round)", "got to the next step") {
      rows.append(it)
      round += 1
    }
    if let offer = row(.offer, "to an offer", "got an offer") { rows.append(offer) }
    let first = count(.step(0))
    if first.all == 0 {
      return thin(
        .rounds, "Once you hear back on an application, you'll see how far you got.", rows)
    }
    // One that is still open counts here once it has led to an interview.
    var sentences = ["\(first.full("applications")) got an interview."]
    if first.running > 0 {
      sentences.append(
        first.running == 1
          ? "Another one hasn't had an interview yet, so it isn't counted."
          : "Another \(first.running) haven't had an interview yet, so they aren't counted.")
    }
    return figure(.rounds, sentences, rows)
  }

  private func mood() -> Figure {
    let labels: [MonthKey.Direction: String] = [
      .better: "better", .same: "the same", .lower: "lower",
    ]
    let total = tally.moods.count
    let rows = MonthKey.Direction.allCases.map { way in
      Row(
        key: .mood(way), label: labels[way] ?? "",
        share: Share(count(.mood(way)).all, of: total), meaning: "debriefs")
    }
    guard total >= Share.pattern else {
      return thin(
        .mood, "After 3 debriefs, you'll see how you felt before and after. So far: \(total).",
        total == 0 ? [] : rows)
    }
    let share = Share(count(.mood(.better)).all, of: total)
    var it = figure(.mood, ["In \(share.counted("debriefs")) you felt better at the end."], rows)
    it.slope = Months.Slope(
      before: Double(tally.moods.before) / Double(total),
      after: Double(tally.moods.after) / Double(total))
    return it
  }

  // MARK: Strengths and weaknesses

  private func strengths() -> Figure {
    let rows = Area.allCases.compactMap { row(.strength($0), $0.label, "got to the next step") }
      .filter { ($0.share?.of ?? 0) >= Share.pattern }
      .sorted { ($1.share?.count ?? 0, $0.label) < ($0.share?.count ?? 0, $1.label) }
    guard let top = rows.first, let share = top.share, share.count > 0 else {
      return thin(
        .strengths,
        "A strength shows up here once you've noted it in 3 interviews with a known result.", rows)
    }
    return figure(
      .strengths,
      [
        "When you noted a strength in \(top.label), you made it past "
          + share.full("first interviews", open: top.running) + "."
      ], rows)
  }

  private func weaknesses() -> Figure {
    let rows = tally.counts.compactMap { key, it -> (Row, Int)? in
      guard case .weakness(let what) = key, it.all >= Share.pattern else { return nil }
      var row = Row(
        key: key, label: weakness(what), share: Share(it.all, of: tally.applications),
        meaning: "applications")
      if it.late > 0 { row.note = "\(it.late) written down late, counted half" }
      return (row, it.sum)
    }
    .sorted { ($1.1, $0.0.label) < ($0.1, $1.0.label) }.map(\.0)
    guard let top = rows.first, let share = top.share else {
      return thin(
        .weaknesses, "A weakness shows up here once you've noted it in 3 applications.")
    }
    return figure(
      .weaknesses, ["Noted most often: \(top.label), in \(share.full("applications"))."], rows)
  }

  private func weakness(_ what: String) -> String {
    if what.hasPrefix("/") { return Area(rawValue: String(what.dropFirst()))?.label ?? what }
    return title(what)
  }

  private func areas() -> Figure {
    let rows = Area.allCases.compactMap { area -> Row? in
      let good = count(.area(area, .strength))
      let bad = count(.area(area, .weakness))
      guard good.all + bad.all > 0 else { return nil }
      var row = Row(key: .area(area, bad.all > good.all ? .weakness : .strength), label: area.label)
      row.share = Share(good.all, of: good.all + bad.all)
      row.meaning = "went well"
      let sides = Months.Sides(
        good: MonthFigures.halves(good.sum), bad: MonthFigures.halves(bad.sum))
      row.sides = sides
      row.note = "importance \(sides.good) to \(sides.bad)"
      return row
    }
    let all = rows.reduce(0) { $0 + ($1.share?.of ?? 0) }
    guard all >= Share.pattern else {
      return thin(.areas, "After 3 strengths or weaknesses, you'll see where they fall.", rows)
    }
    let late = Area.allCases.reduce(0) {
      $0 + count(.area($1, .strength)).late + count(.area($1, .weakness)).late
    }
    return figure(
      .areas,
      [
        "By area, counted by importance.",
        late > 0
          ? "\(late) of \(all) \(late == 1 ? "was written down late and counts" : "were written down late and count") half."
          : "",
      ], rows)
  }

  /// A sum of halves as a whole number; a half is rounded up.
  private static func halves(_ sum: Int) -> Int { (sum + 1) / 2 }

  private func blind() -> Figure {
    let (both, they, you) = (
      count(.blind(.both)).all, count(.blind(.they)).all, count(.blind(.you)).all
    )
    let all = both + they + you
    let rows =
      MonthKey.Seen.allCases.map { seen in
        Row(
          key: .blind(seen), label: seen.label, share: Share(count(.blind(seen)).all, of: all),
          meaning: "reasons")
      } + reasons()
    guard both + they >= Share.pattern else {
      return thin(
        .blind,
        "Once they've named 3 reasons, you'll see how many you'd noticed yourself.",
        all == 0 ? [] : rows)
    }
    let share = Share(they, of: both + they)
    return figure(.blind, ["\(share.full("reasons")) they named were new to you."], rows)
  }

  /// So many reasons are shown, those first that were seen most often.
  private static let mostReasons = 8

  /// Each reason with who saw it, how often.
  private func reasons() -> [Row] {
    var seen: [String: [MonthKey.Seen: Int]] = [:]
    for (key, it) in tally.counts {
      if case .reason(let code, let who) = key { seen[code, default: [:]][who] = it.all }
    }
    return seen.map { code, who in
      let of = who.values.reduce(0, +)
      let parts = [("you both", who[.both]), ("only they", who[.they]), ("only you", who[.you])]
      let note = parts.compactMap { word, count in count.map { "\(word) \($0)" } }
      // The row is found again by any of its parts; the first there is.
      let key = MonthKey.Seen.allCases.first { who[$0] != nil } ?? .both
      return (
        of,
        Row(
          key: .reason(code, key), label: title(code),
          note: "seen \(of == 1 ? "once" : "\(of) times"): " + note.joined(separator: ", "))
      )
    }
    .sorted { ($1.0, $0.1.label) < ($0.0, $1.1.label) }.prefix(MonthFigures.mostReasons).map(\.1)
  }
}
