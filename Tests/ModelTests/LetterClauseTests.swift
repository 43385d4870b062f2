import Testing

@testable import DebriefModel

/// Notes as parts of sentences: what leads up to a note follows from what it is, and none stands behind a colon.
@Suite(.timed) struct LetterClauseTests {
  @Test(arguments: [
    ("We power homes without burning anything.", "help you power homes without burning anything"),
    ("We digitize our archives.", "help you digitize your archives"),
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
    (
      "weather per postcode; start with one month",
      "I’d begin with weather per postcode, and start with one month"
    ),
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

  @Test(arguments: [
    (
      "How do you keep forecasts right when the wind drops?",
      "how to keep forecasts right when the wind drops"
    ),
    ("How can we scale?", "how to scale"), ("How to hire faster?", "how to hire faster"),
    ("Why do teenagers stop coming?", "the question “Why do teenagers stop coming?”"),
    (
      "why do their forecasts miss cold Mondays?",
      "the question “Why do your forecasts miss cold Mondays?”"
    ),
    ("Why are they late every May?", "the question “Why are you late every May?”"),
    (
      "Why do teenagers stop coming when they turn thirteen?",
      "the question “Why do teenagers stop coming when they turn thirteen?”"
    ),
    ("How do you not lose them?", "the question “How do you not lose them?”"),
    ("how many teenagers stop coming", "how many teenagers stop coming"),
    ("Staff shortage on weekends", "staff shortage on weekends"),
    ("Long queues at 8 am", "long queues at 8 am"), ("Falcon’s new tariff", "Falcon’s new tariff"),
    ("your test suite takes four hours", "the fact that your test suite takes four hours"),
    ("sales in France are low", "the fact that sales in France are low"),
    ("they lose parts between two depots", "the fact that you lose parts between two depots"),
    ("customer visits in winter", "customer visits in winter"),
    ("your sales calls", "your sales calls"),
    ("keep the trains running", "how to keep the trains running"),
    (
      "Keeping counts right while a second depot opens",
      "keeping counts right while a second depot opens"
    ),
    ("We are short of nurses", "the fact that you are short of nurses"),
  ]) func whatOneHasBeenThinkingAbout(_ note: String, _ words: String) {
    #expect(LetterClause.ponder(note) == words)
  }

  @Test(arguments: [
    ("I built a Kafka pipeline in 2023", "I built a Kafka pipeline in 2023"),
    ("Six months in the ICU of Kiel", "One example is six months in the ICU of Kiel"),
    ("my comics night had 25 regulars", "My comics night had 25 regulars"),
    ("since May I can work on Saturdays", "Since May I can work on Saturdays"),
    ("Led a team of twelve", "I led a team of twelve"),
    ("managed 30 people", "I managed 30 people"),
    ("Advanced certificate in welding", "One example is Advanced certificate in welding"),
    ("the depot where we lost no parts", "One example is the depot where we lost no parts"),
    ("lead a team of five", "I can lead a team of five"),
  ]) func anExampleIsASentence(_ note: String, _ sentence: String) {
    #expect(LetterClause.example(note) == sentence)
  }

  @Test(arguments: [
    (
      "our suite went from 3 h to 20 min",
      "I’ve worked on something like it before. Our suite went from 3 h to 20 min"
    ),
    ("did that in Graz", "I’ve worked on something like it before. I did that in Graz"),
    (
      "At my last job we cut errors",
      "I’ve worked on something like it before. At my last job we cut errors"
    ),
    ("the depot where we lost parts", "A similar case was the depot where we lost parts"),
    ("nine brokers in 2024", "A similar case was nine brokers in 2024"),
  ]) func whatOneSolvedBefore(_ note: String, _ sentence: String) {
    #expect(LetterClause.solved(note) == sentence)
  }

  @Test(arguments: [
    ("first I would hire two people", "First I would hire two people"),
    ("First, a pilot", "I’d begin with a pilot"),
    ("A pilot with three turbines first", "I’d begin with a pilot with three turbines"),
    ("show you what we do", "I’d show you what we do"),
    ("When it rains, we stop", "When it rains, we stop"),
  ]) func whatComesFirst(_ note: String, _ sentence: String) {
    #expect(LetterClause.tackle(note) == sentence)
  }

  @Test(arguments: [
    ("What is your biggest success", "What is your biggest success?"),
    ("how do you handle stress?", "How do you handle stress?"), ("WHY US?", "WHY US?"),
    ("Tell me about a bad day.", "Tell me about a bad day."), ("What a day!", "What a day!"),
    ("They asked about \"Kafka\"", "They asked about 'Kafka'"), ("", ""), ("山田さん", "山田さん"),
  ]) func aQuestionHasItsMark(_ note: String, _ words: String) {
    #expect(LetterClause.question(note) == words)
  }

  @Test func twoThingsAreOneAndTheOther() {
    #expect(LetterClause.pair([]) == "" && LetterClause.pair(["Go"]) == "Go")
    #expect(LetterClause.pair(["Go", "Rust"]) == "Go and Rust")
    #expect(LetterClause.pair(["Python", "SQL and dashboards"]) == "Python, SQL and dashboards")
    #expect(LetterClause.pair(["Python", "Android"]) == "Python and Android")
  }

  @Test func theirOwnWordsAreTheReaders() {
    #expect(
      LetterClause.help("We are the market leader in garden tools.")
        == "help make sure you are the market leader in garden tools")
    #expect(
      LetterClause.help("Affordable power for every village")
        == "help with affordable power for every village")
    #expect(LetterClause.help("Acme tools for everybody") == "help with Acme tools for everybody")
  }

  @Test(arguments: ["", " ", "…", "a", "to", "株式会社", "I", "no", "they", "—"])
  func nothingIsTooSmall(_ note: String) {
    for text in [
      LetterClause.help(note), LetterClause.seek(note), LetterClause.news(note),
      LetterClause.tackle(note), LetterClause.solved(note), LetterClause.wanted(note),
      LetterClause.ponder(note), LetterClause.example(note),
    ] { #expect(!text.contains(":") && !text.contains("  ")) }
  }
}
