import Testing

@testable import DebriefModel

/// Days that cross, and what lies ahead or behind.
extension RuleBoundaryTests {
  // MARK: - Dates

  @Test func factsAreNumberedFromOne() {
    let it = home {
      $0.events = [event(.refused, 0), event(.applied, -9)]
      $0.interviews = [round(on: 0)]
    }
    let list = DatedFact.list(it)
    #expect(list.map(\.number) == [1, 2, 3])
    #expect(list.map(\.label) == ["applied", "interview, round 1", list[2].label])
    #expect(DatedFact.meant("app", list).map(\.number) == [1])
    #expect(DatedFact.meant("2", list).map(\.number) == [2])
    #expect(DatedFact.meant("inter", list).map(\.number) == [2])
    #expect(DatedFact.meant("rej", list).map(\.number) == [3])
  }

  @Test func doubtsAreToldForEachApplication() {
    func doubts(_ fill: (inout DatedFacts) -> Void) -> [String] {
      var facts = DatedFacts(zone: .utc)
      fill(&facts)
      return facts.doubts(now: noon)
    }
    func application(_ id: String) -> Entity {
      .application(Application(id: ID(id), created: noon) { $0.company = id.uppercased() })
    }
    func entity(_ kind: Event.Kind, _ offset: Int, _ id: String = "app", due: Int? = nil) -> Entity
    {
      var it = event(kind, offset, due: due)
      it.application = ID(id)
      return .event(it)
    }
    #expect(
      doubts {
        $0.add(application("app")); $0.add(entity(.applied, 0))
      } == [])
    #expect(
      doubts {
        $0.add(application("app")); $0.add(entity(.applied, 1))
      }.count == 1)
    let two = doubts {
      for it in ["app", "b", "c"] { $0.add(application(it)) }
      $0.add(entity(.refused, -9))
      $0.add(entity(.applied, -3))
      $0.add(entity(.refused, -8, "c"))
      $0.add(entity(.applied, -2, "c"))
    }
    #expect(two.map { $0.prefix(1) } == ["A", "C"])
    #expect(
      doubts {
        $0.add(application("app")); $0.add(entity(.promised, -1, due: -2))
      }.count == 1)
    #expect(
      doubts {
        $0.add(application("app")); $0.add(entity(.promised, -1, due: -1))
      } == [])
    func letterDoubts(_ answered: Int) -> Int {
      var it = letter(.check, -3)
      it.answered = today.adding(days: answered)
      return doubts {
        $0.add(application("app")); $0.add(.letter(it))
      }.count
    }
    #expect((letterDoubts(-4), letterDoubts(-3)) == (1, 0))
    func replyDoubts(_ received: Int) -> Int {
      doubts {
        $0.add(application("app")); $0.add(.feedback(reply(asked: -3, received: received)))
      }.count
    }
    #expect((replyDoubts(-4), replyDoubts(-3)) == (1, 0))
    // Two dates on one day agree, with an hour or without; the day after the end they don't.
    func roundDoubts(_ it: Interview) -> Int {
      doubts {
        $0.add(application("app"))
        $0.add(.interview(it))
        $0.add(entity(.refused, -2))
      }.count
    }
    #expect((roundDoubts(round(on: -2)), roundDoubts(round(on: -1))) == (0, 1))
    #expect((roundDoubts(round(at: -2 * 86400)), roundDoubts(round(at: -86400))) == (0, 1))
  }

  func conflicts(_ fill: (inout Dossier) -> Void) -> [String] {
    DayOrder.conflicts(home(fill), now: noon).map { $0.sentence(today: today) }
  }

  @Test func datesCrossFromTheDayBeforeOn() {
    func applied(_ offset: Int) -> Int {
      conflicts { $0.events = [event(.applied, -3), event(.refused, offset)] }.count
    }
    #expect((applied(-4), applied(-3), applied(-2)) == (1, 0, 0))
    func invited(_ offset: Int) -> Int {
      conflicts {
        $0.interviews = [round(at: -3 * 86400)]
        $0.events = [event(.invited, offset, round: "i1")]
      }.count
    }
    #expect((invited(-4), invited(-3), invited(-2)) == (0, 0, 1))
    func thanked(_ offset: Int) -> Int {
      conflicts {
        $0.interviews = [round(at: -3 * 86400)]
        $0.events = [event(.thanked, offset, round: "i1")]
      }.count
    }
    #expect((thanked(-4), thanked(-3), thanked(-2)) == (1, 0, 0))
    func due(_ kind: Event.Kind, _ offset: Int) -> Int {
      conflicts { $0.events = [event(kind, -3, due: offset)] }.count
    }
    for kind in [Event.Kind.promised, .offered] {
      #expect((due(kind, -4), due(kind, -3)) == (1, 0), "\(kind)")
    }
    func received(_ offset: Int) -> Int {
      conflicts { $0.feedback = [reply(asked: -3, received: offset)] }.count
    }
    #expect((received(-4), received(-3)) == (1, 0))
    func answered(_ offset: Int) -> Int {
      conflicts {
        var it = letter(.check, -3)
        it.answered = today.adding(days: offset)
        $0.letters = [it]
      }.count
    }
    #expect((answered(-4), answered(-3)) == (1, 0))
  }

  @Test func theFirstOfTwoCounts() {
    #expect(
      conflicts { $0.events = [event(.applied, -9), event(.applied, -2), event(.refused, -5)] }
        == [])
    #expect(
      conflicts { $0.events = [event(.applied, -4), event(.applied, -2), event(.refused, -5)] }
        .count == 1)
  }

  @Test func roundsComeInTheirOrder() {
    func rounds(_ first: Int, _ second: Int, number: Int = 2) -> [String] {
      conflicts { $0.interviews = [round(1, on: first), round(number, on: second)] }
    }
    #expect(rounds(-3, -4).count == 1)
    #expect(rounds(-3, -4).first?.hasPrefix("Round 2") == true)
    #expect(rounds(-3, -3) == [])
    let same = home {
      $0.interviews = [round(1, on: -3), round(1, on: -4)]
      $0.interviews[1].id = ID("i9")
    }
    #expect(DayOrder.conflicts(same, now: noon).isEmpty)
    let one = conflicts {
      $0.interviews = [round(on: -9)]
      $0.events = [event(.applied, -8)]
    }
    #expect(one.first?.hasPrefix("The interview") == true)
  }

  @Test func aRoundAfterTheEndDoesNotCount() {
    func isTold(_ end: Int) -> Bool {
      conflicts {
        $0.events = [event(.applied, -20), event(.refused, end)]
        $0.interviews = [round(on: -3)]
      }.contains { $0.contains("doesn't count") }
    }
    #expect(isTold(-4))
    #expect(!isTold(-3))
  }

  @Test func onlyWhatIsNewIsNews() {
    let old = home { $0.events = [event(.applied, -3), event(.refused, -4)] }
    let more = Change("x", [.insert(.feedback(reply(asked: -3, received: -4)))])
    #expect(DayOrder.news(more, in: old, now: noon).count == 1)
    #expect(DayOrder.news(Change("x", []), in: old, now: noon).isEmpty)
  }

  // MARK: - The last contact

  @Test func theLastContactDecidesHowItEnded() {
    func cold(_ events: Event..., letters: [Letter] = []) -> Int? {
      LastContact.coldEnding(
        home {
          $0.events = events
          $0.letters = letters
        }
      ).map { today.days(to: $0) }
    }
    #expect(cold(event(.refused, -3, tone: .cold)) == -3)
    #expect(cold(event(.refused, -3, tone: .cold), event(.chased, -2, tone: .warm)) == nil)
    #expect(cold(event(.chased, -3, tone: .warm), event(.refused, -2, tone: .cold)) == -2)
    #expect(cold(event(.refused, -3, tone: .cold), event(.chased, -2, tone: .neutral)) == -3)
    #expect(
      cold(event(.refused, -3, at: 5, tone: .cold), event(.chased, -3, at: 9, tone: .warm)) == nil)
    #expect(
      cold(event(.refused, -3, at: 9, tone: .cold), event(.chased, -3, at: 5, tone: .warm)) == -3)
    #expect(cold(event(.refused, -3, tone: .cold), letters: [letter(.manager, -3)]) == nil)
    #expect(cold(event(.refused, -3, tone: .cold), letters: [letter(.manager, -4)]) == -3)
  }

  // MARK: - Moments and the morning

  @Test func theWorstAnswersAreOffered() {
    func offered(_ ratings: [Int?]) -> [String] {
      Moments.candidates(
        home { d in
          d.turns = ratings.enumerated().map { at, rating in
            turn("t\(at)", rating: rating) { $0.position = at }
          }
        }
      ).map(\.id.text)
    }
    #expect(offered(Array(repeating: 3, count: 9)).count == 9)
    // Of equal ones the first, and one without a rating is neither good nor bad.
    #expect(offered(Array(repeating: 3, count: 10)) == (0..<9).map { "t\($0)" })
    #expect(!offered([nil] + Array(repeating: 2, count: 9)).contains("t0"))
    #expect(offered([nil] + Array(repeating: 4, count: 9)).contains("t0"))
    #expect(!offered([5] + Array(repeating: 1, count: 9)).contains("t0"))
    #expect(offered(Array(repeating: 5, count: 9) + [1]).contains("t9"))
    #expect(Moments.candidates(home { $0.turns = [turn("m", asker: .me)] }).isEmpty)
  }

  @Test func linkingAFindingNeverLowersIt() {
    func tier(_ before: Tier) -> Tier? {
      guard
        case .update(_, .finding(let it))? = Moments.link(
          finding("a", .weakness, "", before), to: turn("t")
        )
        .operations.first
      else { return nil }
      return it.tier
    }
    #expect(tier(.guess) == .observed)
    #expect(tier(.observed) == .observed)
    #expect(tier(.stated) == .stated)
    #expect(tier(.record) == .record)
  }

  func morning(_ rounds: [Interview], _ fill: (inout Dossier) -> Void = { _ in })
    -> MorningList?
  {
    MorningList(
      home {
        $0.interviews = rounds
        fill(&$0)
      }, carried: [], now: noon)
  }

  @Test func theMorningBegins18HoursBefore() throws {
    func isTime(_ hours: Int, _ seconds: Int = 0) throws -> Bool {
      try #require(morning([round(at: hours * 3600 + seconds)])).isTime(noon)
    }
    #expect(try isTime(18))
    #expect(try !isTime(18, 1))
    #expect(try isTime(1))
    #expect(morning([round(1, at: 9 * 3600), round(2, at: 5 * 3600)])?.interview.round == 2)
    #expect(morning([round(1, at: 5 * 3600), round(2, at: 9 * 3600)])?.interview.round == 1)
  }

  @Test func theMorningListsWhatIsOpen() throws {
    func improvement(_ id: String, _ owner: String = "app", learning: Bool = false) -> Improvement {
      Improvement(id: ID(id), application: ID(owner), recorded: noon) {
        ($0.what, $0.learning) = (id, learning)
      }
    }
    let it = home {
      $0.interviews = [round(at: 3600)]
      $0.preparations = [
        thing("q", .question, "open"), thing("r", .question, "done", .asked),
        thing("d", .document, "cv"),
      ]
      $0.improvements = [improvement("own"), improvement("learn", learning: true)]
    }
    let list = try #require(
      MorningList(
        it,
        carried: [
          Carried(improvement("own"), company: ""),
          Carried(improvement("other", "b"), company: "B"),
          Carried(improvement("study", "b", learning: true), company: "B"),
        ], now: noon))
    #expect(list.items.map(\.text).contains("open") && !list.items.map(\.text).contains("done"))
    #expect(list.items.filter { $0.group == .change }.map(\.subject) == [ID("own"), ID("other")])
    let entry = "morning/i1/own"
    var ids = IDSource(seed: 1)
    let marked = try #require(
      morning([round(at: 3600)]) {
        $0.improvements = [improvement("own")]
        $0.marks = [mark(entry, .done), mark(entry, .done, at: 1)]
      })
    #expect(marked.ticked(ID("own"), ids: &ids, now: noon)?.operations.count == 2)
  }

  @Test func silenceIsProposedForAMonth() {
    #expect(Patience(silence: 30).proposed == 30...60)
    #expect(Patience(grace: 2).chase(Day(2026, 3, 20)!) == Day(2026, 3, 24))
    #expect(Patience(grace: 0).chase(Day(2026, 3, 20)!) == Day(2026, 3, 20))
  }

  // MARK: - Where a round stands

  @Test func aRoundIsHeldFromItsBeginning() {
    func standing(_ it: Interview, _ events: Event...) -> RoundStanding {
      it.standing(events.sorted(by: Event.inOrder), now: noon)
    }
    #expect(standing(round(at: 1)) == .ahead)
    #expect(standing(round(at: 0)) == .held)
    #expect(standing(round(on: 1)) == .ahead)
    #expect(standing(round(on: 0)) == .held)
    #expect(standing(round(on: 3), event(.refused, 2)) == .off)
    #expect(standing(round(on: 3), event(.refused, 1), event(.reopened, 2)) == .ahead)
    #expect(standing(round(on: 3), event(.refused, 1), event(.reopened, 3)) == .ahead)
    #expect(standing(round(on: 3), event(.refused, 3)) == .ahead)
    #expect(standing(round(at: 60), event(.refused, 0, at: 59)) == .off)
    #expect(standing(round(at: 60), event(.refused, 0, at: 60)) == .ahead)
    #expect(standing(round(on: 3), event(.held, 3)) == .held)
    #expect(standing(round(on: 3), event(.held, 3, round: "other")) == .ahead)
    #expect(standing(round(on: 3), event(.held, 2)) == .ahead)
    #expect(standing(round(on: 3), event(.held, 1, round: "i1")) == .held)
  }

  @Test func aReplySinceTheEndReopens() {
    func reply(_ closed: [Int], _ received: [Int]) -> Int? {
      let debrief = Debrief(
        id: ID("d"), application: app, branch: .ghosted, started: noon.adding(seconds: -900))
      let events =
        closed.map { event(.debriefClosed, 0, at: $0) }
        + received.map { event(.feedbackReceived, 0, at: $0) }
      return debrief.lateReply(events).map { $0.recorded.seconds - noon.seconds }
    }
    #expect(reply([0], [-1]) == nil)
    #expect(reply([0], [0]) == 0)
    #expect(reply([-9, 0], [-5]) == nil)
    #expect(reply([0], [1, 2]) == 2)
    #expect(reply([0], [2, 1]) == 2)
  }

  @Test func aDeletedReplyClosesItAgain() {
    func closes(_ answered: Int?) -> Bool {
      let feedback = reply(received: 0)
      let it = home {
        $0.debriefs = [
          Debrief(
            id: ID("d"), application: app, branch: .ghosted, started: noon.adding(seconds: -900))
        ]
        $0.events = [event(.debriefClosed, 0, at: -60), event(.feedbackReceived, 0)]
        $0.feedback = [feedback]
        if let answered { $0.responses = [answer("x", "y", at: answered)] }
      }
      return Recipe.delete(feedback, it).operations.contains {
        if case .update(.debrief, .debrief(let next)) = $0 { next.closed != nil } else { false }
      }
    }
    #expect(closes(nil))
    #expect(closes(-60))
    #expect(!closes(-59))
  }

  @Test func warmthCools() {
    func level(_ days: Int) -> Warmth.Level {
      Warmth(last: today.adding(days: -days), today: today).level
    }
    #expect(level(30) == .green)
    #expect(level(31) == .amber)
    #expect(level(90) == .amber)
    #expect(level(91) == .red)
  }
}
