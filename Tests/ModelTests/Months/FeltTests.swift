import TestSupport
import Testing

@testable import DebriefModel

/// How an interview felt on its day, beside how it ended.
@Suite(.timed) struct FeltTests {
  /// An application with one interview and a prediction after it; `ended` is the event that decided it.
  private func told(_ number: Int, _ felt: Int?, _ ended: Event.Kind?) -> MonthFacts {
    let app = ID("a\(number)")
    let start = noon.adding(seconds: -86400 * 60)
    var it = Dossier(Application(id: app, created: start) { $0.company = "Acme" })
    it.interviews = [
      Interview(id: ID("i\(number)"), application: app, recorded: start) { $0.start = start }
    ]
    it.forecasts = [
      Forecast(
        id: ID("f\(number)"), application: app, interview: ID("i\(number)"), chance: 50,
        sealed: start.adding(seconds: 3600), felt: felt)
    ]
    if let ended {
      it.events = [
        Event(
          id: ID("e\(number)"), application: app, kind: ended, on: start.day.adding(days: 20),
          recorded: noon)
      ]
    }
    it.sort()
    return MonthFacts(it)
  }

  private func figure(_ all: [(felt: Int?, ended: Event.Kind?)]) throws -> Months.Figure {
    var tally = MonthTally(.all, now: noon, patience: Patience())
    for (number, one) in all.enumerated() { tally.add(told(number, one.felt, one.ended)) }
    return try #require(Months(tally, title: { $0 }).figures.first { $0.figure == .felt })
  }

  /// Five steps are three rows, and what runs or was never said counts for none.
  @Test func whatWasFeltIsOneOfThree() throws {
    let it = try figure(
      (1...5).flatMap { [($0, Event.Kind.offered), ($0, .refused)] } + [(nil, .offered), (5, nil)])
    #expect(
      it.rows.map { "\($0.label): \($0.words)" } == [
        "felt good: 2 of 4 got to the next step · 1 still open",
        "felt okay: 1 of 2 got to the next step",
        "felt bad: 2 of 4 got to the next step",
      ])
    // The same either way: chance has nothing to explain.
    #expect(
      it.sentences == [
        "When it felt good, you made it past 2 of 4 interviews; when it felt bad, 2 of 4."
      ]
    )
  }

  @Test func thereIsAPatternFromThreeOn() throws {
    #expect(try figure([]).isThin)
    #expect(try figure([(4, .offered), (2, .refused), (5, nil), (nil, .refused)]).isThin)
    #expect(try !figure([(4, .offered), (2, .refused), (3, .refused)]).isThin)
    #expect(
      try figure([(4, .offered), (5, .refused), (3, .refused)]).sentences
        == ["You made it past 1 of 3 interviews when you said how it felt."])
  }

  /// Whichever way the gap goes, chance is asked of that way.
  @Test(arguments: [true, false]) func chanceIsAskedOfTheGap(_ knew: Bool) throws {
    let (good, bad): (Event.Kind, Event.Kind) = knew ? (.offered, .refused) : (.refused, .offered)
    let it = try figure([(4, good), (5, good), (4, good), (1, bad), (2, bad), (2, bad)])
    let (well, badly) = knew ? ("3 of 3", "0 of 3") : ("0 of 3", "3 of 3")
    #expect(
      it.sentences == [
        "When it felt good, you made it past \(well) interviews; when it felt bad, \(badly).",
        // 1 of the 20 ways to choose three of six.
        "By chance alone, a gap this wide or wider happens about 1 time in 20.",
      ])
  }

  @Test(arguments: [(-3, 1), (0, 1), (1, 1), (3, 3), (5, 5), (6, 5)])
  func aFeelingIsOnTheScale(_ given: Int, _ kept: Int) {
    let it = Forecast(
      id: ID("f"), application: ID("a"), chance: 50, sealed: noon, felt: given)
    #expect(it.felt == kept)
    // A file of somebody else's may have any number there.
    var raw = it
    raw.felt = given
    #expect(
      raw.feltWords == it.feltWords && raw.feltWords?.hasPrefix("it felt like it went ") == true)
  }
}
