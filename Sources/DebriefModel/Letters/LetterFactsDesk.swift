/// Where the facts of a letter are found in a dossier.
struct LetterFactsDesk {
  let dossier: Dossier
  let to: Person?
  let now: Moment
  private let status: Status
  private let retracted: [String]

  init(_ dossier: Dossier, to: Person?, now: Moment) {
    self.dossier = dossier
    self.to = to
    self.now = now
    status = dossier.status(now: now)
    retracted = dossier.preparations.filter { $0.kind == .claim && $0.state == .retract }
      .map { LetterText.phrase($0.text).lowercased() }.filter { !$0.isEmpty }
  }

  /// Whether a text holds a claim that was taken back (A24).
  func retracts(_ text: String) -> Bool {
    let text = text.lowercased()
    return retracted.contains { text.contains($0) }
  }

  // MARK: - Rounds

  /// The last round with the reader that is over; with nobody in particular, the last one. A round that nobody
  /// is named for may have been with anyone but those who only arrange it. Nobody is thanked for a conversation
  /// that others had.
  var talk: Interview? {
    let held = dossier.held(now: now)
    guard let to else { return latest(held) }
    if let theirs = latest(held.filter { $0.people.contains(to.id) }) { return theirs }
    let arranges = to.part == .hr || to.part == .recruiter
    return arranges ? nil : latest(held.filter(\.people.isEmpty))
  }

  /// The last round that is over, whoever was there.
  var held: Interview? { latest(dossier.held(now: now)) }

  private func latest(_ rounds: [Interview]) -> Interview? {
    rounds.max { ($0.start ?? $0.recorded, $0.round) < ($1.start ?? $1.recorded, $1.round) }
  }

  /// The round that is still to come.
  var next: Interview? {
    dossier.ahead(now: now).min { ($0.start ?? now) < ($1.start ?? now) }
  }

  // MARK: - Replies

  /// What was asked of the reader and what came back, the latest first. The right of access is for a
  /// question nobody answered, whoever it went to.
  private var entries: [Feedback] {
    guard let to else { return dossier.feedback }
    return dossier.feedback.filter { $0.person == to.id }
  }
  /// The reader's last reply.
  var reply: Feedback? { entries.first { $0.received != nil } }
  /// The question the reader has not answered; else one that nobody has.
  var ask: Feedback? {
    let open: (Feedback) -> Bool = { $0.asked != nil && $0.received == nil }
    return entries.first(where: open) ?? dossier.feedback.first(where: open)
  }

  func flags(callback: Bool) -> Set<LetterFacts.Flag> {
    var flags: Set<LetterFacts.Flag> = []
    if callback, let moment {
      flags.insert(moment.asker == .them ? .theirs : .mine)
      if rank(moment) >= 5 { flags.insert(.strong) }
      if rank(moment) <= 2 { flags.insert(.weak) }
    }
    flags.formUnion(LetterWording.flags(place: place))
    switch place % 3 {
    case 1: flags.insert(.isSecond)
    case 2: flags.insert(.isThird)
    default: break
    }
    if let due = dossier.events.last(where: { $0.kind == .promised })?.due, due >= now.day {
      flags.insert(.expects)
    }
    if status.everInterviewed { flags.insert(.interviewed) }
    switch status.outcome {
    case .rejected: flags.insert(.refused)
    case .withdrew: flags.insert(.withdrew)
    case .declined: flags.insert(.passed)
    case .offer: flags.insert(.offer)
    default: break
    }
    if !flags.isDisjoint(with: [.refused, .withdrew, .passed]) { flags.insert(.over) }
    // Thanks for the news are for whoever brought it.
    if flags.contains(.refused), to.map({ LetterRules.tellers(dossier).contains($0.id) }) ?? true {
      flags.insert(.toldMe)
    }
    if dossier.givesNoFeedback { flags.insert(.noFeedback) }
    if isNamed { flags.insert(.named) }
    if !researched.isEmpty { flags.insert(.researched) }
    if let reply {
      flags.insert(reply.candour.map { $0.counts } ?? true ? .useful : .declined)
    } else if entries.contains(where: { $0.asked != nil }) {
      flags.insert(.unanswered)
    }
    switch dossier.application.region {
    case .eu: flags.insert(.eu)
    case .uk: flags.insert(.uk)
    default: break
    }
    if let to, let named = LetterRules.reply(dossier), named.person == to.id { flags.insert(.told) }
    return flags
  }

  /// Whether they said why: in the words of the no, as the user understood them, or in a reply.
  private var isNamed: Bool {
    let kind = dossier.responses.last { $0.item == "refusal.kind" && !$0.isSkipped }
    return kind?.value == "reason" || dossier.ownReadings.contains { $0.reason != "R-SILENT" }
      || dossier.feedback.contains {
        $0.isEmployers && $0.received != nil && ($0.candour?.counts ?? !$0.three.isEmpty)
      }
  }

  /// What is known about the company.
  private var researched: [Preparation] {
    dossier.preparations.filter { $0.kind == .company && !$0.detail.isEmpty }
  }

  // MARK: - Words

  /// Gives each slot that is made of the user's notes what is on file for it.
  func phrases(
    profile: Profile?, resume: Resume?, _ take: (LetterFacts.Slot, String) -> Void
  ) {
    if let moment { take(.callback, LetterClause.question(moment.question)) }
    take(.business, company(.whatTheyDo)?.detail ?? "")
    take(.mission, company(.mission)?.detail ?? "")
    take(.challenge, company(.challenges)?.detail ?? "")
    if let news = company(.news),
      (news.done ?? news.recorded.day).days(to: now.day) <= LetterFacts.freshDays
    {
      // The first line is the news, the second where and when it was read (A63).
      let lines = news.detail.split(whereSeparator: \.isNewline)
      take(.event, lines.first.map(String.init) ?? "")
      take(.source, lines.dropFirst().joined(separator: " "))
    }
    take(.goal, profile?.goals ?? "")
    take(.skills, skills(resume))
    take(.approach, answer(LetterFacts.approachQuestion))
    take(.solved, answer(LetterFacts.solvedQuestion))
    take(.second, LetterRules.secondLook(dossier))
    let weak = dossier.preparations.first {
      $0.kind == .requirement && ($0.state == .partly || $0.state == .unmet)
    }
    take(.aspect, weak?.text ?? "")
  }

  /// Which of the notes to this company it is, from 0, in the order of the rounds: one for everybody in each,
  /// as somebody who is met again isn't thanked in the same words either.
  private var place: Int {
    guard let to else { return 0 }
    let held = dossier.held(now: now)
    // A note is for the reader's last round; see ``talk``.
    let before = held.prefix { $0.id != talk?.id }.flatMap(\.people)
    return before.count + (talk?.people.firstIndex(of: to.id) ?? talk?.people.count ?? 0)
  }

  /// How well an exchange went.
  private func rank(_ it: Turn) -> Int {
    (it.reaction == .interest ? 4 : it.reaction == .movedOn ? -2 : 0)
      + (it.mark == "+" ? 2 : it.mark == "-" ? -2 : 0) + (it.rating ?? 3)
  }

  /// The exchange with the reader that says most: one that went well comes before one that did not, and one of
  /// the talk the letter is about before those of earlier ones, which an earlier letter was about.
  private var moment: Turn? {
    guard let to else { return nil }
    let own = dossier.turns.filter {
      $0.person == to.id && !LetterText.phrase($0.question).isEmpty
        && !retracts(LetterText.quoted($0.question))
        && ($0.asker == .them
          ? LetterText.isPraised($0.question) : !LetterText.phrase($0.answer).isEmpty)
    }
    let ofTalk = own.filter { $0.interview != nil && $0.interview == talk?.id }
    return (ofTalk.isEmpty ? own : ofTalk).enumerated().max {
      (rank($0.element), -$0.offset) < (rank($1.element), -$1.offset)
    }?.element
  }

  /// What the company file says, the newest word of it.
  private func company(_ prompt: PreparationRules.Prompt) -> Preparation? {
    dossier.preparations.last {
      $0.kind == .company && $0.text == prompt.rawValue && !$0.detail.isEmpty
    }
  }

  private func answer(_ question: String) -> String {
    dossier.preparations.last {
      $0.kind == .answer && !$0.detail.isEmpty
        && ($0.text == question || $0.text == LetterFacts.earlierWords[question])
    }?.detail ?? ""
  }

  /// The first two skills of the résumé as a sentence has them: `a and b`. More would repeat it (A64).
  private func skills(_ resume: Resume?) -> String {
    let skills = (resume?.skills ?? "").split(separator: ",").map { LetterText.phrase(String($0)) }
      .filter { !$0.isEmpty && !retracts($0) }.prefix(2)
    return LetterClause.pair(Array(skills))
  }

  /// The three things with their examples; nil while one of them has none that may be used (A88).
  var points: [LetterFacts.Point]? {
    guard let reply = LetterRules.reply(dossier) else { return nil }
    var points: [LetterFacts.Point] = []
    for thing in reply.three where !LetterText.phrase(thing.text).isEmpty {
      guard LetterRules.lack(thing, dossier) == nil, let example = thing.example else { return nil }
      points.append(
        LetterFacts.Point(
          thing: LetterText.phrase(LetterText.quoted(thing.text)),
          example: LetterClause.example(example)))
    }
    return points
  }
}
