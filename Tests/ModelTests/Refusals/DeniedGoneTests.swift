import DebriefContent
import Testing

@testable import DebriefModel

/// A job that is not gone is still there, and what isn't so, or isn't to be thought, is no news.
@Suite("A job that is said not to be gone", .timed)
struct DeniedGoneTests {
  @Test(
    "has decided nothing",
    arguments: [
      "The position has not been filled.",
      "The role hasn't been filled yet.",
      "We wouldn't want you to think you have been turned down.",
      "The post has not yet been filled.",
      "The job has not been given to anyone.",
      "The vacancy hasn't been taken.",
      "The role has not been closed.",
      "The position hasn't been withdrawn.",
      "The search has not been cancelled.",
      "The role is not on hold.",
      "The search isn't paused.",
      "The position isn't gone.",
      "The opening has never been filled.",
      "This role isn't filled yet.",
      "The role is not yet filled.",
      "The position is still not filled.",
      "No one has been hired for the role yet.",
      "Nobody has been chosen.",
      "Nobody has been chosen so far.",
      "No candidate has been chosen yet.",
      "No one has been selected yet.",
      "We have not filled the role.",
      "We haven't filled the position yet.",
      "We have not closed the role.",
      "We have not put the role on hold.",
      "We haven't cancelled the search.",
      "We haven't paused hiring.",
      "There is no hiring freeze.",
      "We are not freezing the position.",
      "It is not that we have rejected you, but the panel hasn't met yet.",
      "It's not that you were unsuccessful, but that we're still interviewing.",
      "It isn't that the role has been filled, but that the manager is away.",
      "We don't want you to think you have been rejected.",
      "I wouldn't want you to feel rejected.",
      "We would hate for you to think you have been turned down.",
      "It would be wrong to say you have been turned down.",
      "It's too early to say that you have been turned down.",
      "You are far from being rejected.",
      "I'd be sorry if you thought you had been turned down.",
      "It is not true that you have been rejected.",
      "It's not the case that the role has been filled.",
      "Nothing has been decided, and nobody has been turned down.",
      "Contrary to what you heard, the role has not been filled.",
      "Rumours that the position was filled are not true.",
      "We don't want to give you the impression that you have been turned down.",
      "Please don't think that the job has gone to someone else.",
      "You shouldn't assume the role has been filled.",
      "We are not saying that you were unsuccessful.",
      "I didn't mean to say that you had been rejected.",
      "We never said that you were rejected.",
      "Nobody told you that you were rejected, I hope.",
      "The team has not said no.",
      "The role hasn't gone to anyone else.",
      "The position has not gone to an internal candidate.",
      "The position has not been offered to anybody.",
      "We haven't found anyone yet.",
      "We have not yet found the right person.",
      "The job isn't taken.",
      "The position has not been eliminated.",
      "No decision has been made, and the role has not been filled.",
      "Hiring has not been frozen.",
    ])
  func none(_ text: String) {
    let it = refusal(in: text)
    #expect(it?.saysNo != true, "\(text)")
    #expect(it?.claims.isEmpty != false, "\(text): \(it?.claims as Any)")
  }

  @Test(
    "is gone, or given to somebody, whatever else is denied",
    arguments: [
      "The position will not be filled.",
      "The role was not filled, and we have closed the search.",
      "We will not be filling the position.",
      "The position is no longer open.",
      "We don't want you to think badly of us, but you have been turned down.",
      "We wouldn't want you to hear it from others: you have been rejected.",
      "The role can't be filled this year.",
      "The position is not going to be filled.",
      "The position has now been filled.",
      "Unfortunately the role has already been filled.",
      "The vacancy has been withdrawn.",
      "The role isn't going ahead.",
      "It is not that you were bad, but we have filled the role.",
      "It's not that we didn't like you, but we've filled the position internally.",
      "It is not that the role was cancelled, but that we chose someone else.",
      "Not only has the role been filled, it was filled internally.",
      "I hate to say it, but you have been turned down.",
      "I hate to say that you have been rejected.",
      "It would be wrong not to tell you that the role has been filled.",
      "It's too late: the position has been filled.",
      "There is no doubt that the role has been filled.",
      "We cannot deny that the position has been filled.",
      "You have not been chosen.",
      "We haven't chosen you.",
      "We have not been able to fill the role and have closed it.",
      "You will not be surprised that the role has been filled.",
      "We won't be hiring for this role after all.",
    ])
  func one(_ text: String) { #expect(refusal(in: text)?.saysNo == true, "\(text)") }

  /// The plain case: what it's told to be.
  @Test func itIsUndecided() {
    for text in [
      "The position has not been filled.", "The role hasn't been filled yet.",
      "We wouldn't want you to think you have been turned down.", "There is no hiring freeze.",
    ] {
      #expect(refusal(in: text)?.kind == .undecided, "\(text): \(refusal(in: text)?.kind as Any)")
    }
    #expect(refusal(in: "The position will not be filled.")?.kind == .closed)
    #expect(refusal(in: "The position was not filled.")?.kind == .closed)
  }
}
