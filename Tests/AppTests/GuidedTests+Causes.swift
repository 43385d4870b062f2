import DebriefModel
import TestSupport
import Testing

@testable import DebriefApp

/// Which causes are offered.
extension GuidedTests {
  /// What can only happen in an interview is no cause to pick where there was none, and the other way round.
  @Test(arguments: [Branch.rejectedWithoutInterview, .rejectedAfterInterview, .ghosted])
  func causesFitWhatHappened(_ branch: Branch) throws {
    let desk = try begun(branch)
    let wizard = try #require(desk.app.opened?.wizard)
    let titles = ChecklistPane.reasons("", wizard).map(\.title)
    let isAfter = branch != .rejectedWithoutInterview
    for title in [
      "Interrupted someone", "Sounded rehearsed", "Answers that missed the point", "An off day",
      "Clothes didn't match what people wear there",
    ] {
      #expect(titles.contains(title) == isAfter, "\(titles)")
    }
    #expect(titles.contains("Maybe nobody read your résumé") == !isAfter)
    #expect(titles.contains("Less experience than they asked for"))
  }
}
