import DebriefModel

/// What the figures over months take of an application, from all that is on file of it; the store reads no more
/// than it needs, and `MonthsTests` compares the two.
extension MonthFacts {
  /// Takes what it needs of a dossier.
  public init(_ dossier: Dossier) {
    let it = dossier.application
    self.init(
      it.id, created: it.created.day,
      ledger: Ledger(events: dossier.events, interviews: dossier.interviews))
    (company, role, resume, picked) = (it.company, it.role, it.resume, it.picked)
    (cover, hasCover) = ((it.cover ?? "").trimmed, it.hasCover)
    (industry, glad, pay) = (it.industry ?? "", it.glad, PayGap.sentences(it))
    lessons = dossier.debriefs.filter { !$0.lesson.isEmpty }
      .map { Lesson(id: $0.id, text: $0.lesson) }
    take(dossier.interviews.map { ($0.id, $0.start, $0.dayOnly, $0.minutes) })
    findings = dossier.findings.map(Found.init)
    turns = dossier.turns.map(Said.init)
    answers = dossier.responses.filter { MonthFacts.items.contains($0.item) && !$0.isSkipped }
      .map(Answer.init)
    asks = dossier.feedback.map { Ask($0, part: dossier.person($0.person)?.part) }
    letters = dossier.letters.compactMap(Sent.init)
    guesses = dossier.forecasts.map(Guess.init)
    trials = dossier.improvements.map(Trial.init)
    prepared = dossier.preparations.map(Prepared.init)
    sort()
  }
}

extension MonthFacts.Found {
  init(_ it: Finding) {
    self.init(
      id: it.id, kind: it.kind, statement: it.statement, phase: it.phase, area: it.area,
      reason: it.reason, weight: it.weight, tier: it.tier, evidence: it.evidence,
      recorded: it.recorded)
  }
}

extension MonthFacts.Said {
  init(_ it: Turn) {
    self.init(
      id: it.id, interview: it.interview, asker: it.asker, question: it.question,
      reaction: it.reaction, rating: it.rating, delivery: it.delivery,
      preparation: it.preparation, hasPrepared: !it.prepared.isEmpty, recorded: it.recorded)
  }
}

extension MonthFacts.Answer {
  init(_ it: Response) {
    self.init(id: it.id, debrief: it.debrief, item: it.item, value: it.value)
  }
}

extension MonthFacts.Ask {
  init(_ it: Feedback, part: Person.Part?) {
    self.init(
      id: it.id, from: it.from, channel: it.channel, part: part, asked: it.asked, due: it.due,
      received: it.received, candour: it.candour, isClosed: it.closed, three: it.three)
  }
}

extension MonthFacts.Sent {
  init?(_ it: Letter) {
    guard let sent = it.sent else { return nil }
    self.init(
      id: it.id, kind: it.kind, channel: it.channel, on: sent, isAnswered: it.answered != nil)
  }
}

extension MonthFacts.Guess {
  init(_ it: Forecast) {
    self.init(
      id: it.id, interview: it.interview, chance: it.chance, sealed: it.sealed, felt: it.felt)
  }
}

extension MonthFacts.Trial {
  init(_ it: Improvement) {
    self.init(
      id: it.id, what: it.what, area: it.area, state: it.state, testedBy: it.testedBy,
      isLearning: it.isLearning, recorded: it.recorded)
  }
}

extension MonthFacts.Prepared {
  init(_ it: Preparation) {
    self.init(
      id: it.id, kind: it.kind, text: it.text, hasDetail: !it.detail.isEmpty,
      example: it.kind == .answer
        ? String(it.detail.unicodeScalars.prefix(MonthFacts.beginning)) : "", state: it.state,
      recorded: it.recorded)
  }
}
