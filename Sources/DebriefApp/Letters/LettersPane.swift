import DebriefModel
import TUI

/// The letters of an application: drafts, what rests, what went out and what came back.
struct LettersPane: Equatable, Sendable {
  /// The selected letter.
  var selected = 0
  /// The letter the selection stays on, wherever it moves.
  var follow: ID?
  /// Whether what lies around the letters was asked for, so that it is asked for once.
  var askedFor = false
  /// The letter that is about to be marked as sent, once it was looked through.
  var sending: ID?

  /// Follows a new state of the dossier.
  mutating func refresh(_ dossier: Dossier) {
    if let follow, let at = dossier.letters.firstIndex(where: { $0.id == follow }) { selected = at }
    selected = max(0, min(selected, dossier.letters.count - 1))
  }

  /// The letter the commands work on, where there is a dossier.
  func current(_ dossier: Dossier?) -> Letter? { dossier.flatMap { current($0) } }

  /// The letter the commands work on.
  func current(_ dossier: Dossier) -> Letter? {
    dossier.letters.indices.contains(selected) ? dossier.letters[selected] : nil
  }

  mutating func select(_ index: Int, _ dossier: Dossier) {
    selected = max(0, min(index, dossier.letters.count - 1))
    follow = current(dossier)?.id
  }

  mutating func rawKey(_ key: Key, _ dossier: Dossier) -> Bool {
    var list = ListState()
    list.select(selected, count: dossier.letters.count, height: 8)
    guard list.handle(key, count: dossier.letters.count, height: 8) else { return false }
    select(list.selection, dossier)
    return true
  }

  mutating func perform(_ action: Action, _ dossier: Dossier, now: Moment) -> [Request] {
    let application = dossier.application.id
    switch action {
    case .letterAdd: return [.overlay(.picker(LettersPane.kindPicker(dossier, now: now)))]
    case .callCard: return [.overlay(.callCard(CallCardOverlay()))]
    case .letterFollow: return [.effect(.loadFollowThrough)]
    default: break
    }
    guard let it = current(dossier) else { return [] }
    follow = it.id
    switch action {
    case .letterOpen: return [.form(.letter(application, it.id))]
    case .letterEditor: return [.editor(.letter(application, it.id))]
    case .letterCopy where !it.isHeld(now: now):
      return [.effect(.copyLetter(it.id, application: application))]
    case .letterMail where !it.isHeld(now: now):
      return [.effect(.mailLetter(it.id, application: application))]
    case .letterWrite where !it.isHeld(now: now):
      var prompt = PromptOverlay(purpose: .letterFile(it.id, application: application))
      prompt.field = TextField(LettersPane.fileName(it, dossier))
      return [.overlay(.prompt(prompt))]
    case .letterCopy, .letterMail, .letterWrite:
      // A letter that rests may go all the same, with a reason (A65).
      return [.form(.letterRelease(application, it.id))]
    case .letterSend:
      if it.isHeld(now: now) { return [.form(.letterRelease(application, it.id))] }
      // What lies around it is read first: names that belong elsewhere are asked about.
      sending = it.id
      return [.effect(.loadLetterDesk(application, letter: it.id))]
    case .letterAnswer:
      if let ask = Recipe.ask(it, dossier) { return [.form(.reply(application, editing: ask.id))] }
      return [.form(.letterAnswered(application, it.id))]
    default: return []
    }
  }

  func whyDisabled(_ action: Action, _ dossier: Dossier, now: Moment) -> String? {
    guard let it = current(dossier) else {
      return "There is no letter yet; {letters.add} begins one."
    }
    switch action {
    case .letterSend where it.isSent:
      return "It went out already; {letters.answered} logs the answer."
    case .letterAnswer where it.state == .answered: return "Its answer is logged already."
    case .letterAnswer where !it.isSent:
      return "It has not gone out yet; {letters.sent} marks it as sent."
    case .letterEditor where it.isSent: return LetterEditor.settled
    case .letterCopy where it.text.isEmpty, .letterMail where it.text.isEmpty,
      .letterWrite where it.text.isEmpty, .letterSend where it.text.isEmpty:
      return "There is no text yet; {letters.open} writes it."
    default: return nil
    }
  }

  // MARK: What is picked

  /// A kind was picked: to whom, when there are several.
  mutating func picked(kind pick: String, _ dossier: Dossier, now: Moment) -> [Request] {
    guard let kind = LetterKind(rawValue: pick) else { return [] }
    return LettersPane.begin(kind, dossier, now: now)
  }

  /// A reader was picked.
  mutating func picked(recipient pick: String, _ kind: LetterKind, _ dossier: Dossier) -> [Request]
  {
    LettersPane.begin(kind, to: pick.isEmpty ? nil : ID(pick), dossier)
  }

  /// What was answered to "something is amiss".
  mutating func decided(_ sends: Bool, _ letter: ID, _ dossier: Dossier) -> [Request] {
    let application = dossier.application.id
    return [.form(sends ? .letterSent(application, letter) : .letter(application, letter))]
  }

  /// Where a letter is written to, when the user names no other file.
  static func fileName(_ it: Letter, _ dossier: Dossier) -> String {
    let company = dossier.application.company.lowercased().map {
      $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-"
    }
    let parts = String(company).split(separator: "-").joined(separator: "-")
    let word = it.letterKind?.word ?? it.kind
    return "\(parts.isEmpty ? "letter" : parts)-\(word).txt"
  }
}
