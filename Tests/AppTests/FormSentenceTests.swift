import DebriefModel
import Testing

@testable import DebriefApp

/// What is typed is shown as the sentence it makes in a letter.
@Suite(.timed) struct FormSentenceTests {
  @Test func anExampleIsShownAsASentence() {
    let form = ReplyForm(id: ID("app"), editing: nil)
    #expect(
      form.sentences(["example0": "Led a team of twelve", "example1": " ", "verbatim": "No."])
        == ["example0": "In a letter: I led a team of twelve."])
    #expect(
      form.sentences(["example2": "six months in a clinic.\nIn Kiel"])
        == ["example2": "In a letter: One example is six months in a clinic. In Kiel."])
    #expect(form.sentences([:]) == [:])
  }

  @Test func aChallengeIsShownAsASentence() {
    let form = PreparationForm(id: ID("app"), kind: .company, editing: nil)
    let prompt = PreparationRules.Prompt.challenges.rawValue
    #expect(
      form.sentences(["text": prompt, "detail": "How do you keep forecasts right?\nseen in a talk"])
        == ["detail": "In a letter: I’ve been thinking about how to keep forecasts right."])
    #expect(form.sentences(["text": prompt, "detail": " "]) == [:])
  }
}
