import DebriefModel
import Testing

@testable import DebriefStore

/// The list of changes, and many of them taken back in one go.
@Suite(.timed) struct HistoryTests {
  let folder = Folder()

  /// A store with so many changes made by chance.
  private func changed(_ count: Int, seed: UInt64 = 11) throws -> Store {
    let store = try Store(path: folder())
    var ledger = Ledger(seed: seed)
    for step in 1...count { try store.apply(ledger.change(), at: noon.adding(seconds: step)) }
    return store
  }

  @Test func itListsWhatWasChangedTheLatestFirst() throws {
    let store = try changed(60)
    let all = try store.history(limit: 1_000)
    #expect(all.map(\.number) == all.map(\.number).sorted(by: >))
    #expect(try all.count == store.sequence() && all.allSatisfy { $0.undone == nil })
    #expect(all.contains { !$0.companies.isEmpty })
    // In windows it is the same list.
    var windows: [PastChange] = []
    while true {
      let next = try store.history(before: windows.last?.number, limit: 7)
      if next.isEmpty { break }
      windows += next
    }
    #expect(windows == all)
    let undone = try store.undo(at: noon.adding(seconds: 99))
    #expect(undone != nil)
    #expect(try store.history(limit: 1).first?.undone == noon.adding(seconds: 99))
  }

  @Test func downToAChangeIsTheSameAsOneByOne() throws {
    let store = try changed(80)
    let numbers = try store.history(limit: 100).map(\.number)
    let states = try numbers.map { number in
      let state = try dump(store)
      #expect(try store.undo(at: noon) != nil, "\(number)")
      return state
    }
    let empty = try dump(store)
    while try store.redo(at: noon) != nil {}
    for at in stride(from: 3, to: numbers.count, by: 9) {
      let titles = try store.undo(downTo: numbers[at], at: noon)
      #expect(titles.count == at + 1)
      #expect(try dump(store) == (at + 1 < states.count ? states[at + 1] : empty))
      #expect(try store.check() == [])
      #expect(try store.history(limit: at + 1).allSatisfy { $0.undone != nil })
      #expect(try store.undo(downTo: numbers[at], at: noon).isEmpty)
      while try store.redo(at: noon) != nil {}
      #expect(try dump(store) == states[0])
    }
  }

  @Test func allOrNothing() throws {
    let store = try Store(path: folder())
    var ids = IDSource(seed: 3)
    let add = Recipe.add(
      company: "Nordlicht", role: "Engineer", applied: nil, interview: nil, ids: &ids, now: noon)
    try store.apply(add.change, at: noon)
    try store.save(PrivateNote(application: add.id, text: "between us", recorded: noon))
    let note = Note(id: ids.draw(), recorded: noon) {
      $0.application = add.id
      $0.text = "a note"
    }
    try store.apply(Change("add a note", [.insert(.note(note))]), at: noon)
    let first = try #require(try store.history(limit: 9).last)
    #expect(throws: StoreError.hidesPrivateNote("Nordlicht")) {
      try store.undo(downTo: first.number, at: noon)
    }
    #expect(try store.archive().note.count == 1)
    #expect(try store.history(limit: 9).allSatisfy { $0.undone == nil })
    let titles = try store.undo(downTo: first.number, at: noon, hidingPrivateNotes: true)
    #expect(titles == ["add a note", add.change.title])
    #expect(try store.archive().application.isEmpty)
  }

  @Test func whatOthersDidMeanwhileIsAskedAbout() throws {
    let path = folder()
    let mine = try Store(path: path)
    _ = try mine.takeDrafts()
    let other = try Store(path: path)
    var ledger = Ledger(seed: 5)
    var own: [Int] = []
    for step in 1...6 {
      let change = ledger.change()
      let writer = step == 4 ? other : mine
      if try writer.apply(change, at: noon.adding(seconds: step)).operations.isEmpty { continue }
      if step != 4 { own.append(try #require(try mine.history(limit: 1).first?.number)) }
    }
    let foreign = try #require(try mine.history(limit: 9).first { $0.isOfOthers })
    #expect(throws: StoreError.madeElsewhere(foreign.title)) {
      try mine.undo(downTo: own[0], at: noon, ofOthers: false)
    }
    #expect(try mine.history(limit: 9).allSatisfy { $0.undone == nil })
    // Down to one's own later ones it asks nothing.
    let later = try #require(own.first { $0 > foreign.number })
    #expect(try !mine.undo(downTo: later, at: noon, ofOthers: false).isEmpty)
    // What was not on the list that was agreed to is not taken back.
    let seen = try mine.standing(from: own[0]).map(\.number)
    // A change that does nothing writes nothing.
    while try other.apply(ledger.change(), at: noon.adding(seconds: 50)).operations.isEmpty {}
    #expect(throws: StoreError.self) {
      try mine.undo(downTo: own[0], at: noon, expecting: seen)
    }
    #expect(try other.archive() != Archive())
  }
}
