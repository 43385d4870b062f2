import DebriefModel
import TUI

/// The mouse. Where a row or a word stands is known while the screen is drawn, and to whoever draws it: what
/// lies under the pointer is found by drawing the screen once more, and only when somebody points.
extension App {
  /// What lies under the pointer on the screen as it is.
  func pointed(_ pointer: Pointer) -> Pointed { Pointed(hits, x: pointer.x, y: pointer.y) }

  /// Follows the mouse. Nothing is answered, saved or left by it but what a word or a key on the screen says.
  mutating func point(_ action: Pointer.Action, _ at: Pointed) -> [Effect] {
    pendingKeys = []
    switch action {
    case .press: return press(at)
    case .pressTwice:
      // The list may have moved under the pointer since: what was selected is what was meant.
      if isPointedAtRow { return input(.key(Key(.enter))) }
      return press(at)
    case .wheelUp, .wheelDown:
      isPointedAtRow = false
      let requests = onPlace { $0.wheel(isDown: action == .wheelDown, at, &$1) }
      return run(requests)
    }
  }

  private mutating func press(_ at: Pointed) -> [Effect] {
    isPointedAtRow = false
    switch at.target {
    case nil: return []
    case .command(let name)?:
      return command(name).map { perform($0) } ?? []
    case .keys(let keys)?:
      var effects: [Effect] = []
      for key in keys { effects += input(.key(key)) }
      return effects
    case .row?: isPointedAtRow = true
    case .part?, .field?, .item?, .text?: break
    }
    return run(onPlace { $0.point(at, &$1) })
  }

  /// A command by its name, that of the innermost place first.
  private func command(_ name: String) -> Command? {
    scopes.lazy.compactMap { desk.commands.command(name, in: $0) }.first
      ?? desk.commands.command(name)
  }
}

extension Place {
  /// The rows that a notch of the wheel moves.
  static var notch: Int { 3 }

  /// Moves by the keys of a list, which is what the wheel does where nothing else is said.
  mutating func turned(isDown: Bool, _ desk: inout Desk, by rows: Int = Self.notch) -> [Request] {
    var requests: [Request] = []
    for _ in 0..<rows { requests += take(.key(Key(isDown ? .down : .up)), &desk) ?? [] }
    return requests
  }
}
