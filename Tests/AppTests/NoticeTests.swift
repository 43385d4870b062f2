import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

/// The row that says what happened: a fault as one, whole, and for one key.
@Suite(.timed) struct NoticeTests {
  @Test func aFaultIsToldAsOne() throws {
    let program = try Desk()
    var app = program.app
    _ = app.run([.fault("That isn't a date.")])
    #expect(app.notice?.text == "That isn't a date." && app.notice?.isError == true)
    _ = app.run([.notice("It's there.")])
    #expect(app.notice?.text == "It's there." && app.notice?.isError == false)
  }

  @Test func aNoticeThatIsLongIsShownToItsEnd() throws {
    let desk = try Desk(Size(60, 20))
    let sentence =
      "The letter could not be handed over, for there is nothing here that takes mails: write it to "
      + "a file instead."
    desk.send(.failed(sentence))
    let rows = desk.screen.split(separator: "\n").suffix(3).joined(separator: " ")
    #expect(rows.contains("a file instead."))
  }

  @Test func aReadOnlyStoreSaysSoAtOnce() throws {
    let now = TestClock.morning
    var app = App(size: Size(80, 24), now: now, ids: IDSource(seed: 1), isReadOnly: true)
    _ = app.start()
    _ = app.handle(.started(drafts: []), now: now)
    #expect(app.frame().text.contains("Read only: your notes are safe"))
    _ = app.handle(.input(.key(.char("j"))), now: now)
    #expect(!app.frame().text.contains("Read only: your notes"))
    #expect(app.frame().row(0).contains("read only"))
    let usual = try Desk()
    #expect(!usual.screen.contains("ead only"))
  }
}
