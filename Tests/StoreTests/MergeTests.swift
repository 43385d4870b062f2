import DebriefModel
import GRDB
import Testing

@testable import DebriefStore

@Suite(.timed) struct MergeTests {
  private func sample(
    _ seed: UInt64, steps: Int = 150, texts: [String] = Inventor.texts
  ) -> Archive {
    var ledger = Ledger(seed: seed)
    ledger.invent.texts = texts
    for _ in 0..<steps { _ = ledger.change() }
    return ledger.archive
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func anArchiveComesBackWhole(seed: UInt64) throws {
    let archive = sample(seed)
    #expect(archive.entities.count > 50)
    let store = try Store.temporary()
    let plan = try store.merge(archive, dryRun: true, at: noon)
    #expect(try store.archive() == Archive())
    let report = try store.merge(archive, at: noon)
    #expect(report == plan)
    #expect(try store.archive() == archive)
    #expect(try store.check() == [])
    let again = try store.merge(store.archive(), at: noon)
    #expect(again.changesNothing)
    #expect(again.conflicts.isEmpty)
    #expect(again.unchanged.values.reduce(0, +) == archive.entities.count)
    #expect(try store.undo(at: noon)?.title == "import")
    #expect(try store.archive() == Archive())
    _ = try store.redo(at: noon)
    #expect(try store.archive() == archive)
  }

  @Test func ourRowsAndGRDBsAreTheSame() throws {
    let store = try Store.temporary()
    // GRDB reads a text up to its first NUL; we do not.
    let archive = sample(9, texts: Inventor.texts.filter { !$0.contains("\0") })
    try store.merge(archive, at: noon)
    func same<N: Noun>(_ type: N.Type) throws {
      let table = N.kind.rawValue
      let rows = try store.queue.read {
        try Row.fetchAll($0, sql: "SELECT * FROM \(table) ORDER BY id")
      }
      #expect(!rows.isEmpty || archive[type].isEmpty)
      let theirs = try rows.map { row in
        try N.shape.read(
          row.databaseValues.map { value -> FieldValue in
            switch value.storage {
            case .string(let text): .text(text)
            case .int64(let number): .number(Int(number))
            default: .none
            }
          })
      }
      #expect(theirs == archive[type])
      #expect(try store.queue.read { try $0.columns(in: table).map(\.name) } == N.columns)
    }
    for kind in Entity.Kind.allCases { try same(kind.type) }
  }

  @Test func whatIsDifferentStaysUnlessTheirsIsWanted() throws {
    let store = try Store.temporary()
    func feedback(_ words: String) -> Entity {
      .feedback(
        Feedback(id: ID("bbbb"), application: ID("aaaa"), recorded: noon) { $0.verbatim = words })
    }
    try store.apply(
      inserts(
        .application(application("aaaa", "Nordlicht")),
        .finding(finding("ffff", of: "aaaa", "Ours")),
        feedback("We chose another.")), at: noon)
    let before = try store.archive()
    var archive = Archive()
    archive.append(.finding(finding("ffff", of: "aaaa", "Theirs")))
    archive.append(.finding(finding("gggg", of: "aaaa", "New")))
    archive.append(feedback("Something else."))
    let kept = try store.merge(archive, at: noon)
    #expect(kept.added == [.finding: 1])
    #expect(kept.updated == [:])
    #expect(kept.conflicts.map(\.id.text).sorted() == ["bbbb", "ffff"])
    #expect(try store.archive().finding.map(\.statement) == ["Ours", "New"])
    let taken = try store.merge(archive, takeTheirs: true, at: noon)
    #expect(taken.updated == [.finding: 1])
    #expect(taken.conflicts.filter(\.tookTheirs).map(\.id.text) == ["ffff"])
    #expect(try store.archive().finding.map(\.statement) == ["Theirs", "New"])
    #expect(try store.archive().feedback == before.feedback)
    _ = try store.undo(at: noon)
    _ = try store.undo(at: noon)
    #expect(try store.archive() == before)
  }

  @Test func anArchiveThatIsNotWholeIsRefused() throws {
    let store = try Store.temporary()
    func refused(_ archive: Archive) throws -> String {
      let error = #expect(throws: StoreError.self) { try store.merge(archive, at: noon) }
      #expect(try store.archive() == Archive())
      #expect(error?.exitCode == 65)
      return error?.description ?? ""
    }
    var newer = Archive()
    newer.version = 2
    #expect(try refused(newer).contains("version 2"))
    var orphan = Archive()
    orphan.append(.finding(finding("ffff", of: "aaaa", "Lost")))
    #expect(try refused(orphan).contains("aren't in it or here"))
    var twice = Archive()
    twice.append(.application(application("aaaa", "Nordlicht")))
    twice.append(.application(application("aaaa", "Nordlicht")))
    twice.append(.application(application("aaaa", "Acme")))
    #expect(try refused(twice).contains("two different things"))
    var blank = Archive()
    blank.append(.application(application("aaaa", " ")))
    #expect(try refused(blank).contains("company name"))
    var nameless = Archive()
    nameless.append(.application(application("", "Acme")))
    #expect(try refused(nameless).contains("has no id"))
  }

  @Test func aListIsInTheOrderOfWhatWasWrittenDown() throws {
    let store = try Store.temporary()
    var archive = Archive()
    archive.append(.application(application("aaaa", "Old", at: noon)))
    archive.append(.application(application("bbbb", "New", at: noon.adding(seconds: 60))))
    archive.append(.finding(finding("ffff", of: "aaaa", "Late word", at: noon.adding(seconds: 90))))
    try store.merge(archive, at: noon.adding(seconds: 1000))
    let rows = try store.shelf(.init(.top, count: 9)).rows
    #expect(rows.map(\.application.id.text) == ["aaaa", "bbbb"])
    #expect(rows.map(\.activity) == [noon.seconds + 90, noon.seconds + 60])
  }
}
