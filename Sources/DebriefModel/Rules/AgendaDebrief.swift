extension AgendaDesk {
  /// A reply that opened a closed debrief again: what does it say?
  mutating func debriefs() {
    guard let debrief = facts.debrief else { return }
    switch debrief.standing(facts.events) {
    case .replied:
      guard let reply = debrief.lateReply(facts.events) else { return }
      let name = facts.feedback.first { $0.isEmployers && $0.received == reply.on }?.from ?? ""
      add(
        .replied, reply.id.text,
        "a reply came\(name.isEmpty ? "" : " from \(name)"): go on with the debrief",
        due: evening(reply.recorded.day), when: "since \(reply.recorded.day.short(today: now.day))",
        urgent: false)
    case .open, .resting, .closed: break
    }
  }
}
