import TUI
import Testing

/// Places in a text area counted in characters, as a check of the text counts them.
@Suite(.timed) struct TextAreaPlaceTests {
  private let text = "one 漢字\n\nthree e\u{301} four"

  @Test func everyPlaceIsFoundAgain() {
    var area = TextArea(text)
    for number in 0...text.count {
      area.move(toCharacter: number)
      #expect(area.cursorCharacter == number)
    }
    area.move(toCharacter: 10_000)
    #expect(area.cursorCharacter == text.count)
    area.move(toCharacter: -1)
    #expect(area.cursorCharacter == 0)
  }

  @Test func replacingAllIsOneChange() {
    var area = TextArea(text)
    area.replaceAll("new\r\ntext")
    #expect(area.text == "new\ntext" && area.cursorCharacter == 0)
    _ = area.handle(.ctrl("_"), width: 20, height: 5)
    #expect(area.text == text)
  }

  @Test func marksAreDrawnWhereTheyStand() {
    let surface = Surface(size: Size(12, 4))
    surface.canvas.area(
      TextArea("alpha beta gamma"), rect: Rect(x: 0, y: 0, width: 12, height: 4), focused: true,
      marks: [6..<10, 11..<14])
    let marked = surface.frame.cells.indices.filter {
      surface.frame.cells[$0].ink.flags.contains(.underline)
    }
    #expect(marked == [6, 7, 8, 9, 12, 13, 14])
  }
}
