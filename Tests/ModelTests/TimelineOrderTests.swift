import DebriefModel
import TestSupport
import Testing

/// On one day, things are told in the order of the process, then as they were written down.
@Suite(.timed) struct TimelineOrderTests {
  private func events(_ kinds: [Event.Kind]) -> [Event] {
    kinds.enumerated().map { i, kind in
      Event(
        id: ID("e\(i)"), application: ID("app"), kind: kind, on: noon.day,
        recorded: noon.adding(seconds: i))
    }
  }

  private func told(_ kinds: Event.Kind...) -> [Event.Kind] {
    let all = events(kinds)
    return TimelineOrder(all, []).sorted(all).map(\.kind)
  }

  @Test func theOfferComesBeforeItsAnswer() {
    #expect(told(.accepted, .declined, .offered) == [.offered, .accepted, .declined])
    #expect(told(.feedbackReceived, .refused, .applied) == [.applied, .refused, .feedbackReceived])
  }

  @Test func anInterviewComesBetweenInvitationAndAnswer() {
    #expect(told(.refused, .held, .invited) == [.invited, .held, .refused])
    #expect(told(.refused, .thanked, .held) == [.held, .thanked, .refused])
    #expect(told(.thanked, .refused) == [.refused, .thanked])
  }

  @Test func aDayItWasOpenedAgainIsToldAsWritten() {
    let kinds: [Event.Kind] = [.refused, .reopened, .offered, .accepted]
    let all = events(kinds)
    #expect(TimelineOrder(all, []).sorted(all).map(\.kind) == kinds)
  }

  @Test func thePageAndTheListOfDatesAgree() {
    let it = dossier { $0.events = events([.accepted, .offered]) }
    let days = DatedFact.list(it).map(\.label)
    #expect(days == [Event.Kind.offered.label, Event.Kind.accepted.label])
    let page = Page(it, reasons: reasons, now: noon)
    let rows = page.sections.first { $0.part == .timeline }?.body
    guard case .items(let items)? = rows else {
      Issue.record("no timeline")
      return
    }
    let texts = items.compactMap { if case .dated(_, let text) = $0 { text } else { nil } }
    #expect(texts == days)
  }

  @Test func aRoundWithoutADayGetsNone() {
    let it = dossier { d in
      d.interviews = [Interview(id: ID("i"), application: ID("app"), recorded: noon)]
      d.events = [
        Event(id: ID("h"), application: ID("app"), kind: .held, on: noon.day, recorded: noon) {
          $0.interview = ID("i")
        }
      ]
    }
    #expect(DatedFact.list(it).map(\.label) == ["interview, round 1"])
    #expect(DatedFact.list(it).map { $0.when(today: noon.day) } == ["date not noted"])
    guard case .items(let items)? = Page(it, reasons: reasons, now: noon).sections.first?.body
    else {
      Issue.record("no timeline")
      return
    }
    #expect(items == [.words("round 1, \(Interview.Kind.other.spoken), date not noted")])
  }
}
