import DebriefModel
import GRDB
import Glibc
import TestSupport
import Testing

@testable import DebriefStore

/// Backups that are made without being asked for, and going back to them.
@Suite(.timed) struct BackupTests {
  let folder = Folder()
  var backups: Backups { Backups(in: folder("state/backups"), of: folder(), began: noon) }

  private func store(_ companies: String...) throws -> Store {
    let store = try Store(path: folder(), backups: backups)
    for (place, company) in companies.enumerated() {
      try store.apply(inserts(.application(application("aaa\(place)", company))), at: noon)
    }
    return store
  }

  private func day(_ later: Int) -> Moment { noon.adding(seconds: later * 86_400) }

  @Test(arguments: ["away/copy.db", "away/deeper/copy.db"])
  func aFolderThatIsNotThereIsNamed(_ path: String) throws {
    let store = try store("Nordlicht")
    let target = folder(path)
    let above = String(target[..<(try #require(target.lastIndex(of: "/")))])
    #expect(throws: StoreError.missingFolder(above)) { try store.backup(to: target) }
    #expect("\(StoreError.missingFolder(above))".hasPrefix("There's no folder \(above)."))
    try store.backup(to: folder("copy.db"))
  }

  @Test func aBackupIsPrivateWholeAndNamed() throws {
    let mask = umask(0)
    defer { umask(mask) }
    let store = try store("Nordlicht")
    let made = try #require(try store.backUp(.daily, at: noon))
    #expect(made.name == "2026-03-20-1200-daily")
    #expect(mode(made.path) == 0o600 && mode(backups.folder) == 0o700)
    #expect(mode(folder("state")) == 0o700)
    #expect(made.bytes == bytes(made.path).count)
    #expect(backups.list() == [made])
    #expect(Backups.fault(of: made.path) == nil)
    #expect(try Store(path: made.path).archive() == store.archive())
    #expect(backups.named("2026-03-20-1200-daily") == made)
    #expect(backups.named("2026-03-20-1200-daily.db") == made)
    #expect(backups.named("2026") == made && backups.named("") == nil)
    // Another one in the same minute has a number, and then a beginning of the name means neither.
    #expect(try store.backUp(.daily, at: noon)?.name == "2026-03-20-1200-daily-2")
    #expect(backups.named("2026") == nil)
    #expect(backups.named("2026-03-20-1200-daily") == made)
  }

  @Test func nothingIsBackedUpBeforeAnythingIsWritten() throws {
    let store = try store()
    #expect(store.lacksBackup(of: noon.day))
    #expect(try store.backUp(.daily, at: noon) == nil)
    #expect(access(backups.folder, F_OK) != 0)
    try store.save(Draft(scope: "x", fields: ["a": "b"]))
    #expect(try store.backUp(.daily, at: noon) != nil)
    #expect(!store.lacksBackup(of: noon.day) && store.lacksBackup(of: day(1).day))
  }

  @Test func aCopyInStepsHasWhatIsWrittenMeanwhile() throws {
    let store = try store("Nordlicht")
    let making = try #require(try store.beginBackup(.daily, at: noon))
    #expect(try !making.step(pages: 3))
    #expect(backups.list() == [], "what is not checked is no backup")
    try store.apply(inserts(.application(application("bbbb", "Later"))), at: noon)
    while try !making.step(pages: 3) {}
    let made = try making.close().publish()
    #expect(try Store(path: made.path).archive() == store.archive())
  }

  @Test func whatIsGivenUpOrLeftByAKillIsNoBackup() throws {
    let store = try store("Nordlicht")
    var making = try store.beginBackup(.daily, at: noon)
    _ = try making?.step(pages: 1)
    #expect(backups.unfinished() == [], "somebody is at work on it")
    making?.abandon()
    making = nil
    write([1, 2, 3], to: backups.folder + "/.new-1-2")
    write([1], to: backups.folder + "/.new-1-2-journal")
    #expect(
      backups.unfinished().sorted()
        == ["/.new-1-2", "/.new-1-2-journal"].map { backups.folder + $0 })
    #expect(backups.list() == [])
    try store.backUp(.daily, at: noon)
    #expect(backups.unfinished() == [])
    #expect(access(backups.folder + "/.new-1-2-journal", F_OK) != 0)
  }

  @Test func oldOnesMakeRoomAndForeignFilesStay() throws {
    let store = try store("Nordlicht")
    for it in 0..<14 { try store.backUp(.daily, at: day(it)) }
    write([1], to: backups.folder + "/notes.txt")
    write([1], to: backups.folder + "/2026-03-20-1200-other.db")
    try store.backUp(.daily, at: day(14))
    let names = backups.list().map { "\($0.stamp.day)" }
    // Fri 20 March to Fri 3 April: the last ten, and Sunday 22 March for its week.
    #expect(names.first == "2026-04-03" && names.count == 11)
    #expect(names.suffix(2) == ["2026-03-25", "2026-03-22"])
    #expect(bytes(backups.folder + "/notes.txt") == [1])
    #expect(bytes(backups.folder + "/2026-03-20-1200-other.db") == [1])
  }

  @Test func theNewestGoodOneIsOffered() throws {
    let store = try store("Nordlicht")
    let first = try #require(try store.backUp(.daily, at: noon))
    let second = try #require(try store.backUp(.daily, at: day(1)))
    #expect(backups.newestGood() == second)
    var broken = bytes(second.path)
    for place in 4096 * 3..<4096 * 9 { broken[place] = 0x5a }
    write(broken, to: second.path)
    #expect(Backups.fault(of: second.path) == "didn't pass its check")
    #expect(backups.newestGood() == first)
    write(Array("no database".utf8), to: second.path)
    #expect(Backups.fault(of: second.path) == "isn't a debrief database")
    try store.queue.inDatabase {
      try $0.execute(sql: "UPDATE application SET created = 'nonsense'")
    }
    let error = #expect(throws: StoreError.self) { try store.dossier(ID("aaa0")) }
    #expect(error?.description.contains("`debrief restore \(first.name)`") == true, "\(error!)")
    try store.close()
    // The same when it cannot even be opened.
    var bad = bytes(folder())
    for place in 100..<4096 { bad[place] = 0x5a }
    write(bad, to: folder())
    let other = #expect(throws: StoreError.self) { try self.store() }
    #expect(other?.description.contains("`debrief restore \(first.name)`") == true, "\(other!)")
  }

  @Test func aMigrationBacksUpFirst() throws {
    try store("Nordlicht").close()
    let before = try Store(path: folder()).archive()
    let known = Store.knownSchema
    let next = Migration.all + [Migration(version: known + 1) { try $0.execute(sql: "SELECT 1") }]
    let newer = try Store(
      path: folder(), access: .create, busyTimeout: 1, backups: backups, migrations: next)
    let made = try #require(backups.list().first)
    #expect(made.name == "2026-03-20-1200-update" && backups.list().count == 1)
    #expect(try Store(path: made.path).archive() == before)
    #expect(newer.schemaVersion == known + 1)
    // Where no backup can be made, nothing is migrated.
    let last = next + [Migration(version: known + 2) { try $0.execute(sql: "SELECT 1") }]
    chmod(backups.folder, 0o500)
    defer { chmod(backups.folder, 0o700) }
    guard getuid() != 0 else { return }
    try newer.close()
    #expect(throws: StoreError.self) {
      try Store(
        path: folder(), access: .create, busyTimeout: 1, backups: backups, migrations: last)
    }
  }

  // MARK: Going back

  @Test func aPreviewSaysWhatWouldGoAndComeBack() throws {
    let store = try store("Nordlicht", "Acme")
    try store.apply(inserts(.finding(finding("ffff", of: "aaa0", "interrupted twice"))), at: noon)
    try store.save(PrivateNote(application: ID("aaa0"), text: "mine", recorded: noon))
    let made = try #require(try store.backUp(.asked, at: noon))
    let last = noon.adding(seconds: 60)
    var acme = application("aaa1", "Acme")
    let before = acme
    acme.notes = "other"
    try store.apply(
      Change(
        "x",
        [
          .update(from: .application(before), to: .application(acme)),
          .insert(.application(application("cccc", "Later"))),
          .delete(.finding(finding("ffff", of: "aaa0", "interrupted twice"))),
        ]), at: last)
    try store.save(PrivateNote(application: ID("aaa0"), text: "mine, and more", recorded: noon))
    let there = try store.archive()
    try store.close()
    let restoring = try Restoring(made.path, to: folder())
    let preview = try restoring.preview()
    func counts(_ numbers: Int...) -> RestorePreview.Counts {
      var it = RestorePreview.Counts()
      (it.here, it.there, it.onlyHere, it.onlyThere, it.differ) =
        (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])
      return it
    }
    #expect(
      preview.counts == [.application: counts(3, 2, 1, 0, 1), .finding: counts(0, 1, 0, 1, 0)])
    #expect(preview.privateNotes == counts(1, 1, 0, 0, 1))
    #expect(preview.leaving == ["Later · Engineer"])
    #expect(preview.newestHere == last && preview.newestThere == noon)
    #expect(preview.isComplete && !preview.changesNothing)
    // To look changes nothing.
    #expect(try Store(path: folder()).archive() == there)
    guard case .backup(let kept)? = try restoring.carryOut(keeping: backups, at: last) else {
      Issue.record("there is no backup")
      return
    }
    #expect(kept.reason == .restore)
    #expect(try Store(path: kept.path).archive() == there)
    let now = try Store(path: folder())
    #expect(try now.check() == [] && now.archive() == Store(path: made.path).archive())
    #expect(try now.privateNote(ID("aaa0"))?.text == "mine")
    try now.close()
    #expect(try Restoring(made.path, to: folder()).preview().changesNothing)
  }

  @Test func aRestoreThatIsCutOffLeavesNothingUnnamed() throws {
    let store = try store("Nordlicht")
    let made = try #require(try store.backUp(.asked, at: noon))
    try store.apply(inserts(.application(application("bbbb", "Acme"))), at: noon)
    let archive = try store.archive()
    try store.close()
    // Killed while it copied, and killed between the second name and the exchange.
    write([1, 2], to: folder("debrief.db.restoring-999999"))
    write([1], to: folder("debrief.db.restoring-999999-journal"))
    link(folder(), folder("debrief.db.before-2026-03-20-1200"))
    rename(folder("debrief.db-journal"), folder("debrief.db.before-2026-03-20-1200-journal"))
    #expect(
      Restoring.unfinished(folder()).sorted()
        == ["debrief.db.restoring-999999", "debrief.db.restoring-999999-journal"].map { folder($0) }
    )
    let restoring = try Restoring(made.path, to: folder())
    #expect(access(folder("debrief.db.restoring-999999"), F_OK) != 0)
    #expect(access(folder("debrief.db.restoring-999999-journal"), F_OK) != 0)
    #expect(access(folder("debrief.db.before-2026-03-20-1200"), F_OK) != 0)
    #expect(access(folder("debrief.db-journal"), F_OK) == 0)
    #expect(try Store(path: folder()).archive() == archive)
    #expect(Restoring.unfinished(folder()) == [], "this one is at work")
    withExtendedLifetime(restoring) {}
  }

  @Test func aCopyThatIsCutOffIsNamedAndRemovedByTheNextOne() throws {
    let store = try store("Nordlicht")
    let header = Array("SQLite format 3\0".utf8)
    let ours = ["copy.db.part-999999", "copy.db.part-999999-journal", "copy.db.part-12"]
    for name in ours { write(name.hasSuffix("12") ? [] : header, to: folder(name)) }
    for name in ours { chmod(folder(name), 0o600) }
    // Somebody's own files, and the part of a copy to another place.
    let others = [
      "copy.db.part-7", "copy.db.part-8", "copy.db.part-one", "copy.db.part-", "else.db.part-3",
    ]
    for name in others { write(name == "copy.db.part-7" ? [1, 2] : header, to: folder(name)) }
    chmod(folder("copy.db.part-7"), 0o600)
    chmod(folder("copy.db.part-8"), 0o644)
    #expect(
      Set(Store.unfinishedCopies(beside: folder()))
        == Set((ours + ["copy.db.part-7", "copy.db.part-8", "else.db.part-3"]).map { folder($0) }))
    try store.backup(to: folder("copy.db"))
    for name in ours { #expect(access(folder(name), F_OK) != 0, "\(name)") }
    for name in others { #expect(access(folder(name), F_OK) == 0, "\(name)") }
    #expect(try Store(path: folder("copy.db")).archive() == store.archive())
  }

  @Test func oneThatIsNotCarriedOutLeavesNothing() throws {
    let store = try store("Nordlicht")
    let made = try #require(try store.backUp(.asked, at: noon))
    try store.close()
    let before = bytes(folder())
    do { _ = try Restoring(made.path, to: folder()).preview() }
    #expect(Set(folder.names) == ["debrief.db", "debrief.db-journal", "state"])
    #expect(bytes(folder()) == before)
  }

  /// Taking the write bits away says that the file shall stay: another one in its place would get around that.
  @Test func aFileThatMayOnlyBeReadIsNotRestored() throws {
    let store = try store("Nordlicht")
    let made = try #require(try store.backUp(.asked, at: noon))
    try store.close()
    let before = bytes(folder())
    chmod(folder(), 0o400)
    #expect(throws: StoreError.readOnly(folder())) { try Restoring(made.path, to: folder()) }
    #expect(Set(folder.names) == ["debrief.db", "debrief.db-journal", "state"])
    #expect(bytes(folder()) == before)
    chmod(folder(), 0o600)
    _ = try Restoring(made.path, to: folder())
  }

  /// What can't be written is named, and what only can't be read stays what it is.
  @Test func whatHasNoRoomIsWhereItIsWritten() {
    for (error, wanted) in [
      (StoreError.full("a"), StoreError.full("b")), (.overQuota("a"), .overQuota("b")),
      (.overLimit("a"), .overLimit("b")), (.readOnly("a"), .readOnly("b")),
      (.damaged(path: "a", detail: "x"), .damaged(path: "a", detail: "x")), (.io("a"), .io("a")),
    ] {
      #expect(error.written(to: "b") == wanted)
    }
  }

  @Test func aBackupOfANewerVersionIsRefused() throws {
    let store = try store("Nordlicht")
    let made = try #require(try store.backUp(.asked, at: noon))
    try store.close()
    let queue = try DatabaseQueue(path: made.path)
    try queue.inDatabase { try $0.execute(sql: "PRAGMA user_version = 70") }
    try queue.close()
    #expect(Backups.fault(of: made.path) == "was saved by a newer version of debrief")
    #expect(throws: StoreError.newer(path: made.path, found: 70, known: Store.knownSchema)) {
      try Restoring(made.path, to: folder())
    }
    #expect(Set(folder.names) == ["debrief.db", "debrief.db-journal", "state"])
  }
}
