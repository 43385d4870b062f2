import DebriefModel
import GRDB
import GRDB
import Testing

@testable import DebriefStore

/// What is read again after a change, and how a noun becomes the values of its columns.
@Suite(.timed) struct HeldDossierTests {
  let folder = Folder()

  @Test func afterAnyChangeItIsWhatAFreshReaderSees() throws {
    let store = try Store(path: folder())
    let other = try Store(path: folder())
    var ledger = Ledger(seed: 11)
    var compared = 0
    for step in 1...400 {
      let change = ledger.change()
      if change.operations.isEmpty { continue }
      // Now and then another process writes, or a change is taken back and done again.
      let writer = step % 7 == 0 ? other : store
      _ = try writer.apply(change, at: noon.adding(seconds: step))
      if step % 5 == 0 {
        #expect(try store.undo(at: noon) != nil)
        try same(store, ledger)
        #expect(try store.redo(at: noon) != nil)
      }
      if step % 9 == 0 { try store.save(Draft(scope: "form", fields: ["a": "\(step)"])) }
      compared += try same(store, ledger)
    }
    #expect(compared > 300)
  }

  /// Compares one application again and again, so that it is held, and now and then another.
  @discardableResult
  private func same(_ store: Store, _ ledger: Ledger) throws -> Int {
    let fresh = try Store(path: folder(), access: .readOnly)
    let ids = ledger.applications
    for id in ids.prefix(1) + ids.suffix(1) + [ID("gone")] {
      let expected = try fresh.dossier(id)
      #expect(try store.dossier(id) == expected)
      #expect(try store.dossier(id) == expected)
    }
    return ids.isEmpty ? 0 : 1
  }

  @Test func onlyTheKindThatChangedIsRead() throws {
    let store = try Store(path: folder())
    let one = application("a", "Acme")
    try store.apply(Change("add", [.insert(.application(one))]), at: noon)
    var finding = Finding(id: ID("f"), application: one.id, kind: .weakness, recorded: noon)
    finding.statement = "too short"
    try store.apply(Change("add", [.insert(.finding(finding))]), at: noon)
    _ = try store.dossier(one.id)
    var heavier = finding
    heavier.weight = 5
    try store.apply(
      Change("weigh", [.update(from: .finding(finding), to: .finding(heavier))]), at: noon)
    #expect(store.held?.stale == [.finding])
    #expect(try store.dossier(one.id)?.findings == [heavier])
    #expect(store.held?.stale == [])
    try store.apply(Change("delete", [.delete(.finding(heavier))]), at: noon)
    _ = try store.undo(at: noon)
    #expect(store.held == nil)
  }

  @Test func valuesAreThoseOfGRDBsOwnEncoding() throws {
    var inventor = Inventor(seed: 3)
    let owner = inventor.ids.draw()
    for kind in Entity.Kind.allCases {
      for _ in 1...40 {
        let entity = inventor.entity(kind, of: owner)
        let expected = try Record(noun: entity.noun).databaseDictionary
        for (column, value) in zip(kind.columns, entity.values) {
          let wanted: DebriefStore.Binding =
            switch expected[column]?.storage {
            case .string(let text): .text(text)
            case .int64(let number): .number(Int(number))
            default: .none
            }
          #expect(value == wanted, "\(kind).\(column)")
        }
      }
    }
  }
}

/// A noun as GRDB writes it: what is in people's files was written like that at first.
private struct Record: EncodableRecord, Encodable {
  let noun: any Noun
  func encode(to encoder: any Encoder) throws { try noun.encode(to: encoder) }
}
