import DebriefApp
import TUI

/// What plain mode asks of the runner.
extension Runner {
  /// Lines come in place of keys from now on.
  func speaks(withEditor hasEditor: Bool) { app.speaks(withEditor: hasEditor) }

  /// A line that was typed; what another process wrote is looked at first.
  func say(_ line: String) {
    let seen = store.changeToken
    let isHeld = store.isUnasked
    if isHeld { store.readingWait = 0 }
    defer { if isHeld { becomeBusy() } }
    guard seen != token else { return send(.line(line)) }
    // A number means what was said, whatever another window has written since.
    let (before, isText) = (app.spokenText, app.isHearingText)
    meet(seen)
    if !isText, app.spokenText != before { return app.tellChanged() }
    send(.line(line))
  }

  /// Several lines that came at once.
  func paste(_ text: String) { send(.pastedLines(text)) }

  /// Whether the lines of a text are being typed.
  var isHearingText: Bool { app.isHearingText }

  /// What is to be said now.
  func saysNow() -> [String] { app.saysNow() }

  /// What happened, as far as it was not said yet.
  func saysNotice() -> [String] { app.saysNotice() }

  /// What is to be said of a line that a terminal has cut.
  func saysCut(_ line: String) -> [String] { app.tellsCut(line) }

  /// Whether what is typed now is for nobody else to read.
  var hidesLines: Bool { app.hidesLines }

  /// What is said at the end.
  var farewell: String { app.farewell }
}
