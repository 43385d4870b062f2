import Testing

@testable import DebriefModel

/// What was sent and asked.
extension MonthBoundaryTests {
  // MARK: - Sending and asking

  /// Three decided applications that say whether there was a cover letter are enough; what nobody said of
  /// stands nowhere, and a version or a text says that there was one.
  @Test func coverLettersAreCompared() throws {
    func figure(_ fills: [(inout Application) -> Void]) throws -> Months.Figure {
      let all = fills.enumerated().map { at, fill in
        MonthFacts(
          home("a\(at)") {
            fill(&$0.application)
            $0.events = [event(.refused, -1)]
          })
      }
      let months = Months(tally(all), title: { $0 })
      return try #require(months.figures.first { $0.figure == .covers })
    }
    let none = try figure([{ _ in }, { _ in }, { _ in }])
    #expect(none.isThin && none.rows.isEmpty)
    let two = try figure([{ $0.cover = "warm" }, { $0.coverSent = false }, { _ in }])
    #expect(two.isThin && two.rows.map(\.label) == ["with a cover letter", "without one", "warm"])
    let three = try figure([
      { $0.cover = "warm" }, { $0.coverText = "Dear team," }, { $0.coverSent = false },
    ])
    #expect(!three.isThin)
    #expect(
      three.sentences == ["With a cover letter: 0 of 2 got an interview. Without: 0 of 1."])
    let with = try figure([
      { $0.coverSent = true }, { $0.cover = "a" }, { ($0.cover, $0.coverSent) = ("b", false) },
    ])
    #expect(with.sentences == ["With a cover letter: 0 of 3 got an interview."])
    let without = try figure(Array(repeating: { $0.coverSent = false }, count: 3))
    #expect(without.sentences == ["Without a cover letter: 0 of 3 got an interview."])
  }

  /// One way of asking is said to be ahead once both were tried three times, and only where it's likely.
  @Test(
    arguments: [
      ((3, 3), (0, 2), nil), ((2, 2), (0, 3), nil),
      (
        (3, 3), (0, 3),
        "more than 9 in 10 that asking by phone really is better than asking by email."
      ),
      ((3, 3), (2, 5), "about 9 in 10 that asking by phone really is better than asking by email."),
      ((2, 3), (1, 3), "about 8 in 10 that asking by phone really is better than asking by email."),
      ((2, 3), (2, 3), "asking by email and asking by phone could just be chance."),
    ] as [((Int, Int), (Int, Int), String?)])
  func whichWayOfAskingIsAhead(
    _ phone: (Int, Int), _ email: (Int, Int), _ said: String?
  ) throws {
    var facts: [MonthFacts] = []
    for (channel, (hits, all)) in [(Channel.phone, phone), (.email, email)] {
      for at in 0..<all {
        facts.append(
          MonthFacts(
            home("\(channel)\(at)") {
              $0.feedback = [
                Feedback(id: ID("f"), application: $0.application.id, recorded: noon) {
                  $0.channel = channel
                  $0.asked = today.adding(days: -40)
                  $0.received = at < hits ? today.adding(days: -35) : nil
                  $0.candour = at < hits ? .specific : nil
                }
              ]
            }))
      }
    }
    let months = Months(tally(facts), title: { $0 })
    let figure = try #require(months.figures.first { $0.figure == .asks })
    let ahead = figure.sentences.filter {
      $0.contains("really is better") || $0.contains("could just be chance")
    }
    #expect(ahead.count == (said == nil ? 0 : 1))
    if let said { #expect(ahead.first?.hasSuffix(said) == true, "\(ahead)") }
  }
}
