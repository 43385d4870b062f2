import DebriefModel
import GRDB

extension Store {
  /// How many applications at one company are looked at.
  private static let twinReach = 60

  /// An application on file that one about to be added would repeat: the same company and job, and no
  /// other day of applying. The latest where there are several; nil when there is none. Through the
  /// company's index.
  public func twin(of change: Change) throws -> Application? {
    var made: Application?
    var applied: Day?
    for case .insert(let entity) in change.operations {
      switch entity {
      case .application(let it): made = it
      case .event(let it) where it.kind == .applied: applied = it.known
      default: break
      }
    }
    guard let made else { return nil }
    return try read { db in
      var others = try db.all(
        Application.self,
        where: "company = ? COLLATE NOCASE ORDER BY created DESC, id LIMIT ?",
        [.text(made.company), .number(Store.twinReach)])
      // The same name in another spelling: with marks or without, Müller or Mueller.
      for spelling in NameFolding.variants(made.company) {
        for id in try db.named(spelling, open: false) where !others.contains(where: { $0.id == id })
        {
          if case .application(let it)? = try db.load(.application, id) { others.append(it) }
        }
      }
      for other in others where other.id != made.id {
        guard
          Words(other.role).list.map({ $0.lowercased() })
            == Words(made.role).list.map({ $0.lowercased() })
        else { continue }
        let sent = try db.first(
          """
          SELECT min("on") FROM event WHERE application = ? AND kind = 'applied' AND undated IS NULL
          """,
          .id(other.id)
        ) { try $0.dayIfAny() }
        guard let applied, let sent = sent ?? nil, sent != applied else { return other }
      }
      return nil
    }
  }
}
