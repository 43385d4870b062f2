/// The changes that both the screen and the commands make: one place for what belongs together.
public enum Recipe {
  /// How an application ended, in the words of the `outcome` command.
  public enum Ending: String, Hashable, Sendable, CaseIterable {
    case rejected, silent, withdrew, offer, accepted, declined, reopened

    /// The fact it is written down as.
    public var event: Event.Kind {
      switch self {
      case .rejected: .refused
      case .silent: .silent
      case .withdrew: .withdrew
      case .offer: .offered
      case .accepted: .accepted
      case .declined: .declined
      case .reopened: .reopened
      }
    }

    /// As a form shows it.
    public var label: String {
      switch self {
      case .rejected: "they said no"
      case .silent: "they never replied"
      case .withdrew: "I withdrew"
      case .offer: "they made an offer"
      case .accepted: "I accepted their offer"
      case .declined: "I turned their offer down"
      case .reopened: "it's open again"
      }
    }
  }

  /// A new application, with the day it was sent and a round when they are known.
  public static func add(
    company: String, role: String, applied: Day? = nil, interview: TalkTime? = nil,
    ids: inout IDSource, now: Moment, _ fill: (inout Application) -> Void = { _ in }
  ) -> (change: Change, id: ID) {
    var application = Application(id: ids.draw(), created: now) {
      $0.company = company
      $0.role = role
    }
    fill(&application)
    var operations: [Change.Operation] = [.insert(.application(application))]
    if let applied {
      operations.append(
        .insert(
          .event(
            Event(
              id: ids.draw(), application: application.id, kind: .applied, on: applied,
              recorded: now))))
    }
    if let interview {
      operations.append(
        .insert(
          .interview(
            Interview(id: ids.draw(), application: application.id, recorded: now) {
              $0.start = interview.start
              $0.dayOnly = interview.dayOnly ? true : nil
            })))
    }
    return (Change("\(company) added", operations), application.id)
  }

  /// How it ended, or that it is open again, as a fact of the ledger. `due` is the day by which an offer
  /// wants an answer (A109).
  public static func outcome(
    _ ending: Ending, application: ID, on: Day, words: String, tone: Tone? = nil, due: Day? = nil,
    ids: inout IDSource, now: Moment
  ) -> Change {
    let event = Event(
      id: ids.draw(), application: application, kind: ending.event, on: on, recorded: now
    ) {
      $0.words = words
      $0.tone = tone
      $0.due = ending == .offer ? due : nil
    }
    return Change(ending == .reopened ? "reopened" : "outcome recorded", [.insert(.event(event))])
  }

  /// A day they named for their answer: two working days later one question is in order.
  public static func promised(
    _ due: Day, application: ID, on: Day, person: ID?, words: String, ids: inout IDSource,
    now: Moment
  ) -> Change {
    let event = Event(
      id: ids.draw(), application: application, kind: .promised, on: on, recorded: now
    ) {
      $0.due = due
      $0.person = person
      $0.words = words
    }
    return Change("promised date noted", [.insert(.event(event))])
  }

  /// A reply, or an unasked word, in the feedback log together with its fact in the ledger. A request
  /// to the same person that still waits is answered by it: the two are one entry, and further
  /// requests to them wait no longer. An adviser's remarks are no fact of the employer's ledger (A54).
  /// A debrief that was closed without the reply opens again.
  public static func reply(
    _ feedback: Feedback, tone: Tone? = nil, log: [Feedback] = [], letters: [Letter] = [],
    debrief: Debrief? = nil, ids: inout IDSource, now: Moment
  ) -> Change {
    if feedback.received != nil, feedback.asked == nil {
      let waiting = log.filter { $0.isWaiting && $0.isSame(as: feedback) }.sorted {
        ($0.asked ?? $0.recorded.day, $0.recorded, $0.id)
          < ($1.asked ?? $1.recorded.day, $1.recorded, $1.id)
      }
      if let ask = waiting.last {
        var operations = [
          Change.Operation.update(from: .feedback(ask), to: .feedback(ask.answered(by: feedback)))
        ]
        for other in waiting.dropLast() {
          var closed = other
          closed.closed = true
          operations.append(.update(from: .feedback(other), to: .feedback(closed)))
        }
        // A request that went out as a letter is answered by the same words.
        operations += answers(ask.answered(by: feedback), letters)
        if let event = received(feedback, tone, &ids, now) { operations.append(event) }
        operations += reopening(debrief, by: feedback)
        return Change("feedback saved", operations)
      }
    }
    var operations: [Change.Operation] = [.insert(.feedback(feedback))]
    if let day = feedback.asked {
      operations.append(
        .insert(
          .event(
            Event(
              id: ids.draw(), application: feedback.application, kind: .feedbackAsked, on: day,
              recorded: now
            ) { $0.person = feedback.person })))
    }
    if let event = received(feedback, tone, &ids, now) { operations.append(event) }
    operations += reopening(debrief, by: feedback)
    return Change(
      feedback.received == nil ? "feedback request saved" : "feedback saved", operations)
  }

  /// That a reply came, for the ledger; nil for an adviser's, and before one came.
  public static func received(
    _ feedback: Feedback, _ tone: Tone?, _ ids: inout IDSource, _ now: Moment
  ) -> Change.Operation? {
    guard feedback.isEmployers, let day = feedback.received else { return nil }
    return .insert(
      .event(
        Event(
          id: ids.draw(), application: feedback.application, kind: .feedbackReceived, on: day,
          recorded: now
        ) {
          $0.person = feedback.person
          $0.tone = tone
        }))
  }

  /// A thought caught in passing. With an application, a strength or a weakness goes straight to
  /// its list as an inference that can be weighed later; everything else waits as a note (A10).
  public static func capture(
    _ text: String, _ kind: Note.Kind, application: ID?, mention: Mention = Mention(),
    ids: inout IDSource, now: Moment
  ) -> Change {
    if let application, kind != .note {
      let finding = Finding(
        id: ids.draw(), application: application,
        kind: kind == .strength ? .strength : .weakness, recorded: now
      ) {
        $0.statement = mention.statement(text, at: application)
        $0.tier = .inference
      }
      return Change("\(kind.rawValue) added", [.insert(.finding(finding))])
    }
    let note = Note(id: ids.draw(), recorded: now) {
      $0.application = application
      $0.kind = kind
      $0.text = text
    }
    return Change("note saved", [.insert(.note(note))])
  }

  /// The first step of a guided debrief.
  public static func begin(
    _ branch: Branch, application: ID, ids: inout IDSource, now: Moment
  ) -> (change: Change, debrief: Debrief) {
    let debrief = Debrief(
      id: ids.draw(), application: application, branch: branch, started: now)
    return (Change("debrief started", [.insert(.debrief(debrief))]), debrief)
  }

  /// Takes an application away with all that belongs to it; people stay on file.
  public static func delete(_ dossier: Dossier) -> Change {
    return Change(
      "\(dossier.application.company) deleted",
      dossier.entities.reversed().map(Change.Operation.delete))
  }

  /// A finding that a reply shows: what they said becomes a strength or a weakness that leads back
  /// to it (A86). Said outright it is E3, an adviser's view E1, boilerplate a guess.
  public static func finding(
    _ kind: Finding.Kind, from feedback: Feedback, statement: String, reason: String = "",
    ids: inout IDSource, now: Moment
  ) -> Finding {
    Finding(id: ids.draw(), application: feedback.application, kind: kind, recorded: now) {
      $0.statement = statement
      $0.reason = reason
      $0.phase = .during
      $0.tier = feedback.tier
      $0.evidence = Evidence(.feedback, feedback.id)
    }
  }

  /// The weakness that an operation makes, or moves into that column.
  public static func newWeakness(_ operation: Change.Operation) -> Finding? {
    switch operation {
    case .insert(.finding(let it)) where it.kind == .weakness: it
    case .update(.finding(let from), .finding(let it))
    where it.kind == .weakness && from.kind != .weakness: it
    default: nil
    }
  }

  /// The same change, with what else could explain the weaknesses it makes (A5).
  public static func rival(_ words: String, in change: Change) -> Change {
    var change = change
    for (i, operation) in change.operations.enumerated() {
      guard var it = newWeakness(operation), it.rival == nil else { continue }
      it.rival = words
      if case .update(let from, _) = operation {
        change.operations[i] = .update(from: from, to: .finding(it))
      } else {
        change.operations[i] = .insert(.finding(it))
      }
    }
    return change
  }
}
