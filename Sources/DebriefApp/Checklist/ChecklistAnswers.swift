import DebriefModel
import TUI

/// How a question is answered: by a key, by an option, by a number that is typed.
extension ChecklistPane {
  /// The pane's own keys: they choose and answer.
  mutating func take(_ event: InputEvent, _ desk: inout Desk) -> [Request]? {
    guard case .key(let key) = event, let wizard = desk.folder?.wizard, let entry = entry(wizard)
    else { return nil }
    let options = ChecklistPane.options(entry, wizard)
    let sideways: Bool
    switch entry.item.kind {
    case .scale, .sided, .count, .yesNo: sideways = true
    default: sideways = false
    }
    if !typed.isEmpty {
      // While a number is typed, only what belongs to it is a key of the field.
      switch key {
      case Key(.backspace), .ctrl("h"):
        typed.removeLast()
        return []
      case Key(.escape), .ctrl("u"):
        typed = ""
        return []
      case Key(.left), .char("h"), Key(.right), .char("l"): typed = ""
      default: break
      }
    }
    switch key {
    case Key(.left), .char("h"): if sideways || options.count > 1 { option = max(0, option - 1) }
    case Key(.right), .char("l"):
      if sideways || options.count > 1 { option = min(options.count - 1, option + 1) }
    case Key(.up), .char("k"): option = max(0, option - 1)
    case Key(.down), .char("j"): option = max(0, min(options.count - 1, option + 1))
    case .char("y") where entry.item.kind == .yesNo:
      return choose(options[0], entry, wizard, &desk)
    case .char("n") where entry.item.kind == .yesNo:
      return choose(options[1], entry, wizard, &desk)
    default:
      guard case .character(let c) = key.code, key.modifiers.isEmpty, c.isASCII,
        let digit = c.wholeNumberValue
      else { return nil }
      return digitKey(digit, options, entry, wizard, &desk)
    }
    return []
  }

  private mutating func digitKey(
    _ digit: Int, _ options: [Option], _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request]? {
    switch entry.item.kind {
    case .scale:
      guard (1...5).contains(digit) else { return [.notice("The scale goes from 1 to 5.")] }
      return choose(options[digit - 1], entry, wizard, &desk)
    case .count:
      if wizard.debrief.closed != nil { return [ChecklistPane.reopening(wizard)] }
      if typed.count >= ChecklistPane.mostDigits {
        return [.notice("That is as far as it counts.")]
      }
      item = entry.item.id
      typed = typed == "0" ? String(digit) : typed + String(digit)
      return []
    case .choice:
      guard (1...options.count).contains(digit) else {
        return [.notice("There are \(options.count) choices.")]
      }
      return choose(options[digit - 1], entry, wizard, &desk)
    case .yesNo, .sided, .line, .text, .date, .task:
      return [
        .notice("Digits answer here; {review.next} or Alt with the digit goes to another pane.")
      ]
    }
  }

  /// How long a number may get: more than anything that is counted here.
  static let mostDigits = 4

  /// Keeps the number that was typed; nil when none was.
  mutating func number(
    _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request]? {
    guard entry.item.kind == .count, !typed.isEmpty else { return nil }
    let value = typed
    typed = ""
    if let number = Int(value), number < entry.item.range.lowerBound {
      return [.notice("You were one of them: it counts from \(entry.item.range.lowerBound).")]
    }
    return answer(value, entry, wizard, &desk)
  }

  private mutating func answer(
    _ value: String, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request] {
    if wizard.debrief.closed != nil { return [ChecklistPane.reopening(wizard)] }
    item = entry.item.id
    let change = wizard.ticked(entry, value: value, ids: &desk.ids, now: desk.now)
    var requests: [Request] = [.effect(.apply(change, then: .goOn))]
    if entry.item.id == WizardFacts.moodItem, let mood = Int(value), mood <= 2,
      !wizard.debrief.resting
    {
      requests.append(.open(ChecklistPane.restPicker))
    }
    return requests
  }

  /// What a closed debrief answers when it would be changed: it asks first.
  static func reopening(_ wizard: Wizard) -> Request {
    let day = wizard.debrief.closed.map { " on \($0.day.long)" } ?? ""
    return .open(
      ConfirmOverlay(
        question: "Open this debrief again?",
        detail: "It was closed\(day). Its answers can be changed then.",
        yes: [.effect(.apply(wizard.reopen()))]))
  }

  /// Whether a question of a closed debrief leads somewhere and changes nothing.
  static func onlyLooks(_ entry: Wizard.Entry) -> Bool { entry.item.kind == .task(.page) }

  /// What a low mood is answered with: only what fades, then rest (A6).
  static var restPicker: PickerOverlay {
    PickerOverlay(
      "That sounds hard. How much today?",
      [
        .init(
          "Only write down what fades, then rest", detail: "a few minutes; the rest keeps"
        ) { desk in
          guard let wizard = desk.folder?.wizard else { return [] }
          return [.effect(.apply(wizard.rest(true, ids: &desk.ids, now: desk.now)))]
        },
        .init("Go on with the whole", detail: "it can be stopped any time"),
      ])
  }

  /// Does what an option says.
  mutating func choose(
    _ option: Option, _ entry: Wizard.Entry, _ wizard: Wizard, _ desk: inout Desk
  ) -> [Request] {
    let application = wizard.debrief.application
    if wizard.debrief.closed != nil, option.does.changes {
      return [ChecklistPane.reopening(wizard)]
    }
    switch option.does {
    case .answer(let value): return answer(value, entry, wizard, &desk)
    case .form(let purpose): return [.form(purpose)]
    case .focus(let pane): return [.focus(pane)]
    case .page:
      var requests: [Request] = [.page]
      if !entry.isDone {
        item = entry.item.id
        let change = wizard.answer(entry, value: "seen", id: desk.ids.draw(), now: desk.now)
        requests.append(.effect(.apply(change, then: .goOn)))
      }
      return requests
    case .toggle(let phase):
      var words = (entry.response?.value ?? "").split(separator: " ").map(String.init)
      if let at = words.firstIndex(of: phase.rawValue) {
        words.remove(at: at)
      } else {
        words.append(phase.rawValue)
      }
      words.removeAll { $0 == "done" }
      return [
        .effect(
          .apply(
            wizard.answer(
              entry, value: words.isEmpty ? "none" : words.joined(separator: " "),
              id: desk.ids.draw(), now: desk.now)))
      ]
    case .close:
      if let obstacle = wizard.obstacles.first {
        return [.notice(obstacle + " {checklist.step} goes to it.")]
      }
      let change = wizard.close(
        entry, id: desk.ids.draw(), event: desk.ids.draw(), now: desk.now)
      return [
        .effect(.apply(change)),
        .notice("Closed. \(Int(wizard.minutes)) minutes well spent; {review.page} shows the page."),
      ]
    case .write: return [.form(.answer(application, item: entry.item.id))]
    }
  }
}

extension Sequel {
  /// Goes on to the next question, once an answer is stored.
  static let goOn = Sequel { app in
    ChecklistPane.reach(&app) { pane, _ in pane.advance = true }
    return []
  }
}
