import Testing

@testable import DebriefModel

/// What comes after a no, and staying in touch.
extension AgendaBoundaryTests {
  // MARK: - After a no

  @Test func theStepsAfterANoAreShownUntilFiveDaysLate() {
    func steps(_ days: Int, _ marks: [Mark] = []) -> [String] {
      entries(
        facts {
          $0.events = [event(.refused, -days)]
          $0.marks = marks
        }
      ).filter { $0.kind == .afterNo }.map(\.key)
    }
    #expect(steps(12) == ["after-no/ask/app"])
    #expect(steps(13) == [])
    #expect(steps(1, [mark("after-no/ask", .dropped)]) == [])
  }

  func warm(_ days: Int, _ fill: (inout Facts) -> Void = { _ in }) -> Facts {
    facts {
      $0.people = [Person(id: ID("a")) { $0.name = "Ann" }]
      $0.events = [event(.refused, -days)]
      fill(&$0)
    }
  }

  @Test func oneSaysHelloForAWeek() {
    for day in [30, 60, 90] {
      #expect(!has(.warm, warm(day - 1)))
      #expect(has(.warm, warm(day)))
      #expect(has(.warm, warm(day + 7)))
      #expect(!has(.warm, warm(day + 8)))
    }
    func calendar(_ days: Int) -> Int {
      entries(warm(days), isCalendar: true).count { $0.kind == .warm }
    }
    #expect(calendar(22) == 0)
    #expect(calendar(23) == 1)
    let twice = warm(40) { $0.events.append(event(.refused, -30)) }
    #expect(entries(twice).map(\.key).contains("warm/refused-30/30"))
  }

  @Test func oneLooksBackForTwoWeeks() {
    #expect(!has(.glad, warm(89)))
    #expect(has(.glad, warm(90)))
    #expect(has(.glad, warm(104)))
    #expect(!has(.glad, warm(105)))
  }

  @Test func aDayPickedTakesThePlaceOfTheOthers() {
    func picked(_ offset: Int, refused: Int = 31) -> [AgendaEntry] {
      entries(
        warm(refused) {
          $0.responses = [answer(NamedDay.pickedItem, today.adding(days: offset).description)]
        }
      ).filter { $0.kind == .warm }
    }
    #expect(picked(1).isEmpty)
    #expect(picked(0).map(\.text) == ["write to Ann today, as you planned"])
    #expect(picked(-30).count == 1)
    #expect(picked(-31).isEmpty)
  }

  @Test func whoToldYouIsGreeted() {
    func name(_ fill: (inout Facts) -> Void) -> String? {
      let it = warm(30) {
        $0.people = ["a", "b", "c"].map { id in Person(id: ID(id)) { $0.name = id.uppercased() } }
        fill(&$0)
      }
      return entries(it).first { $0.kind == .warm }?.text
    }
    func words(_ name: String) -> String { "say hello to \(name), 30 days after they said no" }
    #expect(name { $0.events = [event(.refused, -30, person: "c")] } == words("C"))
    func reply(_ received: Int?) -> Feedback {
      var it = ask("f", -29, due: nil)
      it.person = ID("b")
      it.received = received.map { today.adding(days: $0) }
      return it
    }
    #expect(name { $0.feedback = [reply(-28)] } == words("B"))
    #expect(name { $0.feedback = [reply(nil)] } == words("A"))
    #expect(name { $0.interviews = [round(at: -40 * day, people: ["c"])] } == words("C"))
  }

  @Test func whatTheyPromisedIsLookedAtOnItsDay() {
    let refused = Day(2026, 3, 2)!  // a Monday
    func day(_ named: NamedDay, _ due: Day?) -> String? {
      named.day(due, refused: refused)?.description
    }
    #expect(day(.keep, nil) == "2026-05-31")
    #expect(day(.keep, Day(2026, 6, 30)) == "2026-06-16")
    #expect(day(.keep, Day(2026, 3, 23)) == "2026-03-09")
    #expect(day(.keep, Day(2026, 3, 22)) == "2026-03-09")
    #expect(day(.reapply, nil) == "2026-08-29")
    #expect(day(.reapply, Day(2026, 5, 1)) == "2026-05-01")
    for named in [NamedDay.contact, .feedback] {
      #expect(day(named, nil) == "2026-03-18")
      #expect(day(named, Day(2026, 3, 6)) == "2026-03-10")
    }
  }

  @Test func aPromiseIsNotedOnce() {
    let refused = event(.refused, 0)
    let promises = [RefusalReading.Promise.What.keep, .feedback].map {
      RefusalReading.Promise($0, due: nil, .init(0..<1, "x"))
    }
    func count(_ known: [Mark]) -> Int {
      Recipe.named(promises, in: refused, known: known, now: noon).count
    }
    #expect(count([]) == 2)
    #expect(count([mark(NamedDay.keep.entry(refused.id), .done)]) == 1)
    #expect(
      count(NamedDay.allCases.map { mark($0.entry(refused.id), .done, id: $0.rawValue) }) == 0)
  }

  @Test func aReplyIsNamedAfterItsOwnDay() {
    let debrief: Debrief = {
      var it = Debrief(
        id: ID("d"), application: app, branch: .rejectedAfterInterview,
        started: noon.adding(seconds: -9 * day))
      it.closed = nil
      return it
    }()
    func reply(_ from: String, _ received: Int) -> Feedback {
      var it = ask(from, -20, due: nil)
      (it.from, it.received) = (from, today.adding(days: received))
      return it
    }
    let it = facts {
      $0.debrief = debrief
      $0.feedback = [reply("Old", -5), reply("New", 0)]
      var closed = event(.debriefClosed, -2)
      closed.recorded = noon.adding(seconds: -2 * day)
      $0.events = [event(.refused, -10), closed, event(.feedbackReceived, 0)]
    }
    #expect(
      entries(it).first { $0.kind == .replied }?.text
        == "you got a reply from New: continue the debrief")
  }

  @Test func aRestingDebriefIsNoRush() throws {
    let it = facts {
      var debrief = Debrief(
        id: ID("d"), application: app, branch: .rejectedAfterInterview, started: noon)
      debrief.resting = true
      $0.debrief = debrief
      $0.marks = [mark("rest/d", .moved, until: 0)]
    }
    let entry = try #require(entries(it).first { $0.kind == .rest })
    #expect((entry.when, entry.urgent) == ("no rush", false))
  }
}
