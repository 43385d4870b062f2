import Testing

@testable import DebriefModel

/// Notes as parts of sentences: what leads up to a note follows from what it is, and none stands behind a colon.
@Suite(.timed) struct LetterClauseTests {
  @Test(arguments: [
    ("no store runs out of the one spring people ask for", "help make sure no store runs out"),
    ("Every child finds a book they want to finish.", "help make sure every child finds"),
    ("get medicine to every hospital", "help you get medicine"),
    ("to keep the trains running", "help you keep the trains"),
    ("a calm depot for every hospital", "help with a calm depot"),
    ("They want to cut waste by half", "help you cut waste"),
    ("safer roads", "help with safer roads"),
  ]) func whatTheyWorkToward(_ note: String, _ start: String) {
    #expect(LetterClause.help(note).hasPrefix(start), "\(LetterClause.help(note))")
  }

  @Test(arguments: [
    ("keep something running that a town would miss", "a job where I can keep something"),
    ("A calm team that ships", "a calm team that ships"),
    ("to read aloud every week", "a job where I can read aloud"),
    ("more responsibility", "more responsibility"),
    ("teach", "a job where I can teach"), ("Read aloud every week", "a job where I can read"),
    ("work in a small team", "work in a small team"),
    ("work with children", "a job where I can work"),
    ("research that helps patients", "research that helps"),
  ]) func whatOneLooksFor(_ note: String, _ sentence: String) {
    #expect(LetterClause.seek(note).hasPrefix(sentence), "\(LetterClause.seek(note))")
  }

  @Test(arguments: [
    ("They bought a second depot.", "that you bought a second depot"),
    ("A second depot opened in February", "that a second depot opened in February"),
    ("Alphawerk opened a depot", "that Alphawerk opened a depot"),
    ("the new reading room", "about the new reading room"),
    ("Their move to Halle", "about their move to Halle"),
  ]) func theirNews(_ note: String, _ words: String) {
    #expect(LetterClause.news(note, company: "Alphawerk") == words)
  }

  @Test(arguments: [
    ("draw the three cases, then test each", "I’d draw the three cases, then test each"),
    ("Count both warehouses for two weeks", "I’d count both warehouses for two weeks"),
    ("I would draw it first", "I would draw it first"), ("a map", "I’d begin with a map"),
    ("One step at a time!", "I’d begin with One step at a time!"),
  ]) func howOneWouldTackleIt(_ note: String, _ sentence: String) {
    #expect(LetterClause.tackle(note) == sentence)
  }

  @Test(arguments: [
    ("Fluent German", "fluent German"), ("Kafka in production", "Kafka in production"),
    ("Three years with teenagers", "three years with teenagers"),
    ("Lead a team of five", "someone to lead a team of five"),
    ("Leading a team", "someone to lead a team"),
    ("Knows Kafka", "someone who knows Kafka"), ("Can weld.", "someone who can weld"),
    ("Able to travel", "someone able to travel"), ("Must have a license", "a license"),
    ("You should have experience with queues", "experience with queues"),
    ("Years", "years"), ("must", "must"),
  ]) func whatTheyAskFor(_ note: String, _ words: String) {
    #expect(LetterClause.wanted(note) == words)
  }

  @Test(arguments: ["", " ", "…", "a", "to", "株式会社", "I", "no", "they", "—"])
  func nothingIsTooSmall(_ note: String) {
    for text in [
      LetterClause.help(note), LetterClause.seek(note), LetterClause.news(note),
      LetterClause.tackle(note), LetterClause.solved(note), LetterClause.wanted(note),
    ] { #expect(!text.contains(":") && !text.contains("  ")) }
  }
}
