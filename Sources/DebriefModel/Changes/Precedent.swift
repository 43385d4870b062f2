/// What a ledger already says about how an application ended, before something else is put there.
/// Facts are never struck, so what is written down twice by accident would stay in sight for good;
/// a second outcome that is meant, such as an offer after a no, stands where its day puts it.
public enum Precedent: Hashable, Sendable {
  /// The very same is there.
  case onFile(Event)
  /// Another one stands, which this one does not naturally follow.
  case decided(Event)
  /// Another one came later, and stays what holds.
  case later(Event)

  /// What another outcome meets in a dossier; nil when nothing speaks against it.
  public init?(
    _ ending: Recipe.Ending, on day: Day, words: String, tone: Tone? = nil, in dossier: Dossier
  ) {
    let events = dossier.decisions
    let before = events.last { $0.placedOn <= day }
    let after = events.first { $0.placedOn > day }
    // The same once more, on whichever day: it would decide anew only behind something else. Other
    // words, or the note it ended on, are something else to keep.
    for beside in [before, after] {
      if let beside, beside.kind == ending.event, words.isEmpty || beside.words == words,
        tone == nil || beside.tone == tone
      {
        self = .onFile(beside)
        return
      }
    }
    if let after, after.kind != .reopened, let last = events.last {
      self = .later(last)
      return
    }
    // What has ended may be open again, whatever the end was.
    guard let last = before, last.kind != .reopened, ending != .reopened else { return nil }
    let follows: Set<Event.Kind> =
      switch last.kind {
      case .silent: [.refused, .withdrew, .offered, .accepted]
      case .offered: [.refused, .withdrew, .accepted, .declined]
      default: []
      }
    if follows.contains(ending.event) { return nil }
    self = .decided(last)
  }

  /// `Already recorded: turned down, Sun 15 March 2026.`
  public var sentence: String {
    switch self {
    case .onFile(let it): "You already recorded this: \(it.kind.label), \(it.said)."
    case .decided(let it), .later(let it): "Already recorded: \(it.kind.label), \(it.said)."
    }
  }

  /// Where it would be put, and what then holds; empty for what is not put there at all.
  public var placing: String {
    switch self {
    case .onFile: ""
    case .decided: "after it"
    case .later(let it):
      "before it. What came in\(it.known.map { " on \($0.long)" } ?? "") still counts"
    }
  }
}

extension Event {
  /// Its day as a sentence has it: `Sun 15 March 2026`, or that it has none.
  public var said: String { known?.long ?? "without a date" }
}

extension Dossier {
  /// The facts that say how the application stands, in the order of days.
  var decisions: [Event] {
    events.filter(\.isDeciding).sorted(by: Event.inOrder)
  }
}

extension Event {
  /// Whether it says how the application stands.
  public var isDeciding: Bool {
    switch kind {
    case .refused, .silent, .withdrew, .offered, .accepted, .declined, .reopened: true
    default: false
    }
  }
}
