import DebriefExport
import DebriefModel
import Foundation
import Testing

@testable import DebriefRunner
@testable import debrief

/// What a fresh machine has, and has not: terminals without a description, no locale, and programs that
/// need more of the environment than debrief does.
@Suite(.timed) struct SurroundingsTests {
  // Families that are known, by names that no description has, whatever packages are installed.
  @Test(arguments: [
    "alacritty-nowhere", "foot-nowhere", "xterm-kitty-nowhere", "xterm-ghostty-nowhere",
    "wezterm-nowhere", "konsole-nowhere", "tmux-nowhere", "screen.nowhere", "rxvt-nowhere",
  ]) func aTerminalLikeOneThatIsKnownIsUsed(_ name: String) throws {
    let home = try PrivateHome()
    home.environment["TERM"] = name
    let log = home.folder + "/term"
    home.environment["EDITOR"] = try home.file(
      "ed.sh", "#!/bin/sh\necho \"$TERM\" > '\(log)'; echo away and home > \"$1\"\n")
    let run = try home.opened()
    try run.type("c", until: "Write it down now")
    try run.enter("typed")
    try run.type(Keys.editor, until: "away and home")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    #expect(run.damage == [])
    // The editor has a terminal that it can know, too.
    let used = try String(contentsOfFile: log, encoding: .utf8)
    #expect(used != name + "\n" && !used.contains("nowhere"))
    let doctor = try home.run(["doctor"])
    #expect(doctor.status == 0)
    #expect(doctor.out.contains("\(name), "))
    #expect(doctor.out.contains("it's used as \(used.dropLast()); the package ncurses-term"))
    let document = try json(try home.run(["doctor", "--json"]).out)
    let terminal = try #require(document["terminal"] as? [String: Any])
    #expect(terminal["name"] as? String == name)
    #expect(terminal["usedAs"] as? String == String(used.dropLast()))
  }

  @Test func aKnownTerminalIsItself() throws {
    let home = try PrivateHome()
    let doctor = try home.run(["doctor"])
    #expect(doctor.out.contains("xterm-256color, 256 colors") && !doctor.out.contains("used as"))
  }

  /// Where no locale is named, or one that was never generated here, UTF-8 is written all the same.
  @Test func aMissingLocaleIsNoReasonForASCII() throws {
    for (variables, isUTF8) in [
      ([:], true), (["LANG": ""], true), (["LANG": "xx_YY.UTF-8"], true),
      (["LC_ALL": "xx_YY.utf8"], true), (["LC_CTYPE": "xx_YY.UTF-8", "LANG": "C"], true),
      (["LANG": "C.UTF-8"], true), (["LANG": "C"], false), (["LC_ALL": "POSIX"], false),
      (["LC_ALL": "C", "LANG": "C.UTF-8"], false), (["LANG": "xx_YY.ISO-8859-1"], false),
      (["LANG": "xx_YY"], false), (["LC_ALL": "", "LANG": "xx_YY.UTF-8"], true),
    ] as [([String: String], Bool)] {
      let home = try PrivateHome()
      home.environment["LC_ALL"] = nil
      for (name, value) in variables { home.environment[name] = value }
      let said = try home.run(["doctor"]).out
      #expect(said.contains("not UTF-8") == !isUTF8, "\(variables): \(said)")
      let run = try home.opened()
      try run.type("c", until: "Write it down now")
      #expect(run.screen.text.unicodeScalars.contains { $0.value > 0x7f } == isUTF8, "\(variables)")
      try run.type(Keys.escape)
      try run.waitUntilGone("Write it down now")
      try run.quit()
    }
  }

  /// The editor and the mail program get the whole environment.
  @Test func programsGetTheWholeEnvironment() throws {
    let home = try PrivateHome()
    let log = home.folder + "/env"
    let own = [
      "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus", "XDG_CURRENT_DESKTOP": "Fictional",
      "XAUTHORITY": "/nowhere/xauth", "SSH_AUTH_SOCK": "/nowhere/agent", "LANGUAGE": "en_US:en",
      "SOME_OTHER": "a=b\nc", "EMPTY": "",
    ]
    home.environment["EDITOR"] = try home.file(
      "ed.sh", "#!/bin/sh\nenv -0 > '\(log)'; echo away and home > \"$1\"\n")
    for (name, value) in own { home.environment[name] = value }
    let run = try home.opened()
    try run.type("c", until: "Write it down now")
    try run.enter("typed")
    try run.type(Keys.editor, until: "away and home")
    try run.type(Keys.save, until: "Saved")
    try run.quit()
    let given = Set(try String(contentsOfFile: log, encoding: .utf8).split(separator: "\0"))
    for (name, value) in home.environment { #expect(given.contains("\(name)=\(value)"), "\(name)") }
  }

  @Test func theMailProgramGetsIt() throws {
    let home = try PrivateHome()
    let log = home.folder + "/env"
    try FileManager.default.createDirectory(
      atPath: home.folder + "/bin", withIntermediateDirectories: false)
    _ = try home.file("bin/xdg-email", "#!/bin/sh\nexec env -0 > '\(log)'\n")
    let message = MailMessage(
      from: Profile { $0.name = "Wile Exampleton" },
      to: Person(id: ID("p")) { $0.email = "ines@example.com" }, subject: "Thanks",
      text: "Dear Ines,\n", date: Moment(seconds: 0), id: ID("letter"))
    try MailProgram(environment: ["PATH": home.folder + "/bin", "DISPLAY": ":77"]).open(message)
    let given = Set(try String(contentsOfFile: log, encoding: .utf8).split(separator: "\0"))
    // What this process has, no more and no less.
    for (name, value) in ProcessInfo.processInfo.environment where name != "_" && name != "SHLVL" {
      #expect(given.contains("\(name)=\(value)"), "\(name)")
    }
    if ProcessInfo.processInfo.environment["DISPLAY"] == nil {
      #expect(!given.contains("DISPLAY=:77"))
    }
  }
}
