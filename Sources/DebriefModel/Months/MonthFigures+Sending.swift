/// What was asked, sent and prepared, and what one thinks of it later.
extension MonthFigures {
  func asks() -> Figure {
    let channels = Channel.allCases.compactMap { asked(.channel($0), "by \($0.label)") }
    let parts = [Person.Part.interviewer, .manager, .hr, .recruiter, .other].compactMap {
      asked(.part($0), "to \($0.asked)")
    }
    let delays = FollowThrough.bands.indices.compactMap {
      asked(.delay($0), FollowThrough.bands[$0].label)
    }
    let all = channels.reduce(Share(0, of: 0)) {
      Share($0.count + ($1.share?.count ?? 0), of: $0.of + ($1.share?.of ?? 0))
    }
    guard all.of >= Share.pattern else {
      return thin(
        .asks,
        "After 3 requests for feedback, you'll see which way of asking got an answer.",
        channels + parts + delays)
    }
    let open = channels.reduce(0) { $0 + $1.running }
    var sentences = ["\(all.full("requests", open: open)) got a real answer."]
    let known = channels.filter { ($0.share?.of ?? 0) > 0 }
    if known.count > 1,
      let best = known.min(by: {
        expected($0) == expected($1) ? $0.label < $1.label : expected($0) > expected($1)
      })
    {
      sentences.append(
        "Best so far: \(best.label), \(best.share?.words ?? ""). "
          + "With so few, our best guess is about \(MonthFigures.tenths(expected(best))) in 10.")
    }
    return figure(.asks, sentences + [ahead(channels)], channels + parts + delays)
  }

  /// How sure it is that the way of asking that did best is ahead of the next one; empty where either was
  /// tried too little.
  private func ahead(_ channels: [Row]) -> String {
    let tried = channels.filter { ($0.share?.of ?? 0) > 0 }.sorted {
      let (a, b) = (expected($0), expected($1))
      return a == b ? $0.label < $1.label : a > b
    }
    guard tried.count > 1, let first = tried[0].share, let next = tried[1].share else { return "" }
    return MonthFigures.ahead(
      "asking \(tried[0].label)", first, "asking \(tried[1].label)", next)
  }

  /// How sure it is that the better of two ways is ahead; empty where either was tried too little.
  static func ahead(_ one: String, _ a: Share, _ other: String, _ b: Share) -> String {
    guard a.of >= Share.pattern, b.of >= Share.pattern else { return "" }
    let first = a.chanceAbove(b)
    if max(first, 1 - first) < telling {
      return "The difference between \(one) and \(other) could just be chance."
    }
    // That of the other way round is the rest.
    let (one, other, chance) = first < 0.5 ? (other, one, 1 - first) : (one, other, first)
    let odds = chance >= 0.95 ? "more than 9" : "about \(tenths(chance))"
    return "Chances are \(odds) in 10 that \(one) really is better than \(other)."
  }

  /// Below this chance of being ahead, one is as good as the other.
  static let telling = 0.65

  private func asked(_ key: MonthKey, _ label: String) -> Row? { row(key, label, "answered") }
  private func expected(_ row: Row) -> Double { row.share?.shrunk() ?? Share.base }
  private static func tenths(_ share: Double) -> Int { Int((share * 10).rounded()) }

  func letters() -> Figure {
    let rows = LetterKind.allCases.compactMap {
      row(.letter($0.rawValue), $0.title, "answered")
    }
    let sent = rows.reduce(0) { $0 + ($1.share?.of ?? 0) + $1.running }
    guard sent > 0 else {
      return thin(.letters, "Letters you send show up here, and which ones got an answer.")
    }
    let answered = rows.reduce(0) { $0 + ($1.share?.count ?? 0) }
    let decided = rows.reduce(0) { $0 + ($1.share?.of ?? 0) }
    // Thanks want no answer, and what was asked just now may still get one.
    guard decided > 0 else {
      return thin(.letters, "It's too early to tell which of your letters get an answer.", rows)
    }
    let open = rows.reduce(0) { $0 + $1.running }
    return figure(
      .letters,
      ["\(Share(answered, of: decided).full("other letters", open: open)) got an answer."], rows)
  }

  func resumes() -> Figure {
    var rows: [Row] = []
    var (one, many) = (MonthTally.Count(), MonthTally.Count())
    for (key, it) in tally.counts {
      guard case .resume(let name) = key else { continue }
      rows.append(
        Row(
          key: key, label: name, share: it.share, running: it.running,
          meaning: "got an interview"))
      if tally.named[name] == 1 { one.add(it) } else { many.add(it) }
    }
    rows.sort {
      (($1.share?.of ?? 0) + $1.running, $0.label) < (($0.share?.of ?? 0) + $0.running, $1.label)
    }
    rows = Array(rows.prefix(8))
    for (key, label, it) in [
      (MonthKey.tailored(true), "made for one job", one),
      (.tailored(false), "sent to several", many),
    ] where it.all + it.running > 0 {
      rows.append(
        Row(
          key: key, label: label, share: it.share, running: it.running, meaning: "got an interview")
      )
    }
    guard one.all + many.all >= Share.pattern else {
      return thin(
        .resumes,
        "Once you've heard back on 3 applications, note which résumé you sent to see how each did.",
        rows)
    }
    let sentence =
      one.all > 0 && many.all > 0
      ? "Made for one job: \(one.full()) got an interview. Sent to several: \(many.full())."
      : "\(one.all > 0 ? one.full() : many.full()) got an interview."
    let odds = MonthFigures.ahead(
      "a tailored one", one.share, "a general one", many.share)
    return figure(.resumes, [sentence, odds], rows)
  }

  /// With a cover letter beside without one, then its versions, those that were sent most first.
  func covers() -> Figure {
    let (with, without) = (count(.cover(true)), count(.cover(false)))
    let versions = tally.counts.keys.compactMap { key -> Row? in
      guard case .coverVersion(let name) = key else { return nil }
      return row(key, name, "got an interview")
    }
    .sorted {
      (($1.share?.of ?? 0) + $1.running, $0.label) < (($0.share?.of ?? 0) + $0.running, $1.label)
    }
    let rows =
      [
        row(.cover(true), "with a cover letter", "got an interview"),
        row(.cover(false), "without one", "got an interview"),
      ].compactMap { $0 } + versions.prefix(8)
    guard with.all + without.all >= Share.pattern else {
      return thin(
        .covers,
        "For 3 applications you've heard back on, note whether you sent a cover letter, so you can compare.",
        rows)
    }
    let sentence =
      without.all == 0
      ? "With a cover letter: \(with.full()) got an interview."
      : with.all == 0
        ? "Without a cover letter: \(without.full()) got an interview."
        : "With a cover letter: \(with.full()) got an interview. Without: \(without.full())."
    let odds = MonthFigures.ahead("sending one", with.share, "sending none", without.share)
    return figure(.covers, [sentence, odds], rows)
  }

  func picked() -> Figure {
    let (yes, no) = (count(.picked(true)), count(.picked(false)))
    let rows = [
      row(.picked(true), "one you went for in particular", "got an interview"),
      row(.picked(false), "one of many you applied for", "got an interview"),
    ].compactMap { $0 }
    guard yes.all > 0, no.all > 0, yes.all + no.all >= Share.pattern else {
      return thin(
        .picked,
        "For each application, say whether you went for that job in particular, so you can compare.",
        rows)
    }
    return figure(
      .picked,
      [
        "Jobs you went for in particular: \(yes.full()) got an interview. One of many: \(no.full()).",
        MonthFigures.ahead("going for one in particular", yes.share, "applying for many", no.share),
      ], rows)
  }

  func research() -> Figure {
    let (yes, no) = (count(.research(true)), count(.research(false)))
    let rows = [
      row(.research(true), "looked into the company", "got to the next step"),
      row(.research(false), "little or none", "got to the next step"),
    ].compactMap { $0 }
    guard yes.all > 0, no.all > 0, yes.all + no.all >= Share.pattern else {
      return thin(
        .research,
        "Once you've heard back on 3 interviews, some with research and some without, you can compare them.",
        rows
      )
    }
    return figure(
      .research,
      [
        "With research, you made it past \(yes.full("first interviews")). "
          + "With little or none, \(no.full()).",
        MonthFigures.ahead("research", yes.share, "little or none", no.share),
      ], rows)
  }

  func prepared() -> Figure {
    let (asked, inVain) = (count(.asked), count(.inVain))
    let kinds = QuestionKind.allCases.compactMap {
      row(.askedAbout($0), "about \($0.label)", "you'd prepared for")
    }
    let rows =
      [
        row(.asked, "questions they asked", "you'd prepared for"),
        row(.inVain, "answers you prepared", "came up"),
      ].compactMap { $0 } + kinds
    guard asked.all > 0 else {
      return thin(
        .prepared,
        "After an interview, match what you prepared with what they asked. It's counted here.")
    }
    return figure(
      .prepared,
      [
        "They asked \(Counted.things(asked.all, "question")), and you'd prepared for \(asked.hits). "
          + "You prepared \(inVain.all - inVain.hits) they haven't asked.", surprise(kinds),
      ], rows)
  }

  /// Which kind of question comes without an answer at hand most often; empty where each kind was asked too
  /// rarely, or was prepared.
  private func surprise(_ kinds: [Row]) -> String {
    let missed = kinds.compactMap { row -> (label: String, share: Share)? in
      // That it was asked three times is no pattern; that it surprised three times is one.
      guard let share = row.share, share.of - share.count >= Share.pattern else { return nil }
      return (row.label, Share(share.of - share.count, of: share.of))
    }
    guard
      let most = missed.max(by: {
        ($0.share.value, $0.share.of, $1.label) < ($1.share.value, $1.share.of, $0.label)
      })
    else { return "" }
    return "Most often a surprise: questions \(most.label), \(most.share.full)."
  }

  // MARK: Industries, pay

  func requirements() -> Figure {
    let rows = tally.industries.compactMap { text, industries -> Row? in
      let key = MonthKey.requirement(text)
      let it = count(key)
      guard industries.count >= 2, it.all + it.running >= Share.pattern else { return nil }
      return Row(
        key: key, label: text, share: it.share, running: it.running, meaning: "met",
        note: "asked for in \(industries.count) industries")
    }
    .sorted {
      (($1.share?.of ?? 0) + $1.running, $0.label) < (($0.share?.of ?? 0) + $0.running, $1.label)
    }
    guard let top = rows.first else {
      return thin(
        .requirements,
        "Note what 3 jobs in different industries ask for. What they share shows up here.")
    }
    return figure(
      .requirements,
      ["\(top.label.capitalizedFirst) is asked for in more than one industry."],
      Array(rows.prefix(12)))
  }

  func pay() -> Figure {
    let all = MonthTally.newest(tally.pays)
    let rows = all.map {
      Row(
        key: .pay($0.id), label: "\($0.day.short(today: tally.now.day)) \($0.name)", note: $0.text)
    }
    guard all.count >= Share.pattern else {
      return thin(
        .pay, "Note your number and theirs for 3 jobs to see how far apart they are.",
        rows)
    }
    let above = all.count { $0.text.contains(" above ") }
    let below = all.count { $0.text.contains(" below ") }
    return figure(
      .pay,
      [
        "Your number was above theirs in \(Share(above, of: all.count).counted("comparisons")), "
          + "below in \(below)."
      ], rows)
  }

  // MARK: Later

  func reopened() -> Figure {
    let it = count(.reopened)
    guard it.all > 0 else {
      return thin(.reopened, "Jobs that open up again are counted here.")
    }
    return figure(
      .reopened, ["\(it.share.full("closed applications")) reopened."],
      [row(.reopened, "closed", "reopened")].compactMap { $0 })
  }

  func glad() -> Figure {
    let it = count(.glad)
    let rows = [row(.glad, "looked back on", "for the best")].compactMap { $0 }
    guard it.all >= Share.pattern else {
      return thin(
        .glad,
        it.all == 0
          ? "Three months after a no, we ask whether it was for the best. Your answers show up here."
          : "After 3 answers, you'll see how often it turned out for the best. So far: \(it.all).",
        rows)
    }
    return figure(.glad, ["Looking back, \(it.share.full) turned out for the best."], rows)
  }

  func late() -> Figure {
    let it = count(.late)
    guard it.all >= Share.pattern else {
      return thin(
        .late, "What you write down within two days counts fully; later notes count half.")
    }
    return figure(
      .late, ["\(it.share.full("notes")) were written more than two days later. They count half."],
      [row(.late, "notes", "written down late")].compactMap { $0 })
  }

  func lessons() -> Figure {
    let all = MonthTally.newest(tally.lessons)
    guard !all.isEmpty else {
      return thin(.lessons, "Each debrief ends with one lesson. They're collected here.")
    }
    return figure(
      .lessons, ["Your latest lessons, newest first."],
      all.map {
        Row(
          key: .lesson($0.id), label: "\($0.day.short(today: tally.now.day)) \($0.name)",
          note: $0.text)
      })
  }
}

extension Person.Part {
  /// To whom, in a row about requests.
  fileprivate var asked: String {
    switch self {
    case .interviewer: "an interviewer"
    case .manager: "the hiring manager"
    case .hr: "HR"
    case .recruiter: "a recruiter"
    case .other: "someone else"
    }
  }
}

extension MonthTally.Count {
  /// Takes another count in.
  fileprivate mutating func add(_ other: MonthTally.Count) {
    hits += other.hits
    all += other.all
    running += other.running
  }
}
