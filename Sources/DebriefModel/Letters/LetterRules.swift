/// Who gets which letter, and when there is none to write. Pure: a dossier in, people and sentences
/// out.
public enum LetterRules {
  /// How often one may ask how it stands, or for feedback, without an answer (A72).
  public static let mostAsks = 2

  /// Those on file who may get a letter, the one it suits best first.
  public static func whoCanGet(_ kind: LetterKind, _ dossier: Dossier, now: Moment) -> [Person] {
    let took = participants(dossier, now: now)
    func part(_ parts: Person.Part...) -> [ID] {
      parts.flatMap { part in dossier.people.filter { $0.part == part }.map(\.id) }
    }
    let told = dossier.events.filter { $0.kind == .refused }.compactMap(\.person)
    let order: [ID] =
      switch kind {
      // One for everybody who took part, and for nobody else (A57); those without one first.
      case .thanks:
        took.filter { !isThanked($0, dossier, now) } + took.filter { isThanked($0, dossier, now) }
      case .check:
        dossier.events.filter { $0.kind == .promised }.compactMap(\.person).reversed()
          + part(.hr, .recruiter, .manager) + took
      case .manager: part(.manager)
      case .hr: part(.hr)
      // Who has not been asked yet comes first (A70).
      case .request:
        unasked(told.reversed() + part(.manager) + took + part(.hr, .recruiter), dossier)
      case .anyway:
        dossier.feedback.filter { !($0.candour?.counts ?? false) }.compactMap(\.person)
          + dossier.feedback.compactMap(\.person) + told
      case .evidence:
        [reply(dossier)?.person].compactMap { $0 } + part(.manager) + took
      case .influence: part(.manager) + took
      case .touch: part(.manager, .recruiter, .hr) + took + dossier.people.map(\.id)
      case .withdrawal:
        part(.hr, .recruiter, .manager) + took + dossier.people.map(\.id)
      case .access: part(.hr) + told.reversed() + part(.recruiter, .manager)
      }
    var seen: Set<ID> = []
    return order.filter { seen.insert($0).inserted }.compactMap { dossier.person($0) }
  }

  /// Why there is no such letter now, in one sentence; nil when there may be one. `to` is who would
  /// read it; nil while that is open.
  public static func refusal(
    _ kind: LetterKind, _ dossier: Dossier, to: Person? = nil, now: Moment
  ) -> String? {
    let status = dossier.status(now: now)
    let isRefused = if case .rejected = status.outcome { true } else { false }
    let isSilent = if case .silent = status.outcome { true } else { false }
    if let fault = misfit(kind, to) { return fault }
    switch kind {
    case .thanks:
      let took = participants(dossier, now: now)
      if !status.everInterviewed { return "There was no talk yet to give thanks for." }
      if took.isEmpty {
        return "You haven't said who interviewed you. Add them to the round first."
      }
      if let to, !took.contains(to.id) { return "\(to.name) took part in no talk so far." }
    case .check:
      guard status.outcome == .waiting || isSilent else {
        return "It is decided: there is nothing left to ask."
      }
      if dossier.events.filter({ $0.kind == .chased }).count >= mostAsks {
        return "You have asked twice: a third time would push, and the silence is not your doing."
      }
      if let due = dossier.events.last(where: { $0.kind == .promised })?.due, due >= now.day {
        return "They named \(LetterText.date(due, today: now.day)): ask once it has passed."
      }
    case .manager, .hr:
      if !isRefused { return "They have not said no; this letter thanks them after that." }
      if to == nil, !dossier.people.contains(where: { $0.part == (kind == .hr ? .hr : .manager) }) {
        return kind == .hr
          ? "Nobody from HR is on file there: P, a adds them."
          : "No hiring manager is on file there: P, a adds them."
      }
    case .request:
      if !isRefused { return "They have not said no; there is nothing to learn from yet." }
      if let to, dossier.feedback.contains(where: { $0.person == to.id && $0.received != nil }) {
        return "\(to.name) has replied already: \(LetterKind.anyway.rawValue) says thanks for it."
      }
      let open = dossier.feedback.filter { $0.asked != nil && $0.received == nil }
      if open.count >= mostAsks {
        return "Two requests went unanswered: a third would push, and it is not your doing."
      }
    case .anyway:
      if !isRefused { return "They have not said no; this letter thanks them after that." }
      if dossier.feedback.isEmpty {
        return "Nothing was asked yet: \(LetterKind.request.title) first."
      }
      let theirs = dossier.feedback.filter { entry in to.map { entry.person == $0.id } ?? true }
      if !theirs.contains(where: { $0.received != nil || $0.closed }),
        theirs.contains(where: { $0.isWaiting && ($0.due ?? now.day) >= now.day })
      {
        return "Your request may still be answered: give it its time."
      }
    case .evidence: return evidenceRefusal(dossier, isRefused: isRefused)
    case .influence:
      switch status.outcome {
      case .waiting: break
      case .rejected: return gate(dossier)
      default: return "There is nothing to win here any more with an idea."
      }
    case .touch:
      switch status.outcome {
      case .waiting, .offer: return "It is still open: stay in touch once it is decided."
      case .accepted: return "You said yes to them."
      default: break
      }
    case .withdrawal:
      if isRefused { return "They have said no: there is nothing to step back from." }
      if case .accepted = status.outcome { return "You said yes to them." }
    case .access: return accessRefusal(dossier, now: now)
    }
    return nil
  }

  /// Those among `people` whom a name means, as ``PeopleLookup`` says.
  public static func matches(_ name: String, _ people: [Person]) -> [Person] {
    PeopleLookup.matches(name, among: people)
  }

  // MARK: - Facts the rules share

  /// Who took part in a round so far, the latest round first.
  static func participants(_ dossier: Dossier, now: Moment) -> [ID] {
    dossier.held(now: now).reversed().flatMap(\.people)
  }

  private static func unasked(_ ids: [ID], _ dossier: Dossier) -> [ID] {
    let asked = Set(dossier.feedback.compactMap(\.person))
    return ids.filter { !asked.contains($0) } + ids.filter(asked.contains)
  }

  /// Whether they were thanked for the last talk they took part in.
  private static func isThanked(_ id: ID, _ dossier: Dossier, _ now: Moment) -> Bool {
    let talk = dossier.held(now: now).last { $0.people.contains(id) }?.start?.day
    func isSince(_ day: Day) -> Bool { talk.map { $0 <= day } ?? true }
    return dossier.events.contains { $0.kind == .thanked && $0.person == id && isSince($0.on) }
      || dossier.letters.contains {
        $0.letterKind == .thanks && $0.to == id && $0.sent.map(isSince) ?? false
      }
  }

  /// A letter for one part that goes to another: HR and the manager each get their own (A68, A69).
  private static func misfit(_ kind: LetterKind, _ to: Person?) -> String? {
    guard let to else { return nil }
    if kind == .manager, to.part == .hr {
      return "\(to.name) is with HR: they get a letter of their own, \(LetterKind.hr.rawValue)."
    }
    if kind == .hr, to.part == .manager || to.part == .interviewer {
      return "\(to.name) is not with HR: \(LetterKind.manager.rawValue) thanks the manager."
    }
    return nil
  }
}
