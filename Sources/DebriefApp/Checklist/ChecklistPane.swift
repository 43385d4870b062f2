import DebriefModel
import TUI

/// The guided debrief: one question at a time, saved as it is answered.
struct ChecklistPane: Pane {
  static let id = PaneID.checklist
  static let scope = Scope.checklist

  /// The item being asked; nil takes the one to resume at.
  var item: String?
  /// The option the cursor stands on; before the first where a number is asked for and none is picked.
  var option = 0
  /// Go on to the next item once the answer is stored, unless it suggests something.
  var advance = false
  /// The digits typed so far where a number is asked for.
  var typed = ""
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

  /// What is said when a number that is typed is left before Enter kept it; nil when none is.
  var half: String? { typed.isEmpty ? nil : "\(typed) is not kept: only Enter keeps a number." }

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
  mutating func follow(_ folder: Folder, _ desk: Desk) {
    guard let wizard = folder.wizard, !wizard.entries.isEmpty else {
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

  // MARK: - The pane

  func texts(_ folder: Folder) -> [String] {
    folder.wizard?.entries.map { "\($0.item.ask) \($0.response?.value ?? "")" } ?? []
  }

  func row(_ folder: Folder) -> Int { index(folder.wizard) }

  mutating func select(_ row: Int, _ folder: Folder) { go(to: row, folder.wizard) }

  func title(_ folder: Folder) -> String {
    entry(folder.wizard).map { "Checklist · \($0.step.title)" } ?? "Checklist"
  }

  func bar(_ desk: Desk) -> Bar? {
    guard let folder = desk.folder else { return nil }
    return entry(folder.wizard).map { Bar($0.item.id, $0.response.hashValue) } ?? Bar("begin")
  }

  func row(of thing: String, _ desk: Desk) -> Int? {
    desk.folder?.wizard?.entries.firstIndex { $0.item.id == thing }
  }

  /// Asks for the applications that are still open where the debrief comes to its end (A8).
  mutating func wants(_ desk: inout Desk) -> [Effect] {
    guard let folder = desk.folder, let item = entry(folder.wizard)?.item,
      item.id == LiveApplication.item || item.kind == .task(.close),
      desk.folder?.live.asks() == true
    else { return [] }
    return [.loadLive(besides: folder.id)]
  }
}

extension Scope {
  static let checklist = pane("checklist", "Checklist", taken: Keys.answers)
}
