import DebriefModel
import TUI

/// The one rule for letters that are no answer: you just type, and no word that is typed on after an answer
/// runs a command one can't see.
extension ChecklistPane {
  /// A character, or what is pasted, while something is offered or rated, or at a question that an answer led to. It belongs to the
  /// list that is seen, goes on with the answer above, or is a key of the footer; else it is said which keys
  /// there are. Nil lets a command have it.
  mutating func strayed(
    _ event: InputEvent, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request]? {
    if case .paste(let text) = event {
      guard canGoOn(entry) else { return nil }
      goOn(with: text)
      return []
    }
    guard case .key(let key) = event, case .character(let c) = key.code, key.modifiers.isEmpty,
      isHeld(wizard)
    else { return nil }
    if stage == .offering, let requests = seen(c, entry, wizard, &desk) { return requests }
    if isNamed(key, desk) { return nil }
    if c != " ", canGoOn(entry) {
      goOn(with: String(c))
      return []
    }
    // A slip is taken back at once, by whoever isn't in the middle of a word.
    if !hasStrayed, heard(key, desk)?.name == "undo" { return nil }
    hasStrayed = true
    return [.notice(keysHere(c, desk))]
  }

  /// Whether there is an answer above what is offered that more can be said to.
  private func canGoOn(_ entry: Wizard.Entry) -> Bool {
    stage == .offering && !field.parts.isEmpty && [.line, .text].contains(entry.item.kind)
  }

  /// Whoever types on has more to say: on a line of its own, so that no two words become one.
  private mutating func goOn(with text: String) {
    stage = .asking
    field.at = 0
    if !field.isEmpty { field.insert("\n") }
    field.insert(text)
  }

  /// Whether somebody may still be typing: what was rated or offered came by itself, and so did a question
  /// after an answer, the last one too: a word too many behind the lesson must not take the lesson back.
  func isHeld(_ wizard: Wizard) -> Bool {
    wizard.debrief.closed == nil && (stage != .asking || isFollowing)
  }

  /// A key of the list that stands above what is offered works on that list, and on no other.
  private mutating func seen(
    _ c: Character, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request]? {
    let options = ChecklistPane.options(entry, wizard)
    if c == " ", entry.item.kind == .ticks, options.indices.contains(option) {
      stage = .asking
      tick(options[option])
      return []
    }
    guard let at = options.firstIndex(where: { $0.key == String(c) }) else { return nil }
    switch options[at].does {
    case .answer(let value) where value == entry.response?.value:
      return [.notice(keysHere(c, desk))]
    case .tick, .answer: break
    case .form, .letter, .focus, .page, .number, .time, .tried, .phase, .reason, .go, .words,
      .finish, .gap, .privateNote:
      return nil
    }
    (stage, option) = (.asking, at)
    return choose(options[at], entry, wizard, &desk)
  }

  /// The command that a key would run.
  private func heard(_ key: Key, _ desk: Desk) -> Command? {
    ChecklistPane.scope.hearing.lazy.compactMap { desk.commands.action(key, $0) }.first
  }

  /// Whether the footer names the command of a key at this moment. Where the footer has no room for signs such
  /// as `?`, they still work: no word begins with one.
  private func isNamed(_ key: Key, _ desk: Desk) -> Bool {
    guard let heard = heard(key, desk) else { return false }
    if ["help", "palette", "checklist.why", "checklist.previous", "checklist.next"].contains(
      heard.name), case .character(let c) = key.code, !c.isLetter, !c.isNumber
    {
      return true
    }
    if let hints = hints(desk) {
      return hints.contains { $0.key == desk.named("{\(heard.name)}") }
    }
    return heard.footer != nil
  }

  /// What is said of a character that is no key here.
  private func keysHere(_ c: Character, _ desk: Desk) -> String {
    let typed = c == " " ? "Space" : String(c)
    guard stage != .asking, let hints = hints(desk) else {
      return "\(typed) isn't one of the answers here. {palette} shows every command."
    }
    let keys = hints.map { "\($0.key): \($0.title)" }.joined(separator: ", ")
    return "\(typed) does nothing here. \(keys)."
  }
}
