import DebriefModel

/// The days that rejections name which come in from elsewhere: "apply again in six months" comes back in the
/// agenda as if it had been typed (A66, A94). A document that a debrief has worked on has its own.
struct NamedDays {
  /// How long ago a rejection may be for a day it names to be still ahead, and how many are looked at.
  private static let (days, most) = (400, 500)

  private let today: Day
  private var refused: [Event] = []
  private var isWorkedOn = false

  init(today: Day) { self.today = today }

  /// Looks at a thing that comes in.
  mutating func add(_ entity: Entity) {
    switch entity {
    case .mark, .debrief, .response: isWorkedOn = true
    case .event(let it)
    where it.kind == .refused && !it.words.isEmpty && refused.count < NamedDays.most
      && it.known.map({ $0.days(to: today) <= NamedDays.days }) ?? true:
      refused.append(it)
    default: break
    }
  }

  /// What brings the days back, the same however often the document comes in; `reader` is asked for where
  /// there are words to read.
  func marks(_ reader: () -> RefusalReader) -> [Entity] {
    guard !isWorkedOn, !refused.isEmpty else { return [] }
    let reader = reader()
    return refused.flatMap { event in
      let reading = event.reading { reader.read($0, on: $1) }
      return Recipe.noted(reading, in: event, known: [], now: event.recorded).map(\.entity)
    }
  }
}
