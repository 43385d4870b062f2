import DebriefModel
import GRDB
import Testing

@testable import DebriefStore

/// Two screens on one store: what both typed is there afterwards, and it is said.
@Suite(.timed) struct MeetingTests {
  let folder = Folder()
  let mine: Store
  let other: Store

  init() throws {
    mine = try Store(path: folder(), busyTimeout: 0.05)
    other = try Store(path: folder(), busyTimeout: 0.05)
    try mine.apply(inserts(.application(application("aaaa", "Nordlicht"))), at: noon)
  }

  private func edit(_ from: Entity, _ to: Entity) -> Change {
    Change("edit", [.update(from: from, to: to)])
  }

  /// Every column of every noun, changed in both: texts are both kept, of the rest ours stands, and
  /// either is told.
  @Test(arguments: Entity.Kind.allCases) func everyColumnThatBothChangedIsKeptOrTold(
    kind: Entity.Kind
  ) throws {
    // Sealed, or never edited by anybody.
    if kind == .forecast || kind == .mark { return }
    try everyColumnThatBothChanged(kind.type)
  }

  private func everyColumnThatBothChanged<N: Noun>(_ type: N.Type) throws {
    let kind = N.kind
    var compared = 0
    for field in N.shape.fields
    where !["id", "application", "recorded", "created"].contains(field.name) {
      let column = field.name
      var invent = Inventor(seed: UInt64(column.utf8.count) &* 7919 &+ UInt64(column.utf8.first!))
      invent.texts = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"]
      // Three states that differ in this column alone.
      func state(_ like: [Entity]) throws -> Entity? {
        for _ in 0..<400 {
          let it = invent.entity(kind, of: ID("aaaa"), id: ID("\(kind)-\(column)"))
          guard let base = like.first else { return it }
          let next = try Self.taking(type, column, from: it, into: base)
          if !like.contains(next), edit(base, next).fault == nil { return next }
        }
        return nil
      }
      guard let base = try state([]), let theirs = try state([base]),
        let ours = try state([base, theirs])
      else { continue }
      compared += 1
      if kind == .feedback, column == "verbatim" { continue }  // It only grows: SharingTests.
      try mine.apply(inserts(base), at: noon)
      try other.apply(edit(base, theirs), at: noon)
      let (_, met) = try mine.applyMeeting(edit(base, ours), at: noon)
      let kept = try #require(try mine.read { try $0.load(kind, base.id) })
      let (a, b, k) = (
        try Self.value(column, theirs), try Self.value(column, ours), try Self.value(column, kept)
      )
      if [.prose, .line, .grows, .answer].contains(field.merge) {
        #expect(
          (a.isEmpty || k.contains(a)) && (b.isEmpty || k.contains(b)),
          "\(kind).\(column): \(a), \(b) became \(k)")
        if k != a, k != b {
          #expect(met == [Meeting(kind, field: column, .both)], "\(kind).\(column)")
        }
      } else if !field.merge.isPassing, !["item", "started"].contains(column), k != a {
        #expect(
          !met.isEmpty || k == a || ["people", "parts"].contains(column), "\(kind).\(column)")
      }
      // Nothing that was told is a code.
      if let said = Meeting.notice(met) {
        #expect(!said.contains("a part of it"), "\(kind).\(column)")
      }
      if kept != theirs {
        _ = try mine.undo(at: noon)
        #expect(try mine.read { try $0.load(kind, base.id) } == theirs)
        _ = try mine.redo(at: noon)
      }
    }
    #expect(compared >= min(4, N.columns.count - 4))
    #expect(try mine.check() == [])
  }

  private static func value(_ column: String, _ entity: Entity) throws -> String {
    guard let at = entity.kind.columns.firstIndex(of: column) else { return "" }
    switch entity.values[at] {
    case .text(let text): return text
    case .number(let number): return "\(number)"
    case .none: return ""
    }
  }

  /// One column of a thing, put into another.
  private static func taking<N: Noun>(
    _ type: N.Type, _ column: String, from: Entity, into: Entity
  ) throws -> Entity {
    var values = into.values
    for (at, name) in N.columns.enumerated() where name == column { values[at] = from.values[at] }
    return try N.shape.read(values).entity
  }
}
