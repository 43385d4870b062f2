extension AgendaDesk {
  /// A reply that opened a closed debrief again; a debrief that rests, from the next day on (A6).
  mutating func debriefs() {
    guard let debrief = facts.debrief else { return }
    switch debrief.standing(facts.events) {
    case .replied:
      guard let reply = debrief.lateReply(facts.events) else { return }
      let name = reply.told(in: facts.feedback)?.from ?? ""
      add(
        .replied, reply.id.text,
        "you got a reply\(name.isEmpty ? "" : " from \(name)"): continue the debrief",
        due: evening(reply.recorded.day), when: "since \(reply.recorded.day.short(today: now.day))",
        urgent: false)
    case .resting:
      // Its day is in the mark that resting left: the next one, or where it was moved to.
      let count = entries.count
      add(
        .rest, debrief.id.text, "continue the debrief when you're ready",
        due: evening(now.day), window: false)
      if entries.count > count {
        entries[count].when = "no rush"
        entries[count].urgent = false
      }
    case .open, .closed: break
    }
  }
}
