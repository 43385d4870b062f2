import DebriefModel
import Testing

/// Fit both ways (A21, A25), claims in the talk (A97), and sealed forecasts (S4).
@Suite(.timed) struct FitTests {
  private func entry(
    _ id: String, _ kind: Preparation.Kind, _ fill: (inout Preparation) -> Void = { _ in }
  ) -> Preparation {
    Preparation(id: ID(id), application: ID("app"), kind: kind, recorded: noon) {
      $0.text = id
      fill(&$0)
    }
  }
  private func round(_ hours: Int) -> Interview {
    Interview(id: ID("round"), application: ID("app"), recorded: noon) {
      $0.start = noon.adding(seconds: hours * 3600)
    }
  }
  private func event(_ kind: Event.Kind, _ days: Int = 0) -> Event {
    Event(
      id: ID("\(kind)\(days)"), application: ID("app"), kind: kind,
      on: noon.day.adding(days: -days), recorded: noon)
  }

  @Test func theFirstTalkDecidesWhichRatingItIs() {
    #expect(FitRules.rating(dossier(), now: noon) == .before)
    #expect(FitRules.rating(dossier { $0.interviews = [round(1)] }, now: noon) == .before)
    #expect(FitRules.rating(dossier { $0.interviews = [round(0)] }, now: noon) == .after)
  }

  @Test func theChangeIsShown() {
    #expect(entry("a", .fit).ratings == "")
    #expect(entry("a", .fit) { $0.before = 3 }.ratings == "3 before")
    let moved = entry("a", .fit) { ($0.before, $0.after) = (3, 5) }
    #expect(moved.moved == 2 && moved.ratings == "3 before, 5 after (+2)")
    #expect(entry("a", .fit) { ($0.before, $0.after) = (4, 1) }.ratings.hasSuffix("(-3)"))
    #expect(entry("a", .fit) { ($0.before, $0.after) = (4, 4) }.ratings.hasSuffix("(the same)"))
    #expect(entry("a", .claim) { ($0.before, $0.after) = (4, 4) }.moved == nil)
  }

  @Test func onlyWhatIsMissingIsListed() throws {
    let bank =
      ["a", "b", "c"].map { BankQuestion(id: $0, side: .fit, ask: $0) }
      + [BankQuestion(id: "x", side: .candidate, ask: "x")]
    var ids = IDSource(seed: 1)
    let it = dossier { $0.preparations = [entry("b", .fit)] }
    let change = try #require(FitRules.standard(bank, it, ids: &ids, now: noon))
    let added = change.operations.map { operation -> String in
      guard case .insert(.preparation(let it)) = operation else { return "?" }
      return "\(it.kind.rawValue) \(it.text)"
    }
    #expect(added == ["fit a", "fit c"])
    let full = dossier { $0.preparations = ["a", "b", "c"].map { entry($0, .fit) } }
    #expect(FitRules.standard(bank, full, ids: &ids, now: noon) == nil)
  }

  @Test func fitRatedAfterTheTalkIsAFact() {
    let debrief = Debrief(
      id: ID("d"), application: ID("app"), branch: .rejectedAfterInterview, started: noon)
    func fact(_ it: Dossier) -> String? {
      WizardFacts(it, debrief: debrief, now: noon).values["@fitted"]
    }
    #expect(fact(dossier { $0.preparations = [entry("a", .fit) { $0.before = 3 }] }) == "no")
    #expect(fact(dossier { $0.preparations = [entry("a", .fit) { $0.after = 3 }] }) == "yes")
  }

  @Test(arguments: Preparation.Delivery.allCases)
  func whatBecameOfAClaimReadsBack(_ delivery: Preparation.Delivery) {
    let it = entry("a", .claim).delivered(delivery)
    #expect(it.delivery == delivery)
    #expect(it.delivered(nil) == entry("a", .claim))
  }

  @Test func aClaimThatFellShortOrNeverCameUpIsAWeakness() {
    var ids = IDSource(seed: 1)
    func reason(_ it: Preparation) -> String? {
      Recipe.weakness(it, dossier(), ids: &ids, now: noon)?.reason
    }
    let proven = entry("a", .claim) { $0.state = .provable }
    #expect(reason(proven) == nil)
    #expect(reason(proven.delivered(.unmet)) == "R-OVERSOLD")
    #expect(reason(proven.delivered(.notAsked)) == "R-UNDERSOLD")
    #expect(reason(proven.delivered(.met)) == nil)
    #expect(reason(entry("b", .claim).delivered(.notAsked)) == nil)
    let taken = entry("c", .claim) { $0.state = .retract }
    #expect(reason(taken.delivered(.unmet)) == "R-FALSE")
  }

  @Test func aForecastIsSealedBetweenATalkAndItsOutcome() {
    func why(_ fill: (inout Dossier) -> Void) -> String {
      ForecastRules.refusal(dossier(fill), now: noon) ?? "may be sealed"
    }
    #expect(why { _ in }.contains("after an interview"))
    #expect(why { $0.interviews = [round(2)] }.contains("once you've had the interview"))
    #expect(why { $0.interviews = [round(-2)] } == "may be sealed")
    for kind in [Event.Kind.refused, .withdrew, .offered, .accepted, .declined, .silent] {
      let late = why {
        $0.interviews = [round(-2)]
        $0.events = [event(kind)]
      }
      #expect(late.contains("hindsight"), "\(kind)")
    }
    let open = why {
      $0.interviews = [round(-2)]
      $0.events = [event(.refused, 2), event(.reopened)]
    }
    #expect(open == "may be sealed")
  }

  @Test func aSealedForecastStays() throws {
    var ids = IDSource(seed: 1)
    let talked = dossier { $0.interviews = [round(-2)] }
    let change = ForecastRules.seal(60, talked, ids: &ids, now: noon)
    guard case .insert(.forecast(let sealed))? = change.operations.first else {
      Issue.record("no forecast")
      return
    }
    #expect(sealed.interview == ID("round") && sealed.sealed == noon)
    #expect(sealed.words(today: noon.day) == "you predicted 60%, 20 Mar")
    var later = talked
    later.forecasts = [sealed]
    #expect(
      ForecastRules.refusal(later, now: noon)?.contains("60% after this round, on 20 Mar") == true)
    var other = sealed
    other.chance = 90
    let edit = Change("edit", [.update(from: .forecast(sealed), to: .forecast(other))])
    #expect(edit.fault?.contains("prediction") == true)
    #expect(change.fault == nil)
    let lines = VerdictReasons(later, reasons: reasons).lines.map(\.text)
    #expect(lines.contains { $0.contains("60%") && $0.contains("20 March") }, "\(lines)")
  }
}
