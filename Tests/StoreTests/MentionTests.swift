import DebriefModel
import Testing

@testable import DebriefStore

/// Which application a captured text names.
@Suite struct MentionTests {
  private func store() throws -> Store {
    let store = try Store.temporary()
    var operations: [Change.Operation] = []
    for (id, company, role) in [
      ("a", "Acme GmbH", "Engineer"), ("b", "Café Übermut", "Backend"), ("c", "Bolt", "One"),
      ("d", "Bolt", "Two"), ("e", "Data Works Ltd", "Analyst"), ("f", "はやぶさ", "Dev"),
      ("g", "Acme Labs", "Research"), ("h", "X", "Y"),
    ] {
      operations.append(
        .insert(
          .application(
            Application(id: ID(id), created: noon) {
              $0.company = company
              $0.role = role
              $0.notes = "Nordlicht was named here"
            })))
    }
    try store.apply(Change("add", operations), at: noon)
    return store
  }

  @Test(arguments: [
    ("Acme: they asked about Go", "a"), ("acme they asked", "a"),
    ("they asked about Go, ACME", "a"),
    ("they asked about Go acme", "a"), ("Acme", "a"), ("Acme Labs: no", "g"),
    ("acme labs they asked", "g"), ("cafe ubermut they asked", "b"), ("Cafe: a thought", "b"),
    ("Bolt: again", "cd"), ("so it went at bolt", "cd"), ("Data: the third answer", "e"),
    ("Data structures went badly", ""), ("はやぶさ: 面接", "f"), ("Nordlicht: no", ""),
    ("they named Acme in the middle", ""), ("", ""), (": , ", ""), ("it is x", ""),
    ("X: it is", "h"),
    ("\"* OR title : ^", ""),
  ]) func placesAText(_ text: String, _ ids: String) throws {
    #expect(try store().mention(in: text).places.map(\.id.text).joined() == ids)
  }

  @Test func manyOfOneNameAreNoGuess() throws {
    let mention = try store().mention(in: "Bolt: again")
    #expect(mention.only == nil)
    #expect(mention.places.map(\.label) == ["Bolt · One", "Bolt · Two"])
  }
}
