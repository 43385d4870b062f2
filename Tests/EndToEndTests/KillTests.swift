import DebriefModel
import Glibc
import TestSupport
import Testing

/// Killed at any moment, over and over: what the screen said was saved is there.
@Suite(.timed) struct KillTests {
  /// What the user was told, and what may or may not have been stored when the end came.
  private struct Log {
    var notes: [String] = []
    /// The answers that may stand: the last one that was seen, and one sent after it.
    var answers: [String] = []
    var draft: String?
  }

  private static let choices = ["reason", "plain", "standard", "vague", "kept"]

  /// A debrief that has begun, at the question that the rounds answer again and again.
  private func prepared() throws -> PrivateHome {
    let home = try PrivateHome()
    try home.addRefused()
    let run = try home.opened()
    try run.type(Keys.enter, until: "go through it together")
    try run.type(Keys.enter, until: "How much time do you have?")
    try run.type("3", until: "What did they write or say?")
    try run.type(Keys.escape, until: "out of the text box")
    try run.quit()
    return home
  }

  /// Writes a note, up to `steps` of three steps.
  private func writeNote(_ text: String, _ run: TerminalRun, steps: Int = 3) throws {
    guard steps > 0 else { return }
    try leaveField(run)
    try run.type("c", until: "Add a note ·")
    guard steps > 1 else { return }
    try run.enter(text)
    guard steps > 2 else { return }
    try run.type(Keys.save, until: "Saved")
  }

  /// Where a text is asked for, letters are text until its field is left.
  private func leaveField(_ run: TerminalRun) throws {
    let last = run.screen.row(run.screen.rows - 1)
    if last.contains("new line") { try run.type(Keys.escape, until: "out of the text box") }
  }

  /// Goes to the question about the kind of no.
  private func goToChoice(_ run: TerminalRun) throws {
    try leaveField(run)
    try run.type("g", until: "Go deeper, or jump to a question")
    try run.enter("How did they say")
    try run.type(Keys.enter)
    try run.settle()
    try #require(run.screen.shows("How did they say no?"), "\(run.screen.text)")
  }

  /// Answers it, and waits until the answer is seen to be stored.
  private func answer(_ choice: Int, _ run: TerminalRun, _ log: inout Log) throws {
    try goToChoice(run)
    log.answers.append(Self.choices[choice])
    let wanted = [1, 2].contains(choice) ? "Add to what was outside" : "Who told you?"
    try run.type("\(choice + 1)", until: wanted)
    // What is offered would take the next key.
    if wanted != "Who told you?" { try run.type("n", until: "Who told you?") }
    log.answers = [Self.choices[choice]]
    // At a question that an answer led to, letters are no commands.
    try run.type("[", until: "How did they say no?")
  }

  private func check(_ home: PrivateHome, _ log: Log, _ round: String) throws {
    try home.store { store in
      #expect(try store.check() == [], "\(round)")
      let archive = try store.archive()
      let kept = archive.note.map(\.text)
      #expect(Set(log.notes).isSubset(of: kept), "\(round): \(Set(log.notes).subtracting(kept))")
      #expect(Set(kept).count == kept.count, "\(round): a note is there twice")
      if !log.answers.isEmpty {
        let value = archive.response.first { $0.item == "refusal.kind" }?.value
        // Before its first answer was seen, the question may be open.
        #expect(
          log.answers.contains(value ?? "") || (value == nil && log.answers.count > 1), "\(round)")
      }
      if let draft = log.draft {
        let drafts = try store.drafts().compactMap { $0.fields["text"] }
        #expect(drafts.contains(draft), "\(round): \(drafts)")
      }
    }
  }

  @Test(arguments: [1, 2] as [UInt64]) func whatWasSeenToBeSavedIsThere(_ seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let home = try prepared()
    var log = Log()
    for number in 1...25 {
      let round = "seed \(seed), round \(number)"
      let run = try home.open(columns: 100, rows: 30)
      try run.waitFor("Nordlicht")
      if let draft = log.draft {
        // What was half typed is offered again.
        try run.waitFor("There's unsaved text: a note")
        try run.type("R", until: draft)
        try run.type(Keys.save, until: "Saved")
        log.notes.append(draft)
        log.draft = nil
      }
      try run.type(Keys.enter, until: "minutes left")
      for action in 0..<Int.random(in: 0...2, using: &random) {
        if Bool.random(using: &random) {
          let text = "note \(number).\(action)"
          try writeNote(text, run)
          log.notes.append(text)
        } else {
          try answer(Int.random(in: 0..<5, using: &random), run, &log)
        }
      }
      switch number % 8 == 0 ? 0 : Int.random(in: 1...4, using: &random) {
      case 0:
        let text = "half a note of round \(number)"
        try writeNote(text, run, steps: 2)
        // The promise is about text that is older than a second.
        run.look(for: 1.6)
        log.draft = text
      case 1:
        try writeNote("lost \(number)", run, steps: Int.random(in: 1...2, using: &random))
      case 2:
        // In the middle of storing.
        try writeNote("perhaps \(number)", run, steps: 2)
        try run.type(Keys.save)
        run.look(for: Double.random(in: 0...0.02, using: &random))
      case 3:
        try goToChoice(run)
        let choice = Int.random(in: 0..<5, using: &random)
        if log.answers.isEmpty { log.answers = ["none yet"] }
        log.answers.append(Self.choices[choice])
        try run.type("\(choice + 1)")
        run.look(for: Double.random(in: 0...0.02, using: &random))
      default: break
      }
      run.child.signal(SIGKILL)
      #expect(try run.end() == .killed(SIGKILL))
      try check(home, log, round)
      // What is certain now is what the store has.
      if log.answers.count > 1 {
        let value = try home.archive().response.first { $0.item == "refusal.kind" }?.value
        log.answers = value.map { [$0] } ?? []
      }
      try discardLeftovers(home, log)
    }
    let health = try home.run(["doctor"])
    #expect(health.status == 0, "\(health.out)\(health.err)")
  }

  /// Drafts of rounds that ended with a text nobody waited for.
  private func discardLeftovers(_ home: PrivateHome, _ log: Log) throws {
    guard log.draft == nil else { return }
    try home.store { store in
      for draft in try store.takeDrafts() { try store.discardDraft(scope: draft.scope) }
    }
  }
}
