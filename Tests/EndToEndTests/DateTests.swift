import Foundation
import Testing

/// Dates as people type them, through the real program.
@Suite(.timed) struct DateTests {
  @Test(arguments: [
    ("Mon 4 January 2027, 10:00", "Mon 4 January 2027, 10:00"),
    ("December 1, 2026 2:30 PM", "Tue 1 December 2026, 14:30"),
    ("tomorrow at 9", "Sat 21 March 2026, 09:00"), ("in 2 hours", "Fri 20 March 2026, 12:00"),
    (
      "1 jun",
      "Mon 1 June 2026, no time noted (the next one; type 1 Jun 2025 for the previous one)"
    ),
  ]) func whatWasUnderstoodIsSaid(_ words: String, _ echo: String) throws {
    let program = Program()
    let added = try program.run("add", "Herbst", "Engineer", "--interview", words)
    #expect(added.code == 0)
    #expect(added.err.contains(echo), "\(added.err)")
    // What it says is what can be typed.
    let again = try program.run("add", "Herbst", "Again", "--interview", echo)
    let plain = echo.components(separatedBy: " (")[0]
    #expect(again.err.contains(plain), "\(again.err)")
  }

  @Test(arguments: [
    ("mon 1 dec 2026", "1 Dec 2026 is a Tuesday, not a Monday"),
    ("31 feb", "There's no 31 February"),
    ("3/4/2026", "could be 3 April or 4 March"), ("blursday", "isn't a date and time"),
  ]) func whatIsNoDateIsRefused(_ words: String, _ sentence: String) throws {
    let program = Program()
    let result = try program.run("add", "Herbst", "Engineer", "--interview", words)
    #expect(result.code == 64 && result.err.contains(sentence), "\(result.err)")
    #expect(try program.run("list").out.isEmpty)
  }

  @Test func aPastDayInWords() throws {
    let program = Program()
    let added = try program.run("add", "Herbst", "Engineer", "--applied", "two weeks ago")
    #expect(added.err.contains("applied Fri 6 March 2026"))
    let guessed = try program.run("add", "Other", "Engineer", "--applied", "last week")
    #expect(guessed.err.contains("Fri 13 March 2026 (a week before today)"))
  }
}
