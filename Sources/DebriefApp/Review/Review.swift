import DebriefModel
import TUI

/// The review of one application: its dossier, what follows from it, and its panes.
struct Review: Equatable, Sendable {
  var dossier: Dossier
  /// The wizard over the dossier; nil before a debrief is begun or before the content is read.
  var wizard: Wizard?
  /// The checklist that would be used.
  var branch: Branch?
  var verdict: Verdict
  var status: Status
  /// Whether the content has been read.
  var hasContent = false
  var reasons: [Reason] = []
  private(set) var focus = PaneID.checklist
  /// The pane beside the checklist where only two fit.
  private(set) var left = PaneID.findings
  var zoomed = false
  var findings = FindingsPane()
  var feedback = FeedbackPane()
  var checklist = ChecklistPane()
  var script = ScriptPane()
  var preparation = PreparationPane()
  var letters = LettersPane()
  /// The question bank.
  private(set) var bank: [BankQuestion] = []
  /// The applications that are still open besides this one; nil before they are asked for.
  var live: [LiveApplication]?
  /// The words that are marked in answers; nil before an answer was looked at.
  var hedges: Hedges?
  /// The words of the last find.
  var needle = ""

  init(_ dossier: Dossier) {
    self.dossier = dossier
    verdict = Verdict(dossier, reasons: [])
    status = dossier.status(now: Moment(seconds: 0))
  }

  /// Works out again what follows from the dossier.
  mutating func refresh(content: Content, now: Moment) {
    status = dossier.status(now: now)
    reasons = content.reasons
    bank = content.bank
    hasContent = !content.reasons.isEmpty
    verdict = Verdict(dossier, reasons: content.reasons)
    branch = dossier.debrief?.branch ?? status.branch
    if let debrief = dossier.debrief, let list = content.checklists[debrief.branch] {
      wizard = Wizard(list, dossier, debrief, now: now)
      wizard?.live = live ?? []
    } else {
      wizard = nil
    }
    findings.clamp(dossier)
    feedback.clamp(dossier)
    script.clamp(dossier)
    preparation.refresh(dossier, bank: bank, now: now)
    letters.refresh(dossier)
    checklist.refresh(wizard)
  }

  mutating func focus(_ pane: PaneID) {
    focus = pane
    if pane != .checklist { left = pane }
  }

  /// The next pane, in the order of their numbers.
  mutating func cycle(_ step: Int) {
    let all = PaneID.allCases
    let at = (focus.rawValue - 1 + step + all.count) % all.count
    focus(all[at])
  }

  /// Finds words in the list of the focused pane.
  mutating func find(_ words: String) {
    needle = words
    if !words.isEmpty { jump(from: 0, step: 1) }
  }

  /// Goes to the next row that holds the words.
  mutating func jump(from start: Int?, step: Int) {
    let texts = searchable
    guard !texts.isEmpty, !needle.isEmpty else { return }
    let smart = needle.contains { $0.isUppercase }
    let wanted = smart ? needle : needle.lowercased()
    let origin = start ?? selection + step
    for i in 0..<texts.count {
      let at = ((origin + i * step) % texts.count + texts.count) % texts.count
      if (smart ? texts[at] : texts[at].lowercased()).containsText(wanted) {
        selection = at
        return
      }
    }
  }

  /// Whether any row of the focused pane holds the words.
  var hasMatch: Bool {
    let smart = needle.contains { $0.isUppercase }
    let wanted = smart ? needle : needle.lowercased()
    return searchable.contains { (smart ? $0 : $0.lowercased()).containsText(wanted) }
  }

  private var searchable: [String] {
    switch focus {
    case .findings: findings.shown(dossier).map(\.statement)
    case .feedback: dossier.feedback.map { "\($0.from) \($0.verbatim)" }
    case .script: dossier.turns.map { "\($0.question) \($0.answer) \($0.better)" }
    case .checklist: wizard?.entries.map { "\($0.item.ask) \($0.response?.value ?? "")" } ?? []
    case .preparation: preparation.items.map(\.text)
    case .letters: dossier.letters.map { "\($0.title) \($0.subject) \($0.text)" }
    }
  }

  private var selection: Int {
    get {
      switch focus {
      case .findings: findings.index(dossier)
      case .feedback: feedback.selected
      case .script: script.selected
      case .checklist: checklist.index(wizard)
      case .preparation: preparation.selected
      case .letters: letters.selected
      }
    }
    set {
      switch focus {
      case .findings: findings.select(newValue, dossier)
      case .feedback: feedback.selected = newValue
      case .script: script.selected = newValue
      case .checklist: checklist.go(to: newValue, wizard)
      case .preparation: preparation.select(newValue)
      case .letters: letters.select(newValue, dossier)
      }
    }
  }

  /// Puts the bar of the focused pane on a row.
  mutating func hold(_ row: Int) { selection = row }
}

extension PaneID {
  /// Where the pane's keys live in the table of commands.
  var scope: Scope {
    switch self {
    case .findings: .findings
    case .feedback: .feedback
    case .checklist: .checklist
    case .script: .script
    case .preparation: .preparation
    case .letters: .letters
    }
  }
}

extension String {
  /// Whether `part` stands anywhere in the text.
  func containsText(_ part: String) -> Bool {
    if part.isEmpty { return true }
    let needle = Array(part.utf8)
    let hay = Array(utf8)
    guard hay.count >= needle.count else { return false }
    for start in 0...(hay.count - needle.count)
    where hay[start] == needle[0] && hay[start..<(start + needle.count)].elementsEqual(needle) {
      return true
    }
    return false
  }
}
