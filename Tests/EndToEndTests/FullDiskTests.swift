import Glibc
import Testing

/// When the store cannot take a text, the text stays where it was typed.
@Suite struct FullDiskTests {
  @Test func aTextThatCannotBeStoredStaysInItsForm() throws {
    let home = try PrivateHome()
    #expect(try home.run(["add", "Nordlicht", "Platform engineer"]).status == 0)
    // No file may grow: what a full disk is to a program.
    var info = stat()
    try #require(stat(home.database, &info) == 0)
    let run = try home.open(
      ["--fsize=\(info.st_size):unlimited", PrivateHome.binary], binary: "/usr/bin/prlimit")
    try run.waitFor("Nordlicht")
    let text = String(repeating: "words that need room ", count: 8_000) + "THE END"
    try run.type("c", until: "Capture now")
    try run.type(Keys.pasteBegin, text, Keys.pasteEnd)
    try run.waitFor("THE END")
    try run.type(Keys.save)
    try run.waitUntilGone("^S save")
    try run.wait("a word about it") { !run.screen.row(23).contains("Saved") }
    #expect(run.screen.shows("THE END"), "\(run.screen.text)")
    #expect(run.screen.shows("Capture now"))
    // There is room again.
    let lifted = try home.run(
      ["--fsize=unlimited:unlimited", "--pid", "\(run.child.pid)"], binary: "/usr/bin/prlimit")
    try #require(lifted.status == 0, "\(lifted.err)")
    try run.type(Keys.save, until: "Saved: ")
    try run.quit()
    #expect(run.damage == [])
    #expect(try home.archive().note.map(\.text) == [text])
    #expect(try home.store { try $0.check() } == [])
  }

  @Test func aTextForALockedStoreStaysInItsForm() throws {
    let home = try PrivateHome()
    #expect(try home.run(["add", "Nordlicht", "Platform engineer"]).status == 0)
    let run = try home.opened()
    try run.type("c", until: "Capture now")
    try run.enter("while it is locked")
    // The byte of a writer's lock in an SQLite file.
    let file = open(home.database, O_RDWR | O_CLOEXEC)
    try #require(file >= 0)
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0001
    lock.l_len = 1
    try #require(fcntl(file, F_SETLK, &lock) == 0)
    try run.type(Keys.save)
    try run.waitUntilGone("^S save")
    #expect(run.screen.shows("while it is locked"), "\(run.screen.text)")
    #expect(!run.screen.shows("Saved"))
    close(file)
    try run.type(Keys.save, until: "Saved: ")
    try run.quit()
    #expect(try home.archive().note.map(\.text) == ["while it is locked"])
  }
}
