import DebriefModel
import TestSupport
import Testing

@testable import DebriefStore

@Suite(.timed) struct DamageTests {
  let folder = Folder()

  private func filled() throws -> [UInt8] {
    var ledger = Ledger(seed: 11)
    for _ in 0..<60 { _ = ledger.change() }
    let store = try Store(path: folder())
    try store.merge(ledger.archive, at: noon)
    try store.apply(inserts(.application(application("zzzz", "Nordlicht"))), at: noon)
    try store.close()
    return bytes(folder())
  }

  /// Everything a session does, as far as it goes. Only errors of ours may come out.
  private func use(_ access: Store.Access) -> [StoreError] {
    var errors: [StoreError] = []
    func attempt(_ body: () throws -> Void) {
      do { try body() } catch let error as StoreError { errors.append(error) } catch {
        Issue.record("\(type(of: error)) is no error of ours")
      }
    }
    var store: Store?
    attempt { store = try Store(path: folder(), access: access, busyTimeout: 0) }
    guard let store else { return errors }
    attempt { _ = try store.shelf(.init(.top, count: 30)) }
    attempt { _ = try store.shelf(.init(.bottom, count: 30, filter: "c n")) }
    attempt { _ = try store.agenda(today: noon.day) }
    attempt {
      for application in try store.archive().application { _ = try store.dossier(application.id) }
    }
    attempt { _ = try store.search("out", limit: 50) }
    attempt { _ = try store.search("nord", limit: 50, ranked: true) }
    attempt { _ = try store.resolve("nord") }
    attempt { _ = try store.people() }
    attempt { _ = try store.drafts() }
    attempt { _ = try store.check() }
    _ = store.changeToken
    if access != .readOnly {
      attempt { try store.apply(inserts(.application(application("yyyy", "Acme"))), at: noon) }
      attempt { _ = try store.undo(at: noon) }
      attempt { _ = try store.undo(at: noon) }
      attempt { _ = try store.redo(at: noon) }
      attempt { try store.save(Draft(scope: "x", fields: ["a": "b"])) }
    }
    attempt { try store.close() }
    return errors
  }

  @Test func flippedBytesNeverCrash() throws {
    let sound = try filled()
    var random = Seeded(seed: 99)
    var noticed = 0
    for round in 0..<150 {
      var broken = sound
      for _ in 0..<(round % 3 == 0 ? 40 : 3) {
        broken[Int.random(in: 0..<broken.count, using: &random)] ^= UInt8.random(
          in: 1...255, using: &random)
      }
      write(broken, to: folder())
      write([], to: folder("debrief.db-journal"))
      if !use(round % 2 == 0 ? .readOnly : .existing).isEmpty { noticed += 1 }
      if round % 2 == 0 { #expect(bytes(folder()) == broken) }
    }
    #expect(noticed > 0)
  }

  @Test func aFileCutShortIsSaidToBeDamaged() throws {
    let sound = try filled()
    for length in [1, 99, 100, 108, 512, 4095, 4096, 4097, 8192, sound.count / 2, sound.count - 1] {
      write(Array(sound[..<length]), to: folder())
      let errors = use(.readOnly)
      for error in errors {
        switch error {
        case .damaged, .notOurs, .io, .notFound: break
        default: Issue.record("\(error)")
        }
      }
      // The last page may be cut where it is empty.
      #expect(!errors.isEmpty || length == sound.count - 1, "cut at \(length)")
      #expect(bytes(folder()).count == length)
    }
  }

  @Test func everyErrorOfADamagedFileKeepsTheNotesPrivate() throws {
    let store = try Store(path: folder())
    try store.apply(
      inserts(
        .application(application("aaaa", "Nordlicht")),
        .feedback(
          Feedback(id: ID("bbbb"), application: ID("aaaa"), recorded: noon) {
            $0.verbatim = "secret words"
            $0.asked = noon.day
          })), at: noon)
    try store.queue.inDatabase {
      try $0.execute(sql: "UPDATE feedback SET asked = 'secret day', three = 'secret {'")
    }
    let error = #expect(throws: StoreError.self) { try store.dossier(ID("aaaa")) }
    #expect(error == .damaged(path: folder(), detail: "a row of feedback can't be read"))
    #expect(try store.check() == ["The table feedback has a row that can't be read."])
  }

  @Test func whatTheStoreKeepsCanBeBuiltAnew() throws {
    _ = try filled()
    let store = try Store(path: folder())
    let archive = try store.archive()
    let list = try store.shelf(.init(.top, count: 100)).rows
    try store.queue.inDatabase {
      try $0.execute(
        sql: """
          DELETE FROM passage WHERE kind = 'finding';
          DELETE FROM shelf WHERE number % 2 = 0;
          UPDATE tally SET count = 7;
          """)
    }
    let findings = try store.check()
    #expect(
      findings == [
        "An application is missing from the list" + Store.mended,
        "The count of applications is wrong" + Store.mended,
        "The search table words doesn't match your notes" + Store.mended,
      ])
    let rebuilt = try store.rebuild()
    #expect(rebuilt.applications == archive.application.count)
    #expect(rebuilt.texts == archive.entities.count { $0.passageOrBlank != nil })
    #expect(rebuilt.missing == [])
    #expect(try store.check() == [])
    #expect(try store.archive() == archive)
    #expect(
      Set(try store.shelf(.init(.top, count: 100)).rows.map(\.application))
        == Set(list.map(\.application)))
    #expect(try store.search("nordlicht", limit: 5).count > 0)
  }

  @Test(arguments: [
    "INDEX event_due", "INDEX shelf_order", "INDEX turn_id", "TABLE shelf", "TABLE passage",
    "TABLE words", "TABLE desk", "VIEW desk_passage", "TABLE tally", "TRIGGER application_more",
    "TRIGGER journal_less", "TABLE place", "TABLE draft",
  ])
  func whatIsMissingIsMadeAgain(part: String) throws {
    _ = try filled()
    let store = try Store(path: folder())
    let archive = try store.archive()
    try store.queue.inDatabase { try $0.execute(sql: "DROP \(part)") }
    let findings = try store.check()
    #expect(!findings.isEmpty && findings.allSatisfy { $0.hasSuffix(Store.mended) }, "\(findings)")
    #expect(!(try store.rebuild().missing.isEmpty))
    #expect(try store.check() == [])
    #expect(try store.archive() == archive)
    #expect(try store.shelf(.init(.top, count: 100)).total == archive.application.count)
    #expect(try store.search("nordlicht", limit: 5).count > 0)
    try store.apply(inserts(.application(application("yyyy", "Acme"))), at: noon)
    #expect(try store.check() == [])
  }

  @Test func aTableThatIsLostIsNotReplacedByAnEmptyOne() throws {
    _ = try filled()
    let store = try Store(path: folder())
    try store.queue.inDatabase { try $0.execute(sql: "DROP TABLE finding") }
    #expect(throws: StoreError.self) { try store.check() }
    #expect(throws: StoreError.self) { try store.rebuild() }
  }
}
