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
    try form.type(Keys.escape, until: "Keys are commands")
    try form.quit()
  }
}
