/// Merges what two computers made of one state, thing by thing and field by field. Which of the two is ours
/// matters only where there can be one value: of texts, lists and deletions it makes no difference.
public struct ThreeWay {
  /// What both changed, and what became of it.
  public struct Clash: Hashable, Sendable {
    /// What became of it.
    public enum Outcome: String, Hashable, Sendable {
      /// Both texts are in the field.
      case both
      /// There can be only one value, and ours stands.
      case ours
      /// There can be only one value, and the later one stands.
      case later
      /// It was deleted by one and changed by the other, so that it is there.
      case cameBack
      /// It was deleted by one, and whether it was changed since nobody can tell, so that it is there.
      case stays
    }
    /// Which thing.
    public var name: ThingName
    /// Which property; empty for the whole thing.
    public var field: String
    /// What became of it.
    public var outcome: Outcome
    /// The value that did not stay, so that it can be put back by hand; empty where both did, or where it was
    /// chosen from a list.
    public var other = ""

    /// Names a clash.
    public init(_ name: ThingName, field: String, _ outcome: Outcome, other: String = "") {
      (self.name, self.field, self.outcome, self.other) = (name, field, outcome, other)
    }
  }

  /// What came of it.
  public private(set) var stock = Stock()
  /// What both changed.
  public private(set) var clashes: [Clash] = []

  private let base: [ThingName: JSONTree]

  /// Merges.
  ///
  /// - Parameters:
  ///   - base: What both began from; a thing without content (`null`) was there, and what it was is not
  ///     known any more.
  ///   - ours: What we made of it.
  ///   - theirs: What they made of it.
  ///   - today: The day of what is deleted without a note of the day.
  public init(base: [ThingName: JSONTree], ours: Stock, theirs: Stock, today: String? = nil) {
    self.base = base
    let (one, other) = (revived(ours, by: theirs), revived(theirs, by: ours))
    var names = Set(one.rows.keys).union(other.rows.keys).union(base.keys)
    names.formUnion(one.gone.keys)
    names.formUnion(other.gone.keys)
    for name in names {
      if let row = merged(name, one.rows[name], other.rows[name]) {
        stock.rows[name] = row
      } else if let gone = Stock.Gone.earlier(one.gone[name], other.gone[name]) {
        stock.gone[name] = gone
      } else if let today, let was = base[name] {
        stock.gone[name] = Stock.Gone(day: today, owner: Stock.owner(name, was))
      }
    }
    unite(one, other)
    clashes.sort {
      ($0.name, $0.field, $0.outcome.rawValue) < ($1.name, $1.field, $1.outcome.rawValue)
    }
  }

  /// What was deleted with its application comes back with it where the other side went on writing there.
  private mutating func revived(_ side: Stock, by other: Stock) -> Stock {
    let kind = Entity.Kind.application.rawValue
    let missed = base.keys.filter {
      $0.kind == kind && side.rows[$0] == nil && other.rows[$0] != nil && base[$0] != .null
    }
    if missed.isEmpty { return side }
    let ids = Set(missed.map(\.id))
    var written: Set<String> = []
    for (name, row) in other.rows where row != base[name] {
      if let owner = Stock.owner(name, row), ids.contains(owner) { written.insert(owner) }
    }
    var side = side
    for (name, row) in base where row != .null && side.rows[name] == nil {
      guard let owner = Stock.owner(name, row), written.contains(owner) else { continue }
      side.rows[name] = row
      side.gone[name] = nil
    }
    clashes += written.map { Clash(ThingName(kind, $0), field: "", .cameBack) }
    return side
  }

  /// What becomes of one thing; nil when it is gone, or moved elsewhere.
  private mutating func merged(
    _ name: ThingName, _ ours: JSONTree?, _ theirs: JSONTree?
  ) -> JSONTree? {
    let was = base[name]
    switch (ours, theirs) {
    case (nil, nil): return nil
    case (let it?, nil):
      if it == was { return nil }
    case (nil, let it?):
      if it == was || was == .null { return nil }
    case (let ours?, let theirs?):
      if ours == theirs { return theirs }
      var fields = FieldsThreeWay(name, base: was, ours: ours, theirs: theirs)
      let row = fields.merged()
      clashes += fields.clashes
      return row
    }
    if was != nil, was != .null { clashes.append(Clash(name, field: "", .cameBack)) }
    return ours ?? theirs
  }

  // MARK: What two computers began at once

  /// Makes one of what both sides began for themselves: an open debrief of one ending, an answer to one
  /// question.
  private mutating func unite(_ ours: Stock, _ theirs: Stock) {
    func isApart(_ a: ThingName, _ b: ThingName) -> Bool {
      func stands(_ name: ThingName, _ side: Stock) -> Bool { side.rows[name] != nil }
      return stands(a, ours) && !stands(a, theirs) && stands(b, theirs) && !stands(b, ours)
        || stands(a, theirs) && !stands(a, ours) && stands(b, ours) && !stands(b, theirs)
    }
    for (kept, lost) in pairs(.debrief, isApart, sameDebrief) {
      take(lost, into: kept, "started")
      for (name, row) in stock.rows where row["debrief"] == .text(lost.id) {
        stock.rows[name] = row.with("debrief", .text(kept.id))
      }
    }
    for (kept, lost) in pairs(.response, isApart, sameQuestion) {
      take(lost, into: kept, "answered")
    }
  }

  /// Those of a kind of which each side has one: the one with the smaller id is kept.
  private func pairs(
    _ kind: Entity.Kind, _ isApart: (ThingName, ThingName) -> Bool,
    _ same: (JSONTree, JSONTree) -> Bool
  ) -> [(kept: ThingName, lost: ThingName)] {
    let new = stock.rows.keys.filter { $0.kind == kind.rawValue && base[$0] == nil }.sorted()
    if new.count < 2 { return [] }
    var found: [(ThingName, ThingName)] = []
    var taken: Set<ThingName> = []
    let byOwner = Dictionary(grouping: new) { Stock.owner($0, stock.rows[$0]) ?? "" }
    for (_, names) in byOwner.sorted(by: { $0.key < $1.key }) where names.count > 1 {
      for (place, kept) in names.enumerated() where !taken.contains(kept) {
        for lost in names[(place + 1)...] where !taken.contains(lost) && isApart(kept, lost) {
          guard let a = stock.rows[kept], let b = stock.rows[lost], same(a, b) else { continue }
          found.append((kept, lost))
          taken.formUnion([kept, lost])
          break
        }
      }
    }
    return found
  }

  private func sameQuestion(_ a: JSONTree, _ b: JSONTree) -> Bool {
    a["debrief"] == b["debrief"] && a["item"] == b["item"]
  }

  private func sameDebrief(_ a: JSONTree, _ b: JSONTree) -> Bool {
    guard a["branch"] == b["branch"], a["closed"] == nil, b["closed"] == nil,
      let one = a.moment("started"), let other = b.moment("started")
    else { return false }
    return abs(one.seconds - other.seconds) < 86_400
  }

  private mutating func take(_ lost: ThingName, into kept: ThingName, _ dated: String) {
    guard let ours = stock.rows[kept], let other = stock.rows[lost] else { return }
    let theirs = other.with("id", .text(kept.id))
    if ours != theirs {
      var fields = FieldsThreeWay(kept, base: nil, ours: ours, theirs: theirs)
      stock.rows[kept] = fields.merged()
      clashes += fields.clashes
    }
    stock.rows[lost] = nil
    let day = other.moment(dated)?.asWritten.day.description ?? ""
    stock.gone[lost] = Stock.Gone(day: day, owner: Stock.owner(lost, other))
  }
}

extension JSONTree {
  /// The moment in a field.
  func moment(_ field: String) -> Moment? {
    guard case .text(let text)? = self[field] else { return nil }
    return Moment(iso: text)
  }
}
