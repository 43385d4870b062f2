import DebriefModel
import TestSupport
import Testing

@Suite("What is weighed, and when", .timed) struct QuotationTests {
  private func event(_ kind: Event.Kind, _ day: Int = 0) -> Event {
    Event(
      id: ID("e\(day)\(kind)"), application: ID("app"), kind: kind, on: noon.day.adding(days: day),
      recorded: noon.adding(seconds: day * 86_400))
  }

  /// Replies with and without three things, turns, answers, and findings that cite them.
  private func anyDossier(_ random: inout Seeded) -> Dossier {
    refused { d in
      d.turns = (0..<2).map { n in
        Turn(id: ID("t\(n)"), application: ID("app"), recorded: noon) { $0.rating = 2 }
      }
      d.feedback = (0..<3).map { n in
        Feedback(id: ID("f\(n)"), application: ID("app"), recorded: noon) {
          $0.received = noon.day
          $0.verbatim = "words \(n)"
          $0.candour = [nil, .general, .specific].randomElement(using: &random)!
          if n > 0 {
            $0.three = [Feedback.Thing("queues", reason: "R-TECH"), Feedback.Thing("years")]
          }
        }
      }
      let evidence: [Evidence?] = [
        nil, Evidence(.turn, ID("t0")), Evidence(.turn, ID("t1")), Evidence(.feedback, ID("f0")),
        Evidence(.feedback, ID("f1")), Evidence(.feedback, ID("f2")), Evidence(.response, ID("r")),
      ]
      d.findings = (0..<Int.random(in: 1...8, using: &random)).map {
        finding(
          "x\($0)", [.weakness, .outside, .strength].randomElement(using: &random)!,
          ["R-TECH", "R-CIRC", "R-MOREEXP", "R-NONE", ""].randomElement(using: &random)!,
          Tier.allCases.randomElement(using: &random)!,
          weight: Int.random(in: 1...5, using: &random),
          evidence: evidence.randomElement(using: &random)!)
      }
    }
  }

  @Test("never changes when the same evidence is cited once more", arguments: 0..<300)
  func duplicates(_ seed: Int) throws {
    var random = Seeded(seed: UInt64(seed))
    var it = anyDossier(&random)
    let cited = it.findings.filter { $0.evidence != nil && $0.kind != .strength }
    guard let one = cited.randomElement(using: &random) else { return }
    let before = Verdict(it, reasons: reasons)
    for n in 0..<3 {
      var again = one
      again.id = ID("zz\(n)")
      again.recorded = one.recorded.adding(seconds: 60 * (n + 1))
      again.statement = ["finding again", "words 0", one.statement].randomElement(using: &random)!
      if one.evidence?.kind == .feedback {
        again.reason = ["", one.reason].randomElement(using: &random)!
      }
      again.weight = 5
      again.tier = .record
      again.kind = [.weakness, .outside].randomElement(using: &random)!
      it.findings.insert(again, at: 0)
    }
    let after = Verdict(it, reasons: reasons)
    #expect(after.sentence == before.sentence)
    #expect(after.split == before.split)
    // What is not weighed is still shown.
    let shown = VerdictReasons(it, reasons: reasons).lines.compactMap(\.place)
    #expect(shown.contains(.finding(ID("zz0"))))
  }

  @Test("tells two of the three things apart")
  func things() {
    let it = refused { d in
      d.feedback = [
        Feedback(id: ID("f"), application: ID("app"), recorded: noon) {
          $0.received = noon.day
          $0.three = [Feedback.Thing("queues", reason: "R-TECH"), Feedback.Thing("years")]
        }
      ]
      let cites = Evidence(.feedback, ID("f"))
      d.findings = [
        finding("a", .weakness, "R-TECH", .stated, evidence: cites),
        finding("b", .weakness, "R-MOREEXP", .stated, evidence: cites),
      ]
      d.findings[1].statement = "years"
    }
    #expect(Verdict(it, reasons: reasons).split == "1 in your control, 1 partly")
  }

  @Test("names no cause before a decision, whatever is on file", arguments: 0..<60)
  func undecided(_ seed: Int) {
    var random = Seeded(seed: UInt64(seed))
    var it = anyDossier(&random)
    for ledger in [
      [], [event(.applied)], [event(.offered)], [event(.refused), event(.reopened, 1)],
    ] {
      it.events = ledger
      let verdict = Verdict(it, reasons: reasons)
      #expect(verdict.headline == .undecided)
      let words =
        ledger.last?.kind == .offered
        ? "they made you an offer, and the choice is yours"
        : "no decision yet, so nothing to explain"
      #expect(verdict.sentence == words)
      #expect(verdict.split.isEmpty && verdict.causes.isEmpty)
      #expect(VerdictReasons(it, reasons: reasons).lines.allSatisfy { $0.kind != .cause })
      let page = PageColumns(
        Page(it, reasons: reasons, now: noon), today: noon.day, measure: plainMeasure
      ).lines()
      #expect(!page.contains { $0.spans.map(\.text).joined().contains("mine ") })
    }
    // A silence one looks back on is enough, before it is called so.
    it.events = [event(.applied)]
    it.debriefs = [
      Debrief(id: ID("d"), application: ID("app"), branch: .ghosted, started: noon)
    ]
    #expect(Verdict(it, reasons: reasons).headline != .undecided)
  }

  @Test("takes nothing that came after their decision for its cause")
  func later() {
    let it = refused { d in
      d.interviews = [
        Interview(id: ID("i"), application: ID("app"), recorded: noon) {
          $0.start = noon.adding(seconds: 5 * 86_400)
        }
      ]
      d.turns = [
        Turn(id: ID("t"), application: ID("app"), recorded: noon) { $0.interview = ID("i") }
      ]
      d.findings = [
        finding("a", .weakness, "R-LATER"),
        finding("b", .weakness, "R-TECH", evidence: Evidence(.turn, ID("t"))),
      ]
    }
    #expect(Verdict(it, reasons: reasons).headline == .unknown)
    #expect(VerdictReasons.withoutRival(it, reasons: reasons).isEmpty)
  }
}
