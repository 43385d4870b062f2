import Foundation
import Testing

/// The notes stay on this machine: not one socket to another.
@Suite(.timed) struct NetworkTests {
  @Test func noSocketLeadsAnywhere() throws {
    let home = try PrivateHome()
    let trial = try? home.run(["-o", "/dev/null", "/bin/true"], binary: "/usr/bin/strace")
    guard trial?.status == 0 else {
      print("strace cannot be used here: not tested that no socket leads anywhere.")
      return
    }
    let trace = home.folder + "/trace"
    home.environment["EDITOR"] = try home.file("ed.sh", "#!/bin/sh\nprintf edited > \"$1\"\n")
    let run = try home.open(
      ["-f", "-e", "trace=network,execve", "-o", trace, PrivateHome.binary],
      binary: "/usr/bin/strace")
    try run.waitFor("all keys")
    try run.type("a", until: "Add an application")
    try run.enter("Nordlicht")
    try run.type(Keys.save, until: "Saved")
    try run.type("c", until: "Write it down now")
    try run.enter("a thought")
    try run.type(Keys.editor, until: "edited")
    try run.type(Keys.save, until: "Saved")
    try run.type(Keys.enter, until: "Heard back?")
    try run.type("p")
    try run.settle()
    #expect(run.screen.shows("Nordlicht"))
    try run.quit()
    let commands = [["export"], ["report", "Nordlicht"], ["doctor"], ["search", "thought"]]
    for (number, arguments) in commands.enumerated() {
      let traced = try home.run(
        ["-f", "-e", "trace=network,execve", "-o", "\(trace)\(number)", PrivateHome.binary]
          + arguments,
        binary: "/usr/bin/strace")
      #expect(traced.status == 0, "\(arguments): \(traced.err)")
    }
    for path in [trace] + commands.indices.map({ "\(trace)\($0)" }) {
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      #expect(lines.contains { $0.contains("execve(") })
      let calls = lines.filter { $0.contains("AF_INET") || $0.contains("connect(") }
      #expect(calls.isEmpty, "\(calls)")
    }
  }
}
