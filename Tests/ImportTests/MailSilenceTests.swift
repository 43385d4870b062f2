import DebriefModel
import TestSupport
import Testing

@testable import DebriefImport

/// What they write after a silence.
extension MailTests {
  private static let onHold = "Quick update: the position has been put on hold until next year."

  private func silent(asked: Bool = false, _ more: [Event.Kind] = []) -> Dossier {
    var it = dossier("Nordlicht", "Engineer", [.applied, .silent] + more)
    let id = it.application.id
    it.debriefs = [
      Debrief(id: ID("d"), application: id, branch: .ghosted, started: now) {
        ($0.done, $0.total) = (4, 9)
      }
    ]
    if asked {
      it.feedback = [
        Feedback(id: ID("f"), application: id, recorded: now) { $0.asked = Day(2026, 2, 20) }
      ]
    }
    return it
  }

  private func operations(_ dossier: Dossier, _ words: String = onHold) throws -> [Change.Operation]
  {
    var it = reader([dossier])
    return try it.entry(try letter(words)).flatMap(\.operations)
  }

  private func debrief(_ operations: [Change.Operation]) -> Debrief? {
    for case .update(_, .debrief(let it)) in operations { return it }
    return nil
  }

  /// A silence that turns out to be a job on hold is a no of theirs, with the questions of one, also where they
  /// were asked in between; what was counted among other questions is counted anew.
  @Test(arguments: [false, true]) func aJobOnHoldEndsASilence(_ asked: Bool) throws {
    let operations = try operations(silent(asked: asked))
    #expect(
      operations.contains {
        if case .insert(.event(let it)) = $0 { it.kind == .refused } else { false }
      })
    #expect(!operations.contains { $0.entity.kind == .feedback })
    let next = try #require(debrief(operations))
    #expect(next.branch == .rejectedWithoutInterview && next.done == 0 && next.total == 0)
  }

  @Test func afterAnInterviewItHasTheQuestionsOfThat() throws {
    var it = silent()
    it.events.append(
      Event(
        id: ID("held"), application: it.application.id, kind: .held, on: Day(2026, 1, 20)!,
        recorded: now))
    #expect(debrief(try operations(it))?.branch == .rejectedAfterInterview)
  }

  @Test func whatIsFinishedKeepsItsQuestions() throws {
    var it = silent()
    it.debriefs[0].closed = now
    let operations = try operations(it)
    #expect(operations.contains { $0.entity.kind == .event })
    #expect(!operations.contains { $0.entity.kind == .debrief })
  }

  /// After a no, the same words answer what was asked.
  @Test func afterANoItIsFeedback() throws {
    let again = try operations(silent(asked: true, [.refused]))
    #expect(again.contains { $0.entity.kind == .feedback })
  }
}
