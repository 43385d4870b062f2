/// Where a debrief stands, beside how much of it is answered: worked out from the ledger, never stored.
public enum Standing: String, Hashable, Sendable, CaseIterable {
  /// It is gone through.
  case open
  /// Only what fades was asked; the rest keeps until another day (A6).
  case resting
  /// It was closed, and then the reply came that was waited for: what does it say?
  case replied
  /// It is closed.
  case closed
}

extension Debrief {
  /// Where it stands, with the ledger of its application.
  public func standing(_ events: [Event]) -> Standing {
    if closed != nil { return .closed }
    if lateReply(events) != nil { return .replied }
    return resting ? .resting : .open
  }

  /// The reply that came after it was closed and opened it again; nil when none did, and once it is
  /// closed with the reply.
  public func lateReply(_ events: [Event]) -> Event? {
    guard closed == nil, let end = lastClose(events) else { return nil }
    return events.filter { $0.kind == .feedbackReceived && $0.recorded >= end }.max {
      ($0.recorded, $0.id) < ($1.recorded, $1.id)
    }
  }

  /// When it was closed last, whether or not it was opened again; nil when it never was.
  func lastClose(_ events: [Event]) -> Moment? {
    events.filter { $0.kind == .debriefClosed && $0.recorded >= started }.map(\.recorded).max()
  }
}

extension Recipe {
  /// A debrief that waits for a reply opens again by itself when it comes; nothing for one that is
  /// open, and for words that are not the employer's.
  public static func reopening(_ debrief: Debrief?, by reply: Feedback) -> [Change.Operation] {
    guard let debrief, debrief.closed != nil, reply.isEmployers, reply.received != nil else {
      return []
    }
    var next = debrief
    next.closed = nil
    return [.update(from: .debrief(debrief), to: .debrief(next))]
  }

  /// Takes an entry of the feedback log away. A reply that opened the debrief again takes the fact that
  /// it came with it, or the debrief would wait for words that are nowhere; and closes it as it was,
  /// unless another reply came or something was answered since.
  public static func delete(_ feedback: Feedback, _ dossier: Dossier) -> Change {
    var change = Change("feedback deleted", [.delete(.feedback(feedback))])
    guard let debrief = dossier.debrief, debrief.closed == nil, feedback.isEmployers,
      let end = debrief.lastClose(dossier.events),
      let came = arrival(feedback, dossier), came.recorded >= end
    else { return change }
    change.operations.append(.delete(.event(came)))
    let isAnswered = dossier.responses.contains {
      $0.debrief == debrief.id && $0.answered > end
    }
    let others = dossier.events.filter { $0.id != came.id }
    if isAnswered || debrief.resting || debrief.lateReply(others) != nil { return change }
    var next = debrief
    next.closed = end
    change.operations.append(.update(from: .debrief(debrief), to: .debrief(next)))
    return change
  }

  /// The fact in the ledger that a reply came. One that answers a request is recorded later than the
  /// request, and who said it may have been corrected since: then the day tells.
  public static func arrival(_ feedback: Feedback, _ dossier: Dossier) -> Event? {
    guard let day = feedback.received else { return nil }
    let facts = dossier.events.filter { $0.kind == .feedbackReceived && $0.known == day }
    if let own = facts.first(where: { $0.recorded == feedback.recorded }) { return own }
    let others = dossier.feedback.filter { $0.id != feedback.id && $0.received == day }
    let free = facts.filter { fact in !others.contains { $0.recorded == fact.recorded } }
    return free.last { $0.person == feedback.person } ?? free.last
  }
}
