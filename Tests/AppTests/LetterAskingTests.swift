import Testing

@testable import DebriefApp

/// Where another question goes in a letter (A71).
@Suite(.timed) struct LetterAskingTests {
  private let letter =
    "Dear Ines,\n\nThank you for the talk.\n\nWhat held me back? And how far?\n\nBest,"

  /// The letter with a question put where `|` is.
  private func put(_ marked: String) -> String {
    let cursor = marked.firstIndex(of: "|").map { marked.distance(from: marked.startIndex, to: $0) }
    var signs = Array(marked.filter { $0 != "|" })
    let it = LetterAsking.place(of: "Why?", in: String(signs), cursor: cursor ?? 0)
    signs.insert(contentsOf: it.words, at: it.at)
    return String(signs)
  }

  private func marked(_ before: String) -> String {
    letter.replacing(before, with: before + "|", maxReplacements: 1)
  }

  @Test func fromTheGreetingItGoesToTheQuestions() {
    let wanted = letter.replacing("how far?", with: "how far? Why?")
    for place in ["|" + letter, marked("Dear"), marked("Ines,"), marked("Ines,\n")] {
      #expect(put(place) == wanted, "\(place)")
    }
    // Where nothing is asked yet, to the first words; where there are none, below the greeting.
    #expect(put("|Hello,\n\nThank you.\n\nBest,") == "Hello,\n\nThank you. Why?\n\nBest,")
    #expect(put("|Hello,") == "Hello,\n\nWhy?")
    #expect(put("|Hello,\n\n") == "Hello,\n\nWhy?\n\n")
    #expect(put("|") == "Why?")
  }

  @Test func inASentenceItWaitsForTheEnd() {
    #expect(put(marked("What")) == letter.replacing("back?", with: "back? Why?"))
    #expect(put(marked("Thank you for")) == letter.replacing("talk.", with: "talk. Why?"))
    #expect(put(marked("Best")) == letter + " Why?")
  }

  @Test func betweenTwoSentencesItHasItsSpaces() {
    let wanted = letter.replacing("back?", with: "back? Why?")
    #expect(put(marked("back?")) == wanted)
    #expect(put(marked("back? ")) == wanted)
    #expect(put(marked("how far?")) == letter.replacing("far?", with: "far? Why?"))
    // Before the first word of a paragraph.
    #expect(put(marked("talk.\n\n")) == letter.replacing("What held", with: "Why? What held"))
  }

  @Test func anEmptyLineIsTheEndOfWhatIsAboveIt() {
    #expect(put("Hi,\n\nOne.\n|\nTwo.") == "Hi,\n\nOne. Why?\n\nTwo.")
    // With another empty one above, it is a paragraph of its own.
    #expect(put("Hi,\n\nOne.\n\n|\n\nTwo.") == "Hi,\n\nOne.\n\nWhy?\n\nTwo.")
  }
}
