import Testing

@testable import DebriefExport
@testable import DebriefModel

/// What is on the page is on it in every form.
@Suite(.timed) struct PageRenderingTests {
  /// A page with one of everything it can hold, each with a word of its own.
  private func full() -> Page {
    var page = Page()
    page.company = "wcompany"
    page.role = "wrole"
    page.standing = "wstanding"
    page.headline = "wheadline"
    page.split = "wsplit"
    page.legend = "wlegend"
    func point(_ word: String, _ proof: Page.Proof?) -> Page.Point {
      .init(weight: 3, statement: word, tier: .observed, shownBy: proof)
    }
    page.sections = Page.Part.allCases.map { part in
      .init(part: part, title: "w\(part)", noun: "rows", body: body(part, point))
    }
    return page
  }

  private func body(
    _ part: Page.Part, _ point: (String, Page.Proof?) -> Page.Point
  ) -> Page.Body {
    switch part {
    case .findings:
      .against(
        .init(
          side: .strengths, title: "wleft", total: 3, findings: [point("wstrength", .answer(7))]),
        .init(
          side: .weaknesses, title: "wright", total: 3, findings: [point("wweakness", .feedback)]))
    case .decision: .items([.point(point("wdecided", nil))])
    case .partly: .items([.point(point("wpartly", nil))])
    case .outside: .items([.point(point("wcircumstance", nil))])
    case .said:
      .items([
        .reply(
          .init(
            from: "wfrom", on: noon.day, channel: "wchannel", words: "wwords",
            things: [.init(number: 2, text: "wthing", reason: "wreason", gap: "wgap")]))
      ])
    case .views: .items([.words("wview")])
    case .gaps: .items([.words("wmissed")])
    case .answers: .items([.rating(answer: 9, rating: 4, question: "wquestion")])
    case .timeline: .items([.dated(noon.day, "whappened")])
    case .changes: .items([.change(number: 1, "wchange")])
    case .lesson: .items([.words("wlesson")])
    }
  }

  private let words = [
    "wcompany", "wrole", "wstanding", "wheadline", "wsplit", "wlegend", "wstrength", "wweakness",
    "Q7", "wdecided", "wpartly", "wcircumstance", "wfrom", "wwords", "wthing", "wreason", "wgap",
    "wview", "wmissed", "Q9", "4/5",
    "wquestion", "whappened", "wchange", "wlesson",
  ]

  @Test func everythingIsInTheMarkdown() {
    let text = PageMarkdown.text(full(), today: noon.day)
    for word in words + Page.Part.allCases.map({ "w\($0)" }) {
      #expect(text.contains(word), "\(word) is missing")
    }
  }

  @Test(arguments: [80, 60, 40]) func everythingIsInTheColumns(_ columns: Int) {
    let lines = PageColumns(full(), today: noon.day, measure: scalars, columns: columns).lines()
    let text = lines.map(\.text).joined(separator: "\n")
    for word in words { #expect(text.contains(word), "\(word) is missing at \(columns)") }
  }

  /// Items of several forms in one section are all shown.
  @Test func aSectionMayHoldSeveralForms() {
    var page = full()
    page.sections = [
      .init(
        part: .timeline, title: "t", noun: "n",
        body: .items([
          .dated(noon.day, "wone"), .words("wtwo"),
          .rating(answer: 1, rating: 2, question: "wthree"),
          .dated(noon.day, "wfour"),
        ]))
    ]
    let text = PageMarkdown.text(page, today: noon.day)
    for word in ["wone", "wtwo", "wthree", "wfour"] { #expect(text.contains(word)) }
  }

  /// An adviser is named as one, a letter that went out is dated, and a round is told once, in both forms.
  @Test func bothFormsTellTheSame() {
    let id = ID("app")
    var d = dossier(fullArchive("plain", 0))
    d.feedback = [
      Feedback(id: ID("f"), application: id, recorded: noon) {
        $0.channel = .adviser
        $0.from = "Coach"
        $0.received = noon.day
        $0.verbatim = "Slow down"
        $0.three = [.init("pace")]
        $0.three[0].gap = .lacking
      }
    ]
    d.interviews = [
      Interview(id: ID("i"), application: id, recorded: noon) {
        $0.start = noon
        $0.round = 1
      }
    ]
    d.events = [Event(id: ID("e"), application: id, kind: .held, on: noon.day, recorded: noon)]
    d.letters = [
      Letter(id: ID("l"), application: id, kind: "L7", recorded: noon) {
        $0.state = .sent
        $0.text = "Dear Zoe"
        $0.sent = noon.day
      }
    ]
    let columns = PageText.ascii(d, reasons: reasons, now: noon)
    let markdown = PageMarkdown.text(d, reasons: reasons, now: noon)
    for text in [columns, markdown] {
      #expect(text.contains("(an adviser)"))
      #expect(text.contains("letter sent"))
      #expect(text.components("round 1, ") == 1)
      #expect(!text.contains(Event.Kind.held.label))
    }
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(_ part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
