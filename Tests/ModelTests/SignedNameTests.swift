import Testing

@testable import DebriefModel

/// Whoever signs with a first name is greeted by it, and nobody else is.
@Suite(.timed) struct SignedNameTests {
  private func greeted(_ texts: [String], name: String = "Ines Muster", said: String = "") -> String
  {
    let it = refused {
      $0.people = [Person(id: ID("ines")) { $0.name = name }]
      $0.events[0].person = ID("ines")
      $0.events[0].words = said
      $0.feedback = texts.enumerated().map { n, text in
        Feedback(id: ID("f\(n)"), application: ID("app"), recorded: noon) {
          $0.person = ID("ines")
          $0.received = noon.day.adding(days: n)
          $0.verbatim = text
        }
      }
    }
    let facts = LetterFacts(it, to: it.people[0], now: noon)
    return facts.slots[.to] ?? ""
  }

  @Test(arguments: [
    "Dear Robin,\n\nWe chose someone else.\n\nBest,\nInes", "We chose someone else.\nCheers, Ines",
    "No, sorry.\n\nKind regards\nInes\n\nInes Muster\nHead of People, Acme", "Sorry!\nINES",
    "We chose someone else.\r\nBest,\r\nInés",
  ])
  func aFirstNameIsGreetedByIt(_ text: String) { #expect(greeted([text]) == "Ines") }

  @Test(arguments: [
    "We chose someone else.\n\nBest,\nInes Muster", "We chose someone else.", "Ines", "",
    "Hi Ines,\nthank you for your time.", "Dear Robin,\nInes Weber told us no.\nBest,\nJo",
    "Best,\nI. Muster", "We chose someone else.\nBest,\nMs Muster",
    "Ask Ines about it.\nBest,\nThe hiring team",
  ])
  func anythingElseIsTheWholeName(_ text: String) { #expect(greeted([text]) == "Ines Muster") }

  @Test func theLatestThatIsSignedDecides() {
    #expect(greeted(["No.\nBest,\nInes Muster", "Sure!\nInes"]) == "Ines")
    #expect(greeted(["Sure!\nInes", "No.\nBest,\nInes Muster"]) == "Ines Muster")
    #expect(greeted(["Sure!\nInes", "Call me."]) == "Ines")
    #expect(greeted([], said: "We chose someone else.\nInes") == "Ines")
  }

  @Test func aNameOfOneWordStays() {
    #expect(greeted(["Sure!\nInes"], name: "Ines") == "Ines")
    #expect(greeted(["Sure!\nI."], name: "I. Muster") == "I. Muster")
  }
}

/// What a question is praised for, and how a name is greeted.
@Suite(.timed) struct GreetedTests {
  @Test(arguments: [
    ("van der Berg, Jan", "Jan van der Berg"), ("Muster, Ines", "Ines Muster"),
    ("Ines Muster", "Ines Muster"), ("Ines Muster, PhD", "Ines Muster, PhD"),
    ("Daniel Hale, Jr.", "Daniel Hale, Jr."), ("A, B, C", "A, B, C"), (", Jan", ", Jan"), ("", ""),
  ])
  func aNameIsTurnedRound(_ name: String, _ wanted: String) {
    #expect(LetterText.greeted(name) == wanted)
  }

  @Test(arguments: [
    ("Frau Dr. Käthe Weiß", "Dr. Weiß"), ("Frau Weiß", "Ms. Weiß"), ("Herr Meier", "Mr. Meier"),
    ("Frau Käthe Weiß", "Käthe Weiß"), ("Herr Prof. Dr. Jan van der Berg", "Prof. van der Berg"),
    ("Frau", "Frau"), ("Frau Dr.", "Frau Dr."), ("Käthe Weiß", "Käthe Weiß"), ("", ""),
  ])
  func anEnglishGreetingHasNoOtherTitle(_ name: String, _ wanted: String) {
    #expect(LetterText.titled(name, language: "en_US") == wanted)
    #expect(LetterText.titled(name, language: "de_DE") == name)
  }

  @Test(arguments: [
    ("Platform engineer (m/w/d)", "Platform engineer"), ("Engineer (all genders)", "Engineer"),
    ("Engineer [f/m/x] Berlin", "Engineer Berlin"), ("Nurse m/w/d", "Nurse"),
    ("Engineer (Berlin)", "Engineer (Berlin)"), ("Nurse (part time", "Nurse (part time"),
    ("TCP/IP engineer", "TCP/IP engineer"), ("(m/w/d)", "(m/w/d)"), ("", ""),
  ])
  func aJobIsNamedWithoutWhatAPostingAdds(_ title: String, _ wanted: String) {
    #expect(LetterText.role(title) == wanted)
  }

  @Test(arguments: [
    ("Advice (Engineer (Berlin))?", "Advice (Engineer, Berlin)?"), ("No (one)", "No (one)"),
    ("a) first", "a) first"), ("(a (b (c)))", "(a, b, c)"),
  ])
  func aSubjectHasNoBracketInABracket(_ subject: String, _ wanted: String) {
    #expect(LetterText.flatBrackets(subject) == wanted)
  }

  @Test(arguments: [
    "Tell me about a time a launch went wrong.", "Describe a conflict in your team",
    "Walk me through the outage.", "How would you test a cache?", "Where would you begin？",
  ])
  func aPromptCountsAsAQuestion(_ text: String) { #expect(LetterText.isPraised(text)) }

  @Test(arguments: [
    "Walk me through your résumé", "Tell me about yourself.", "It was a nice talk.",
    "They said the team is small", "Tell me. Then wait. Then go.", "",
  ])
  func anythingElseIsNone(_ text: String) { #expect(!LetterText.isPraised(text)) }
}
