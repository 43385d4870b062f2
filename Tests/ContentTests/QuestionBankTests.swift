import DebriefContent
import DebriefModel
import Testing

@Suite("The question bank", .timed)
struct QuestionBankTests {
  private let questions = Library(userFolder: nil).questions()

  @Test("has questions for every side, each with its source")
  func sides() {
    for side in BankQuestion.Side.allCases {
      #expect(questions.filter { $0.side == side }.count >= 3, "\(side)")
    }
    for question in questions {
      #expect(!question.source.isEmpty && !question.advice.isEmpty && !question.tags.isEmpty)
      #expect(question.ask.count <= 100, "\(question.id)")
      #expect(question.hint.count <= 90, "\(question.id)")
    }
    #expect(Set(questions.map(\.id)).count == questions.count)
  }

  @Test("holds what is asked most")
  func common() {
    let common = Set(questions.filter { $0.tags.contains("common") }.map(\.id))
    #expect(common.isSuperset(of: ["why-hire", "why-post", "five-years", "know-us"]))
    #expect(questions.contains { $0.id == "three-things" && $0.advice == ["A76"] })
  }
}
