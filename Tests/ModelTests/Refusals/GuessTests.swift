import DebriefContent
import Foundation
import Testing

@testable import DebriefModel

/// What single words speak for, where no phrase says why: measured on `unseen.txt`, which nothing learns from.
@Suite("What words speak for where no phrase is found", .timed)
struct GuessTests {
  static let words = Library(userFolder: nil).refusals().words
  static let reader = RefusalReader(words)
  private static let day = Day(2026, 3, 20)!

  private func read(_ text: String) -> RefusalReading? { Self.reader.read(text, on: Self.day) }

  /// What a text is about, as the table labels it.
  private func label(_ reading: RefusalReading?) -> String {
    guard let reading, let kind = reading.kind else { return "-" }
    if kind == .closed { return RefusalReader.circumstances }
    if kind == .notYours || kind == .undecided { return kind.rawValue }
    return reading.claims.first?.code ?? "-"
  }

  private func label(_ it: RefusalTests.Case) -> String {
    if it.kind == .closed { return RefusalReader.circumstances }
    return it.kind == .notYours || it.kind == .undecided ? it.kind.rawValue : it.reason ?? "-"
  }

  @Test("is rarely wrong on texts nobody has learned from")
  func measured() throws {
    let cases = try RefusalTests.cases("unseen.txt")
    #expect(cases.count >= 290)
    let phrases = {
      var it = Self.words; it.guesses = WordModel(); return RefusalReader(it)
    }()
    var (guesses, right, before, after) = (0, 0, 0, 0)
    var wrong: [String] = []
    for it in cases {
      let reading = read(it.text)
      if label(phrases.read(it.text, on: Self.day)) == label(it), label(it) != "-" { before += 1 }
      if label(reading) == label(it), label(it) != "-" { after += 1 }
      guard let reading, reading.isGuess else { continue }
      guesses += 1
      if label(reading) == label(it) { right += 1 } else { wrong.append(it.text) }
      #expect(it.kind != .form, "\(it.text)")
    }
    // Each guess is asked about; a wrong one does more harm than none.
    #expect(right * 100 >= guesses * 80, "\(right) of \(guesses): \(wrong)")
    #expect(after >= before + 15, "\(before), \(after)")
  }

  @Test("is never quoted from the name below a text", arguments: ["Tom", "Best, Tom", "Dana"])
  func signed(_ name: String) {
    let reading = read("Hi Nadia, we went with somebody who knows the energy market. \(name)")
    #expect(reading?.quote?.words != name, "\(String(describing: reading))")
    #expect(reading?.claims.contains { $0.quote.words == name } != true)
  }

  @Test("comes from a file that has every label, and is small")
  func shipped() throws {
    let text = try #require(shippedText("refusal-words.txt"))
    #expect(text.utf8.count < 60 << 10)
    let model = try #require(WordModel(text))
    let language = try #require(Self.words.languages.first { $0.code == "en" })
    #expect(Set(model.labels) == Set(language.says.keys).union(["-", "not-yours", "undecided"]))
    #expect(Self.words.guesses == model)
    // It says of what it learned from what it learned: words are taken apart as they were when it did.
    let cues = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("cues.txt"), encoding: .utf8)
    var (right, all) = (0, 0)
    for line in cues.split(separator: "\n") where !line.hasPrefix("#") {
      let label = String(line.prefix { $0 != ":" })
      for cue in line.dropFirst(label.count + 2).components(separatedBy: ", ") {
        all += 1
        right += model.guess(cue)?.label == label ? 1 : 0
      }
    }
    #expect(all > 2_000 && right * 10 >= all * 7, "\(right) of \(all)")
  }

  private func shippedText(_ name: String) -> String? {
    try? String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../Resources/\(name)"), encoding: .utf8)
  }

  @Test(
    "knows words by their family",
    arguments: [
      ("prepared", "prepar"), ("preparing", "prepar"), ("answers", "answer"), ("boss", "boss"),
      ("companies", "compani"), ("company", "compani"), ("2026", "#"), ("pay", "pay"),
      ("résumé", "résumé"), ("stopped", "stop"), ("nervousness", "nervous"), ("sorry", "sorri"),
      ("requirements", "requir"), ("expectations", "expectat"),
    ])
  func stems(_ word: String, _ stem: String) { #expect(WordModel.stem(word) == stem) }

  @Test("keeps pairs and what is denied, up to the next sign")
  func features() {
    #expect(
      WordModel.features(WordModel.words(of: "We can't pay that, sorry"))
        == [
          "we", "can", "not", "pay", "that", "sorri", "we_can", "can_not", "not_pay", "pay_that",
          "!pay", "!that",
        ])
    #expect(
      WordModel.features(WordModel.words(of: "You never paid, I did pay"), apart: true)
        == [
          "you", "never", "paid", "i", "did", "pay", "you_never", "never_paid", "you_*_paid",
          "i_did",
          "did_pay", "i_*_pay", "!paid",
        ])
    #expect(WordModel.words(of: "> I was late\nNo.").map(\.key) == ["no"])
  }

  @Test(
    "reads no file with a fault in it",
    arguments: [
      "", "labels a\n", "labels - b\n", "pay b3\n", "labels - b\npay b\n", "labels - b\npay c3\n",
      "labels - b\npay b0\n", "labels - b\npay b200\n", "labels - b\npay b3\npay b4\n",
      "labels - b\npay\n", "labels - b\npay 3b\n", "labels - b\nunit 0\npay b3\n",
    ])
  func faults(_ text: String) { #expect(WordModel(text) == nil) }

  @Test func aGuessIsAheadOfTheNext() throws {
    let model = try #require(WordModel("# words\nlabels - x y\nunit 2\npay b8c2\nodd c-4\n"))
    #expect(model.guess("pay") == WordModel.Guess(label: "x", margin: 3, known: 1))
    #expect(
      model.guess("They pay odd")
        == WordModel.Guess(label: "x", margin: 8 / 2 / 2.0.squareRoot(), known: 2))
    // A text below its title is one with it, and must say something by itself.
    #expect(
      model.guess("They pay odd", below: "pay", atLeast: 2) == model.guess("pay\nThey pay odd"))
    #expect(model.guess("They pay odd", below: "pay", atLeast: 3) == nil)
    #expect(model.guess("nothing known") == nil && WordModel().guess("pay") == nil)
  }

  @Test("is said to be one, with the words it comes from")
  func said() throws {
    var words = Self.words
    words.guesses = try #require(
      WordModel("labels - R-TECH undecided not-yours\nfrob b9\nzib c9\nkib d9\n"))
    let reader = RefusalReader(words)
    let text = "We chose someone else. The frob was all over the place."
    let reading = try #require(reader.read(text, on: Self.day))
    #expect(reading.isGuess && reading.claims.map(\.code) == ["R-TECH"])
    #expect(
      reading.sentences == [
        "They may have given a reason.",
        "This is only a guess, based on “The frob was all over the place”: they wanted stronger technical skills.",
      ])
    let proposal = try #require(reader.proposal(reader.read(text, on: Self.day)))
    #expect(proposal.sentence == "This is only a guess: they wanted stronger technical skills.")
    #expect(reading.stock == nil)
    // Nothing is guessed of what goes to everybody, of a denial, or of somebody else.
    for other in [
      "After careful consideration we have decided to move forward with other applicants. The frob was nice.",
      "We chose someone else. It had nothing to do with the frob.",
      "We chose someone else. My sister had a frob.",
      "We chose someone else. I can't share any details about the frob.",
    ] {
      #expect(reader.read(other, on: Self.day)?.isGuess != true, "\(other)")
    }
    // After a no, nothing is undecided.
    #expect(reader.read("The zib is here.", on: Self.day)?.kind == .undecided)
    #expect(
      reader.read("We chose someone else. The zib is here.", on: Self.day)?.kind != .undecided)
    #expect(
      reader.read("The kib is here.", on: Self.day)?.sentences
        == [
          "The reason they gave may not be about your work. Keep their exact words in a private note."
        ])
  }

  @Test("takes time that grows with the text and no faster")
  func linear() {
    let once = String(repeating: "The kettle sang over our heads. ", count: 300)
    let clock = ContinuousClock()
    let short = clock.measure { _ = read(once) }
    let long = clock.measure { _ = read(String(repeating: once, count: 4)) }
    #expect(long < short * 16 + .milliseconds(200))
  }

  @Test(
    "gives no reason from what is told of others, or only supposed",
    arguments: [
      "They said no. I think I was too expensive.",
      "They said no. I wonder whether I asked for too much money.",
      "They said no. Maybe I was too nervous?",
      "They said no. My sister was turned down for a lack of experience.",
    ])
  func aside(_ text: String) { #expect(read(text)?.claims ?? [] == []) }

  @Test(
    "leaves employers who tell what the reader said",
    arguments: [
      (
        "The group works in pairs all day, and you told us that you do your best work alone.",
        "R-TEAM"
      ),
      ("You kept interrupting my colleague.", "R-INTERRUPT"),
    ])
  func told(_ text: String, _ code: String) { #expect(read(text)?.claims.first?.code == code) }
}

extension WordModel {
  /// What a text speaks for most; nil where it has no word that is known.
  func guess(_ text: String) -> Guess? { guess(WordModel.words(of: text)) }
}
