import Testing

@testable import DebriefModel

/// For which findings it is asked which answer shows them, as a question of the debrief is answered.
@Suite(.timed) struct MomentOfferTests {
  private let app = ID("app")
  private let debrief = Debrief(
    id: ID("d"), application: ID("app"), branch: .rejectedAfterInterview,
    started: noon.adding(seconds: -3600))

  /// Which finding is asked about at a question that was answered at noon.
  private func asked(
    at item: Item = Item(id: "q", ask: "?", kind: .line), answered: Bool = true,
    turns: [Turn.Asker] = [.them], _ findings: Finding...
  ) throws -> ID? {
    let response = Response(
      id: ID("r"), application: app, debrief: ID("d"), item: item.id, answered: noon
    ) { $0.value = "x" }
    let checklist = Checklist(
      branch: .rejectedAfterInterview, title: "t",
      steps: [Step(id: "S", title: "Step", why: "", items: [item])])
    let it = refused {
      $0.debriefs = [debrief]
      if answered { $0.responses = [response] }
      $0.turns = turns.enumerated().map { at, asker in
        Turn(id: ID("t\(at)"), application: app, recorded: noon) {
          ($0.question, $0.asker, $0.position) = ("Why us?", asker, at + 1)
        }
      }
      $0.findings = findings
    }
    let wizard = Wizard(checklist, it, debrief, now: noon)
    return wizard.momentless(try #require(wizard.everything.first))?.id
  }

  private func found(
    _ id: String = "f", _ kind: Finding.Kind = .weakness, at seconds: Int = 0,
    of evidence: Evidence? = Evidence(.response, ID("r")), phase: Phase = .during
  ) -> Finding {
    Finding(id: ID(id), application: app, kind: kind, recorded: noon.adding(seconds: seconds)) {
      ($0.statement, $0.reason) = ("was vague", "R-ANSWER")
      ($0.evidence, $0.phase) = (evidence, phase)
    }
  }

  /// What was found with the answer, or after it, is asked about; what an earlier answer led to was before.
  @Test func whatWasFoundSinceTheAnswerIsAskedAbout() throws {
    #expect(try asked(found(at: -1)) == nil)
    #expect(try asked(found(at: 0)) == ID("f"))
    #expect(try asked(found(at: 1)) == ID("f"))
    #expect(try asked(found("old", at: -1), found("new", at: 0)) == ID("new"))
    #expect(try asked(answered: false, found()) == nil)
    #expect(try asked() == nil)
  }

  /// Only what this very answer led to is.
  @Test func whatSomethingElseLedToIsNot() throws {
    #expect(try asked(found(of: nil)) == nil)
    #expect(try asked(found(of: Evidence(.response, ID("other")))) == nil)
    #expect(try asked(found(of: Evidence(.turn, ID("t0")))) == nil)
    #expect(try asked(found(of: Evidence(.feedback, ID("r")))) == nil)
    #expect(try asked(found(phase: .before)) == nil)
  }

  /// There is nothing to point at where they asked nothing.
  @Test func onlyTheirQuestionsCanBePointedAt() throws {
    #expect(try asked(turns: [], found()) == nil)
    #expect(try asked(turns: [.me], found()) == nil)
    #expect(try asked(turns: [.me, .them], found()) == ID("f"))
  }

  /// A strength is asked about where the words that showed it are asked for, and not in a list of habits.
  @Test(arguments: ["A30", "A33"])
  func aStrengthIsWhereWordsAreQuoted(_ advice: String) throws {
    let line = Item(id: "q", ask: "?", kind: .line, advice: [advice])
    let ticks = Item(id: "q", ask: "?", kind: .ticks, advice: [advice])
    #expect(try asked(found("s", .strength)) == nil)
    #expect(try asked(at: line, found("s", .strength)) == ID("s"))
    #expect(try asked(at: line, found("s", .strength, at: -1)) == nil)
    #expect(try asked(at: line, turns: [.me], found("s", .strength)) == nil)
    #expect(try asked(at: ticks, found("s", .strength)) == nil)
    #expect(try asked(at: ticks, found()) == ID("f"))
  }
}
