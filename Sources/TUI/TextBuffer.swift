/// The text of an editor, its cursor, and its history. Every change goes through `replace`, and can
/// be undone. It knows no screen.
///
/// A line is a string without a line feed; places in it are byte offsets, which are found at once
/// in a text of any size. The cursor always stands between two characters.
struct TextBuffer: Equatable, Sendable {
  /// A place between two characters.
  struct Position: Equatable, Comparable, Sendable {
    var line = 0
    var offset = 0

    static func < (a: Position, b: Position) -> Bool { (a.line, a.offset) < (b.line, b.offset) }
  }

  /// What a change was, so that a run of the same can be undone as one.
  enum ChangeKind: Equatable, Sendable {
    case typing, erasing, other
  }

  private struct Edit: Equatable, Sendable {
    var start: Position
    var removed: String
    var inserted: String
    var before: Position
    var kind: ChangeKind
  }

  /// The lines; at least one.
  private(set) var lines: [String]
  /// Where the next character goes.
  var cursor: Position
  /// The text killed last.
  var killed = ""
  /// Whether the key before this one killed, so that the next kill adds to it.
  var killing = false
  private var past: [Edit] = []
  private var future: [Edit] = []
  private var open = false

  /// A text with the cursor at its end.
  init(_ text: String) {
    lines = TextWidth.hardLines(text)
    for i in lines.indices { lines[i].makeContiguousUTF8() }
    cursor = Position()
    cursor = end
  }

  var text: String { lines.count == 1 ? lines[0] : lines.joined(separator: "\n") }
  var isEmpty: Bool { lines.count == 1 && lines[0].isEmpty }
  var end: Position { Position(line: lines.count - 1, offset: lines[lines.count - 1].utf8.count) }

  /// Puts `text` in the place of what lies between two places, and the cursor behind it.
  mutating func replace(
    _ from: Position, _ to: Position, with text: String, kind: ChangeKind = .other
  ) {
    guard from != to || !text.isEmpty else { return }
    let removed = slice(from, to)
    let edit = Edit(start: from, removed: removed, inserted: text, before: cursor, kind: kind)
    cursor = apply(from, to, text)
    if !continues(edit) { past.append(edit) }
    open = kind != .other
    future.removeAll()
    alignCursor()
  }

  /// Ends a run of typing: what comes next is undone on its own.
  mutating func closeRun() { open = false }

  /// Takes back the last change.
  mutating func undo() {
    guard let edit = past.popLast() else { return }
    open = false
    _ = apply(edit.start, Self.end(of: edit.inserted, from: edit.start), edit.removed)
    cursor = edit.before
    future.append(edit)
  }

  /// Makes the change again that was taken back last.
  mutating func redo() {
    guard let edit = future.popLast() else { return }
    open = false
    cursor = apply(edit.start, Self.end(of: edit.removed, from: edit.start), edit.inserted)
    past.append(edit)
    alignCursor()
  }

  /// The text between two places.
  func slice(_ from: Position, _ to: Position) -> String {
    if from.line == to.line {
      return TextWidth.slice(of: lines[from.line], bytes: from.offset..<to.offset)
    }
    let first = lines[from.line]
    var parts = [TextWidth.slice(of: first, bytes: from.offset..<first.utf8.count)]
    parts += lines[(from.line + 1)..<to.line]
    parts.append(TextWidth.slice(of: lines[to.line], bytes: 0..<to.offset))
    return parts.joined(separator: "\n")
  }

  /// The index of an offset in a line.
  func index(_ position: Position) -> String.Index {
    let line = lines[position.line]
    return line.utf8.index(line.startIndex, offsetBy: min(position.offset, line.utf8.count))
  }

  /// The place before the character before `position`, and that character.
  func before(_ position: Position) -> (Position, Character)? {
    if position.offset > 0 {
      let line = lines[position.line]
      let i = line.index(before: index(position))
      return (
        Position(line: position.line, offset: line.utf8.distance(from: line.startIndex, to: i)),
        line[i]
      )
    }
    guard position.line > 0 else { return nil }
    return (Position(line: position.line - 1, offset: lines[position.line - 1].utf8.count), "\n")
  }

  /// The place behind the character at `position`, and that character.
  func after(_ position: Position) -> (Position, Character)? {
    let line = lines[position.line]
    if position.offset < line.utf8.count {
      let i = index(position)
      let next = line.index(after: i)
      return (
        Position(line: position.line, offset: line.utf8.distance(from: line.startIndex, to: next)),
        line[i]
      )
    }
    guard position.line + 1 < lines.count else { return nil }
    return (Position(line: position.line + 1, offset: 0), "\n")
  }

  /// The nearest place at or before `position` that is not inside a character.
  func aligned(_ position: Position) -> Position {
    let line = lines[min(max(0, position.line), lines.count - 1)]
    let count = line.utf8.count
    guard position.offset > 0, position.offset < count else {
      return Position(line: position.line, offset: min(max(0, position.offset), count))
    }
    let i = line.utf8.index(line.startIndex, offsetBy: position.offset)
    let start = line.index(before: line.index(after: i))
    return Position(
      line: position.line, offset: line.utf8.distance(from: line.startIndex, to: start))
  }

  /// Text may join with what stands behind it; the cursor then goes behind both.
  private mutating func alignCursor() {
    let start = aligned(cursor)
    if start != cursor, let (next, _) = after(start) { cursor = next }
  }

  /// Puts the cursor at the character that stands at a column, counted from a place; at most at an offset
  /// of that line.
  mutating func point(at column: Int, from start: Position, before end: Int) {
    var place = start
    var at = 0
    while let (next, _) = after(place), next.line == start.line, next.offset <= end {
      at += TextWidth.columns(slice(place, next))
      if at > column { break }
      place = next
    }
    closeRun()
    killing = false
    cursor = place
  }

  /// Replaces without history; returns the place behind the new text.
  private mutating func apply(_ from: Position, _ to: Position, _ text: String) -> Position {
    let behind = Self.end(of: text, from: from)
    if from.line == to.line, behind.line == from.line {
      let range = index(from)..<index(to)
      lines[from.line].replaceSubrange(range, with: text)
      return behind
    }
    let head = TextWidth.slice(of: lines[from.line], bytes: 0..<from.offset)
    let last = lines[to.line]
    let tail = TextWidth.slice(of: last, bytes: to.offset..<last.utf8.count)
    var parts = TextWidth.splitAtLineFeeds(text)
    parts[0] = head + parts[0]
    parts[parts.count - 1] += tail
    lines.replaceSubrange(from.line...to.line, with: parts)
    return behind
  }

  private static func end(of text: String, from start: Position) -> Position {
    Glyphs.withBytes(text) { bytes in
      var feeds = 0
      var tail = 0
      for (i, byte) in bytes.enumerated() where byte == 0x0a {
        feeds += 1
        tail = i + 1
      }
      return feeds == 0
        ? Position(line: start.line, offset: start.offset + bytes.count)
        : Position(line: start.line + feeds, offset: bytes.count - tail)
    }
  }

  /// Adds `edit` to the last one if both belong to one run of typing or erasing.
  private mutating func continues(_ edit: Edit) -> Bool {
    guard open, let last = past.last, last.kind == edit.kind else { return false }
    switch edit.kind {
    case .typing:
      guard edit.removed.isEmpty, edit.start == Self.end(of: last.inserted, from: last.start),
        edit.inserted.utf8.first != 0x0a,
        !(last.inserted.utf8.last == 0x20 && edit.inserted.utf8.first != 0x20)
      else { return false }
      past[past.count - 1].inserted += edit.inserted
    case .erasing:
      guard edit.inserted.isEmpty, last.inserted.isEmpty else { return false }
      if Self.end(of: edit.removed, from: edit.start) == last.start {
        past[past.count - 1].removed = edit.removed + last.removed
        past[past.count - 1].start = edit.start
      } else if edit.start == last.start {
        past[past.count - 1].removed += edit.removed
      } else {
        return false
      }
    case .other: return false
    }
    return true
  }
}
