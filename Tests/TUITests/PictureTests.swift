import Foundation
import TestSupport
import Testing

@testable import TUI

/// What each picture looks like, and the numbers it is made from.
@Suite(.timed) struct PictureTests {
  /// An example of each picture, by the name of its screen.
  static let examples: [(name: String, picture: any Picture)] = [
    (
      "stacked-bar",
      StackedBar([
        .init("in your control", 3), .init("partly", 1, role: .accent), .init("not", 2, role: .dim),
      ])
    ),
    (
      "butterfly",
      Butterfly(
        [
          .init("Preparation", left: 7, right: 3), .init("Presentation", left: 1, right: 12),
          .init("Skills", left: 4, right: 0),
        ], left: .init("went well", role: .strength), right: .init("didn't", role: .weakness))
    ),
    (
      "sparkline",
      Sparkline(
        [
          .init(2), .init(3, mark: "!"), .init(1), .init(nil), .init(4.5), .init(5, mark: "+"),
          .init(3),
        ],
        scale: 1...5, height: 2)
    ),
    (
      "timeline",
      Timeline([
        .init("Applied", note: "3 Nov"), .init("Interview", note: "12 Nov", since: 9),
        .init("No", note: "25 Nov", .now, since: 13), .init("Feedback", .ahead, since: 3),
      ])
    ),
    (
      "slope",
      Slope(
        [
          .init("Nordlicht", before: 2, after: 4), .init("Kestrel Labs", before: 3, after: 3),
          .init("Acme", before: 4, after: 1.5), .init("Hayabusa", before: 2, after: nil),
        ], scale: 1...5)
    ),
    (
      "dot-plot",
      DotPlot(
        [
          .init("Nordlicht", 70, .no), .init("Kestrel Labs", 20, .yes), .init("Acme", 100, .open),
        ], scale: 0...100)
    ),
    (
      "bars",
      Bars([
        .init("Preparation", 4), .init("Presentation", 9, role: .accent), .init("Skills", 0),
        .init("Behavior", 1),
      ])
    ),
    (
      "bars-of",
      Bars([
        .init("Moved on", 3, of: 5, role: .strength), .init("Answered", 2, of: 3),
        .init("Feedback", 0, of: 4),
      ])
    ),
  ]

  @Test(arguments: examples.map(\.name)) func looks(_ name: String) throws {
    let picture = try #require(PictureTests.examples.first { $0.name == name }).picture
    var text = ""
    for (width, height, ascii) in [
      (64, 6, false), (64, 6, true), (32, 5, false), (16, 3, false), (24, 1, false), (24, 1, true),
    ] {
      text += "\(width)x\(height)\(ascii ? " ascii" : "")\n"
      text += draw(picture, width, height, ascii: ascii).frame.text
    }
    try Recorded.expect(text, "Screens/\(name).screen", context: text)
  }

  /// A dot with a range has a line from where to where it may as well lie, and what it counts for its number.
  @Test func aDotMayHaveARange() {
    let plot = DotPlot(
      [
        .init("said", 40, range: 12...77, text: "2 of 5"),
        .init("all", 100, range: 21...100, text: "1 of 1"),
      ], scale: 0...100)
    #expect(
      drawn(25, 3) { $0.picture(plot) } == [
        "said  2 of 5  ·├──●───┤··", "all   1 of 1  ··├───────●",
        "              0       100",
      ])
    #expect(drawn(25, 3, ascii: true) { $0.picture(plot) }[0] == "said  2 of 5  .|--*---|..")
    // Where the line has no room, what was counted is still there.
    #expect(drawn(14, 2) { $0.picture(plot) } == ["said  2 of 5", "all   1 of 1"])
  }

  @Test func examplesAreOfEveryPicture() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/TUI/Pictures")
    let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var types: Set<String> = []
    for source in sources {
      let text = try String(
        contentsOf: folder.appendingPathComponent(source), encoding: .utf8)
      for line in text.split(separator: "\n") where line.contains(": Picture {") {
        types.insert(String(line.dropFirst("public struct ".count).prefix { $0 != ":" }))
      }
    }
    #expect(!types.isEmpty)
    #expect(types == Set(PictureTests.examples.map { String(describing: type(of: $0.picture)) }))
  }

  @Test func sharesAddUp() {
    #expect(Shares.split(10, among: [1, 1, 1]) == [4, 3, 3])
    #expect(Shares.split(10, among: [0, 5, 0]) == [0, 10, 0])
    #expect(Shares.split(10, among: [1, 999, 1]) == [1, 8, 1])
    #expect(Shares.split(2, among: [1, 1, 1]) == [1, 1, 0])
    #expect(Shares.split(7, among: [0, -3]) == [0, 0])
    #expect(Shares.split(0, among: [3]) == [0])
    #expect(Shares.split(5, among: []) == [])
    #expect(Shares.split(9, among: [.max, .max, .max]) == [3, 3, 3])
  }

  @Test(arguments: UInt64(1)...40) func sharesAreWithinAColumnOfTheExactOnes(seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<100 {
      let most = [1, 5, 100, Int.max / 64].randomElement(using: &random) ?? 1
      let weights = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        Int.random(in: 0...most, using: &random)
      }
      let width = Int.random(in: 0...200, using: &random)
      let parts = Shares.split(width, among: weights)
      let total = weights.reduce(0.0) { $0 + Double($1) }
      #expect(parts.count == weights.count)
      #expect(parts.reduce(0, +) == (total > 0 ? width : 0))
      let positive = weights.count { $0 > 0 }
      // Columns that make a small part visible are taken from great ones.
      let raised = zip(parts, weights).count { part, weight in
        part == 1 && Double(weight) / total * Double(width) < 1
      }
      for (part, weight) in zip(parts, weights) where total > 0 {
        let exact = Double(weight) / total * Double(width)
        if weight == 0 { #expect(part == 0) }
        if weight > 0, positive <= width { #expect(part > 0) }
        #expect(Double(part) < exact + 1.000_001)
        #expect(Double(part) > exact - 1.000_001 - Double(raised))
      }
      // More is never shown as less.
      for i in weights.indices {
        for j in weights.indices where weights[i] > weights[j] { #expect(parts[i] >= parts[j]) }
      }
    }
  }

  @Test func numbersHaveOneDecimalOrNone() {
    let texts: [(Double?, String)] = [
      (3, "3"), (3.04, "3"), (3.05, "3.1"), (-0.04, "0"), (-0.25, "-0.3"), (-12, "-12"),
      (99.96, "100"), (nil, "–"), (.nan, "–"), (.infinity, "–"), (2e12, "–"),
      (1e12, "1000000000000"),
    ]
    for (value, text) in texts { #expect(PictureNumber.text(value) == text) }
  }

  @Test func aScaleKeepsToItsEnds() {
    let scale = PictureScale(1...5, of: [])
    #expect([0, 1, 2, 3, 4, 5, 9].map { scale.step(of: $0, steps: 5) } == [0, 0, 1, 2, 3, 4, 4])
    #expect(PictureScale(nil, of: [nil, 7, .nan]).step(of: 7, steps: 9) == 0)
    #expect(PictureScale(nil, of: [-1e300, 2, 4]) == PictureScale(2...4, of: []))
    #expect(PictureScale(nil, of: []).step(of: 3, steps: 4) == 0)
  }

  @Test func whatHasNoRowIsCounted() {
    let bars = Bars((1...9).map { .init("row", $0) })
    #expect(
      draw(bars, 12, 3).text == ["row  1", "row  2", "+7 more"].map { $0 + "\n" }.joined())
    #expect(draw(bars, 3, 2).text == "1\n+8\n")
  }

  @Test func oneRowSaysTheNumbers() {
    let bar = StackedBar([.init("mine", 1), .init("theirs", 3)])
    #expect(draw(bar, 18, 1).text == "██▓▓▓▓▓▓  █ 1  ▓ 3\n")
    #expect(draw(bar, 8, 1).text == "█ 1  ▓ 3\n")
    #expect(draw(bar, 7, 1).text == "\n")
  }

  @Test func timesAreTheLengthsOfTheirLines() throws {
    let line = Timeline([.init("a"), .init("b", since: 10), .init("c", since: 30)])
    let row = draw(line, 60, 2).row(0)
    let marks = row.enumerated().filter { $0.element == "●" }.map(\.offset)
    try #require(marks.count == 3)
    #expect(abs((marks[2] - marks[1]) - 3 * (marks[1] - marks[0])) <= 2)
  }

  private func draw(_ picture: any Picture, _ width: Int, _ height: Int, ascii: Bool = false)
    -> Surface
  {
    let surface = Surface(size: Size(width, height), ascii: ascii)
    surface.canvas.picture(picture)
    return surface
  }
}

extension Surface {
  fileprivate var text: String { frame.text }
  fileprivate func row(_ y: Int) -> String { frame.row(y) }
}
