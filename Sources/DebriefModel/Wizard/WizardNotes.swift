/// What is written down in the middle of a debrief: who was in the room, what was asked, what to try
/// next time.
extension Wizard {
  /// The last round that was held, where something of it is to be noted; an undated one where none is
  /// on file.
  private func round(now: Moment) -> Interview? {
    dossier.interviews.last { [.held, .undated].contains(dossier.standing($0, now: now)) }
  }

  /// Adds questions and what was answered, behind those that are there (A10, A12).
  public func add(_ turns: [Transcript.Turn], ids: inout IDSource, now: Moment) -> Change {
    let drawn = turns.map { _ in ids.draw() }
    return add(turns, ids: drawn, now: now)
  }

  /// Adds them under names that are given.
  func add(_ turns: [Transcript.Turn], ids: [ID], now: Moment) -> Change {
    let round = round(now: now)?.id
    var position = dossier.turns.map(\.position).max() ?? 0
    let operations = zip(turns, ids).map { it, id -> Change.Operation in
      position += 1
      var turn = Turn(id: id, application: debrief.application, recorded: now)
      turn.position = position
      turn.interview = round
      turn.asker = it.isMine ? .me : .them
      (turn.question, turn.person) = asked(it)
      turn.answer = it.answer
      return .insert(.turn(turn))
    }
    return Change(
      turns.count == 1 ? "question added" : "\(turns.count) questions added",
      operations + asked(operations, now: now))
  }

  /// The prepared questions that are asked by what is added (A36).
  private func asked(_ added: [Change.Operation], now: Moment) -> [Change.Operation] {
    let turns = added.compactMap { if case .insert(.turn(let it)) = $0 { it } else { nil } }
    return AskedQuestions.ticked(turns, dossier.preparations, today: now.day)
  }

  /// What was asked, and who of those in the room asked it, or was asked: whoever is named before a colon, else
  /// the only one there was (A12).
  private func asked(_ it: Transcript.Turn) -> (question: String, person: ID?) {
    if it.isMine { return (it.question, room.count == 1 ? room[0].id : nil) }
    if let speaker = it.speaker {
      return (it.question, PeopleLookup.one(named: speaker, among: room)?.id)
    }
    if let named = Transcript.asked(it.question, among: room) {
      return (named.question, named.person)
    }
    return (it.question, room.count == 1 ? room[0].id : nil)
  }

  /// Rates an answer, 1 to 5 (A31).
  public func rate(_ turn: Turn, _ rating: Int) -> Change {
    var it = turn
    it.rating = max(1, min(5, rating))
    return Change("answer rated", [.update(from: .turn(turn), to: .turn(it))])
  }

  /// The people who are known to have been in the room, as they were written down.
  public var room: [Person] {
    var seen: Set<ID> = []
    return dossier.interviews.flatMap(\.people).filter { seen.insert($0).inserted }
      .compactMap { dossier.person($0) }
  }

  /// Notes who was in the room, as ``RoomWords`` reads it: `Ines Kahl, hiring manager`. Somebody who is
  /// there already is not added again. Words that name nobody are the answer themselves; that nobody is
  /// remembered passes the question.
  public func meet(
    _ words: String, at entry: Entry, ids: inout IDSource, now: Moment
  ) -> Change {
    let named = RoomWords.people(words, known: dossier.people.map(\.name))
    if named.isEmpty {
      return RoomWords.isForgotten(words)
        ? answer(entry, value: "", skipped: "do not remember", id: ids.draw(), now: now)
        : answer(entry, value: words.trimmed, id: ids.draw(), now: now)
    }
    let title = named.count == 1 ? "\(named[0].name) added" : "\(named.count) people added"
    var change = Change(title, [])
    var met: [ID] = []
    for one in named {
      let known = dossier.people.first { NameFolding.isSame($0.name, one.name) }
      let person = known ?? Person(one, id: ids.draw(), at: dossier.application.company)
      if let known {
        // What was said of somebody last is what they do.
        var corrected = known
        corrected.take(one.said)
        if corrected != known {
          change.operations.append(.update(from: .person(known), to: .person(corrected)))
        }
      } else {
        change.operations.append(.insert(.person(person)))
      }
      if !met.contains(person.id) { met.append(person.id) }
    }
    if let old = round(now: now) {
      let new = met.filter { !old.people.contains($0) }
      guard !new.isEmpty else { return change }
      var round = old
      round.people += new
      change.operations.append(.update(from: .interview(old), to: .interview(round)))
    } else {
      let round = Interview(id: ids.draw(), application: debrief.application, recorded: now) {
        $0.people = met
      }
      change.operations.append(.insert(.interview(round)))
    }
    return change
  }

  /// Takes somebody out of the room again, who was written down by mistake; nil when they are in no
  /// round. `isNew` says that they are known from nowhere else.
  public func leaveOut(_ person: Person, isNew: Bool) -> Change? {
    let rounds = dossier.interviews.filter { $0.people.contains(person.id) }
    guard !rounds.isEmpty else { return nil }
    return Change(
      "\(person.name) removed",
      rounds.map { old in
        var round = old
        round.people.removeAll { $0 == person.id }
        return .update(from: .interview(old), to: .interview(round))
      } + (isNew ? [.delete(.person(person))] : []))
  }

  /// A change to try next time, with the moment when it will come up (A9, A49, A50).
  public func resolve(
    _ what: String, when moment: String, ids: inout IDSource, now: Moment
  ) -> Change {
    let it = Improvement(id: ids.draw(), application: debrief.application, recorded: now) {
      $0.debrief = debrief.id
      $0.what = what
      $0.place = moment
    }
    return Change("change to try added", [.insert(.improvement(it))])
  }

  /// A change to try from last time, and how it went: tried, it is done (A9). Who says no more than
  /// that has said this.
  public func tried(
    _ entry: Entry, outcome: String, ids: inout IDSource, now: Moment
  ) -> Change {
    var change = answer(entry, value: triedValue("done", entry), id: ids.draw(), now: now)
    guard let old = trying?.improvement else { return change }
    var it = old
    it.state = .done
    it.outcome = outcome.isEmpty ? "I did it" : outcome
    it.testedBy = round(now: now)?.id
    change.title = "change tried"
    change.operations.append(.update(from: .improvement(old), to: .improvement(it)))
    return change
  }

  /// Names a cause that was picked among the reasons: a guess, unless `entry` is the question at which
  /// their own words were read and the person said that this is what they mean (A3).
  public func blame(
    _ reason: Reason, saidAt entry: Entry? = nil, ids: inout IDSource, now: Moment
  ) -> Change {
    let finding = Finding(
      id: ids.draw(), application: debrief.application,
      kind: reason.control == .mine ? .weakness : .outside, recorded: now
    ) {
      $0.statement = reason.title.lowercasedFirst
      $0.reason = reason.code
      $0.phase = entry?.item.phase ?? (reason.control == .mine ? .during : .after)
      if let response = entry?.response {
        $0.tier = .stated
        $0.weight = 4
        $0.evidence = Evidence(.response, response.id)
      }
    }
    return Change("reason added", [.insert(.finding(finding))])
  }

  /// The fact that has the words of their rejection; nil where none are on file.
  public var refused: Event? {
    dossier.events.last { $0.kind == .refused }.flatMap { $0.words.isEmpty ? nil : $0 }
  }

  /// Says that there is nothing to add to an essential, so that it is open no more.
  public func leave(_ entry: Entry, ids: inout IDSource, now: Moment) -> Change {
    answer(entry, value: "", skipped: Wizard.nothingToAdd, id: ids.draw(), now: now)
  }

  /// Says that nothing is to be noted for a phase, or takes that back (A2).
  public func toggle(_ phase: Phase, ids: inout IDSource, now: Moment) -> Change? {
    guard let entry = everything.first(where: { $0.item.kind == .task(.phases) }) else {
      return nil
    }
    var words = (entry.response?.value ?? "").split(separator: " ").map(String.init)
    if let at = words.firstIndex(of: phase.rawValue) {
      words.remove(at: at)
    } else {
      words.append(phase.rawValue)
    }
    words.removeAll { $0 == "done" || $0 == "none" }
    return answer(
      entry, value: words.isEmpty ? "none" : words.joined(separator: " "), id: ids.draw(), now: now)
  }
}

extension Person {
  /// Somebody as they were written down. What they do is kept in the words that were typed, and sorted
  /// by these.
  public init(_ named: RoomWords.Named, id: ID, at company: String) {
    self.init(id: id) {
      $0.name = named.name
      $0.company = company
      $0.take(named.said)
    }
  }

  /// Takes what they do as it was said: sorted, and in those words unless notes of another kind are
  /// there already.
  mutating func take(_ said: String) {
    guard !said.isEmpty, said != does else { return }
    let kept = does == part.label ? notes : ""
    let sorted = Person.Part(said: said)
    if let sorted { part = sorted }
    notes = kept.isEmpty ? (said.lowercased() == sorted?.label ? "" : said) : kept
  }

  /// What they do, as a row says it: in the words that were typed where these are short.
  public var does: String {
    notes.isEmpty || notes.count > 40 || notes.contains(where: \.isNewline) ? part.label : notes
  }
}

extension Person.Part {
  /// The part that somebody's words name, such as `hiring manager`; nil when they name none.
  init?(said words: String) {
    let said = words.lowercased()
    guard !said.isEmpty else { return nil }
    let names: [(Person.Part, [String])] = [
      (.recruiter, ["recruiter", "recruiting", "talent", "headhunter", "sourcer"]),
      (.hr, ["hr", "human resources", "people"]),
      (
        .manager, ["manager", "head of", "director", "lead", "boss", "cto", "ceo", "vp", "founder"]
      ),
      (.interviewer, ["interviewer", "engineer", "developer", "colleague", "team", "panel"]),
    ]
    let tokens = said.split { !$0.isLetter }.map(String.init)
    for (part, words) in names {
      for word in words
      where word.contains(" ") ? said.contains(word) : tokens.contains(word) {
        self = part
        return
      }
    }
    return nil
  }
}
