import DebriefModel
import Testing

/// What is known of one application is put side by side: a weakness and the answer that shows it, gaps that
/// nobody named, one's own view and theirs.
@Suite(.timed) struct MomentsTests {
  private let now = Moment(Day(iso: "2026-03-20")!, hour: 18)

  private func dossier(_ turns: [(question: String, answer: String, rating: Int?)]) -> Dossier {
    var it = Dossier(
      Application(id: ID("a"), created: now) { $0.company = "Testwerk" })
    it.turns = turns.enumerated().map { n, turn in
      var made = Turn(id: ID("q\(n)"), application: ID("a"), recorded: now)
      (made.position, made.question, made.answer) = (n + 1, turn.question, turn.answer)
      made.rating = turn.rating
      return made
    }
    it.events = [
      Event(id: ID("no"), application: ID("a"), kind: .refused, on: now.day, recorded: now)
    ]
    return it
  }

  private func weakness(_ reason: String, _ phase: Phase = .during) -> Finding {
    Finding(id: ID("f"), application: ID("a"), kind: .weakness, recorded: now) {
      $0.statement = "was vague"
      $0.reason = reason
      $0.phase = phase
      $0.tier = .inference
    }
  }

  @Test func aWeaknessOfTheInterviewWantsItsAnswer() {
    let it = dossier([("Why us?", "Kind of the team.", 2)])
    #expect(Moments.isWanted(weakness("R-ANSWER"), it))
    #expect(!Moments.isWanted(weakness("R-LOOK"), it), "no answer shows how one looked")
    #expect(!Moments.isWanted(weakness("R-ANSWER", .before), it))
    #expect(!Moments.isWanted(weakness("R-ANSWER"), dossier([])))
    var linked = weakness("R-ANSWER")
    linked.evidence = Evidence(.turn, ID("q0"))
    #expect(!Moments.isWanted(linked, it))
    let change = Moments.link(weakness("R-ANSWER"), to: it.turns[0])
    guard case .update(_, .finding(let after))? = change.operations.first else {
      Issue.record("nothing was linked")
      return
    }
    #expect(after.evidence == Evidence(.turn, ID("q0")) && after.tier == .observed)
  }

  private func wanted(
    _ statement: String, _ reason: String = "R-USER", _ area: Area? = nil
  ) -> Bool {
    var it = weakness(reason)
    (it.statement, it.area) = (statement, area)
    return Moments.isWanted(it, dossier([("Why us?", "Kind of the team.", 2)]))
  }

  /// What can be heard in an answer is asked for, in the user's words and in those of the checklists.
  @Test(arguments: [
    "my answer about testing was vague", "rambled about my last job", "interrupted Ines twice",
    "sounded unsure", "came across as cold", "lost the thread", "didn't address the point",
    "gave short answers where they wanted more", "one answer missed the question",
    "one answer missed the point of the question", "2 answers missed the point of the question",
    "sounded memorized", "struggled to find the words for common questions",
    "kept things general, with few examples", "explained the test plan badly",
    "badmouthed my old boss", "talked too fast", "was vague", "couldn't describe a challenge",
    "got defensive", "lacked practical knowledge",
  ])
  func whatWasSaidHasAMoment(_ statement: String) { #expect(wanted(statement)) }

  /// What was never said, and what nobody hears, has none.
  @Test(arguments: [
    "slept badly", "didn’t sleep", "was tired", "arrived late", "was ten minutes late",
    "the train was delayed", "failed the coding test", "the take-home was too slow",
    "forgot my documents", "didn't bring my references", "no certificate with me",
    "hadn't prepared enough", "didn't practice", "never researched the company",
    "wore the wrong clothes", "the wifi dropped", "my microphone didn't work", "was ill",
    "left planned points unsaid", "had skills that didn't come across", "didn't ask any questions",
    "never said what interests you about this work", "forgot to mention the award",
    "should have asked about the team", "it went worse than expected",
    "it stayed just questions and answers", "it never got past questions and answers",
    "didn't feel like yourself in the room",
    "got lost on the way", "missed the deadline for the case study",
  ])
  func whatWasNeverSaidHasNone(_ statement: String) { #expect(!wanted(statement)) }

  @Test func whereItLiesSaysItToo() {
    #expect(wanted("was weak", "R-TECH", .skills))
    for area in [Area.preparation, .appearance, .resume] {
      #expect(!wanted("was weak", "R-TECH", area))
    }
    for reason in ["R-PREP", "R-INSTR", "R-ETIQ", "R-MOTIV", "R-OFFDAY", "R-THANKS", "R-QUAL"] {
      #expect(!wanted("was weak", reason), "\(reason)")
    }
    // By hand, an answer can still be pointed at.
    #expect(Moments.canBeLinked(weakness("R-PREP"), dossier([("Why us?", "So.", 2)])))
  }

  @Test func ofManyTheWorstAreOffered() {
    let many = dossier((1...12).map { ("Question \($0)?", "x", $0 <= 3 ? 5 : 1) })
    let shown = Moments.candidates(many).map(\.question)
    #expect(shown.count == Moments.most)
    #expect(!shown.contains("Question 1?") && shown.first == "Question 4?")
  }

  private func requirement(
    _ text: String, _ state: Preparation.State, years: (Int, Int)? = nil
  ) -> Preparation {
    Preparation(id: ID(text), application: ID("a"), kind: .requirement, recorded: now) {
      $0.text = text
      $0.state = state
      $0.required = years?.0
      $0.held = years?.1
    }
  }

  @Test func gapsAreWorkedOutWhereNobodyNamedThem() {
    var it = dossier([
      ("How do you run Kafka at night?", "I was vague.", 2), ("Tell us about Terraform.", "x", 4),
    ])
    it.preparations = [
      requirement("Five years of on-call", .partly, years: (5, 3)), requirement("Kafka", .met),
      requirement("Terraform", .met), requirement("Fluent German", .met),
      requirement("Rust", .unmet), requirement("Not looked at", .open),
    ]
    let gaps = Gaps.list(it, now: now)
    #expect(
      gaps.map(\.sentence) == [
        "Five years of on-call: you don't have it yet (they ask for 5 years, you have 3)",
        "Rust: you don't have it yet", "Kafka: you have it; it didn't show (answer 1)",
        "Fluent German: you have it; they never asked",
      ])
    // Their own words come first.
    it.feedback = [
      Feedback(id: ID("r"), application: ID("a"), recorded: now) {
        $0.received = now.day
        $0.three = [.init("Rust")]
      }
    ]
    #expect(Gaps.list(it, now: now).isEmpty)
    it.feedback = []
    it.events = []
    #expect(Gaps.list(it, now: now).isEmpty, "nothing is explained before a decision")
  }

  @Test func ownAndTheirViewStandSideBySide() {
    var it = dossier([])
    it.findings = [weakness("R-MOREEXP")]
    it.feedback = [
      Feedback(id: ID("r"), application: ID("a"), recorded: now) {
        $0.received = now.day
        $0.three = [
          .init("a bigger cluster", reason: "R-MOREEXP"), .init("tone of voice", reason: "R-SOFT"),
        ]
      }
    ]
    #expect(
      it.bothViews(reasons: []).map(\.sentence) == [
        "They said “a bigger cluster”. You had noted: was vague.",
        "They said “tone of voice”. You hadn't noted anything like it.",
      ])
  }
}
