import DebriefModel
import GRDB

/// An application as it stood at an earlier moment.
public struct EarlierDossier: Hashable, Sendable {
  /// It as it stood; nil when it was not on file yet.
  public var dossier: Dossier?
  /// The first moment the journal still knows of, where that is later than the one that was asked for: what
  /// came before cannot be told apart any more.
  public var knownSince: Moment?
}

extension Store {
  /// An application as it stood at a moment, from what it is now and the journal backwards. What was undone
  /// only later stood at that moment, as long as it can be done again; once the next change has forgotten it, it
  /// is as if it had never been done. Private notes are in no journal, and what was purged is in none any more:
  /// neither comes back.
  ///
  /// - Parameter now: Since when changes are known where no journal is left, such as after a purge.
  public func dossier(
    _ id: ID, asOf moment: Moment, now: Moment? = nil
  ) throws -> EarlierDossier {
    try read { db in
      var past = try Past(db, id)
      // A clock may have gone back: from the first change behind the moment on all are taken back.
      var first: Int?
      try db.each("SELECT seq, at FROM journal WHERE undone IS NULL ORDER BY seq") { row in
        let (seq, at) = (try row.number(), try row.moment())
        if first == nil, at > moment { first = seq }
      }
      let oldest = try db.first("SELECT seq, at FROM journal ORDER BY seq LIMIT 1") {
        (seq: try $0.number(), at: try $0.moment())
      }
      if let first {
        let entries = try db.all(
          "SELECT seq, change FROM journal WHERE undone IS NULL AND seq >= ? ORDER BY seq DESC",
          .number(first)
        ) { (try $0.number(), try $0.text()) }
        for (seq, json) in entries { try past.takeBack(seq, json) }
      } else {
        for (seq, json) in try db.stood(at: moment) { try past.doAgain(seq, json) }
      }
      var found = EarlierDossier(dossier: try past.dossier(patience))
      // Where no change is known of that time, what is left was there before the first that is: a journal whose
      // beginning is gone, or all of which was purged and that counts from 1 again.
      if now != moment, oldest.map({ $0.at > moment }) ?? true,
        found.dossier != nil || oldest.map({ $0.seq > 1 }) == true
      {
        found.knownSince = oldest?.at ?? now ?? moment
      }
      return found
    }
  }
}

extension Database {
  /// The changes that are undone by now and stood at a moment, in their order. All of them come behind whatever
  /// stands, and the last was undone first.
  fileprivate func stood(at moment: Moment) throws -> [(seq: Int, change: String)] {
    try all("SELECT seq, change, at, undone FROM journal WHERE undone IS NOT NULL ORDER BY seq") {
      let (seq, change) = (try $0.number(), try $0.text())
      let (at, undone) = (try $0.moment(), try $0.moment())
      return (seq, change, at <= moment && undone > moment)
    }.prefix { $0.2 }.map { ($0.0, $0.1) }
  }
}

/// The things of an application while changes are taken back, the latest first.
private struct Past {
  private let db: Database
  private let id: ID
  private var things: [Entity.Kind: [ID: Entity]] = [:]
  /// People as they were, where a change touched them; nil for those who were not on file.
  private var people: [ID: Person?] = [:]
  /// Everything a change touched, also of other applications, as it was by then.
  private var around: LongEdit.Around

  init(_ db: Database, _ id: ID) throws {
    (self.db, self.id) = (db, id)
    around = LongEdit.Around(db)
    func read<N: Noun>(_ type: N.Type) throws {
      for it in try db.all(type, where: "application = ?", [.id(id)]) { put(it.entity) }
    }
    if let it = try db.load(.application, id) { put(it) }
    for kind in Dossier.kinds where kind != .person { try read(kind.type) }
  }

  private mutating func put(_ entity: Entity) {
    things[entity.kind, default: [:]][entity.id] = entity
  }

  /// Takes an entry of the journal back.
  mutating func takeBack(_ seq: Int, _ json: String) throws {
    for number in try db.parts(of: seq).reversed() {
      switch try db.content(of: number, in: seq) {
      case .added(let kind, let ids):
        for it in ids {
          if kind == .person { people[it] = .some(nil) } else { things[kind]?[it] = nil }
          around.lacks(kind, it)
        }
      case .changed(let operations):
        for it in operations.reversed() { around.follow(it.inverse) }
        takeBack(operations)
      }
    }
    let pieces = try LongEdit.pieces(of: json, backwards: true, &around).pieces
    takeBack(pieces.filter(\.isWhole).map(\.operation))
  }

  /// Carries out again what an entry of the journal did that is undone by now.
  mutating func doAgain(_ seq: Int, _ json: String) throws {
    let own = try LongEdit.pieces(of: json, backwards: false, &around).pieces
    own.filter(\.isWhole).forEach { carryOut($0.operation) }
    for number in try db.parts(of: seq) {
      let added = try db.insertions(in: number, of: seq) { [id] in
        $0.kind == .person || $0.application == id
      }
      for it in added {
        around.follow(it)
        carryOut(it)
      }
    }
  }

  private mutating func takeBack(_ operations: [Change.Operation]) {
    for operation in operations.reversed() { carryOut(operation.inverse) }
  }

  private mutating func carryOut(_ operation: Change.Operation) {
    switch operation {
    case .insert(let it), .update(_, let it):
      if case .person(let person) = it {
        people[person.id] = person
      } else if it.application == id {
        put(it)
      } else {
        // It belonged to another one, or to none yet.
        things[it.kind]?[it.id] = nil
      }
    case .delete(let it):
      if case .person(let person) = it {
        people[person.id] = .some(nil)
      } else {
        things[it.kind]?[it.id] = nil
      }
    }
  }

  /// A name as SQLite compares it without regard to case: of ASCII letters alone.
  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.map { (0x41...0x5a).contains($0) ? $0 + 0x20 : $0 }
  }

  /// The application as it is now in this state; nil when it is not there.
  func dossier(_ patience: Patience) throws -> Dossier? {
    guard case .application(let it)? = things[.application]?[id] else { return nil }
    var dossier = Dossier(it)
    dossier.patience = patience
    func fill<N: Noun>(_ type: N.Type) {
      guard N.kind != .application, N.kind != .person else { return }
      dossier[type] = (things[N.kind] ?? [:]).values.compactMap { $0.noun as? N }
    }
    for kind in Dossier.kinds { fill(kind.type) }
    var known = try db.peopleAround(dossier)
    known.removeAll { people[$0.id] != nil }
    let company = Past.folded(dossier.application.company)
    let named = dossier.named
    for case let person? in people.values
    where named.contains(person.id) || Past.folded(person.company) == company {
      known.append(person)
    }
    dossier.people = known
    dossier.sort()
    return dossier
  }
}
