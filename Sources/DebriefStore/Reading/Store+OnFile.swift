import DebriefModel
import GRDB

extension Store {
  /// Whether a thing of this kind and id is there.
  public func holds(_ kind: Entity.Kind, _ id: ID) throws -> Bool {
    try read { db in try db.load(kind, id) != nil }
  }

  /// A thing of this kind and id; nil when there is none.
  public func entity(_ kind: Entity.Kind, _ id: ID) throws -> Entity? {
    try read { db in try db.load(kind, id) }
  }

  /// Everyone on file, in the order of ids: for an import that was asked for, never for a screen.
  public func people() throws -> [Person] {
    try read { db in try db.all(Person.self, where: "1 ORDER BY id", []) }
  }
}
