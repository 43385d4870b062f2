import Foundation
import TestSupport
import Testing

/// Every row of advice is shown to work: the stories of `advice-proofs.yaml` are played from an empty store
/// through the program, and what each promises is looked for on the screen and in what commands say.
@Suite(.timed) struct AdviceProofTests {
  private static let stories = (try? AdviceProofs.load().stories) ?? []

  @Test(arguments: stories) func theStoryHolds(_ story: AdviceProofs.Story) throws {
    try Self.play(story, in: Program())
  }

  /// Plays a story, and looks after each step for what it promises.
  static func play(_ story: AdviceProofs.Story, in program: Program) throws {
    let store = (program.database as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: store, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var now = TestClock.text
    for (at, step) in story.steps.enumerated() {
      now = step.now ?? now
      let name = "\(story.story), step \(at + 1)"
      let seen: String
      if let keys = step.keys {
        try program.write(keys + "\n:save-screen last\n", to: "script.keys")
        let result = try program.wait(
          program.start(
            [
              "replay", "script.keys", "--database", program.database, "--size",
              step.size ?? "100x50", "--save-screens", "screens",
            ], env: ["DEBRIEF_NOW": now]))
        try #require(result.code == 0, "\(name): \(result.err)")
        seen = String(decoding: program.read("screens/last.screen") ?? [], as: UTF8.self)
      } else {
        let result = try program.wait(
          program.start(
            step.arguments, stdin: Array((step.stdin ?? "").utf8), env: ["DEBRIEF_NOW": now]))
        try #require(result.code == step.code ?? 0, "\(name): \(result.out)\(result.err)")
        seen = result.out + result.err
      }
      let line = Self.line(seen)
      for words in step.all.flatMap({ $0.shows ?? [] }) {
        #expect(line.contains(Self.line(words)), "\(name) doesn't show “\(words)”:\n\(seen)")
      }
      for words in step.all.flatMap({ $0.hides ?? [] }) {
        #expect(!line.contains(Self.line(words)), "\(name) shows “\(words)”:\n\(seen)")
      }
    }
  }

  /// A text without its frames and line breaks: sentences break where the room ends.
  private static func line(_ text: String) -> String {
    text.split { $0.isWhitespace || "│╭╮╰╯".contains($0) }.joined(separator: " ")
  }

  @Test func aProofShowsWhatTheProgramSays() throws {
    #expect(!Self.stories.isEmpty)
    for story in Self.stories {
      for (at, step) in story.steps.enumerated() {
        let typed = Self.line(story.typed(upTo: at))
        for proof in step.all where proof.rows?.isEmpty == false {
          let name = "\(story.story), step \(at + 1), \(proof.rows ?? [])"
          #expect(proof.by?.isEmpty == false && proof.reader?.isEmpty == false, "\(name)")
          // What is only what was typed would be there without any reader.
          let own = (proof.shows ?? []).filter { !typed.contains(Self.line($0)) }
          #expect(!own.isEmpty, "\(name) shows nothing of the program's own")
        }
      }
    }
  }
}
