import Testing

@testable import DebriefModel

/// Letters, offers, and rounds.
extension AgendaBoundaryTests {
  // MARK: - Letters

  @Test func aLetterOnHoldIsShownTwoDaysAhead() throws {
    func entry(_ seconds: Int) -> AgendaEntry? {
      entries(
        facts {
          $0.letters = [
            letter(.manager) {
              $0.state = .held
              $0.heldUntil = noon.adding(seconds: seconds)
            }
          ]
        }
      ).first
    }
    #expect(entry(3 * day) == nil)
    let held = try #require(entry(2 * day))
    #expect(held.when.hasPrefix("until"))
    #expect(!held.urgent)
    #expect(try #require(entry(1)).urgent == false)
    let ready = try #require(entry(0))
    #expect((ready.when, ready.urgent) == ("ready", true))
  }

  @Test func anAnswerToALetterIsAwaitedAWeekAhead() {
    func has(_ kind: LetterKind, due: Int) -> Bool {
      !entries(
        facts {
          $0.letters = [
            letter(kind) {
              $0.state = .sent
              $0.due = today.adding(days: due)
            }
          ]
        }
      ).isEmpty
    }
    #expect(has(.check, due: 7))
    #expect(!has(.check, due: 8))
    #expect(!has(.request, due: 0))
  }

  // MARK: - Offers

  @Test func anOfferWithoutADayIsAskedAboutForTwoWeeks() throws {
    let entry = try #require(
      entries(facts { $0.events = [event(.offered, -14)] }).first { $0.kind == .offer })
    #expect(today.days(to: entry.due.day) == -12)
    #expect(!has(.offer, facts { $0.events = [event(.offered, -15)] }))
    let two = facts { $0.events = [event(.offered, -5, due: 9), event(.offered, -1, due: 3)] }
    #expect(entries(two).map { today.days(to: $0.due.day) } == [3])
  }

  @Test func anOfferNamesTheOthersInTheirOrder() {
    let mine = facts { $0.events = [event(.offered, -2, due: 5)] }
    func text(_ others: Facts...) -> String? {
      Agenda.entries([mine] + others, now: noon).first {
        $0.kind == .offer && $0.application == app
      }?.text
    }
    func offer(_ id: String, _ due: Int) -> Facts {
      facts(id, id.uppercased()) { $0.events = [event(.offered, -1, due: due)] }
    }
    func open(_ id: String, _ due: Int...) -> Facts {
      facts(id, id.uppercased()) {
        $0.events = due.enumerated().map { event(.promised, -1 - $0.offset, due: $0.element) }
      }
    }
    let alone = "respond to their offer"
    #expect(text(offer("b", -1)) == alone)
    #expect(text(offer("b", 0)) == alone + "; B needs an answer by 20 Mar")
    #expect(
      text(offer("b", 4), offer("c", 1))
        == alone + "; C needs an answer by 21 Mar; B needs an answer by 24 Mar")
    #expect(text(open("b", -1)) == alone)
    #expect(text(open("b", 0)) == alone + "; still waiting on B (20 Mar)")
    #expect(text(open("b", 6, 2)) == alone + "; still waiting on B (22 Mar)")
    #expect(text(open("b", 6), open("c", 3)) == alone + "; still waiting on C (23 Mar) and others")
  }

  @Test func theyAreToldForTwoMonths() {
    func taken(_ days: Int) -> Bool {
      has(.tell, facts { $0.taken = Facts.Taken(company: "Zeta", on: today.adding(days: -days)) })
    }
    #expect(taken(60))
    #expect(!taken(61))
    func withdrew(
      _ days: Int, _ value: String, _ letters: [Letter] = [], _ end: Event.Kind = .withdrew
    ) -> [String] {
      entries(
        facts {
          $0.events = [event(end, -days)]
          $0.responses = [answer("withdrew.told", value)]
          $0.letters = letters
        }
      ).filter { $0.kind == .tell }.map(\.text)
    }
    #expect(withdrew(60, "not-yet") == ["tell them you withdrew"])
    #expect(withdrew(61, "not-yet") == [])
    #expect(withdrew(1, "part") == ["tell the others you withdrew"])
    for value in ["not-yet", "part"] {
      #expect(withdrew(1, value, [], .declined) == ["tell them you're not taking their offer"])
    }
    #expect(withdrew(1, "all") == [])
    #expect(withdrew(1, "not-yet", [letter(.withdrawal) { $0.state = .sent }]) == [])
    #expect(withdrew(1, "not-yet", [letter(.withdrawal) { _ in }]) == ["tell them you withdrew"])
  }

  @Test func theLatestAnswerCounts() {
    func isToTell(_ answers: Response...) -> Bool {
      has(
        .tell,
        facts {
          $0.events = [event(.withdrew, -1)]
          $0.responses = answers
        })
    }
    let (first, second) = (noon.adding(seconds: -9), noon)
    #expect(
      isToTell(
        answer("withdrew.told", "all", at: first), answer("withdrew.told", "part", at: second)))
    #expect(
      !isToTell(
        answer("withdrew.told", "part", at: first), answer("withdrew.told", "all", at: second)))
    #expect(
      isToTell(
        answer("withdrew.told", "part", at: first),
        answer("withdrew.told", "all", at: second, skipped: true)))
  }

  // MARK: - Rounds

  @Test func aRoundIsPreparedAWeekAndADayAhead() {
    #expect(has(.prepare, facts { $0.interviews = [round(at: 8 * day)] }))
    #expect(!has(.prepare, facts { $0.interviews = [round(at: 8 * day + 1)] }))
    #expect(has(.prepare, facts { $0.interviews = [round(on: 8)] }))
    #expect(!has(.prepare, facts { $0.interviews = [round(on: 9)] }))
  }

  @Test func aRoundIsWrittenDownFromItsEndForThreeDays() throws {
    func entry(_ ended: Int) -> AgendaEntry? {
      entries(facts { $0.interviews = [round(at: -ended - 3600)] }).first { $0.kind == .capture }
    }
    #expect(entry(-1) == nil)
    #expect(try #require(entry(0)).when == "today")
    #expect(try #require(entry(day)).when == "today")
    #expect(try #require(entry(day + 1)).when == "while it's fresh")
    #expect(entry(3 * day) != nil)
    #expect(entry(3 * day + 1) == nil)
    func thanks(_ ended: Int) -> Bool {
      has(.thanks, facts { $0.interviews = [round(at: -ended - 3600)] })
    }
    #expect(thanks(3 * day))
    #expect(!thanks(3 * day + 1))
    // Without a length, it takes an hour.
    func isOver(_ begun: Int) -> Bool {
      has(.capture, facts { $0.interviews = [round(at: -begun, minutes: nil)] })
    }
    #expect(!isOver(3599))
    #expect(isOver(3600))
  }

  @Test(arguments: [
    (1799, "write down how it went while it's fresh"),
    (1800, "write down how it went; it ended 30 minutes ago"),
    (7199, "write down how it went; it ended 1 hour ago"),
    (7200, "write it down today; the interview ended 2 hours ago"),
    (86399, "write it down today; the interview ended 23 hours ago"),
    (86400, "write down what you still remember; it ended 1 day ago"),
  ]) func howFreshItIsIsSaid(_ ended: Int, _ text: String) {
    let it = facts { $0.interviews = [round(at: -ended - 3600)] }
    #expect(entries(it).first { $0.kind == .capture }?.text == text)
  }

  @Test func aRoundOnADayMayBeOverInTheEvening() throws {
    let it = facts { $0.interviews = [round(on: 0)] }
    func urgent(_ hour: Int) -> Bool? {
      entries(it, now: noon.at(today, hour: hour)).first { $0.kind == .capture }?.urgent
    }
    #expect(urgent(16) == false)
    #expect(urgent(17) == true)
    #expect(!has(.thanks, it, now: noon.at(today, hour: 16)))
    #expect(has(.thanks, it, now: noon.at(today, hour: 17)))
    #expect(has(.capture, facts { $0.interviews = [round(on: -3)] }))
    #expect(!has(.capture, facts { $0.interviews = [round(on: -4)] }))
  }

  @Test func anAnswerWrittenDownSinceItBeganIsOfIt() {
    func isToWrite(_ lastTurn: Int) -> Bool {
      has(
        .capture,
        facts {
          $0.interviews = [round(at: -7200)]
          $0.turnCount = 1
          $0.lastTurn = noon.adding(seconds: lastTurn)
        })
    }
    #expect(isToWrite(-7201))
    #expect(!isToWrite(-7200))
  }

  @Test func everyoneInTheRoomIsThankedOnce() {
    let people = ["a", "b"].map { id in Person(id: ID(id)) { $0.name = id.uppercased() } }
    func thanked(_ events: [Event], _ letters: [Letter] = []) -> [String] {
      entries(
        facts {
          $0.people = people
          $0.interviews = [round(at: -7200, people: ["a", "b"])]
          $0.events = events
          $0.letters = letters
        }
      ).filter { $0.kind == .thanks }.map(\.key)
    }
    #expect(thanked([]) == ["thanks/i/a", "thanks/i/b"])
    #expect(thanked([event(.thanked, 0, person: "a")]) == ["thanks/i/b"])
    #expect(thanked([event(.thanked, -1, person: "a")]) == ["thanks/i/a", "thanks/i/b"])
    #expect(thanked([event(.thanked, 0, round: "other")]) == ["thanks/i/a", "thanks/i/b"])
    #expect(thanked([event(.thanked, 0, round: "i")]) == [])
    #expect(thanked([event(.thanked, 0)]) == [])
    func held(_ days: Int) -> Letter {
      Letter(
        id: ID("l"), application: app, kind: LetterKind.thanks.rawValue,
        recorded: noon.adding(seconds: -days * day)
      ) {
        $0.state = .held
        $0.to = ID("a")
      }
    }
    #expect(thanked([], [held(0)]) == ["thanks/i/b"])
    #expect(thanked([], [held(1)]) == ["thanks/i/a", "thanks/i/b"])
  }

  @Test func oneChecksInAfterAWeekWithoutAWord() throws {
    func entry(_ days: Int, _ events: [Event] = []) -> AgendaEntry? {
      entries(
        facts {
          $0.interviews = [round(at: -days * day)]
          $0.events = events
        }
      ).first { $0.kind == .checkIn }
    }
    #expect(entry(6) == nil)
    #expect(today.days(to: try #require(entry(7)).due.day) == 0)
    #expect(entry(29) != nil)
    // As long as patience lasts, also where thanks sent later keep it from counting as silence.
    #expect(entry(30, [event(.thanked, -1)]) != nil)
    #expect(entry(31, [event(.thanked, -1)]) == nil)
    #expect(entry(7, [event(.promised, -7, due: -7)]) == nil)
    #expect(entry(7, [event(.promised, -8, due: -8)]) != nil)
    #expect(entry(7, [event(.chased, -7)]) == nil)
    #expect(entry(7, [event(.chased, -8)]) != nil)
    #expect(entry(8, [event(.acknowledged, -7)]) == nil)
    #expect(entry(7, [event(.acknowledged, -7)]) != nil)
  }
}
