import DebriefModel
import Testing

/// What is to be done begins and ends: with a round, with an end, with a note, with a day.
@Suite(.timed) struct ChoreTests {
  let today = noon.day

  func facts(_ id: String = "app", _ company: String = "Acme", _ fill: (inout Facts) -> Void)
    -> Facts
  {
    var it = Facts(
      Application(id: ID(id), created: noon.adding(days: -60)) { $0.company = company })
    fill(&it)
    return it
  }
  func event(_ kind: Event.Kind, _ days: Int, due: Int? = nil, person: String? = nil) -> Event {
    Event(
      id: ID("\(kind)\(days)"), application: ID("app"), kind: kind, on: today.adding(days: days),
      recorded: noon.adding(days: days)
    ) {
      $0.due = due.map { today.adding(days: $0) }
      $0.person = person.map { ID($0) }
    }
  }
  func round(_ hours: Int, _ people: String..., format: Interview.Format? = nil) -> Interview {
    Interview(id: ID("i\(hours)"), application: ID("app"), recorded: noon.adding(days: -20)) {
      $0.start = noon.adding(seconds: hours * 3600)
      $0.people = people.map { ID($0) }
      $0.format = format
    }
  }
  func person(_ name: String, _ part: Person.Part = .interviewer) -> Person {
    Person(id: ID(name)) {
      $0.name = name
      $0.part = part
    }
  }
  func chore(_ kind: Preparation.Kind, _ text: String, due: Int, noted: Int = -10) -> Preparation {
    Preparation(
      id: ID(text), application: ID("app"), kind: kind, recorded: noon.adding(days: noted)
    ) {
      $0.text = text
      $0.due = today.adding(days: due)
    }
  }
  func keys(_ all: Facts..., at now: Moment = noon) -> [String] {
    Agenda.entries(all, now: now).map(\.key)
  }

  // MARK: Ends

  @Test(arguments: [.refused, .withdrew, .accepted, .declined, .silent] as [Event.Kind])
  func whatWasToBeDoneEndsWithTheApplication(_ kind: Event.Kind) {
    let open = facts {
      $0.preparations = [
        chore(.document, "references", due: -3), chore(.instruction, "pen", due: 2),
      ]
      $0.notes = [
        Note(id: ID("n"), recorded: noon.adding(days: -9)) { $0.text = "call Ada" }
      ]
      $0.marks = [
        Mark(
          id: ID("m"), application: ID("app"), entry: "next/n", action: .moved, until: today,
          recorded: noon.adding(days: -9))
      ]
      $0.interviews = [round(48)]
    }
    #expect(
      Set(keys(open)) == ["document/references", "document/pen", "next/n", "prepare/i48"])
    var ended = open
    ended.events = [event(kind, -1)]
    #expect(keys(ended).filter { !$0.hasPrefix("after-no") } == [])
    // What is noted afterwards for a day to come was meant.
    ended.preparations.append(chore(.document, "signed form", due: 1, noted: 0))
    #expect(keys(ended).contains("document/signed form"))
  }

  @Test func aTestOfTheVideoCallRingsTwiceAndIsGoneAfterwards() throws {
    func entry(_ hours: Int) -> AgendaEntry? {
      let it = facts {
        $0.interviews = [round(hours, format: .video)]
        $0.preparations = [
          chore(.instruction, "test the video call", due: hours < 0 ? -1 : (hours - 24) / 24)
        ]
      }
      return Agenda.entries([it], now: noon).first { $0.kind == .document }
    }
    let far = try #require(entry(72))
    #expect(far.due == noon.adding(seconds: 48 * 3600))
    #expect(far.reminders.map { ($0.seconds - far.due.seconds) / 3600 } == [0, 23])
    #expect(entry(20)?.due == noon.adding(seconds: 19 * 3600))
    #expect(entry(-1) == nil)
    #expect(entry(-200) == nil)
  }

  @Test func everybodyIsThankedOnTheirOwn() throws {
    var it = facts {
      $0.interviews = [round(-3, "ann", "bob")]
      $0.people = [person("ann"), person("bob")]
      $0.turnCount = 1
    }
    func thanks() -> [String] {
      Agenda.entries([it], now: noon).filter { $0.kind == .thanks }.map(\.text)
    }
    #expect(thanks() == ["thank-you note to ann", "thank-you note to bob"])
    let entry = try #require(Agenda.entries([it], now: noon).first { $0.kind == .thanks })
    var ids = IDSource(seed: 3)
    guard
      case .insert(.event(let event))? = Recipe.done(entry, it, ids: &ids, now: noon).operations
        .first
    else {
      Issue.record("no fact")
      return
    }
    #expect(event.person == ID("ann") && event.interview == ID("i-3"))
    it.events = [event]
    #expect(thanks() == ["thank-you note to bob"])
    // A note to nobody by name was for all of them; so is a mark of a file of before.
    it.events[0].person = nil
    #expect(thanks() == [])
    it.events = []
    it.marks = [
      Mark(
        id: ID("m"), application: ID("app"), entry: "thanks/i-3", action: .dropped, recorded: noon)
    ]
    #expect(thanks() == [])
  }

  // MARK: Around an interview

  @Test func aSecondRoundIsWrittenDownToo() {
    let it = facts {
      $0.interviews = [round(-80), round(-3)]
      $0.turnCount = 4
      $0.lastTurn = noon.adding(seconds: -79 * 3600)
    }
    #expect(keys(it).contains("capture/i-3"))
    var noted = it
    noted.lastTurn = noon.adding(seconds: -3600)
    #expect(!keys(noted).contains("capture/i-3"))
  }

  @Test func aCalendarHoldsWhatFollowsARoundToCome() throws {
    let it = facts {
      $0.interviews = [round(48, "ann")]
      $0.people = [person("ann")]
    }
    #expect(keys(it) == ["prepare/i48"])
    let later = Agenda.entries([it], now: noon, ahead: 92, isCalendar: true)
    #expect(
      Set(later.map(\.key)) == ["prepare/i48", "capture/i48", "thanks/i48/ann", "check-in/i48"])
    let capture = try #require(later.first { $0.kind == .capture })
    let end = noon.adding(seconds: 49 * 3600)
    #expect(capture.reminders.map { $0.seconds - end.seconds } == [1800, 7200, 86400])
    #expect(!capture.urgent)
  }

  @Test func withoutADateACheckInComesAfterAWeek() throws {
    func it(_ days: Int, _ events: Event...) -> Facts {
      facts {
        $0.interviews = [round(-24 * days)]
        $0.events = events
      }
    }
    func asks(_ it: Facts) -> Bool { keys(it).contains { $0.hasPrefix("check-in/") } }
    #expect(!asks(it(6)) && asks(it(7)) && asks(it(20)) && !asks(it(40)))
    #expect(!asks(it(9, event(.promised, -9, due: 5))))
    #expect(!asks(it(9, event(.chased, -1))))
    #expect(!asks(it(9, event(.refused, -1))))
    let entry = try #require(Agenda.entries([it(9)], now: noon).first { $0.kind == .checkIn })
    var ids = IDSource(seed: 3)
    let change = Recipe.done(entry, nil, ids: &ids, now: noon)
    guard case .insert(.event(let done))? = change.operations.first else {
      Issue.record("\(change)")
      return
    }
    #expect(done.kind == .chased)
  }

  // MARK: Offers

  @Test func deadlinesOfOffersStandBesideEachOther() throws {
    let acme = facts { $0.events = [event(.offered, -2, due: 5)] }
    let zeta = facts("b", "Zeta") { $0.events = [event(.offered, -1, due: 3)] }
    let texts = Agenda.entries([acme, zeta], now: noon).map { "\($0.company): \($0.text)" }
    #expect(
      texts == [
        "Zeta: respond to their offer; Acme needs an answer by 25 Mar",
        "Acme: respond to their offer; Zeta needs an answer by 23 Mar",
      ])
    let open = facts { $0.events = [event(.offered, -2)] }
    #expect(Agenda.entries([open], now: noon).map(\.text) == ["ask when they need your answer by"])
  }

  @Test func whoDoesNotKnowYetIsTold() {
    func answer(_ value: String) -> Response {
      Response(
        id: ID("r"), application: ID("app"), debrief: ID("d"), item: "withdrew.told",
        answered: noon.adding(days: -1)
      ) { $0.value = value }
    }
    func left(_ value: String) -> Facts {
      facts {
        $0.events = [event(.withdrew, -1)]
        $0.responses = [answer(value)]
      }
    }
    #expect(keys(left("not-yet")) == ["tell/app"])
    #expect(keys(left("part")) == ["tell/app"])
    #expect(keys(left("told")) == [])
    var sent = left("not-yet")
    sent.letters = [
      Letter(id: ID("l"), application: ID("app"), kind: "L9", recorded: noon) {
        $0.state = .sent
        $0.sent = today
      }
    ]
    #expect(keys(sent) == [])
    // Another job was taken: those who wait are told.
    var waiting = facts { $0.events = [event(.applied, -9)] }
    waiting.taken = Facts.Taken(company: "Zeta", on: today)
    #expect(
      Agenda.entries([waiting], now: noon).map(\.text) == ["tell them you took a job at Zeta"])
  }

  // MARK: After a no

  private func refused(_ days: Int, _ fill: (inout Facts) -> Void = { _ in }) -> Facts {
    facts {
      $0.interviews = [round(-24 * 9, "ann")]
      $0.people = [person("ann", .manager), person("hal", .hr)]
      $0.events = [event(.refused, days)]
      $0.turnCount = 1
      fill(&$0)
    }
  }

  @Test func aNoPutsItsThreeStepsIntoTheAgenda() throws {
    let entries = Agenda.entries([refused(0)], now: noon)
    #expect(
      entries.map(\.key) == ["after-no/manager/app", "after-no/hr/app", "after-no/ask/app"]
        || Set(entries.map(\.key)) == [
          "after-no/manager/app", "after-no/hr/app", "after-no/ask/app",
        ])
    let manager = try #require(entries.first { $0.key.contains("manager") })
    #expect(manager.text == "thank ann for their time" && manager.due.day == today.adding(days: 2))
    // Nobody named an hour for it.
    let soon = Agenda.entries([refused(-1)], now: noon).filter { $0.kind == .afterNo }
    #expect(soon.prefix(2).map(\.when) == ["tomorrow", "tomorrow"])
    // Done, dropped, answered, or sent: each ends its own.
    var ids = IDSource(seed: 3)
    func after(_ change: Change) -> Facts {
      refused(0) { it in
        for case .insert(.mark(let mark)) in change.operations { it.marks.append(mark) }
      }
    }
    for action in [Mark.Action.done, .dropped] {
      let marked = after(Recipe.mark(manager, action, ids: &ids, now: noon))
      #expect(!keys(marked).contains(manager.key) && keys(marked).count == 2)
      // The list of those days says the same.
      let item = AfterNo(dossier(marked), now: noon)?.items.first
      #expect(item?.isDone == (action == .done) && item?.isDropped == (action == .dropped))
    }
    #expect(
      !keys(after(Recipe.afterNo(.hr, .dropped, application: ID("app"), ids: &ids, now: noon)))
        .contains("after-no/hr/app"))
    for (kind, step) in [("L2", "manager"), ("L3", "hr"), ("L4", "ask")] {
      let sent = refused(0) {
        $0.letters = [
          Letter(id: ID("l"), application: ID("app"), kind: kind, recorded: noon) {
            $0.state = .sent
            $0.sent = today
          }
        ]
      }
      #expect(!keys(sent).contains("after-no/\(step)/app"), "\(kind)")
    }
    let left = refused(0) {
      $0.responses = [
        Response(
          id: ID("r"), application: ID("app"), debrief: ID("d"), item: "letter.hr", answered: noon
        ) { $0.value = "none" }
      ]
    }
    #expect(!keys(left).contains("after-no/hr/app"))
    #expect(!keys(refused(-9)).contains(manager.key))
    // Without an interview there is nobody to thank.
    #expect(keys(facts { $0.events = [event(.refused, 0)] }) == ["after-no/ask/app"])
  }

  private func dossier(_ facts: Facts) -> Dossier {
    var it = Dossier(facts.application)
    it.events = facts.events
    it.interviews = facts.interviews
    it.people = facts.people
    it.marks = facts.marks
    return it
  }

  // MARK: Days that were named

  @Test func theDayPickedToWriteAgainComesBack() {
    func it(_ days: Int, marked: Bool = true) -> Facts {
      refused(-40) {
        let day = today.adding(days: days)
        $0.responses = [
          Response(
            id: ID("r"), application: ID("app"), debrief: ID("d"), item: "keep.when",
            answered: noon.adding(days: -39)
          ) { $0.value = day.description }
        ]
        guard marked else { return }
        $0.marks = [
          Mark(
            id: ID("m"), application: ID("app"), entry: "warm/r", action: .moved, until: day,
            recorded: noon.adding(days: -39))
        ]
      }
    }
    #expect(keys(it(0)) == ["warm/r"] && keys(it(-4)) == ["warm/r"])
    #expect(keys(it(3)) == [])
    #expect(keys(it(0, marked: false)) == ["warm/r"])
    #expect(
      Agenda.entries([it(40)], now: noon, ahead: 92, isCalendar: true).map(\.key).contains("warm/r")
    )
  }

  @Test func whatTheirWordsNameComesBack() throws {
    let event = event(.refused, -100)
    let quote = RefusalReading.Quote(0..<1, "")
    let operations = Recipe.named(
      [
        .init(.reapply, due: today, quote), .init(.keep, due: nil, quote),
      ], in: event, known: [], now: event.recorded)
    let marks = operations.compactMap { if case .insert(.mark(let it)) = $0 { it } else { nil } }
    #expect(marks.map(\.until) == [today, event.placedOn.adding(days: 90)])
    #expect(Set(marks.map(\.id)).count == 2)
    #expect(Recipe.named([.init(.keep, due: nil, quote)], in: event, known: marks, now: noon) == [])
    let it = refused(-100) { $0.marks = marks }
    let texts = Agenda.entries([it], now: noon).filter { $0.kind == .warm }.map(\.text)
    #expect(texts.contains("they asked you to apply again: see what's open"))
    #expect(texts.contains("they kept you on file: ask what's new"))
  }
}

extension Moment {
  /// So many days later, at the same hour.
  fileprivate func adding(days: Int) -> Moment { adding(seconds: days * 86400) }
}
