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
  /// The reviews of its cards of the drill, by day.
  public var reviews: [CardReview] = []
  /// What belongs to it and has no list of its own here.
  private var others: [Entity.Kind: [Entity]] = [:]
  /// When silence is proposed.
  public var patience = Patience()

  /// A dossier with nothing but its application.
  public init(_ application: Application) { self.application = application }

  /// How it stands at a moment.
  public func status(now: Moment) -> Status {
    Status(events: events, interviews: interviews, now: now, patience: patience)
  }

  /// Puts every list in the order in which it is shown.
  public mutating func sort() {
    func put<N: Noun>(_ type: N.Type, _ it: inout Dossier) {
      if let place = N.place {
        it[keyPath: place].sort(by: N.inOrder)
      } else if N.shape.liesWithApplication {
        it[type].sort(by: N.inOrder)
      }
    }
    for kind in Dossier.kinds { put(kind.type, &self) }
    // Somebody may be on file at two companies: a name means first whoever is at this one.
    let own = application.company.lowercased()
    people.sort { a, b in
      if a.name != b.name { return a.name < b.name }
      let isOwn = (a.company.lowercased() == own, b.company.lowercased() == own)
      return isOwn.0 == isOwn.1 ? a.id < b.id : isOwn.0
    }
  }

  /// The person of that id, when on file.
  public func person(_ id: ID?) -> Person? { people.first { $0.id == id } }

  /// The debrief the wizard works on: the latest.
  public var debrief: Debrief? { debriefs.last }
}

extension Dossier {
  /// The nouns of which it has lists, owners before what belongs to them.
  public static let kinds = Entity.Kind.allCases.filter { kind in
    func isHere<N: Noun>(_ type: N.Type) -> Bool {
      N.place != nil || N.shape.liesWithApplication
    }
    return isHere(kind.type)
  }

  /// Those of a noun in it.
  public subscript<N: Noun>(_ type: N.Type) -> [N] {
    get {
      if let place = N.place { return self[keyPath: place] }
      return (others[N.kind] ?? []).compactMap { $0.noun as? N }
    }
    set {
      if let place = N.place {
        self[keyPath: place] = newValue
      } else {
        others[N.kind] = newValue.isEmpty ? nil : newValue.map(\.entity)
      }
    }
  }

  /// The application and all that belongs to it, the application first. People belong to nobody.
  public var entities: [Entity] {
    func list<N: Noun>(_ type: N.Type) -> [Entity] {
      N.kind == .person ? [] : self[type].map(\.entity)
    }
    return [.application(application)] + Dossier.kinds.flatMap { list($0.type) }
  }

  /// The same with everything in it passed through a rewriting.
  public func rewritten(_ rewriting: Rewriting) -> Dossier {
    var next = self
    func put<N: Noun>(_ type: N.Type) { next[type] = self[type].map { $0.rewritten(rewriting) } }
    next.application = application.rewritten(rewriting)
    for kind in Dossier.kinds { put(kind.type) }
    return next
  }
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
