import Foundation
import Glibc
import TestSupport
import Testing

/// A program that waits does nothing at all.
@Suite(.timed) struct IdleTests {
  /// What the kernel counts of a process.
  private struct Work: Equatable {
    var threads = ""
    var switches: [String] = []
    var ticks: [Substring] = []

    init(_ pid: pid_t) throws {
      let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
      for line in status.split(separator: "\n") {
        if line.hasPrefix("Threads:") { threads = String(line) }
        if line.contains("ctxt_switches:") { switches.append(String(line)) }
      }
      let stat = try String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
      // utime and stime; the name in parentheses may hold anything.
      let fields = stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
      ticks = Array(fields[12...13])
    }
  }

  /// The process that stands guard over a program's terminal.
  private func guardian(of pid: pid_t) throws -> pid_t {
    let path = "/proc/\(pid)/task/\(pid)/children"
    let children = try String(contentsOfFile: path, encoding: .utf8).split(separator: " ")
    #expect(children.count == 1, "\(children)")
    return try #require(children.first.flatMap { pid_t($0) })
  }

  /// It sleeps until the end of the program, which it ends with, and holds nothing but the terminal.
  @Test func theGuardSleepsAndHoldsNothing() throws {
    let home = try PrivateHome()
    let run = try home.opened()
    let pid = try guardian(of: run.child.pid)
    let name = try String(contentsOfFile: "/proc/\(pid)/comm", encoding: .utf8)
    #expect(name == "debrief-guard\n")
    if geteuid() == 0 {
      let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/fd").sorted()
      #expect(open == ["0", "1"])
    }
    let before = try Work(pid)
    try run.type("?", until: "j k scroll")
    try run.type("q")
    try run.waitUntilGone("j k scroll")
    run.look(for: 1)
    #expect(try Work(pid) == before)
    try run.quit()
    #expect(run.damage == [])
    // The terminal was let go of, so it ends; whoever adopted it may not have taken note yet.
    func hasEnded() -> Bool {
      let state = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
      return state.map { $0.contains(") Z ") || $0.contains(") X ") } ?? true
    }
    for _ in 0..<1_000 where !hasEnded() { usleep(5_000) }
    #expect(hasEnded())
  }

  @Test func nothingHappensWhileNothingHappens() throws {
    let first = try PrivateHome()
    let second = try PrivateHome(now: TestClock.text)
    try second.addRefused()
    // A list, and a form whose draft is kept after a second.
    let list = try first.opened()
    let form = try second.opened()
    try form.type(Keys.enter, until: "go through it together")
    try form.type(Keys.enter, until: "How much time do you have?")
    try form.type("2", until: "What did they write or say?")
    try form.enter("half an answer")
    form.look(for: 2)
    #expect(try second.drafts().count == 1)
    form.look(for: 0.3)
    let before = try [Work(list.child.pid), Work(form.child.pid)]
    let sent = [list.sent.count, form.sent.count]
    form.look(for: 3)
    list.look(for: 0)
    let after = try [Work(list.child.pid), Work(form.child.pid)]
    #expect(before == after)
    #expect(before.allSatisfy { $0.threads == "Threads:\t1" }, "\(before)")
    #expect(sent == [list.sent.count, form.sent.count])
    try list.quit()
    try form.type(Keys.escape, until: "out of the text box")
    try form.quit()
  }
}
