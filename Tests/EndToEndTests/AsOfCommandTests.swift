import Foundation
import Testing

/// `debrief show --as-of` as a shell sees it.
@Suite(.timed) struct AsOfCommandTests {
  let program = Program()

  @Test func anApplicationAsItStood() throws {
    try program.must("add", "Acme", "Engineer")
    let before = try program.must("show", "acme", "--json")
    #expect(try program.must("show", "acme", "--as-of", "today", "--json") == before)
    #expect(
      try program.must("show", "acme", "--as-of", "today").hasPrefix(
        "As it was on Fri 20 March 2026\n"))
    let early = try program.run("show", "acme", "--as-of", "1 jan")
    #expect(early.code == 66 && early.err.contains("acme wasn't here yet on"))
    #expect(try program.run("show", "acme", "--as-of", "nonsense").code == 64)
    #expect(try program.run("show", "acme", "--as-of", "today", "--mask").code == 64)
    #expect(try program.run("show", "acme", "--as-of", "tomorrow").code == 64)
  }
}
