import DebriefModel
import Testing

/// One rule a test: when it speaks, when it is silent, and what a mark does to it.
@Suite(.timed) struct AgendaTests {
  let today = noon.day

  func facts(_ id: String = "app", _ company: String = "Acme", _ fill: (inout Facts) -> Void)
    -> Facts
  {
    var it = Facts(Application(id: ID(id), created: noon) { $0.company = company })
    fill(&it)
    return it
  }
  func event(_ kind: Event.Kind, _ daysAgo: Int, due: Int? = nil, person: String? = nil) -> Event {
    Event(
      id: ID("\(kind)-\(daysAgo)"), application: ID("app"), kind: kind,
      on: today.adding(days: -daysAgo), recorded: noon
    ) {
      $0.due = due.map { today.adding(days: $0) }
      $0.person = person.map { ID($0) }
    }
  }
  func talk(hoursAgo hours: Int, minutesAgo minutes: Int = 0) -> Interview {
    Interview(id: ID("i1"), application: ID("app"), recorded: noon) {
      $0.minutes = 0
      $0.start = noon.adding(seconds: -hours * 3600 - minutes * 60)
    }
  }
  func ask(_ id: String, _ daysAgo: Int, due: Int) -> Feedback {
    Feedback(id: ID(id), application: ID("app"), recorded: noon) {
      $0.asked = today.adding(days: -daysAgo)
      $0.due = today.adding(days: due)
    }
  }
  func mark(_ key: String, _ action: Mark.Action, until: Int? = nil, id: String = "m") -> Mark {
    Mark(
      id: ID(id), application: ID("app"), entry: key, action: action,
      until: until.map { today.adding(days: $0) }, recorded: noon)
  }
  func keys(_ facts: Facts...) -> [String] { Agenda.entries(facts, now: noon).map(\.key) }

  @Test func captureSaysHowLongAgo() {
    func text(_ hours: Int, _ minutes: Int = 0) -> String? {
      let it = facts { $0.interviews = [talk(hoursAgo: hours, minutesAgo: minutes)] }
      return Agenda.entries([it], now: noon).first { $0.kind == .capture }?.text
    }
    #expect(text(0, 10) == "write down how it went while it's fresh")
    #expect(text(0, 40) == "write down how it went; it ended 40 minutes ago")
    #expect(text(3) == "write it down today; the interview ended 3 hours ago")
    #expect(text(50) == "write down what you still remember; it ended 2 days ago")
    #expect(text(80) == nil)
  }

  @Test func aPromiseIsTheirsUntilItsDayIsOver() throws {
    for due in [0, 4] {
      let it = facts { $0.events = [event(.promised, 9, due: due)] }
      let entries = Agenda.entries([it], now: noon)
      #expect(entries.map(\.key) == ["promise/promised-9/until"])
      let said = try #require(entries.first)
      let day = noon.day.adding(days: due)
      #expect(said.text == "they said by \(day.short(today: noon.day))")
      #expect(said.when == "their turn" && !said.urgent && said.due.day == day)
      // Out of sight is not out of mind: the question still comes.
      var ids = IDSource(seed: 3)
      let change = Recipe.done(said, it, ids: &ids, now: noon)
      var later = it
      for case .insert(.mark(let mark)) in change.operations { later.marks.append(mark) }
      #expect(Agenda.entries([later], now: noon).isEmpty)
      let after = noon.adding(seconds: (due + 1) * 86_400)
      #expect(Agenda.entries([later], now: after).map(\.key) == ["promise/promised-9"])
    }
    // A calendar is kept: it only has what is to be done.
    let it = facts { $0.events = [event(.promised, 9, due: 4)] }
    let kept = Agenda.entries([it], now: noon, ahead: 92, isCalendar: true)
    #expect(kept.filter { $0.kind == .promise }.map(\.key) == ["promise/promised-9"])
  }

  @Test func aCheckInComesUpTheDayAfterAPromise() throws {
    // 19 March 2026 is a Thursday: two working days later it is Monday.
    let it = facts { $0.events = [event(.promised, 9, due: -1)] }
    let entry = try #require(Agenda.entries([it], now: noon).first)
    #expect(entry.key == "promise/promised-9" && entry.text == "they said by 19 Mar: check in once")
    #expect(entry.due.day == Day(2026, 3, 23))
    #expect(!entry.urgent)
    #expect(keys(facts { $0.events = [event(.promised, 9, due: 20)] }) == [])
    #expect(
      keys(facts { $0.events = [event(.promised, 9, due: -3), event(.chased, 1)] }) == [])
  }

  @Test func documentsAreDue() {
    let it = facts {
      $0.preparations = [
        Preparation(id: ID("p"), application: ID("app"), kind: .document, recorded: noon) {
          $0.text = "certificates"
          $0.due = today.adding(days: 2)
        },
        Preparation(id: ID("q"), application: ID("app"), kind: .instruction, recorded: noon) {
          $0.due = today.adding(days: 20)
        },
      ]
    }
    let entries = Agenda.entries([it], now: noon)
    #expect(entries.map(\.key) == ["document/p"])
    #expect(entries.first?.text == "send: certificates")
  }

  @Test func anOfferNamesWhoIsStillOpen() throws {
    let offer = facts { $0.events = [event(.offered, 2, due: 5)] }
    #expect(Agenda.entries([offer], now: noon).first?.text == "respond to their offer")
    let other = facts("b", "Kestrel") { $0.events = [event(.promised, 3, due: 9)] }
    let entry = try #require(Agenda.entries([offer, other], now: noon).first { $0.kind == .offer })
    #expect(entry.text == "respond to their offer; still waiting on Kestrel (29 Mar)")
    let answered = facts { $0.events = [event(.offered, 2, due: 5), event(.accepted, 1)] }
    #expect(keys(answered) == [])
  }

  @Test func silenceIsAskedForAMonth() throws {
    #expect(keys(facts { $0.events = [event(.applied, 29)] }) == [])
    let entry = try #require(
      Agenda.entries([facts { $0.events = [event(.applied, 31)] }], now: noon).first)
    #expect(entry.text == "no reply for 31 days: count it as a no?")
    #expect(entry.key == "silence/app")
    #expect(!entry.urgent)
    #expect(keys(facts { $0.events = [event(.applied, 70)] }) == [])
    #expect(keys(facts { $0.events = [event(.applied, 31), event(.silent, 0)] }) == [])
  }

  @Test func keepingWarmNeedsAContact() {
    #expect(keys(facts { $0.events = [event(.refused, 31)] }) == [])
    let warm = facts { $0.events = [event(.held, 40, person: "ines"), event(.refused, 31)] }
    #expect(keys(warm) == ["warm/refused-31/30"])
    let late = facts { $0.events = [event(.held, 99, person: "ines"), event(.refused, 92)] }
    #expect(Set(keys(late)) == ["warm/refused-92/90", "glad/refused-92"])
    #expect(keys(facts { $0.events = [event(.refused, 92)] }) == ["glad/refused-92"])
    #expect(keys(facts { $0.events = [event(.refused, 92), event(.reopened, 1)] }) == [])
  }

  @Test func twoRequestsWithoutAReplyEndWithoutBlame() throws {
    let it = facts { $0.feedback = [ask("f1", 30, due: -16), ask("f2", 15, due: -1)] }
    #expect(keys(it) == ["noAnswer/f2"])
    let hoping = facts { $0.feedback = [ask("f1", 30, due: -16), ask("f2", 3, due: 11)] }
    #expect(keys(hoping) == ["reply/f1"])
    let entry = try #require(Agenda.entries([it], now: noon).first)
    var ids = IDSource(seed: 1)
    let change = Recipe.done(entry, it, ids: &ids, now: noon)
    #expect(change.title == "stopped waiting for feedback")
    #expect(change.operations.count == 2)
  }

  @Test func marksHideAndMove() throws {
    func it(_ marks: Mark...) -> Facts {
      facts {
        $0.feedback = [ask("f", 15, due: -1)]
        $0.marks = marks
      }
    }
    #expect(keys(it()) == ["reply/f"])
    #expect(keys(it(mark("reply/f", .done))) == [])
    #expect(keys(it(mark("reply/f", .dropped))) == [])
    #expect(keys(it(mark("reply/other", .done))) == ["reply/f"])
    #expect(keys(it(mark("reply/f", .moved, until: 1))) == [])
    let back = try #require(
      Agenda.entries([it(mark("reply/f", .moved, until: 0))], now: noon).first)
    #expect(back.when == "today, 5 hours left")
    // The latest mark counts.
    #expect(
      keys(it(mark("reply/f", .moved, until: 0, id: "a"), mark("reply/f", .done, id: "b"))) == [])
    // What was moved comes back though its window is over.
    let moved = facts {
      $0.interviews = [talk(hoursAgo: 24 * 9)]
      $0.marks = [mark("thanks/i1", .moved, until: 0)]
    }
    #expect(keys(moved) == ["check-in/i1", "thanks/i1"])
  }

  @Test func aThankYouThatIsDoneIsAFact() throws {
    var it = facts { $0.interviews = [talk(hoursAgo: 3)] }
    it.interviews[0].people = [ID("ines")]
    it.turnCount = 1
    let entry = try #require(Agenda.entries([it], now: noon).first)
    #expect(entry.subject == ID("i1"))
    var ids = IDSource(seed: 1)
    let change = Recipe.done(entry, it, ids: &ids, now: noon)
    guard case .insert(.event(let event))? = change.operations.first else {
      Issue.record("\(change)")
      return
    }
    #expect(event.kind == .thanked && event.person == ID("ines") && event.interview == ID("i1"))
    it.events = [event]
    #expect(Agenda.entries([it], now: noon) == [])
  }

  @Test func notesBecomeWhatTheyAre() {
    let note = Note(id: ID("n"), recorded: noon) { $0.text = "spoke too fast" }
    #expect(Agenda.inbox(Waiting(), now: noon) == nil)
    #expect(Agenda.inbox(Waiting(count: 1, since: noon), now: noon)?.text == "1 note to file")
    var ids = IDSource(seed: 1)
    for sorting in Recipe.Sorting.allCases {
      let change = Recipe.sort(note, sorting, application: ID("app"), position: 4, ids: &ids)
      #expect(change.fault == nil)
      #expect(change.inverse.inverse == change)
      switch change.operations.last {
      case .update(_, .note(let it))?:
        #expect(it.application == ID("app") && it.kept == true)
      case .insert(.finding(let it))?:
        #expect(it.statement == note.text && it.recorded == noon && it.tier == .inference)
      case .insert(.turn(let it))?: #expect(it.answer == note.text && it.position == 4)
      default: Issue.record("\(change)")
      }
    }
  }
}
