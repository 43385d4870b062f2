import DebriefModel

/// Very many things in an order, each by its id: two hundred thousand take eight megabytes.
struct Trail {
  private struct Place {
    var seconds: Int
    var start: Int
    var length: Int32
    var kind: UInt8
  }
  private static let kinds = Entity.Kind.allCases
  private static let numbers = Dictionary(
    uniqueKeysWithValues: kinds.enumerated().map { ($0.element, UInt8($0.offset)) })

  private var places: [Place] = []
  private var ids: [UInt8] = []

  /// How many there are.
  var count: Int { places.count }

  /// Adds a thing with the moment that dates it; what has none comes first.
  mutating func append(_ entity: Entity) {
    let start = ids.count
    ids += entity.id.text.utf8
    places.append(
      Place(
        seconds: entity.moment?.seconds ?? .min, start: start, length: Int32(ids.count - start),
        kind: Trail.numbers[entity.kind] ?? 0))
  }

  /// Puts them in the order of time; where that is equal they stay in the order in which they came.
  mutating func sort() {
    places.sort { ($0.seconds, $0.start) < ($1.seconds, $1.start) }
  }

  /// Shows each.
  func forEach(_ body: (Entity.Kind, ID) throws -> Void) rethrows {
    for place in places {
      let id = ids[place.start..<(place.start + Int(place.length))]
      try body(Trail.kinds[Int(place.kind)], ID(String(decoding: id, as: UTF8.self)))
    }
  }
}
