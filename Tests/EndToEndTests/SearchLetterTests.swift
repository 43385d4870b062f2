import DebriefModel
import Foundation
import TestSupport
import Testing

/// Five made-up searches, one a branch, from typed data alone: every letter there can be, to everybody who
/// can get it, and the page, as they are on file in `Searches`.
@Suite(.timed) struct SearchLetterTests {
  private static let stories = (try? AdviceProofs.load(file: "searches.yaml").stories) ?? []

  /// Sentences no letter has in any form: they are what the first letters were taken to task for.
  private static let never = [
    "gain by it", "works well for both", "well for both of us", "lose no time", "no leave to give",
    "paths cross", "ways cross", "read your news", "saw your news", "toward: ",
    "looking for: ", "same thing: ",
  ]

  @Test func thereAreFive() {
    #expect(Set(Self.stories.map(\.story)).count == Branch.allCases.count)
  }

  @Test(arguments: stories) func theLettersReadAsOnFile(_ story: AdviceProofs.Story) throws {
    let program = Program()
    try AdviceProofTests.play(story, in: program)
    let document = try json(program.must("export"))
    let applications = try #require(document["application"] as? [[String: Any]])
    let people = Set(
      (document["person"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String })
    var text = "# \(story.title)\n"
    var letters: [String: [String]] = [:]
    for application in applications.sorted(by: { "\($0["company"]!)" < "\($1["company"]!)" }) {
      let id = try #require(application["id"] as? String)
      text += "\n== \(application["company"] ?? "") ==\n"
      for kind in LetterKind.allCases {
        var isWritten = false
        for name in people.sorted() + [""] {
          var arguments = ["letter", id, kind.word]
          if !name.isEmpty { arguments += ["--to", name] }
          if kind == .access { arguments += ["--by", "20 apr"] }
          // To nobody only where nobody can get it.
          if name.isEmpty, isWritten { continue }
          let result = try program.wait(program.start(arguments))
          guard result.code == 0 else { continue }
          isWritten = true
          text += "\n-- \(kind.word), \(name.isEmpty ? "nobody on file" : name) --\n\(result.out)"
          letters[kind.word, default: []].append(result.out)
          for words in Self.never {
            #expect(!result.out.lowercased().contains(words), "\(kind.word): \(words)")
          }
        }
      }
      text += "\n-- page --\n\(try program.must("report", id))"
    }
    try Recorded.expect(text, "Searches/\(story.story).txt")
    // No two notes of thanks are twins: besides names and days hardly a sentence is in both (A57).
    let notes = letters[LetterKind.thanks.word] ?? []
    for (at, note) in notes.enumerated() {
      for other in notes.dropFirst(at + 1) {
        let (a, b) = (Self.sentences(note), Self.sentences(other))
        #expect(a.intersection(b).count <= 2, "\(a.intersection(b))")
      }
    }
  }

  private static func sentences(_ text: String) -> Set<String> {
    Set(text.split { ".!?\n".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) })
      .filter { $0.split(separator: " ").count > 3 }
  }
}
