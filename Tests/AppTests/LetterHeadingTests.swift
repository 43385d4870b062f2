import Testing

@testable import DebriefApp

/// The line above what the check of a letter says counts what stands below it.
@Suite(.timed) struct LetterHeadingTests {
  @Test(arguments: [
    (0, 0, "Looks good"), (1, 0, "1 suggestion"), (2, 0, "2 suggestions"),
    (2, 1, "2 suggestions, 1 note"), (0, 2, "Looks good, 2 notes"),
  ])
  func itCountsWhatIsSeen(_ remarks: Int, _ notes: Int, _ heading: String) {
    #expect(LetterEditor.counted(remarks: remarks, notes: notes) == heading)
  }
}
