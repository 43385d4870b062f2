import DebriefModel
import Testing

@testable import DebriefStore

// What two windows on one file leave to each other.
extension StoreBoundaryTests {
  /// What a screen that is gone had typed is taken over, what an open one is typing isn't.
  @Test func whatAnOpenScreenTypesIsLeftToIt() throws {
    let two = try Store(path: folder())
    try two.save(Draft(scope: "other", fields: ["a": "two"]))
    let gone = try Store(path: folder())
    try gone.save(Draft(scope: "form", fields: ["a": "gone"]))
    try gone.close()
    let one = try Store(path: folder())
    #expect(try one.takeDrafts().map(\.scope) == ["form"])
    #expect(try two.takeDrafts().map(\.scope) == ["other"])
  }

  @Test func theSameQuestionHasOneAnswer() throws {
    let store = try Store.temporary()
    func answer(_ id: String, _ value: String) throws -> [Meeting] {
      let it = Response(
        id: ID(id), application: ID("aaaa"), debrief: ID("dddd"), item: "q", answered: noon
      ) { $0.value = value }
      return try store.applyMeeting(inserts(.response(it)), at: noon).met
    }
    try store.apply(
      inserts(
        .application(application("aaaa", "A")),
        .debrief(
          Debrief(id: ID("dddd"), application: ID("aaaa"), branch: .ghosted, started: noon))),
      at: noon)
    #expect(try answer("r1", "yes").isEmpty)
    #expect(try !answer("r2", "no").isEmpty)
    #expect(try store.archive().response.map(\.id) == [ID("r1")])
  }

  /// What somebody else changed since is deleted all the same, and it is said.
  @Test func whatIsDeletedInANewerStateIsSaid() throws {
    let store = try Store.temporary()
    let seen = application("aaaa", "A")
    func deletion() throws -> [Meeting] {
      try store.applyMeeting(Change("delete", [.delete(.application(seen))]), at: noon).met
    }
    try store.apply(inserts(.application(seen)), at: noon)
    #expect(try deletion().isEmpty)
    try store.apply(inserts(.application(seen)), at: noon)
    var newer = seen
    newer.notes = "they called"
    try store.apply(
      Change("x", [.update(from: .application(seen), to: .application(newer))]), at: noon)
    #expect(try deletion() == [Meeting(.application, .deletedNewer)])
    #expect(try store.archive().application.isEmpty)
  }
}
