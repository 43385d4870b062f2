import TUI

/// Tells two presses of a button that belong together from two that do not.
struct ClickCounter {
  /// Milliseconds within which the second has to come, as most desktops have it.
  static let limit = 400

  private var last: (pointer: Pointer, time: Int)?

  /// The event, or, where it is the second press at a cell, that it is. `time` is in milliseconds.
  mutating func counted(_ event: InputEvent, at time: @autoclosure () -> Int) -> InputEvent {
    guard case .pointer(let pointer) = event, pointer.action == .press else {
      // Whatever comes between the two parts them.
      last = nil
      return event
    }
    let now = time()
    if let last, last.pointer == pointer, now - last.time <= Self.limit {
      self.last = nil
      return .pointer(Pointer(.pressTwice, x: pointer.x, y: pointer.y))
    }
    last = (pointer, now)
    return event
  }
}
