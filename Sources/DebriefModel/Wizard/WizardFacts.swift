/// The values that conditions read: facts of the dossier under `@name`, answers under item ids.
public struct WizardFacts: Hashable, Sendable {
  /// The item whose answer is the mood at the start; 2 or less offers to rest (A6).
  public static let moodItem = "mood.start"

  /// The values by name.
  public private(set) var values: [String: String] = [:]

  /// Reads a dossier as of a moment; answers of the given debrief only.
  public init(_ dossier: Dossier, debrief: Debrief, carried: Int = 0, now: Moment) {
    let status = dossier.status(now: now)
    func set(_ name: String, _ on: Bool) { values["@" + name] = on ? "yes" : "no" }
    func set(_ name: String, _ count: Int) { values["@" + name] = String(count) }
    set("interviewed", status.everInterviewed)
    let held = dossier.held(now: now)
    set("video", held.contains { $0.format == .video })
    set("rounds", max(held.count, status.everInterviewed ? 1 : 0))
    set("fast", WizardFacts.fast(dossier, held))
    set("turns", dossier.turns.count)
    set("weakturns", dossier.turns.filter { ($0.rating ?? 5) <= 2 }.count)
    set("feedback", dossier.feedback.filter { $0.received != nil && $0.isEmployers }.count)
    set("waiting", dossier.feedback.filter(\.isWaiting).count)
    set("thanked", dossier.events.contains { $0.kind == .thanked })
    set("strengths", dossier.findings.filter { $0.kind == .strength }.count)
    set("weaknesses", dossier.findings.filter { $0.kind == .weakness }.count)
    set("finalists", dossier.application.finalists ?? 0)
    set("resting", debrief.resting)
    set("carried", carried)
    set("people", dossier.people.count)
    set("fitted", FitRules.isRated(dossier))
    set("cold", LastContact.coldEnding(dossier) != nil)
    if case .silent(_, let confirmed) = status.outcome {
      set("ghosted", true)
      set("concluded", confirmed)
    } else {
      set("ghosted", false)
      set("concluded", false)
    }
    set("promised", dossier.events.contains { $0.kind == .promised })
    if let first = dossier.turns.map(\.recorded).min(),
      let lag = Freshness.lag(first, after: held.last { $0.start != nil })
    {
      set("late", lag)
    }
    for response in dossier.responses where response.debrief == debrief.id {
      if !response.isSkipped { values[response.item] = response.value }
    }
    values["@mood"] = values["mood.start"]
    values["@picked"] = dossier.application.picked.map { $0 ? "chosen" : "many" }
    let industry = dossier.application.industry?.trimmed ?? ""
    values["@industry"] = industry.isEmpty ? nil : industry
    values["@cover"] = dossier.application.hasCover.map { $0 ? "sent" : "without" }
  }

  /// Refused within three days of a first and only round (A38).
  private static func fast(_ dossier: Dossier, _ held: [Interview]) -> Bool {
    guard held.count == 1, let start = held[0].start,
      let refused = dossier.events.last(where: { $0.kind == .refused })?.known
    else { return false }
    return (0...3).contains(start.day.days(to: refused))
  }

  /// Whether a condition holds; none always does.
  public func holds(_ condition: Condition?, answer: String? = nil) -> Bool {
    guard let condition else { return true }
    return condition.holds { name in name == "answer" ? answer : values[name] }
  }
}
