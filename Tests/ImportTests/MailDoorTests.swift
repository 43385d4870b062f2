import DebriefModel
import TestSupport
import Testing

@testable import DebriefImport

/// A door that is closed is no job that is.
extension MailTests {
  @Test(arguments: [
    (
      "The main entrance is closed, so please use the side door. We look forward to your interview on Tuesday.",
      MailKind.invitation
    ),
    (
      "Our reception is closed after five, so ring the bell twice. We're looking forward to meeting you.",
      .invitation
    ),
    (
      "Mill Street is closed for roadworks; come by tram. We look forward to your interview.",
      .invitation
    ),
    (
      "The car park has been closed this week. Your interview takes place on the third floor.",
      .invitation
    ),
    (
      "Your interview will take place in Building C. The lift there is closed for repairs.",
      .invitation
    ),
    (
      "The interview takes place at our office, where the main gate is closed in the morning. We look forward to your interview.",
      .invitation
    ),
    (
      "The train line has been cancelled that day, so leave early. We look forward to your interview on Friday.",
      .invitation
    ),
    (
      "The office is closed on Monday. We have received your application and will review it.",
      .acknowledgement
    ),
    (
      "The canteen is closed in August, so bring your lunch. Looking forward to meeting you on Thursday.",
      .invitation
    ),
    (
      "The form has been filled in correctly, thank you. We look forward to your interview.",
      .invitation
    ),
    ("The position has been closed. We wish you all the best.", .refusal),
    ("The vacancy was withdrawn by headquarters.", .refusal),
    ("Your application has been closed. The main entrance of your account stays open.", .refusal),
    ("The role you applied for in our Leeds office has been cancelled.", .refusal),
    ("The search has been closed. We enjoyed meeting you.", .refusal),
    ("This post has now been filled.", .refusal),
    ("The recruitment process was cancelled last week.", .refusal),
  ]) func aClosedDoorIsNoClosedJob(_ text: String, _ kind: MailKind) throws {
    let found = reader([]).look(try letter(text, subject: "Nordlicht")).kind
    #expect(found == kind, "\(text)")
  }
}
