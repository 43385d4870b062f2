/// The keys that all editors share: those of readline.
extension TextBuffer {
  /// Follows a key; false when it is not one of them.
  mutating func handle(_ key: Key) -> Bool {
    let wasKilling = killing
    killing = false
    if edits(key, wasKilling: wasKilling) { return true }
    guard let target = movement(key) else {
      killing = wasKilling
      return false
    }
    closeRun()
    cursor = target
    return true
  }

  /// Puts what is typed in the place of all there is, as one change that can be undone.
  mutating func typeOver(_ text: String) {
    closeRun()
    replace(Position(), end, with: text, kind: .typing)
  }

  /// Where a key moves the cursor; nil when it is no movement.
  private func movement(_ key: Key) -> Position? {
    switch key {
    case Key(.left), .ctrl("b"): return before(cursor)?.0 ?? cursor
    case Key(.right), .ctrl("f"): return after(cursor)?.0 ?? cursor
    case Key(.home), .ctrl("a"): return Position(line: cursor.line, offset: 0)
    case Key(.end), .ctrl("e"): return lineEnd
    case Key(.home, .control): return Position()
    case Key(.end, .control): return end
    case .alt("b"), Key(.left, .control), Key(.left, .alt): return wordStart(Self.isWord)
    case .alt("f"), Key(.right, .control), Key(.right, .alt): return wordEnd()
    default: return nil
    }
  }

  private mutating func edits(_ key: Key, wasKilling: Bool) -> Bool {
    switch key {
    case Key(.backspace), .ctrl("h"):
      if let (start, _) = before(cursor) { replace(start, cursor, with: "", kind: .erasing) }
    case Key(.delete), .ctrl("d"):
      if let (next, _) = after(cursor) { replace(cursor, next, with: "", kind: .erasing) }
    case .ctrl("k"):
      let to = cursor == lineEnd ? after(cursor)?.0 ?? cursor : lineEnd
      kill(cursor, to, append: wasKilling)
    case .ctrl("u"):
      let start = Position(line: cursor.line, offset: 0)
      kill(start, cursor, prepend: wasKilling)
    case .ctrl("w"): kill(wordStart { !$0.isWhitespace }, cursor, prepend: wasKilling)
    case Key(.backspace, .alt), Key(.backspace, .control):
      kill(wordStart(Self.isWord), cursor, prepend: wasKilling)
    case .alt("d"), Key(.delete, .control), Key(.delete, .alt):
      kill(cursor, wordEnd(), append: wasKilling)
    case .ctrl("y"): replace(cursor, cursor, with: killed)
    case .ctrl("t"): transpose()
    case .ctrl("_"): undo()
    case .alt("_"): redo()
    default:
      guard case .character(let character) = key.code, key.modifiers.isEmpty else { return false }
      replace(cursor, cursor, with: String(character), kind: .typing)
    }
    return true
  }

  private var lineEnd: Position {
    Position(line: cursor.line, offset: lines[cursor.line].utf8.count)
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  /// The start of the word before the cursor.
  private func wordStart(_ isWord: (Character) -> Bool) -> Position {
    var place = cursor
    while let (start, character) = before(place), !isWord(character) { place = start }
    while let (start, character) = before(place), isWord(character) { place = start }
    return place
  }

  /// The end of the word behind the cursor.
  private func wordEnd() -> Position {
    var place = cursor
    while let (next, character) = after(place), !Self.isWord(character) { place = next }
    while let (next, character) = after(place), Self.isWord(character) { place = next }
    return place
  }

  private mutating func kill(
    _ from: Position, _ to: Position, append: Bool = false, prepend: Bool = false
  ) {
    killing = true
    guard from != to else { return }
    let text = slice(from, to)
    killed = append ? killed + text : prepend ? text + killed : text
    replace(from, to, with: "")
  }

  /// Swaps the characters before and behind the cursor, at the end of a line the last two.
  private mutating func transpose() {
    var middle = cursor
    if middle == lineEnd, let (start, _) = before(middle), start.line == middle.line {
      middle = start
    }
    guard let (start, first) = before(middle), let (next, second) = after(middle),
      start.line == middle.line, next.line == middle.line
    else { return }
    replace(start, next, with: String(second) + String(first))
  }
}
