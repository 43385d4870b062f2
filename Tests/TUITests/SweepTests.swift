import TestSupport
import Testing

@testable import TUI

/// Every function of the widgets that takes a text, with texts that have no word in them.
@Suite(.timed) struct SweepTests {
  static let functions: [(name: String, run: @Sendable (String) -> Void)] = [
    ("TextWidth.columns", { _ = TextWidth.columns($0) }),
    ("TextWidth.truncate", { for n in [0, 1, 2, 9] { _ = TextWidth.truncate($0, to: n) } }),
    ("TextWidth.pad", { _ = TextWidth.pad($0, to: 9) }),
    ("TextWidth.wrap", { for n in [1, 2, 30] { _ = TextWidth.wrap($0, width: n, most: 50) } }),
    ("TextWidth.printable", { _ = (TextWidth.printable($0), TextWidth.faithful($0)) }),
    ("TextWidth.lines", { _ = (TextWidth.hardLines($0), TextWidth.splitAtLineFeeds($0)) }),
    ("KeySequence", { _ = KeySequence($0) }),
    ("KeyScript", { _ = try? KeyScript(parsing: $0) }),
    (
      "TextField",
      { text in
        var it = TextField(String(text.prefix(2000)))
        it.insert(String(text.prefix(200)))
        _ = it.window(columns: 5)
      }
    ),
    (
      "TextArea",
      { text in
        var it = TextArea(String(text.prefix(2000)))
        it.insert(String(text.prefix(200)))
        it.replaceAll(text)
      }
    ),
    (
      "Picture",
      { text in
        let texts = [text, "a"]
        let pictures: [any Picture] = [
          Bars(texts.map { .init($0, 3) }), StackedBar(texts.map { .init($0, 3) }),
          Butterfly(texts.map { .init($0, left: 1, right: 2) }, left: .init(text)),
          Timeline(texts.map { .init($0, note: $0, since: 2) }, unit: text),
          Slope(texts.map { .init($0, before: 1, after: 2) }), DotPlot(texts.map { .init($0, 3) }),
        ]
        for width in [1, 9, 60] {
          for it in pictures { Surface(size: Size(width, 4)).canvas.picture(it) }
        }
      }
    ),
  ]

  @Test(arguments: functions.map(\.name)) func textsWithoutAWord(_ name: String) throws {
    let function = try #require(SweepTests.functions.first { $0.name == name })
    for text in Wordless.texts { function.run(text) }
  }
}
