import DebriefModel
import TUI

/// The guided debrief: one question at a time, saved as it is answered.
struct ChecklistPane: Pane {
  static let id = PaneID.checklist
  static let scope = Scope.checklist

  /// Where one is at a question.
  enum Stage: Equatable, Sendable {
    /// It is asked.
    case asking
    /// It is answered, and what follows from the answer is offered, one thing after another.
    case offering
    /// What was written down is rated, one key each.
    case rating
  }

  /// The item being asked; nil takes the one to resume at.
  var item: String?
  var stage = Stage.asking
  /// The option the cursor stands on; before the first where none is.
  var option = 0
  /// Go on to the next item once the answer is stored, unless something is offered.
  var advance = false
  /// What is typed.
  var field = AnswerField()
  /// A cause of one's own that was picked: one other is asked for before it is kept (A5).
  var blamed: String?
  /// The questions and answers that pasted notes can be cut into.
  var pieces: [Transcript.Turn] = []
  /// Who was written down here and is known from nowhere else.
  var justMet: Set<ID> = []
  /// Whether a key led to this question, and the same keys lead on from it until something is typed.
  var isPassing = false
  /// Whether an answer led to this question, and no Esc said that keys are commands: whoever typed it may
  /// still be typing.
  var isFollowing = false
  /// Whether a letter was typed at this question that is none of its keys.
  var hasStrayed = false
  /// Whether the keys are commands although a text is asked for: Esc left the field.
  var isOut = false
  /// The boxes that are ticked and not stored yet.
  var ticked: Set<String> = []
  /// What was offered and declined.
  var declined: Set<String> = []
  /// Whether the line that says why it is asked is shown.
  var showsWhy = false
  /// The item that ``field`` and ``option`` were made for.
  private var loaded: String?
  /// The debrief they were made for, to notice when another begins.
  private var debrief: ID?
  /// The change to try that is asked about.
  private var trying: ID?
  /// The debrief for which the changes to try from last time were asked for.
  private var asked: ID?
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

  /// Forgets what the field was made for, so that it is made anew.
  mutating func loaded(_ item: String?) { loaded = item }

  /// Goes to a question.
  mutating func go(to index: Int, _ wizard: Wizard?, _ desk: Desk) {
    guard let wizard, wizard.entries.indices.contains(index) else { return }
    item = wizard.entries[index].item.id
    arrive(wizard, desk)
  }

  /// The item after the current one.
  mutating func next(_ wizard: Wizard, _ desk: Desk) {
    let at = index(wizard)
    if at + 1 < wizard.entries.count { go(to: at + 1, wizard, desk) }
  }

  /// Goes on to the next item after an answer.
  mutating func goOn(_ wizard: Wizard, _ desk: Desk) {
    next(wizard, desk)
    isFollowing = true
  }

  /// Shows the current question anew: what is on file of it, and what was half typed.
  private mutating func arrive(_ wizard: Wizard, _ desk: Desk) {
    (advance, stage, showsWhy) = (false, .asking, false)
    (isOut, isPassing, isFollowing, hasStrayed) = (false, false, false, false)
    guard let entry = entry(wizard) else { return }
    loaded = entry.item.id
    trying = wizard.trying?.improvement.id
    (pieces, blamed) = ([], nil)
    field = ChecklistPane.field(entry, wizard, desk)
    if let draft = desk.drafts[field.scope] { field.restore(draft) }
    ticked = Set(Item.ticks(entry.response?.value ?? ""))
    resetOption(entry, wizard)
  }

  private mutating func resetOption(_ entry: Wizard.Entry, _ wizard: Wizard) {
    let options = ChecklistPane.options(entry, wizard, filter: field.text)
    let given = entry.response.flatMap { response in
      options.firstIndex { $0.value == response.value }
    }
    option = given ?? options.firstIndex(where: \.isDefault) ?? (field.parts.isEmpty ? 0 : -1)
  }

  /// Whether what is typed chooses among the options.
  func isFilter(_ entry: Wizard.Entry) -> Bool {
    entry.item.kind == .task(.causes) && blamed == nil
  }

  /// Follows a new state of the wizard: resumes at the exact item, or goes on after an answer.
  mutating func follow(_ folder: Folder, _ desk: Desk) {
    guard let wizard = folder.wizard, !wizard.entries.isEmpty else {
      (item, loaded) = (nil, nil)
      field = AnswerField()
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
      arrive(wizard, desk)
    } else if loaded != item {
      arrive(wizard, desk)
    }
    guard let entry = entry(wizard) else { return }
    // The next of several changes to try is asked about in the same words.
    if entry.hasMore {
      advance = false
      if trying != wizard.trying?.improvement.id {
        arrive(wizard, desk)
        return
      }
    }
    if advance, entry.isDone {
      advance = false
      if ChecklistPane.offers(entry, wizard, declined).isEmpty {
        goOn(wizard, desk)
      } else {
        stage = .offering
      }
      return
    }
    if stage == .offering, ChecklistPane.offers(entry, wizard, declined).isEmpty {
      goOn(wizard, desk)
      return
    }
    if stage == .rating, ChecklistPane.unrated(wizard).isEmpty { stage = .asking }
    refreshField(entry, wizard, desk)
    let options = ChecklistPane.options(entry, wizard, filter: field.text)
    option = max(-1, min(option, options.count - 1))
  }

  /// What another window or an undo changed comes into the field, unless something is typed in it.
  private mutating func refreshField(_ entry: Wizard.Entry, _ wizard: Wizard, _ desk: Desk) {
    guard !field.isChanged else { return }
    let fresh = ChecklistPane.field(entry, wizard, desk)
    if fresh.parts.map(\.original) != field.parts.map(\.original) { field = fresh }
    if stage == .asking, entry.item.kind == .ticks, let value = entry.response?.value {
      ticked = Set(Item.ticks(value))
    }
  }

  // MARK: - The pane

  /// Whether a key without a modifier is text: a text is asked for, and nothing lies before it.
  var isTyping: Bool { stage == .asking && !isOut && !field.parts.isEmpty }

  var draft: Draft? { field.draft }
  var draftScope: String? { field.parts.isEmpty ? nil : field.scope }
  var unsaved: Unsaved? {
    guard field.isChanged else { return nil }
    let texts = field.parts.filter { !$0.area.isEmpty }
    let words = texts.map { $0.label.isEmpty ? $0.area.text : "\($0.label):\n\($0.area.text)" }
    return Unsaved(label: "an answer", text: words.joined(separator: "\n\n"))
  }

  func footerWord(_ command: Command, _ desk: Desk) -> String? {
    switch command.name {
    case "checklist.answer": isOut && !field.parts.isEmpty ? "type" : nil
    case "review.next": "lists"
    default: nil
    }
  }

  func texts(_ folder: Folder) -> [String] {
    folder.wizard?.entries.map { "\($0.item.ask) \($0.response?.value ?? "")" } ?? []
  }

  func row(_ folder: Folder) -> Int { index(folder.wizard) }

  mutating func select(_ row: Int, _ folder: Folder) {
    guard let wizard = folder.wizard, wizard.entries.indices.contains(row) else { return }
    item = wizard.entries[row].item.id
  }

  func title(_ folder: Folder) -> String {
    entry(folder.wizard).map { $0.step.title } ?? "Debrief"
  }

  func bar(_ desk: Desk) -> Bar? {
    guard let folder = desk.folder else { return nil }
    return entry(folder.wizard).map { Bar($0.item.id, $0.response.hashValue) } ?? Bar("begin")
  }

  func row(of thing: String, _ desk: Desk) -> Int? {
    desk.folder?.wizard?.entries.firstIndex { $0.item.id == thing }
  }

  /// Asks for the applications that are still open where the debrief comes to its end (A8), and for the
  /// changes to try where it begins (A9).
  mutating func wants(_ desk: inout Desk) -> [Effect] {
    if let wizard = desk.folder?.wizard, loaded != item { arrive(wizard, desk) }
    guard let folder = desk.folder, let item = entry(folder.wizard)?.item else { return [] }
    var effects: [Effect] = []
    if item.id == LiveApplication.item || item.kind == .task(.close),
      desk.folder?.live.asks() == true
    {
      effects.append(.loadLive(besides: folder.id))
    }
    // The changes to try from last time, once, before the first question is answered.
    if let debrief = folder.wizard?.debrief, debrief.closed == nil, asked != debrief.id {
      asked = debrief.id
      effects.append(.loadImprovements(besides: folder.id))
    }
    // The words that take back what one said are marked in the answers a weakness can be linked to.
    if !folder.dossier.turns.isEmpty, desk.hedges.asks() { effects.append(.loadHedges) }
    // Before Enter is pressed at their words, so that it never waits for the phrases.
    if item.binds == .refusalWords, desk.refusals.asks() { effects.append(.loadRefusalWords) }
    return effects
  }
}

extension Scope {
  static let checklist = pane("checklist", "Debrief", taken: Keys.answers)
}
