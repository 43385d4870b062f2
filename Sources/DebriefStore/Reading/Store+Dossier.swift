import DebriefModel
import GRDB

extension Store {
  /// Everything of one application, in the order in which it is shown; nil when it is gone.
  ///
  /// What was read before and is still so is not read again: after a change of one finding that is
  /// the findings, as long as no other process has written.
  public func dossier(_ id: ID) throws -> Dossier? {
    let found = try read { db -> HeldDossier? in
      let version = try db.first("PRAGMA data_version") { try $0.number() } ?? 0
      var stale = Set(Entity.Kind.allCases)
      var dossier: Dossier
      if let held, held.dossier.application.id == id, held.version == version {
        (dossier, stale) = (held.dossier, held.stale)
      } else {
        dossier = Dossier(Application(id: id, created: Moment(seconds: 0)))
        dossier.patience = patience
      }
      guard try db.refresh(&dossier, stale) else { return nil }
      return HeldDossier(dossier: dossier, version: version, stale: [])
    }
    held = found
    return found?.dossier
  }

  /// The people on file, by name; of one company when it is named.
  public func people(company: String? = nil) throws -> [Person] {
    let people = try read { db in
      guard let company else { return try db.all(Person.self) }
      return try db.all(
        Person.self, where: "company = ? COLLATE NOCASE", [.text(company)])
    }
    return people.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }
}

/// An application as it was read, and what of it a change of ours has touched since.
struct HeldDossier {
  var dossier: Dossier
  /// SQLite's `data_version` at the time: another one means that another process wrote.
  var version: Int
  var stale: Set<Entity.Kind>

  /// The same after a change that was carried out.
  func after(_ change: Change) -> HeldDossier {
    var after = self
    after.stale.formUnion(change.operations.map(\.entity.kind))
    return after
  }
}

extension Database {
  /// Reads the kinds that are stale; false when the application is gone.
  fileprivate func refresh(_ dossier: inout Dossier, _ stale: Set<Entity.Kind>) throws -> Bool {
    let id = dossier.application.id
    if stale.contains(.application) {
      guard case .application(let it)? = try load(.application, id) else { return false }
      dossier.application = it
    }
    func reread<N: Noun>(_ type: N.Type) throws {
      dossier[type] = try all(type, where: "application = ?", [.id(id)])
    }
    for kind in Dossier.kinds where kind != .person && stale.contains(kind) {
      try reread(kind.type)
    }
    if stale.contains(where: { $0 == .application || $0 == .person || $0.type.namesPeople }) {
      dossier.people = try peopleAround(dossier)
    }
    dossier.sort()
    return true
  }

  /// The people that an application names, and those on file at its company.
  func peopleAround(_ dossier: Dossier) throws -> [Person] {
    var people: [Person] = []
    try every(Person.self, "id", Array(dossier.named)) { people.append($0) }
    // Who is on file at the company may get a letter, also before any round or fact names them.
    let there = try all(
      Person.self, where: "company = ? COLLATE NOCASE ORDER BY name, id LIMIT 60",
      [.text(dossier.application.company)])
    let known = Set(people.map(\.id))
    return people + there.filter { !known.contains($0.id) }
  }
}

extension Dossier {
  /// Everyone its parts name.
  var named: Set<ID> {
    var ids: Set<ID> = []
    func add<N: Noun>(_ type: N.Type) {
      guard N.shape.namesPeople else { return }
      for noun in self[type] { ids.formUnion(N.shape.people(in: noun)) }
    }
    for kind in Dossier.kinds { add(kind.type) }
    return ids
  }
}
