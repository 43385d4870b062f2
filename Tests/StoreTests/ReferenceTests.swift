import DebriefModel
import Testing

@testable import DebriefStore

/// Which application a reference means, and what is on file once already.
@Suite(.timed) struct ReferenceTests {
  private func store(_ names: [(String, String, String)]) throws -> Store {
    let store = try Store.temporary()
    for (n, (id, company, role)) in names.enumerated() {
      let it = Application(id: ID(id), created: noon.adding(seconds: n)) {
        $0.company = company
        $0.role = role
      }
      try store.apply(Change("add", [.insert(.application(it))]), at: noon)
    }
    return store
  }

  @Test func aWriteNeedsThreeLettersOrAWholeName() throws {
    let store = try store([
      ("7kfa000000000000", "Nordwind", "Engineer"), ("9bbb000000000000", "NX", "Engineer"),
      ("9ccc000000000000", "Nordlicht", "Engineer"),
    ])
    for short in ["N", "n", "No", "7k", "9b", "9"] {
      #expect(throws: StoreError.self, "\(short)") { try store.resolve(short, writing: true) }
    }
    #expect(try store.resolve("NX", writing: true) == ID("9bbb000000000000"))
    #expect(try store.resolve("nx", writing: true) == ID("9bbb000000000000"))
    #expect(try store.resolve("nordw", writing: true) == ID("7kfa000000000000"))
    #expect(try store.resolve("7kf", writing: true) == ID("7kfa000000000000"))
    #expect(try store.resolve("9ccc000000000000", writing: true) == ID("9ccc000000000000"))
    #expect {
      try store.resolve("nor", writing: true)
    } throws: { if case StoreError.ambiguous(_, let all) = $0 { all.count == 2 } else { false } }
    #expect { try store.resolve("zzz", writing: true) } throws: {
      if case StoreError.notFound = $0 { true } else { false }
    }
    // To look at something two letters are enough.
    #expect(try store.resolve("7k") == ID("7kfa000000000000"))
    #expect(try store.resolve("NX") == ID("9bbb000000000000"))
  }

  @Test func anIDAndANameThatBeginSoAreBothSaid() throws {
    let store = try store([
      ("9aaa000000000000", "Acme", "Engineer"), ("bbbb000000000000", "9elements", "Engineer"),
      ("acdc000000000000", "Beta", "Engineer"), ("cccc000000000000", "Acdcorp", "Engineer"),
    ])
    for (typed, writing) in [("9", false), ("acd", true), ("acd", false), ("ac", false)] {
      #expect {
        try store.resolve(typed, writing: writing)
      } throws: {
        guard case StoreError.ambiguous(_, let all) = $0 else { return false }
        return all.count >= 2
      }
    }
    #expect(try store.resolve("9e") == ID("bbbb000000000000"))
    #expect(try store.resolve("9aa") == ID("9aaa000000000000"))
  }

  @Test(arguments: [
    ("Müller GmbH", "mueller"), ("Müller GmbH", "muller"), ("Mueller", "müller"),
    ("O'Reilly", "oreilly"), ("O\u{2019}Reilly Media", "oreilly"), ("L'Oréal", "loreal"),
    ("Ørsted", "oersted"), ("Ørsted", "orsted"), ("ΤΡΑΠΕΖΑ", "Τράπεζα"), ("Τράπεζα", "ΤΡΑΠΕΖΑ"),
    ("Łódź Soft", "lodz"), ("ＡＣＭＥ", "acme"), ("Straße AG", "strasse"),
  ])
  func aCompanyIsFoundInEverySpelling(_ company: String, _ typed: String) throws {
    let store = try store([
      ("7kfa000000000000", company, "Engineer"), ("9bbb000000000000", "Nordlicht", "Engineer"),
    ])
    #expect(try store.resolve(typed, writing: true) == ID("7kfa000000000000"))
    #expect(try store.resolve(typed) == ID("7kfa000000000000"))
    #expect(throws: StoreError.self) { try store.resolve("zz" + typed, writing: true) }
  }

  @Test func twoSpellingsOfTwoCompaniesAreBothSaid() throws {
    let store = try store([
      ("7kfa000000000000", "O'Neil", "Engineer"), ("9bbb000000000000", "O’Neil", "Analyst"),
    ])
    #expect {
      try store.resolve("oneil", writing: true)
    } throws: { if case StoreError.ambiguous(_, let all) = $0 { all.count == 2 } else { false } }
  }

  @Test(arguments: [("Müller", "Mueller"), ("Mueller", "Müller"), ("Café Nord", "Cafe Nord")])
  func theSameJobInAnotherSpellingIsATwin(_ first: String, _ second: String) throws {
    let store = try Store.temporary()
    var ids = IDSource(seed: 7)
    func add(_ company: String) -> Change {
      Recipe.add(
        company: company, role: "Engineer", applied: noon.day, ids: &ids, now: noon
      ).change
    }
    try store.apply(add(first), at: noon)
    #expect(try store.twin(of: add(second))?.company == first)
    #expect(try store.twin(of: add(second + " Nord")) == nil)
  }

  @Test func whatIsOnFileOnceIsFound() throws {
    let store = try Store.temporary()
    var ids = IDSource(seed: 7)
    func add(_ company: String, _ role: String, _ daysAgo: Int?) -> Change {
      Recipe.add(
        company: company, role: role, applied: daysAgo.map { noon.day.adding(days: -$0) },
        ids: &ids, now: noon
      ).change
    }
    try store.apply(add("Acme", "Backend Engineer", 3), at: noon)
    #expect(try store.twin(of: add("Acme", "Backend Engineer", 3)) != nil)
    #expect(try store.twin(of: add("ACME", "backend  engineer", 3)) != nil)
    #expect(try store.twin(of: add("Acme", "Backend Engineer", nil)) != nil)
    #expect(try store.twin(of: add("Acme", "Backend Engineer", 4)) == nil)
    #expect(try store.twin(of: add("Acme", "Ops", 3)) == nil)
    #expect(try store.twin(of: add("Beta", "Backend Engineer", 3)) == nil)
  }

  /// A day that nobody noted parts no two applications.
  @Test func aDayThatNobodyNotedIsNoOtherDay() throws {
    let store = try Store.temporary()
    var ids = IDSource(seed: 7)
    func add(_ daysAgo: Int, isUndated: Bool = false) -> Change {
      var change = Recipe.add(
        company: "Acme", role: "Ops", applied: noon.day.adding(days: -daysAgo), ids: &ids,
        now: noon
      ).change
      for (at, operation) in change.operations.enumerated() {
        guard isUndated, case .insert(.event(var it)) = operation else { continue }
        it.leaveUndated()
        change.operations[at] = .insert(.event(it))
      }
      return change
    }
    try store.apply(add(3, isUndated: true), at: noon)
    #expect(try store.twin(of: add(9)) != nil)
    #expect(try store.twin(of: add(9, isUndated: true)) != nil)
  }

  @Test func rowsNameTheJobWhereACompanyHasTwo() throws {
    let store = try store([
      ("aaaa000000000000", "Acme", "Backend"), ("bbbb000000000000", "acme", "Ops"),
      ("cccc000000000000", "Beta", "Backend"), ("dddd000000000000", "Gamma", "Backend"),
      ("eeee000000000000", "Gamma", "backend"),
    ])
    let rows = try store.shelf(.init(.top, count: 9)).rows
    let names = Dictionary(
      uniqueKeysWithValues: rows.map { ($0.application.id.text.prefix(1), $0.name) })
    #expect(names["a"] == "Acme · Backend")
    #expect(names["b"] == "acme · Ops")
    #expect(names["c"] == "Beta")
    #expect(names["d"]?.hasPrefix("Gamma · added 20 Mar 2026") == true)
    // People's history, notes and what other applications left open call it the same.
    let person = Person(id: ID("p")) { $0.name = "Ines Kahl" }
    let round = Interview(id: ID("i"), application: ID("aaaa000000000000"), recorded: noon) {
      $0.start = noon.adding(seconds: 86_400)
      $0.people = [ID("p")]
    }
    let note = Note(id: ID("n"), recorded: noon) {
      $0.application = ID("bbbb000000000000")
      $0.text = "ask about the team"
    }
    try store.apply(
      Change("x", [.insert(.person(person)), .insert(.interview(round)), .insert(.note(note))]),
      at: noon)
    let meeting = try #require(try store.contacts(now: noon).first?.history.first)
    #expect(meeting.company == "Acme · Backend")
    #expect(meeting.what.hasPrefix("planned: round 1"))
    #expect(try store.waitingNotes().first?.company == "acme · Ops")
    let end = Event(
      id: ID("e"), application: ID("aaaa000000000000"), kind: .refused, on: noon.day,
      recorded: noon)
    let due = Agenda.entries(try store.agenda(today: noon.day), now: noon)
    #expect(due.map(\.name) == ["Acme · Backend"])
    try store.apply(Change("x", [.insert(.event(end))]), at: noon)
    let after = Agenda.entries(try store.agenda(today: noon.day), now: noon)
    #expect(after.map(\.kind) == [.afterNo])
    let off = try #require(
      try store.contacts(now: noon).first?.history.first { $0.what.contains("round") })
    #expect(off.what.hasPrefix("didn't take place: round 1"))
    #expect(try store.check() == [])
  }

  @Test func aCorrectionIsStoredUndoneAndExported() throws {
    let store = try store([("aaaa000000000000", "Acme", "Backend")])
    let no = Event(
      id: ID("e"), application: ID("aaaa000000000000"), kind: .refused,
      on: noon.day.adding(days: -3), recorded: noon)
    try store.apply(Change("x", [.insert(.event(no))]), at: noon)
    let dossier = try #require(try store.dossier(ID("aaaa000000000000")))
    let change = Recipe.correct(no, on: noon.day, due: nil, in: dossier, now: noon)
    try store.apply(change, at: noon)
    let read = try #require(try store.dossier(ID("aaaa000000000000"))?.events.first)
    #expect(read.known == noon.day)
    #expect(read.earlier == [Event.Earlier(on: no.placedOn, until: noon)])
    let copy = try Store.temporary()
    try copy.merge(try store.archive(), at: noon)
    #expect(try copy.dossier(ID("aaaa000000000000"))?.events == [read])
    _ = try store.undo(at: noon)
    #expect(try store.dossier(ID("aaaa000000000000"))?.events == [no])
    _ = try store.redo(at: noon)
    #expect(try store.dossier(ID("aaaa000000000000"))?.events == [read])
    #expect(try store.check() == [])
  }

  @Test(arguments: [
    "Acme · Eng (7kfa00)", "acme · eng (7KFA00)", "Acme — Eng (7kfa000000000000)", "Acme (7kfa00)",
    "7kfa00  Acme", "7kfa000000000000 Acme — Eng", "7kfa00 Acme Eng", "Acme · Eng",
  ])
  func itsOwnEchoMeansTheApplication(_ typed: String) throws {
    let store = try store([
      ("7kfa000000000000", "Acme", "Eng"), ("9bbb000000000000", "Acme", "Ops"),
    ])
    for writing in [false, true] {
      #expect(try store.resolve(typed, writing: writing) == ID("7kfa000000000000"))
    }
  }

  @Test(arguments: [
    "Beta · Eng (7kfa00)", "Acme · Ops (7kfa00)", "Acme · Eng (7kfa)", "7kfa00 Beta",
    "Acme · Eng (zzzzzz)",
  ])
  func anEchoOfAnotherNameMeansNothing(_ typed: String) throws {
    let store = try store([("7kfa000000000000", "Acme", "Eng")])
    #expect(throws: StoreError.self) { try store.resolve(typed, writing: true) }
  }

  @Test func twoJobsAtOneCompanyAreNamedByTheJob() throws {
    let store = try store([
      ("1aaa000000000000", "Dual GmbH", "Data engineer"),
      ("2bbb000000000000", "Dual GmbH", "Nurse, night shift"),
      ("3ccc000000000000", "Other", "Ingénieur données"),
    ])
    for writing in [false, true] {
      for typed in ["Dual GmbH Data", "dual data", "data eng", "Dual GmbH — Data engineer"] {
        #expect(try store.resolve(typed, writing: writing) == ID("1aaa000000000000"), "\(typed)")
      }
      #expect(try store.resolve("dual night", writing: writing) == ID("2bbb000000000000"))
      #expect(try store.resolve("other ingenieur", writing: writing) == ID("3ccc000000000000"))
      #expect { try store.resolve("Dual", writing: writing) } throws: {
        if case StoreError.ambiguous(_, let all) = $0 { all.count == 2 } else { false }
      }
      #expect { try store.resolve("dual sales", writing: writing) } throws: {
        if case StoreError.notFound = $0 { true } else { false }
      }
    }
    #expect(try store.resolve("nurse") == ID("2bbb000000000000"))
    #expect(throws: StoreError.self) { try store.resolve("nurse", writing: true) }
  }
}
