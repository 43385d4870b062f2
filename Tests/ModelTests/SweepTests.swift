import DebriefContent
import TestSupport
import Testing

@testable import DebriefModel

/// Every function of the model that takes a text a person may have typed, with texts that have no
/// word in them. A new one belongs in this list.
@Suite(.timed) struct SweepTests {
  private static let nicknames = Library(userFolder: nil).nicknames()
  private static let ordinary = Library(userFolder: nil).ordinaryWords()
  private static let refusals = RefusalReader(Library(userFolder: nil).refusals().words)
  private static let postings = Library(userFolder: nil).postings()

  private static func person(_ text: String) -> Person {
    Person(id: ID(text)) {
      $0.name = text
      $0.company = text
    }
  }

  private static func context(_ text: String) -> LintContext {
    var it = LintContext(today: World.today)
    it.kind = .thanks
    it.dossier = World.nordlicht
    it.dossier?.people.append(person(text))
    it.recipient = person(text)
    it.profile = World.profile
    it.foreignNames = [text, "Acme"]
    return it
  }

  static let functions: [(name: String, run: @Sendable (String) -> Void)] = [
    ("NameFolding", { _ = (NameFolding.spellings($0), NameFolding.isSame($0, "Kahl")) }),
    (
      "QuestionKind",
      { text in
        _ = QuestionKind(text).label
        let it = BankQuestion(id: "a", side: .candidate, ask: text)
        _ = BankQuestion.order([it], lately: Array(repeating: [text], count: 5))
      }
    ),
    (
      "PeopleLookup",
      { text in
        let people = World.people + [person(text)]
        _ = PeopleLookup.matches(text, among: people, nicknames: nicknames)
        _ = PeopleLookup.one(named: text, among: people)
        _ = PeopleLookup.exact(text, among: people)
      }
    ),
    (
      "Nicknames",
      { text in
        var it = nicknames
        it.add([text, "a"], for: text)
        it.add(alike: [text, "b"])
        _ = it.others(of: text)
      }
    ),
    ("OrdinaryWords", { _ = (ordinary.contains($0), OrdinaryWords($0).contains("a")) }),
    (
      "NameInProse",
      { text in
        let it = NameInProse(text, ordinary: ordinary)
        let count = min(text.count, 5)
        for place in [0..<count, 0..<0, max(0, count - 1)..<count] {
          _ = it.standing(of: place, as: text, isSetOff: true)
          _ = it.standing(of: place, as: "Next", isOrdinary: true)
        }
        _ = NameInProse.isOrdinary(text, ordinary)
      }
    ),
    ("NameCandidates", { _ = NameCandidates($0) }),
    (
      "names in other scripts",
      { text in
        _ = (NameScripts.latin(text), NameScripts.kana([text, "taro"]), FirstNames.contains(text))
        _ = SignReadings.keys(of: [text, "wang"])
        let chars = Array(text.prefix(2000))
        for at in chars.indices { _ = SignReadings.readings(chars, at: at) }
        let it = NameInProse(text, ordinary: ordinary)
        for name in [text, "Will"] { _ = it.mayBeSomebody(0..<min(1, text.count), as: name) }
      }
    ),
    (
      "what single words say",
      { text in
        _ = (World.linter.words.singles.guess(text), refusals.read(text, on: noon.day))
        _ = (OfferWords.deadline(in: text, on: noon.day), postings.wanted(text))
      }
    ),
    (
      "clauses of letters",
      { text in
        _ = (LetterClause.help(text), LetterClause.seek(text), LetterClause.tackle(text))
        _ = (LetterClause.news(text, company: text), LetterClause.solved(text))
        _ = LetterText.flatBrackets(text)
      }
    ),
    (
      "pay",
      { text in
        let application = Application(id: ID("app"), created: noon) {
          $0.payAsked = text
          $0.payOffered = text
        }
        _ = PayGap.sentences(application)
      }
    ),
    (
      "transcripts and rooms",
      { text in
        _ = (Transcript.turns(text), Transcript.split(text), RoomWords.people(text, known: [text]))
        _ = (RoomWords.isForgotten(text), Source.list(text), CueWords.of(text))
      }
    ),
    (
      "two texts",
      { text in
        _ = (BothTexts.holds(text, in: text), BothTexts.holds("a", in: text))
        _ = (AskedQuestions.isSame(text, text), AskedQuestions.isSame("a", text))
        _ = EditDistance.between(text, "acme")
        _ = (DroppedPath.path(text), DroppedPath.typed(text), QRCode(text))
      }
    ),
    ("Harmless", { _ = (Harmless.line($0), Harmless.text($0)) }),
    ("Nearest", { _ = Nearest.word(to: $0, in: [$0, "acme"]) }),
    (
      "Mention.statement",
      { _ = Mention([], rest: $0).statement($0, at: nil) }
    ),
    ("LetterText", { _ = (LetterText.clean($0), LetterText.phrase($0), LetterText.quoted($0)) }),
    (
      "DateWords",
      { text in
        let it = DateWords(now: noon)
        _ = (it.day(text), it.talk(text), DateWords.ambiguity(text))
      }
    ),
    (
      "Hedges",
      { text in
        let it = Hedges([text, "maybe"])
        _ = (it.pieces(text), it.words(text))
      }
    ),
    ("Condition", { _ = try? Condition(parsing: $0) }),
    ("Shingles", { _ = Shingles($0).likeness(Shingles("a b c")) }),
    (
      "Linter.remarks",
      {
        _ = World.linter.remarks(
          subject: $0, text: "Dear \($0),\n\n\($0)\n\nBest,\nRobin", context: context($0))
      }
    ),
    (
      "Linter.remarks alone",
      { _ = World.linter.remarks(subject: "", text: $0, context: context("x")) }
    ),
    (
      "Linter.words",
      { text in
        _ = World.linter.wordsToSpell(subject: text, text: text, context: context(text))
        _ = World.linter.isReadable(
          text, SpellingReport(language: text), context: context(text))
      }
    ),
  ]

  @Test(arguments: functions.map(\.name)) func textsWithoutAWord(_ name: String) throws {
    let function = try #require(SweepTests.functions.first { $0.name == name })
    for text in Wordless.texts { function.run(text) }
  }

  /// A run without blanks has as many candidates as any other text.
  @Test func aRunWithoutBlanksIsLookedAtAsFarAsAnyText() {
    let found = NameCandidates(String(repeating: "字", count: 20_000)).starts
    #expect(found.map(\.count).reduce(0, +) <= NameCandidates.most + 12)
    #expect(found.first?.first?.words.count == 12)
  }
}
