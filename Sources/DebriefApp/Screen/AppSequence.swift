import DebriefModel
import TUI

/// Keys in a sequence: which begin one, which go on with it, and what a key does that leaves it.
extension App {
  /// Goes on with a sequence of keys over a screen, or begins one; nil for a key that does neither. Where
  /// text is typed no letter begins one, and nowhere a key that moves or closes.
  mutating func sequence(_ key: Key) -> [Effect]? {
    guard let top = overlays.last else { return nil }
    let scope = type(of: top).scope
    if pendingKeys.isEmpty {
      let isText = top.isTyping && key.modifiers.isEmpty && !key.isFunction
      if isText || scope.taken.contains(key) { return nil }
    }
    let pressed = pendingKeys + [key]
    var isBegun = false
    for scope in scope.hearing.filter({ $0 != .everywhere }) + [.everywhere] {
      switch desk.commands.keymap(scope)?.match(pressed) {
      case .found(let name)?:
        guard pressed.count > 1, scope != .everywhere || isHeard(name, over: top) else { break }
        pendingKeys = []
        return desk.commands.command(name, in: scope).map { perform($0) } ?? []
      case .partial?: isBegun = true
      case .none?, nil: break
      }
    }
    let before = pendingKeys
    if isBegun {
      pendingKeys = pressed
      if Followers(of: pressed, commandsHeard, place, desk)?.isEmpty == false { return [] }
    }
    pendingKeys = []
    return before.isEmpty ? nil : leftSequence(pressed)
  }

  /// A key that doesn't go on with the keys before it leaves them.
  mutating func leftSequence(_ pressed: [Key]) -> [Effect] {
    let key = pressed[pressed.count - 1]
    if let effects = everywhere(key) { return effects }
    // Esc only leaves a sequence; any other key was meant to go on with it.
    if key != Key(.escape), key != .ctrl("c"), let sequence = KeySequence(pressed) {
      notice = Notice(text: "\(sequence.description) does nothing here; {help} shows the keys.")
    }
    return []
  }

  /// The commands that are heard over whatever lies on the screen.
  static let overAll: Set<String> = ["repaint", "suspend", "privacy"]

  /// Whether a command of everywhere is heard over what lies on top.
  private func isHeard(_ name: String, over top: any Place) -> Bool {
    if name == "help" { return !(top is HelpOverlay || top is PickerOverlay) }
    return App.overAll.contains(name) || type(of: top).scope.alone?.contains(name) == true
  }

  /// The commands that are heard here, those of the innermost place first.
  var commandsHeard: [Command] {
    let inner = scopes.filter { $0 != .everywhere }.flatMap { desk.commands.commands($0) }
    let outer = desk.commands.commands(.everywhere)
    guard let top = overlays.last else { return inner + outer }
    return inner + outer.filter { isHeard($0.name, over: top) }
  }
}
