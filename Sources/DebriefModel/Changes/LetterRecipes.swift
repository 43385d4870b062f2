/// What is known about a letter that went out.
public struct Sending: Hashable, Sendable {
  /// The day.
  public var on: Day
  /// How.
  public var channel: Channel
  /// The day to look for an answer.
  public var due: Day?
  /// Makes one.
  public init(on: Day, channel: Channel = .email, due: Day? = nil) {
    self.on = on
    self.channel = channel
    self.due = due
  }
}

extension Recipe {
  /// A draft becomes a letter at once, so that nothing of it can be lost. Begun at a low mood it is
  /// held for a day (A65).
  public static func begin(
    _ draft: LetterDraft, _ dossier: Dossier, _ desk: LetterDesk, due: Day? = nil,
    ids: inout IDSource, now: Moment
  ) -> (change: Change, letter: Letter) {
    let mood = LetterHold.mood(dossier, today: desk.moodToday, now: now)
    let letter = Letter(
      id: ids.draw(), application: dossier.application.id, kind: draft.kind.rawValue, recorded: now
    ) {
      $0.to = draft.to
      $0.subject = draft.subject
      $0.text = draft.text
      $0.due = due
      $0.heldUntil = LetterHold.until(mood: mood, desk.settings, now: now)
      $0.state = $0.heldUntil == nil ? .draft : .held
    }
    return (Change("letter started", [.insert(.letter(letter))]), letter)
  }

  /// A held letter may go: the reason is kept (A65).
  public static func release(_ letter: Letter, why: String) -> Change {
    var next = letter
    next.state = .ready
    next.override = why
    return Change("letter taken off hold", [.update(from: .letter(letter), to: .letter(next))])
  }

  /// A letter went out. Its state, its fact in the ledger, the request it is (A70) and the tick in the
  /// checklist are one change, so that one undo takes all of it back.
  public static func sent(
    _ letter: Letter, _ sending: Sending, _ dossier: Dossier, wizard: Wizard? = nil,
    ids: inout IDSource, now: Moment
  ) -> Change {
    var operations = posted(letter, sending, dossier, ids: &ids, now: now)
    if let wizard, let kind = letter.letterKind {
      operations += wizard.ticks(kind, id: ids.draw(), now: now)
    }
    return Change("letter marked as sent", operations)
  }

  /// The letter, its fact and its request, without the checklist.
  static func posted(
    _ letter: Letter, _ sending: Sending, _ dossier: Dossier, ids: inout IDSource, now: Moment
  ) -> [Change.Operation] {
    var next = letter
    next.state = .sent
    next.sent = sending.on
    next.channel = sending.channel
    next.due = sending.due
    var operations: [Change.Operation] = [.update(from: .letter(letter), to: .letter(next))]
    let outcome = dossier.status(now: now).outcome
    guard let kind = letter.letterKind, let fact = kind.fact(outcome) else { return operations }
    if kind == .request {
      let known = dossier.feedback.contains {
        $0.asked == sending.on && $0.person == letter.to && $0.isWaiting
      }
      guard !known else { return operations }
      let ask = Feedback(id: ids.draw(), application: letter.application, recorded: now) {
        $0.from = dossier.person(letter.to)?.name ?? ""
        $0.person = letter.to
        $0.channel = sending.channel
        $0.asked = sending.on
        $0.due = sending.due
      }
      return operations + reply(ask, ids: &ids, now: now).operations
    }
    operations.append(
      .insert(
        .event(
          Event(
            id: ids.draw(), application: letter.application, kind: fact, on: sending.on,
            recorded: now
          ) {
            $0.person = letter.to
            $0.interview = kind == .thanks ? round(letter, dossier, now: now) : nil
          })))
    return operations
  }

  /// The round a thank-you note is for: the last one held with that person, else the last one held.
  private static func round(_ letter: Letter, _ dossier: Dossier, now: Moment) -> ID? {
    let held = dossier.held(now: now)
    let own = held.last { round in letter.to.map { round.people.contains($0) } ?? false }
    return (own ?? held.last)?.id
  }

  /// An answer to a letter came.
  public static func answered(_ letter: Letter, on: Day, useful: Bool) -> Change {
    var next = letter
    next.state = .answered
    next.answered = on
    next.useful = useful
    return Change(
      "answer to a letter noted", [.update(from: .letter(letter), to: .letter(next))])
  }

  /// The request a reply in the feedback log answers, so that both say the same.
  public static func answers(_ feedback: Feedback, _ letters: [Letter]) -> [Change.Operation] {
    guard let received = feedback.received, let asked = feedback.asked,
      let letter = letters.first(where: {
        $0.letterKind == .request && $0.state == .sent && $0.sent == asked
          && $0.to == feedback.person
      })
    else { return [] }
    return answered(letter, on: received, useful: feedback.candour?.counts ?? false).operations
  }

  /// The words of the reply to this letter are kept in the feedback log: the entry that waits.
  public static func ask(_ letter: Letter, _ dossier: Dossier) -> Feedback? {
    guard letter.letterKind == .request else { return nil }
    return dossier.feedback.first {
      $0.isWaiting && $0.asked == letter.sent && $0.person == letter.to
    }
  }
}

extension Wizard {
  /// The tick that sending a letter of this kind sets in the checklist, where it is still open.
  func ticks(_ kind: LetterKind, id: ID, now: Moment) -> [Change.Operation] {
    guard debrief.closed == nil,
      let entry = everything.first(where: { $0.item.letter == kind && $0.item.sent != nil }),
      let value = entry.item.sent, entry.response?.value != value
    else { return [] }
    return answer(entry, value: value, id: id, now: now).operations
  }

  /// An answer; where it says that a letter went out, the draft of that letter goes with it, so that
  /// the checklist and the letters never disagree. A task that is done may have been left undone.
  public func ticked(
    _ entry: Entry, value: String, ids: inout IDSource, now: Moment
  ) -> Change {
    var change = answer(entry, value: value, id: ids.draw(), now: now)
    if case .task = entry.item.kind {
      change.operations += unwritten(entry, ids: &ids, now: now)
      return change
    }
    guard let kind = entry.item.letter, entry.item.sent == value, entry.response?.value != value,
      let letter = dossier.letters.first(where: { $0.letterKind == kind && !$0.isSent })
    else { return change }
    let due = kind.patience.map { now.day.adding(days: $0) }
    var posted = Recipe.posted(
      letter, Sending(on: now.day, due: due), dossier, ids: &ids, now: now)
    if letter.isHeld(now: now), case .update(let from, .letter(var to))? = posted.first {
      to.override = "marked as sent in the debrief"
      posted[0] = .update(from: from, to: .letter(to))
    }
    change.operations += posted
    return change
  }
}
