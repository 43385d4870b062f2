/// The guided debrief as a state machine: a checklist over a dossier. A value made anew from what
/// is stored, so that it always resumes at the exact item.
public struct Wizard: Hashable, Sendable {
  /// One item that applies, with what was answered.
  public struct Entry: Hashable, Sendable {
    /// The step it belongs to.
    public var step: Step
    /// The item.
    public var item: Item
    /// What was answered, if anything.
    public var response: Response?
    /// Whether the checklist does not have the item: the answer is shown, and nothing is asked.
    public var isUnknown = false
    /// Whether it was answered or skipped.
    public var isDone: Bool { response != nil }
  }

  /// The debrief.
  public let debrief: Debrief
  /// The items that apply, in the order in which they are asked.
  public let entries: [Entry]
  /// Responses to items the checklist no longer has: kept and shown, never dropped.
  public let orphans: [Response]
  /// The values that conditions read.
  public let facts: WizardFacts
  /// What it is laid over.
  public let dossier: Dossier

  /// While it rests: how many wanted questions wait for another day.
  public let waiting: Int

  /// The applications that are still open, where they were read (A8).
  public var live: [LiveApplication] = []

  /// Lays a checklist over a dossier.
  public init(_ checklist: Checklist, _ dossier: Dossier, _ debrief: Debrief, now: Moment) {
    self.debrief = debrief
    self.dossier = dossier
    let facts = WizardFacts(dossier, debrief: debrief, now: now)
    self.facts = facts
    var given: [String: Response] = [:]
    for response in dossier.responses where response.debrief == debrief.id {
      given[response.item] = response
    }
    let steps = Wizard.order(checklist.steps, facts: facts, resting: debrief.resting)
    var entries: [Entry] = []
    for step in steps {
      for item in step.items where facts.holds(item.when) || given[item.id] != nil {
        entries.append(Entry(step: step, item: item, response: given[item.id]))
      }
    }
    let known = Set(checklist.items.map(\.id))
    let orphans = dossier.responses.filter {
      $0.debrief == debrief.id && !known.contains($0.item)
    }
    self.orphans = orphans
    self.entries = entries + orphans.map(Wizard.unknown)
    let later =
      debrief.resting
      ? Wizard.order(checklist.steps, facts: facts, resting: false).filter { !$0.capture } : []
    waiting = later.reduce(0) { sum, step in
      sum + step.items.count { $0.required && facts.holds($0.when) && given[$0.id] == nil }
    }
  }

  /// An answer to a question that a file of another day or of another version asked.
  private static func unknown(_ response: Response) -> Entry {
    let step = Step(
      id: "?", title: "Questions not known here",
      why: "Answers to questions this version does not know: kept as they were given.", items: [])
    let item = Item(
      id: response.item, ask: "\"\(response.item)\": a question this version does not know",
      kind: .text, why: "your answer is kept as it was given, also in an export")
    return Entry(step: step, item: item, response: response, isUnknown: true)
  }

  /// The steps that apply: those that save what fades come first, then those a fact moves to the
  /// front, then the rest; only the former while the user rests.
  static func order(_ steps: [Step], facts: WizardFacts, resting: Bool) -> [Step] {
    let fitting = steps.filter { facts.holds($0.when) }
    let capture = fitting.filter(\.capture)
    if resting { return capture }
    let rest = fitting.filter { !$0.capture }
    let moved = rest.filter { $0.first != nil && facts.holds($0.first) }
    return capture + moved + rest.filter { step in !moved.contains { $0.id == step.id } }
  }

  /// Required items answered or skipped: what progress counts, for the rest is only offered.
  public var done: Int { entries.filter { $0.item.required && $0.isDone }.count }
  /// Required items that apply.
  public var total: Int { entries.filter(\.item.required).count }
  /// Where to go on when the rest of a step is left: the next open item of the step that is wanted,
  /// else the first item of the next step; nil when neither is left.
  public func nextStep(after index: Int) -> Int? {
    guard entries.indices.contains(index) else { return nil }
    let step = entries[index].step.id
    return entries.indices.first { i in
      i > index && !entries[i].isUnknown
        && (entries[i].step.id != step || entries[i].item.required && !entries[i].isDone)
    }
  }
  /// The day of the last answer, or of the beginning.
  public var lastDay: Day {
    dossier.responses.filter { $0.debrief == debrief.id }.map(\.answered.day).max()
      ?? debrief.started.day
  }
  /// Required items still open.
  public var openRequired: [Entry] { entries.filter { $0.item.required && !$0.isDone } }

  /// The reply that opened it again after it was closed, as long as it is not closed with it.
  public var reply: Event? { debrief.lateReply(dossier.events) }

  /// Who sent that reply, and what it says; nil without one.
  public var lateWords: String? {
    guard let reply,
      let it = dossier.feedback.first(where: { $0.isEmployers && $0.received == reply.on })
    else { return nil }
    let said = it.verbatim.isEmpty ? it.three.first?.text ?? "" : it.verbatim
    let words = said.split(whereSeparator: \.isNewline).joined(separator: " ")
    return words.isEmpty ? nil : "\(it.from.isEmpty ? "They" : it.from): \"\(words)\""
  }

  /// Where such a reply is taken in, while nothing was answered since it came.
  private var replyPlace: Int? {
    guard let reply,
      !dossier.responses.contains(where: {
        $0.debrief == debrief.id && $0.answered > reply.recorded
      })
    else { return nil }
    return entries.firstIndex { $0.item.kind == .task(.replies) }
  }

  /// The index to resume at: where a reply that came after the close is taken in; else the first
  /// open item after the last one answered, else the first open one, else the last.
  public var resume: Int {
    if let replyPlace { return replyPlace }
    let asked = entries.prefix { !$0.isUnknown }
    let latest = asked.indices.filter { entries[$0].isDone }.max {
      guard let a = entries[$0].response, let b = entries[$1].response else { return false }
      return (a.answered, $0) < (b.answered, $1)
    }
    let start = latest ?? 0
    return entries[start...].firstIndex { !$0.isDone }
      ?? entries.firstIndex { !$0.isDone } ?? max(0, asked.count - 1)
  }

  /// Minutes spent so far: the gaps between answers, none counted for more than five minutes.
  public var minutes: Int {
    var last = debrief.started.seconds
    var seconds = 0
    for response in dossier.responses where response.debrief == debrief.id {
      seconds += min(300, max(0, response.answered.seconds - last))
      last = response.answered.seconds
    }
    return seconds / 60
  }

  /// The findings an answer suggests that are not taken over yet.
  public func offers(_ entry: Entry) -> [Suggestion] {
    guard let response = entry.response, !response.isSkipped else { return [] }
    return entry.item.suggests.filter { suggestion in
      facts.holds(suggestion.when, answer: response.value)
        && !dossier.findings.contains {
          $0.evidence == Evidence(.response, response.id)
            && $0.statement == Wizard.fill(suggestion, response.value)
        }
    }
  }

  /// The sentence of a suggestion with the answer filled in.
  public static func fill(_ suggestion: Suggestion, _ answer: String) -> String {
    guard let range = suggestion.statement.firstRange(of: "{answer}") else {
      return suggestion.statement
    }
    return suggestion.statement.replacingCharacters(in: range, with: answer)
  }

  /// The phases that have a finding, and those where "nothing found" was said in so many words.
  public var settled: (found: Set<Phase>, nothing: Set<Phase>) {
    let found = Set(dossier.findings.map(\.phase))
    var nothing: Set<Phase> = []
    for entry in entries where entry.item.kind == .task(.phases) {
      for word in (entry.response?.value ?? "").split(separator: " ") {
        if let phase = Phase(rawValue: String(word)) { nothing.insert(phase) }
      }
    }
    return (found, nothing.subtracting(found))
  }

  /// What still stands between the debrief and its close, each in one sentence; empty when it may
  /// be closed (A2).
  public var obstacles: [String] {
    var result: [String] = []
    let open = openRequired.filter {
      $0.item.kind != .task(.close) && $0.item.kind != .task(.phases)
    }
    if open.count == 1 {
      result.append("One question is still open: \(open[0].item.ask)")
    } else if open.count > 1 {
      result.append("\(open.count) questions are still open; the first: \(open[0].item.ask)")
    }
    if entries.contains(where: { $0.item.kind == .task(.phases) }) {
      let settled = settled
      for phase in Phase.allCases
      where !settled.found.contains(phase) && !settled.nothing.contains(phase) {
        result.append("Nothing is said yet about the time \(phase.label) the interview.")
      }
    }
    return result
  }
}

extension String {
  /// The first place where `part` stands.
  func firstRange(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }

  /// The text with a part exchanged.
  func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
