import Testing

@testable import DebriefModel

/// Which end came before a round, where several did: the one that took it out of what was to come.
@Suite(.timed) struct EndBeforeRoundTests {
  private let today = noon.day

  /// A fact so many days from today, written down so many hours before that noon.
  private func event(_ kind: Event.Kind, _ offset: Int, hoursBefore hours: Int = 0) -> Event {
    Event(
      id: ID("\(kind)\(offset)"), application: ID("app"), kind: kind,
      on: today.adding(days: offset),
      recorded: noon.adding(seconds: offset * 86400 - hours * 3600))
  }
  /// A round at noon of a day, or on that day at no known hour.
  private func round(_ offset: Int, dayOnly: Bool = false) -> Interview {
    Interview(id: ID("i"), application: ID("app"), recorded: noon) {
      $0.round = 1
      $0.start = noon.adding(seconds: offset * 86400)
      $0.dayOnly = dayOnly ? true : nil
    }
  }
  private func conflicts(_ round: Interview, _ events: Event...) -> [DayOrder.Conflict] {
    DayOrder.conflicts(
      dossier {
        $0.interviews = [round]
        $0.events = events
      }, now: noon)
  }

  @Test func anEndOfTheSameDayIsTheOneBeforeIt() {
    let (first, again) = (event(.refused, -9), event(.reopened, -8))
    // That morning they said no once more: the two dates agree.
    #expect(conflicts(round(-3), first, again, event(.refused, -3, hoursBefore: 1)) == [])
    // The day before: they don't, and the latest no is named.
    let late = conflicts(round(-3), first, again, event(.refused, -4))
    #expect(late.map(\.earlierDay) == [today.adding(days: -3)])
    #expect(late.map(\.laterDay) == [today.adding(days: -4)])
    #expect(late.map(\.later) == [Event.Kind.refused.noun])
    // The day after, or opened again and never ended: nothing to say.
    #expect(conflicts(round(-3), first, again, event(.refused, -2)) == [])
    #expect(conflicts(round(-3), first, again) == [])
    #expect(conflicts(round(-3), first).map(\.laterDay) == [today.adding(days: -9)])
  }

  /// On its day, only a no of that morning takes a round with an hour off; either way no date is wrong.
  @Test(arguments: [true, false])
  func anEndOfItsDayIsNeverWrong(_ dayOnly: Bool) {
    let (it, morning) = (round(-3, dayOnly: dayOnly), event(.refused, -3, hoursBefore: 1))
    #expect(it.standing([morning], now: noon) == (dayOnly ? .held : .off))
    #expect(conflicts(it, morning) == [])
    #expect(conflicts(it, event(.refused, -3)) == [])
    #expect(conflicts(it, event(.refused, -4)).count == 1)
  }

  /// A round that is still to come is off without a word; one that begins now isn't to come any more.
  @Test func onlyWhatHasBegunIsDoubted() {
    #expect(conflicts(round(0), event(.refused, -1)).count == 1)
    #expect(conflicts(round(1), event(.refused, -1)) == [])
  }
}
