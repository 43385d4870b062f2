import Foundation
import Testing

@testable import DebriefRunner

/// A card read aloud, by a speech program of the test's own.
@Suite(.timed) struct SpeechTests {
  /// A home whose folder of programs holds these, each writing its arguments and what it reads.
  private func home(_ programs: [String]) throws -> PrivateHome {
    let home = try PrivateHome()
    try FileManager.default.createDirectory(
      atPath: home.folder + "/bin", withIntermediateDirectories: false)
    for name in programs {
      _ = try home.file(
        "bin/\(name)",
        """
        #!/bin/sh
        { printf '%s\\n' \(name) "$@"; /bin/cat; } > "\(home.folder)/out.new"
        /bin/mv "\(home.folder)/out.new" "\(home.folder)/out"
        """, mode: 0o700)
    }
    home.environment["PATH"] = "relative:\(home.folder)/none:\(home.folder)/bin"
    return home
  }

  private func said(_ home: PrivateHome) -> String? {
    var found: String?
    for _ in 0..<2000 where found == nil {
      found = try? String(contentsOfFile: home.folder + "/out", encoding: .utf8)
      usleep(5000)
    }
    return found
  }

  @Test(arguments: [
    (["spd-say", "espeak-ng"], "spd-say\n--pipe-mode\n"), (["espeak-ng"], "espeak-ng\n--stdin\n"),
    (["espeak"], "espeak\n--stdin\n"),
  ])
  func theFirstProgramThatIsThereSaysIt(_ programs: [String], _ head: String) throws {
    let home = try home(programs)
    try SpeechProgram(environment: home.environment).say("Why \"you\"; $(id) `x` é?")
    #expect(said(home) == head + "Why \"you\"; $(id) `x` é?\n")
  }

  @Test func withoutOneItIsSaid() throws {
    let home = try home([])
    #expect {
      try SpeechProgram(environment: home.environment).say("Why?")
    } throws: { "\($0)".contains("espeak-ng") }
  }
}
