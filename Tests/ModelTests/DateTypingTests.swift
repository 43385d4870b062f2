import DebriefModel
import TestSupport
import Testing

/// Misspelled words, pairs of hours, and what is asked about: nothing is silently another day or hour.
@Suite(.timed) struct DateTypingTests {
  /// Thursday 19 November 2026, 10:30.
  private let now = Moment(Day(2026, 11, 19)!, hour: 10, minute: 30)

  private func words(_ direction: DateWords.Direction = .nearest) -> DateWords {
    DateWords(now: now, direction: direction)
  }

  @Test(
    "a misspelled word is read where only one word is near",
    arguments: [
      ("wensday 10:00", "2026-11-25T10:00"), ("wednsday 14:00", "2026-11-25T14:00"),
      ("thrusday 11:00", "2026-11-19T11:00"), ("tuseday 9:30", "2026-11-24T09:30"),
      ("mondy 10:00", "2026-11-23T10:00"), ("firday 11:00", "2026-11-20T11:00"),
      ("saterday 10:00", "2026-11-21T10:00"), ("tommorow 10am", "2026-11-20T10:00"),
      ("tomorrw 9:00", "2026-11-20T09:00"), ("tommorrow at 3", "2026-11-20T15:00"),
      ("decmber 3 10:00", "2026-12-03T10:00"), ("novemebr 30 10:00", "2026-11-30T10:00"),
      ("tonite at 8", "2026-11-19T20:00"), ("tomorrow evning", "2026-11-20T18:00"),
      ("3 dec 2:30p", "2026-12-03T14:30"), ("3 dec 14:30hrs", "2026-12-03T14:30"),
      ("10 o clock tomorrow", "2026-11-20T10:00"), ("3 dec 12:00 noon", "2026-12-03T12:00"),
      ("quarter to 1 tomorrow", "2026-11-20T12:45"), ("quarter to one am", "2026-11-19T00:45"),
      ("tomorrow 6-30", "2026-11-20T06:30"), ("25 to 4 tomorrow", "2026-11-20T15:35"),
      ("five to nine monday", "2026-11-23T08:55"), ("10 min to 9 tomorrow", "2026-11-20T08:50"),
    ])
  func isRead(_ text: String, _ wanted: String) {
    let found = words().talk(text)
    #expect(found?.start.seconds == Moment(iso: wanted)?.seconds, "\(text): \(found?.long ?? "")")
  }

  @Test(
    "what could be two things is asked about",
    arguments: [
      ("10-11 tomorrow", "a range of times"), ("tomorrow 9 - 10", "a range of times"),
      ("tomorrow 9\u{2013}10", "a range of times"), ("tue 2-3pm", "a range of times"),
      ("2026-12-03 9-10", "a range of times"), ("3.12. 9-10", "a range of times"),
      ("3.12. 9.00-10.30", "a range of times"),
      ("tomorrow 10 to 11", "could be 10:50, or from 10 to 11"),
      ("tomorrow from 9 to 5", nil), ("2-3 days ago", "just one number"),
      ("in 2-3 weeks", "just one number"), ("in 2 to 3 weeks", "just one number"),
      ("3/4 dec", "two days"), ("Dec 3/4", "two days"), ("12/2026", "whole month"),
      ("2026-12", "whole month"), ("December", "whole month"), ("Dec '26", "whole month"),
      ("2026", "whole year"), ("second week of december", "whole week"),
      ("week of dec 7", "whole week"), ("W50", "2026-W50"), ("week 50", "2026-W50"),
      ("KW50", "2026-W50"), ("half 3", "3:30 to some and 2:30 to others"),
      ("half one tomorrow", "1:30 to some and 12:30"), ("3 days", "in the future or in the past"),
      ("tuesday pm", "the hour, too"), ("sonday", "could be Monday or Sunday"),
      ("tursday", "could be Tuesday or Thursday"),
      ("3 dec 11 noon", "could be a year, a day, or an hour"),
      ("tomorrow morning at 14:00", "don't go together"),
      ("tomorrow evening 9am", "don't go together"), ("noon tonight", "don't go together"),
      ("tomorrow afternoon at 11", "don't go together"),
      ("tomorrow morning at 12", "don't go together"), ("10am eastern tomorrow", "Time zone"),
      ("tomorrow -2h", nil), ("mondays 10:00", nil), ("sonday's", nil),
    ] as [(String, String?)])
  func isAsked(_ text: String, _ part: String?) {
    #expect(words().talk(text) == nil, "\(text): \(words().talk(text)?.long ?? "")")
    if let part { #expect(words().refusal(of: text)?.contains(part) == true, "\(text)") }
  }

  @Test(
    "what was guessed is said, and what is said is read back",
    arguments: [
      ("2026-W50", "2026-12-07", "the Monday of that week"),
      ("a week from monday", "2026-11-30", "counted from Mon 23 Nov 2026"),
      ("3 days after monday", "2026-11-19", "counted from Mon 16 Nov 2026"),
      ("2 days before tuesday", "2026-11-22", "counted from Tue 24 Nov 2026"),
      ("last tuesday", "2026-11-17", "for the one before, type Tuesday last week"),
      ("next friday", "2026-11-20", "for the one after, type Friday next week"),
      ("next tuesday", "2026-11-24", nil), ("last friday", "2026-11-13", nil),
      (
        "tomorrow 6:30", "2026-11-20",
        "read as the early morning; for the afternoon, type 6:30 pm"
      ),
      ("this evening at 12", "2026-11-20", "read as 00:00 on 20 Nov 2026"),
      ("2026-W50-4", "2026-12-10", nil), ("2026-W50 thursday", "2026-12-10", nil),
    ] as [(String, String, String?)])
  func isSaid(_ text: String, _ day: String, _ doubt: String?) throws {
    let found = try #require(words().talk(text), "\(text)")
    #expect(found.start.day.description == day, "\(text)")
    #expect(found.doubt == doubt, "\(text)")
    #expect(words().talk(found.long)?.start == found.start, "\(found.long)")
  }

  @Test("in prose, a word that is nearly one of a date is another word")
  func prose() {
    #expect(DateWords(now: now, direction: .future, isProse: true).day("match 10") == nil)
    #expect(DateWords(now: now, direction: .future).day("marcg 10") == Day(2027, 3, 10))
    #expect(DateWords(now: now, direction: .future, isProse: true).day("march 10") != nil)
  }

  @Test(
    "a week from a weekday is counted from the one to come, or from the last in what has happened")
  func counted() {
    #expect(words(.past).day("a week before monday") == Day(2026, 11, 9))
    #expect(words(.future).day("a week from monday") == Day(2026, 11, 30))
  }
}
