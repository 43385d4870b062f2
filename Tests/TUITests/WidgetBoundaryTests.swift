import Testing

@testable import TUI

/// Where lists, editors and columns begin and end.
@Suite(.timed) struct WidgetBoundaryTests {
  @Test func aListScrollsWithItsLastRow() {
    var list = ListState()
    list.select(2, count: 9, height: 3)
    #expect((list.selection, list.offset) == (2, 0))
    list.select(3, count: 9, height: 3)
    #expect((list.selection, list.offset) == (3, 1))
    list.select(9, count: 9, height: 3)
    #expect((list.selection, list.offset) == (8, 6))
    list.select(-1, count: 9, height: 3)
    #expect((list.selection, list.offset) == (0, 0))
    list.select(8, count: 9, height: 3)
    list.clamp(count: 3, height: 3)
    #expect((list.selection, list.offset) == (2, 0))
  }

  @Test func aPageIsARowLessThanTheList() {
    var list = ListState()
    _ = list.handle(Key(.pageDown), count: 20, height: 5)
    #expect(list.selection == 4)
    _ = list.handle(Key(.pageUp), count: 20, height: 5)
    #expect(list.selection == 0)
    _ = list.handle(.ctrl("d"), count: 20, height: 5)
    #expect(list.selection == 2)
    _ = list.handle(Key(.pageDown), count: 20, height: 1)
    #expect(list.selection == 3)
  }

  private func typed(_ text: String, _ keys: Key...) -> TextBuffer {
    var buffer = TextBuffer(text)
    for key in keys { _ = buffer.handle(key) }
    return buffer
  }

  @Test func undoGoesBackToTheCursorToo() {
    let it = typed("ab", Key(.left), .char("x"), Key(.end), .ctrl("_"))
    #expect(it.text == "ab")
    #expect(it.cursor.offset == 1)
    let again = typed("", .char("a"), .ctrl("_"), .char("b"), .alt("_"))
    #expect(again.text == "b")
  }

  @Test func aWordWithItsBlankIsOneStep() {
    var it = TextBuffer("")
    for c in "ab cd" { _ = it.handle(.char(c)) }
    _ = it.handle(.ctrl("_"))
    #expect(it.text == "ab ")
    _ = it.handle(.ctrl("_"))
    #expect(it.text == "")
    var two = TextBuffer("abcd")
    for key in [Key(.backspace), Key(.backspace), .char("x"), .ctrl("_")] { _ = two.handle(key) }
    #expect(two.text == "ab")
  }

  @Test func whatIsCutTogetherComesBackTogether() {
    #expect(typed("one two three", .ctrl("w"), .ctrl("w"), .ctrl("y")).text == "one two three")
    #expect(
      typed("one two", Key(.home), .alt("d"), .alt("d"), .ctrl("y")).text == "one two")
    var lines = TextBuffer("a\nb")
    for key in [Key(.home, .control), Key(.end), .ctrl("k")] { _ = lines.handle(key) }
    #expect(lines.text == "ab")
    #expect(typed("ab\ncd", .ctrl("t")).text == "ab\ndc")
    #expect(typed("ab\nc", .ctrl("t")).text == "ab\nc")
  }

  @Test func aFieldScrollsWhenItIsFull() {
    #expect(TextField("abcd").window(columns: 5).visible == "abcd")
    #expect(TextField("abcd").window(columns: 5).cursorColumn == 4)
    #expect(TextField("abcde").window(columns: 5).cursorColumn < 5)
    #expect(TextField("abcde").window(columns: 5).visible != "abcde")
    #expect(TextField("a\nb").text == "a b")
    #expect(TextField("a\n").text == "a")
  }

  @Test func aColumnIsDroppedBelowItsWidth() {
    let it = ColumnLayout([
      Column(width: .fixed(3)), Column(width: .fixed(3), dropBelow: 20),
      Column(width: .flexible(min: 1, share: 1)), Column(width: .flexible(min: 1, share: 1)),
    ])
    #expect(it.frames(width: 20)[1] != nil)
    #expect(it.frames(width: 19)[1] == nil)
    let frames = it.frames(width: 25).compactMap { $0 }
    #expect(frames.last.map { $0.x + $0.width } == 25)
  }

  @Test func rectanglesAreCut() {
    var it = Rect(x: 1, y: 2, width: 10, height: 6)
    #expect((it.maxX, it.maxY) == (11, 8))
    #expect(it.takeBottom(2) == Rect(x: 1, y: 6, width: 10, height: 2))
    #expect(it.takeTop(1) == Rect(x: 1, y: 2, width: 10, height: 1))
    #expect(it == Rect(x: 1, y: 3, width: 10, height: 3))
    #expect(
      it.intersection(Rect(x: 10, y: 0, width: 9, height: 4))
        == Rect(x: 10, y: 3, width: 1, height: 1))
  }

  @Test func whatJustFitsIsNotCut() {
    #expect(TextWidth.truncate("äbc", to: 3) == "äbc")
    #expect(TextWidth.truncate("äbcd", to: 3) == "äb…")
    #expect(TextWidth.wrap("aaa bbb ccc", width: 3, most: 2) == ["aaa", "bbb"])
    #expect(TextWidth.wrap("aaa bbb", width: 7) == ["aaa bbb"])
    #expect(TextWidth.wrap("aaa bbb", width: 6) == ["aaa", "bbb"])
    #expect(TextWidth.wrap("aaa bbé", width: 7) == ["aaa bbé"])
    #expect(TextWidth.wrap("日本", width: 4) == ["日本"])
  }

  @Test func functionKeysGoTo63() {
    #expect(KeySequence("f63") != nil && KeySequence("f1") != nil)
    #expect(KeySequence("f64") == nil && KeySequence("f0") == nil)
  }
}
