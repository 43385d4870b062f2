/// Who gets which letter, and when there is none to write. Pure: a dossier in, people and sentences
/// out.
public enum LetterRules {
  /// How often one may ask how it stands, or for feedback, without an answer (A72).
  public static let mostAsks = 2
  /// The question that asks who told them.
  static let tellerItem = "refusal.who"

  /// Those on file who may get a letter, the one it suits best first.
  public static func whoCanGet(_ kind: LetterKind, _ dossier: Dossier, now: Moment) -> [Person] {
    let took = participants(dossier, now: now)
    func part(_ parts: Person.Part...) -> [ID] {
      parts.flatMap { part in dossier.people.filter { $0.part == part }.map(\.id) }
    }
    let told = tellers(dossier)
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
    // Who is on file at two companies gets one letter.
    return order.reduce(into: []) { found, id in
      guard let it = dossier.person(id),
        !found.contains(where: { $0.id == id || $0.isOne(with: it) })
      else { return }
      found.append(it)
    }
  }

  /// Why there is no such letter now, in one sentence; nil when there may be one. `to` is who would
  /// read it; nil while that is open.
  public static func refusal(
    _ kind: LetterKind, _ dossier: Dossier, to: Person? = nil, now: Moment
  ) -> String? {
    let status = dossier.status(now: now)
    let isRefused = if case .rejected = status.outcome { true } else { false }
    let isSilent = if case .silent = status.outcome { true } else { false }
    let isOffered = if case .offer = status.outcome { true } else { false }
    let isOver =
      switch status.outcome {
      case .waiting, .offer, .silent(_, confirmed: false): false
      case .rejected, .silent, .withdrew, .accepted, .declined: true
      }
    // Whoever counted silence as a no knows that nobody said it.
    let open =
      if case .silent(_, confirmed: true) = status.outcome {
        "They never answered"
      } else {
        "They haven't said no"
      }
    if let fault = misfit(kind, to) { return fault }
    switch kind {
    case .thanks:
      let took = participants(dossier, now: now)
      if !status.everInterviewed {
        return isOver
          ? "This letter is for after an interview, so it doesn't apply here."
          : "You haven't had an interview yet, so this thank-you note can wait."
      }
      // After a no, there is somebody to thank for telling you, whoever it was.
      if took.isEmpty, to == nil, isRefused { return nil }
      if took.isEmpty {
        return "You haven't said who interviewed you. Add them to the round first."
      }
      if let to, !took.contains(to.id) {
        return "\(to.name) hasn't been in an interview with you yet."
      }
    case .check:
      if isOffered { return "They made you an offer, so it's your turn to answer." }
      guard status.outcome == .waiting || isSilent else {
        return "It's already decided, so there's no update to ask for."
      }
      if let start = dossier.ahead(now: now).compactMap(\.start).min() {
        return "You have an interview with them on \(LetterText.date(start.day, today: now.day)), "
          + "so there's nothing to ask yet."
      }
      if dossier.events.filter({ $0.kind == .chased }).count >= mostAsks {
        return
          "You've asked twice. A third time would feel pushy, "
          + "and their silence says nothing about you."
      }
      if let due = dossier.events.last(where: { $0.kind == .promised })?.due, due >= now.day {
        return "They said you'd hear by \(LetterText.date(due, today: now.day)). Ask after that."
      }
    case .manager, .hr:
      if !isRefused { return "\(open). This letter is for after you've been turned down." }
      if to == nil, !dossier.people.contains(where: { $0.part == (kind == .hr ? .hr : .manager) }) {
        return kind == .hr
          ? "You haven't added anyone from HR there. Add them under People."
          : "You haven't added a hiring manager there. Add them under People."
      }
    case .request:
      if !isRefused { return "\(open), so there's nothing to ask about yet." }
      if let to, dossier.feedback.contains(where: { $0.person == to.id && $0.received != nil }) {
        return "\(to.name) already replied. Thank them with “\(LetterKind.anyway.title)” instead."
      }
      let open = dossier.feedback.filter { $0.asked != nil && $0.received == nil }
      if open.count >= mostAsks {
        return
          "You've asked twice with no answer. A third time would feel pushy. "
          + "Their silence says nothing about you."
      }
    case .anyway:
      if !isRefused { return "\(open). This letter is for after you've been turned down." }
      if dossier.feedback.isEmpty {
        return "You haven't asked for feedback yet. Start with that."
      }
      let theirs = dossier.feedback.filter { entry in to.map { entry.person == $0.id } ?? true }
      if !theirs.contains(where: { $0.received != nil || $0.closed }),
        theirs.contains(where: { $0.isWaiting && ($0.due ?? now.day) >= now.day })
      {
        return "They may still answer. Give it a little more time."
      }
    case .evidence: return evidenceRefusal(dossier, open: isRefused ? nil : open)
    case .influence:
      switch status.outcome {
      case .waiting: break
      case .rejected: return gate(dossier)
      case .offer: return "They made you an offer, so you've already won them over."
      default: return "It's already decided. An idea helps most while they're still deciding."
      }
    case .touch:
      switch status.outcome {
      case .waiting: return "They're still deciding. Stay in touch once you know."
      case .offer: return "You have their offer. Stay in touch once you've answered it."
      case .accepted: return "You accepted their offer."
      default: break
      }
    case .withdrawal:
      if isRefused { return "They already said no, so there's nothing to withdraw from." }
      if case .accepted = status.outcome { return "You accepted their offer." }
    case .access: return accessRefusal(dossier, now: now)
    }
    return nil
  }

  /// Those among `people` whom a name means, as ``PeopleLookup`` says.
  public static func matches(_ name: String, _ people: [Person]) -> [Person] {
    PeopleLookup.matches(name, among: people)
  }

  // MARK: - Facts the rules share

  /// Who told the user of the no: whoever has the part that the debrief was told, and whom the ledger
  /// names (A70).
  static func tellers(_ dossier: Dossier) -> [ID] {
    let answer = dossier.responses.last { $0.item == tellerItem && !$0.isSkipped }
    let part = answer.flatMap { Person.Part(rawValue: $0.value) }
    return dossier.people.filter { $0.part == part }.map(\.id)
      + dossier.events.filter { $0.kind == .refused }.compactMap(\.person)
  }

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
    // Whoever was thanked on a day that nobody noted was thanked.
    return dossier.events.contains {
      $0.kind == .thanked && $0.person == id && $0.known.map(isSince) ?? true
    }
      || dossier.letters.contains {
        $0.letterKind == .thanks && $0.to == id && $0.sent.map(isSince) ?? false
      }
  }

  /// A letter for one part that goes to another: HR and the manager each get their own (A68, A69).
  private static func misfit(_ kind: LetterKind, _ to: Person?) -> String? {
    guard let to else { return nil }
    if kind == .manager, to.part == .hr {
      return "\(to.name) is in HR. Send them “\(LetterKind.hr.title)” instead."
    }
    if kind == .hr, to.part == .manager || to.part == .interviewer {
      return "\(to.name) isn't in HR. Send them “\(LetterKind.manager.title)” instead."
    }
    return nil
  }
}
