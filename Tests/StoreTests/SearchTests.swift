import DebriefModel
import Testing

@testable import DebriefStore

@Suite(.timed) struct SearchTests {
  private func filled() throws -> Store {
    let store = try Store.temporary()
    try store.apply(
      inserts(
        .application(application("aaaa", "Zürich Rück", "Platform engineer")),
        .finding(finding("f111", of: "aaaa", "Could not name a failure mode of the queue")),
        .finding(finding("f222", of: "aaaa", "Concrete story about the OUTAGE of the queue")),
        .person(Person(id: ID("pppp")) { $0.name = "Ines Kahl" }),
        .response(
          Response(
            id: ID("r111"), application: ID("aaaa"), debrief: ID("dddd"), item: "D1", answered: noon
          ) { $0.value = "yes" }),
        .response(
          Response(
            id: ID("r222"), application: ID("aaaa"), debrief: ID("dddd"), item: "D2", answered: noon
          ) { $0.value = "yesterday's queue" })), at: noon)
    return store
  }

  private func found(_ store: Store, _ words: String) throws -> [String] {
    try store.search(words, limit: 10).map(\.entity.text)
  }

  @Test func wordsAreFoundByTheirBeginnings() throws {
    let store = try filled()
    #expect(try found(store, "queue") == ["r222", "f222", "f111"])
    #expect(try found(store, "fail que") == ["f111"])
    #expect(try found(store, "outage") == ["f222"])
    #expect(try found(store, "ailure") == [])
    #expect(try found(store, "zurich") == ["aaaa"])
    #expect(try found(store, "ZÜRI ruck") == ["aaaa"])
    #expect(try found(store, "kahl") == ["pppp"])
    #expect(try found(store, "yes") == ["r222"])
    #expect(try store.search("queue", limit: 2).count == 2)
    #expect(Set(try store.search("queue", limit: 9, ranked: true).map(\.entity.text)).count == 3)
  }

  /// Scripts without blanks between words are found anywhere in a text.
  @Test func wordsWithoutBlanksAreFoundAnywhere() throws {
    let store = try filled()
    try store.apply(
      inserts(
        .application(application("bbbb", "株式会社はやぶさ", "Backend developer")),
        .finding(finding("f333", of: "bbbb", "質問の途中で話してしまった queue"))), at: noon)
    #expect(try found(store, "はやぶさ") == ["bbbb"])
    #expect(try found(store, "途中") == ["f333"])
    #expect(try found(store, "途中 que") == ["f333"])
    #expect(try found(store, "途中 outage") == [])
    #expect(try found(store, "中国") == [])
    let hit = try #require(try store.search("途中", limit: 1).first)
    #expect(hit.excerpt.contains("質問の\u{E000}途中\u{E001}で"))
    #expect(hit.title == "株式会社はやぶさ — Backend developer")
    let shelf = try store.shelf(.init(.top, count: 9, filter: "はやぶさ back"))
    #expect(shelf.rows.map(\.application.id) == [ID("bbbb")])
    #expect(try store.shelf(.init(.top, count: 9, filter: "はやぶさ zu")).rows.isEmpty)
  }

  @Test func aHitSaysWhereAndShowsTheWords() throws {
    let store = try filled()
    let hit = try #require(try store.search("failu", limit: 1).first)
    #expect(hit.kind == .finding)
    #expect(hit.application == ID("aaaa"))
    #expect(hit.title == "Zürich Rück — Platform engineer")
    #expect(hit.excerpt == "Could not name a \u{E000}failure\u{E001} mode of the queue")
    let person = try #require(try store.search("ines", limit: 1).first)
    #expect(person.application == nil)
    #expect(person.title == "Ines Kahl")
  }

  @Test(arguments: [
    "\"*(AND", "*", "\"", "\"\"", "AND", "NOT", "OR OR", "NEAR(", "title:", "-queue", "^queue",
    "{a b}:",
    "'", "';--", "\0", "queue\0\"", "(((((", "a\"b", "\u{E000}", "日本", "👩🏽‍💻", "\u{301}", "+", "é*\"",
    " \n\t ", "col : \"x\" *", String(repeating: "x", count: 100_000),
    String(repeating: "y ", count: 10_000),
  ])
  func nothingThatIsTypedIsAnError(input: String) throws {
    let store = try filled()
    _ = try store.search(input, limit: 10)
    _ = try store.search(input, limit: 10, ranked: true)
    _ = try store.shelf(.init(.top, count: 10, filter: input))
    do { _ = try store.resolve(input) } catch StoreError.notFound, StoreError.ambiguous {}
    #expect(try store.check() == [])
  }

  @Test func theSearchFollowsEveryChange() throws {
    let store = try filled()
    let old = Entity.finding(
      finding("f111", of: "aaaa", "Could not name a failure mode of the queue"))
    let new = Entity.finding(finding("f111", of: "aaaa", "Named three modes"))
    try store.apply(Change("edit", [.update(from: old, to: new)]), at: noon)
    #expect(try found(store, "failure") == [])
    #expect(try found(store, "three modes") == ["f111"])
    _ = try store.undo(at: noon)
    #expect(try found(store, "failure") == ["f111"])
    try store.apply(Change("delete", [.delete(old)]), at: noon)
    #expect(try found(store, "failure") == [])
    _ = try store.undo(at: noon)
    #expect(try found(store, "failure") == ["f111"])
    #expect(try store.check() == [])
  }

  /// Strokes and ligatures are no accents: they are let go of on both sides, and shown as written.
  @Test func strokesAreNoHindrance() throws {
    let store = try Store.temporary()
    let names = [
      ("aaaa", "Złota Łódka"), ("bbbb", "Søren & Ærø"), ("cccc", "Straßenbau Groß"),
      ("dddd", "Đurđa Ħal Ŧeâžžu"), ("eeee", "Ilık Œuvre Þór"), ("ffff", "Zlotnik"),
      ("gggg", "STRASSE GROẞ"), ("hhhh", "Soren"),
    ]
    for (id, name) in names {
      try store.apply(inserts(.application(application(id, name, "Engineer"))), at: noon)
    }
    for (typed, ids) in [
      ("zlota", ["aaaa"]), ("złota", ["aaaa"]), ("ŻŁOTA", ["aaaa"]), ("zł", ["ffff", "aaaa"]),
      ("zl", ["ffff", "aaaa"]), ("złot", ["ffff", "aaaa"]), ("lodka", ["aaaa"]),
      ("soren", ["hhhh", "bbbb"]), ("søren", ["hhhh", "bbbb"]), ("SØR", ["hhhh", "bbbb"]),
      ("aero", ["bbbb"]), ("strasse", ["gggg", "cccc"]), ("straße", ["gggg", "cccc"]),
      ("strassenb", ["cccc"]), ("gross", ["gggg", "cccc"]), ("GROẞ", ["gggg", "cccc"]),
      ("durda", ["dddd"]), ("hal teaz", ["dddd"]), ("ilik", ["eeee"]), ("ILIK", ["eeee"]),
      ("oeuvre thor", ["eeee"]),
    ] {
      #expect(try found(store, typed) == ids, "\(typed)")
      let shelf = try store.shelf(.init(.top, count: 9, filter: typed))
      #expect(Set(shelf.rows.map(\.application.id.text)) == Set(ids), "\(typed)")
    }
    #expect(try store.resolve("zlota lodka") == ID("aaaa"))
    #expect(try store.resolve("strassenb") == ID("cccc"))
    #expect(try store.check() == [])
  }

  @Test func aHitShowsTheLettersThatWereWritten() throws {
    let store = try Store.temporary()
    try store.apply(
      inserts(
        .application(application("aaaa", "Acme", "Engineer")),
        .finding(finding("f111", of: "aaaa", "They asked of Straßenbahn and Łódź, in Ærøskøbing")),
        .finding(finding("f222", of: "aaaa", "Ines was at ease"))), at: noon)
    func pieces(_ words: String) throws -> [String] {
      try #require(try store.search(words, limit: 1).first).pieces.filter(\.isMatch).map(\.text)
    }
    #expect(try pieces("strass") == ["Straßenbahn"])
    #expect(try pieces("lodz aero") == ["Łódź", "Ærøskøbing"])
    #expect(
      try store.search("lodz", limit: 1).first?.excerpt
        == "They asked of Straßenbahn and \u{E000}Łódź\u{E001}, in Ærøskøbing")
  }

  @Test func strokesFollowEveryChange() throws {
    let store = try Store.temporary()
    let old = Entity.finding(finding("f111", of: "aaaa", "Ask Søren"))
    let new = Entity.finding(finding("f111", of: "aaaa", "Ask Łucja in the Große Gasse"))
    try store.apply(
      inserts(.application(application("aaaa", "Acme", "Engineer")), old), at: noon)
    func expect(_ soren: Bool, sourceLocation: SourceLocation = #_sourceLocation) throws {
      #expect(try found(store, "soren") == (soren ? ["f111"] : []), sourceLocation: sourceLocation)
      #expect(
        try found(store, "lucja grosse") == (soren ? [] : ["f111"]), sourceLocation: sourceLocation)
      #expect(try store.check() == [], sourceLocation: sourceLocation)
    }
    try store.apply(Change("edit", [.update(from: old, to: new)]), at: noon)
    try expect(false)
    _ = try store.undo(at: noon)
    try expect(true)
    _ = try store.redo(at: noon)
    try expect(false)
    try store.apply(Change("delete", [.delete(new)]), at: noon)
    #expect(try found(store, "lucja") == [])
    _ = try store.undo(at: noon)
    try expect(false)
    try store.rebuild()
    try expect(false)
  }

  @Test func aReferenceMeansOneApplicationOrNone() throws {
    let store = try Store.temporary()
    for (id, company) in [
      ("k3x9aa", "Kestrel Labs"), ("k3y000", "Nordlicht"), ("m1m1m1", "Zürich Rück"),
      ("nnnn11", "Zürich Versicherung"), ("pppp22", "Acme"), ("qqqq33", "ACME"),
      ("acme44", "Hooli"), ("rrrr55", "Kestrel"), ("ssss66", "!!!"), ("tttt77", "株式会社はやぶさ"),
    ] { try store.apply(inserts(.application(application(id, company))), at: noon) }
    func means(_ reference: String) throws -> String { try store.resolve(reference).text }
    #expect(try means("k3x9aa") == "k3x9aa")
    #expect(try means("k3x") == "k3x9aa")
    #expect(try means("K3Y") == "k3y000")
    #expect(try means("zurich rück") == "m1m1m1")
    #expect(try means("ZURICH V") == "nnnn11")
    #expect(try means("nord") == "k3y000")
    #expect(try means("kestrel") == "rrrr55")
    #expect(try means("kestrel l") == "k3x9aa")
    #expect(try means("!!!") == "ssss66")
    #expect(try means("株式会社") == "tttt77")
    #expect(throws: StoreError.notFound("labs")) { try means("labs") }
    #expect(throws: StoreError.notFound("")) { try means("") }
    #expect(throws: StoreError.notFound("k9")) { try means("k9") }
    let both = #expect(throws: StoreError.self) { try means("zürich") }
    #expect(
      both
        == .ambiguous(
          "zürich",
          candidates: ["m1m1m1 Zürich Rück — Engineer", "nnnn11 Zürich Versicherung — Engineer"]))
    guard
      case .ambiguous(_, let acme)? = #expect(
        throws: StoreError.self, performing: { try means("acme") })
    else { Issue.record("not ambiguous"); return }
    #expect(acme.count == 3)
  }
}
