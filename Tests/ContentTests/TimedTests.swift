import Testing

@testable import TestSupport

@Suite(.timed) struct TimedTests {
  @Test func aTestIsLateFromTheSecondItsTimeIsOver() {
    let watch = Watch()
    let first = watch.begin("first", minutes: 1_000_000)
    _ = watch.begin("second", minutes: 1_000_000)
    let soon = watch.until(first)
    #expect(watch.late(at: soon - 1) == [])
    #expect(watch.late(at: soon).contains("first"))
    watch.end(first)
    #expect(watch.late(at: .max) == ["second"])
  }
}
