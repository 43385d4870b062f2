import DebriefModel
import Foundation
import TestSupport
import Testing

/// Letters from the first draft to the day they went out, by the program itself.
@Suite(.timed) struct LetterDeskTests {
  private func play(_ program: Program, _ script: String, _ more: String...) throws
    -> Program.Result
  {
    try program.write(script, to: "script.keys")
    return try program.wait(
      program.start(["replay", "script.keys", "--database", "play.db", "--size", "100x30"] + more))
  }

  @Test func aLetterIsDraftedEditedSentAndUndone() throws {
    let program = Program()
    let result = try play(
      program,
      """
      a
      :type Muster Works
      <tab>
      :type Data steward
      <ctrl+s>
      o 1 <tab>
      :type 19 mar
      <ctrl+s>
      <alt+6>
      :expect No letters yet
      a
      :expect Which letter?
      <enter>
      :expect request for feedback
      <ctrl+home>
      :type Dear all,
      <enter>
      :expect Dear all,
      <ctrl+s>
      :expect Saved.
      s
      """ + "\n")
    #expect(result.code == 0, "\(result.err)")
    let drafted = try letters(program)
    #expect(drafted.count == 1 && drafted[0]["kind"] as? String == "L4", "\(drafted)")
    let text = try #require(drafted[0]["text"] as? String)
    #expect(text.hasPrefix("Dear all,\n"))

    let sent = try play(
      program,
      """
      <enter> <alt+6> s
      :type j
      <enter> <ctrl+s>
      :expect sent 20 Mar (email)
      """ + "\n")
    #expect(sent.code == 0, "\(sent.err)")
    #expect(try letters(program)[0]["state"] as? String == "sent")
    let shown = try program.must("show", "Muster Works", "--database", "play.db")
    #expect(shown.contains("sent, sent 20 Mar"), "\(shown)")
    #expect(shown.contains("Dear all"))
    #expect(shown.contains("asked for feedback"))

    let undone = try play(program, "<enter> <alt+6> u\n:expect Undone: letter marked as sent\n")
    #expect(undone.code == 0, "\(undone.err)")
    #expect(try letters(program)[0]["state"] as? String == "draft")
    let after = try program.must("show", "Muster Works", "--json", "--database", "play.db")
    #expect(!after.contains("feedbackAsked") && after.contains("Dear all"))
  }

  private func letters(_ program: Program) throws -> [[String: Any]] {
    let text = try program.must("export", "--database", "play.db")
    return try #require(try json(text)["letter"] as? [[String: Any]])
  }

  @Test func aLetterIsWrittenToAFileThatWasNotThere() throws {
    let program = Program()
    let script = """
      a
      :type Muster Works
      <ctrl+s>
      o 1 <tab>
      :type 19 mar
      <ctrl+s>
      <alt+6> a <enter> <ctrl+home>
      :type Dear all, a word.
      <enter> <ctrl+s> w <enter>
      :expect Saved to muster-works-ask-feedback.txt
      w <enter>
      :expect there's already a file with that name
      w <ctrl+u>
      :type mail.eml
      <enter>
      :expect Saved to mail.eml

      """
    let result = try play(program, script)
    #expect(result.code == 0, "\(result.err)")
    let text = try #require(program.read("muster-works-ask-feedback.txt"))
    #expect(String(decoding: text, as: UTF8.self).contains("Dear all, a word."))
    let mail = String(decoding: try #require(program.read("mail.eml")), as: UTF8.self)
    #expect(mail.contains("X-Unsent: 1\r\n") && mail.contains("Subject:"))
    #expect(program.mode(program.file("mail.eml")) & 0o077 == 0)
  }

  @Test func aHalfTypedLetterSurvivesAKill() throws {
    let home = try PrivateHome(now: TestClock.text)
    try home.addRefused()
    let first = try home.opened(columns: 100, rows: 30)
    try first.type(Keys.enter, until: "go through it together")
    try first.type("\u{1B}6", until: "No letters yet")
    try first.type("a", until: "Which letter?")
    try first.type(Keys.enter, until: "subject")
    try first.enter("half a line of mine")
    // The promise is about text that is older than a second.
    first.look(for: 1.6)
    first.child.signal(SIGKILL)
    #expect(try first.end() == .killed(SIGKILL))
    #expect(try home.archive().letter.count == 1, "the draft itself was stored at once")
    let kept = try #require(try home.drafts().first { $0.scope.hasPrefix("letter/") })
    #expect(kept.fields["text"]?.contains("half a line of mine") == true)

    let second = try home.open(columns: 100, rows: 30)
    try second.waitFor("unsaved text: a letter")
    try second.type("R", until: "half a line of mine")
    try second.type(Keys.save, until: "Saved.")
    try second.quit()
    #expect(try home.archive().letter.first?.text.contains("half a line of mine") == true)
    #expect(try home.drafts().isEmpty)
  }
}
