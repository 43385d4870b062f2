import DebriefModel
import Foundation
import Testing

@testable import DebriefModel

/// The two rules about tone, measured on sentences that were written before them: `tone.txt`.
@Suite("How a sentence sounds", .timed)
struct ToneTests {
  struct Section {
    var set: String
    var isReproach: Bool
    var sentences: [String] = []
  }

  static func sections() throws -> [Section] {
    let file = try String(
      contentsOf: World.folder.appendingPathComponent("tone.txt"), encoding: .utf8)
    var sections: [Section] = []
    for line in file.split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("== ") {
        let words = line.split(separator: " ")
        sections.append(
          Section(
            set: words[1...].dropLast().joined(separator: " "),
            isReproach: words.last == "reproach"))
      } else if !sections.isEmpty {
        sections[sections.count - 1].sentences.append(String(line))
      }
    }
    return sections
  }

  /// Whether a sentence is taken for a demand or a reproach, by itself in a text of no kind.
  static func isNoticed(_ sentence: String) -> Bool {
    World.linter.remarks(subject: "", text: sentence, context: LintContext(today: World.today))
      .contains { $0.rule == .demand || $0.rule == .blame }
  }

  @Test("is told right for nearly every sentence of all sets")
  func measured() throws {
    let sections = try ToneTests.sections()
    #expect(sections.map(\.sentences.count).reduce(0, +) >= 200)
    #expect(
      Set(sections.map(\.set)) == Set(["development", "held-out"] + "abcdefgh".map { "set \($0)" }))
    for section in sections {
      let wrong = section.sentences.filter { ToneTests.isNoticed($0) != section.isReproach }
      let percent = wrong.count * 1000 / section.sentences.count
      #expect(section.sentences.count >= 60)
      #expect(
        percent <= (section.isReproach ? 150 : 30), "\(section.set), \(percent) ‰: \(wrong)")
    }
  }

  @Test(
    "words of a reproach that are said of oneself, or of nobody there",
    arguments: [
      "Nobody on my last team had done that before.", "It was unfair of me to skip it.",
      "I find it hard to believe that an hour went by so fast.",
      "I refuse to give up on the idea we talked about.",
    ])
  func ownWords(_ sentence: String) {
    #expect(!ToneTests.isNoticed(sentence), "\(sentence)")
  }

  @Test(
    "what was agreed, what a minute would have cost, what they will miss",
    arguments: [
      "It would have taken you two minutes to write back.", "I thought we had an agreement.",
      "You clearly had your mind made up before I walked in.",
      "Your recruiter told me I was as good as hired.",
      "I was told I would hear by Monday, and here we are.",
      "I am not sure you understand what you are missing.",
    ])
  func agreed(_ sentence: String) {
    #expect(ToneTests.isNoticed(sentence), "\(sentence)")
  }

  @Test("is told by one remark a clause")
  func once() throws {
    var letter = try World.letter("none-english")
    letter.text = "You owe me an explanation, and you never answered my mail; it was a joke."
    #expect(letter.remarks.map(\.rule) == [.demand, .blame])
  }

  @Test(
    "is told in time that grows with the text and no faster",
    arguments: [
      "you ", "you never ", "really ", "you really ", "if you do not ", "after all ",
      "no way that ",
    ])
  func linear(_ words: String) {
    let index = World.linter.patterns
    func steps(_ count: Int) -> Int {
      let words = LetterProse(String(repeating: words, count: count)).tokens.map {
        index.number(of: $0.key)
      }
      return index.hits(words).steps
    }
    let (once, twice) = (steps(500), steps(1000))
    #expect(once > 0)
    #expect(twice <= once * 2 + 2000, "\(once), \(twice)")
  }

  @Test(
    "patterns say what is wrong with them",
    arguments: [
      ("* you", "must begin with a word"), ("<nobody>", "isn't one of the `classes`"),
      ("", "must begin"),
      ("you *x", "with a number"), ("you? they?", "must begin"), ("you <us> never", nil),
      ("^ you !me|$ $", nil),
    ] as [(String, String?)])
  func faults(_ pattern: String, _ wanted: String?) {
    var words = LintWords()
    words.classes = ["us": ["you", "they"]]
    var sound = Set<String>()
    let fault = words.fault(inPattern: pattern, sound: &sound)
    #expect((fault == nil) == (wanted == nil))
    if let wanted { #expect(fault?.contains(wanted) == true, "\(fault ?? "")") }
  }
}
