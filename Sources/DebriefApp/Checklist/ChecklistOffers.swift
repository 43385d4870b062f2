import DebriefModel
import TUI

extension ChecklistPane {
  /// What an answer leads to: shown below it, taken with Enter, declined with n, passed by any other
  /// key.
  enum Offer: Equatable {
    /// Something for the two lists.
    case finding(Suggestion)
    /// Only what fades, at a low mood (A6).
    case rest

    /// What tells it from the others of its question.
    var name: String {
      switch self {
      case .finding(let it): it.statement
      case .rest: "rest"
      }
    }
  }

  /// What is offered after an answer and was not declined.
  static func offers(
    _ entry: Wizard.Entry, _ wizard: Wizard, _ declined: Set<String>
  ) -> [Offer] {
    var offers = wizard.offers(entry).map(Offer.finding)
    if entry.item.id == WizardFacts.moodItem, !wizard.debrief.resting,
      let mood = entry.response.flatMap({ Int($0.value) }), mood <= 2
    {
      offers.append(.rest)
    }
    return offers.filter { !declined.contains("\(entry.item.id) \($0.name)") }
  }

  /// Takes a key while something is offered; nil for the keys of other commands.
  mutating func takeOffer(
    _ event: InputEvent, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request]? {
    guard case .key(let key) = event,
      let offer = ChecklistPane.offers(entry, wizard, declined).first
    else { return nil }
    switch key {
    case Key(.enter): return accept(offer, entry, wizard, &desk)
    case .char("n"):
      declined.insert("\(entry.item.id) \(offer.name)")
      if ChecklistPane.offers(entry, wizard, declined).isEmpty { next(wizard, desk) }
      return []
    default:
      guard key.modifiers.isEmpty, case .character(let c) = key.code,
        c.isLetter || c.isNumber || c == " ",
        !ChecklistPane.passing.contains(where: { isKey(key, of: $0, desk) })
      else { return nil }
      next(wizard, desk)
      return []
    }
  }

  /// The commands that work also while something is offered.
  private static let passing = [
    "checklist.previous", "checklist.next", "checklist.why", "checklist.deeper",
    "checklist.lighter", "undo", "help", "palette", "review.findings",
  ]

  private func isKey(_ key: Key, of command: String, _ desk: Desk) -> Bool {
    guard let it = desk.commands.command(command) else { return false }
    // Digits are no way out of a question: they are answers everywhere else.
    return it.keys.contains { KeySequence($0).map { $0.keys == [key] } ?? false }
      && !(key.code.isDigit)
  }

  private mutating func accept(
    _ offer: Offer, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request] {
    let change: Change
    switch offer {
    case .finding(let suggestion):
      guard let it = wizard.accept(suggestion, of: entry, id: desk.ids.draw(), now: desk.now)
      else { return [] }
      change = it
    case .rest:
      declined.insert("\(entry.item.id) \(offer.name)")
      change = wizard.take(Depth(.short), ids: &desk.ids, now: desk.now)
    }
    // It goes on by itself once nothing more is offered.
    return [.app { _ in [.apply(change, then: .none)] }]
  }
}

extension Key.Code {
  /// Whether it is the key of a digit.
  var isDigit: Bool { if case .character(let c) = self { c.isNumber } else { false } }
}
