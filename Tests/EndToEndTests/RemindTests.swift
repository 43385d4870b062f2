import TestSupport
import Testing

/// `debrief remind` says whether anything is due and names nobody.
@Suite(.timed) struct RemindTests {
  @Test func itSaysHowMuchIsDueAndNothingElse() throws {
    let program = Program()
    let none = try program.run("remind")
    #expect(none.code == 1 && none.out.isEmpty && none.err.isEmpty)
    try program.must("add", "Canaria", "Engineer", "--interview", "2026-03-10 10:00")
    let some = try program.run("remind")
    #expect(some.code == 0, "\(some)")
    #expect(some.out.hasSuffix(".\n") && !some.out.contains("Canaria"), "\(some.out)")
    #expect(some.out.contains("late") || some.out.contains("due today"), "\(some.out)")
  }
}
