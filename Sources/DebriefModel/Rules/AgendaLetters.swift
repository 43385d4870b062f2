extension AgendaDesk {
  /// Letters that rest come back when their day has passed (A65), and letters that ask for something
  /// wait for an answer. A request for feedback is in ``replies()``, by its entry in the log.
  mutating func letters() {
    for letter in facts.letters {
      let to = facts.people.first { $0.id == letter.to }.map { " to \($0.name)" } ?? ""
      if letter.state == .held, let until = letter.heldUntil {
        let held = letter.isHeld(now: now)
        let sends = "read it once more, then send: \(letter.title)\(to)"
        let day =
          switch now.day.days(to: until.day) {
          case 0: "today"
          case 1: "tomorrow"
          default: until.day.short(today: now.day)
          }
        // While it rests there is nothing to do with it, and nothing else is said.
        add(
          .letter, letter.id.text, held ? "on hold for now: \(letter.title)\(to)" : sends,
          due: until,
          window: now.day.days(to: until.day) <= 2,
          when: held ? "until \(day) \(until.time)" : "ready", urgent: !held, lasting: sends)
      } else if letter.state == .sent, letter.letterKind != .request, let due = letter.due {
        let from = facts.people.first { $0.id == letter.to }.map { " from \($0.name)" } ?? ""
        add(
          .letter, letter.id.text, "any reply\(from) to your letter (\(letter.title))?",
          due: evening(due), window: now.day.days(to: due) <= ahead)
      }
    }
  }
}
