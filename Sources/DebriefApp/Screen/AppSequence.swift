import DebriefModel
import TUI

/// A sequence of keys that was begun: what may follow, said at once in the last row.
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
      if !followers.isEmpty { return [] }
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
  private var heard: [Command] {
    let inner = scopes.filter { $0 != .everywhere }.flatMap { desk.commands.commands($0) }
    let outer = desk.commands.commands(.everywhere)
    guard let top = overlays.last else { return inner + outer }
    return inner + outer.filter { isHeard($0.name, over: top) }
  }

  /// The commands that the keys pressed so far begin, and what is still to be pressed for each: those of the
  /// innermost place first, in the order of help.
  private var followers: [(rest: String, command: Command)] {
    var known: Set<[Key]> = []
    return heard.flatMap { command in
      command.keys.compactMap { text -> (rest: String, command: Command)? in
        guard let keys = KeySequence(text)?.keys, keys.count > pendingKeys.count,
          keys.starts(with: pendingKeys),
          let rest = KeySequence(Array(keys.dropFirst(pendingKeys.count))),
          // A key that means two things here means what the inner place says.
          known.insert(rest.keys).inserted
        else { return nil }
        return (rest.description, command)
      }
    }
  }

  /// Draws the last row while a sequence is open: in whole titles where there is room, else in the short
  /// words, and else as many as fit and how many more there are.
  func drawFollowers(of begun: KeySequence, _ canvas: Canvas) {
    let lead = " \(begun.description) …:"
    let taken = canvas.text(lead, x: 0, y: 0, ink: Ink(.key))
    let room = canvas.part(
      Rect(x: taken + 1, y: 0, width: max(0, canvas.width - taken - 1), height: 1))
    let followers = followers
    let cancel = (key: "Esc", title: "cancel")
    func width(_ hints: [(key: String, title: String)]) -> Int {
      hints.reduce(room.width > 40 ? 1 : 0) {
        $0 + TextWidth.columns($1.key) + 1 + TextWidth.columns($1.title) + 2
      } - 2
    }
    // The keys before are forgotten once something is pointed at: a word is its command, and the last one
    // nothing more.
    var names: [String: String] = [:]
    for it in followers { names[it.rest] = it.command.name }
    func draw(_ hints: [(key: String, title: String)]) {
      room.hints(hints + [cancel], y: 0) { key in names[key].map { .command($0) } }
    }
    let titled = followers.map { (key: $0.rest, title: App.word($0.command.title)) }
    if width(titled + [cancel]) <= room.width { return draw(titled) }
    let place = place
    var short = followers.map { it in
      let word = place.footerWord(it.command, desk) ?? it.command.footer
      return (key: it.rest, title: word ?? App.word(it.command.title))
    }
    if width(short + [cancel]) <= room.width { return draw(short) }
    while !short.isEmpty {
      short.removeLast()
      let more = (key: "+\(followers.count - short.count)", title: "more")
      if width(short + [more, cancel]) <= room.width { return draw(short + [more]) }
    }
    draw([])
  }

  /// A title as it stands behind a key; an abbreviation keeps its capitals.
  private static func word(_ title: String) -> String {
    title.dropFirst().first?.isUppercase == true ? title : title.lowercasedFirst
  }
}
