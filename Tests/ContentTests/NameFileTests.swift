import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefContent

/// The short forms of first names, and the everyday words that are names as well.
@Suite(.timed) struct NameFileTests {
  private let library = Library(userFolder: nil)

  @Test func everyLineOfTheShortFormsIsOne() throws {
    let text = try #require(library.text("letters/nicknames.txt"))
    var names: Set<String> = []
    for line in text.split(separator: "\n") where line.first != "#" {
      let parts = line.split(separator: ":", omittingEmptySubsequences: false)
      #expect(parts.count == 2, "\(line)")
      let name = String(parts[0])
      #expect(names.insert(name).inserted, "\(name) stands twice")
      let forms = parts[1].split(separator: " ").map(String.init)
      #expect(!forms.isEmpty && Set(forms).count == forms.count, "\(line)")
      for form in forms + [name] {
        #expect(form == form.lowercased() && form.allSatisfy(\.isLetter), "\(line)")
      }
    }
    #expect(names.count > 500)
  }

  @Test(arguments: [
    ("robert", "bob"), ("elizabeth", "liz"), ("william", "bill"), ("francisco", "paco"),
    ("jose", "pepe"), ("maria", "mari"), ("guadalupe", "lupe"), ("johannes", "hannes"),
    ("friedrich", "fritz"), ("ursula", "uschi"), ("katarzyna", "kasia"), ("malgorzata", "gosia"),
    ("wojciech", "wojtek"), ("stanislaw", "staszek"), ("aleksandr", "sasha"), ("dmitry", "dima"),
    ("александр", "саша"), ("екатерина", "катя"), ("александра", "шура"),
  ])
  func theUsualOnesAreThere(_ name: String, _ form: String) {
    #expect(library.nicknames().areOne(name, form))
    #expect(library.lintWords().words.nicknames.areOne(name, form))
  }

  @Test func theEverydayWordsAreInOrder() throws {
    let text = try #require(library.text("letters/ordinary.txt"))
    let words = text.split(separator: "\n").filter { $0.first != "#" }.map(String.init)
    #expect(words == words.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    #expect(Set(words).count == words.count && words.count > 10_000)
    #expect(words.allSatisfy { $0.utf8.allSatisfy { (97...122).contains($0) } })
  }

  @Test(arguments: [
    "Next", "Target", "Indeed", "Apple", "Square", "Stripe", "Box", "Gap", "Visa", "Oracle",
    "Shell",
    "Amazon", "Monday", "Notion", "Linear", "Ramp", "Go", "Meta", "Snap", "Zoom", "Slack", "Block",
    "Chime", "Plaid", "Wise", "Discover", "Chase", "Orange", "Boots", "Citizens", "Progressive",
    "Signal", "Match", "Unity", "Epic", "Medium", "Front", "Segment", "Mode", "Scale", "Render",
    "Toast", "Clover", "Compass", "Mirror", "Calm", "Bright", "Color", "Best Buy", "Home Depot",
    "Root", "Gusto", "Twitch", "Drift",
  ])
  func companiesThatAreWordsAreKnown(_ name: String) {
    #expect(NameInProse.isOrdinary(name, library.ordinaryWords()))
  }

  @Test(arguments: ["Acme", "Brex", "Nordlicht", "Kestrel Labs", "Figma", "Lyft", "はやぶさ", "X1", ""])
  func othersAreNot(_ name: String) {
    #expect(!NameInProse.isOrdinary(name, library.ordinaryWords()))
  }

  @Test func readersTakeTextsWithoutAWord() {
    for text in Wordless.texts where text.utf8.count < 1000 {
      _ = try? Yaml.read(text)
      _ = Toml.read(text)
      _ = ConfigFile.read(text, file: "config.toml")
      _ = LintFile.read(text, file: "lint.yaml", base: LintWords())
      _ = ReasonsFile.read(text, file: "reasons.yaml", base: [])
      _ = Aliases.line(in: text)
      _ = EditDistance.between(text, "a")
      _ = try? MustacheText(text)
    }
  }
}
