/// One time the user wrote to a company or called it.
public struct Outreach: Hashable, Sendable {
  /// The day.
  public var day: Day
  /// To whom, when they are on file.
  public var person: ID?
  /// Makes one.
  public init(_ day: Day, person: ID? = nil) {
    self.day = day
    self.person = person
  }
}

/// How often the user wrote to one company lately (A90). It is counted and said, never enforced.
public struct ContactBudget: Hashable, Sendable {
  /// The contacts within the window, the latest first.
  public var contacts: [Outreach]
  /// How many are easy to receive.
  public var most: Int
  /// The days that were counted.
  public var days: Int

  /// The facts of a ledger that are a contact the user made.
  public static let kinds: Set<Event.Kind> = [.thanked, .chased, .feedbackAsked]

  /// Counts the letters and facts of one company: of this application and of its others.
  public init(
    _ dossier: Dossier, elsewhere: [Outreach], _ settings: LetterSettings, today: Day
  ) {
    most = settings.budget
    days = settings.days
    let first = today.adding(days: -settings.days)
    let all = ContactBudget.contacts(events: dossier.events, letters: dossier.letters) + elsewhere
    contacts = all.filter { $0.day > first && $0.day <= today }.sorted {
      ($1.day, $1.person ?? ID("")) < ($0.day, $0.person ?? ID(""))
    }
  }

  /// The contacts of one application. A letter and the fact it left in the ledger are one contact, and
  /// so are the thanks of one day: a note to each who took part is what is asked for (A57).
  public static func contacts(events: [Event], letters: [Letter]) -> [Outreach] {
    var thanked: Set<Day> = []
    // One of a day that nobody noted may lie as long ago as any.
    var facts = events.compactMap { event -> (event: Event, day: Day)? in
      guard kinds.contains(event.kind), let day = event.known,
        event.kind != .thanked || thanked.insert(day).inserted
      else { return nil }
      return (event, day)
    }
    var found = facts.map { Outreach($0.day, person: $0.event.person) }
    for letter in letters where letter.isSent {
      guard let day = letter.sent else { continue }
      if letter.letterKind?.fact(.waiting) == .thanked {
        if thanked.insert(day).inserted { found.append(Outreach(day, person: letter.to)) }
        continue
      }
      let own = facts.firstIndex {
        $0.event.kind != .thanked && $0.day == day
          && ($0.event.person == letter.to || $0.event.person == nil || letter.to == nil)
      }
      if let own {
        facts.remove(at: own)
      } else {
        found.append(Outreach(day, person: letter.to))
      }
    }
    return found
  }

  /// Whether one more would be too many.
  public var isSpent: Bool { contacts.count >= most }

  /// What to say before another letter; nil while there is room.
  public func warning(_ company: String) -> String? {
    guard isSpent else { return nil }
    let times = contacts.count == 1 ? "once" : "\(contacts.count) times"
    return "You've contacted \(company) \(times) in \(days) days. One more may feel pushy."
  }
}
