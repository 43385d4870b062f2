import Testing

@testable import DebriefModel

/// Pay, preparation, and what is corrected.
extension RuleBoundaryTests {
  // MARK: - Gaps

  @Test func aWeakAnswerIsAGap() {
    func gaps(_ turns: [Turn], _ fill: (inout Dossier) -> Void = { _ in }) -> [Gap] {
      Gaps.list(
        refused {
          $0.preparations = [thing("p", .requirement, "Kubernetes deployment", .met)]
          $0.turns = turns
          fill(&$0)
        }, now: noon)
    }
    func about(_ id: String, _ rating: Int?, mark: String = "") -> Turn {
      turn(id, "Tell me about Kubernetes deployment.", rating: rating) {
        ($0.mark, $0.position) = (mark, 1)
      }
    }
    #expect(gaps([about("a", 1)]).map(\.kind) == [.shownWeakly])
    #expect(gaps([about("a", 2)]).map(\.kind) == [.shownWeakly])
    #expect(gaps([about("a", 3)]).isEmpty)
    #expect(gaps([about("a", nil, mark: "-")]).map(\.kind) == [.shownWeakly])
    #expect(gaps([about("a", nil)]).isEmpty)
    #expect(gaps([about("a", 1), about("b", 4)]).isEmpty)
    #expect(gaps([about("a", 2), about("b", 1)]).first?.why == "answer 1")
    #expect(gaps([turn("x", "Why us?")]).map(\.kind) == [.notAsked])
    #expect(gaps([turn("x", "Kubernetes?", rating: 1)]).map(\.kind) == [.shownWeakly])
    #expect(
      gaps([about("a", 1)]) { $0.feedback = [reply(received: 0) { $0.three = [.init("x")] }] }
        .isEmpty)
    #expect(
      Gaps.list(
        home {
          $0.preparations = [thing("p", .requirement, "Kubernetes", .unmet)]
          $0.events = [event(.applied, -3)]
        }, now: noon
      ).isEmpty)
    func claim(_ shown: Preparation.State?) -> [Feedback.Gap] {
      Gaps.list(
        refused {
          $0.preparations = [
            thing("c", .claim, "led a team", .provable) { ($0.raised, $0.shown) = (true, shown) }
          ]
        }, now: noon
      ).map(\.kind)
    }
    #expect(claim(.partly) == [.shownWeakly])
    #expect(claim(.unmet) == [.shownWeakly])
    #expect(claim(.met) == [])
  }

  // MARK: - Pay

  func pay(_ asked: String, _ offered: String, usual: String = "") -> [String] {
    PayGap.sentences(
      Application(id: app, created: noon) {
        ($0.payAsked, $0.payOffered, $0.payUsual) = (asked, offered, usual)
      })
  }

  @Test func whatIsPerMonthIsMadeYearly() {
    #expect(
      pay("5000 EUR a month", "60000 EUR a year") == [
        "the same as their offer, at 12 months a year"
      ])
    #expect(
      pay("60000 EUR a year", "5000 EUR a month") == [
        "the same as their offer, at 12 months a year"
      ])
    #expect(
      pay("70000 EUR a year", "5000 EUR a month, 14 payments").first?.hasPrefix("the same") == true)
    #expect(
      pay("5500 EUR a month", "60000 EUR a year").first?.hasPrefix("10% above their offer") == true)
    #expect(
      pay("4500 EUR a month", "60000 EUR a year").first?.hasPrefix("10% below their offer") == true)
  }

  @Test func aRangeHasTwoEnds() {
    #expect(pay("60000 EUR", "50000-60000 EUR") == ["at the top of their offer"])
    #expect(pay("50000 EUR", "50000-60000 EUR") == ["17% below the top of their offer"])
    #expect(pay("66000 EUR", "50000-60000 EUR") == ["10% above the top of their offer"])
    #expect(pay("45000 EUR", "50000-60000 EUR") == ["10% below the bottom of their offer"])
    #expect(pay("55000-60000 EUR", "60000 EUR") == ["a range that includes their offer"])
    #expect(pay("60000-66000 EUR", "60000 EUR") == ["a range that includes their offer"])
  }

  @Test func theUsualPayIsComparedToo() {
    #expect(pay("60000 EUR", "60000 EUR", usual: "50000 EUR").count == 2)
    #expect(pay("60000 EUR", "", usual: "50000 EUR") == ["20% above the usual pay"])
    #expect(pay("60350 EUR", "60000 EUR") == ["1% above their offer"])
    #expect(pay("60290 EUR", "60000 EUR") == ["less than 1% above their offer"])
  }

  @Test func whatIsNotTheSameIsNotCompared() {
    #expect(pay("60000 EUR net", "60000 EUR").first?.contains("can't be compared") == true)
    #expect(pay("60000 EUR", "60000 EUR net").first?.contains("can't be compared") == true)
    #expect(
      pay("60000 EUR part-time", "60000 EUR full-time").first?.contains("can't be compared") == true
    )
    #expect(pay("60000", "20000 EUR").first?.contains("can't") == false)
    #expect(pay("60000", "19999 EUR").first?.contains("can't") == true)
    #expect(
      pay("30 EUR an hour", "62400 EUR a year, 40 hours a week").first?.hasPrefix("the same")
        == true)
    #expect(
      pay("30 EUR an hour, 40 hours a week", "62400 EUR a year").first?.hasPrefix("the same")
        == true)
  }

  @Test func twoNumbersAreOneRange() {
    let it = PayText("50000 EUR to 60000 EUR").figures
    #expect(it.map(\.low) == [50000 * PayNumber.one])
    #expect(it.map(\.high) == [60000 * PayNumber.one])
  }

  @Test func aNumberHasTwelveDigits() {
    func value(_ text: String) -> Int? {
      PayNumber(
        groups: text.split(separator: ".").map(String.init), signs: text.contains(".") ? ["."] : []
      )
      .value()
    }
    #expect(value("999999999999") == 999_999_999_999 * PayNumber.one)
    #expect(value("1000000000000") == nil)
    #expect(value("60.000") == 60_000 * PayNumber.one)
    #expect(value("60.00") == 60 * PayNumber.one)
  }

  // MARK: - Preparation

  @Test func whatWasThereBeforeCounts() {
    func percent(_ recorded: Int, _ rounds: Interview...) -> Int {
      PreparationRules.completeness(
        home {
          $0.interviews = rounds
          $0.preparations = [thing("p", .company, "news", at: recorded) { $0.detail = "x" }]
        }, now: noon
      ).percent
    }
    #expect(percent(0) == 17)
    #expect(percent(-7201, round(at: -7200)) == 17)
    #expect(percent(-7200, round(at: -7200)) == 0)
    #expect(percent(-7200, round(1, at: -9000), round(2, at: -3600)) == 0)
    #expect(percent(-7200, round(1, at: -3600), round(2, at: -9000)) == 0)
    #expect(PreparationRules.Completeness(filled: [.news, .mission], frozen: false).percent == 33)
    #expect(
      PreparationRules.Completeness(
        filled: [.news, .mission, .people, .challenges, .whyMe], frozen: false
      ).percent == 83)
  }

  @Test func experienceIsUnderRightOrOver() {
    func experience(_ required: Int, _ held: Int) -> PreparationRules.Experience? {
      PreparationRules.experience(
        thing("p", .requirement) { ($0.required, $0.held) = (required, held) })
    }
    #expect(experience(3, 2) == .under)
    #expect(experience(3, 3) == .right)
    #expect(experience(3, 5) == .right)
    #expect(experience(3, 6) == .over)
    #expect(experience(1, 3) == .right)
    #expect(experience(1, 4) == .over)
    #expect(experience(2, 5) == .over)
  }

  @Test func anInstructionIsLateAfterItsDay() {
    func isLate(_ due: Int) -> Bool {
      PreparationRules.isLate(
        thing("p", .instruction) { $0.due = today.adding(days: due) }, home(), now: noon)
    }
    #expect(isLate(-1))
    #expect(!isLate(0))
  }

  @Test func twoQuestionsAreEnough() {
    func tooFew(_ count: Int) -> Bool {
      PreparationRules.askedTooLittle(
        home { d in
          d.interviews = [round(at: -7200)]
          d.turns = (0..<count).map { turn("t\($0)", asker: .me) }
        }, now: noon)
    }
    #expect((0...3).map(tooFew) == [true, true, false, false])
  }

  @Test func theNextRoundIsPreparedFor() {
    let it = home { $0.interviews = [round(1, at: 9000), round(2, at: 7200), round(3, at: -7200)] }
    #expect(PreparationRules.round(it, now: noon)?.round == 2)
    let inOrder = home { $0.interviews = [round(1, at: 7200), round(2, at: 9000)] }
    #expect(PreparationRules.round(inOrder, now: noon)?.round == 1)
  }

  @Test func aTestMovesWithItsCall() {
    var (old, new) = (round(at: 3 * 86400), round(at: 5 * 86400))
    (old.format, new.format) = (.video, .video)
    func moved(_ due: Int?) -> Int? {
      let test = thing("p", .instruction, "test the video call") {
        $0.due = due.map { today.adding(days: $0) }
      }
      guard case .update(_, .preparation(let it))? = Recipe.movedTest(from: old, to: new, [test])
      else {
        return nil
      }
      return it.due.map { today.days(to: $0) }
    }
    #expect(moved(2) == 4)
    #expect(moved(nil) == 4)
    #expect(moved(1) == nil, "one's own day stays")
  }

  @Test func whatWasDoneKeepsItsDay() {
    var it = thing("p", .document, "cv", .done) { $0.done = today.adding(days: -3) }
    it.settle(on: today)
    #expect(it.done == today.adding(days: -3))
    it.state = .open
    it.settle(on: today)
    #expect(it.done == nil)
    it.state = .done
    it.settle(on: today)
    #expect(it.done == today)
  }

  @Test func aQuarterInCommonMatches() {
    #expect(PreparedMatch.fit(["a", "b"], ["a", "b", "c", "d", "e", "f", "g", "h"]) == 0.25)
    #expect(PreparedMatch.fit(["a", "b"], ["a", "b", "c", "d", "e", "f", "g", "h", "i"]) == nil)
    #expect(PreparedMatch.fit(["a", "b"], ["a", "c"]) == nil)
    #expect(PreparedMatch.fit(["a"], ["a", "c"]) == 0.5)
    let it = home {
      $0.turns = [
        turn("t1", "Describe the migration project") { $0.position = 1 },
        turn("t2", "Describe the migration project again") { $0.position = 2 },
      ]
      $0.preparations = [thing("p", .answer, "migration project") { $0.detail = "so" }]
    }
    #expect(PreparedMatch.proposals(it) == [ID("t1"): ID("p")])
    var matched = it
    matched.turns[0].preparation = ID("p")
    let change = PreparedMatch.match(ID("t2"), with: ID("p"), matched)
    #expect(change?.operations.count == 2)
  }

  // MARK: - Corrections and what is done

  @Test func everyCorrectionIsKept() {
    let it = event(.promised, -3, due: 1)
    let once = it.corrected(on: today, due: it.due, now: noon)
    let twice = once.corrected(on: today.adding(days: -1), due: nil, now: noon)
    #expect(twice.earlier?.map(\.on) == [today.adding(days: -3), today])
    #expect(it.corrected(on: it.placedOn, due: it.due, now: noon) == it)
    #expect(it.corrected(on: it.placedOn, due: nil, now: noon).earlier?.count == 1)
  }

  @Test func aCorrectedDayMovesWhatTellsIt() {
    let asked = event(.feedbackAsked, -3, "ann")
    func moved(_ who: String) -> Bool {
      let it = home {
        $0.events = [asked]
        $0.feedback = [reply(asked: -3) { $0.person = ID(who) }]
      }
      return Recipe.correct(asked, on: today, due: nil, in: it, now: noon).operations.count == 2
    }
    #expect(moved("ann"))
    #expect(!moved("max"))
    let thanked = event(.thanked, -3, "ann")
    let letters = home {
      $0.events = [thanked]
      $0.letters = [letter(.thanks, -3, "ann")]
    }
    let change = Recipe.correct(thanked, on: today, due: nil, in: letters, now: noon)
    #expect(
      change.operations.contains {
        if case .update(_, .letter(let it)) = $0 { it.sent == today } else { false }
      })
  }

  @Test func doneIsDoneForWhomItNames() throws {
    var ids = IDSource(seed: 1)
    var facts = Facts(Application(id: app, created: noon) { $0.company = "Acme" })
    facts.people = [ann, max]
    facts.interviews = [round(at: -7200, "ann", "max")]
    let entries = Agenda.entries([facts], now: noon).filter { $0.kind == .thanks }
    #expect(entries.count == 2)
    let change = Recipe.done(entries[1], facts, ids: &ids, now: noon)
    guard case .insert(.event(let it))? = change.operations.first else {
      Issue.record("nothing was noted")
      return
    }
    #expect(it.person == ID("max"))
    var waiting = Facts(Application(id: app, created: noon) { $0.company = "Acme" })
    waiting.feedback = ["f", "g"].map { id in
      reply(id, asked: -30) { $0.due = today.adding(days: -10) }
    }
    let letGo = try #require(Agenda.entries([waiting], now: noon).first { $0.kind == .noAnswer })
    #expect(Recipe.done(letGo, waiting, ids: &ids, now: noon).operations.count == 2)
  }
}
