import DebriefModel
import Testing

@testable import DebriefExport

@Suite(.timed) struct FolderFileTests {
  private func filled(_ text: String) throws -> Stock {
    var stock = Stock()
    for it in try filledArchive(text).entities { try stock.add(it) }
    return stock
  }

  @Test(arguments: nasty.indices) func everyThingComesBack(_ n: Int) throws {
    let stock = try filled(nasty[n])
    var back = Stock()
    for (path, file) in FolderPlan.files(stock) {
      #expect(FolderPlan.isOurs(path))
      let text = file.text
      let read = try FolderFile(Array(text.utf8))
      #expect(read.text.utf8.elementsEqual(text.utf8))
      back.join(read.stock)
    }
    #expect(back == stock)
    // As nouns they are what they were, too.
    let rows = try FolderRows(back)
    #expect(rows.stock == stock)
  }

  @Test func aFileIsSortedWithOneValueOnALine() throws {
    var stock = Stock()
    stock.rows[ThingName("finding", "b")] = JSONTree(fields: [
      "id": .text("b"), "weight": .number(3),
    ])
    stock.rows[ThingName("finding", "a")] = JSONTree(fields: [
      "weight": .number(1), "id": .text("a"),
    ])
    stock.gone[ThingName("turn", "t")] = Stock.Gone(day: "2026-03-20", owner: "x")
    #expect(
      FolderFile(stock).text == """
        {
          "finding": [
            {
              "id": "a",
              "weight": 1
            },
            {
              "id": "b",
              "weight": 3
            }
          ],
          "format": 1,
          "gone": {
            "turn": {
              "t": "2026-03-20"
            }
          }
        }

        """)
  }

  @Test func whatIsNewerIsKeptOrRefused() throws {
    let text = """
      {"finding": [{"id": "f", "application": "a", "colour": "red", "kind": "strength",
      "recorded": "2026-03-20T10:00:00Z", "statement": "x", "phase": "during", "reason": "",
      "tier": 2, "weight": 3}], "format": 1, "hobby": [{"id": "h", "x": [1]}], "later": {"a": 1}}
      """
    let file = try FolderFile(Array(text.utf8))
    let rows = try FolderRows(file.stock)
    let name = ThingName("finding", "f")
    #expect(rows.stock.rows[name]?["colour"] == nil)
    // Changed here, it still has what is not known here.
    var stock = rows.stock
    stock.rows[name] = stock.rows[name]?.with("weight", .number(5))
    let back = FolderFile(rows.completed(stock), strangers: file.strangers).text
    for kept in ["\"colour\": \"red\"", "\"hobby\": [", "\"later\": {", "\"weight\": 5"] {
      #expect(back.contains(kept))
    }
    #expect(throws: FolderFile.Fault.newer(2)) { try FolderFile(Array("{\"format\": 2}".utf8)) }
    for wrong in ["{", "[]", "{}", "{\"format\": 1, \"turn\": [{}]}", "<<<<<<< ours"] {
      #expect(throws: FolderFile.Fault.self) { try FolderFile(Array(wrong.utf8)) }
    }
    #expect(throws: FolderFile.Fault.self) {
      try FolderRows(
        try FolderFile(Array("{\"format\": 1, \"turn\": [{\"id\": \"t\"}]}".utf8)).stock)
    }
  }

  @Test func everyIdHasAFileOfItsOwn() {
    let ids = [
      "0123456789abcdef", "A1", "a1", "../x", "", "ä", "con cat",
      String(repeating: "x", count: 300),
    ]
    let paths = ids.map { FolderPlan.path(ThingName("application", $0), owner: $0) }
    #expect(Set(paths.map { $0.lowercased() }).count == ids.count)
    #expect(paths.allSatisfy { FolderPlan.isOurs($0) && $0.split(separator: "/").count == 2 })
    for copy in [
      "applications/0123456789abcdef (conflicted copy 2026-03-20).json",
      "applications/0123456789abcdef.sync-conflict-20260320-101010-ABCDEFG.json",
      "people/0123456789abcdef_conflict-20260320-101010.json", "shared (1).json",
    ] {
      #expect(FolderPlan.mayBeOurs(copy) && !FolderPlan.isOurs(copy))
    }
    #expect(!FolderPlan.mayBeOurs("notes.txt") && !FolderPlan.mayBeOurs("debrief.json"))
  }

  @Test func gitsThreeVersionsAreMerged() throws {
    let base = try filled("base")
    var (ours, theirs) = (base, base)
    let name = ThingName("finding", "finding-1")
    ours.rows[name] = ours.rows[name]?.with("statement", .text("ours"))
    theirs.rows[name] = theirs.rows[name]?.with("statement", .text("theirs"))
    func bytes(_ stock: Stock) -> [UInt8] { Array(FolderFile(stock).text.utf8) }
    let (text, merge) = try FolderFile.merged(
      base: bytes(base), ours: bytes(ours), theirs: bytes(theirs))
    #expect(text.contains("\"statement\": \"ours — also: theirs\""))
    #expect(merge.clashes.count == 1)
    // A file that only now came to be has an empty one to begin from.
    let new = try FolderFile.merged(base: [], ours: bytes(ours), theirs: bytes(theirs))
    #expect(new.text.contains("\"statement\": \"ours — also: theirs\""))
  }
}
