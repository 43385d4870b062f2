import DebriefContent
import Testing

@testable import DebriefModel

/// Single rules of how a rejection is read; the whole is measured in `RefusalTests`.
@Suite(.timed) struct RefusalBoundaryTests {
  private static let reader = RefusalReader(Library(userFolder: nil).refusals().words)
  /// A Friday.
  private let day = Day(2026, 3, 20)!

  private func read(_ text: String) -> RefusalReading? { Self.reader.read(text, on: day) }
  private func due(_ text: String) -> String? { read(text)?.promises.first?.due?.description }
  private let no = "Unfortunately, we have decided not to move forward with your application. "

  @Test func aSpanIsAtMost120() {
    #expect(due(no + "We will keep your CV on file for 120 days.") == "2026-07-18")
    #expect(due(no + "We will keep your CV on file for 121 days.") == nil)
    #expect(due(no + "We will keep your CV on file for one day.") == "2026-03-21")
  }

  @Test func aDateIsThatDayOrLater() {
    #expect(due(no + "We will send you feedback by 20 March 2026.") == "2026-03-20")
    #expect(due(no + "We will send you feedback by 21 March 2026.") == "2026-03-21")
    #expect(due(no + "We will send you feedback by 19 March 2026.") == nil)
  }

  @Test func theEndOfAMonthIsItsLastDay() {
    #expect(due(no + "We will keep your CV on file until the end of June.") == "2026-06-30")
    #expect(due(no + "We will keep your CV on file until the end of February.") == "2027-02-28")
  }

  @Test func twoPromisesAreTwo() {
    let it = read(no + "We will keep your CV on file. We will send you feedback by 24 March 2026.")
    #expect(it?.promises.map(\.what) == [.keep, .feedback])
    #expect(it?.promises.map { $0.due?.description } == [nil, "2026-03-24"])
    let again = read(no + "We will keep your CV on file. We will keep your CV on file for 30 days.")
    #expect(again?.promises.map(\.what) == [.keep])
  }

  /// What sort of answer it is says a promise already; one with a day says more.
  @Test func aPromiseIsToldOnce() {
    #expect(
      read(no + "We will keep your CV on file.")?.sentences
        == ["They're keeping your application on file."])
    #expect(
      read(no + "We will keep your CV on file until the end of June.")?.sentences
        == [
          "They're keeping your application on file.",
          "They'll keep your application until Tue 30 June 2026.",
        ])
    #expect(
      read(no + "You lack experience. We will keep your CV on file.")?.sentences.last
        == "They'll keep your application.")
  }

  @Test func whatIsDeniedIsNotSaid() {
    #expect(read(no + "You lack experience.")?.claims.isEmpty == false)
    #expect(read(no + "It was not your lack of experience.")?.claims.isEmpty == true)
    #expect(read(no + "We will not keep your CV on file.")?.promises.isEmpty == true)
  }

  @Test func whatIsSaidInOneClauseIsMarkedOnce() throws {
    func marks(_ text: String) throws -> Int {
      try #require(Self.reader.proposal(Self.reader.read(text, on: day))).marks.count
    }
    #expect(try marks(no + "You lack experience. We will keep your CV on file.") == 2)
    #expect(try marks(no + "You lack experience but we will keep your CV on file.") == 1)
  }

  @Test func aJobThatIsGoneIsNobodysFault() throws {
    let gone = try #require(
      Self.reader.proposal(
        Self.reader.read(
          "The position has been closed due to budget cuts. We had to stop hiring.", on: day)))
    #expect((gone.kind, gone.reason) == (.closed, RefusalReader.circumstances))
    // Where they say no more than that, too.
    let words = "This job opening is now closed."
    #expect(read(words)?.claims == [])
    let closed = try #require(Self.reader.proposal(Self.reader.read(words, on: day)))
    #expect((closed.kind, closed.reason) == (.closed, RefusalReader.circumstances))
  }

  // MARK: - What is saved along with them

  private func event(_ words: String, _ id: String = "e") -> Event {
    Event(id: ID(id), application: ID("app"), kind: .refused, on: day, recorded: noon) {
      $0.words = words
    }
  }
  private func reply(_ words: String, _ id: String = "f") -> Feedback {
    Feedback(id: ID(id), application: ID("app"), recorded: noon) {
      ($0.verbatim, $0.received) = (words, day)
    }
  }
  private func understood(_ operations: [Change.Operation]) -> Change {
    Recipe.understood(Change("x", operations), known: { _ in [] }, now: noon) { read($0, on: $1) }
  }
  private func read(_ words: String, on day: Day) -> RefusalReading? {
    Self.reader.read(words, on: day)
  }
  private let keep = "We will keep your CV on file."

  @Test func newWordsAreReadOnce() {
    #expect(understood([.insert(.event(event(no + keep)))]).operations.count == 2)
    #expect(
      understood([.update(from: .event(event("x")), to: .event(event(no + keep)))]).operations.count
        == 2)
    var moved = event(no + keep)
    moved.happened(on: day.adding(days: 1))
    #expect(
      understood([.update(from: .event(event(no + keep)), to: .event(moved))]).operations.count == 1
    )
    #expect(
      !Recipe.bringsTheirWords(
        Change("x", [.update(from: .event(event(no)), to: .event(event(no)))])))
  }

  @Test func bothOfTwoAreRead() {
    let it = understood([
      .insert(.event(event(no + keep))), .insert(.event(event(no + keep, "second"))),
    ])
    #expect(it.operations.count == 4)
  }

  @Test func aFormLetterIsNoReason() throws {
    let form =
      "Thank you for your interest. After careful consideration, we have decided to move forward with "
      + "other candidates. We wish you all the best in your job search."
    func candour(_ words: String) -> Candour? {
      guard
        case .feedback(let it)? = understood([.insert(.feedback(reply(words)))]).operations.first?
          .entity
      else { return nil }
      return it.candour
    }
    #expect(candour(form) == .boilerplate)
    #expect(candour(no + "You lack experience with Swift.") == nil)
    var stock = RefusalReading(language: "en")
    stock.kind = .form
    #expect(stock.stock == .boilerplate)
    stock.also = [.reason]
    #expect(stock.stock == nil)
    stock.also = [.kept]
    #expect(stock.stock == .boilerplate)
  }

  @Test func oneStockPhraseMakesNoForm() {
    #expect(read("After careful consideration, we won't go on.")?.kind != .form)
  }
}
