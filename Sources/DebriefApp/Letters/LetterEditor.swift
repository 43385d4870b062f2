import DebriefModel
import TUI

/// A letter that is open: its text at the left, what a check remarks beside it, live.
struct LetterEditor: DraftPlace {
  /// What has the keys.
  enum Part: CaseIterable, Equatable, Sendable { case text, remarks, subject }

  /// Why a letter that went out is not changed.
  static let settled =
    "This letter has been sent, so it can't be changed. {letters.add} starts another one."

  /// The letter as it is stored.
  let letter: Letter
  /// The form it is saved as.
  let purpose: FormPurpose
  /// What was there when it was opened: a draft is kept only when it differs.
  let original: [String: String]
  /// To whom.
  var to: ID?
  /// The subject line.
  var subject: TextField
  /// The text.
  var area: TextArea
  /// What has the keys.
  var part = Part.text
  /// The remark that is looked at.
  var picked = 0
  /// What the check remarks, gaps first.
  private(set) var remarks: [Remark] = []
  /// What lies around the letter, once it was read.
  var around: LetterDesk?
  /// Whether it was asked for.
  var askedFor = false
  /// Words that were looked up, and what the dictionary said about them.
  private var known: Set<String> = []
  private var report: SpellingReport?
  private var foreign: [String] = []

  /// Opens a letter with what was typed of it.
  init(_ letter: Letter, values: [String: String], original: [String: String]) {
    self.letter = letter
    purpose = .letter(letter.application, letter.id)
    self.original = original
    let to = values["to"] ?? ""
    self.to = to.isEmpty ? nil : ID(to)
    subject = TextField(values["subject"] ?? "")
    area = TextArea(values["text"] ?? "")
    area.moveToStart()
    if letter.isSent { part = .remarks }
  }

  /// Whether it went out and stays as it is.
  var isLocked: Bool { letter.isSent }

  /// The fields of a letter.
  static func values(of letter: Letter) -> [String: String] {
    ["to": letter.to?.text ?? "", "subject": letter.subject, "text": letter.text]
  }

  /// What it would be saved as.
  var values: [String: String] {
    ["to": to?.text ?? "", "subject": subject.text, "text": area.text]
  }

  /// What is half typed, when it is worth keeping.
  var draft: Draft? {
    values == original
      ? nil : Draft(scope: purpose.scope, fields: values, base: [.letter(letter)])
  }

  /// Takes a text over as one change, which ^_ takes back.
  mutating func replace(subject: String? = nil, text: String) {
    if let subject { self.subject.text = subject }
    area.replaceAll(text)
  }

  // MARK: The check

  /// Checks the letter again. Nothing is read for it: what is known is in `around`.
  mutating func check(_ desk: Desk) {
    check(desk.linter.value, desk.folder?.dossier, today: desk.now.day)
  }

  private mutating func check(_ linter: Linter?, _ dossier: Dossier?, today: Day) {
    var found = gaps
    if let linter, !isLocked {
      found += linter.remarks(
        subject: subject.text, text: area.text, context: context(dossier, today: today))
    }
    let first: Set<Remark.Rule> = [.gap, .recipient, .foreignName]
    remarks = found.filter { first.contains($0.rule) } + found.filter { !first.contains($0.rule) }
    picked = max(0, min(picked, remarks.count - 1))
  }

  /// What the check is told.
  private func context(_ dossier: Dossier?, today: Day) -> LintContext {
    var context = LintContext(today: today)
    context.kind = letter.letterKind
    context.recipient = to.flatMap { dossier?.person($0) }
    context.dossier = dossier
    context.profile = around?.profile
    context.resume = around?.resume
    context.others = (around?.others ?? []).filter { $0.id != letter.id }
    context.foreignNames = foreign
    context.spelling = report
    return context
  }

  /// What is not on file and would be said, with the keys that put it there.
  private var gaps: [Remark] {
    guard !isLocked else { return [] }
    return (around?.gaps ?? []).map { gap in
      Remark(
        .gap, words: gap.slot, says: "Missing: \(gap.missing).",
        why: gap.required ? "the letter doesn't work without it" : "the letter leaves it out",
        row: "A59",
        mend: gap.keys == "{\(LetterEditor.askMoment)}"
          ? "{Press} \(gap.keys), and type it here."
          : (gap.keys.isEmpty
            ? gap.fill.capitalizedFirst
            : "{Press} \(LetterEditor.way(gap.keys)), and \(gap.fill)")
            + ". Then {letter.anew} writes the draft again."
      )
    }
  }

  /// The keys that lead there from a letter, where letters are typed: they begin with the one that leaves it.
  static func way(_ keys: String) -> String {
    let isOut = keys.hasPrefix("Esc") || keys.hasPrefix("{letter.")
    return (isOut ? "" : "{key.out}") + keys.exchanging("Esc", for: "{key.esc}")
  }

  /// What would be asked about before it is marked as sent.
  var serious: [Remark] {
    remarks.filter { remark in
      switch remark.rule {
      case .recipient, .foreignName, .retractedClaim: true
      case .gap: around?.gaps.first { $0.slot == remark.words }?.required ?? true
      case .spelling, .doubledWord, .selfCentred, .resumeRepeated, .noCallback, .noMission, .noGoal,
        .noEvent, .staleEvent, .demand, .blame, .abstract, .twin, .noThanks, .noGoodWishes,
        .coldEnding, .tooLong, .tooShort:
        false
      }
    }
  }

  /// Takes what was read around the letter.
  mutating func take(_ around: LetterDesk) {
    self.around = around
    foreign = around.foreignNames
  }

  /// The words that are finished and were not looked up yet. They count as looked up from now on, so
  /// that no key asks twice.
  private mutating func newWords(_ desk: Desk) -> [String] {
    guard let linter = desk.linter.value, around != nil, !isLocked else { return [] }
    let context = context(desk.folder?.dossier, today: desk.now.day)
    let words = linter.wordsToSpell(subject: subject.text, text: area.text, context: context)
    let unfinished = part == .text ? wordAtCursor : nil
    let fresh = words.subtracting(known).filter { $0 != unfinished }
    known.formUnion(fresh)
    return fresh.sorted()
  }

  /// Asks about words that nobody looked up yet.
  mutating func lookUp(_ desk: Desk) -> [Request] {
    let fresh = newWords(desk)
    guard !fresh.isEmpty, let wanted else { return [] }
    return [.effect(.checkWords(fresh, text: area.text, wanted))]
  }

  /// What to draft to get this letter anew; nil for a kind of a later version.
  var wanted: LetterWanted? {
    letter.letterKind.map {
      LetterWanted(
        application: letter.application, kind: $0, to: to, letter: letter.id, due: letter.due)
    }
  }

  /// Takes what was said about words.
  mutating func take(_ new: SpellingReport, foreign names: [String]) {
    foreign = names
    guard var all = report else {
      report = new
      return
    }
    all.problem = new.problem
    all.unknown.merge(new.unknown) { _, latest in latest }
    report = all
  }

  /// Why spelling is not checked, in one sentence.
  var spellingProblem: String? { report?.problem }

  /// The word the cursor stands behind: it is still being written.
  private var wordAtCursor: String? {
    let head = area.text.prefix(area.cursorCharacter)
    let word = head.reversed().prefix { $0.isLetter || $0 == "'" || $0 == "’" || $0 == "-" }
    return word.isEmpty ? nil : String(word.reversed())
  }

  // MARK: Moving

  /// The next part, or the one before.
  mutating func go(_ step: Int) {
    let all = Part.allCases
    guard let at = all.firstIndex(of: part) else { return }
    part = all[(at + step + all.count) % all.count]
  }

  /// Goes to the place of the remark after the one looked at; false when none has one.
  mutating func nextPlace() -> Bool {
    guard !remarks.isEmpty else { return false }
    let start = part == .remarks ? picked - 1 : picked
    for i in 1...remarks.count {
      let at = ((start + i) % remarks.count + remarks.count) % remarks.count
      if remarks[at].place != nil { return goToPlace(of: at) }
    }
    return false
  }

  /// Goes to the place of a remark; false when it is about the whole letter.
  mutating func goToPlace(of index: Int) -> Bool {
    guard remarks.indices.contains(index) else { return false }
    picked = index
    guard let place = remarks[index].place else { return false }
    area.move(toCharacter: place.lowerBound)
    part = .text
    return true
  }
}
