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

  /// Nor does anything that comes in or goes out as a file.
  @Test func nothingInOrOutOpensASocket() throws {
    let home = try PrivateHome()
    let trial = try? home.run(["-o", "/dev/null", "/bin/true"], binary: "/usr/bin/strace")
    guard trial?.status == 0 else {
      print("strace cannot be used here: not tested that no import opens a socket.")
      return
    }
    let mail = try home.file(
      "m.eml",
      "From: Ada Quill <ada@acme.example>\nSubject: Your application\nDate: Mon, 2 Feb 2026 10:00:00 +0000\n"
        + "Content-Type: text/html\n\n<p>Unfortunately, no.</p><img src=\"http://acme.example/p.gif\">\n"
    )
    let calendar = try home.file(
      "c.ics",
      "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTAMP:20260202T100000Z\n"
        + "DTSTART;TZID=Europe/Berlin:20260302T100000\nSUMMARY:Interview Acme\n"
        + "ORGANIZER;CN=Ada Quill:mailto:ada@acme.example\nURL:https://acme.example/x\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    let table = try home.file(
      "t.csv", "Company,Role,Applied,Link\nKiesel,Cook,2026-02-02,https://acme.example/job\n")
    let resume = try home.file(
      "r.json",
      "{\"$schema\": \"https://acme.example/schema.json\", \"basics\": {\"name\": \"Sam Field\", "
        + "\"image\": \"https://acme.example/me.png\"}, \"skills\": [{\"name\": \"Bread\"}]}")
    let posting = try home.file(
      "p.txt", "Requirements\n- 3 years of bread\nhttps://acme.example/job\n")
    let transcript = try home.file(
      "t.vtt",
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Why us?</v>\n\n00:03.000 --> 00:04.000\n<v Me>Bread.</v>\n"
    )
    let shared = home.folder + "/shared"
    let commands = [
      ["import", mail, "--yes"], ["import", calendar, "--yes"], ["import", table, "--yes"],
      ["import", resume, "--yes"],
      ["import", posting, "--format", "posting", "--to", "Acme", "--yes"],
      ["import", transcript, "--to", "Acme", "--yes"],
      ["report", "Acme", "-o", home.folder + "/r.html"],
      ["report", "Acme", "-o", home.folder + "/r.pdf"],
      ["report", "Acme", "--card", "-o", home.folder + "/c.html"],
      ["bundle", home.folder + "/b.jsonl"],
      ["share", "Acme", "--yes", "-o", home.folder + "/s.html"],
      ["share", "Acme", "--mask", "--yes", "-o", home.folder + "/m.html"],
      ["export", "--folder", shared], ["sync", shared], ["import", shared, "--yes"],
    ]
    for (number, arguments) in commands.enumerated() {
      let trace = "\(home.folder)/files\(number)"
      let traced = try home.run(
        ["-f", "-e", "trace=network,execve", "-o", trace, PrivateHome.binary] + arguments,
        binary: "/usr/bin/strace")
      #expect(traced.status == 0, "\(arguments): \(traced.err)")
      let lines = try String(contentsOfFile: trace, encoding: .utf8).split(separator: "\n")
      #expect(lines.contains { $0.contains("execve(") })
      let calls = lines.filter { $0.contains("AF_INET") }
      #expect(calls.isEmpty, "\(arguments): \(calls)")
    }
  }
}
