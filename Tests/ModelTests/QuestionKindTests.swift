import TestSupport
import Testing

@testable import DebriefModel

/// Which kind of question surprises, and which question of the bank is still worth a place.
@Suite(.timed) struct QuestionKindTests {
  @Test(
    arguments: [
      ("What are your salary expectations?", .terms), ("When could you start?", .terms),
      ("Tell me about a time you disagreed with your boss.", .past),
      ("Have you solved a problem like ours, and what came of it?", .past),
      ("What do you know about our company?", .company), ("Why do you want this job?", .company),
      ("What are your strengths and weaknesses?", .oneself),
      ("Why should we hire you?", .oneself), ("Where will you be in five years?", .oneself),
      ("How would you tackle the problem?", .cases), ("HOW WOULD YOU plan it?", .cases),
      ("What happens to your queue when one broker is gone?", .work), ("", .work),
      // A word within another is none of theirs, and what isn't English is about the work.
      ("How do you keep a service up?", .work), ("Which payload did it carry?", .work),
      ("Wie lange dauert das?", .work),
      // The first kind it has the words of.
      ("What would you do about the salary?", .terms),
    ] as [(String, QuestionKind)])
  func aQuestionIsOfAKind(_ question: String, _ kind: QuestionKind) {
    #expect(QuestionKind(question) == kind)
  }

  private func prepared(_ asked: [(question: String, isPrepared: Bool)]) throws -> Months.Figure {
    var it = Dossier(Application(id: ID("a"), created: noon) { $0.company = "Acme" })
    let entry = Preparation(
      id: ID("p"), application: it.application.id, kind: .answer, recorded: noon)
    it.preparations = [entry]
    for (at, one) in asked.enumerated() {
      it.turns.append(
        Turn(id: ID("t\(at)"), application: it.application.id, recorded: noon) {
          ($0.question, $0.asker) = (one.question, .them)
          $0.prepared = one.isPrepared ? "noted" : ""
        })
    }
    it.turns.append(
      Turn(id: ID("match"), application: it.application.id, recorded: noon) {
        ($0.question, $0.asker, $0.preparation) = ("Which tool?", .them, entry.id)
      })
    it.sort()
    var tally = MonthTally(.all, now: noon, patience: Patience())
    tally.add(MonthFacts(it))
    return try #require(Months(tally, title: { $0 }).figures.first { $0.figure == .prepared })
  }

  @Test func theKindThatSurprisesMostIsSaid() throws {
    let pay = (question: "Which salary?", isPrepared: false)
    let past = (question: "Tell me about a time you failed.", isPrepared: true)
    func last(_ asked: [(question: String, isPrepared: Bool)]) throws -> String {
      try prepared(asked).sentences.last ?? ""
    }
    #expect(
      try last([pay, pay, pay, past, past, past])
        == "Most often a surprise: questions about pay and dates, 3 of 3.")
    // Two are no pattern, and what was prepared every time surprises nobody.
    #expect(try last([pay, pay, past, past, past]).hasPrefix("They asked 6"))
    // The larger share, then the one that was asked more often.
    var missed = past
    missed.isPrepared = false
    #expect(
      try last([pay, pay, pay, missed, missed, past])
        == "Most often a surprise: questions about pay and dates, 3 of 3.")
    #expect(
      try last([pay, pay, pay, missed, missed, missed, missed, missed])
        == "Most often a surprise: questions about your past work, 5 of 5 (100%).")
    // Asked three times, but a surprise only twice.
    #expect(try last([missed, missed, past]).hasPrefix("They asked 4"))
    let rows = try prepared([pay, past]).rows.map { "\($0.label): \($0.words)" }
    #expect(rows.contains("about pay and dates: 0 of 1 you'd prepared for"))
    #expect(rows.contains("about your past work: 1 of 1 you'd prepared for"))
  }

  private let bank = [
    BankQuestion(id: "a", side: .candidate, ask: "Why should we hire you?"),
    BankQuestion(id: "b", side: .candidate, ask: "What are your strengths and weaknesses?"),
    BankQuestion(id: "c", side: .candidate, ask: "Where do you see yourself in five years?"),
  ]

  @Test func whatNobodyAskedInFiveInterviewsSinks() {
    func order(_ lately: [[String]]) -> [String] {
      BankQuestion.order(bank, lately: lately).map { $0.question.id + ($0.hasSunk ? "-" : "") }
    }
    let five = Array(repeating: ["How do you test?"], count: 5)
    #expect(order([]) == ["a", "b", "c"])
    #expect(order(Array(five.dropLast())) == ["a", "b", "c"])
    #expect(order(five) == ["a-", "b-", "c-"])
    // In their words or in others, once in five is enough; the sixth interview back is too long ago.
    var asked = five
    asked[4] = ["So what are your weaknesses, and your strengths?"]
    #expect(order(asked) == ["b", "a-", "c-"])
    asked[0] = ["Where do you want to be in five years?"]
    #expect(order(asked) == ["b", "c", "a-"])
    #expect(order(five + [["Why should we hire you?"]]) == ["a-", "b-", "c-"])
  }

  @Test func whatItWasCalledBeforeIsTheSameQuestion() {
    var old = bank[0]
    old.was = ["Why you?"]
    let lately = Array(repeating: ["Why you?"], count: 5)
    #expect(BankQuestion.order([old], lately: lately).map(\.hasSunk) == [false])
  }
}
