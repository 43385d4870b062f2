import TestSupport
import Testing

@testable import TUI

/// Keys by their names in scripts.
func keys(_ script: String) throws -> [Key] {
  try KeyScript(parsing: script).steps.compactMap {
    if case .event(.key(let key)) = $0 { key } else { nil }
  }
}

@Suite(.timed) struct TextFieldTests {
  private func after(_ script: String, _ text: String = "") throws -> String {
    var field = TextField(text)
    for key in try keys(script) {
      let used = field.handle(key)
      #expect(used, "\(key)")
    }
    // Where the next character would go is seen by typing one.
    var marked = field
    _ = marked.handle(.char("|"))
    return marked.text
  }

  @Test(arguments: [
    ("a b", "ab|"), ("<ctrl+a> x", "x|one two"), ("<ctrl+a> <ctrl+f> <ctrl+f>", "on|e two"),
    ("<ctrl+b>", "one tw|o"), ("<alt+b>", "one |two"), ("<alt+b> <alt+b>", "|one two"),
    ("<ctrl+a> <alt+f>", "one| two"), ("<ctrl+left>", "one |two"),
    ("<home> <ctrl+right>", "one| two"),
    ("<ctrl+w>", "one |"), ("<alt+backspace>", "one |"), ("<ctrl+a> <alt+d>", "| two"),
    ("<ctrl+u>", "|"), ("<alt+b> <ctrl+k>", "one |"), ("<alt+b> <ctrl+u>", "|two"),
    ("<ctrl+w> <ctrl+w> <ctrl+y>", "one two|"), ("<ctrl+w> <ctrl+y> <ctrl+y>", "one twotwo|"),
    ("<backspace> <ctrl+h>", "one t|"), ("<home> <delete> <ctrl+d>", "|e two"),
    ("<ctrl+t>", "one tow|"), ("<home> <right> <ctrl+t>", "no|e two"),
    ("<ctrl+e> <right>", "one two|"),
    ("<ctrl+w> <ctrl+_>", "one two|"), ("x y z <ctrl+_>", "one two|"),
    ("<ctrl+w> <ctrl+_> <alt+_>", "one |"),
  ])
  func readlineKeys(_ script: String, _ expected: String) throws {
    #expect(try after(script, script == "a b" ? "" : "one two") == expected)
  }

  @Test func keysThatAreNotItsOwnAreLeft() {
    var field = TextField("x")
    for key in [Key(.up), Key(.tab), Key(.escape), Key(.enter), .ctrl("s"), .ctrl("z"), .alt("x")] {
      let used = field.handle(key)
      #expect(!used)
    }
    #expect(field.text == "x")
  }

  @Test func movesByCharacters() throws {
    #expect(try after("<left>", "e\u{301}x") == "e\u{301}|x")
    #expect(try after("<left> <left> <backspace>", "👩\u{200d}👧ab") == "|ab")
    #expect(try after("<backspace>", "a👩\u{200d}👧") == "a|")
  }

  @Test func pastesOnOneLine() {
    var field = TextField("a")
    field.insert("b\nc\r\nd\n")
    #expect(field.text == "ab c d")
    _ = field.handle(.ctrl("_"))
    #expect(field.text == "a")
  }

  @Test func theWindowShowsTheCursor() {
    var field = TextField("0123456789")
    #expect(field.window(columns: 20) == ("0123456789", 10))
    #expect(field.window(columns: 4).visible == "89")
    #expect(field.window(columns: 4).cursorColumn == 2)
    _ = field.handle(Key(.home))
    #expect(field.window(columns: 4) == ("0123", 0))
  }

  @Test(arguments: UInt64(1)...10)
  func tenThousandKeysAndBack(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let pool = try keys(
      "a b ␣ ␣ x é 漢 <left> <right> <home> <end> <backspace> <delete> <ctrl+k> <ctrl+u> <ctrl+w> "
        + "<ctrl+y> <ctrl+t> <alt+b> <alt+f> <alt+d> <alt+backspace> <ctrl+_> <alt+_>")
    let start = nastyText(&random, pieces: 10)
    var field = TextField(start)
    for _ in 0..<1_000 {
      if Int.random(in: 0..<30, using: &random) == 0 {
        field.insert(nastyText(&random, pieces: 3))
      } else {
        _ = field.handle(pool.randomElement(using: &random) ?? .char("a"))
      }
      let columns = Int.random(in: 1...20, using: &random)
      let (visible, column) = field.window(columns: columns)
      #expect(TextWidth.columns(visible) <= columns)
      #expect((0..<columns).contains(column))
      #expect(TextWidth.columns(visible) >= column - 1)
    }
    // A change ends what could be done again.
    _ = field.handle(.char("z"))
    let end = field.text
    for _ in 0..<2_000 { _ = field.handle(.ctrl("_")) }
    #expect(field.text == start)
    for _ in 0..<2_000 { _ = field.handle(.alt("_")) }
    #expect(field.text == end)
  }
}

@Suite(.timed) struct TextAreaTests {
  private func cursor(of area: TextArea, width: Int, height: Int) -> (rows: [String], Frame.Cursor?)
  {
    let surface = Surface(size: Size(width, height))
    surface.canvas.area(area, rect: surface.canvas.bounds, focused: true)
    return ((0..<height).map { surface.frame.row($0) }, surface.frame.cursor)
  }

  @Test func wrapsAndFollowsTheCursor() {
    let area = TextArea("one two three\nfour")
    let (rows, place) = cursor(of: area, width: 9, height: 3)
    #expect(rows == ["one two", "three", "four"])
    #expect(place == Frame.Cursor(x: 4, y: 2, visible: true))
    // The last column, which is no text, says that there is more above.
    #expect(cursor(of: area, width: 9, height: 2).rows == ["three   ↑", "four"])
  }

  @Test func upAndDownKeepTheColumn() {
    var area = TextArea("abcdef\nab\nabcdef")
    for _ in 0..<2 { _ = area.handle(Key(.up), width: 20, height: 5) }
    #expect(cursor(of: area, width: 20, height: 5).1 == Frame.Cursor(x: 6, y: 0, visible: true))
    _ = area.handle(Key(.down), width: 20, height: 5)
    #expect(cursor(of: area, width: 20, height: 5).1 == Frame.Cursor(x: 2, y: 1, visible: true))
    _ = area.handle(Key(.down), width: 20, height: 5)
    #expect(cursor(of: area, width: 20, height: 5).1 == Frame.Cursor(x: 6, y: 2, visible: true))
  }

  @Test func upAndDownGoByRowsAsShown() {
    var area = TextArea("one two three four")
    _ = area.handle(Key(.home), width: 9, height: 5)
    _ = area.handle(Key(.down), width: 9, height: 5)
    _ = area.handle(.char("|"), width: 9, height: 5)
    #expect(area.text == "one two |three four")
    for _ in 0..<5 { _ = area.handle(Key(.up), width: 9, height: 5) }
    #expect(cursor(of: area, width: 9, height: 5).1?.y == 0)
  }

  @Test func enterSplitsAndBackspaceJoins() {
    var area = TextArea("ab")
    _ = area.handle(Key(.left), width: 9, height: 5)
    _ = area.handle(Key(.enter), width: 9, height: 5)
    #expect(area.text == "a\nb")
    _ = area.handle(Key(.backspace), width: 9, height: 5)
    #expect(area.text == "ab")
    for _ in 0..<2 { _ = area.handle(.ctrl("_"), width: 9, height: 5) }
    #expect(area.text == "ab")
    area.insert("x\r\ny\rz")
    #expect(area.text == "ax\ny\nzb")
  }

  @Test func typingIsUndoneByWords() {
    var area = TextArea("")
    for character in "one two" { _ = area.handle(.char(character), width: 20, height: 5) }
    _ = area.handle(.ctrl("_"), width: 20, height: 5)
    #expect(area.text == "one ")
    _ = area.handle(.ctrl("_"), width: 20, height: 5)
    #expect(area.text == "")
  }

  @Test(arguments: UInt64(1)...10)
  func tenThousandKeysAndBack(seed: UInt64) throws {
    var random = Seeded(seed: seed)
    let pool = try keys(
      "a b ␣ ␣ x é 漢 <enter> <left> <right> <up> <down> <pageup> <pagedown> <home> <end> <backspace> "
        + "<delete> <ctrl+k> <ctrl+u> <ctrl+w> <ctrl+y> <ctrl+t> <alt+b> <alt+f> <alt+d> <ctrl+home> "
        + "<ctrl+end> <ctrl+_> <alt+_>")
    let start = nastyText(&random, pieces: 40, lineFeeds: true)
    var area = TextArea(start)
    for _ in 0..<1_000 {
      let size = Size(Int.random(in: 1...30, using: &random), Int.random(in: 1...8, using: &random))
      if Int.random(in: 0..<30, using: &random) == 0 {
        area.insert(nastyText(&random, pieces: 5, lineFeeds: true))
      } else {
        _ = area.handle(
          pool.randomElement(using: &random) ?? .char("a"), width: size.width, height: size.height)
      }
      let surface = Surface(size: size)
      surface.canvas.area(area, rect: surface.canvas.bounds, focused: true)
      #expect(surface.frame.cursor != nil, "the cursor is always in view")
      #expect(hasOnlyWholeGlyphs(surface.frame))
    }
    _ = area.handle(.char("z"), width: 10, height: 3)
    let end = area.text
    for _ in 0..<2_000 { _ = area.handle(.ctrl("_"), width: 10, height: 3) }
    #expect(area.text == start)
    for _ in 0..<2_000 { _ = area.handle(.alt("_"), width: 10, height: 3) }
    #expect(area.text == end)
  }

  @Test func aLongLineIsWrappedAsAShortOne() {
    let words = String(repeating: "lorem ipsum dolor ", count: 2_000)
    var area = TextArea("")
    area.insert(words)
    let rows = TextWidth.wrap(words, width: 39)
    func bare(_ rows: [String]) -> [String] {
      rows.map { String($0.reversed().drop { " ↑↓".contains($0) }.reversed()) }
    }
    let shown = cursor(of: area, width: 40, height: 4).rows
    #expect(bare(shown) == bare(Array(rows.suffix(4))) && shown[0].hasSuffix("↑"))
    for _ in 0..<rows.count { _ = area.handle(Key(.up), width: 40, height: 4) }
    let start = cursor(of: area, width: 40, height: 4).rows
    #expect(bare(start) == Array(rows.prefix(4)) && start[3].hasSuffix("↓"))
  }
}
