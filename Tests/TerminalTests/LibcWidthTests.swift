import CTerminal
import Testing

@testable import TUI

@Suite(.timed) struct LibcWidthTests {
  /// Where libc knows a scalar, we count as it does, because ncurses asks libc. (The painter
  /// replaces the few that a newer libc counts otherwise.)
  @Test func widthsAreThoseOfLibc() {
    _ = dt_set_locale()
    var different = 0
    for value in UInt32(0xa0)...0x10ffff where Unicode.Scalar(value) != nil {
      let columns = dt_wcwidth(value)
      switch Glyphs.kind(value) {
      case .columns(value, let width) where columns > 0 && columns != Int32(width): different += 1
      case .mark where columns > 0: different += 1
      default: break
      }
    }
    #expect(different < 200)
  }
}
