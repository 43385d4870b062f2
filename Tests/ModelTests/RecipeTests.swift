import DebriefModel
import Testing

/// Recipes that the screen and the commands share, and figures over versions of the résumé.
@Suite(.timed) struct RecipeTests {
  private func ask(_ id: String, _ from: String, _ days: Int, person: String? = nil) -> Feedback {
    Feedback(id: ID(id), application: ID("app"), recorded: noon) {
      $0.from = from
      $0.person = person.map { ID($0) }
      $0.asked = noon.day.adding(days: -days)
      $0.due = noon.day.adding(days: 7)
    }
  }
  private func reply(
    _ from: String, person: String? = nil, _ channel: Channel = .email
  ) -> Feedback {
    Feedback(id: ID("reply"), application: ID("app"), recorded: noon) {
      $0.from = from
      $0.person = person.map { ID($0) }
      $0.channel = channel
      $0.received = noon.day
      $0.verbatim = "strong field"
      $0.candour = .specific
    }
  }
  private func log(_ it: Feedback, _ log: [Feedback]) -> [Feedback] {
    var ids = IDSource(seed: 1)
    var all = log
    for operation in Recipe.reply(it, log: log, ids: &ids, now: noon).operations {
      switch operation {
      case .insert(.feedback(let it)): all.append(it)
      case .update(.feedback(let old), .feedback(let new)):
        all.removeAll { $0 == old }
        all.append(new)
      default: break
      }
    }
    return all
  }

  @Test func aReplyEndsTheWaitForIt() {
    let after = log(reply("ines kahl"), [ask("a", "Ines Kahl", 9)])
    #expect(after.count == 1)
    #expect(after[0].id == ID("a") && after[0].received == noon.day)
    #expect(after[0].asked == noon.day.adding(days: -9) && after[0].verbatim == "strong field")
    #expect(after.filter(\.isWaiting).isEmpty)
  }

  @Test func aReplyOfSomebodyElseDoesNot() {
    let after = log(reply("Moses"), [ask("a", "Ines Kahl", 9)])
    #expect(after.count == 2)
    #expect(after.filter(\.isWaiting).map(\.id) == [ID("a")])
    #expect(log(reply(""), [ask("a", "", 9)]).count == 2)
  }

  @Test func thePersonOnFileCountsMoreThanTheName() {
    let same = log(reply("Ines", person: "p"), [ask("a", "I. Kahl", 9, person: "p")])
    #expect(same.count == 1)
    let other = log(reply("Ines", person: "q"), [ask("a", "Ines", 9, person: "p")])
    #expect(other.count == 2)
  }

  @Test func ofTwoRequestsTheLatestIsAnsweredAndNoneWaits() {
    let after = log(reply("Ines"), [ask("old", "Ines", 20), ask("new", "Ines", 3)])
    #expect(after.first { $0.received != nil }?.id == ID("new"))
    #expect(after.first { $0.id == ID("old") }?.closed == true)
    #expect(after.filter(\.isWaiting).isEmpty)
  }

  @Test func anAdviserIsNotTheEmployer() {
    var ids = IDSource(seed: 1)
    let it = reply("Coach", .adviser)
    let change = Recipe.reply(it, log: [ask("a", "Coach", 3)], ids: &ids, now: noon)
    #expect(change.operations == [.insert(.feedback(it))])
    let found = Recipe.finding(.weakness, from: it, statement: "too fast", ids: &ids, now: noon)
    #expect(found.tier == .inference)
    #expect(
      Recipe.finding(.weakness, from: reply("Ines"), statement: "x", ids: &ids, now: noon).tier
        == .stated)
    // However sure it is called, an adviser's word is not the employer's.
    var claimed = finding("f", .weakness, "R-TECH", .stated)
    claimed.evidence = Evidence(.feedback, it.id)
    let said = refused {
      $0.findings = [claimed]
      $0.feedback = [it]
    }
    #expect(Verdict(said, reasons: reasons).causes.first?.tier == .inference)
    let debrief = Debrief(id: ID("d"), application: ID("app"), branch: .ghosted, started: noon)
    #expect(WizardFacts(said, debrief: debrief, now: noon).values["@feedback"] == "0")
  }

  @Test func aPromisedDayIsAFactWithADay() {
    var ids = IDSource(seed: 1)
    let change = Recipe.promised(
      noon.day.adding(days: 5), application: ID("app"), on: noon.day, person: ID("p"),
      words: "by Monday", ids: &ids, now: noon)
    guard case .insert(.event(let it))? = change.operations.first else {
      Issue.record("no fact")
      return
    }
    #expect(it.kind == .promised && it.due == noon.day.adding(days: 5) && it.words == "by Monday")
  }

  @Test func whatIsNextComesUpOnItsDay() {
    var ids = IDSource(seed: 1)
    let day = noon.day.adding(days: 2)
    let change = Recipe.next("ring them", on: day, application: ID("app"), ids: &ids, now: noon)
    var facts = Facts(Application(id: ID("app"), created: noon) { $0.company = "Acme" })
    for case .insert(let entity) in change.operations {
      if case .note(let it) = entity { facts.notes = [it] }
      if case .mark(let it) = entity { facts.marks = [it] }
    }
    #expect(Agenda.entries([facts], now: noon).isEmpty)
    let then = Agenda.entries([facts], now: noon.adding(seconds: 2 * 86400))
    #expect(then.map(\.text) == ["next: ring them"])
    #expect(then.first?.kind == .next)
  }

  @Test func aChangeWithADayIsDue() {
    var facts = Facts(Application(id: ID("app"), created: noon) { $0.company = "Acme" })
    func change(_ days: Int, _ state: Improvement.State = .open) -> [String] {
      facts.improvements = [
        Improvement(id: ID("i"), application: ID("app"), recorded: noon) {
          $0.what = "lead a project"
          $0.learning = true
          $0.by = noon.day.adding(days: days)
          $0.state = state
        }
      ]
      return Agenda.entries([facts], now: noon).map(\.text)
    }
    #expect(change(7) == ["learn: lead a project"])
    #expect(change(-30) == ["learn: lead a project"])
    #expect(change(8) == [])
    #expect(change(1, .done) == [])
  }

  @Test func gladIsKeptWithTheEntryThatAsked() throws {
    var ids = IDSource(seed: 1)
    let old = Application(id: ID("app"), created: noon) { $0.company = "Acme" }
    var facts = Facts(old)
    facts.events = [
      Event(
        id: ID("no"), application: ID("app"), kind: .refused, on: noon.day.adding(days: -91),
        recorded: noon)
    ]
    let entry = try #require(Agenda.entries([facts], now: noon).first { $0.kind == .glad })
    let change = Recipe.glad(true, old, entry, ids: &ids, now: noon)
    for operation in change.operations {
      if case .update(_, .application(let it)) = operation { #expect(it.glad == true) }
      if case .insert(.mark(let it)) = operation { facts.marks.append(it) }
    }
    #expect(change.operations.count == 2)
    #expect(!Agenda.entries([facts], now: noon).contains { $0.kind == .glad })
  }

  /// What was just heard takes the day of the interview where one remembers it.
  @Test(arguments: [Day(2026, 3, 9), nil]) func theInterviewHasItsDay(_ met: Day?) throws {
    var ids = IDSource(seed: 9)
    let change = Recipe.heard(
      company: "Nordlicht", role: "", .rejected, on: noon.day, words: "", interviewed: true,
      met: met.map { TalkTime(start: noon.at($0), dayOnly: true) }, ids: &ids, now: noon)
    let added = change.operations.map(\.entity)
    let rounds = added.compactMap { if case .interview(let it) = $0 { it } else { nil } }
    let events = added.compactMap { if case .event(let it) = $0 { it } else { nil } }
    let round = try #require(rounds.first)
    #expect(round.start?.day == met && !round.hasHour)
    #expect(round.standing(events, now: noon) == .held)
    #expect(events.contains { $0.kind == .held } == (met == nil))
  }

  @Test func liveIsWhatIsNotDecided() throws {
    var facts = Facts(Application(id: ID("app"), created: noon) { $0.company = "Acme" })
    func event(_ kind: Event.Kind, _ days: Int, due: Int? = nil) -> Event {
      Event(
        id: ID("\(kind)"), application: ID("app"), kind: kind,
        on: noon.day.adding(days: -days), recorded: noon
      ) { $0.due = due.map { noon.day.adding(days: $0) } }
    }
    facts.events = [event(.applied, 5)]
    #expect(LiveApplication(facts, now: noon)?.next == "applied, 15 Mar")
    facts.events = [event(.promised, 5, due: 1)]
    #expect(LiveApplication(facts, now: noon)?.next.contains("they said by") == true)
    facts.events = [event(.refused, 5)]
    #expect(LiveApplication(facts, now: noon) == nil)
    facts.events = [event(.applied, 40)]
    #expect(LiveApplication(facts, now: noon) == nil)
  }

  @Test func theNextStepIsTheNextThingAhead() throws {
    func live(_ id: String, interview: Int? = nil) throws -> LiveApplication {
      var facts = Facts(Application(id: ID(id), created: noon) { $0.company = id })
      facts.events = [
        Event(
          id: ID("e\(id)"), application: ID(id), kind: .invited, on: noon.day.adding(days: -3),
          recorded: noon)
      ]
      if let interview {
        facts.interviews = [
          Interview(id: ID("i\(id)"), application: ID(id), recorded: noon) {
            $0.start = noon.adding(seconds: interview * 86400)
          }
        ]
      }
      return try #require(LiveApplication(facts, now: noon))
    }
    let (near, far, none) = (
      try live("near", interview: 20), try live("far", interview: 30), try live("none")
    )
    #expect(LiveApplication.next(of: [none, far, near])?.company == "near")
    #expect(near.due != nil && none.due == nil)
    #expect(LiveApplication.next(of: [none]) == nil, "what is past is no step")
  }

  @Test func noShareOfAVersionUnderFive() throws {
    var it = ResumeRecord(nil, name: "a")
    #expect(it.counts == "not sent anywhere yet" && it.shareWords == "")
    (it.sent, it.settled, it.talks) = (30, 4, 4)
    #expect(it.share == nil && it.open == 26)
    #expect(it.shareWords == "4 results so far: too few for a percentage")
    (it.settled, it.talks) = (10, 5)
    let share = try #require(it.share)
    #expect(share == (50, 24, 76))
    (it.settled, it.talks) = (5, 0)
    let none = try #require(it.share)
    #expect(none == (0, 0, 43))
  }

  @Test func theFirstLinesShowASkillOrNot() {
    let it = Resume(id: ID("r"), recorded: noon) {
      $0.skills = "Linux, incident calm ; Go, one too many"
      $0.opening = "\nEngineer.\nLINUX in production, Incident  calm.\nGoal: a team.\nWrites Go."
    }
    #expect(it.shown.map(\.skill) == ["Linux", "incident calm", "Go"])
    #expect(it.shown.map(\.isShown) == [true, true, false])
    #expect(Resume(id: ID("r"), recorded: noon).shown.isEmpty)
  }
}
