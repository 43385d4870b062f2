import DebriefModel
import GRDB
import Testing

@testable import DebriefStore

/// Two stores on one file stand for two processes.
@Suite(.timed) struct SharingTests {
  let folder = Folder()
  let mine: Store
  let other: Store

  init() throws {
    mine = try Store(path: folder(), busyTimeout: 0.05)
    other = try Store(path: folder(), busyTimeout: 0.05)
    try mine.apply(inserts(.application(application("aaaa", "Nordlicht"))), at: noon)
  }

  private func turn(_ fill: (inout Turn) -> Void) -> Turn {
    Turn(id: ID("tttt"), application: ID("aaaa"), recorded: noon) {
      $0.question = "Why us?"
      fill(&$0)
    }
  }

  private func edit(_ from: Entity, _ to: Entity) -> Change {
    Change("edit", [.update(from: from, to: to)])
  }

  @Test func editsOfDifferentFieldsAreBothKept() throws {
    let base = turn { $0.rating = 2 }
    try mine.apply(inserts(.turn(base)), at: noon)
    var theirs = base
    (theirs.better, theirs.parts) = ("name one failure", [.result])
    try other.apply(edit(.turn(base), .turn(theirs)), at: noon)
    var ours = base
    (ours.answer, ours.rating) = ("because", nil)
    let done = try mine.apply(edit(.turn(base), .turn(ours)), at: noon)
    var both = theirs
    (both.answer, both.rating) = ("because", nil)
    #expect(done == edit(.turn(theirs), .turn(both)))
    #expect(try mine.archive().turn == [both])
    _ = try mine.undo(at: noon)
    #expect(try mine.archive().turn == [theirs])
    _ = try other.undo(at: noon)
    #expect(try mine.archive().turn == [base])
  }

  @Test func bothTextsOfOneFieldAreKept() throws {
    let base = turn { ($0.answer, $0.rating) = ("a", 1) }
    try mine.apply(inserts(.turn(base)), at: noon)
    let theirs = turn { ($0.answer, $0.rating) = ("theirs", 2) }
    let ours = turn { ($0.answer, $0.rating) = ("ours", 3) }
    try other.apply(edit(.turn(base), .turn(theirs)), at: noon)
    try mine.apply(edit(.turn(base), .turn(ours)), at: noon)
    let kept = try #require(mine.archive().turn.first)
    #expect(kept.answer == "theirs\n— also: ours")
    #expect(kept.rating == 3)
    try mine.apply(edit(.turn(base), .turn(ours)), at: noon)
    #expect(try mine.archive().turn.first?.answer == "theirs\n— also: ours")
  }

  @Test func wordsOfFeedbackOnlyEverGrow() throws {
    func feedback(_ words: String) -> Entity {
      .feedback(
        Feedback(id: ID("bbbb"), application: ID("aaaa"), recorded: noon) { $0.verbatim = words })
    }
    try mine.apply(inserts(feedback("We chose another.")), at: noon)
    #expect(throws: StoreError.self) {
      try mine.apply(edit(feedback("We chose another."), feedback("We chose.")), at: noon)
    }
    try other.apply(
      edit(feedback("We chose another."), feedback("We chose another. Sorry.")), at: noon)
    try mine.apply(
      edit(feedback("We chose another."), feedback("We chose another. Try again.")), at: noon)
    #expect(
      try mine.archive().feedback.first?.verbatim
        == "We chose another. Sorry.\n— also: We chose another. Try again.")
  }

  @Test func aChoiceIsNeverTwoChoices() throws {
    func response(_ value: String) -> Entity {
      .response(
        Response(
          id: ID("cccc"), application: ID("aaaa"), debrief: ID("dddd"), item: "D1", answered: noon
        ) { $0.value = value })
    }
    try mine.apply(inserts(response("yes")), at: noon)
    try other.apply(edit(response("yes"), response("no")), at: noon)
    try mine.apply(edit(response("yes"), response("unsure")), at: noon)
    #expect(try mine.archive().response.first?.value == "unsure")
  }

  @Test func anEditOfSomethingDeletedBringsItBack() throws {
    let base = Entity.finding(finding("ffff", of: "aaaa", "Calm"))
    try mine.apply(inserts(base), at: noon)
    try other.apply(Change("delete", [.delete(base)]), at: noon)
    let next = Entity.finding(finding("ffff", of: "aaaa", "Calm throughout"))
    #expect(try mine.apply(edit(base, next), at: noon) == inserts(next).titled("edit"))
    #expect(try other.archive().finding.map(\.statement) == ["Calm throughout"])
    #expect(
      try mine.apply(Change("delete", [.delete(base)]), at: noon).operations == [.delete(next)])
    #expect(try mine.apply(Change("delete", [.delete(base)]), at: noon).operations == [])
  }

  @Test func nothingIsLeftBehindWithoutItsApplication() throws {
    let whole = Entity.application(application("aaaa", "Nordlicht"))
    try other.apply(inserts(.finding(finding("ffff", of: "aaaa", "Calm"))), at: noon)
    let error = #expect(throws: StoreError.self) {
      try mine.apply(Change("delete", [.delete(whole)]), at: noon)
    }
    #expect(error?.exitCode == 65)
    #expect(try mine.archive().application.count == 1)
    #expect(throws: StoreError.self) {
      try mine.apply(inserts(.finding(finding("gggg", of: "zzzz", "Lost"))), at: noon)
    }
    #expect(try mine.check() == [])
  }

  @Test func anInsertIsRepeatableButNeverOverwrites() throws {
    let one = inserts(.finding(finding("ffff", of: "aaaa", "Calm")))
    try mine.apply(one, at: noon)
    #expect(try other.apply(one, at: noon).operations == [])
    #expect(throws: StoreError.self) {
      try other.apply(inserts(.finding(finding("ffff", of: "aaaa", "Loud"))), at: noon)
    }
    #expect(try mine.archive().finding.map(\.statement) == ["Calm"])
  }

  @Test func aRefusedChangeLeavesNoTrace() throws {
    let before = try dump(mine)
    #expect(throws: StoreError.refused("Say in one sentence what happened.")) {
      try mine.apply(
        inserts(
          .application(application("bbbb", "Acme")), .finding(finding("ffff", of: "bbbb", " "))),
        at: noon)
    }
    #expect(throws: StoreError.self) {
      try mine.apply(
        inserts(
          .application(application("bbbb", "Acme")), .finding(finding("ffff", of: "zzzz", "x"))),
        at: noon)
    }
    var late = application("bbbb", "Acme")
    late.created = Moment(seconds: 1 << 50)
    #expect(throws: StoreError.self) { try mine.apply(inserts(.application(late)), at: noon) }
    #expect(try dump(mine) == before)
    #expect(try mine.check() == [])
  }

  @Test func aWriterElsewhereIsSaidToHoldTheFile() throws {
    let error = try other.queue.inDatabase { db in
      var error: StoreError?
      try db.inTransaction(.immediate) {
        error = #expect(throws: StoreError.self) {
          try mine.apply(inserts(.application(application("bbbb", "Acme"))), at: noon)
        }
        return .rollback
      }
      return error
    }
    #expect(error == .locked(folder()))
    #expect(error?.exitCode == 75)
    try mine.apply(inserts(.application(application("bbbb", "Acme"))), at: noon)
  }

  @Test func theTokenTellsOfOtherWriters() throws {
    let before = other.changeToken
    #expect(other.changeToken == before)
    try other.apply(inserts(.application(application("bbbb", "Acme"))), at: noon)
    #expect(other.changeToken == before)
    try mine.apply(inserts(.application(application("cccc", "Kestrel"))), at: noon)
    #expect(other.changeToken != before)
  }

  @Test func aFullDiskIsSaidToBeFull() throws {
    let before = try dump(mine)
    try mine.queue.inDatabase { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    let long = String(repeating: "a long note ", count: 20_000)
    let error = #expect(throws: StoreError.self) {
      try mine.apply(inserts(.finding(finding("ffff", of: "aaaa", long))), at: noon)
    }
    #expect(error == .full(folder()))
    #expect(error?.exitCode == 74)
    #expect(try dump(mine) == before)
    #expect(try mine.check() == [])
  }
}

extension Change {
  fileprivate func titled(_ title: String) -> Change { Change(title, operations) }
}
