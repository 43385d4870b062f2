import TestSupport
import Testing

@testable import DebriefModel

/// A row of a figure below its picture says what the picture can't, and nothing twice.
@Suite(.timed) struct BesidePictureTests {
  private func row(_ count: Int, of total: Int, running: Int = 0, note: String = "") -> Months.Row {
    Months.Row(
      key: .glad, label: "looked back on", share: Share(count, of: total), running: running,
      meaning: "glad", note: note)
  }

  @Test func belowBarsAreTheSharesInPercentAndWhatIsOpen() {
    #expect(row(4, of: 5).words(beside: .bars) == "80%")
    #expect(row(1, of: 4).words(beside: .bars) == "")
    #expect(row(0, of: 0, running: 2).words(beside: .bars) == "2 still open")
    let most = row(7, of: 8, running: 1, note: "met")
    #expect(most.words(beside: .bars) == "88% · met · 1 still open")
    // What has no share has no bar, so its words are all there is of it.
    let seen = Months.Row(key: .glad, label: "R", note: "seen once: you both 1")
    #expect(seen.words(beside: .bars) == "seen once: you both 1")
  }

  @Test func otherPicturesLeaveOutOtherThings() {
    let it = row(4, of: 5, running: 1, note: "likely between 38 and 96%")
    #expect(it.words(beside: .ranges) == "likely between 38 and 96% · 1 still open")
    #expect(it.words(beside: .dots) == "")
    #expect(it.words(beside: .butterfly) == "4 of 5 glad (80%) · 1 still open")
    for picture in [MonthPicture.words, .slope] { #expect(it.words(beside: picture) == it.words) }
  }
}
