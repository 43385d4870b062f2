import DebriefModel
import GRDB

extension Store {
  /// The changes that can be taken back or done again, the latest first.
  ///
  /// - Parameters:
  ///   - number: Only those before this one; nil for all.
  ///   - limit: How many at the most.
  public func history(before number: Int? = nil, limit: Int) throws -> [PastChange] {
    try past("seq < ?", .number(number ?? .max), limit: limit)
  }

  /// The changes that ``undo(downTo:at:hidingPrivateNotes:ofOthers:expecting:)`` would take back, the
  /// latest first.
  public func standing(from number: Int) throws -> [PastChange] {
    try past("undone IS NULL AND seq >= ?", .number(number), limit: .max)
  }

  /// Whether another screen has these notes open now.
  public var isShared: Bool { seat().hasOthers }

  /// Takes a place among the screens that have these notes open, so that others see it.
  public func takeSeat() {
    _ = seat()
    if screens == nil { screens = Screens(at: path) }
  }

  private func past(_ condition: String, _ value: Binding, limit: Int) throws -> [PastChange] {
    try read { db in
      let rows = try db.all(
        """
        SELECT seq, at, title, undone, change FROM journal WHERE \(condition)
        ORDER BY seq DESC LIMIT ?
        """, value, .number(limit)
      ) { row -> (PastChange, String) in
        let (seq, at) = (try row.number(), try row.moment())
        let (title, undone) = (try row.text(), try row.momentIfAny())
        let it = PastChange(
          number: seq, at: at, title: title, undone: undone, companies: [],
          isOfOthers: isOfOthers(seq))
        return (it, try row.text())
      }
      return try rows.map { it, json in
        var it = it
        let change = try Change(outline: json)
        it.companies = try db.companies(in: change)
        it.about = change.about
        return it
      }
    }
  }
}

extension Database {
  /// The names of the applications that a change touches: as they are on file, or as it left them.
  fileprivate func companies(in change: Change) throws -> [String] {
    var known: Set<ID> = []
    var names: [String] = []
    for operation in change.operations {
      guard names.count < 3, let id = operation.entity.application else { continue }
      if case .application(let it) = operation.entity {
        if known.insert(id).inserted { names.append(it.company) }
        continue
      }
      guard !known.contains(id) else { continue }
      let name = try first("SELECT company FROM application WHERE id = ?", .id(id)) {
        try $0.text()
      }
      // Of one that is gone the name comes with the operation that deleted it.
      guard let name else { continue }
      known.insert(id)
      names.append(name)
    }
    return names
  }
}
