/// Everything of one application. Lists are in the order in which they are shown: turns by place,
/// findings by weight, the rest by time.
public struct Dossier: Hashable, Sendable {
  /// The application.
  public var application: Application
  /// Everyone who is named in its interviews, events, feedback and letters, by name.
  public var people: [Person] = []
  /// Its rounds, by number.
  public var interviews: [Interview] = []
  /// Its ledger, by day.
  public var events: [Event] = []
  /// The script, by place.
  public var turns: [Turn] = []
  /// Strengths, weaknesses and circumstances, heaviest first.
  public var findings: [Finding] = []
  /// The feedback log, newest first.
  public var feedback: [Feedback] = []
  /// Its debriefs, the latest last.
  public var debriefs: [Debrief] = []
  /// The responses of all its debriefs, in the order they were given.
  public var responses: [Response] = []
  /// Its changes for the next time, smallest effort first.
  public var improvements: [Improvement] = []
  /// Its letters, newest first.
  public var letters: [Letter] = []
  /// Its forecasts, by time.
  public var forecasts: [Forecast] = []
  /// Notes caught in passing, by time.
  public var notes: [Note] = []
  /// What was made ready for its interviews, by kind and time.
  public var preparations: [Preparation] = []
  /// What was done with its entries of the agenda.
  public var marks: [Mark] = []
  /// When silence is proposed.
  public var patience = Patience()

  /// A dossier with nothing but its application.
  public init(_ application: Application) { self.application = application }

  /// How it stands at a moment.
  public func status(now: Moment) -> Status {
    Status(events: events, interviews: interviews, now: now, patience: patience)
  }

  /// Puts every list in the order in which it is shown. Ties are broken by id, so that the same
  /// data always gives the same screen.
  public mutating func sort() {
    people.sort { ($0.name, $0.id) < ($1.name, $1.id) }
    interviews.sort { ($0.round, $0.id) < ($1.round, $1.id) }
    events.sort(by: Event.inOrder)
    turns.sort { ($0.position, $0.recorded, $0.id) < ($1.position, $1.recorded, $1.id) }
    findings.sort {
      (-$0.weight, -$0.tier.rawValue, $0.recorded, $0.id)
        < (-$1.weight, -$1.tier.rawValue, $1.recorded, $1.id)
    }
    feedback.sort { ($1.sortDay, $1.recorded, $1.id) < ($0.sortDay, $0.recorded, $0.id) }
    debriefs.sort { ($0.started, $0.id) < ($1.started, $1.id) }
    responses.sort { ($0.answered, $0.id) < ($1.answered, $1.id) }
    improvements.sort {
      ($0.effort.order, $0.recorded, $0.id) < ($1.effort.order, $1.recorded, $1.id)
    }
    letters.sort { ($1.recorded, $1.id) < ($0.recorded, $0.id) }
    forecasts.sort { ($0.sealed, $0.id) < ($1.sealed, $1.id) }
    notes.sort { ($0.recorded, $0.id) < ($1.recorded, $1.id) }
    preparations.sort {
      ($0.kind.order, $0.recorded, $0.id) < ($1.kind.order, $1.recorded, $1.id)
    }
    marks.sort { ($0.recorded, $0.id) < ($1.recorded, $1.id) }
  }

  /// The person of that id, when on file.
  public func person(_ id: ID?) -> Person? { people.first { $0.id == id } }

  /// The debrief the wizard works on: the latest.
  public var debrief: Debrief? { debriefs.last }
}

extension Feedback {
  /// The day an entry of the log is sorted by: the reply's, else the request's.
  public var sortDay: Day { received ?? asked ?? recorded.day }
}

extension Preparation.Kind {
  /// 0 for the first kind of the screen.
  public var order: Int { Preparation.Kind.allCases.firstIndex(of: self) ?? 0 }
}

extension Improvement.Effort {
  /// 0 for the smallest.
  public var order: Int { Improvement.Effort.allCases.firstIndex(of: self) ?? 0 }
}
