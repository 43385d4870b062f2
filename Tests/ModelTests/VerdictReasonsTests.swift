import DebriefModel
import TestSupport
import Testing

@Suite(.timed) struct VerdictReasonsTests {
  /// A dossier of turns, replies, answers and findings that point at them, some at nothing.
  func anyDossier(_ seed: Int) -> Dossier {
    var random = Seeded(seed: UInt64(seed))
    return refused { d in
      d.turns = (0..<3).map { n in
        Turn(id: ID("t\(n)"), application: ID("app"), recorded: noon) {
          $0.question = "question \(n)"
          $0.position = n
          $0.rating = n + 1
        }
      }
      d.feedback = (0..<3).map { n in
        Feedback(id: ID("f\(n)"), application: ID("app"), recorded: noon) {
          $0.received = noon.day
          $0.verbatim = "words \(n)"
          $0.candour = Candour.allCases.randomElement(using: &random)
        }
      }
      d.responses = [
        Response(
          id: ID("r0"), application: ID("app"), debrief: ID("d"), item: "x", answered: noon
        ) { $0.value = "yes" }
      ]
      let evidence: [Evidence?] = [
        nil, Evidence(.turn, ID("t1")), Evidence(.feedback, ID("f0")),
        Evidence(.feedback, ID("f2")), Evidence(.response, ID("r0")),
        Evidence(.turn, ID("gone")), Evidence(.feedback, ID("gone")),
      ]
      d.findings = (0..<Int.random(in: 0...15, using: &random)).map {
        var it = finding(
          "x\($0)", Finding.Kind.allCases.randomElement(using: &random)!,
          ["R-TECH", "R-CIRC", "R-MOREEXP", "R-NONE", ""].randomElement(using: &random)!,
          Tier.allCases.randomElement(using: &random)!,
          weight: Int.random(in: 1...5, using: &random),
          evidence: evidence.randomElement(using: &random)!)
        it.rival = [nil, "-", "another cause"].randomElement(using: &random)!
        it.control = [nil, .mine, .notMine].randomElement(using: &random)!
        return it
      }
    }
  }

  @Test(arguments: 0..<200) func eachLineLeadsToSomethingThatIsThere(_ seed: Int) {
    let it = anyDossier(seed)
    for line in VerdictReasons(it, reasons: reasons).lines {
      #expect(!line.text.isEmpty)
      switch line.place {
      case .finding(let id)?, .rival(let id)?:
        #expect(it.findings.contains { $0.id == id })
      case .turn(let id)?: #expect(it.turns.contains { $0.id == id })
      case .feedback(let id)?: #expect(it.feedback.contains { $0.id == id })
      case .response(let id)?: #expect(it.responses.contains { $0.id == id })
      case nil: break
      }
    }
  }

  @Test(arguments: 0..<200) func theSameDataGivesTheSameLines(_ seed: Int) {
    var random = Seeded(seed: UInt64(seed) &+ 999)
    var it = anyDossier(seed)
    let lines = VerdictReasons(it, reasons: reasons).lines
    it.findings.shuffle(using: &random)
    it.feedback.shuffle(using: &random)
    it.turns.shuffle(using: &random)
    #expect(VerdictReasons(it, reasons: reasons).lines == lines)
  }

  @Test(arguments: 0..<200) func noGuessStandsBeforeAFoundedCause(_ seed: Int) {
    let it = VerdictReasons(anyDossier(seed), reasons: reasons)
    let grounds = it.lines.filter { $0.kind == .grounds }.map(\.text)
    let guesses = grounds.firstIndex { $0.hasPrefix("a guess") } ?? grounds.count
    #expect(grounds[guesses...].allSatisfy { $0.hasPrefix("a guess") })
    // Guesses only under their own heading; without anything else the cause is unknown.
    if guesses < grounds.count { #expect(it.lines.contains { $0.text.hasPrefix("Guesses") }) }
    if guesses == 0 { #expect(it.verdict.headline == .unknown) }
  }

  @Test func withoutEvidenceItIsUnknownAndSaysToAsk() {
    let it = VerdictReasons(refused(), reasons: reasons)
    #expect(it.verdict.headline == .unknown)
    #expect(it.lines.contains { $0.text.hasSuffix("a word from them. You could ask.") })
    #expect(it.lines.contains { $0.text.contains("just as likely") })
  }

  @Test func theOddsAreShownWhenTheFinalistsAreKnown() {
    let it = refused { $0.application.finalists = 4 }
    #expect(
      VerdictReasons(it, reasons: reasons).lines.contains {
        $0.text.contains("only one could get the job.")
      })
  }

  @Test func ownWeaknessesWithoutARivalCauseAreListed() {
    var asked = finding("a", .weakness, "R-TECH")
    asked.rival = "the post was filled already"
    var nothing = finding("b", .weakness, "R-TECH")
    nothing.rival = VerdictReasons.nothingElse
    let it = refused {
      $0.findings = [
        asked, nothing, finding("c", .weakness, "R-TECH"), finding("d", .weakness, "R-MOREEXP"),
        finding("e", .outside, "R-CIRC"), finding("f", .weakness),
        finding("g", .strength, "R-TECH"),
      ]
    }
    #expect(
      VerdictReasons.withoutRival(it, reasons: reasons).map(\.id.text).sorted() == ["c", "f"])
    let lines = VerdictReasons(it, reasons: reasons).lines
    #expect(lines.contains { $0.text == "or maybe: the post was filled already" })
    #expect(lines.contains { $0.text == "nothing else came to mind" })
    #expect(lines.last?.place == .rival(ID("f")))
  }

  /// Declined to say carries nothing, whatever the finding made of it claims.
  @Test func declinedToSayCountsAsNothing() {
    let it = refused { d in
      d.feedback = [
        Feedback(id: ID("f"), application: ID("app"), recorded: noon) {
          $0.received = noon.day
          $0.candour = .declined
        }
      ]
      d.findings = [
        finding(
          "s", .weakness, "R-TECH", .record, weight: 5, evidence: Evidence(.feedback, ID("f")))
      ]
    }
    let reasons = VerdictReasons(it, reasons: reasons)
    #expect(reasons.verdict.headline == .unknown)
    #expect(reasons.verdict.split == "1 guess")
    #expect(reasons.lines.contains { $0.text.contains("one specific sentence") })
  }

  @Test func thePageSaysWhatAThingSays() {
    let it = refused { d in
      d.feedback = [
        Feedback(id: ID("f"), application: ID("app"), recorded: noon) {
          $0.received = noon.day
          $0.three = [Feedback.Thing("vague on queues", reason: "R-TECH")]
          $0.three[0].gap = .shownWeakly
        }
      ]
    }
    let page = PageColumns(
      Page(it, reasons: reasons, now: noon), today: noon.day, measure: plainMeasure
    ).lines()
    #expect(page.contains { $0.spans.map(\.text).joined().contains("it didn't show") })
  }

  // MARK: Dodged

  func answered(_ item: String, _ value: String, _ id: String) -> Response {
    Response(
      id: ID(id), application: ID("app"), debrief: ID("d"), item: item, answered: noon
    ) { $0.value = value }
  }

  @Test func dodgedNeedsARedFlagAndANo() {
    var it = refused { d in
      d.responses = [answered("flags.seen", "none", "r1"), answered("want.still", "no", "r2")]
      d.findings = [
        // The same answer again is no flag.
        finding("b", .outside, "R-FIT", .inference, evidence: Evidence(.response, ID("r2")))
      ]
    }
    #expect(!Verdict(it, reasons: reasons).dodged)
    it.findings.append(finding("c", .outside, "R-FIT", .observed))
    #expect(Verdict(it, reasons: reasons).dodged)
    #expect(Verdict(it, reasons: reasons).headlineText.hasPrefix("maybe for the best; "))
    #expect(
      VerdictReasons(it, reasons: reasons).lines.contains {
        $0.text.hasPrefix("Maybe it's for the best")
      })
    it.responses.append(
      Response(
        id: ID("causes"), application: it.application.id, debrief: ID("d"),
        item: Verdict.causesItem, answered: noon))
    let page = PageColumns(
      Page(it, reasons: reasons, now: noon), today: noon.day, measure: plainMeasure
    ).lines()
    #expect(page.contains { $0.spans.map(\.text).joined().contains("maybe for the best") })
    it.responses[1].value = "yes"
    #expect(!Verdict(it, reasons: reasons).dodged)
    it.responses[1].value = "no"
    it.responses[1].skipped = "rather not"
    #expect(!Verdict(it, reasons: reasons).dodged)
  }

  @Test(arguments: [
    ("They were calm.", "They were calm."), ("Why not?", "Why not?"), ("No!", "No!"),
    ("and so on …", "and so on …"), ("nothing", "nothing."), ("\"Too loud.\"", "\"Too loud.\""),
  ])
  func oneFullStopIsEnough(_ words: String, _ shown: String) throws {
    let it = refused { d in
      var one = finding("a", .weakness, "", .observed)
      one.statement = words
      d.findings = [one]
    }
    let head = try #require(VerdictReasons(it, reasons: reasons).lines.first)
    #expect(head.text.hasSuffix(": " + shown), "\(head.text)")
  }
}
