import DebriefModel

/// Very many things in an order, each by its id and with the text that a search finds of it, for as much
/// of these as there is room: the rest is read again. Two hundred thousand take twelve megabytes.
struct Trail {
  /// So many bytes of texts are kept, and only short ones: to read a row again costs the same for any.
  private static let room = 3 << 20
  private static let short = 100
  private static let kinds = Entity.Kind.allCases
  private static let numbers = Dictionary(
    uniqueKeysWithValues: kinds.enumerated().map { ($0.element, UInt8($0.offset)) })

  /// A thing that was put in.
  struct Thing {
    var kind: Entity.Kind
    var id: ID
    /// The application it belongs to.
    var application: ID?
    /// The moment that dates it; the least there is for what has none.
    var seconds: Int
    /// What a search finds of it; nil where it was not kept.
    var text: (title: String, body: String)?
  }

  private struct Place {
    var seconds: Int
    /// Where it is written: a byte for its kind, its owner, its id, whether its text is kept, and that.
    var start: Int
  }

  private var places: [Place] = []
  private var bytes = ByteBlocks()
  private var textBytes = 0

  /// How many there are.
  var count: Int { places.count }

  /// Adds a thing; what has no moment comes first.
  ///
  /// - Parameter owner: The number of the application it belongs to.
  mutating func append(
    _ entity: Entity, of owner: UInt32, text: (title: String, body: String)? = nil
  ) {
    let id = entity.id.text
    let size = text.map { $0.title.utf8.count + $0.body.utf8.count } ?? 0
    let isKept = text != nil && size <= Trail.short && textBytes + size <= Trail.room
    let start = bytes.begin(
      1 + 5 * ByteBlocks.number + id.utf8.count + (isKept ? size : 0))
    bytes.add(Trail.numbers[entity.kind] ?? 0)
    bytes.add(Int(owner))
    bytes.add(id.utf8.count)
    bytes.add(id)
    bytes.add(isKept ? 1 : 0)
    if isKept, let text {
      textBytes += size
      bytes.add(text.title.utf8.count)
      bytes.add(text.title)
      bytes.add(text.body.utf8.count)
      bytes.add(text.body)
    }
    places.append(Place(seconds: entity.moment?.seconds ?? .min, start: start))
  }

  /// Puts them in the order of time; where that is equal they stay in the order in which they came.
  mutating func sort() {
    places.sort { ($0.seconds, $0.start) < ($1.seconds, $1.start) }
  }

  /// Puts them in the order of kinds, and within one in that of the applications they belong to.
  mutating func sort(by owners: Owners) {
    let ranks = owners.ranks
    let bytes = bytes
    func key(_ place: Place) -> (UInt8, Int, Int) {
      var reader = bytes.reader(at: place.start)
      return (reader.byte(), ranks[reader.number()], place.start)
    }
    places.sort { key($0) < key($1) }
  }

  /// Shows each.
  func forEach(_ owners: Owners, _ body: (Thing) throws -> Void) rethrows {
    for place in places {
      var reader = bytes.reader(at: place.start)
      func text() -> String { reader.text(reader.number()) }
      let kind = Trail.kinds[Int(reader.byte())]
      let owner = owners.id(UInt32(reader.number()))
      var thing = Thing(kind: kind, id: ID(text()), application: owner, seconds: place.seconds)
      if reader.number() == 1 { thing.text = (text(), text()) }
      try body(thing)
    }
  }
}

/// The applications that things belong to, by numbers: one look at an id for each thing.
struct Owners {
  private var ids: [ID] = []
  private var numbers: [ID: UInt32] = [:]
  private var last: (id: ID, number: UInt32)?

  /// The number of an application, from 1; 0 for what belongs to none.
  mutating func number(_ id: ID?) -> UInt32 {
    guard let id else { return 0 }
    // What belongs together mostly comes together.
    if let last, last.id == id { return last.number }
    let next = UInt32(ids.count + 1)
    let number = numbers[id] ?? next
    if number == next {
      ids.append(id)
      numbers[id] = number
    }
    last = (id, number)
    return number
  }

  /// The application of a number.
  func id(_ number: UInt32) -> ID? { number == 0 ? nil : ids[Int(number) - 1] }

  /// The place of each number in the order of ids.
  var ranks: [Int] {
    var ranks = [Int](repeating: 0, count: ids.count + 1)
    for (rank, place) in ids.indices.sorted(by: { ids[$0] < ids[$1] }).enumerated() {
      ranks[place + 1] = rank + 1
    }
    return ranks
  }
}
