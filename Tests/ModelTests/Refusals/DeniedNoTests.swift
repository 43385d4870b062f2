import DebriefContent
import Testing

@testable import DebriefModel

/// A no that is denied is none, and one with a denial beside it stays one.
@Suite("A no that is denied", .timed)
struct DeniedNoTests {
  private func read(_ text: String) -> RefusalReading? {
    DenialTests.reader.read(text, on: Day(number: 20_777))
  }

  @Test(
    "turns nobody down",
    arguments: [
      "We will not be rejecting anyone this week.",
      "This isn't a rejection.",
      "You haven't been rejected.",
      "No one has been turned down yet.",
      "This is not a rejection, just an update on where we are.",
      "Please don't read this as a rejection.",
      "You have not been turned down.",
      "We haven't turned you down.",
      "We are not turning anyone down at this stage.",
      "We have not rejected your application.",
      "Your application has not been rejected.",
      "Your application hasn't been declined.",
      "We have not declined any candidates so far.",
      "Nobody has been rejected at this point.",
      "None of the candidates has been rejected.",
      "None of you has been turned down.",
      "No candidates have been rejected yet.",
      "No applications have been declined so far.",
      "No rejections have gone out yet.",
      "We don't send rejections before the panel has met.",
      "We won't be sending any rejections until January.",
      "I'm not writing to reject you.",
      "I am not calling to turn you down.",
      "Don't worry, you weren't unsuccessful.",
      "You were not unsuccessful.",
      "This doesn't mean that you were unsuccessful.",
      "That does not mean we have rejected you.",
      "It doesn't mean your application was declined.",
      "A delay isn't a no.",
      "It's not a no.",
      "This is not a no from us.",
      "It isn't a no, it's a not yet.",
      "We haven't said no to anybody.",
      "I haven't said no.",
      "We have not chosen another candidate.",
      "We haven't chosen anyone else.",
      "We have not gone with someone else.",
      "We haven't hired anyone else yet.",
      "We haven't offered the job to another candidate.",
      "The job hasn't been given to anyone else.",
      "The vacancy is not closed.",
      "We have not decided against you.",
      "We haven't decided against anyone.",
      "We have not passed on you.",
      "We're not passing on your application.",
      "You are not out of the running.",
      "You haven't missed out.",
      "Nobody's application has been turned down.",
      "Not one applicant has been refused so far.",
      "Neither of you has been rejected.",
      "We never rejected your application.",
      "Rejection letters have not been sent.",
      "Until the panel meets, nobody will be turned down.",
      "At this point we are neither accepting nor rejecting candidates.",
      "Silence from us is not a rejection.",
      "There's been no rejection, only a delay.",
      "We can't reject anyone until HR signs off.",
    ])
  func none(_ text: String) {
    #expect(read(text)?.saysNo != true, "\(text)")
  }

  @Test(
    "is one, whatever else is denied",
    arguments: [
      "We are not unhappy with your interview, but we have chosen another candidate.",
      "You were not unsuccessful for lack of skill; we simply had a stronger candidate.",
      "It was not an easy decision, but you have been rejected.",
      "We regret that you have not been selected.",
      "You have not been successful.",
      "You were not chosen.",
      "We will not be moving forward with your application.",
      "Your application was not successful.",
      "We are not able to offer you the position.",
      "We can't not tell you: we went with someone else.",
      "No one doubted your skills, but you have been turned down.",
      "Nobody said it was easy, but we have chosen another candidate.",
      "Not without regret, we have decided to go with another candidate.",
      "I'm not going to lie: you have been rejected.",
      "It's not that we disliked you, but we've hired someone else.",
      "This is not the news you hoped for: we have rejected your application.",
      "This isn't personal, but we're turning you down.",
      "Don't take it badly, but it's a no.",
      "This is not a maybe, it's a no.",
      "I won't beat about the bush: your application was declined.",
      "I have not got good news: the panel rejected you.",
      "There was no way around it, so your application has been declined.",
      "You were rejected not because of your work but because of the budget.",
      "Your application has not been unsuccessful because of your CV but because of timing.",
      "We can no longer consider your application, which has been declined.",
      "Nothing about your interview was bad, yet we chose another candidate.",
      "We don't hire often, and this time we have chosen someone else.",
      "Without further delay: you were not selected.",
      "We do not wish to proceed with your candidacy.",
      "We never say this lightly, but you've been turned down.",
      "We have not been able to select you.",
      "It would be wrong not to tell you that you have been rejected.",
      "I can't say anything but no.",
      "Sorry, it's not a yes.",
      "No, sorry, we chose another candidate.",
      "We're not inviting you to the next round.",
      "None of the interviewers voted for you, so you have been rejected.",
      "You did nothing wrong, but you were unsuccessful.",
      "We haven't forgotten you: sadly, you were not picked.",
    ])
  func one(_ text: String) { #expect(read(text)?.saysNo == true, "\(text)") }
}
