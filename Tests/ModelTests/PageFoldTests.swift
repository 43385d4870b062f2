import TestSupport
import Testing

@testable import DebriefModel

@Suite("A page loses what weighs least first, and says how much", .timed) struct PageFoldTests {
  private let today = TestClock.noon.day

  private func words(_ count: Int) -> String {
    (0..<count).map { "w\($0)" }.joined(separator: " ")
  }

  private func page(points: Int = 0, answers: Int = 0, changes: Int = 0, lesson: Int = 0) -> Page {
    func column(_ side: Page.Column.Side) -> Page.Column {
      .init(
        side: side, title: "t", total: points,
        findings: (0..<points).map {
          .init(weight: 3, statement: "p\($0)", tier: Tier.allCases[2], shownBy: nil)
        })
    }
    var page = Page()
    page.company = "Acme"
    page.legend = "Legend."
    page.sections = [
      .init(
        part: .findings, title: "Findings", noun: "points",
        body: .against(column(.strengths), column(.weaknesses))),
      .init(
        part: .answers, title: "Answers", noun: "answers",
        body: .items((0..<answers).map { .rating(answer: $0 + 1, rating: 3, question: "q\($0)") })),
      .init(
        part: .changes, title: "Changes", noun: "changes",
        body: .items((0..<changes).map { .change(number: $0 + 1, "c\($0)") })),
      .init(
        part: .lesson, title: "Lesson", noun: "words",
        body: .items(lesson > 0 ? [.words(words(lesson))] : [])),
    ].filter { !$0.body.isEmpty }
    return page
  }

  private func items(_ page: Page, _ part: Page.Part) -> [Page.Item] {
    guard case .items(let items)? = page.sections.first(where: { $0.part == part })?.body else {
      return []
    }
    return items
  }

  @Test func whatIsShortHasNoSteps() {
    let short = page(points: 2, answers: 1, changes: 3, lesson: 500)
    #expect(PageFold(short).count == 0)
    #expect(PageFold(short).page(0) == short && PageFold(short).page(9) == short)
  }

  @Test func theLastOfTheLongestPartGoesFirst() {
    let fold = PageFold(page(answers: 9, changes: 4))
    let once = fold.page(1)
    #expect(items(once, .answers).count == 9 && items(once, .changes).count == 4)
    #expect(items(once, .answers).last == .words("+1 more"))
    #expect(items(fold.page(3), .answers).last == .words("+3 more answers"))
    #expect(once.legend.hasPrefix("Legend. Shortened to fit on one page"))
    #expect(fold.page(0).legend == "Legend.")
  }

  /// Each step leaves less than the one before, or shorter texts; the lesson stays, and so do three changes.
  @Test func everyStepIsShorter() {
    let whole = page(points: 20, answers: 30, changes: 9, lesson: 300)
    let fold = PageFold(whole)
    func length(_ page: Page) -> Int {
      Sheet(page, today: today).words.filter { !$0.hasPrefix("+") }.joined().count
    }
    var last = Int.max
    for step in 1...fold.count {
      let now = length(fold.page(step))
      #expect(now < last, "\(step)")
      last = now
    }
    let least = fold.page(fold.count)
    #expect(items(least, .lesson) == items(whole, .lesson))
    #expect(items(least, .changes).count == 4, "three, and how many more")
    guard case .against(let left, _) = least.sections[0].body else { return #expect(Bool(false)) }
    #expect(left.findings.count == 2 && left.total == 20)
    #expect(Sheet(least, today: today).words.contains("+36 more points"))
  }

  @Test func aLongTextSaysHowManyWordsFollow() {
    var long = page(changes: 1)
    long.sections[0].body = .items([.change(number: 1, words(100))])
    let fold = PageFold(long)
    #expect(fold.count == 3)
    for (step, count) in [(1, 80), (2, 40), (3, 25)] {
      #expect(
        items(fold.page(step), .changes)
          == [.change(number: 1, "\(words(count)) … (+\(100 - count) words)")])
    }
  }
}
