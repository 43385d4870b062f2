import TestSupport
import Testing

@testable import DebriefModel

/// The plan of the drill: the same cards and day give the same plan, it is never too much for a day, and what
/// it promises is there on the day of the interview.
@Suite(.timed) struct DrillTests {
  private let today = noon.day

  private func card(_ name: String, _ reviews: [(ago: Int, grade: Recall.Grade)] = []) -> DrillCard
  {
    var it = DrillCard(
      key: .init(ID(name)), kind: .answer, application: ID("app"), company: "Acme", cue: "Why?",
      words: [], back: "So.")
    it.reviews = reviews.enumerated().map { i, review in
      CardReview(
        id: ID("\(name)-\(i)"), application: ID("app"), card: ID(name),
        day: today.adding(days: -review.ago), grade: review.grade, recorded: noon)
    }
    return it
  }

  private func random(_ chance: inout Seeded) -> [DrillCard] {
    (0..<Int.random(in: 0...40, using: &chance)).map { i in
      let ages = (0..<Int.random(in: 0...4, using: &chance)).map { _ in
        Int.random(in: 0...30, using: &chance)
      }
      return card(
        "c\(i)",
        ages.sorted(by: >).map { ($0, Recall.Grade.allCases.randomElement(using: &chance)!) })
    }
  }

  @Test func theSameCardsGiveTheSamePlan() {
    for seed in 0..<150 {
      var chance = Seeded(seed: UInt64(seed))
      let cards = random(&chance)
      let target =
        Bool.random(using: &chance) ? today.adding(days: .random(in: 0...40, using: &chance)) : nil
      let plan = DrillPlan(cards, today: today, target: target)
      #expect(plan == DrillPlan(cards.shuffled(using: &chance), today: today, target: target))
      #expect(plan.days.allSatisfy { $0.cards.count <= DrillPlan.most + 3 && !$0.cards.isEmpty })
      #expect(plan.days.dropFirst().allSatisfy { $0.cards.count <= DrillPlan.most })
      #expect(plan.days.map(\.day) == plan.days.map(\.day).sorted())
      #expect(plan.days.allSatisfy { Set($0.cards).count == $0.cards.count })
      #expect(plan.ready <= plan.total && plan.total == cards.count)
      #expect(plan.expected <= Double(cards.count) + 1e-9)
      if let target { #expect(plan.days.allSatisfy { $0.day < target || $0.day == today }) }
    }
  }

  /// Whoever practices as planned, and well, has each card at hand on the day.
  @Test func whatIsPracticedAsPlannedIsThere() {
    for seed in 0..<60 {
      var chance = Seeded(seed: UInt64(seed))
      var cards = Array(random(&chance).prefix(24))
      let target = today.adding(days: .random(in: 3...30, using: &chance))
      var day = today
      while day < target {
        let plan = DrillPlan(cards, today: day, target: target)
        #expect(plan.late.isEmpty, "\(plan.late) on \(day) of seed \(seed)")
        for key in plan.now {
          let i = cards.firstIndex { $0.key == key }!
          cards[i].reviews.append(
            CardReview(
              id: ID("r\(day)\(key.id)"), application: ID("app"), card: key.id, day: day,
              grade: .good,
              recorded: noon))
        }
        day = day.adding(days: 1)
      }
      let plan = DrillPlan(cards, today: target, target: target)
      #expect(plan.ready == cards.count, "seed \(seed)")
      #expect(plan.chances.values.allSatisfy { $0 >= DrillPlan.wanted })
    }
  }

  @Test func tooManyForTheDayAreSaid() {
    let cards = (0..<30).map { card("c\($0)") }
    let plan = DrillPlan(cards, today: today, target: today.adding(days: 1))
    #expect(plan.now.count == 12 && plan.late.count == 18 && plan.ready == 0)
    #expect(
      DrillText.lines(
        DrillDeck(cards, company: "Acme", target: today.adding(days: 1), today: today), today: today
      )
      .map(\.text)
        == [
          "0 of 30 practice cards ready for tomorrow.",
          "The interview at Acme is tomorrow, on Sat 21 March 2026.", "Today: 12 cards",
          "18 cards won't be ready by then. Pick the ones that matter most.",
        ])
  }

  /// Where time is short, it's not what was prepared for this interview that is left out.
  @Test func theCardsOfTheInterviewComeFirst() {
    let (next, tomorrow) = (ID("next"), today.adding(days: 1))
    var own = (0..<6).map { card("z\($0)") }
    for i in own.indices { own[i].application = next }
    let all = (0..<20).map { card("a\($0)") } + own
    let plan = DrillPlan(all, today: today, target: tomorrow, for: next)
    #expect(plan.now.count == DrillPlan.most && Array(plan.now.prefix(6)) == own.map(\.key))
    #expect(!plan.late.contains { $0.id.text.hasPrefix("z") } && plan.late.count == 14)
    // Of a deck it's those of the application it is for; without one, a name decides.
    let deck = DrillDeck(all, application: next, target: tomorrow, today: today)
    #expect(deck.plan == plan)
    let none = DrillPlan(all, today: today, target: tomorrow)
    #expect(!none.now.contains { $0.id.text.hasPrefix("z") })
    // What is likelier to be missing comes before, wherever it is from.
    own = own.map { it in
      var it = it
      it.reviews = card("z", [(1, .again)]).reviews
      return it
    }
    let known = DrillPlan(
      (0..<20).map { card("a\($0)") } + own, today: today, target: tomorrow, for: next)
    #expect(!known.now.contains { $0.id.text.hasPrefix("z") })
  }

  /// A plan reaches 120 days; an interview beyond is named, and not called missing.
  @Test func anInterviewTooFarAwayToPlanForIsNamed() {
    func deck(_ days: Int) -> DrillDeck {
      DrillDeck([card("a")], company: "Acme", target: today.adding(days: days), today: today)
    }
    func second(_ days: Int) -> String { DrillText.lines(deck(days), today: today)[1].text }
    #expect(deck(120).target == today.adding(days: 120) && deck(120).distant == nil)
    #expect(second(120).contains("Acme is in 120 days"))
    #expect(deck(121).target == nil && deck(121).distant == today.adding(days: 121))
    #expect(
      second(121).hasPrefix("The interview at Acme is on \(today.adding(days: 121).long). "))
    #expect(deck(-1).distant == nil && second(-1).hasPrefix("No interview is planned"))
  }

  @Test func whatIsLeftOutIsSaid() {
    var deck = DrillDeck([card("a")], today: today)
    func says() -> Bool {
      DrillText.lines(deck, today: today).contains {
        $0.text.hasPrefix("You have older things to practice")
      }
    }
    #expect(!says())
    deck.isCut = true
    #expect(says())
  }

  @Test func withoutADateACardRestsUntilItFades() {
    // A first good answer holds nine of ten for 2.3 days.
    #expect(DrillPlan([card("a", [(1, .good)])], today: today, target: nil).now.isEmpty)
    #expect(DrillPlan([card("a", [(3, .good)])], today: today, target: nil).now.count == 1)
    #expect(DrillPlan([card("a")], today: today, target: nil).now.count == 1)
  }

  @Test func whatDidNotComeIsAskedOnceMoreThatDay() {
    #expect(DrillPlan([card("a", [(0, .again)])], today: today, target: nil).now.count == 1)
    #expect(DrillPlan([card("a", [(0, .good)])], today: today, target: nil).now.isEmpty)
    let often = card("a", [(0, .again), (0, .again), (0, .again)])
    #expect(DrillPlan([often], today: today, target: nil).now.isEmpty)
  }

  @Test func aClockThatWentBackIsNoFault() {
    let plan = DrillPlan([card("a", [(-5, .good), (-9, .again)])], today: today, target: today)
    #expect(plan.total == 1 && plan.chances.values.allSatisfy { $0.isFinite && $0 <= 1 })
  }

  @Test func theWordsSayForWhen() {
    func words(_ days: Int?) -> String {
      let cards = [card("a", [(0, .easy)]), card("b")]
      return DrillDeck(cards, target: days.map { today.adding(days: $0) }, today: today)
        .words(today: today)
    }
    // A card that is no answer has no parts to check.
    #expect(
      DrillCard.Kind.allCases.filter(\.hasParts) == [.answer, .thing, .prepared])
    #expect(DrillCard.Kind.allCases.allSatisfy { $0.asks.contains("check") == $0.hasParts })
    #expect(words(0) == "1 of 2 practice cards ready for today")
    #expect(words(1) == "1 of 2 practice cards ready for tomorrow")
    #expect(words(4) == "1 of 2 practice cards ready for Tue")
    #expect(words(9) == "1 of 2 practice cards ready for 29 Mar")
    #expect(words(nil) == "1 of 2 practice cards still fresh")
    #expect(words(-3) == "1 of 2 practice cards still fresh")
    #expect(DrillDeck([], today: today).words(today: today) == "")
  }

  // MARK: Cards

  /// What is on the card before the grade is a few words of its text and never the text.
  @Test func theFrontNeverShowsTheText() {
    let texts = [
      "I moved sixty hosts at night, and nobody noticed until the report in March.",
      "It was two services and one index. I measured first, then cut the batch to 50.", "Yes.",
      "Kubernetes", "", "ask for the budget", "日本の鉄道について話しました。",
    ]
    for text in texts {
      let words = CueWords.of(text)
      let all = text.split(whereSeparator: \.isWhitespace).count
      #expect(words.count <= CueWords.most && words.count * 2 <= max(all, 0), "\(words)")
      let turn = Turn(id: ID("t"), application: ID("app"), recorded: noon) {
        ($0.question, $0.better) = ("Tell me about a move.", text)
      }
      let card = DrillCard(weak: turn, company: "Acme")
      #expect(text.count < 20 || !(card.cue + card.words.joined(separator: " ")).contains(text))
      #expect(card.back == text)
    }
    #expect(CueWords.of(texts[0]) == ["moved", "sixty", "hosts", "night", "nobody"])
  }

  @Test func whatBecomesACard() {
    let entry = Preparation(id: ID("p"), application: ID("app"), kind: .answer, recorded: noon) {
      $0.text = "Why hire you?"
    }
    #expect(DrillCard(prepared: entry, company: "") == nil)
    var done = entry
    done.detail = "Because the counts were right."
    #expect(DrillCard(prepared: done, company: "")?.kind == .prepared)
    var asked = Preparation(id: ID("q"), application: ID("app"), kind: .question, recorded: noon) {
      $0.text = "Who carries the pager?"
    }
    #expect(DrillCard(prepared: asked, company: "")?.cue.contains("pager") == false)
    asked.state = .asked
    #expect(DrillCard(prepared: asked, company: "") == nil)
    let reply = Feedback(id: ID("f"), application: ID("app"), recorded: noon) {
      $0.three = [.init("depth"), .init(" ")]
    }
    #expect(DrillCard(thing: 0, of: reply, company: "")?.key == .init(ID("f"), part: 0))
    #expect(DrillCard(thing: 1, of: reply, company: "") == nil)
    #expect(DrillCard(thing: 2, of: reply, company: "") == nil)
  }
}
