import DebriefModel
import Testing

/// The table of what comes before what, and the correction of a day.
@Suite(.timed) struct DayOrderTests {
  let today = noon.day

  func event(_ kind: Event.Kind, _ daysAgo: Int, person: String? = nil) -> Event {
    Event(
      id: ID("\(kind)-\(daysAgo)"), application: ID("app"), kind: kind,
      on: today.adding(days: -daysAgo), recorded: noon
    ) { $0.person = person.map { ID($0) } }
  }
  func round(_ number: Int, _ daysAgo: Int) -> Interview {
    Interview(id: ID("i\(number)"), application: ID("app"), recorded: noon) {
      $0.round = number
      $0.start = Moment(today.adding(days: -daysAgo), hour: 10)
    }
  }
  func doubts(_ events: [Event], _ rounds: [Interview] = []) -> [String] {
    let base = dossier()
    let change = Change(
      "x", events.map { .insert(.event($0)) } + rounds.map { .insert(.interview($0)) })
    return DayOrder.news(change, in: base, now: noon)
  }

  @Test(arguments: [
    Event.Kind.acknowledged, .invited, .held, .thanked, .promised, .chased, .refused, .silent,
    .withdrew, .offered, .accepted, .declined, .feedbackAsked, .feedbackReceived,
  ])
  func nothingComesBeforeTheApplication(_ kind: Event.Kind) {
    #expect(doubts([event(.applied, 3), event(kind, 5)]).count >= 1)
    #expect(!doubts([event(.applied, 5), event(kind, 3)]).contains { $0.contains("application") })
    #expect(!doubts([event(.applied, 3), event(kind, 3)]).contains { $0.contains("application") })
    #expect(doubts([event(kind, 5)]).allSatisfy { !$0.contains("the application") })
  }

  @Test func anEndBeforeARoundThatWasSaysWhatFollows() throws {
    let said = doubts([event(.refused, 5)], [round(1, 3)])
    let only = try #require(said.first)
    #expect(said.count == 1)
    #expect(only.contains("doesn't count") && only.hasSuffix("Is the date right?"))
    #expect(doubts([event(.refused, 2)], [round(1, 3)]).isEmpty)
    // One that is still to come is off, which is no slip.
    #expect(doubts([event(.refused, 5)], [round(1, -3)]).isEmpty)
    #expect(doubts([event(.offered, 5)], [round(1, 3)]).count == 1)
    var base = dossier()
    base.interviews = [round(1, -3)]
    let end = Change("x", [.insert(.event(event(.refused, 0)))])
    #expect(DayOrder.calledOff(end, in: base, now: noon).count == 1)
  }

  @Test func theOtherPairs() {
    #expect(doubts([event(.offered, 2), event(.accepted, 4)]).count == 1)
    #expect(doubts([event(.accepted, 4)]).isEmpty)
    #expect(doubts([], [round(1, 2), round(2, 4)]).count == 1)
    #expect(doubts([], [round(1, 4), round(2, 2)]).isEmpty)
    #expect(doubts([event(.refused, 2), event(.reopened, 4)]).count == 1)
    #expect(doubts([event(.refused, 4), event(.reopened, 2)]).isEmpty)
    var promise = event(.promised, 2)
    promise.due = today.adding(days: -4)
    #expect(doubts([promise]).count == 1)
    let reply = Feedback(id: ID("f"), application: ID("app"), recorded: noon) {
      $0.from = "Ines Kahl"
      $0.asked = today.adding(days: -2)
      $0.received = today.adding(days: -4)
    }
    let log = Change("x", [.insert(.feedback(reply))])
    #expect(DayOrder.news(log, in: dossier(), now: noon).count == 1)
    let letter = Letter(id: ID("l"), application: ID("app"), kind: "L4", recorded: noon) {
      $0.sent = today
      $0.answered = today.adding(days: -1)
    }
    let post = Change("x", [.insert(.letter(letter))])
    #expect(DayOrder.news(post, in: dossier(), now: noon).count == 1)
  }

  /// Only what a change brings is said, not what was so before.
  @Test func whatIsKnownIsNotSaidAgain() {
    var base = dossier()
    base.events = [event(.applied, 3), event(.refused, 5)]
    #expect(
      DayOrder.news(Change("x", [.insert(.event(event(.thanked, 1)))]), in: base, now: noon).isEmpty
    )
    let made = Recipe.correct(
      base.events[1], on: today.adding(days: -6), due: nil, in: base, now: noon)
    #expect(DayOrder.news(made, in: base, now: noon).count == 1)
    let mended = Recipe.correct(
      base.events[1], on: today.adding(days: -1), due: nil, in: base, now: noon)
    #expect(DayOrder.news(mended, in: base, now: noon).isEmpty)
  }

  func doubts(_ archive: Archive) -> [String] {
    var dated = DatedFacts(zone: .utc)
    for entity in archive.entities.reversed() { dated.add(entity) }
    return dated.doubts(now: noon)
  }

  @Test func anImportIsLookedThrough() {
    var archive = Archive()
    archive.application = [Application(id: ID("app"), created: noon) { $0.company = "Acme" }]
    archive.event = [event(.applied, 3), event(.refused, 5), event(.thanked, -2)]
    #expect(doubts(archive).count == 2)
    #expect(doubts(archive).allSatisfy { $0.hasPrefix("Acme") })
  }

  /// What is packed until all of an import has come says what the things themselves would say.
  @Test func nothingThatIsComparedIsLostOnTheWay() {
    var base = dossier()
    let abroad = Moment(seconds: noon.seconds - 86_400 * 9, offset: -570)
    base.events = [
      event(.applied, 3), event(.offered, 2), event(.accepted, 4), event(.reopened, 9),
      Event(
        id: ID("told"), application: ID("app"), kind: .invited, on: today, recorded: abroad
      ) {
        $0.due = today.adding(days: -400)
        $0.interview = ID("i2")
      },
      Event(
        id: ID("promised"), application: ID("app"), kind: .promised, on: today, recorded: noon
      ) { $0.due = today.adding(days: -1) },
    ]
    base.interviews = [round(1, 2), round(2, 7)]
    base.interviews[1].dayOnly = true
    base.feedback = [
      Feedback(id: ID("f"), application: ID("app"), recorded: noon) {
        $0.from = "Zoë 山田"
        $0.asked = today
        $0.received = Day(1, 1, 1)
      }
    ]
    base.letters = [
      Letter(id: ID("l"), application: ID("app"), kind: "L3", recorded: noon) {
        $0.sent = Day(9999, 12, 31)
        $0.answered = today
      }
    ]
    var archive = Archive()
    archive.application = [base.application, Application(id: ID("none"), created: noon)]
    archive.event = base.events
    archive.interview = base.interviews
    archive.feedback = base.feedback
    archive.letter = base.letters
    base.sort()
    let whole = DayOrder.conflicts(base, now: noon).map {
      "\(base.application.taken): \($0.sentence(today: today))"
    }
    #expect(whole.count >= 7)
    #expect(doubts(archive) == whole)
  }

  @Test func aCorrectionKeepsWhatItSaid() throws {
    var base = dossier()
    let old = event(.refused, 5)
    base.events = [old]
    let change = Recipe.correct(old, on: today.adding(days: -3), due: nil, in: base, now: noon)
    guard case .update(.event(let from), .event(let to))? = change.operations.first else {
      Issue.record("no update")
      return
    }
    #expect(from == old)
    #expect(to.known == today.adding(days: -3) && to.recorded == old.recorded)
    #expect(to.earlier == [Event.Earlier(on: old.placedOn, until: noon)])
    #expect(
      Recipe.correct(to, on: to.placedOn, due: nil, in: base, now: noon).operations.isEmpty)
    let again = to.corrected(on: today, due: nil, now: noon)
    #expect(again.earlier?.map(\.on) == [old.placedOn, to.placedOn])
  }

  /// The log and the letter tell of the same fact, and follow it.
  @Test func whatTellsOfTheSameFollows() throws {
    var base = dossier()
    let asked = event(.feedbackAsked, 5, person: "p")
    base.events = [asked]
    base.feedback = [
      Feedback(id: ID("f"), application: ID("app"), recorded: noon) {
        $0.person = ID("p")
        $0.asked = asked.known
      }
    ]
    base.letters = [
      Letter(id: ID("l"), application: ID("app"), kind: "L4", recorded: noon) {
        $0.to = ID("p")
        $0.state = .sent
        $0.sent = asked.known
      }
    ]
    let change = Recipe.correct(asked, on: today, due: nil, in: base, now: noon)
    #expect(change.operations.count == 3)
    for operation in change.operations {
      switch operation.entity {
      case .feedback(let it): #expect(it.asked == today)
      case .letter(let it): #expect(it.sent == today)
      default: break
      }
    }
  }
}

@Suite(.timed) struct NameFaultTests {
  @Test(arguments: [
    "A\nB", "A\rB", "A\u{7}B", "A\tB", "A\u{85}B", "A\u{2028}B", "A\u{1B}[1mB", "\0",
  ])
  func aNameIsOneLine(_ text: String) {
    let bad = Application(id: ID("app"), created: noon) { $0.company = text }
    let worse = Application(id: ID("app"), created: noon) {
      $0.company = "Acme"
      $0.role = text
    }
    for it in [bad, worse] {
      #expect(Change("add", [.insert(.application(it))]).fault != nil)
      // What came with an import may be edited elsewhere, and an import is taken whole.
      var next = it
      next.notes = "x"
      #expect(
        Change("edit", [.update(from: .application(it), to: .application(next))]).fault == nil)
    }
    #expect(Change("import", [.insert(.application(worse))]).damage == nil)
  }

  @Test(arguments: [
    "Łódź & Söhne", "株式会社はやぶさ", "O\u{2019}Neill \u{1F469}\u{200D}\u{1F4BB}", "شركة",
  ])
  func anyScriptIsFine(_ text: String) {
    #expect(Application.nameFault(text, of: "a company") == nil)
  }
}
