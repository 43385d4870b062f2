import DebriefContent
import Testing

@testable import DebriefModel

/// How the words of a rejection are read that came on a day in November.
func refusal(in text: String) -> RefusalReading? {
  DenialTests.reader.read(text, on: DenialTests.day)
}

/// What is taken back is not said, and what is no rejection is not read as one.
@Suite("Words that take back what stands beside them", .timed)
struct DenialTests {
  static let reader = RefusalReader(Library(userFolder: nil).refusals().words)
  static let day = Day(number: 20_777)

  @Test(
    "a promise that is denied is none",
    arguments: [
      "Sorry, we chose someone else. Please do not apply again.",
      "We chose someone else. There is no need to apply again.",
      "We chose someone else. We would ask you not to reapply.",
      "We chose someone else. Please refrain from applying again.",
      "We chose someone else. We advise against applying again this year.",
      "We chose someone else. We will not keep your data.",
      "We chose someone else. We can't keep your CV on file.",
      "We chose someone else. We don't keep CVs on file.",
      "We chose someone else. We never keep applications.",
      "We chose someone else. We will not send feedback by 5 December or later.",
    ])
  func promises(_ text: String) throws {
    let it = try #require(refusal(in: text))
    #expect(it.promises.isEmpty, "\(text): \(it.promises)")
    // What kind of answer it is says no other thing.
    #expect(
      it.kind != .kept && it.kind != .reapply && it.also.isDisjoint(with: [.kept, .reapply]),
      "\(text): \(it.kind as Any)")
  }

  @Test(
    "what is said to be no reason is none",
    arguments: [
      "You interrupted a lot, but that's not why.",
      "You seemed nervous, but that wasn't the reason.",
      "Your German isn't fluent, but this is not the problem.",
    ])
  func notWhy(_ text: String) {
    #expect(refusal(in: "Sorry, we chose someone else. \(text)")?.claims ?? [] == [])
  }

  @Test(
    "a promise is one, whatever is denied elsewhere",
    arguments: [
      ("We did not choose you, but please apply again.", RefusalReading.Promise.What.reapply),
      ("We chose someone else. Don't hesitate to apply again in six months.", .reapply),
      ("We chose someone else. Please don't be discouraged from applying again.", .reapply),
      ("Although it did not work out, we will keep your CV on file.", .keep),
      ("It was not an easy choice, please apply again.", .reapply),
    ])
  func kept(_ text: String, _ what: RefusalReading.Promise.What) throws {
    let promises = try #require(refusal(in: text)).promises.map(\.what)
    #expect(promises.contains(what), "\(text): \(promises)")
  }

  @Test(
    "a reason that is denied is none",
    arguments: [
      "We chose someone else. It was not your technical skills that let you down.",
      "We chose someone else. It wasn't a lack of experience.",
      "We chose someone else. You were not too expensive for us.",
      "We chose someone else. Your degree was not an issue.",
      "We chose someone else. Please don't think that you failed the test.",
    ])
  func reasons(_ text: String) throws {
    let claims = try #require(refusal(in: text)).claims
    #expect(claims.isEmpty, "\(text): \(claims.map(\.says))")
  }

  @Test(
    "an offer or an invitation is not read as a no",
    arguments: [
      "We are delighted to offer you the job! The contract is attached.",
      "Good news: the job is yours.",
      "We would like to invite you to a second interview next week.",
      "We'd love to see you again for a final round.",
      "Welcome to the team!",
    ])
  func welcome(_ text: String) throws {
    let reading = try #require(refusal(in: text), "\(text)")
    #expect(reading.isWelcome && reading.claims.isEmpty, "\(text): \(reading)")
    #expect(reading.sentences.count == 1 && reading.sentences[0].contains("than a no"))
  }

  @Test(
    "a no is one, however kindly it is put",
    arguments: [
      "We are sorry that we cannot offer you the job.",
      "Unfortunately we are unable to offer you the position.",
      "We decided not to invite you to the next round.",
      "We were happy to meet you, but we chose someone else for the role.",
    ])
  func no(_ text: String) {
    #expect(refusal(in: text)?.isWelcome != true, "\(text)")
  }

  @Test(
    "an answer to a withdrawal is no rejection",
    arguments: [
      "Understood, and no hard feelings. We're sorry to see you go.",
      "We're sorry to lose you. Thank you for letting us know.",
      "We have withdrawn your application as you asked.",
    ])
  func farewell(_ text: String) throws {
    let reading = try #require(refusal(in: text), "\(text)")
    #expect(reading.isFarewell && !reading.saysNo && reading.sentences.count == 1, "\(text)")
  }

  @Test("what only holds if nobody writes is no news, and its date is kept")
  func silence() throws {
    let reading = try #require(
      refusal(
        in:
          "We aren't able to offer feedback. Should we not be in touch by the end of January, "
          + "please assume we filled the seat."))
    #expect(!reading.saysNo && reading.givesNoFeedback && reading.promises.isEmpty)
    #expect(reading.silentBy != nil && reading.kind != .closed)
    let other = try #require(
      refusal(
        in: "We chose someone else. If we don't hear from you by May we'll assume that works."))
    #expect(other.saysNo && other.silentBy == nil)
  }
}
