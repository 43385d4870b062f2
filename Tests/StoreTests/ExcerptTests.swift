import DebriefModel
import GRDB
import TestSupport
import Testing

@testable import DebriefStore

@Suite(.timed) struct ExcerptTests {
  private func store(_ texts: [String]) throws -> Store {
    let store = try Store.temporary()
    var archive = Archive()
    archive.append(.application(application("aaaa", "Nordlicht", "one two")))
    for (number, text) in texts.enumerated() {
      archive.append(
        .turn(
          Turn(id: ID("t\(number)"), application: ID("aaaa"), recorded: noon) {
            $0.question = String(text.prefix(40))
            $0.answer = text
          }))
    }
    try store.merge(archive, at: noon)
    return store
  }

  /// What is shown of a hit, by us and by SQLite.
  private func both(_ store: Store, _ words: String) throws -> [(ours: String, theirs: String)] {
    let query = try #require(Words(words).prefixes)
    return try store.queue.inDatabase { db in
      try db.all(
        """
        SELECT excerpt(words), snippet(words, -1, ?, ?, '…', 16) FROM words WHERE words MATCH ?
        ORDER BY rowid
        """, .text("\u{E000}"), .text("\u{E001}"), .text(query)
      ) { (try $0.text(), try $0.text()) }
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func itIsWhatSQLiteWouldShow(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let parts = [
      "one", "two", "three", "twofold", "Łódź", "straße", "onerous", "filler", "word", "some", "é",
      ". ", ": ", "\n", ", ", "  ", "…", "— ",
    ]
    let texts = (0..<40).map { _ in
      (0..<Int.random(in: 1...90, using: &random)).map { _ in
        parts.randomElement(using: &random) ?? ""
      }.joined(separator: " ")
    }
    let store = try store(texts)
    for words in ["one", "two", "t", "one two", "lodz strasse", "thr one tw", "one one", "e o"] {
      let found = try both(store, words)
      #expect(!found.isEmpty)
      for (ours, theirs) in found { #expect(ours == theirs, "\(words)") }
    }
  }

  @Test func aWordThatIsThereVeryOftenCostsNoMore() throws {
    let store = try store([
      String(repeating: "word ", count: 30_000) + "needle",
      String(repeating: "word and ", count: 20_000),
      String(repeating: "the ", count: 20_000) + "needle word",
    ])
    let hits = try store.search("word", limit: 9)
    #expect(hits.count == 3)
    for hit in hits {
      #expect(hit.excerpt.utf8.count < 400 && hit.pieces.contains { $0.isMatch })
    }
    for words in ["w wo wor word", "the word needle"] {
      let hits = try store.search(words, limit: 9)
      #expect(!hits.isEmpty, "\(words)")
      for hit in hits { #expect(hit.pieces.contains { $0.isMatch }) }
    }
    #expect(
      try store.search("needle", limit: 9).allSatisfy {
        $0.pieces.contains { $0.isMatch && $0.text == "needle" }
      })
    #expect(try store.search("word", limit: 9, ranked: true).count == 3)
  }

  @Test func aWordWithoutEndIsShownByItsEnds() throws {
    let long = String(repeating: "ä", count: 100_000)
    let store = try store([
      "one \(long) two", "three" + String(repeating: ".", count: 90_000) + "x",
    ])
    for (words, wanted) in [("one", "one"), ("two", "two"), ("ä", "ä"), ("x", "x")] {
      let hit = try #require(try store.search(words, limit: 1).first)
      #expect(hit.excerpt.utf8.count < 1500, "\(words)")
      #expect(hit.pieces.contains { $0.isMatch && $0.text.hasPrefix(wanted) }, "\(words)")
    }
  }

  @Test func textsWithoutBlanksAreLookedThroughOnce() throws {
    let store = try store([String(repeating: "質問の途", count: 20_000) + "途中で話"])
    let hit = try #require(try store.search("途中", limit: 1).first)
    #expect(hit.excerpt == "…質問の途質問の途質問の途質問の途\u{E000}途中\u{E001}で話")
    let marked = try #require(try self.store(["か\u{3099}質"]).search("か", limit: 1).first)
    #expect(marked.excerpt.contains("\u{E000}か\u{3099}\u{E001}質"))
  }
}
