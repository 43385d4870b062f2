import DebriefExport
import DebriefModel

/// What a copy of a file began from, thing by thing.
struct CopyBase {
  /// It, for ``ThreeWay``.
  private(set) var rows: [ThingName: JSONTree] = [:]
  /// What the copy has deleted where nobody can tell whether that was before or after what the folder has of it: it
  /// stays.
  private(set) var unclear: [ThingName] = []

  /// The files of the folder in which the things of a copy lie.
  static func paths(of copy: Stock, beside stock: Stock) -> Set<String> {
    var paths: Set<String> = []
    for (name, row) in copy.rows where stock.rows[name] != row {
      paths.insert(FolderPlan.path(name, row))
    }
    for (name, gone) in copy.gone {
      guard let row = stock.rows[name] else { continue }
      paths.insert(FolderPlan.path(name, row))
      paths.insert(FolderPlan.path(name, owner: gone.owner))
    }
    return paths
  }

  /// Finds it among what the files of the folder held.
  ///
  /// - Parameters:
  ///   - stock: What the folder has now.
  ///   - states: What its files held, the oldest first.
  init(of copy: Stock, beside stock: Stock, among states: [Stock]) {
    for (name, row) in copy.rows {
      let there = stock.rows[name]
      // What is missing without a word was not deleted.
      if there == nil, stock.gone[name] == nil { continue }
      var versions: [JSONTree] = []
      for state in states {
        if let version = state.rows[name], !versions.contains(version) { versions.append(version) }
      }
      let last = states.last { $0.rows[name] != nil || $0.gone[name] != nil }?.rows[name]
      if row == last, there != row {
        // The copy is what this computer wrote last: the syncer has put somebody else's in its place. So it's that
        // whose beginning is looked for.
        rows[name] =
          there.map { CopyBase.nearest(to: $0, of: versions) ?? $0 }
          ?? versions.first { $0 != row } ?? row
      } else {
        rows[name] = CopyBase.nearest(to: row, of: versions)
      }
    }
    takeDeletions(of: copy, beside: stock, among: states)
  }

  /// The version that a row differs from the least. Of several it is the oldest: then what came after that one is a
  /// change of its own, and no text of it gives way.
  private static func nearest(to row: JSONTree, of versions: [JSONTree]) -> JSONTree? {
    versions.min { distance($0, row) < distance($1, row) }
  }

  /// What the copy has deleted and the folder has: it goes only if it is what it was wherever the copy may have begun.
  private mutating func takeDeletions(
    of copy: Stock, beside stock: Stock, among states: [Stock]
  ) {
    let gone = copy.gone.filter { stock.rows[$0.key] != nil }
    // A copy of what the file was before its latest state has nothing new.
    if gone.isEmpty || states.last != copy && states.contains(copy) { return }
    let begun = CopyBase.nearest(to: copy, of: states)
    for (name, note) in gone {
      let was = begun.compactMap { $0.rows[name] }
      if states.contains(where: { $0.gone[name]?.day == note.day }) || was.isEmpty {
        // Somebody has brought it back since, or never knew of it.
        unclear.append(name)
      } else {
        rows[name] = was.first { $0 != stock.rows[name] } ?? was[0]
      }
    }
    unclear.sort()
  }

  /// The states that differ the least from a copy, apart from what it has deleted.
  private static func nearest(to copy: Stock, of states: [Stock]) -> [Stock] {
    let distances = states.map { state in
      Set(state.rows.keys).union(copy.rows.keys).reduce(0) { sum, name in
        if copy.gone[name] != nil { return sum }
        return sum + distance(state.rows[name] ?? .null, copy.rows[name] ?? .null)
      }
    }
    let least = distances.min()
    return zip(states, distances).filter { $0.1 == least }.map(\.0)
  }

  /// In how many fields two rows differ.
  private static func distance(_ one: JSONTree, _ other: JSONTree) -> Int {
    let (a, b) = (one.fieldsByName, other.fieldsByName)
    return Set(a.keys).union(b.keys).count { a[$0] != b[$0] }
  }
}
