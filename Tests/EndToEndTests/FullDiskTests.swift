import Glibc
import Testing

/// When the store cannot take a text, the text stays where it was typed.
@Suite(.timed) struct FullDiskTests {
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
    try run.type("c", until: "Write it down now")
    try run.type(Keys.pasteBegin, text, Keys.pasteEnd)
    try run.waitFor("THE END")
    try run.type(Keys.save)
    try run.waitFor("Files can't get any larger here")
    try run.wait("a word about it") { !run.screen.row(23).contains("Saved") }
    #expect(run.screen.shows("THE END"), "\(run.screen.text)")
    #expect(run.screen.shows("Write it down now"))
    // There is room again.
    let lifted = try home.run(
      ["--fsize=unlimited:unlimited", "--pid", "\(run.child.pid)"], binary: "/usr/bin/prlimit")
    try #require(lifted.status == 0, "\(lifted.err)")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(run.damage == [])
    #expect(try home.archive().note.map(\.text) == [text])
    #expect(try home.store { try $0.check() } == [])
  }

  @Test func aTextForALockedStoreStaysInItsForm() throws {
    let home = try PrivateHome()
    #expect(try home.run(["add", "Nordlicht", "Platform engineer"]).status == 0)
    let run = try home.opened()
    try run.type("c", until: "Write it down now")
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
    try run.type(Keys.save, until: "Waiting a few seconds to save.")
    try run.waitFor("What you type is kept in a file.")
    #expect(run.screen.shows("while it is locked"), "\(run.screen.text)")
    #expect(!run.screen.shows("Saved"))
    close(file)
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(try home.archive().note.map(\.text) == ["while it is locked"])
  }

  /// A program whose store can take nothing more, with a text typed into a form.
  private func crowded(_ home: PrivateHome, keys: String, until: String) throws -> TerminalRun {
    try home.addRefused()
    var info = stat()
    try #require(stat(home.database, &info) == 0)
    let run = try home.open(
      ["--fsize=\(info.st_size):unlimited", PrivateHome.binary], binary: "/usr/bin/prlimit")
    try run.waitFor("Nordlicht")
    try run.type(keys, until: until)
    return run
  }

  private let long = String(repeating: "words that need room ", count: 8_000) + "THE END"

  @Test func whoLeavesIsAskedAndCanHaveAFile() throws {
    let home = try PrivateHome()
    let run = try crowded(home, keys: "c", until: "Write it down now")
    try run.type(Keys.pasteBegin, long, Keys.pasteEnd)
    try run.waitFor("THE END")
    try run.type(Keys.save)
    try run.waitFor("Files can't get any larger here")
    try run.type(Keys.escape, until: "This isn't saved")
    #expect(!run.screen.shows("is saved;"))
    #expect(run.screen.shows("Save it as a file"), "\(run.screen.text)")
    try run.type(Keys.escape)
    try run.waitUntilGone("This isn't saved")
    #expect(run.screen.shows("THE END"))
    let lifted = try home.run(
      ["--fsize=unlimited:unlimited", "--pid", "\(run.child.pid)"], binary: "/usr/bin/prlimit")
    try #require(lifted.status == 0, "\(lifted.err)")
    try run.type(Keys.escape, until: "Kept as a draft")
    try run.quit()
    #expect(try home.drafts().map { $0.fields["text"] } == [long])
  }

  @Test func aTextThatCannotBeStoredGoesToAFile() throws {
    let home = try PrivateHome()
    let run = try crowded(home, keys: "c", until: "Write it down now")
    try run.type(Keys.pasteBegin, long, Keys.pasteEnd)
    try run.waitFor("THE END")
    try run.type(Keys.escape, until: "This isn't saved")
    try run.type(Keys.down, Keys.enter)
    try run.waitFor("save to: ")
    try run.type(Keys.enter, until: "Saved to ")
    try run.quit()
    let files = try home.run(["-c", "cat \"$0\"/debrief-text*", home.folder], binary: "/bin/sh")
    #expect(files.out == long + "\n")
    #expect(try home.drafts() == [])
  }

  @Test(arguments: [SIGTERM, SIGHUP] as [Int32])
  func whatCannotBeKeptAtTheEndIsInAFile(_ signal: Int32) throws {
    let home = try PrivateHome()
    try home.addRefused()
    // Room for a path on one line.
    let run = try home.opened(columns: 200)
    // Nobody lets go of the store: what a full disk does, but for files beside it.
    try lock(home) {
      try run.type("c", until: "Write it down now")
      try run.enter("words of mine")
      run.child.signal(signal)
      #expect(try run.end() == .exited(128 + signal))
    }
    #expect(run.damage == [])
    #expect(run.screen.shows("couldn't be saved"), "\(run.screen.text)")
    #expect(run.screen.shows("What you typed is in"))
    let folder = home.folder + "/state/debrief/drafts"
    let files = try home.run(["-c", "cat \"$0\"/*/*.txt", folder], binary: "/bin/sh")
    #expect(files.out.contains("words of mine"), "\(files)")
    let again = try home.open()
    try again.waitFor("R opens it")
    try again.type("R", until: "words of mine")
    try again.type(Keys.escape)
    try again.waitUntilGone("words of mine")
    try again.quit()
  }

  @Test func aPrivateNoteThatCannotBeKeptStays() throws {
    let home = try PrivateHome()
    try home.addRefused()
    let run = try home.opened()
    try run.type(Keys.enter, until: "go through it together")
    try run.type("B", until: "Private note")
    try lock(home) {
      try run.enter("between us")
      try run.type(Keys.escape, until: "This isn't saved")
      try run.type(Keys.down, Keys.enter)
      try run.waitFor("save to: ")
      try run.type(Keys.enter, until: "Saved to ")
    }
    #expect(!run.screen.shows("between us"))
    try run.quit()
    let files = try home.run(["-c", "cat \"$0\"/private-note*", home.folder], binary: "/bin/sh")
    #expect(files.out == "between us\n", "\(files)")
  }

  /// Holds the lock of a writer meanwhile.
  private func lock(_ home: PrivateHome, _ body: () throws -> Void) throws {
    let file = open(home.database, O_RDWR | O_CLOEXEC)
    try #require(file >= 0)
    defer { close(file) }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0001
    lock.l_len = 1
    try #require(fcntl(file, F_SETLK, &lock) == 0)
    try body()
  }
}
