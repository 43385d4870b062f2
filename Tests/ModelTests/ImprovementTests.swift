import DebriefModel
import Testing

@Suite(.timed) struct ImprovementTests {
  func change(_ id: String, _ fill: (inout Improvement) -> Void = { _ in }) -> Improvement {
    Improvement(id: ID(id), application: ID("app"), recorded: noon) {
      $0.debrief = ID("d")
      $0.what = "do it"
      fill(&$0)
    }
  }

  @Test func doneNeedsWhatTheTestShowed() {
    var done = change("a") { $0.state = .done }
    #expect(
      Change("close", [.update(from: .improvement(change("a")), to: .improvement(done))]).fault
        != nil)
    done.outcome = "they asked on"
    #expect(Change("close", [.insert(.improvement(done))]).fault == nil)
    done.outcome = " \n"
    #expect(Change("close", [.insert(.improvement(done))]).fault != nil)
  }

  @Test func whatIsLearnedIsDoneOnlyWithItsProof() {
    var learned = change("a") {
      $0.learning = true
      $0.state = .done
      $0.outcome = "finished the course"
    }
    #expect(learned.fault != nil)
    learned.proof = "a cluster of forty nodes runs"
    #expect(learned.fault == nil)
  }

  @Test func atMostThreeStayOpenFromOneDebrief() {
    let four = (0..<4).map { change("i\($0)") }
    #expect(Change("add", four.map { .insert(.improvement($0)) }).fault != nil)
    #expect(Change("add", four.prefix(3).map { .insert(.improvement($0)) }).fault == nil)
    var free = four
    free[0].learning = true
    #expect(Change("add", free.map { .insert(.improvement($0)) }).fault == nil)
    free = four
    free[1].state = .dropped
    #expect(Change("add", free.map { .insert(.improvement($0)) }).fault == nil)
  }

  @Test func roomIsCountedBesideTheOthers() {
    let three = (0..<3).map { change("i\($0)") }
    #expect(change("new").crowding(three) != nil)
    #expect(change("new").crowding(Array(three.prefix(2))) == nil)
    #expect(change("i1").crowding(three) == nil)
    #expect(change("new") { $0.learning = true }.crowding(three) == nil)
    #expect(change("new") { $0.debrief = ID("other") }.crowding(three) == nil)
  }
}
