import Foundation
import Testing

/// What is written in the private note leaves the program nowhere (A81).
@Suite(.timed) struct PrivateNoteTests {
  @Test func noCommandEverShowsIt() throws {
    let program = Program()
    let canary = "zqcanaryxv"
    let script = """
      a
      :type Acme
      <ctrl+s> <enter> B
      :type \(canary)
      <esc>
      B
      :expect \(canary)
      <esc>

      """
    try program.write(script, to: "script.keys")
    let played = try program.run("replay", "script.keys", "--database", "play.db")
    #expect(played.code == 0, "\(played.err)")
    #expect(!(played.out + played.err).contains(canary))
    for arguments in [
      ["export", "--database", "play.db"], ["list", "--json", "--database", "play.db"],
      ["list", "--database", "play.db"], ["search", canary, "--database", "play.db"],
      ["show", "Acme", "--database", "play.db"],
      ["show", "Acme", "--json", "--database", "play.db"],
      ["report", "Acme", "--database", "play.db"], ["doctor", "--database", "play.db"],
    ] {
      let result = try program.wait(program.start(arguments))
      #expect(!result.out.isEmpty || !result.err.isEmpty, "\(arguments)")
      // A search names the words it looked for; nothing else may.
      let shown = arguments[0] == "search" ? result.out : result.out + result.err
      #expect(!shown.contains(canary), "\(arguments)")
    }
    // It is in the store's own file, so that it can be read where it was written.
    let file = (program.read("play.db") ?? []) + (program.read("play.db-wal") ?? [])
    #expect(String(decoding: file, as: UTF8.self).contains(canary))
  }
}
