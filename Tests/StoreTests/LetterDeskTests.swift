import DebriefModel
import GRDB
import Testing

@testable import DebriefStore

/// What lies around letters, and what came of them: read from a real file.
@Suite(.timed) struct LetterDeskTests {
  private let today = noon.day

  private func letter(
    _ id: String, of application: String, _ kind: LetterKind, sent daysAgo: Int? = nil,
    _ fill: (inout Letter) -> Void = { _ in }
  ) -> Letter {
    Letter(id: ID(id), application: ID(application), kind: kind.rawValue, recorded: noon) {
      if let daysAgo {
        $0.sent = today.adding(days: -daysAgo)
        $0.state = .sent
      }
      fill(&$0)
    }
  }

  private func event(_ id: String, of application: String, _ kind: Event.Kind, _ daysAgo: Int)
    -> Event
  {
    Event(
      id: ID(id), application: ID(application), kind: kind, on: today.adding(days: -daysAgo),
      recorded: noon)
  }

  private func desk(_ store: Store, _ id: String = "a") throws -> LetterDesk? {
    try store.letterDesk(ID(id), since: today.adding(days: -30), today: today)
  }

  @Test func theCompanyIsOneWhateverThePost() throws {
    let store = try Store.temporary()
    _ = try store.apply(
      inserts(
        .application(application("a", "Muster")), .application(application("b", "MUSTER")),
        .application(application("c", "Other")), .letter(letter("la", of: "a", .request)),
        .letter(letter("lb", of: "b", .touch, sent: 3)),
        .letter(letter("lc", of: "c", .touch, sent: 3)),
        .event(event("eb", of: "b", .chased, 5)), .event(event("ec", of: "c", .chased, 5)),
        .event(event("old", of: "b", .chased, 31))), at: noon)
    let found = try #require(try desk(store))
    #expect(Set(found.others.map(\.id.text)) == ["la", "lb"])
    #expect(Set(found.elsewhere.map { $0.day.days(to: today) }) == [3, 5])
    #expect(try desk(store, "gone") == nil)
  }

  @Test func aJobThatWasTakenElsewhereIsKnown() throws {
    let store = try Store.temporary()
    _ = try store.apply(
      inserts(
        .application(application("a", "Muster")), .application(application("b", "Other"))),
      at: noon)
    #expect(try desk(store)?.tookOther == false)
    _ = try store.apply(inserts(.event(event("yes", of: "b", .accepted, 60))), at: noon)
    #expect(try desk(store)?.tookOther == true)
    #expect(try store.tookOther(than: ID("a"), today: today))
    // Its own yes is no other job, and one of long ago is no news.
    #expect(try desk(store, "b")?.tookOther == false)
    #expect(try !store.tookOther(than: ID("a"), today: today.adding(days: 1)))
  }

  @Test func theMoodOfTodayIsTheOneNamedLast() throws {
    let store = try Store.temporary()
    func response(_ id: String, _ item: String, _ value: String, _ seconds: Int) -> Response {
      Response(
        id: ID(id), application: ID("a"), debrief: ID("d"), item: item,
        answered: noon.adding(seconds: seconds)
      ) { $0.value = value }
    }
    _ = try store.apply(
      inserts(
        .application(application("a", "Muster")), .application(application("b", "Other")),
        .debrief(Debrief(id: ID("d"), application: ID("a"), branch: .ghosted, started: noon)),
        .response(response("r0", "mood.start", "5", -86400)),
        .response(response("r1", "mood.start", "1", -60)),
        .response(response("r2", "mood.word", "4", 0))), at: noon)
    #expect(try desk(store, "b")?.moodToday == 1)
    _ = try store.apply(inserts(.response(response("r3", "mood.end", "4", 60))), at: noon)
    #expect(try desk(store, "b")?.moodToday == 4)
  }

  @Test func whatCameOfThemIsCounted() throws {
    let store = try Store.temporary()
    func ask(_ id: String, _ daysAgo: Int, _ candour: Candour? = nil) -> Feedback {
      Feedback(id: ID(id), application: ID("a"), recorded: noon) {
        $0.asked = today.adding(days: -daysAgo)
        $0.channel = .phone
        $0.candour = candour
        $0.received = candour == nil ? nil : today
      }
    }
    _ = try store.apply(
      inserts(
        .application(application("a", "Muster")), .event(event("no", of: "a", .refused, 10)),
        .interview(
          Interview(id: ID("i"), application: ID("a"), recorded: noon) {
            $0.start = noon.adding(seconds: -20 * 86400)
          }),
        .feedback(ask("f1", 9, .specific)), .feedback(ask("f2", 9, .declined)),
        .feedback(ask("f3", 1)),
        // The request is counted by the log, not a second time by its letter.
        .letter(letter("l4", of: "a", .request, sent: 9)),
        .letter(letter("l1", of: "a", .thanks, sent: 20) { $0.channel = .email }),
        .letter(
          letter("l8", of: "a", .touch, sent: 5) {
            $0.state = .answered
            $0.answered = today
            $0.useful = true
          }), .letter(letter("draft", of: "a", .manager))), at: noon)
    let counts = try store.followThrough()
    func row(_ rows: [FollowThrough.Row], _ label: String) -> [Int]? {
      rows.first { $0.label == label }.map { [$0.sent, $0.answered, $0.useful] }
    }
    #expect(row(counts.byKind, LetterKind.request.title) == [3, 2, 1])
    #expect(row(counts.byKind, LetterKind.thanks.title) == [1, 0, 0])
    #expect(row(counts.byKind, LetterKind.touch.title) == [1, 1, 1])
    #expect(row(counts.byKind, LetterKind.manager.title) == nil)
    #expect(row(counts.byChannel, Channel.phone.label) == [3, 2, 1])
    #expect(row(counts.byDelay, "the same day") == [1, 0, 0])
    #expect(row(counts.byDelay, "1 to 2 days later") == [2, 2, 1])
    #expect(try store.followThrough(limit: 1).byKind.map(\.sent) == [1, 1])
  }

  @Test func restAndAnswersReachTheAgenda() throws {
    let store = try Store.temporary()
    let ada = Person(id: ID("ada")) { $0.name = "Ada Muster" }
    _ = try store.apply(
      inserts(
        .person(ada), .application(application("a", "Muster")),
        .application(application("b", "Other")), .application(application("c", "Third")),
        .letter(
          letter("held", of: "a", .request) {
            $0.state = .held
            $0.to = ada.id
            $0.heldUntil = noon.adding(seconds: 3600)
          }),
        .letter(letter("due", of: "b", .access, sent: 20) { $0.due = today.adding(days: 2) }),
        .letter(letter("done", of: "c", .access, sent: 20))), at: noon)
    let facts = try store.agenda(today: today)
    #expect(Set(facts.map(\.application.id.text)) == ["a", "b"])
    let entries = Agenda.entries(facts, now: noon).filter { $0.kind == .letter }
    #expect(entries.first { $0.company == "Muster" }?.text.hasSuffix("to Ada Muster") == true)
    #expect(entries.contains { $0.company == "Other" })
  }

  /// Every stretch that is read lies in an index: nothing goes through the whole archive.
  @Test func nothingIsReadFromEndToEnd() throws {
    let store = try Store.temporary()
    let plan = try store.read { db in
      try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + Database.followThrough, arguments: [500]
      ).map { String($0["detail"]) }
    }
    let tables = ["feedback", "letter", "event", "interview"]
    let scans = plan.filter { line in
      line.hasPrefix("SCAN") && tables.contains { line == "SCAN \($0)" }
    }
    #expect(scans.isEmpty, "\(plan)")
    #expect(
      plan.contains { $0.contains("letter_sent") }
        && plan.contains { $0.contains("feedback_asked") })
  }
}
