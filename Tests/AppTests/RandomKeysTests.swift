import DebriefModel
import TUI
import TestSupport
import Testing

@testable import DebriefApp

@Suite(.timed) struct RandomKeysTests {
  /// Ten thousand keys, pastes and sizes: nothing crashes, every frame is whole, every selection
  /// valid. The keys that only leave the program are left out.
  @Test(arguments: [1, 2]) func tenThousandKeys(_ seed: Int) throws {
    var random = Seeded(seed: UInt64(seed))
    var desk = try Desk()
    let memory = DrawMemory()
    let plain = Array("abcdefghijklmnopqrstuvwxyzARENLKJSBCIX0123456789+-=/:?[]}.' é漢😀").map {
      Key.char($0)
    }
    let named: [Key] = [
      Key(.enter), Key(.enter), Key(.tab), Key(.tab, .shift), Key(.escape), Key(.backspace),
      Key(.up), Key(.down), Key(.left), Key(.right), Key(.home), Key(.end), Key(.pageUp),
      Key(.pageDown), Key(.delete), Key(.function(1)), .ctrl("s"), .ctrl("u"), .ctrl("r"),
      .ctrl("f"), .ctrl("p"), .alt("6"), .ctrl("g"), .alt("t"), .alt("n"), .ctrl("x"), .ctrl("o"),
      .ctrl("c"), .ctrl("l"), .alt("b"),
    ]
    let pastes = [
      "two\nlines", "\u{1B}[31mred\u{202E}", "", "漢字かな交じり文", String(repeating: "x", count: 3000),
    ]
    for count in 0..<10_000 {
      let event: InputEvent
      switch Int.random(in: 0..<100, using: &random) {
      case 0: event = .paste(pastes.randomElement(using: &random)!)
      case 1:
        event = .resize(
          Size(Int.random(in: 1...160, using: &random), Int.random(in: 1...50, using: &random)))
      case 2..<45: event = .key(named.randomElement(using: &random)!)
      default: event = .key(plain.randomElement(using: &random)!)
      }
      if event == .key(.char("q")), desk.app.screen == .home, desk.app.overlays.isEmpty { continue }
      var mayLeave = desk.app.top(ConfirmOverlay.self)?.question == "Quit debrief?"
      if let top = desk.app.top(PickerOverlay.self) { mayLeave = top.picker.title == "Commands" }
      desk.send(.input(event))
      if desk.app.isFinished, mayLeave {
        // Leaving was picked by its name, or confirmed: one begins again.
        #expect(try desk.store.check() == [])
        desk = try Desk()
        continue
      }
      if desk.app.isFinished {
        Issue.record("left at key \(count), which no key of the test does")
        return
      }
      // Every second frame is looked at cell by cell: with each of them a debug build takes longer than
      // a test that is run often should.
      if count % 2 == 0, let fault = brokenInvariant(desk.app) {
        Issue.record("\(fault) at key \(count) after \(event)")
        return
      }
      // A screen drawn from what is remembered is the screen drawn afresh.
      if count % 4 == 0, desk.app.frame(memory) != desk.app.frame() {
        Issue.record("the memory shows something else at key \(count) after \(event)")
        return
      }
      let home = desk.app.home
      if home.list.selection < 0 || home.list.selection > max(0, home.rows.count - 1) {
        Issue.record("selection \(home.list.selection) of \(home.rows.count) at key \(count)")
        return
      }
      if let review = desk.app.opened {
        let entries = review.wizard?.entries.count ?? 0
        if entries > 0, !(0..<entries).contains(review.checklist.index(review.wizard)) {
          Issue.record("no question is selected at key \(count)")
          return
        }
      }
    }
    #expect(try desk.store.check() == [])
  }
}
