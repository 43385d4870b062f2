import Glibc
import TestSupport
import Testing

/// However the program ends, the terminal is the shell's again and no text is lost.
@Suite(.timed) struct EndingTests {
  /// A form with a text in it that was seen on the screen and not saved.
  private func halfTyped(_ home: PrivateHome) throws -> TerminalRun {
    let run = try home.opened()
    #expect(run.modes != run.modesBefore)
    try run.type("a", until: "Add an application")
    try run.enter("Half a compa")
    return run
  }

  /// The text is offered, and there again.
  private func expectOffered(_ home: PrivateHome) throws {
    #expect(try home.drafts().map { $0.fields["company"] } == ["Half a compa"])
    let run = try home.open()
    try run.waitFor("There's unsaved text: an application. R continues it.")
    try run.type("R", until: "Half a compa")
    try run.type("ny", until: "Half a company")
    try run.type(Keys.save, until: "Saved: Half a company added.")
    try run.quit()
    #expect(try home.drafts() == [])
  }

  @Test(arguments: [(SIGTERM, 143), (SIGINT, 130), (SIGHUP, 129)] as [(Int32, Int32)])
  func aSignalEndsItInOrder(_ signal: Int32, _ code: Int32) throws {
    let home = try PrivateHome()
    let run = try halfTyped(home)
    run.child.signal(signal)
    #expect(try run.end() == .exited(code))
    #expect(run.damage == [])
    try expectOffered(home)
  }

  /// The job went in another window, and its private note with it: a file has what is on the screen.
  @Test func aSignalLosesNoPrivateNoteOfADeletedJob() throws {
    let home = try PrivateHome()
    try home.addRefused()
    let run = try home.opened()
    try run.type(Keys.enter, until: "go through it together")
    try run.type("B", until: "Private note")
    try run.enter("only here")
    try Window(home.database).keys("d y")
    #expect(try home.archive().application.isEmpty)
    run.child.signal(SIGTERM)
    #expect(try run.end() == .exited(143))
    let kept = try home.run(
      ["-c", "find \"$0\" -name 'private-*.txt' -perm 600 -exec cat {} +", home.folder + "/state"],
      binary: "/bin/sh")
    #expect(kept.out == "only here", "\(kept)")
  }

  @Test func aWindowThatIsClosedKeepsWhatWasTyped() throws {
    let home = try PrivateHome()
    let run = try halfTyped(home)
    run.hangUp()
    #expect(try run.end() == .exited(129))
    try expectOffered(home)
  }

  @Test func aClosedWindowEndsAnIdleProgram() throws {
    let home = try PrivateHome()
    let run = try home.opened()
    run.hangUp()
    #expect(try run.end() == .exited(129))
    #expect(try home.store { try $0.check() } == [])
  }

  @Test(arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGQUIT] as [Int32])
  func aCrashGivesTheTerminalBack(_ signal: Int32) throws {
    let home = try PrivateHome()
    let run = try home.opened()
    run.child.signal(signal)
    #expect(try run.end() == .killed(signal))
    #expect(run.damage == [])
    #expect(run.screen.shows("run debrief again"), "\(run.screen.text)")
    #expect(try home.store { try $0.check() } == [])
  }

  /// Nothing runs in a process that is killed: another one gives the terminal back.
  @Test func aKilledProgramGivesTheTerminalBack() throws {
    let home = try PrivateHome()
    let run = try halfTyped(home)
    #expect(run.isOn(1049) && run.isOn(1000))
    run.child.signal(SIGKILL)
    #expect(try run.end() == .killed(SIGKILL))
    #expect(run.damage == [])
    #expect(try home.store { try $0.check() } == [])
  }

  /// A fault in Swift's own code. What the runtime says of it is to be read where the shell is; an
  /// optimized program says nothing, so what to do is said in any case.
  @Test func theMessageOfARealFaultIsReadAfterwards() throws {
    let home = try PrivateHome()
    home.environment["DEBRIEF_TEST_TRAP"] = "1"
    // Room for the runtime's list of calls below its message.
    let run = try home.opened(columns: 120, rows: 100)
    #expect(run.isOn(1049) && run.modes != run.modesBefore)
    try run.type("j")
    let ending = try run.end()
    #expect([.killed(SIGILL), .killed(SIGTRAP)].contains(ending), "\(ending)")
    #expect(run.damage == [])
    #if DEBUG
      #expect(run.screen.shows("Index out of range"), "\(run.screen.text)")
    #endif
    #expect(run.screen.shows("stopped because of a bug (SIG"), "\(run.screen.text)")
    #expect(run.screen.shows("Everything saved is safe"))
    #expect(run.screen.shows("run debrief again"))
    #expect(run.screen.shows("`debrief doctor`"))
    #expect(try home.store { try $0.check() } == [])
  }

  /// Where the runtime's words go to a file, whoever sits at the terminal is told all the same.
  @Test func aFaultIsSaidAtTheTerminalToo() throws {
    let home = try PrivateHome()
    home.environment["DEBRIEF_TEST_TRAP"] = "1"
    let log = home.folder + "/log"
    let run = try home.open(
      ["-c", "exec \"$0\" 2> \"$1\"", PrivateHome.binary, log], columns: 120, binary: "/bin/sh")
    try run.wait("the first screen") { run.screen.shows("? help") || run.screen.shows("all keys") }
    try run.type("j")
    _ = try run.end()
    #expect(run.screen.shows("run debrief again"), "\(run.screen.text)")
    #expect(try home.run([log], binary: "/bin/cat").out.contains("run debrief again"))
    #expect(run.damage == [])
  }

  /// A terminal without a second screen keeps ours: the shell goes on in a row of its own.
  @Test func anOldTerminalGetsACleanLastRow() throws {
    let home = try PrivateHome()
    home.environment["TERM"] = "vt100"
    let run = try home.opened()
    let last = run.screen.row(23)
    #expect(!last.isEmpty)
    try run.quit()
    #expect(run.screen.row(23).isEmpty, "\(run.screen.text)")
    #expect(run.modes == run.modesBefore)
  }

  @Test func twoSignalsAtOnceAreHarmless() throws {
    let home = try PrivateHome()
    let run = try halfTyped(home)
    run.child.signal(SIGTERM)
    run.child.signal(SIGHUP)
    let ending = try run.end()
    #expect([143, 129].contains(ending.code), "\(ending)")
    #expect(run.damage == [])
    #expect(try home.store { try $0.check() } == [])
  }

  @Test func withoutAShellThereIsNothingToSuspendTo() throws {
    let home = try PrivateHome()
    let run = try home.opened()
    try run.type(Keys.suspend, "?")
    try run.waitFor("j k scroll")
    try run.type("q")
    try run.waitUntilGone("j k scroll")
    try run.quit()
    #expect(run.damage == [])
  }

  @Test func aResizeWhileStoppedIsSeenAfterwards() throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused()
    let run = try home.opened()
    // STOP cannot be caught: the program learns of it only when it goes on.
    run.child.signal(SIGSTOP)
    run.resize(columns: 120, rows: 40)
    run.child.signal(SIGCONT)
    try run.wait("a screen of 120x40") {
      run.screen.row(39).contains("a add") && run.screen.shows("Nordlicht")
    }
    try run.quit()
    #expect(run.damage == [])
  }
}
