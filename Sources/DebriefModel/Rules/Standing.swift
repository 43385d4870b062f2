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
    guard closed == nil,
      let end = events.filter({ $0.kind == .debriefClosed && $0.recorded >= started })
        .map(\.recorded).max()
    else { return nil }
    return events.filter { $0.kind == .feedbackReceived && $0.recorded >= end }.max {
      ($0.recorded, $0.id) < ($1.recorded, $1.id)
    }
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
}
