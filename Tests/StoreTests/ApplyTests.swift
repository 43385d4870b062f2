import DebriefModel
import Testing

@testable import DebriefStore

@Suite struct ApplyTests {
  @Test func aChangeIsKeptAndTakenBack() throws {
    let folder = Folder()
    let store = try Store(path: folder())
    #expect(try store.check() == [])
    let add = inserts(
      .application(application("aaaa", "Nordlicht")), .finding(finding("ffff", of: "aaaa", "Calm")))
    #expect(try store.apply(add, at: noon) == add)
    #expect(try store.archive().finding.map(\.statement) == ["Calm"])
    let full = try store.archive()
    #expect(try store.undo(at: noon) == add.inverse)
    #expect(try store.archive() == Archive())
    #expect(try store.redo(at: noon) == add)
    #expect(try store.archive() == full)
    #expect(try store.redo(at: noon) == nil)
    #expect(try store.check() == [])
  }
}
