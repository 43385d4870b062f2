/// What a ledger already says about how an application ended, before something else is put there.
/// Facts are never struck, so what is written down twice by accident would stay in sight for good;
/// a second outcome that is meant, such as an offer after a no, is put after the first.
public enum Precedent: Hashable, Sendable {
  /// The very same is there.
  case onFile(Event)
  /// Another one stands, which this one does not naturally follow.
  case decided(Event)

  /// What another outcome meets in a dossier; nil when nothing speaks against it.
  public init?(_ ending: Recipe.Ending, on day: Day, words: String, in dossier: Dossier) {
    let events = dossier.events.sorted { ($0.on, $0.recorded, $0.id) < ($1.on, $1.recorded, $1.id) }
    if let same = events.last(where: {
      $0.kind == ending.event && $0.on == day && (words.isEmpty || $0.words == words)
    }), events.last(where: \.isDeciding) == same {
      self = .onFile(same)
      return
    }
    guard let last = events.last(where: \.isDeciding), last.kind != .reopened else { return nil }
    let follows: Set<Event.Kind> =
      switch last.kind {
      case .silent: [.refused, .withdrew, .offered, .accepted]
      case .offered: [.refused, .withdrew, .accepted]
      default: []
      }
    if follows.contains(ending.event) { return nil }
    self = .decided(last)
  }

  /// `On file: turned down, Sun 15 March 2026.`
  public var sentence: String {
    switch self {
    case .onFile(let it): "On file already: \(it.kind.label), \(it.on.long)."
    case .decided(let it): "On file: \(it.kind.label), \(it.on.long)."
    }
  }
}

extension Event {
  /// Whether it says how the application stands.
  var isDeciding: Bool {
    switch kind {
    case .refused, .silent, .withdrew, .offered, .accepted, .declined, .reopened: true
    default: false
    }
  }
}
