import DebriefModel
import GRDB
import Testing

@testable import DebriefStore

@Suite(.timed) struct ShelfTests {
  /// 500 applications, many of them touched in the same second.
  private func filled() throws -> (Store, [ID]) {
    let store = try Store.temporary()
    var archive = Archive()
    var ids = IDSource(seed: 3)
    for number in 0..<500 {
      let at = noon.adding(seconds: number / 7 * 60)
      archive.append(
        .application(
          application(ids.draw().text, number % 5 == 0 ? "Zürich AG" : "Acme \(number)", at: at)))
    }
    try store.merge(archive, at: noon)
    let order = archive.application.sorted {
      ($1.created.seconds, $0.id) < ($0.created.seconds, $1.id)
    }
    return (store, order.map(\.id))
  }

  private func ids(_ shelf: Shelf) -> [ID] { shelf.rows.map(\.application.id) }

  /// What a list of all says minutes by: the latest debrief that is gone through, with its own answers alone.
  @Test func whatIsGoneThroughHasItsPace() throws {
    func debrief(_ id: String, of application: String, at: Int, closed: Bool = false) -> Debrief {
      Debrief(
        id: ID(id), application: ID(application), branch: .ghosted,
        started: noon.adding(seconds: at)
      ) {
        ($0.done, $0.total) = (1, 4)
        $0.closed = closed ? noon.adding(seconds: at + 600) : nil
      }
    }
    func response(_ id: String, to debrief: Debrief, at: Int) -> Entity {
      .response(
        Response(
          id: ID(id), application: debrief.application, debrief: debrief.id, item: id,
          answered: noon.adding(seconds: at)))
    }
    let before = debrief("d0", of: "a", at: -900, closed: true)
    let open = debrief("d1", of: "a", at: 0)
    let closed = debrief("d2", of: "b", at: 0, closed: true)
    let store = try Store.temporary()
    var archive = Archive()
    archive.append(.application(application("a", "Acme")))
    archive.append(.application(application("b", "Beta")))
    for it in [before, open, closed] { archive.append(.debrief(it)) }
    archive.append(response("r0", to: before, at: -600))
    archive.append(response("r1", to: open, at: 30))
    archive.append(response("r2", to: open, at: 60))
    archive.append(response("r3", to: closed, at: 90))
    try store.merge(archive, at: noon)
    let paces = try store.paces()
    #expect(paces.keys.map(\.text) == ["a"])
    #expect(paces[ID("a")]?.debrief == open)
    #expect(
      paces[ID("a")]?.answered.sorted() == [noon.adding(seconds: 30), noon.adding(seconds: 60)])
    let row = try store.shelf(.init(.top, count: 9)).rows.first { $0.application.id == ID("a") }
    #expect(row?.answered == paces[ID("a")]?.answered.sorted())
  }

  /// However it is sorted, paging from either end meets every row once, and a row is found again.
  @Test(arguments: [1, 7, 30, 499, 500, 501], Shelf.Order.allCases)
  func everyRowComesExactlyOnceFromBothEnds(count: Int, sorting: Shelf.Order) throws {
    let (store, latest) = try filled()
    let all = try store.shelf(.init(.top, count: 500)).rows
    let names = Dictionary(uniqueKeysWithValues: all.map { ($0.application.id, $0.application) })
    func name(_ id: ID) -> String { names[id]?.company.lowercased() ?? "" }
    let order =
      switch sorting {
      case .latest: latest
      case .oldest: Array(latest.reversed())
      case .company: latest.sorted { (name($0), $0) < (name($1), $1) }
      }
    func window(_ place: Shelf.Request.Place, _ count: Int) throws -> Shelf {
      try store.shelf(.init(place, count: count, order: sorting))
    }
    var shelf = try window(.top, count)
    var down = ids(shelf)
    #expect(shelf.atTop)
    while !shelf.atBottom, let last = shelf.rows.last {
      shelf = try window(.after(last.key), count)
      #expect(!shelf.atTop)
      down += ids(shelf)
    }
    #expect(down == order)
    shelf = try window(.bottom, count)
    var up = ids(shelf)
    #expect(shelf.atBottom)
    while !shelf.atTop, let first = shelf.rows.first {
      shelf = try window(.before(first.key), count)
      #expect(!shelf.atBottom)
      up = ids(shelf) + up
    }
    #expect(up == order)
    #expect(shelf.total == 500)
    #expect(ids(try window(.from(order[250]), 3)) == Array(order[250..<253]))
  }

  @Test func aWindowFromARowBeginsWithIt() throws {
    let (store, order) = try filled()
    for place in [0, 1, 250, 498, 499] {
      let shelf = try store.shelf(.init(.from(order[place]), count: 3))
      #expect(ids(shelf) == Array(order[place...].prefix(3)))
      #expect(shelf.atTop == (place == 0))
      #expect(shelf.atBottom == (place >= 497))
    }
    #expect(ids(try store.shelf(.init(.from(ID("gone")), count: 3))) == Array(order.prefix(3)))
  }

  /// What is in most applications is looked for in another way than what is in a few.
  @Test(arguments: ["a", "acme", "zur", "acme 1"], [1, 30, 500])
  func aFilterGivesTheSameRowsFromBothEndsAndFromTheMiddle(filter: String, count: Int) throws {
    let (store, order) = try filled()
    let starts = filter.split(separator: " ").map { $0.replacing("zur", with: "zür") }
    let fitting = Set(
      try store.archive().application.filter { application in
        let words = application.company.lowercased().split(separator: " ")
        return starts.allSatisfy { start in words.contains { $0.hasPrefix(start) } }
      }.map(\.id))
    let expected = order.filter(fitting.contains)
    #expect(expected.count == ["a": 500, "acme": 400, "zur": 100, "acme 1": 89][filter])
    var shelf = try store.shelf(.init(.top, count: count, filter: filter))
    var down = ids(shelf)
    while !shelf.atBottom, let last = shelf.rows.last {
      shelf = try store.shelf(.init(.after(last.key), count: count, filter: filter))
      down += ids(shelf)
    }
    #expect(down == expected)
    shelf = try store.shelf(.init(.bottom, count: count, filter: filter))
    var up = ids(shelf)
    while !shelf.atTop, let first = shelf.rows.first {
      shelf = try store.shelf(.init(.before(first.key), count: count, filter: filter))
      up = ids(shelf) + up
    }
    #expect(up == expected)
    let middle = expected[expected.count / 2]
    shelf = try store.shelf(.init(.from(middle), count: count, filter: filter))
    #expect(ids(shelf) == Array(expected[(expected.count / 2)...].prefix(count)))
    #expect(!shelf.atTop)
  }

  @Test func aFilterLeavesTheOrderAndTheTotal() throws {
    let (store, order) = try filled()
    let zurich = Set(try store.archive().application.filter { $0.company == "Zürich AG" }.map(\.id))
    let expected = order.filter(zurich.contains)
    for filter in ["zur", "ZÜRICH", "ag zü", " (zurich) \"*"] {
      var shelf = try store.shelf(.init(.top, count: 30, filter: filter))
      var all = ids(shelf)
      while !shelf.atBottom, let last = shelf.rows.last {
        shelf = try store.shelf(.init(.after(last.key), count: 30, filter: filter))
        all += ids(shelf)
      }
      #expect(all == expected)
      #expect(shelf.total == 500)
    }
    #expect(try store.shelf(.init(.top, count: 5, filter: "nowhere")).rows.isEmpty)
    #expect(ids(try store.shelf(.init(.top, count: 5, filter: " * "))) == Array(order.prefix(5)))
  }

  @Test func whatIsTouchedComesFirstAndUndoTakesRowsOut() throws {
    let (store, order) = try filled()
    let late = noon.adding(seconds: 1_000_000)
    try store.apply(inserts(.finding(finding("ffff", of: order[300].text, "Calm"))), at: late)
    #expect(ids(try store.shelf(.init(.top, count: 2))) == [order[300], order[0]])
    try store.apply(inserts(.application(application("nnnn", "New"))), at: late.adding(seconds: 1))
    #expect(ids(try store.shelf(.init(.top, count: 1))) == [ID("nnnn")])
    #expect(try store.shelf(.init(.top, count: 1)).total == 501)
    _ = try store.undo(at: late)
    #expect(ids(try store.shelf(.init(.top, count: 1))) == [order[300]])
    #expect(try store.shelf(.init(.top, count: 1)).total == 500)
  }

  @Test func theEndsAreToldWhenTheRowsBeyondAreGone() throws {
    let store = try Store.temporary()
    let (first, second) = (application("aaaa", "One"), application("bbbb", "Two"))
    try store.apply(inserts(.application(first), .application(second)), at: noon)
    let rows = try store.shelf(.init(.top, count: 2)).rows
    try store.apply(Change("delete", [.delete(.application(first))]), at: noon)
    let after = try store.shelf(.init(.after(rows[0].key), count: 5))
    #expect(ids(after) == [second.id])
    #expect(after.atTop && after.atBottom)
    _ = try store.undo(at: noon)
    try store.apply(Change("delete", [.delete(.application(second))]), at: noon)
    let before = try store.shelf(.init(.before(rows[1].key), count: 5))
    #expect(ids(before) == [first.id])
    #expect(before.atTop && before.atBottom)
  }

  @Test func aRowHasItsFacts() throws {
    let store = try Store.temporary()
    let person = Person(id: ID("pppp")) { $0.name = "Ines Kahl" }
    let round = Interview(id: ID("iiii"), application: ID("aaaa"), recorded: noon) {
      $0.people = [person.id, ID("gone")]
      $0.start = noon
    }
    let events = [Event.Kind.held, .applied].enumerated().map { place, kind in
      Event(
        id: ID("e\(place)"), application: ID("aaaa"), kind: kind,
        on: noon.day.adding(days: -place), recorded: noon)
    }
    let debriefs = [0, 60].map { seconds in
      Debrief(
        id: ID("d\(seconds)"), application: ID("aaaa"), branch: .ghosted,
        started: noon.adding(seconds: seconds)
      ) { $0.total = seconds }
    }
    let feedback = Feedback(id: ID("bbbb"), application: ID("aaaa"), recorded: noon) {
      $0.asked = noon.day
      $0.three = [.init("said \"no\"", reason: "R-FIT")]
    }
    try store.apply(
      Change(
        "add",
        ([.application(application("aaaa", "Nordlicht")), .person(person), .interview(round)]
          + events.map { .event($0) } + debriefs.map { .debrief($0) }
          + [.feedback(feedback), .application(application("zzzz", "Empty"))]).map { .insert($0) }),
      at: noon)
    let shelf = try store.shelf(.init(.top, count: 10))
    var expected = Facts(application("aaaa", "Nordlicht"))
    expected.events = events.reversed()
    expected.interviews = [round]
    expected.people = [person]
    expected.debrief = debriefs[1]
    // What only the agenda is worked out from is not read for a row.
    expected.activity = noon.seconds
    #expect(shelf.rows.first == expected)
    #expect(shelf.rows.last?.application.company == "Empty")
    #expect(shelf.rows.last?.events == [])
  }

  /// When the questions of a debrief were answered comes for all rows at once: of each its latest debrief
  /// alone, and only while that is gone through.
  @Test func everyRowHasTheAnswersOfItsOpenDebrief() throws {
    let store = try Store.temporary()
    func at(_ minutes: Int) -> Moment { noon.adding(seconds: minutes * 60) }
    func debrief(_ id: String, _ owner: Int, _ minutes: Int) -> Debrief {
      Debrief(id: ID(id), application: ID("app\(owner)"), branch: .ghosted, started: at(minutes)) {
        $0.total = 9
      }
    }
    func answer(_ id: String, _ owner: Int, _ debrief: String, _ minutes: Int) -> Entity {
      .response(
        Response(
          id: ID(id), application: ID("app\(owner)"), debrief: ID(debrief), item: id,
          answered: at(minutes)))
    }
    // More than are asked about in one go.
    var all: [Entity] = []
    for n in 0..<70 {
      all.append(.application(application("app\(n)", "Firm \(n)")))
      var own = debrief("deb\(n)", n, 1)
      if n == 5 { own.resting = true }
      if n == 6 { own.closed = at(60) }
      all += [
        .debrief(own), answer("late\(n)", n, "deb\(n)", n + 2),
        answer("early\(n)", n, "deb\(n)", 2),
      ]
    }
    // An earlier debrief of the same application, and one without any answer.
    all += [.debrief(debrief("old", 7, 0)), answer("older", 7, "old", 1)]
    all += [.application(application("app70", "None")), .debrief(debrief("deb70", 70, 1))]
    try store.apply(Change("many", all.map { .insert($0) }), at: noon)
    func answered() throws -> [ID: [Moment]] {
      let rows = try store.shelf(.init(.top, count: 99)).rows
      return Dictionary(uniqueKeysWithValues: rows.map { ($0.application.id, $0.answered) })
    }
    let found = try answered()
    #expect(found.count == 71)
    for n in 0...70 {
      let none = [5, 6, 70].contains(n)
      #expect(found[ID("app\(n)")] == (none ? [] : [at(2), at(n + 2)]), "\(n)")
    }
    // One that can't be read takes the minutes of its own row away, and of no other.
    try store.queue.inDatabase {
      try $0.execute(sql: "UPDATE response SET answered = 'never' WHERE id = 'late9'")
    }
    var wanted = found
    wanted[ID("app9")] = []
    #expect(try answered() == wanted)
  }

  @Test func answersAreFoundByTheirApplication() throws {
    let plan = try Store.temporary().read { db in
      try Row.fetchAll(
        db, sql: "EXPLAIN QUERY PLAN " + Database.answers,
        arguments: StatementArguments(Array(repeating: "app", count: 32))
      ).map { String($0["detail"]) }
    }
    #expect(plan.contains { $0.contains("USING PRIMARY KEY (application=?)") }, "\(plan)")
    #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
  }
}
