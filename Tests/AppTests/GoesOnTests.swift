import DebriefModel
import TUI
import Testing

@testable import DebriefApp

/// Nothing is cut without a sign: what goes on says so at its edge, and where one is.
@Suite(.timed) struct GoesOnTests {
  static let sizes = [Size(30, 8), Size(80, 24), Size(120, 40)]

  /// The row that holds the mark of what goes on; nil where everything is seen.
  private func mark(_ desk: Desk) -> Substring? {
    desk.screen.split(separator: "\n").last { $0.contains("↑") || $0.contains("↓") }
  }

  @Test(arguments: sizes, ["?", "/ kestrel <enter> p", "H"]) func aPageSaysThatItGoesOn(
    _ size: Size, _ keys: String
  ) throws {
    let desk = try Desk(size)
    if keys == "H" { for n in 0..<50 { try desk.keys("c note␣\(n) <ctrl+s>") } }
    try desk.keys(keys)
    guard let first = mark(desk) else {
      // The page is as short as that only on a large screen.
      #expect(size.height > 24, "\(desk.screen)")
      return
    }
    #expect(first.contains("↓") && !first.contains("↑"), "\(desk.screen)")
    #expect(first.contains(/\d+ of \d+/), "\(desk.screen)")
    try desk.keys("G")
    let last = try #require(mark(desk))
    #expect(last.contains("↑") && !last.contains("↓"), "\(desk.screen)")
    let counts = try #require(last.firstMatch(of: /(\d+) of (\d+)/))
    #expect(counts.1 == counts.2, "\(desk.screen)")
  }

  @Test(arguments: sizes) func theSelectedRowOfAListIsWhole(_ size: Size) throws {
    let desk = try Desk(size)
    try desk.keys("/ nord <enter> <enter> <alt+1> L")
    let picker = try #require(desk.app.top(PickerOverlay.self)?.picker)
    let title = try #require(picker.selected?.title)
    let text = desk.screen.split(separator: "\n")
      .map { row in row.split(separator: "│").first { $0.contains(/\w/) } ?? "" }
      .joined(separator: " ").split(separator: " ").joined(separator: " ")
    let joined = desk.screen.filter { !"│\n".contains($0) }.split(separator: " ")
    let words = Set(joined.map(String.init))
    let missing = title.split(separator: " ").filter { !words.contains(String($0)) }
    #expect(missing.isEmpty, "\(missing) \(text)")
  }
}
