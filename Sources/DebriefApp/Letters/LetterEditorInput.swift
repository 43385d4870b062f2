import DebriefModel
import TUI

/// What an open letter does with input.
extension App {
  mutating func letterInput(_ it: LetterEditor, _ event: InputEvent) -> [Effect] {
    var it = it
    let before = it.values
    switch event {
    case .resize: return []
    case .paste(let text):
      switch it.part {
      case .subject: it.subject.insert(text)
      case .text: it.area.insert(text)
      case .remarks:
        notice = Notice(text: "{letter.next} goes to the text; paste it there.")
        return []
      }
    case .key(let key):
      if let action = commands.action(key, .letter) { return performWriting(action, it) }
      switch it.part {
      case .subject:
        if key == Key(.enter) || key == Key(.down) {
          it.part = .text
        } else {
          _ = it.subject.handle(key)
        }
      case .text:
        let room = LetterLayout(LetterLayout.inside(size)).text
        _ = it.area.handle(key, width: room.width, height: room.height)
      case .remarks: remarkKey(key, &it)
      }
    }
    if it.isLocked, it.values != before {
      notice = Notice(text: LetterEditor.settled)
      return []
    }
    // A key that only moves changes nothing that is checked.
    return written(it, changed: it.values != before)
  }

  private mutating func remarkKey(_ key: Key, _ it: inout LetterEditor) {
    if key == Key(.enter) {
      if !it.goToPlace(of: it.picked), !it.remarks.isEmpty {
        notice = Notice(text: "It is about the whole letter: \(it.remarks[it.picked].mend)")
      }
      return
    }
    var list = ListState()
    list.select(it.picked, count: it.remarks.count, height: 8)
    if list.handle(key, count: it.remarks.count, height: 8) {
      it.picked = max(0, list.selection)
    } else if case .character = key.code, key.modifiers.isEmpty {
      notice = Notice(
        text: it.isLocked
          ? LetterEditor.settled : "{letter.next} goes to the text; these are remarks to read.")
    }
  }

  /// Shows the letter as it is now, checks it again when its words changed, and asks about words that
  /// nobody looked up yet.
  private mutating func written(_ editor: LetterEditor, changed: Bool) -> [Effect] {
    var it = editor
    var effects: [Effect] = []
    if changed { it.check(linter, review?.dossier, today: now.day) }
    effects += lookUp(&it)
    overlays[overlays.count - 1] = .letter(it)
    return effects
  }

  private func lookUp(_ it: inout LetterEditor) -> [Effect] {
    let fresh = it.newWords(linter, review?.dossier, today: now.day)
    guard !fresh.isEmpty, let wanted = it.wanted else { return [] }
    return [.checkWords(fresh, text: it.area.text, wanted)]
  }

  private mutating func performWriting(_ action: Action, _ it: LetterEditor) -> [Effect] {
    var it = it
    switch action {
    case .writingSave: return saveLetter(it)
    case .writingLeave: return leaveLetter(it)
    case .writingNext, .writingPrevious:
      it.go(action == .writingNext ? 1 : -1)
      return written(it, changed: false)
    case .writingRemark:
      if !it.nextPlace() { notice = Notice(text: "No remark has a place in the text.") }
      return written(it, changed: false)
    default: break
    }
    guard !it.isLocked else {
      notice = Notice(text: LetterEditor.settled)
      return []
    }
    switch action {
    case .writingTo:
      guard let dossier = review?.dossier else { return [] }
      let kind = it.letter.letterKind
      let fitting = kind.map { LetterRules.whoCanGet($0, dossier, now: now) } ?? dossier.people
      let picker = LettersPane.recipientPicker(
        fitting.isEmpty ? dossier.people : fitting, kind, dossier, .letterTo, now: now)
      overlays.append(Overlay.picker(picker).named(commands))
      return []
    case .writingAnew:
      guard let wanted = it.wanted else {
        notice = Notice(text: "There is no template for this kind of letter.")
        return []
      }
      return [.draftLetter(wanted)]
    case .writingEditor: return [.edit(text: it.area.text, name: "letter")]
    case .writingAfresh:
      let kept = it
      let latest = review?.dossier.letters.first { $0.id == kept.letter.id } ?? kept.letter
      let stored = LetterEditor.values(of: latest)
      it = LetterEditor(latest, values: stored, original: stored)
      if let desk = kept.desk { it.take(desk) }
      it.askedFor = kept.askedFor
      drafts[it.purpose.scope] = nil
      notice = Notice(text: "Back to what is saved.")
      return [.discardDraft(scope: it.purpose.scope)] + written(it, changed: true)
    default: return []
    }
  }

  private mutating func saveLetter(_ it: LetterEditor) -> [Effect] {
    overlays.removeLast()
    drafts[it.purpose.scope] = nil
    do {
      let context = formContext.asSeen([.letter(it.letter)])
      if let aside = besides(it) { return saved(it, aside) }
      let change = try it.purpose.change(it.values, context, ids: &ids)
      guard !change.operations.isEmpty else {
        return [.discardDraft(scope: it.purpose.scope)]
      }
      notice = Notice(
        text: "Saved: the letter. {letters.sent} marks it as sent, once you have sent it.")
      return saved(it, change)
    } catch {
      overlays.append(.letter(it))
      notice = Notice(text: error.message, isError: true)
      return []
    }
  }

  private mutating func saved(_ it: LetterEditor, _ change: Change) -> [Effect] {
    unsaved = it
    return [.apply(change), .discardDraft(scope: it.purpose.scope)]
  }

  /// What was typed as a letter of its own, where another window has marked the open one as sent: what
  /// went out stays as it went.
  private mutating func besides(_ it: LetterEditor) -> Change? {
    guard !it.isLocked, it.draft != nil, let dossier = review?.dossier,
      let now = dossier.letters.first(where: { $0.id == it.letter.id }), now.isSent
    else { return nil }
    var new = Letter(
      id: ids.draw(), application: it.letter.application, kind: it.letter.kind,
      recorded: self.now)
    (new.to, new.subject, new.text) = (it.to, it.subject.text, it.area.text)
    review?.letters.follow = new.id
    notice = Notice(
      text: "Another window marked this letter as sent. What you typed is a new letter now.")
    return Change("add a letter", [.insert(.letter(new))])
  }

  mutating func leaveLetter(_ it: LetterEditor) -> [Effect] {
    overlays.removeLast()
    guard let draft = it.draft else {
      drafts[it.purpose.scope] = nil
      return [.discardDraft(scope: it.purpose.scope)]
    }
    drafts[draft.scope] = draft
    closing = .letter(it)
    notice = Notice(text: "Kept as a draft; open it again to go on.")
    return [.saveDraft(draft)]
  }

  /// What came of the words that were asked about.
  mutating func looked(_ report: SpellingReport, foreign: [String]) -> [Effect] {
    guard case .letter(var it)? = overlays.last else { return [] }
    it.take(report, foreign: foreign)
    it.check(linter, review?.dossier, today: now.day)
    overlays[overlays.count - 1] = .letter(it)
    return []
  }

  /// Somebody else is to read the open letter.
  mutating func readdressed(_ pick: String) -> [Effect] {
    guard case .letter(var it)? = overlays.last else { return [] }
    it.to = pick.isEmpty ? nil : ID(pick)
    notice = Notice(text: "{letter.anew} drafts it anew for them; ^_ takes that back.")
    it.check(linter, review?.dossier, today: now.day)
    overlays[overlays.count - 1] = .letter(it)
    return []
  }

  /// The text came back from the user's editor.
  mutating func setEditedLetter(_ text: String) {
    guard case .letter(var it)? = overlays.last, !it.isLocked else { return }
    var text = text
    while text.hasSuffix("\n") { text.removeLast() }
    it.replace(text: text)
    it.check(linter, review?.dossier, today: now.day)
    overlays[overlays.count - 1] = .letter(it)
  }
}

extension LetterEditor {
  /// What to draft to get this letter anew; nil for a kind of a later version.
  var wanted: LetterWanted? {
    letter.letterKind.map {
      LetterWanted(
        application: letter.application, kind: $0, to: to, letter: letter.id, due: letter.due)
    }
  }
}
