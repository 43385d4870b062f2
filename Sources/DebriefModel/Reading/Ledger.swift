/// As much of an application's facts as its status follows from: short enough to be kept beside its
/// row of the list, so that a list of thousands is read in one stretch. It is a copy for speed; the
/// events and the rounds stay the truth.
public struct Ledger: Hashable, Sendable {
  /// An event without its words.
  public struct Entry: Hashable, Sendable {
    var kind: Event.Kind
    /// Where it stands among the others, as ``Event/placedOn`` says.
    var placedOn: Day
    /// Whether nobody noted the day.
    var isUndated = false
    /// The day, when known.
    var known: Day? { isUndated ? nil : placedOn }
  }
  /// A round as the status sees it.
  public struct Round: Hashable, Sendable {
    var number: Int
    var kind: Interview.Kind
    /// The day it was set for, when known.
    var day: Day?
    /// The moment it was set for, in seconds since 1970, when its hour is known.
    var hour: Int?
    /// Whether an event says that it was held.
    var isHeld = false
    /// Whether the application ended before it could begin.
    var isOff = false
  }
  /// How far the latest debrief has come.
  public struct Progress: Hashable, Sendable {
    /// Required items answered or skipped.
    public var done: Int
    /// Required items that apply.
    public var total: Int
    /// Where it stands.
    public var standing: Standing
  }

  var entries: [Entry] = []
  var rounds: [Round] = []
  /// The latest debrief, if there is one.
  public var progress: Progress?

  /// What happened, and when, in the order of days; without a day where nobody noted it.
  public var facts: [(kind: Event.Kind, on: Day?)] { entries.map { ($0.kind, $0.known) } }
  /// The day of each round; nil for one without.
  public var roundDays: [Day?] { rounds.map(\.day) }

  /// Reads the facts. `events` in the order of days, `interviews` in that of rounds.
  public init(events: [Event], interviews: [Interview], debrief: Debrief? = nil) {
    entries = events.map { Entry(kind: $0.kind, placedOn: $0.placedOn, isUndated: $0.known == nil) }
    rounds = interviews.map { Round($0, events) }
    progress = debrief.map {
      Progress(done: $0.done, total: $0.total, standing: $0.standing(events))
    }
  }
}

extension Ledger {
  /// The day of the last no up to a day, else of the last round that was held by then.
  public func since(_ day: Day) -> Day? {
    let end = Moment(seconds: day.adding(days: 1).number * 86400 - 1)
    return entries.last { $0.kind == .refused && $0.known.map { $0 <= day } ?? false }?.known
      ?? rounds.filter { $0.day.map { $0 <= day } ?? false && $0.standing(now: end) == .held }
      .compactMap(\.day).max()
  }
}

// The text: one part a fact, `a20512` for an event (the letter of its kind, the number of its day), `a20512?`
// for one whose day nobody noted,
// `R1b20512@1772274600` or `R1b20512` or `R1b` for a round, with the second it was set for or without,
// `H…` for one that was held, `R…!` for one that the end came before, `D3/17` for the debrief,
// `C17/17` for one that is closed, `S5/5` while it rests, `N17/17` when a reply opened it again.
extension Ledger {
  /// As the store keeps it.
  public var text: String {
    var text = ""
    for entry in entries {
      text += entry.kind.letter + String(entry.placedOn.number) + (entry.isUndated ? "?" : "")
    }
    for round in rounds {
      text += (round.isHeld ? "H" : "R") + String(round.number) + round.kind.letter
      if let day = round.day { text += String(day.number) }
      if let hour = round.hour { text += "@" + String(hour) }
      if round.isOff { text += "!" }
    }
    if let it = progress { text += Ledger.sign(it.standing) + "\(it.done)/\(it.total)" }
    return text
  }

  private static func sign(_ standing: Standing) -> String {
    switch standing {
    case .open: "D"
    case .closed: "C"
    case .resting: "S"
    case .replied: "N"
    }
  }

  /// Reads what ``text`` wrote; nil for anything else.
  public init?(text bytes: UnsafeBufferPointer<UInt8>) {
    var reader = LedgerReader(bytes: bytes)
    entries.reserveCapacity(8)
    while let sign = reader.next() {
      switch sign {
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        guard let kind = Ledger.events[Int(sign)], let day = reader.number() else { return nil }
        let isUndated = reader.takes(UInt8(ascii: "?"))
        entries.append(Entry(kind: kind, placedOn: Day(number: day), isUndated: isUndated))
      case UInt8(ascii: "R"), UInt8(ascii: "H"):
        guard let number = reader.number(), let letter = reader.next(),
          let kind = Ledger.rounds[Int(letter)]
        else { return nil }
        var round = Round(
          number: number, kind: kind, day: reader.number().map { Day(number: $0) })
        round.isHeld = sign == UInt8(ascii: "H")
        if reader.takes(UInt8(ascii: "@")) {
          guard let hour = reader.number() else { return nil }
          round.hour = hour
        }
        round.isOff = reader.takes(UInt8(ascii: "!"))
        rounds.append(round)
      case UInt8(ascii: "C"), UInt8(ascii: "D"), UInt8(ascii: "S"), UInt8(ascii: "N"):
        guard let done = reader.number(), reader.next() == UInt8(ascii: "/"),
          let total = reader.number()
        else { return nil }
        let standing: Standing =
          switch sign {
          case UInt8(ascii: "C"): .closed
          case UInt8(ascii: "S"): .resting
          case UInt8(ascii: "N"): .replied
          default: .open
          }
        progress = Progress(done: done, total: total, standing: standing)
      default: return nil
      }
    }
  }

  /// The kinds by the bytes of their letters.
  private static let events = byLetter(Event.Kind.allCases.map { ($0, $0.letter) })
  private static let rounds = byLetter(Interview.Kind.allCases.map { ($0, $0.letter) })

  private static func byLetter<Kind>(_ kinds: [(Kind, String)]) -> [Kind?] {
    var table = [Kind?](repeating: nil, count: 256)
    for (kind, letter) in kinds { for byte in letter.utf8 { table[Int(byte)] = kind } }
    return table
  }
}

// A letter belongs to its kind by name, wherever that stands among the others: what is on file is read
// by it. A new kind takes one that no kind ever had; none is ever given to another.

extension Event.Kind {
  /// What stands for it in the text of a ledger.
  var letter: String {
    switch self {
    case .applied: "a"
    case .acknowledged: "b"
    case .invited: "c"
    case .held: "d"
    case .thanked: "e"
    case .promised: "f"
    case .chased: "g"
    case .refused: "h"
    case .silent: "i"
    case .withdrew: "j"
    case .offered: "k"
    case .accepted: "l"
    case .declined: "m"
    case .feedbackAsked: "n"
    case .feedbackReceived: "o"
    case .reopened: "p"
    case .debriefClosed: "q"
    }
  }
}

extension Interview.Kind {
  /// What stands for it in the text of a ledger.
  var letter: String {
    switch self {
    case .screening: "a"
    case .technical: "b"
    case .panel: "c"
    case .manager: "d"
    case .final: "e"
    case .other: "f"
    }
  }
}

/// Signs and numbers from left to right.
private struct LedgerReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var place = 0

  mutating func next() -> UInt8? {
    guard place < bytes.count else { return nil }
    defer { place += 1 }
    return bytes[place]
  }

  /// Passes over a sign; false when another one stands here.
  mutating func takes(_ sign: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == sign else { return false }
    place += 1
    return true
  }

  /// The number that stands here, if one does.
  mutating func number() -> Int? {
    var at = place
    let isNegative = at < bytes.count && bytes[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    let first = at
    var value = 0
    while at < bytes.count, at - first < 15, bytes[at] >= 48, bytes[at] <= 57 {
      value = value * 10 + Int(bytes[at] - 48)
      at += 1
    }
    guard at > first else { return nil }
    place = at
    return isNegative ? -value : value
  }
}

/// A row of the list of all applications: what its columns show, and nothing more.
public struct Glance: Hashable, Sendable {
  /// The application.
  public var id: ID
  /// The employer.
  public var company: String
  /// The job.
  public var role: String
  /// What its status follows from.
  public var ledger: Ledger
  /// When silence is proposed.
  public var patience: Patience

  /// Makes a row.
  public init(id: ID, company: String, role: String, ledger: Ledger, patience: Patience) {
    self.id = id
    self.company = company
    self.role = role
    self.ledger = ledger
    self.patience = patience
  }

  /// How it stands at a moment.
  public func status(now: Moment) -> Status { Status(ledger, now: now, patience: patience) }
}
