import Foundation
import Testing

@testable import DebriefRunner

/// Copying through the desktop's own program, with programs of the test's own.
@Suite(.timed) struct ClipboardProgramTests {
  private func home(_ programs: [(String, Int32)], _ desktop: [String]) throws -> PrivateHome {
    let home = try PrivateHome()
    try FileManager.default.createDirectory(
      atPath: home.folder + "/bin", withIntermediateDirectories: false)
    for (name, status) in programs {
      _ = try home.file(
        "bin/\(name)",
        "#!/bin/sh\n{ printf '%s ' \(name) \"$@\"; /bin/cat; } > \"\(home.folder)/out\"\nexit \(status)\n",
        mode: 0o700)
    }
    home.environment["PATH"] = "\(home.folder)/bin"
    for name in ["DISPLAY", "WAYLAND_DISPLAY"] {
      home.environment[name] = desktop.contains(name) ? ":7" : nil
    }
    return home
  }

  private func copied(_ home: PrivateHome, _ text: String) -> String? {
    ClipboardProgram(environment: home.environment, passedOn: home.environment).copy(text)
  }

  @Test(
    arguments: [
      (["wl-copy", "xclip"], ["DISPLAY", "WAYLAND_DISPLAY"], "wl-copy"),
      (["wl-copy", "xclip"], ["DISPLAY"], "xclip"), (["xsel"], ["DISPLAY"], "xsel"),
      (["pbcopy"], [], "pbcopy"), (["wl-copy", "xclip", "xsel"], [], nil), ([], ["DISPLAY"], nil),
    ] as [([String], [String], String?)])
  func theDesktopDecides(_ programs: [String], _ desktop: [String], _ wanted: String?) throws {
    let home = try home(programs.map { ($0, 0) }, desktop)
    let text = "Dear Ines,\n'quotes' \"and\" é 株" + String(repeating: "x", count: 200_000)
    #expect(copied(home, text) == wanted)
    let out = try? String(contentsOfFile: home.folder + "/out", encoding: .utf8)
    #expect((out?.hasSuffix(text) ?? false) == (wanted != nil))
    #expect(out?.hasPrefix(wanted ?? "") ?? true)
  }

  @Test func oneThatFailsIsPassedOver() throws {
    let home = try home([("wl-copy", 1), ("xclip", 0)], ["DISPLAY", "WAYLAND_DISPLAY"])
    #expect(copied(home, "text") == "xclip")
    let none = try self.home([("wl-copy", 1)], ["WAYLAND_DISPLAY"])
    #expect(copied(none, "text") == nil)
  }
}
