import DebriefExport
import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefRunner
@testable import debrief

/// The user's mail program, opened through `xdg-email`: one of the test's own, and the real one.
@Suite(.timed) struct MailProgramTests {
  private func letter(to email: String = "ines@example.com", text: String = "Dear Ines,\né\n")
    -> MailMessage
  {
    MailMessage(
      from: Profile { $0.name = "Wile Exampleton" },
      to: Person(id: ID("p")) { $0.email = email }, subject: "$(touch x); 'q' \"r\" `s`",
      text: text, date: Moment(seconds: 0), id: ID("letter"))
  }

  /// A home whose `xdg-email` is this shell script; what is written to `$OUT` is looked at.
  private func home(_ script: String?, mode: mode_t = 0o700) throws -> PrivateHome {
    let home = try PrivateHome()
    try FileManager.default.createDirectory(
      atPath: home.folder + "/bin", withIntermediateDirectories: false)
    if let script { _ = try home.file("bin/xdg-email", "#!\(script)\n", mode: mode) }
    home.environment["PATH"] = "relative:\(home.folder)/none:\(home.folder)/bin"
    home.environment["OUT"] = home.folder + "/out"
    home.environment["DISPLAY"] = ":77"
    return home
  }

  private func refusal(_ home: PrivateHome, _ letter: MailMessage) -> String? {
    do {
      try MailProgram(environment: home.environment, passedOn: home.environment).open(letter)
      return nil
    } catch { return error.description }
  }

  @Test func itGetsTheAddressAndNothingElse() throws {
    let home = try home(
      """
      /bin/sh
      echo noise; echo noise >&2
      links=$(/bin/readlink /proc/$$/fd/0 /proc/$$/fd/1 /proc/$$/fd/2)
      { printf '%s\\n' "$#" "$@" "$links"
        [ "$(/bin/ps -o sid= -p $$ | /usr/bin/tr -d ' ')" = $$ ] && echo alone; } > "$OUT"
      """)
    #expect(refusal(home, letter()) == nil)
    let lines = try String(contentsOfFile: home.folder + "/out", encoding: .utf8)
      .split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "2", "--utf8",
        "mailto:ines@example.com?subject=%24%28touch%20x%29%3B%20%27q%27%20%22r%22%20%60s%60"
          + "&body=Dear%20Ines%2C%0D%0A%C3%A9%0D%0A", "/dev/null", "/dev/null", "/dev/null",
        "alone",
      ])
  }

  @Test func aFailureIsSaid() throws {
    for (status, why) in [(3, "is missing"), (4, "the email program failed"), (9, "ended with 9")] {
      let said = try #require(refusal(try home("/bin/sh\nexit \(status)"), letter()))
      #expect(said.contains(why) && said.contains("Save the letter to a file"), "\(said)")
    }
    let killed = try #require(refusal(try home("/bin/sh\nkill -9 $$"), letter()))
    #expect(killed.contains("137"), "\(killed)")
    #expect(refusal(try home("/no/such/shell"), letter())?.contains("couldn't be started") == true)
  }

  @Test func whatIsMissingIsSaid() throws {
    // A file that cannot be run is none; nor is one in a folder that moves with the current one.
    for none in [try home(nil), try home("/bin/sh", mode: 0o600)] {
      #expect(refusal(none, letter())?.contains("xdg-email isn't installed") == true)
    }
    let home = try home("/bin/sh\necho > \"$OUT\"")
    home.environment["DISPLAY"] = ""
    #expect(refusal(home, letter())?.contains("no desktop") == true)
    home.environment["WAYLAND_DISPLAY"] = "wayland-0"
    let long = letter(text: String(repeating: "x", count: 40_000))
    #expect(refusal(home, long)?.contains("too long") == true)
    #expect(refusal(home, letter(to: "o'brien@example.com"))?.contains("quotation") == true)
    #expect(!FileManager.default.fileExists(atPath: home.folder + "/out"))
    #expect(refusal(home, letter()) == nil)
    #expect(FileManager.default.fileExists(atPath: home.folder + "/out"))
  }

  /// Some mail programs stay as long as their window is open.
  @Test func nobodyWaitsLong() throws {
    let home = try home("/bin/sh\necho $$ > \"$OUT\"; exec /bin/sleep 60")
    let begin = TestClock.monotonic
    #expect(refusal(home, letter()) == nil)
    #expect(TestClock.monotonic - begin < 20)
    let text = try String(contentsOfFile: home.folder + "/out", encoding: .utf8)
    let pid = try #require(pid_t(text.trimmingCharacters(in: .newlines)))
    #expect(kill(pid, SIGKILL) == 0)
  }

  /// The real `xdg-email` hands the same address to the program that the user has named.
  @Test func theRealOne() throws {
    guard access("/usr/bin/xdg-email", X_OK) == 0 else {
      print("xdg-utils is not installed: not tested with the real xdg-email.")
      return
    }
    let home = try home(nil)
    home.environment["PATH"] = "/usr/bin:/bin"
    home.environment["DISPLAY"] = nil
    home.environment["MAILER"] = try home.file(
      "mailer", "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$@\" > \"$OUT\"\n")
    #expect(refusal(home, letter()) == nil)
    let said = try String(contentsOfFile: home.folder + "/out", encoding: .utf8)
    #expect(said == "1\n\(letter().mailto())\n")
  }

  @Test func aFileIsNeverWrittenOver() throws {
    let home = try PrivateHome()
    let path = home.folder + "/letter.eml"
    try FileOutput.create(letter().eml(), at: path)
    var info = stat()
    #expect(stat(path, &info) == 0 && info.st_mode & 0o7777 == 0o600 && info.st_nlink == 1)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == letter().eml())
    #expect(throws: Failure.self) { try FileOutput.create("other", at: path) }
    #expect(symlink(home.folder + "/nowhere", home.folder + "/link") == 0)
    #expect(throws: Failure.self) { try FileOutput.create("other", at: home.folder + "/link") }
    #expect(throws: Failure.self) { try FileOutput.create("other", at: home.folder) }
    #expect(throws: Failure.self) { try FileOutput.create("other", at: home.folder + "/no/letter") }
    #expect(throws: Failure.self) { try FileOutput.create("other", at: "") }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == letter().eml())
    let names = try FileManager.default.contentsOfDirectory(atPath: home.folder)
    #expect(names.filter { $0.contains("letter") } == ["letter.eml"], "\(names)")
  }
}
