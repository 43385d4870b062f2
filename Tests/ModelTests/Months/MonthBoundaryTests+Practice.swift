import Testing

@testable import DebriefModel

/// Practice.
extension MonthBoundaryTests {
  // MARK: - Practice

  func card(_ name: String, _ reviews: [(ago: Int, grade: Recall.Grade)] = []) -> DrillCard {
    var it = DrillCard(
      key: .init(ID(name)), kind: .answer, application: app, company: "Acme", cue: "Why?",
      words: [],
      back: "So.")
    it.reviews = reviews.enumerated().map { at, review in
      CardReview(
        id: ID("\(name)-\(at)"), application: app, card: ID(name),
        day: today.adding(days: -review.ago), grade: review.grade, recorded: noon)
    }
    return it
  }

  @Test func anInterviewIsPracticedForFourMonths() {
    func target(_ days: Int) -> Day? {
      DrillPlan([card("a")], today: today, target: today.adding(days: days)).target
    }
    #expect(target(-1) == nil)
    #expect(target(0) == today)
    #expect(target(120) == today.adding(days: 120))
    #expect(target(121) == nil)
  }

  @Test func twelveCardsADayWithThoseSeen() {
    let new = (0..<15).map { card("n\($0)") }
    #expect(DrillPlan(new, today: today, target: nil).now.count == 12)
    let seen = (0..<5).map { card("s\($0)", [(0, .good)]) }
    #expect(DrillPlan(new + seen, today: today, target: nil).now.count == 7)
  }

  @Test func whatWasMissedComesAgainThreeTimesADay() {
    func isNow(_ grades: Recall.Grade...) -> Bool {
      !DrillPlan([card("a", grades.map { (0, $0) })], today: today, target: nil).now.isEmpty
    }
    #expect(isNow(.again))
    #expect(isNow(.again, .again))
    #expect(!isNow(.again, .again, .again))
    #expect(!isNow(.again, .good))
    #expect(isNow(.good, .again))
  }

  @Test func theDayBeforeIsTheLast() {
    let plan = DrillPlan(
      (0..<30).map { card("c\($0)") }, today: today, target: today.adding(days: 2))
    #expect(plan.days.map(\.day) == [today, today.adding(days: 1)])
    #expect(DrillPlan([card("a")], today: today, target: today).days.map(\.day) == [today])
  }

  @Test func whatIsKnownWellEnoughRests() throws {
    let target = today.adding(days: 3)
    for ago in 1...40 {
      let it = card("a", [(ago, .good)])
      let plan = DrillPlan([it], today: today, target: target)
      let chance = try #require(plan.chances[it.key])
      if chance >= DrillPlan.wanted, chance < 1 {
        #expect(plan.days.isEmpty, "\(ago) days ago: \(chance)")
      }
    }
  }

  @Test(arguments: [
    (0, "today"), (1, "tomorrow"), (2, "Sun"), (6, "Thu"), (7, "27 Mar"),
  ]) func theDayOfTheInterviewIsNamed(_ days: Int, _ words: String) {
    let deck = DrillDeck([card("a")], target: today.adding(days: days), today: today)
    #expect(deck.words(today: today).hasSuffix("ready for \(words)"))
  }

  @Test func aCardSaysWhatIsBetter() {
    let better = "we went over it with the people of Antarctica"
    let turn = Turn(id: ID("t"), application: app, recorded: noon) {
      ($0.question, $0.answer, $0.better) = ("Why?", "for the money", better)
    }
    let it = DrillCard(weak: turn, company: "Acme")
    #expect(it.back == better)
    #expect(it.words == CueWords.of(better) && it.words.contains("Antarctica"))
    var plain = turn
    plain.better = ""
    #expect(DrillCard(weak: plain, company: "Acme").back == "for the money")
  }

  @Test func onlyOpenQuestionsArePracticed() {
    func kind(_ kind: Preparation.Kind, _ state: Preparation.State, _ detail: String = "")
      -> DrillCard.Kind?
    {
      DrillCard(
        prepared: Preparation(id: ID("p"), application: app, kind: kind, recorded: noon) {
          ($0.text, $0.state, $0.detail) = ("x", state, detail)
        }, company: "Acme")?.kind
    }
    #expect(kind(.question, .open) == .question)
    #expect(kind(.question, .asked) == nil)
    #expect(kind(.answer, .open, "so") == .prepared)
    #expect(kind(.answer, .open, " ") == nil)
    let reply = Feedback(id: ID("f"), application: app, recorded: noon) {
      $0.three = [.init("too quiet"), .init(" ")]
    }
    #expect(DrillCard(thing: 0, of: reply, company: "Acme") != nil)
    #expect(DrillCard(thing: 1, of: reply, company: "Acme") == nil)
    #expect(DrillCard(thing: 2, of: reply, company: "Acme") == nil)
  }

  @Test func halfOfTheWordsMayBeCues() {
    #expect(CueWords.of("the migration of billing") == ["migration", "billing"])
    #expect(CueWords.of("migration of billing") == ["migration"])
  }
}
