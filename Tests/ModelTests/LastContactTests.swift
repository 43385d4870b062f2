import DebriefModel
import Testing

/// How the two sides parted (A95), and the days after a no (A67 to A70).
@Suite(.timed) struct LastContactTests {
  private let today = noon.day

  private func event(
    _ kind: Event.Kind, _ days: Int, tone: Tone? = nil, person: String? = nil, hour: Int = 0
  ) -> Event {
    Event(
      id: ID("\(kind)\(days)\(hour)"), application: ID("app"), kind: kind,
      on: today.adding(days: -days), recorded: noon.adding(seconds: hour * 3600)
    ) {
      $0.tone = tone
      $0.person = person.map { ID($0) }
    }
  }
  private func person(_ id: String, _ part: Person.Part) -> Person {
    Person(id: ID(id)) {
      $0.name = id
      $0.part = part
    }
  }
  private func letter(_ kind: String, sent days: Int?) -> Letter {
    Letter(id: ID(kind), application: ID("app"), kind: kind, recorded: noon) {
      $0.sent = days.map { today.adding(days: -$0) }
    }
  }
  private func cold(_ fill: (inout Dossier) -> Void) -> Day? {
    LastContact.coldEnding(dossier(fill))
  }

  @Test func onlyAColdEndingThatNothingWarmFollowedWarns() {
    #expect(cold { _ in } == nil)
    #expect(cold { $0.events = [event(.refused, 3)] } == nil)
    #expect(cold { $0.events = [event(.refused, 3, tone: .warm)] } == nil)
    let first = cold { $0.events = [event(.refused, 3, tone: .cold)] }
    #expect(first == today.adding(days: -3))
    // Neither cold nor warm mends nothing.
    let still = cold {
      $0.events = [event(.refused, 3, tone: .cold), event(.feedbackReceived, 1, tone: .neutral)]
    }
    #expect(still == today.adding(days: -3))
    for warm in [event(.feedbackReceived, 1, tone: .warm), event(.thanked, 1)] {
      #expect(cold { $0.events = [event(.refused, 3, tone: .cold), warm] } == nil)
    }
    let again = cold {
      $0.events = [event(.refused, 3, tone: .warm), event(.feedbackReceived, 1, tone: .cold)]
    }
    #expect(again == today.adding(days: -1))
    // A thank-you for the talk, before the no, mends nothing.
    #expect(cold { $0.events = [event(.thanked, 9), event(.refused, 3, tone: .cold)] } != nil)
  }

  @Test func ofOneDayWhatWasWrittenDownLaterCounts() {
    let mended = cold {
      $0.events = [
        event(.refused, 0, tone: .cold, hour: 1), event(.thanked, 0, hour: 2),
      ]
    }
    #expect(mended == nil)
    let spoilt = cold {
      $0.events = [event(.thanked, 0, hour: 1), event(.refused, 0, tone: .cold, hour: 2)]
    }
    #expect(spoilt == today)
  }

  @Test func aSharpAnswerIsColdAndALetterMendsIt() {
    let sharp = Response(
      id: ID("r"), application: ID("app"), debrief: ID("d"), item: "refusal.reply", answered: noon
    ) { $0.value = "sharp" }
    #expect(cold { $0.responses = [sharp] } == today)
    let mended = cold {
      $0.responses = [sharp]
      $0.letters = [letter("L2", sent: 0)]
    }
    #expect(mended == nil)
    let asked = cold {
      $0.responses = [sharp]
      $0.letters = [letter("L4", sent: 0), letter("L8", sent: nil)]
    }
    #expect(asked == today)
  }

  @Test func theDaysAfterANoAreThreeThings() throws {
    #expect(AfterNo(dossier(), now: noon) == nil)
    #expect(
      AfterNo(
        dossier { $0.events = [event(.refused, 3), event(.reopened, 1)] }, now: noon) == nil)
    let unmet = try #require(AfterNo(dossier { $0.events = [event(.refused, 1)] }, now: noon))
    #expect(unmet.items.map(\.step) == [.ask])
    let met = dossier {
      $0.events = [event(.held, 9), event(.refused, 3)]
      $0.people = [person("Ines Kahl", .manager)]
    }
    let list = try #require(AfterNo(met, now: noon))
    #expect(list.items.map(\.step) == [.manager, .ask])
    #expect(list.items[0].text == "thank Ines Kahl for their time")
    #expect(list.items.map { $0.isLate(today) } == [true, false])
    #expect(list.items.allSatisfy { !$0.isDone })
  }

  @Test func onlyWhoIsOnFileIsThankedByName() throws {
    func steps(_ people: Person..., fill: (inout Dossier) -> Void = { _ in }) -> [String] {
      let it = dossier {
        $0.events = [event(.held, 9), event(.refused, 1)]
        $0.people = people
        fill(&$0)
      }
      return AfterNo(it, now: noon)?.items.map(\.text) ?? []
    }
    let ask = "ask for advice: what held you back?"
    #expect(steps() == ["thank them for their time", ask])
    #expect(steps(person("Ana", .interviewer)) == ["thank Ana for their time", ask])
    #expect(
      steps(person("Ana", .interviewer), person("Bo", .other)) == [
        "thank them for their time", ask,
      ])
    #expect(steps(person("Hal", .hr)) == ["thank Hal in a separate note", ask])
    #expect(
      steps(person("Hal", .hr), person("Max", .manager), person("Ana", .interviewer)) == [
        "thank Max for their time", "thank Hal in a separate note", ask,
      ])
    // What was done stays, whoever is on file.
    #expect(
      steps { $0.letters = [letter("L3", sent: 0)] } == ["thank HR in a separate note", ask])
  }

  @Test func oneNoteThanksWhoeverThereIs() throws {
    func item(_ fill: (inout Dossier) -> Void) throws -> AfterNo.Item {
      let it = dossier {
        $0.events = [event(.held, 9), event(.refused, 3)]
        fill(&$0)
      }
      return try #require(AfterNo(it, now: noon)?.items.first { $0.step == .anyone })
    }
    #expect(try item { _ in }.isLate(today))
    #expect(try item { $0.letters = [letter("L1", sent: 3)] }.isDone)
    #expect(try !item { $0.letters = [letter("L1", sent: 4)] }.isDone)
    #expect(try item { $0.events.append(event(.thanked, 3)) }.isDone)
    #expect(try !item { $0.events.append(event(.thanked, 4)) }.isDone)
  }

  @Test func whoGivesNoFeedbackIsNotToBeAsked() throws {
    func ask(held: Bool, _ fill: (inout Dossier) -> Void = { _ in }) -> AfterNo.Item? {
      let refused = event(.refused, 1)
      let it = dossier {
        $0.events = (held ? [event(.held, 9)] : []) + [refused]
        $0.marks = [
          Mark(
            id: ID("m"), application: ID("app"), entry: AfterNo.noFeedback(refused.id),
            action: .dropped, recorded: noon)
        ]
        fill(&$0)
      }
      return AfterNo(it, now: noon)?.items.first { $0.step == .ask }
    }
    #expect(ask(held: false) == nil)
    let softer = try #require(ask(held: true))
    #expect(softer.text.contains("a tip") && softer.isOptional)
    #expect(!softer.isOpen && !softer.isDropped && !softer.isLate(today.adding(days: 30)))
    let asked = Feedback(id: ID("f"), application: ID("app"), recorded: noon) { $0.asked = today }
    let done = try #require(ask(held: false) { $0.feedback = [asked] })
    #expect(done.isDone && !done.isOptional && done.text.hasPrefix("ask for advice"))
  }

  @Test func eachIsDoneByWhatShowsIt() throws {
    func item(_ step: AfterNo.Step, _ fill: (inout Dossier) -> Void) throws -> AfterNo.Item {
      let it = dossier {
        $0.events = [event(.held, 9), event(.refused, 3)]
        $0.people = [
          person("m", .manager), person("h", .hr), person("r", .recruiter),
          person("i", .interviewer),
        ]
        fill(&$0)
      }
      return try #require(AfterNo(it, now: noon)?.items.first { $0.step == step })
    }
    for (step, letters) in [(AfterNo.Step.manager, "L2"), (.hr, "L3"), (.ask, "L4")] {
      let sent = try item(step) { $0.letters = [letter(letters, sent: 1)] }
      #expect(sent.isDone && sent.on == today.adding(days: -1))
      #expect(try !item(step) { $0.letters = [letter(letters, sent: nil)] }.isDone)
      // One sent before the no was for something else.
      #expect(try !item(step) { $0.letters = [letter(letters, sent: 5)] }.isDone)
    }
    #expect(try item(.manager) { $0.events.append(event(.thanked, 1, person: "m")) }.isDone)
    #expect(try !item(.hr) { $0.events.append(event(.thanked, 1, person: "m")) }.isDone)
    #expect(try item(.hr) { $0.events.append(event(.thanked, 1, person: "r")) }.isDone)
    #expect(try !item(.hr) { $0.events.append(event(.thanked, 1, person: "i")) }.isDone)
    let ask = Feedback(id: ID("f"), application: ID("app"), recorded: noon) { $0.asked = today }
    #expect(try item(.ask) { $0.feedback = [ask] }.isDone)
    var adviser = ask
    adviser.channel = .adviser
    #expect(try !item(.ask) { $0.feedback = [adviser] }.isDone)
    let answer = Response(
      id: ID("r"), application: ID("app"), debrief: ID("d"), item: "letter.hr", answered: noon
    ) { $0.value = "sent" }
    #expect(try item(.hr) { $0.responses = [answer] }.isDone)
    func mark(_ action: Mark.Action) -> Mark {
      Mark(
        id: ID("m"), application: ID("app"), entry: AfterNo.Step.hr.entry, action: action,
        recorded: noon)
    }
    #expect(try item(.hr) { $0.marks = [mark(.done)] }.isDone)
    #expect(try item(.hr) { $0.marks = [mark(.dropped)] }.isDropped)
  }

  @Test func acceptedHasHabitsAndNothingToExplain() throws {
    let accepted = dossier {
      $0.events = [event(.offered, 3), event(.accepted, 1)]
      $0.findings = [finding("w", .weakness, "R-TECH", .stated)]
      $0.improvements = [
        Improvement(id: ID("i"), application: ID("app"), recorded: noon) { $0.what = "ask early" }
      ]
    }
    let verdict = Verdict(accepted, reasons: reasons)
    #expect(verdict.headline == .accepted && verdict.sentence.hasPrefix("you took the job"))
    let page = PageColumns(
      Page(accepted, reasons: reasons, now: noon), today: noon.day, measure: plainMeasure
    ).lines()
      .map(\.text).joined(separator: "\n")
    #expect(page.contains("The habit to keep") && !page.contains("we don't know why"))
    #expect(!page.contains("change"))
    #expect(!VerdictReasons(accepted, reasons: reasons).lines.contains { $0.text.contains("mind") })
    let declined = dossier { $0.events = [event(.accepted, 3), event(.declined, 1)] }
    #expect(Verdict(declined, reasons: reasons).headline == .decided(nil))
  }

  @Test func whyOneSteppedBackIsNoCircumstance() {
    let it = dossier {
      $0.findings = [finding("mine", .outside, "R-SELF"), finding("theirs", .outside, "R-CIRC")]
    }
    #expect(it.ownChoices.map(\.id) == [ID("mine")])
    #expect(it.circumstances.map(\.id) == [ID("theirs")])
    let page = PageColumns(
      Page(it, reasons: reasons, now: noon), today: noon.day, measure: plainMeasure
    ).lines().map(\.text)
    let mine = page.firstIndex { $0.hasPrefix("Your decision") }
    let theirs = page.firstIndex { $0.hasPrefix("Outside your control") }
    #expect(mine.map { page[$0 + 1].contains("finding mine") } == true)
    #expect(theirs.map { page[$0 + 1].contains("finding theirs") } == true)
  }
}
