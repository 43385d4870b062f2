import DebriefModel
import TUI

/// The guided debrief: one question at a time, saved as it is answered.
struct ChecklistPane: Equatable, Sendable {
  /// The item being asked; nil takes the one to resume at.
  var item: String?
  /// The option the cursor stands on; before the first where a number is asked for and none is picked.
  var option = 0
  /// Go on to the next item once the answer is stored, unless it suggests something.
  var advance = false
  /// The digits typed so far where a number is asked for.
  private(set) var typed = ""
  /// Where the cursor of the current item stands at first, to notice when that changes.
  private var start: Int?
  /// The number of items, to notice when a debrief begins.
  private var debrief: ID?
  /// The reply that opened the debrief again and was gone to already.
  private var reply: ID?

  /// The place of the current item.
  func index(_ wizard: Wizard?) -> Int {
    guard let wizard else { return 0 }
    return wizard.entries.firstIndex { $0.item.id == item } ?? wizard.resume
  }

  /// The current item.
  func entry(_ wizard: Wizard?) -> Wizard.Entry? {
    guard let wizard, !wizard.entries.isEmpty else { return nil }
    return wizard.entries[index(wizard)]
  }

  mutating func go(to index: Int, _ wizard: Wizard?) {
    guard let wizard, wizard.entries.indices.contains(index) else { return }
    item = wizard.entries[index].item.id
    advance = false
    resetOption(wizard)
  }

  /// Lets go of the number that is typed.
  mutating func forgetTyped() { typed = "" }

  private mutating func resetOption(_ wizard: Wizard) {
    guard let entry = entry(wizard) else { return }
    let options = ChecklistPane.options(entry, wizard)
    let given = entry.response.flatMap { response in
      options.firstIndex { $0.value == response.value }
    }
    typed = ""
    start = options.firstIndex(where: \.isDefault)
    option = given ?? start ?? (entry.item.kind == .count ? -1 : 0)
  }

  /// Follows a new state of the wizard: resumes at the exact item, or goes on after an answer.
  mutating func refresh(_ wizard: Wizard?) {
    guard let wizard, !wizard.entries.isEmpty else {
      item = nil
      return
    }
    if debrief != wizard.debrief.id {
      debrief = wizard.debrief.id
      item = nil
    }
    // Wherever one was: a reply that opens the debrief again leads to where it is taken in.
    if let came = wizard.reply?.id, came != reply { item = nil }
    reply = wizard.reply?.id
    if item == nil || !wizard.entries.contains(where: { $0.item.id == item }) {
      item = wizard.entries[wizard.resume].item.id
      resetOption(wizard)
    }
    if advance, let entry = entry(wizard), entry.isDone {
      advance = false
      if wizard.offers(entry).isEmpty { next(wizard) }
    }
    if let entry = entry(wizard) {
      let options = ChecklistPane.options(entry, wizard)
      // What was just added may be all that was wanted: then the cursor goes on to saying so.
      let now = options.firstIndex(where: \.isDefault)
      if start == nil, let now { option = now }
      start = now
      let least = entry.item.kind == .count ? -1 : 0
      option = max(least, min(option, options.count - 1))
    }
  }

  /// The item after the current one.
  mutating func next(_ wizard: Wizard) {
    let at = index(wizard)
    if at + 1 < wizard.entries.count { go(to: at + 1, wizard) }
  }

  /// The pane's own keys: they choose and answer.
  mutating func rawKey(
    _ key: Key, _ wizard: Wizard?, now: Moment, ids: inout IDSource
  ) -> [Request]? {
    guard let wizard, let entry = entry(wizard) else { return nil }
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
      return choose(options[0], entry, wizard, now: now, ids: &ids)
    case .char("n") where entry.item.kind == .yesNo:
      return choose(options[1], entry, wizard, now: now, ids: &ids)
    default:
      guard case .character(let c) = key.code, key.modifiers.isEmpty, c.isASCII,
        let digit = c.wholeNumberValue
      else { return nil }
      return digitKey(digit, options, entry, wizard, now: now, ids: &ids)
    }
    return []
  }

  private mutating func digitKey(
    _ digit: Int, _ options: [Option], _ entry: Wizard.Entry, _ wizard: Wizard, now: Moment,
    ids: inout IDSource
  ) -> [Request]? {
    switch entry.item.kind {
    case .scale:
      guard (1...5).contains(digit) else { return [.notice("The scale goes from 1 to 5.")] }
      return choose(options[digit - 1], entry, wizard, now: now, ids: &ids)
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
      return choose(options[digit - 1], entry, wizard, now: now, ids: &ids)
    default: return [.notice("Digits answer here; Tab or Alt with the digit goes to another pane.")]
    }
  }

  /// How long a number may get: more than anything that is counted here.
  static let mostDigits = 4

  /// Keeps the number that was typed; nil when none was.
  mutating func number(
    _ entry: Wizard.Entry, _ wizard: Wizard, now: Moment, ids: inout IDSource
  ) -> [Request]? {
    guard entry.item.kind == .count, !typed.isEmpty else { return nil }
    let value = typed
    typed = ""
    if let number = Int(value), number < entry.item.range.lowerBound {
      return [.notice("You were one of them: it counts from \(entry.item.range.lowerBound).")]
    }
    return answer(value, entry, wizard, now: now, ids: &ids)
  }

  private mutating func answer(
    _ value: String, _ entry: Wizard.Entry, _ wizard: Wizard, now: Moment, ids: inout IDSource
  ) -> [Request] {
    if wizard.debrief.closed != nil { return [ChecklistPane.reopening(wizard)] }
    item = entry.item.id
    advance = true
    var requests: [Request] = [
      .effect(.apply(wizard.ticked(entry, value: value, ids: &ids, now: now)))
    ]
    if entry.item.id == WizardFacts.moodItem, let mood = Int(value), mood <= 2,
      !wizard.debrief.resting
    {
      requests.append(.overlay(.picker(ChecklistPane.restPicker)))
    }
    return requests
  }

  /// What a closed debrief answers when it would be changed: it asks first.
  static func reopening(_ wizard: Wizard) -> Request {
    let day = wizard.debrief.closed.map { " on \($0.day.long)" } ?? ""
    return .overlay(
      .confirm(
        ConfirmOverlay(
          question: "Open this debrief again?",
          detail: "It was closed\(day). Its answers can be changed then.",
          yes: .apply(wizard.reopen()))))
  }

  /// Whether a question of a closed debrief leads somewhere and changes nothing.
  static func onlyLooks(_ entry: Wizard.Entry) -> Bool { entry.item.kind == .task(.page) }

  /// What a low mood is answered with: only what fades, then rest (A6).
  static let restPicker = PickerOverlay(
    picker: Picker(
      title: "That sounds hard. How much today?",
      options: [
        PickerOption(
          id: "rest", title: "Only write down what fades, then rest",
          detail: "a few minutes; the rest keeps"),
        PickerOption(id: "go", title: "Go on with the whole", detail: "it can be stopped any time"),
      ], filterable: false),
    purpose: .rest)

  /// Does what an option says.
  mutating func choose(
    _ option: Option, _ entry: Wizard.Entry, _ wizard: Wizard, now: Moment, ids: inout IDSource
  ) -> [Request] {
    let application = wizard.debrief.application
    switch option.does {
    case .focus, .page: break
    default: if wizard.debrief.closed != nil { return [ChecklistPane.reopening(wizard)] }
    }
    switch option.does {
    case .answer(let value): return answer(value, entry, wizard, now: now, ids: &ids)
    case .form(let purpose): return [.form(purpose)]
    case .focus(let pane): return [.focus(pane)]
    case .page:
      var requests: [Request] = [.page]
      if !entry.isDone {
        item = entry.item.id
        advance = true
        requests.append(
          .effect(.apply(wizard.answer(entry, value: "seen", id: ids.draw(), now: now))))
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
              entry, value: words.isEmpty ? "none" : words.joined(separator: " "), id: ids.draw(),
              now: now)))
      ]
    case .close:
      if let obstacle = wizard.obstacles.first { return [.notice(obstacle + " } goes to it.")] }
      return [
        .effect(.apply(wizard.close(entry, id: ids.draw(), event: ids.draw(), now: now))),
        .notice("Closed. \(Int(wizard.minutes)) minutes well spent; {review.page} shows the page."),
      ]
    case .write: return [.form(.answer(application, item: entry.item.id))]
    }
  }
}
