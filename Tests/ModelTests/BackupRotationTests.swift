import DebriefModel
import TestSupport
import Testing

/// Which backups stay: the last ten, and the last one of each of eight weeks.
@Suite(.timed) struct BackupRotationTests {
  /// A Friday.
  let today = TestClock.day

  private func stamp(_ daysAgo: Int, _ minute: Int = 600) -> BackupStamp {
    BackupStamp(today.adding(days: -daysAgo), minute: minute)
  }

  private func kept(_ made: [BackupStamp]) -> Set<BackupStamp> {
    BackupRotation.kept(made, today: today)
  }

  @Test func tenOfOneDayStayAndTheEleventhGoes() {
    #expect(kept([]) == [])
    let ten = (0..<10).map { stamp(0, $0) }
    #expect(kept(ten) == Set(ten))
    let eleven = (0..<11).map { stamp(0, $0) }
    #expect(kept(eleven) == Set(eleven.dropFirst()))
    #expect(kept(eleven.reversed()) == Set(eleven.dropFirst()))
  }

  @Test func eachOfEightWeeksKeepsItsLast() {
    let busy = (0..<10).map { stamp(0, $0) }
    // The Monday of this week is four days ago; that of the week seven weeks before, 53 days.
    #expect(today.weekday == 5)
    let sunday = stamp(5)
    let saturday = stamp(6)
    #expect(kept(busy + [sunday, saturday]) == Set(busy + [sunday]))
    let monday = stamp(4)
    #expect(!kept(busy + [monday]).contains(monday), "this week has a later one")
    let first = stamp(53)
    #expect(kept(busy + [first]).contains(first))
    let before = stamp(54)
    #expect(!kept(busy + [before]).contains(before))
    #expect(kept([before]) == [before], "while there are few, all stay")
  }

  @Test func aYearOfDaysBecomesTenDaysAndTheirWeeks() {
    let year = (0..<365).map { stamp($0) }
    let left = kept(year)
    #expect(Set((0..<10).map { stamp($0) }).isSubset(of: left))
    // The week before this one ended 5 days ago and is among the ten: six Sundays are left.
    #expect(
      left.subtracting((0..<10).map { stamp($0) })
        == Set([12, 19, 26, 33, 40, 47].map { stamp($0) }))
    // What stays once, stays when it is asked again.
    #expect(kept(Array(left)) == left)
  }

  @Test func aClockThatWasAheadTakesNobodysPlace() {
    let ahead = (1...12).map { stamp(-$0) }
    let real = (0..<10).map { stamp($0) }
    let left = kept(ahead + real)
    #expect(Set(real).isSubset(of: left))
    #expect(left.subtracting(real) == Set(ahead.dropFirst(2)))
  }

  @Test func aStampIsReadAsItIsWritten() {
    let it = BackupStamp(TestClock.day, minute: 9 * 60 + 5)
    #expect("\(it)" == "2026-03-20-0905" && it.clock == "09:05")
    #expect(BackupStamp("2026-03-20-0905") == it)
    #expect(BackupStamp("2026-03-20-2359")?.minute == 1439)
    for text in [
      "2026-03-20-2400", "2026-03-20-0960", "2026-02-30-0905", "2026-03-20_0905", "2026-03-20-905",
      "2026-03-20-09055", "", "2026-03-20-09a5",
    ] { #expect(BackupStamp(text) == nil, "\(text)") }
    #expect(BackupStamp(TestClock.morning) < BackupStamp(TestClock.noon))
    #expect(
      BackupStamp(TestClock.day, minute: 1) < BackupStamp(TestClock.day, minute: 1, number: 2))
  }
}
