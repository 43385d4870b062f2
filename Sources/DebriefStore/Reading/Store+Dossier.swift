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
      guard let company else { return try db.all(Person.self, .person) }
      return try db.all(
        Person.self, .person, where: "company = ? COLLATE NOCASE", [.text(company)])
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
    func reread<T: Stored>(
      _ part: WritableKeyPath<Dossier, [T]>, _ kind: Entity.Kind
    ) throws {
      guard stale.contains(kind) else { return }
      dossier[keyPath: part] = try all(T.self, kind, where: "application = ?", [.id(id)])
    }
    try reread(\.interviews, .interview)
    try reread(\.events, .event)
    try reread(\.turns, .turn)
    try reread(\.findings, .finding)
    try reread(\.feedback, .feedback)
    try reread(\.debriefs, .debrief)
    try reread(\.responses, .response)
    try reread(\.improvements, .improvement)
    try reread(\.letters, .letter)
    try reread(\.forecasts, .forecast)
    try reread(\.notes, .note)
    try reread(\.preparations, .preparation)
    try reread(\.marks, .mark)
    let naming: Set<Entity.Kind> = [
      .application, .person, .interview, .event, .feedback, .letter, .turn,
    ]
    if !stale.isDisjoint(with: naming) {
      dossier.people = []
      try every(Person.self, .person, "id", Array(dossier.named)) { dossier.people.append($0) }
      // Who is on file at the company may get a letter, also before any round or fact names them.
      let there = try all(
        Person.self, .person, where: "company = ? COLLATE NOCASE ORDER BY name, id LIMIT 60",
        [.text(dossier.application.company)])
      let known = Set(dossier.people.map(\.id))
      dossier.people += there.filter { !known.contains($0.id) }
    }
    dossier.sort()
    return true
  }
}

extension Dossier {
  /// Everyone its parts name.
  fileprivate var named: Set<ID> {
    var ids = Set(interviews.flatMap(\.people))
    ids.formUnion(events.compactMap(\.person))
    ids.formUnion(feedback.compactMap(\.person))
    ids.formUnion(letters.compactMap(\.to))
    ids.formUnion(turns.compactMap(\.person))
    return ids
  }
}
