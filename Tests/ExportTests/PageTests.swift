import DebriefModel
import Testing

@testable import DebriefExport

@Suite(.timed) struct PageTests {
  @Test func theUsualPage() throws {
    try expectPage(
      PageText.unicode(usual(), reasons: reasons, now: noon, measure: scalars), "usual.txt")
    try expectPage(PageText.ascii(usual(), reasons: reasons, now: noon), "usual.ascii.txt")
  }

  @Test func aCrowdedPage() throws {
    let text = PageText.ascii(crowd(), reasons: reasons, now: noon)
    try expectPage(text, "crowd.ascii.txt")
    #expect(text.contains(" more points"))
    #expect(text.contains(" more answers"))
  }

  @Test(arguments: nasty.indices) func thePageKeepsItsSize(_ n: Int) {
    let d = dossier(fullArchive(nasty[n], n))
    let ascii = PageText.ascii(d, reasons: reasons, now: noon)
    #expect(ascii.utf8.allSatisfy { ($0 >= 0x20 && $0 < 0x7f) || $0 == 0x0a })
    for text in [ascii, PageText.ascii(crowd(), reasons: reasons, now: noon)] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count <= PageColumns.height)
      #expect(lines.allSatisfy { $0.utf8.count <= PageColumns.width })
    }
    let wide = PageText.unicode(d, reasons: reasons, now: noon, measure: scalars)
    let lines = wide.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= PageColumns.height)
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= PageColumns.width })
  }

  @Test func linesThatAreTooManyAreCounted() {
    let lines =
      (1...70).map { PageLine("line \($0)") } + [PageLine(String(repeating: "w", count: 99))]
    let rows = PageText.text(lines, measure: scalars).split(separator: "\n")
    #expect(rows.count == 66)
    #expect(rows.last == "+6 more lines")
  }

  @Test func foldingKeepsWhatCanBeKept() {
    #expect(ASCIIFold.fold("Zoë Łódź straße “a” – b… 5 €") == "Zoe Lodz strasse \"a\" - b... 5 EUR")
    #expect(ASCIIFold.fold("e\u{301}\u{200b}株\u{1b}\u{7f}\t.\r\n") == "e???" + " .\n")
    #expect(ASCIIFold.fold("A\u{a0}B\u{2009}C\u{2011}D") == "A B C-D")
  }

  /// Parts folded and joined are the whole folded: what was measured is what is printed.
  @Test(arguments: nasty.indices) func foldingGoesScalarByScalar(_ n: Int) {
    let text = String(nasty[n].prefix(300))
    let parts = text.unicodeScalars.map { ASCIIFold.fold(String($0)) }.joined()
    // CR LF is one character to Swift and two scalars here; both fold to the line feed.
    #expect(parts == ASCIIFold.fold(text))
    #expect(ASCIIFold.fold(ASCIIFold.fold(text)) == ASCIIFold.fold(text))
  }

  @Test func anASCIIPageBreaksAtWords() {
    let rows = ASCIIFold.measure.wrap("one two  three\n\nfourfivesix", 5)
    #expect(rows == ["one", "two", "three", "", "fourf", "ivesi", "x"])
    #expect(ASCIIFold.measure.truncate("abcdef", 5) == "ab...")
    #expect(ASCIIFold.measure.pad("é", 3) == "é  ")
  }
}
