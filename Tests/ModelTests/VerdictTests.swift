import DebriefModel
import TestSupport
import Testing

@Suite(.timed) struct VerdictTests {
  @Test func withoutEvidenceItIsUnknownAndNoFlaw() {
    let empty = Verdict(refused(), reasons: reasons)
    #expect(empty.headline == .unknown)
    #expect(empty.sentence.contains("says nothing about you"))
    let guesses = Verdict(
      refused {
        $0.findings = (0..<9).map { finding("g\($0)", .weakness, "R-TECH", .guess, weight: 5) }
      },
      reasons: reasons)
    #expect(guesses.headline == .unknown)
    #expect(guesses.mine == 0)
    #expect(guesses.guesses == 1)
  }

  /// A cause in one's own words is told in them, and as they were typed; one from the list by its title.
  @Test func aCauseInOwnWordsSaysThem() throws {
    var own = try #require(reasons.first)
    (own.code, own.title) = (Finding.ownWords, "Something else, in your own words")
    func sentence(_ code: String, _ tier: Tier = .stated) -> String {
      let it = refused { d in
        var cause = finding("o", .weakness, code, tier)
        cause.statement = "Kafka was new to me"
        d.findings = [cause]
      }
      return Verdict(it, reasons: reasons + [own]).sentence
    }
    #expect(sentence(Finding.ownWords).hasSuffix(": Kafka was new to me"))
    #expect(sentence("").hasSuffix(": Kafka was new to me"))
    #expect(!sentence("R-TECH").contains("Kafka"))
    // What nobody but the user saw is told as that, and in the same words.
    for code in ["", Finding.ownWords, "R-TECH"] {
      for tier in [Tier.inference, .observed] {
        #expect(
          sentence(code, tier)
            == "no clear reason from them; one thing you noticed: Kafka was new to me")
      }
    }
  }

  /// Whoever heard nothing, or a form letter, is not told of a flaw as what decided, however it's called in the list.
  @Test(arguments: [Candour.boilerplate, .declined, nil])
  func whatOnlyTheUserSawIsNoLikelyCause(_ candour: Candour?) throws {
    var it = refused { d in
      d.findings = [
        finding("a", .weakness, "R-UNDERSOLD", .observed, weight: 2),
        finding("b", .weakness, "R-UNDERSOLD", .observed, weight: 3),
      ]
      d.findings[0].statement = "left a question open"
      d.findings[1].statement = "didn't tailor the résumé to this job"
    }
    if let candour {
      it.feedback = [
        Feedback(id: ID("f"), application: ID("app"), recorded: noon) {
          $0.received = noon.day
          $0.candour = candour
        }
      ]
    }
    let verdict = Verdict(it, reasons: reasons)
    #expect(
      verdict.sentence
        == "no clear reason from them; one thing you noticed: didn't tailor the résumé to this job")
    // Once they say so, it is what they say.
    it.findings.append(finding("c", .weakness, "R-UNDERSOLD", .stated))
    #expect(Verdict(it, reasons: reasons).sentence.hasPrefix("most likely (they told you): "))
  }

  /// However many guesses there are and whatever they weigh, one specific statement leads.
  @Test(arguments: 0..<50) func guessesNeverOutrankAStatement(_ seed: Int) {
    var random = Seeded(seed: UInt64(seed))
    let count = Int.random(in: 1...40, using: &random)
    let reply = Feedback(id: ID("f"), application: ID("app"), recorded: noon) {
      $0.received = noon.day
      $0.candour = .specific
    }
    let it = refused { d in
      d.feedback = [reply]
      d.findings = (0..<count).map {
        finding(
          "g\($0)", .weakness, ["R-TECH", "R-CIRC", ""].randomElement(using: &random)!, .guess,
          weight: 5)
      }
      d.findings.append(
        finding(
          "s", .weakness, "R-MOREEXP", .stated, weight: 1, evidence: Evidence(.feedback, ID("f"))))
      d.findings.shuffle(using: &random)
    }
    guard case .likely(let cause) = Verdict(it, reasons: reasons).headline else {
      Issue.record("no cause")
      return
    }
    #expect(cause.reason == "R-MOREEXP")
    #expect(cause.control == .partly)
  }

  @Test(arguments: 0..<30) func theOrderOfTheDataDoesNotMatter(_ seed: Int) {
    var random = Seeded(seed: UInt64(seed))
    var all = (0..<20).map {
      finding(
        "x\($0)", [.weakness, .outside, .strength].randomElement(using: &random)!,
        ["R-TECH", "R-CIRC", "R-MOREEXP", "R-NONE", ""].randomElement(using: &random)!,
        Tier.allCases.randomElement(using: &random)!, weight: Int.random(in: 1...5, using: &random))
    }
    var d = refused()
    d.findings = all
    let first = Verdict(d, reasons: reasons)
    all.shuffle(using: &random)
    d.findings = all
    let second = Verdict(d, reasons: reasons)
    #expect(first.sentence == second.sentence)
    #expect(first.split == second.split)
    #expect(first.causes.map(\.reason) == second.causes.map(\.reason))
  }

  @Test func boilerplateCarriesNoWeight() {
    let it = refused { d in
      d.feedback = [
        Feedback(id: ID("f"), application: ID("app"), recorded: noon) { $0.candour = .boilerplate }
      ]
      d.findings = [
        finding("s", .weakness, "R-TECH", .stated, evidence: Evidence(.feedback, ID("f")))
      ]
    }
    #expect(Verdict(it, reasons: reasons).headline == .unknown)
  }

  @Test func noFaultShowsTheOdds() {
    let it = refused { d in
      d.application.finalists = 4
      d.findings = [finding("n", .outside, "R-NONE", .stated)]
    }
    let verdict = Verdict(it, reasons: reasons)
    #expect(verdict.headline == .noFault)
    #expect(verdict.sentence == "you did nothing wrong; they could only pick 1 of 4")
    #expect(verdict.notMine == 1)
  }

  /// That nobody answered is what happened, and explains nothing.
  @Test func silenceIsNoCause() {
    let silent = finding("n", .outside, "R-SILENT", .observed)
    #expect(Verdict(refused { $0.findings = [silent] }, reasons: reasons).headline == .unknown)
    let both = refused { $0.findings = [silent, finding("t", .weakness, "R-TECH", .inference)] }
    guard case .likely(let cause) = Verdict(both, reasons: reasons).headline else {
      Issue.record("\(Verdict(both, reasons: reasons).headline)")
      return
    }
    #expect(cause.reason == "R-TECH")
  }

  @Test func strengthsNeverCount() {
    let it = refused { $0.findings = [finding("s", .strength, "R-TECH", .record, weight: 5)] }
    #expect(Verdict(it, reasons: reasons).split.isEmpty)
  }

  @Test func theSplitCountsCausesByControl() {
    let it = refused { d in
      d.findings = [
        finding("a", .weakness, "R-TECH"), finding("b", .weakness, "R-TECH"),
        finding("c", .weakness, "R-MOREEXP"), finding("d", .outside, "R-CIRC"),
        finding("e", .weakness, "", .inference), finding("f", .weakness, "", .guess),
      ]
    }
    #expect(
      Verdict(it, reasons: reasons).split == "2 in your control, 1 partly, 1 not; 1 guess")
  }

  private func withdrawn(_ kind: Event.Kind = .withdrew, _ findings: [Finding]) -> Verdict {
    let it = dossier {
      $0.events = [
        Event(id: ID("w"), application: ID("app"), kind: kind, on: noon.day, recorded: noon)
      ]
      $0.findings = findings
    }
    return Verdict(it, reasons: reasons)
  }

  /// Stepping back is a decision: it explains itself, and is counted on nobody's side.
  @Test(arguments: [Event.Kind.withdrew, .declined]) func aDecisionIsNoFlaw(_ kind: Event.Kind) {
    let own = withdrawn(
      kind,
      [
        finding("light", .outside, "R-SELF", weight: 2),
        finding("heavy", .outside, "R-SELF", weight: 4),
        finding("learned", .weakness, "R-TECH", .stated), finding("fit", .outside, "R-CIRC"),
      ])
    #expect(own.headline == .decided("finding heavy"))
    #expect(own.sentence == "it was your decision: finding heavy")
    #expect(own.split == "1 in your control, 1 not")
    #expect(withdrawn(kind, []).sentence == "it was your decision")
  }

  @Test func aDecisionDoesNotExplainARefusal() {
    let own = finding("own", .outside, "R-SELF", .record, weight: 5)
    let refused = withdrawn(.refused, [own, finding("a", .weakness, "R-TECH", .inference)])
    guard case .likely(let cause) = refused.headline else {
      Issue.record("\(refused.headline)")
      return
    }
    #expect(cause.reason == "R-TECH" && refused.mine == 1)
    #expect(withdrawn(.refused, [own]).headline == .decided("finding own"))
    #expect(withdrawn(.accepted, [own]).headline == .accepted)
  }

  @Test func theReasonsOfADecisionAskForNoOtherVerdict() {
    let it = dossier {
      $0.events = [
        Event(id: ID("w"), application: ID("app"), kind: .withdrew, on: noon.day, recorded: noon)
      ]
      $0.findings = [
        finding("own", .outside, "R-SELF"), finding("learned", .weakness, "R-TECH", .inference),
      ]
    }
    let texts = VerdictReasons(it, reasons: reasons).lines.map(\.text)
    #expect(!texts.contains { $0.contains("What would change") || $0.contains("Likely reasons") })
    #expect(texts.contains("Your decision") && texts.contains { $0.contains("your choice") })
    #expect(texts.contains("What else you noticed, strongest evidence first"))
  }
}
