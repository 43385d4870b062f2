import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import Spelling

@Suite("The spelling", .timed, .serialized)
struct SpellerTests {
  @Test("knows right words, and offers something for wrong ones")
  func words() {
    let report = Speller(language: "en_US").report(words: ["hello", "don't", "recieve", "teh"])
    #expect(report.language == "en_US")
    #expect(report.problem == nil)
    #expect(Set(report.unknown.keys) == ["recieve", "teh"])
    #expect(report.unknown["recieve"]?.contains("receive") == true)
    #expect(report.unknown["teh"]?.contains("the") == true)
    for offers in report.unknown.values { #expect((1...4).contains(offers.count)) }
  }

  @Test(
    "tells what another region of the language writes so",
    arguments: [
      "colour", "favourite", "realise", "organised", "behaviour", "travelling", "centre", "defence",
      "programme", "analyse", "neighbours",
    ])
  func elsewhere(_ word: String) {
    #expect(Speller(language: "en_US").report(words: [word]).elsewhere[word] == "en_GB")
  }

  @Test("takes no typo for one", arguments: ["recieve", "teh", "wourk", "lettre", "thae", "sence"])
  func typos(_ word: String) {
    let report = Speller(language: "en_US").report(words: [word])
    #expect(report.unknown[word] != nil && report.elsewhere[word] == nil)
    #expect(RegionalForms.forms(word, in: "en_US").isEmpty)
  }

  @Test("knows the ways of writing without a second dictionary")
  func forms() {
    #expect(RegionalForms.forms("colourful", in: "en_US") == ["colorful"])
    #expect(RegionalForms.forms("organisation", in: "en_US") == ["organization"])
    #expect(RegionalForms.forms("modelling", in: "en_US") == ["modeling"])
    #expect(RegionalForms.forms("color", in: "en_GB") == ["colour"])
    #expect(RegionalForms.other("de_DE") == nil)
  }

  @Test("says the same the second time, from what it kept")
  func kept() {
    let speller = Speller(language: "en_US")
    let words: Set = ["hello", "helo", "wrold"]
    #expect(speller.report(words: words) == speller.report(words: words))
    #expect(speller.report(words: ["hello"]).unknown.isEmpty)
  }

  @Test("names the package when there is no dictionary")
  func missing() {
    let report = Speller(language: "xx_YY").report(words: ["teh"])
    #expect(report.unknown.isEmpty)
    #expect(
      report.problem
        == "There's no spelling dictionary for xx_YY; on Debian: apt install hunspell-xx.")
    #expect(Speller(language: "xx").dictionary == nil)
    #expect(Speller.package("en") == "hunspell-en-us")
    #expect(Speller.package("de_AT") == "hunspell-de-at")
    #expect(Speller.package("fr_CA") == "hunspell-fr")
  }

  @Test("says which other region's dictionary it uses")
  func region() throws {
    let speller = Speller(language: "en_QQ")
    let dictionary = try #require(speller.dictionary)
    #expect(dictionary.tag.hasPrefix("en") && !dictionary.provider.isEmpty)
    let report = speller.report(words: ["teh"])
    #expect(report.unknown["teh"] != nil)
    #expect((report.problem == nil) == (dictionary.tag == "en_QQ"))
    #expect(Speller.candidates("en_QQ") == ["en_QQ", "en_US", "en_GB", "en"])
    #expect(Speller.candidates("xx") == ["xx"])
  }

  @Test(
    "does not open what is no name of a dictionary", arguments: ["", "e", "../x", "en US", "é_É"])
  func tags(_ language: String) {
    let report = Speller(language: language).report(words: ["teh"])
    #expect(report.unknown.isEmpty)
    #expect(report.problem?.contains("isn't a language") == true)
  }

  @Test("survives what is no word")
  func odd() {
    let odd: Set = [
      "", "\0", "a\0b", "\n", "🙂", "👨‍👩‍👧‍👦", "é", "e\u{301}", "日本語", "'", "-", "'s", "\u{202E}abc",
      "\u{FFFD}",
      String(repeating: "a", count: 10_000), String(repeating: "é", count: 30),
      String(repeating: "x", count: 60), String(repeating: "ab", count: 29) + "é", "%s%n", "*", "/",
    ]
    let report = Speller(language: "en_US").report(words: odd)
    #expect(Set(report.unknown.keys).isSubset(of: odd))
    #expect(report.unknown[String(repeating: "a", count: 10_000)] == nil)
    #expect(report.unknown["a\0b"] == nil)
  }

  /// The library itself would make word lists in the user's folder when a dictionary is opened.
  @Test("writes nothing into the user's folders, and leaves the environment as it was")
  func writesNothing() throws {
    let folder = NSTemporaryDirectory() + "debrief-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    setenv("ENCHANT_CONFIG_DIR", folder, 1)
    defer { unsetenv("ENCHANT_CONFIG_DIR") }
    #expect(Speller(language: "en_US").report(words: ["teh"]).unknown.count == 1)
    #expect(getenv("ENCHANT_CONFIG_DIR").map { String(cString: $0) } == folder)
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test("takes languages and words that are none")
  func wordless() {
    for text in Wordless.texts where text.utf8.count < 1000 && !text.contains("\0") {
      _ = Speller.candidates(text)
      _ = Speller.package(text)
      _ = Speller.isTag(text)
    }
    let words = Set(Wordless.texts.filter { $0.utf8.count < 1000 })
    _ = Speller(language: "en_US").report(words: words)
    _ = Speller(language: "").report(words: words)
  }
}
