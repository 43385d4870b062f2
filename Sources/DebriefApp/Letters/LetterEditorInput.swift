import DebriefModel
import TUI

/// What an open letter does with input and with what was read for it.
extension LetterEditor {
  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    let before = self
    var requests: [Request] = []
    switch event {
    case .resize, .tooLong, .pointer: return []
    case .paste(let text):
      switch part {
      case .subject: subject.insert(text)
      case .text: area.insert(text)
      case .remarks: return [.notice("{letter.next} goes to the text; paste it there.")]
      }
    case .key(let key):
      switch part {
      case .subject:
        if key == Key(.enter) || key == Key(.down) {
          part = .text
        } else {
          _ = subject.handle(key)
        }
      case .text:
        let room = LetterLayout(LetterLayout.inside(desk.size)).text
        _ = area.handle(key, width: room.width, height: room.height)
      case .remarks: requests = remarkKey(key, desk)
      }
    }
    let isChanged = values != before.values
    if isLocked, isChanged {
      self = before
      return [.notice(LetterEditor.settled)]
    }
    // A key that only moves changes nothing that is checked.
    return requests + written(desk, changed: isChanged)
  }

  mutating func point(_ at: Pointed, _ desk: inout Desk) -> [Request] {
    switch (at.text, at.place) {
    case (LetterEditor.subjectNumber?, let it?):
      part = .subject
      subject.point(column: it.x, columns: it.size.width)
    case (_, let it?):
      part = .text
      area.point(x: it.x, y: it.y, width: it.size.width, height: it.size.height)
    default:
      guard let row = at.row else { return [] }
      part = .remarks
      if remarks.indices.contains(row) { picked = row }
    }
    return lookUp(desk)
  }

  /// What the line of the subject is called when it is pointed at.
  static let subjectNumber = 1

  private mutating func remarkKey(_ key: Key, _ desk: Desk) -> [Request] {
    if key == Key(.enter) {
      return goToPlace(of: picked) || remarks.isEmpty
        ? [] : [.notice("That suggestion applies to the whole letter: \(remarks[picked].mend)")]
    }
    var list = ListState()
    let height =
      ListState.pages(key)
      ? Surface.shown(on: Size(desk.size.width, desk.size.height - 1)) { draw($0, desk) } : 1
    list.select(picked, count: remarks.count, height: height)
    if list.handle(key, count: remarks.count, height: height) {
      picked = max(0, list.selection)
      return []
    }
    guard case .character = key.code, key.modifiers.isEmpty else { return [] }
    return [
      .notice(
        isLocked
          ? LetterEditor.settled
          : "You can't edit these suggestions. {letter.next} goes to the text.")
    ]
  }

  /// Checks the letter again when its words changed, and asks about words that nobody looked up yet.
  mutating func written(_ desk: Desk, changed: Bool) -> [Request] {
    if changed { check(desk) }
    return lookUp(desk)
  }

  mutating func hear(_ message: Message, _ desk: inout Desk) -> [Request]? {
    switch message {
    case .edited(let text):
      guard let text, !isLocked else { return [] }
      replace(text: text.droppingLineBreaks)
      check(desk)
      return []
    case .letterDesk(let around, _) where around.letter == letter.id:
      take(around)
      let requests = lookUp(desk)
      check(desk)
      return requests
    case .words(let report, let foreign):
      take(report, foreign: foreign)
      check(desk)
      return []
    case .drafted(let draft, let wanted, _) where wanted.letter == letter.id:
      replace(subject: draft.subject, text: draft.text)
      around?.gaps = draft.gaps
      check(desk)
      return [.notice("New draft written. {key.undo} undoes it.")]
    default: return nil
    }
  }

  /// Asks for what lies around it, and for the words letters are checked by: thousands, and the letter
  /// can be read meanwhile.
  mutating func wants(_ desk: inout Desk) -> [Effect] {
    guard !askedFor else { return [] }
    askedFor = true
    let around = Effect.loadLetterDesk(letter.application, letter: letter.id)
    return desk.linter.asks() ? [.afterwards(.loadLintWords), .afterwards(around)] : [around]
  }

  // MARK: Leaving

  var unsaved: Unsaved? {
    guard draft != nil else { return nil }
    let head = subject.text.isEmpty ? "" : "Subject: \(subject.text)\n\n"
    return Unsaved(label: "a letter", text: head + area.text)
  }
}

extension String {
  /// Without the line breaks at its end, which an editor adds.
  var droppingLineBreaks: String {
    var text = Substring(self)
    while text.hasSuffix("\n") { text = text.dropLast() }
    return String(text)
  }
}
