import DebriefModel

extension Store {
  /// How many rows of the list are looked at for those that are still open.
  static let liveReach = 60

  /// The applications with the latest activity that are still open, besides one, at most `limit`. Of
  /// the newest rows of the list only, so that it costs the same however long the archive is (A8).
  public func live(besides id: ID, now: Moment, limit: Int) throws -> [LiveApplication] {
    var found: [LiveApplication] = []
    var place = Shelf.Request.Place.top
    let window = 20
    for _ in 0..<(Store.liveReach / window) {
      let shelf = try shelf(.init(place, count: window), whole: true)
      for facts in shelf.rows where facts.application.id != id && found.count < limit {
        if let it = LiveApplication(facts, now: now) { found.append(it) }
      }
      guard found.count < limit, !shelf.atBottom, let last = shelf.rows.last else { break }
      place = .after(last.key)
    }
    return found
  }
}
