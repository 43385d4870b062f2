import DebriefModel
import Foundation
import Spelling
import Testing

@Suite("A letter that is right", .timed)
struct CleanLetterTests {
  @Test("raises nothing")
  func nothing() throws {
    let letters = try World.letters()
    #expect(letters.count >= 12)
    #expect(Set(letters.compactMap(\.context.kind)) == Set(LetterKind.allCases))
    for letter in letters {
      for remark in letter.remarks { Issue.record("\(letter.name): \(remark)") }
    }
  }

  /// With the dictionary itself, which `make test` installs.
  @Test("is spelled right, by the dictionary itself")
  func spelled() throws {
    let speller = Speller(language: "en_US")
    for var letter in try World.letters() where letter.name != "none-german" {
      let words = World.linter.wordsToSpell(
        subject: letter.subject, text: letter.text, context: letter.context)
      letter.unknown = speller.report(words: words).unknown
      for remark in letter.remarks { Issue.record("\(letter.name): \(remark)") }
    }
  }

  @Test("raises the same each time, in the order of places")
  func order() throws {
    var letter = try World.letter("L4-short")
    letter.text = "Dear Bob,\n\nTell me why. It was was unfair, and a joke: XXX 👩‍👩‍👧 explain yourself."
    let remarks = letter.remarks
    #expect(remarks.count > 6)
    #expect(remarks == letter.remarks)
    let places = remarks.map { $0.place?.lowerBound ?? .max }
    #expect(places == places.sorted())
    let characters = Array(letter.text)
    for remark in remarks {
      guard let place = remark.place, remark.rule != .abstract else { continue }
      #expect(String(characters[place]) == remark.words)
    }
  }

  /// Texts that no letter is, but that an editor may hold.
  @Test(
    "does not break whatever stands in it",
    arguments: [
      "", " ", "\n", "\r\n\r\n", "\"", "“", "{{", "[", "<", "_", "___", "Dear", "Dear ,", "…", ".",
      "'", "’s", "a'", "🙂", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "e\u{301}e\u{301} e\u{301}e\u{301}", "\u{202E}abc", "\0", "{{}}",
      String(repeating: "a", count: 10_000), String(repeating: "日本", count: 2000), "> \n> >", "1.",
      "-",
      String(repeating: "a b ", count: 3000), "Best", "Best,", "\u{2028}x\u{2029}y", "www.", "@",
      "//",
    ])
  func anything(_ text: String) throws {
    for letter in try World.letters() {
      var letter = letter
      letter.text = text
      letter.unknown = ["a": [], "Dear": ["Deer"]]
      for remark in letter.remarks {
        if let place = remark.place { #expect(place.upperBound <= text.count) }
      }
    }
    _ = NameCandidates(text)
  }

  @Test("is not judged by lists of another language")
  func language() throws {
    var letter = try World.letter("none-german")
    letter.context.kind = .request
    letter.context.recipient = nil
    #expect(letter.rules == [])
  }

  @Test("is not reproached with what is not known")
  func unknown() throws {
    for letter in try World.letters() {
      var letter = letter
      letter.context.dossier = nil
      letter.context.recipient = nil
      letter.context.profile = nil
      letter.context.resume = nil
      letter.context.others = []
      letter.context.foreignNames = []
      #expect(letter.remarks == [], "\(letter.name)")
    }
  }

  /// Sentences that look like a fault, put into a letter that has none.
  @Test(
    "may say what only looks like a fault",
    arguments: [
      "You owe me nothing.", "I do not insist.", "It is not that I find it unfair.",
      "You must have been busy.", "I had had my doubts; I know that that was right.",
      "“Tell me why,” you said.", "I was never fluent in Danish.",
      "It went from bad to so, so good.",
      "We met in New York New York style.", "Target practice was fun.", "A target is a target.",
      "See [1] and [the page](https://muster.example/page).", "He said <3 and {1, 2}.",
      "My e-mail is robin_muster@muster.example.", "Look at notes_final.txt, v1.2.3 or C++/C#.",
      "Grüße, dziękuję!", "Ω and ж are letters.", "The ticket is PLAT-118, from the CTO.",
      "I met Zbigniew there.", "Ines's rule and Żuraw's list.", "The re-org, the know-how.",
    ])
  func looksLikeAFault(_ sentence: String) throws {
    var letter = try World.letter("L4-short")
    letter.exchange("May I ask", sentence + " May I ask")
    let words = World.linter.wordsToSpell(
      subject: letter.subject, text: letter.text, context: letter.context)
    letter.unknown = Speller(language: "en_US").report(words: words).unknown
    #expect(letter.remarks == [])
  }
}
