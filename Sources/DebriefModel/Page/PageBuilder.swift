extension Page {
  /// The page of an application as of now; with a reader it says how their answer reads.
  public init(
    _ dossier: Dossier, reasons: [Reason], now: Moment, reader: RefusalReader? = nil
  ) {
    let verdict = Verdict(dossier, reasons: reasons)
    let status = dossier.status(now: now)
    company = dossier.application.company
    role = dossier.application.role
    standing =
      (status.stage == .none ? "" : "\(status.stage.label) · ")
      + status.outcome.told(today: now.day)
    headline = verdict.said(of: dossier)
    split = verdict.saidSplit(of: dossier)
    let basis = Page.basis(dossier, now: now)
    legend =
      "As of \(now.day.long). Anything unmarked is something you noticed yourself."
      + (basis.isEmpty ? "" : " " + basis)
    sections =
      PageBuilder(dossier: dossier, reasons: reasons, now: now, reader: reader).sections
  }
}

/// Reads the sections of a page out of a dossier.
private struct PageBuilder {
  let dossier: Dossier
  let reasons: [Reason]
  let now: Moment
  let reader: RefusalReader?

  var sections: [Page.Section] {
    Page.Part.allCases.map(section).filter { !$0.body.isEmpty }
  }

  private func section(_ part: Page.Part) -> Page.Section {
    switch part {
    case .findings:
      .init(part: part, title: "What went well, what didn't", noun: "points", body: findings)
    case .decision:
      .init(
        part: part, title: PageTitles.decision, noun: "reasons", body: points(dossier.ownChoices))
    case .outside:
      .init(
        part: part, title: PageTitles.outside, noun: "circumstances",
        body: points(dossier.circumstances(reasons).outside))
    case .partly:
      .init(
        part: part, title: PageTitles.partly, noun: "reasons",
        body: points(dossier.circumstances(reasons).partly))
    case .said:
      .init(
        part: part, title: "What they said", noun: "lines of feedback",
        body: .items(answer + replies))
    case .views:
      .init(
        part: part, title: "Your view and theirs", noun: "points",
        body: .items(dossier.bothViews(reasons: reasons).map { .words($0.sentence) }))
    case .gaps:
      .init(part: part, title: "Where the gaps were", noun: "gaps", body: .items(gaps))
    case .answers:
      .init(part: part, title: "Your answers, rated by you", noun: "answers", body: .items(answers))
    case .timeline:
      .init(part: part, title: "Timeline", noun: "dates", body: .items(timeline))
    case .changes:
      .init(
        part: part, title: PageTitles.changes(dossier, count: changes.count),
        noun: PageTitles.changesNoun(dossier), body: .items(changes))
    case .lesson:
      .init(part: part, title: "Lesson", noun: "words", body: .items(lesson))
    }
  }

  private func point(_ finding: Finding) -> Page.Point {
    var proof: Page.Proof?
    switch finding.evidence?.kind {
    case .turn:
      proof = dossier.turns.firstIndex { $0.id == finding.evidence?.id }.map { .answer($0 + 1) }
    case .feedback: proof = .feedback
    case .response, nil: break
    }
    return .init(
      weight: finding.weight, statement: finding.statement, tier: finding.tier, shownBy: proof)
  }

  private var findings: Page.Body {
    func column(_ kind: Finding.Kind, _ side: Page.Column.Side, _ title: String) -> Page.Column {
      let list = dossier.findings.filter { $0.kind == kind }
      return .init(
        side: side, title: title, total: list.count,
        findings: list.map(point))
    }
    return .against(
      column(.strength, .strengths, "went well"), column(.weakness, .weaknesses, "didn't"))
  }

  private func points(_ list: [Finding]) -> Page.Body { .items(list.map { .point(point($0)) }) }

  /// How their answer reads: a proposal, and said to be one, until the person read it another way.
  private var answer: [Page.Item] {
    guard let reader, let event = dossier.lastDecision, event.kind == .refused,
      !event.words.allSatisfy(\.isWhitespace)
    else { return [] }
    guard let reading = event.reading({ reader.read($0, on: $1) }) else {
      return [.words("You haven't gone over their words yet.")]
    }
    let own = dossier.ownReadings
    let isReplaced = !own.isEmpty && !own.contains { $0.reason == reading.reason }
    let says =
      isReplaced
      ? "You read it as: \(own.map(\.statement).joined(separator: "; "))."
      : reading.sentences.joined(separator: " ")
    return [.words("About their answer: \(says)")]
  }

  private var replies: [Page.Item] {
    let titles = Dictionary(reasons.map { ($0.code, $0.title) }, uniquingKeysWith: { a, _ in a })
    return dossier.feedback.compactMap { reply in
      guard let day = reply.received else { return nil }
      let things = reply.three.enumerated().compactMap { i, thing in
        thing.text.isEmpty
          ? nil
          : Page.Thing(
            number: i + 1, text: thing.text, reason: titles[thing.reason],
            gap: thing.gap.map(\.label))
      }
      let name = reply.from.isEmpty ? "They" : reply.from
      return .reply(
        .init(
          from: name + (reply.isEmployers ? "" : " (an adviser)"), on: day,
          channel: reply.channel.label, words: reply.verbatim, things: things))
    }
  }

  /// What was lacking, never came up or was shown weakly, for whom nobody told (A46).
  private var gaps: [Page.Item] {
    Gaps.list(dossier, now: now).map { .words($0.sentence) }
  }

  private var answers: [Page.Item] {
    dossier.turns.enumerated().compactMap { i, turn in
      turn.rating.map {
        .rating(
          answer: i + 1, rating: max(0, min(Page.mostStars, $0)), question: turn.question)
      }
    }
  }

  /// The ledger, the rounds and the letters by date.
  private var timeline: [Page.Item] {
    let order = TimelineOrder(dossier.events, dossier.interviews)
    var rows: [(place: TimelineOrder.Place, text: String)] = []
    var undated: [Page.Item] = []
    for event in dossier.events where event.kind != .debriefClosed {
      // A round of that day says it already.
      if event.kind == .held,
        event.saysNoDay(of: dossier.interviews)
          || event.known.map({ day in dossier.interviews.contains { $0.start?.day == day } })
            == true
      {
        continue
      }
      var text = event.kind.label
      if let person = dossier.person(event.person) { text += ", \(person.name)" }
      if let due = event.due { text += ", by \(due.short(today: now.day))" }
      if !event.words.isEmpty { text += ": \"\(event.words)\"" }
      if event.known == nil {
        undated.append(.words("\(text), date not noted"))
      } else {
        rows.append((order.place(event), text))
      }
    }
    for interview in dossier.interviews {
      let isHeld = dossier.standing(interview, now: now) == .held
      // Nobody noted the day: that is said, and no other day stands in for it.
      guard interview.start != nil || isHeld else { continue }
      let names = interview.people.compactMap { dossier.person($0)?.name }
      let who = names.isEmpty ? "" : " with " + names.joined(separator: ", ")
      let plan = dossier.standing(interview, now: now).word
      let text = "\(plan)round \(interview.round), \(interview.kind.spoken)\(who)"
      let said = interview.notes.split(whereSeparator: \.isNewline).joined(separator: " ")
      let notes = said.isEmpty ? "" : ": \"\(said)\""
      if interview.start == nil {
        undated.append(.words("\(text), date not noted\(notes)"))
      } else {
        rows.append((order.place(interview), text + interview.elsewhere + notes))
      }
    }
    rows += sentLetters(order)
    rows.sort { $0.place < $1.place }
    let strip = Milestone.list(dossier, now: now)
    return (strip.count > 1 ? [.strip(strip)] : []) + rows.map { .dated($0.place.on, $0.text) }
      + undated
  }

  /// The letters that went out and are no fact of the ledger, which says the others already.
  private func sentLetters(
    _ order: TimelineOrder
  ) -> [(place: TimelineOrder.Place, text: String)] {
    dossier.letters.compactMap { letter in
      guard letter.isSent, let day = letter.sent else { return nil }
      let fact = letter.letterKind?.fact(.waiting)
      if let fact, dossier.events.contains(where: { $0.kind == fact && $0.known == day }) {
        return nil
      }
      let to = dossier.person(letter.to).map { ", \($0.name)" } ?? ""
      return (order.place(letter, sent: day), "letter sent: \(dossier.title(of: letter))\(to)")
    }
  }

  /// The changes to try; before there is one, what the user would do differently (A40).
  private var changes: [Page.Item] {
    let list = dossier.improvements.filter { $0.state != .dropped }
    if list.isEmpty, let words = dossier.differently {
      return [.words("Looking back, you wrote: “\(words)”")]
    }
    return list.enumerated().map { i, change in
      var text = change.what
      if !change.place.isEmpty { text += "; when: \(change.place)" }
      if !change.proof.isEmpty { text += "; it worked if: \(change.proof)" }
      return .change(number: i + 1, text)
    }
  }

  private var lesson: [Page.Item] {
    let lesson = dossier.debrief?.lesson ?? ""
    return lesson.isEmpty ? [] : [.words(lesson)]
  }
}
