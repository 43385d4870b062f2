extension Page {
  /// What is said of an interview rests on: memory alone, notes, or a transcript. Whoever reads the page later, an
  /// adviser above all, should know how much of it was written down at the time. Empty without an interview.
  static func basis(_ dossier: Dossier, now: Moment) -> String {
    guard dossier.status(now: now).everInterviewed else { return "" }
    let asked = dossier.turns.filter { !$0.question.trimmed.isEmpty }
    guard !asked.isEmpty else {
      return "Based on memory alone: no questions were written down."
    }
    let questions = Counted.things(asked.count, "question")
    if asked.contains(where: \.isOfTranscript) { return "Based on a transcript, \(questions)." }
    let late = asked.count { dossier.lateness($0) != nil }
    let which = late == asked.count ? "" : "\(late) of them "
    return "Based on your notes on \(questions)"
      + (late == 0 ? "." : ", \(which)written down more than two days later.")
  }
}
