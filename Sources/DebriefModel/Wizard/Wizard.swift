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
    /// Whether what it asks for is on file already, from elsewhere.
    public var isKnown = false
    /// Whether it is asked once more, such as of the next change to try.
    public var hasMore = false
    /// What was answered to it, in words, where it is no longer asked.
    public var earlierAnswer: String {
      response.map { $0.isSkipped ? "Skipped." : item.words($0.value) ?? $0.value } ?? ""
    }
    /// Whether it was answered or skipped, or need not be asked.
    public var isDone: Bool { (response != nil || isKnown) && !hasMore }
  }

  /// The debrief.
  public let debrief: Debrief
  /// How much of it is asked.
  public let depth: Depth
  /// The items that apply and are asked for in the time there is, in their order; what was answered
  /// stays.
  public let entries: [Entry]
  /// All items that apply, however much time there is.
  public let everything: [Entry]
  /// Responses to items the checklist no longer has: kept and shown, never dropped.
  public let orphans: [Response]
  /// The values that conditions read.
  public let facts: WizardFacts
  /// What it is laid over.
  public let dossier: Dossier
  /// What is laid over it.
  private let checklist: Checklist

  /// While it rests: how many wanted questions wait for another day.
  public let waiting: Int

  /// The changes to try that other applications left open, the latest first.
  public let carried: [Carried]

  /// The applications that are still open, where they were read (A8).
  public var live: [LiveApplication] = []
  /// What the words of their rejection say, where they were read.
  public var refusal: RefusalProposal?
  /// The reasons there are, in the order of the file.
  public var reasons: [Reason] = []

  /// Lays a checklist over a dossier.
  ///
  /// - Parameters:
  ///   - carried: The changes to try that other applications left open, the latest first.
  ///   - others: The checklists for other endings: it may have been answered by one of them before.
  public init(
    _ checklist: Checklist, _ dossier: Dossier, _ debrief: Debrief, carried: [Carried] = [],
    others: [Branch: Checklist] = [:], now: Moment
  ) {
    let carried = carried.filter { dossier.couldTry($0.improvement, now: now) }
    self.carried = carried
    self.debrief = debrief
    self.dossier = dossier
    self.checklist = checklist
    let facts = WizardFacts(dossier, debrief: debrief, carried: carried.count, now: now)
    self.facts = facts
    var given: [String: Response] = [:]
    for response in dossier.responses where response.debrief == debrief.id {
      given[response.item] = response
    }
    let time = checklist.items.first { $0.kind == .task(.time) }
    // A checklist that does not ask how much time there is asks everything.
    let depth = Depth(
      debrief, time.flatMap { given[$0.id] }, usual: time == nil ? .all : .essentials)
    self.depth = depth
    func fitting(_ steps: [Step]) -> [Entry] {
      steps.flatMap { step in
        step.items.filter { facts.holds($0.when) || given[$0.id] != nil }.map {
          Entry(
            step: step, item: $0, response: given[$0.id],
            isKnown: $0.kind == .task(.room) && dossier.interviews.contains { !$0.people.isEmpty },
            hasMore: $0.kind == .task(.tried) && given[$0.id] != nil
              && !Wizard.untried(carried, given[$0.id]).isEmpty)
        }
      }
    }
    let all = fitting(Wizard.order(checklist.steps, facts: facts, resting: false))
    // Whether before, during, and after were each looked at isn't asked where the notes say so already.
    let isCovered = Wizard.openPhases(all, dossier).isEmpty
    func isAsked(_ entry: Entry) -> Bool {
      !isCovered || entry.response != nil || entry.item.kind != .task(.phases)
    }
    everything = all.filter(isAsked)
    var now = fitting(Wizard.order(checklist.steps, facts: facts, resting: debrief.resting))
      .filter(isAsked)
    // It can be finished any time.
    if debrief.resting { now += everything.filter { $0.item.kind == .task(.close) } }
    let known = Set(checklist.items.map(\.id))
    orphans = dossier.responses.filter {
      $0.debrief == debrief.id && !known.contains($0.item)
    }
    entries =
      now.filter { depth.asks($0, isNew: given.isEmpty) }
      + orphans.map { Wizard.unknown($0, others) }
    let asked = Set(now.map(\.item.id))
    waiting = everything.count {
      !asked.contains($0.item.id) && $0.item.required && !$0.isDone
    }
  }

  /// Where the answers stand that no checklist has a question for.
  private static let strange = "Questions from another version"

  /// An answer to a question that was asked while it had ended differently, or by a file of another day or
  /// version.
  private static func unknown(_ response: Response, _ others: [Branch: Checklist]) -> Entry {
    for branch in Branch.allCases {
      guard let asked = others[branch]?.items.first(where: { $0.id == response.item }) else {
        continue
      }
      let step = Step(
        id: "?", title: "Answered earlier",
        why: "You'd recorded a different outcome then. Your answers are kept.", items: [])
      return Entry(step: step, item: asked, response: response, isUnknown: true)
    }
    let step = Step(
      id: "?", title: strange,
      why: "This version doesn't have these questions. Your answers are kept as you gave them.",
      items: [])
    let item = Item(
      id: response.item, ask: "\"\(response.item)\": a question this version doesn't have",
      kind: .text, why: "your answer is kept as you gave it, even in an export")
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

  /// The essentials that are to be asked now, also those that have no screen of their own.
  private var essentials: [Entry] {
    entries.filter(\.item.required) + besides.filter(\.item.required)
  }
  /// Essentials answered or skipped: what progress counts, for the rest is only offered.
  public var done: Int { essentials.count(where: \.isDone) }
  /// Essentials that apply.
  public var total: Int { essentials.count }
  /// The branch whose questions are asked.
  public var branch: Branch { checklist.branch }
  /// What a part of it is called: one's own decision is no answer of theirs, and where there was no interview none
  /// is named.
  public func label(of part: Step.Part) -> String {
    switch part {
    case .answer where branch == .withdrew || branch == .acceptedElsewhere: "Your decision"
    case .interview where facts.values["@interviewed"] != "yes": "The application"
    case .answer, .you, .interview, .causes, .thanks, .next: part.label
    }
  }

  /// Whether there are answers to questions that none of the checklists that were read has.
  public var hasStrangers: Bool {
    entries.contains { $0.isUnknown && $0.step.title == Wizard.strange }
  }
  /// Notes down how far it is, as it will be with an answer: that may open questions, or close some. A list
  /// reads nothing else.
  func count(_ next: inout Debrief, with response: Response? = nil, now: Moment) {
    var dossier = dossier
    if let response {
      dossier.responses.removeAll { $0.id == response.id }
      dossier.responses.append(response)
    }
    let then = Wizard(checklist, dossier, next, carried: carried, now: now)
    (next.branch, next.done, next.total) = (branch, then.done, then.total)
  }
  /// What is asked on the screen of another item.
  public var besides: [Entry] {
    everything.filter { it in
      it.item.with != nil && entries.contains { $0.item.id == it.item.with }
    }
  }
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
    guard let it = reply?.told(in: dossier.feedback) else { return nil }
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

  /// The seconds each answer took.
  var gaps: [Int] {
    TimeLeft.gaps(
      from: debrief.started,
      dossier.responses.lazy.filter { $0.debrief == debrief.id }.map(\.answered))
  }

  /// Minutes spent so far.
  public var minutes: Int { gaps.reduce(0, +) / 60 }

  /// What an answer suggests and is not taken over yet.
  public func offers(_ entry: Entry) -> [Suggestion] {
    guard let response = entry.response, !response.isSkipped else { return [] }
    // Nothing ticked is no answer: what is missing is a fact only beside what is there. What the rest of
    // the notes shows is one all the same.
    let isBlank = entry.item.kind == .ticks && Item.ticks(response.value).isEmpty
    let hasRoom =
      dossier.improvements.count { $0.takesPlace && $0.debrief == debrief.id }
      < Improvement.most
    let made = isBlank ? [] : Wizard.suggestions(entry.item, response.value)
    return (made + noticed(entry)).filter { suggestion in
      guard facts.holds(suggestion.when, answer: response.value) else { return false }
      let statement = Wizard.fill(suggestion, response.value)
      // The preparation may have made the same finding by its own key.
      if dossier.findings.contains(where: {
        $0.evidence == nil && $0.statement.lowercased() == statement.lowercased()
      }) {
        return false
      }
      guard suggestion.finding == nil else {
        return !dossier.findings.contains {
          ($0.evidence == Evidence(.response, response.id) || $0.evidence?.kind == .turn)
            && $0.statement == statement
        }
      }
      if suggestion.makes == .next { return !dossier.notes.contains { $0.text == statement } }
      return (suggestion.makes == .learning || hasRoom)
        && !dossier.improvements.contains { $0.what == statement }
    }
  }

  /// How many of the weaknesses that follow from boxes left blank are offered one by one.
  static let mostMissing = 2

  /// Of the weaknesses that only follow from boxes left blank, those that matter less than the first ones: they
  /// are offered together. It stays the same while offers are taken and declined.
  public func lesser(_ entry: Entry) -> [Suggestion] {
    guard entry.item.kind == .ticks, let response = entry.response else { return [] }
    let missing = entry.item.suggests.filter {
      guard $0.finding == .weakness, case .not = $0.when else { return false }
      return facts.holds($0.when, answer: response.value)
    }
    let first = missing.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }
    return first.dropFirst(Wizard.mostMissing).sorted { $0.offset < $1.offset }.map(\.element)
  }

  /// The sentence of a suggestion with the answer filled in.
  public static func fill(_ suggestion: Suggestion, _ answer: String) -> String {
    guard let range = suggestion.statement.firstRange(of: "{answer}") else {
      return suggestion.statement
    }
    return suggestion.statement.replacingCharacters(in: range, with: answer)
  }

  /// Whether there was an interview: what can only have happened in one is not offered otherwise.
  public var isAfterInterview: Bool { facts.values["@interviewed"] == "yes" }

  /// The phases that have a finding, and those where "nothing found" was said in so many words.
  public var settled: (found: Set<Phase>, nothing: Set<Phase>) {
    Wizard.settled(everything, dossier)
  }

  private static func settled(
    _ entries: [Entry], _ dossier: Dossier
  ) -> (found: Set<Phase>, nothing: Set<Phase>) {
    let found = Set(dossier.findings.map(\.phase))
    var nothing: Set<Phase> = []
    for entry in entries where entry.item.kind == .task(.phases) {
      for word in (entry.response?.value ?? "").split(separator: " ") {
        if let phase = Phase(rawValue: String(word)) { nothing.insert(phase) }
      }
    }
    return (found, nothing.subtracting(found))
  }

  /// The phases nothing is said about yet, where the checklist asks for all three (A2).
  public var openPhases: [Phase] { Wizard.openPhases(everything, dossier) }

  private static func openPhases(_ entries: [Entry], _ dossier: Dossier) -> [Phase] {
    guard entries.contains(where: { $0.item.kind == .task(.phases) }) else { return [] }
    let settled = settled(entries, dossier)
    // What was ticked is noted, also where none of it was kept as a strength or a weakness.
    let ticked = entries.filter {
      $0.item.kind == .ticks && !Item.ticks($0.response?.value ?? "").isEmpty
    }
    var found = settled.found.union(ticked.compactMap(\.item.phase))
    // What was asked and answered there is something noted, too.
    if !dossier.turns.isEmpty { found.insert(.during) }
    return Phase.allCases.filter { !found.contains($0) && !settled.nothing.contains($0) }
  }

  /// The essentials that are still to be looked at before the end; it can be finished without them.
  public var stillOpen: [Entry] {
    entries.filter {
      $0.item.required && ($0.response?.isSkipped ?? true) && $0.item.kind != .task(.close)
        && $0.item.kind != .task(.phases) && $0.response?.skipped != Wizard.nothingToAdd
        // How it was at the beginning nobody is asked at the end.
        && $0.item.id != WizardFacts.moodItem
    }
  }

  /// The question of what keeps one going.
  public static let motiveItem = "motive.line"

  /// What is asked once more at the end, where it has no answer yet: a change to try and what keeps one going (Liu,
  /// Huang and Wang 2014: neither is enough alone). It can be finished without either, and who rests is asked
  /// neither.
  public var finishing: [Entry] {
    guard !debrief.resting else { return [] }
    let isOpen = Set(stillOpen.map(\.item.id))
    let hasChange = dossier.improvements.contains { $0.debrief == debrief.id }
    return everything.filter { it in
      guard it.response == nil, !isOpen.contains(it.item.id) else { return false }
      return it.item.id == Wizard.motiveItem || it.item.kind == .task(.improvements) && !hasChange
    }
  }

  /// Why an essential was passed over at the end: there is nothing to say.
  public static let nothingToAdd = "nothing to add"
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
