import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefImport

/// An email that moves an interview, or calls it off.
extension MailTests {
  /// An application with rounds that are booked; the emails are of Monday 2 March 2026.
  private func booked(_ days: [(Int, Int)] = [(5, 14)]) -> Dossier {
    var it = dossier("Nordlicht", "Engineer", [.applied, .invited])
    it.interviews = days.enumerated().map { at, time in
      Interview(id: ID("round\(at)"), application: it.application.id, recorded: now) {
        $0.round = at + 1
        $0.start = now.zone.moment(Day(2026, 3, time.0)!, hour: time.1)
        $0.format = .video
      }
    }
    return it
  }

  private func entries(_ words: String, _ dossier: Dossier, subject: String = "Re: Interview")
    throws
    -> [Proposal.Entry]
  {
    var it = reader([dossier])
    return try it.entry(try letter(words, subject: subject))
  }

  /// The new time of a round as `DAY HOUR:MINUTE`; "kept" where none changes, "gone" where it's taken out.
  private func time(_ entries: [Proposal.Entry]) -> String {
    for operation in entries.flatMap(\.operations) {
      switch operation {
      case .update(.interview, .interview(let it)):
        guard let start = it.start else { return "open" }
        return it.dayOnly == true ? start.day.description : "\(start.day) \(start.clock)"
      case .delete(.interview): return "gone"
      default: continue
      }
    }
    return "kept"
  }

  @Test(arguments: [
    ("We need to reschedule to Monday 9 March at 10 am.", "2026-03-09 10:00"),
    ("The time has changed to 3 pm.", "2026-03-05 15:00"),
    ("Your interview is now on Friday 6 March at 9:30.", "2026-03-06 09:30"),
    ("We've moved Thursday's interview to Friday at 13:00.", "2026-03-06 13:00"),
    ("Please note the new time for your interview: Tuesday 10 March, 14:00.", "2026-03-10 14:00"),
    ("We had to push your interview to Friday at the same time.", "2026-03-06 14:00"),
    ("We must postpone the call to Monday 9 March.", "2026-03-09"),
    ("We have to move your interview from 14:00 to 15:30.", "2026-03-05 15:30"),
    ("The interview has to start an hour later.", "2026-03-05 15:00"),
    ("Your interview has been moved to Friday, 10:00-11:00.", "2026-03-06 10:00"),
  ]) func aMoveChangesTheRoundThatIsBooked(_ words: String, _ wanted: String) throws {
    let all = try entries(words, booked())
    #expect(all.count == 1 && time(all) == wanted, "\(words): \(all)")
    #expect(all.first?.sentence.contains("moves from Thu 5 March 2026, 14:00 to") == true, "\(all)")
  }

  @Test(arguments: [
    ("Could we push it back to Monday 9 March 10:00?", "2026-03-09 10:00"),
    ("Could we do Tuesday 10 March at 2 pm instead?", "2026-03-10 14:00"),
    ("Would it be possible to bring our interview forward to Wednesday, 9 am?", "2026-03-04 09:00"),
    (
      "Thursday turns out to be difficult for Karl. Would Friday at 9 am work for you?",
      "2026-03-06 09:00"
    ),
    ("I can't make Thursday any more. How about Friday at 11:00?", "2026-03-06 11:00"),
    ("We'd like to move the interview to Friday, 10:00. Does that work?", "2026-03-06 10:00"),
    ("Is there any way you could do 16:00 rather than 14:00 on Thursday?", "2026-03-05 16:00"),
    ("Can we start half an hour later?", "2026-03-05 14:30"),
  ]) func aQuestionIsProposedAndSaidToBeOne(_ words: String, _ wanted: String) throws {
    let all = try entries(words, booked())
    #expect(all.count == 2 && time(all) == wanted, "\(words): \(all)")
    #expect(all.last?.replaces == true)
    #expect(all.last?.sentence.contains("they ask to move the interview from Thu 5 March") == true)
    #expect(all.last?.details.first?.hasPrefix("It's only a question so far.") == true)
  }

  @Test(arguments: [
    (
      "Something came up and we need to reschedule. Which day next week suits you?",
      "don't say when"
    ),
    ("Could you please propose an alternative date for the interview?", "don't say when"),
    (
      "We have to move the interview. Could you do Friday at 9 am? Or Monday at 10 am?",
      "more than one"
    ),
  ]) func withoutOneTimeTheOldOneStaysAndItIsSaid(_ words: String, _ said: String) throws {
    let all = try entries(words, booked())
    #expect(time(all) == "kept" && all.count == 1, "\(all)")
    #expect(all.first?.details.first?.contains(said) == true, "\(all)")
    #expect(all.first?.details.first?.contains("stays on Thu 5 March 2026, 14:00") == true)
    #expect(all.first?.sentence.contains("a change of interview time from Ada Quill") == true)
  }

  @Test(arguments: [
    ("We have to cancel Thursday's call.", "gone"),
    ("Unfortunately we need to cancel your interview on Thursday.", "gone"),
    ("Your interview on 5 March has been cancelled.", "gone"),
    ("I'm sorry, but the interview won't take place.", "gone"),
    ("We have to cancel Thursday's call and find a new date.", "open"),
  ]) func whatIsCalledOffIsTakenOut(_ words: String, _ wanted: String) throws {
    let all = try entries(words, booked())
    #expect(all.count == 1 && time(all) == wanted, "\(words): \(all)")
    #expect(!all.flatMap(\.operations).contains { $0.entity.kind == .event })
    // What was written down about it isn't lost.
    var used = booked()
    used.forecasts = [
      Forecast(
        id: ID("f"), application: used.application.id, interview: ID("round0"), chance: 50,
        sealed: now)
    ]
    if wanted == "gone" { #expect(time(try entries(words, used)) == "kept") }
  }

  @Test(arguments: [
    "We'd like to invite you to an interview on Friday at 10. If you need to reschedule, use the link below.",
    "Your interview is confirmed. Need to reschedule? Click here.",
    "Please let me know if you need another time. We look forward to meeting you.",
    "The time of your interview has not changed. We look forward to meeting you.",
    "You can reschedule or cancel up to 24 hours before your interview with us.",
    "Good news: we'd love to move you forward to the next round.",
  ]) func whatIsOnlySaidForSomeCaseMovesNothing(_ words: String) throws {
    let all = try entries(words, booked())
    #expect(time(all) == "kept", "\(all)")
    #expect(reader([]).look(try letter(words)).kind == .invitation, "\(words)")
  }

  @Test(arguments: [
    "We have filled the role, so we have to cancel Thursday's interview.",
    "Unfortunately we've decided to move forward with other candidates, so your interview is cancelled.",
    "Unfortunately, we won't be moving forward with your application.",
  ]) func aNoThatCallsAnInterviewOffIsOne(_ words: String) throws {
    #expect(reader([]).look(try letter(words)).kind == .refusal)
  }

  @Test func ofSeveralRoundsTheOneItNamesMoves() throws {
    let two = booked([(5, 14), (12, 9)])
    let named = try entries("We need to move Thursday 12 March to Friday 13 March at 9 am.", two)
    guard
      case .update(.interview(let old), _)? = named.flatMap(\.operations).first(where: {
        $0.entity.kind == .interview
      })
    else { return #expect(Bool(false), "\(named)") }
    #expect(old.id == ID("round1"))
    let unclear = try entries(
      "We need to reschedule the interview to Friday 20 March at 9 am.", two)
    #expect(time(unclear) == "kept")
    #expect(
      unclear.first?.details.first?.hasPrefix("It isn't clear which interview is meant") == true)
  }

  @Test func whatIsSaidTwiceChangesNothingAndWhatIsOverStays() throws {
    var it = booked()
    let words = "We need to reschedule to Monday 9 March at 10 am."
    let first = try entries(words, it)
    var again = reader([it], ids: Set(first.flatMap(\.operations).map(\.entity.id)))
    #expect(try again.entry(try letter(words, subject: "Re: Interview")).isEmpty)
    // A round that took place before the email isn't moved by it: it's an invitation to another.
    it.interviews[0].start = now.zone.moment(Day(2026, 2, 20)!, hour: 9)
    let later = try entries(words, it)
    #expect(time(later) == "kept")
    #expect(later.flatMap(\.operations).contains { $0.entity.kind == .event })
  }

  @Test func theTestOfAVideoCallMovesAlong() throws {
    var it = booked()
    it.preparations = [
      Preparation(id: ID("test"), application: it.application.id, kind: .instruction, recorded: now)
      {
        $0.text = "test the video call"
        $0.due = Day(2026, 3, 4)
      }
    ]
    let all = try entries("We need to reschedule to Monday 9 March at 10 am.", it)
    let dues = all.flatMap(\.operations).compactMap {
      if case .update(_, .preparation(let it)) = $0 { it.due } else { nil }
    }
    #expect(dues == [Day(2026, 3, 8)])
  }

  @Test(
    arguments: [
      ("Monday 14 Dec 10:00", ["2026-12-14 10:00"]),
      ("on Tuesday at 2 pm instead", ["2026-03-03 14:00"]),
      ("Friday, 10:00-11:00", ["2026-03-06 10:00"]), ("tomorrow at noon", ["2026-03-03 12:00"]),
      ("on the 17th of March at 9.30 am", ["2026-03-17 09:30"]),
      ("Thursday morning", ["2026-03-05"]),
      ("Wed 4 March or Fri 6 March", ["2026-03-04", "2026-03-06"]),
      ("we may ask two of you to come at some time", []), ("we met in May", []),
      ("Room 12 on floor 3", []), ("at 3 pm", ["15:00"]), ("", []),
    ] as [(String, [String])]) func timesInASentence(_ text: String, _ wanted: [String])
  {
    let monday = Zone.utc.moment(Day(2026, 3, 2)!, hour: 10)
    let found = TimesInText(now: monday).all(in: TimesInText.words(of: text))
    let shown = found.map { it in
      [it.day?.description, it.dayOnly ? nil : it.start.clock].compactMap(\.self).joined(
        separator: " ")
    }
    #expect(shown == wanted, "\(text)")
  }
}
