import Foundation
import TestSupport
import Testing

@testable import DebriefModel
@testable import DebriefPaper

private let now = TestClock.noon

/// A sheet of every kind of block, around a text.
private func sheet(_ text: String, count: Int = 1) -> Sheet {
  var sheet = Sheet()
  sheet.name = "Kestrel · \(text)"
  sheet.standing = "round 2 · rejected"
  sheet.lead = "Most likely \(text) decided."
  sheet.legend = "As of today."
  func milestone(_ label: String, _ days: Int) -> Milestone {
    Milestone(label: label, on: now.day.adding(days: days), state: days > 20 ? .ahead : .past)
  }
  func list(_ n: Int) -> [String] { (0..<n).map { "item \($0) \(text)" } }
  func entries(_ n: Int) -> [Sheet.Entry] { list(n).map { .init(weight: 4, text: $0) } }
  sheet.sections = [
    .init(
      "Lists",
      [
        .against([
          .init(side: .strengths, title: "+ well", entries: entries(count)),
          .init(side: .weaknesses, title: "- not", entries: entries(count + 1)),
        ])
      ]),
    .init("Said", [.quote(from: "Ines", words: text), .lines([text])]),
    .init(
      "Numbers",
      [
        .meters([.init("Q1", 3, of: 5, text: "3/5 \(text)", isStepped: true)]),
        .meters([.init("share", 3, of: 7, text: "3 of 7")]),
        .rows([.init("9 Mar", text), .init("10 Mar", "again")]),
        .strip([milestone("applied", 0), milestone("panel", 12), milestone("final", 30)]),
      ]),
    .init("Changes", [.items(list(count), isNumbered: true), .items([text], isNumbered: false)]),
  ]
  return sheet
}

private func words(_ text: String) -> [String] {
  text.split { $0.isWhitespace || $0 == "\u{c}" }.map(String.init)
}

/// A PDF as poppler reads it.
private final class Read {
  let folder = PrivateFolder()
  let pages: Int
  let bytes: [UInt8]
  let unknown: [Character]

  init(_ sheet: Sheet, _ paper: SheetPDF.Paper = .a4) throws {
    let made = try SheetPDF.bytes(sheet, paper: paper, now: now)
    (bytes, pages, unknown) = (made.bytes, made.pages, made.unknown)
    try Data(bytes).write(to: URL(fileURLWithPath: folder("x.pdf")))
  }

  func ask(_ program: String, _ arguments: [String] = []) throws -> String {
    let out = program == "pdftotext" ? ["-"] : []
    let answer = try Oracle.run(program, arguments + [folder("x.pdf")] + out)
    #expect(answer.status == 0 && answer.err == "", "\(program): \(answer.err)")
    return answer.out
  }
}

@Suite(.timed) struct SheetPDFTests {
  @Test func everyWordIsFound() throws {
    let sheet = sheet("plain words, fi ffl office")
    let pdf = try Read(sheet)
    #expect(pdf.pages == 1)
    // In lists that stand beside each other, the words of both sides come by line.
    let found = words(try pdf.ask("pdftotext", ["-layout"])).filter { $0 != "•" }
    #expect(found.sorted() == sheet.words.flatMap(words).sorted())
  }

  @Test(arguments: [
    "שלום עולם", "مرحبا بالعالم", "Ελληνικά κείμενα", "Русский текст", "Tiếng Việt",
  ])
  func otherScriptsAreFoundToo(_ text: String) throws {
    let pdf = try Read(sheet(text))
    let all = try pdf.ask("pdftotext")
      .unicodeScalars.filter { !(0x202a...0x202e).contains($0.value) }
    let found = String(String.UnicodeScalarView(all)).precomposedStringWithCompatibilityMapping
    for word in words(text) {
      #expect(found.contains(word.precomposedStringWithCompatibilityMapping), "\(word): \(found)")
    }
  }

  @Test func itSaysWhatItIs() throws {
    let pdf = try Read(sheet("plain"))
    let info = try pdf.ask("pdfinfo")
    func value(_ name: String) -> String {
      info.split(separator: "\n").first { $0.hasPrefix(name + ":") }
        .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) } ?? ""
    }
    #expect(value("Title") == "Kestrel · plain")
    #expect(value("Tagged") == "yes" && value("Pages") == "1" && value("JavaScript") == "no")
    #expect(value("Page size").hasPrefix("595.276 x 841.89"))
    #expect(value("CreationDate").contains("2026"))
    let structure = try pdf.ask("pdfinfo", ["-struct"])
    for tag in ["Document", "Sect", "H1", "H2", "LI", "TR", "BlockQuote"] {
      #expect(structure.contains(tag), "\(tag): \(structure)")
    }
    let text = String(decoding: pdf.bytes, as: UTF8.self)
    #expect(text.contains("/Lang (en)") && text.contains("/DisplayDocTitle true"))
    #expect(try Read(sheet("plain"), .letter).ask("pdfinfo").contains("612 x 792"))
  }

  @Test func everyFontIsInIt() throws {
    let fonts = try Read(sheet("plain שלום")).ask("pdffonts")
      .split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts {
      // name, type, encoding, emb, sub, uni, object
      let columns = font.split(separator: " ")
      #expect(Array(columns.dropLast(2).suffix(3)) == ["yes", "yes", "yes"], "\(font)")
    }
  }

  /// A letter without a font is a box, and counted: what nobody has a font for has none here.
  @Test func lettersWithoutAFontAreCounted() throws {
    #expect(try Read(sheet("plain שלום")).unknown == [])
    #expect(try Read(sheet("\u{10fffd}")).unknown == ["\u{10fffd}"])
  }

  /// On one page while it can be read, then on as many as it takes, with nothing lost or cut.
  @Test(arguments: [1, 10, 20, 30, 60, 200]) func muchGoesOn(_ count: Int) throws {
    let sheet = sheet("some words", count: count)
    let pdf = try Read(sheet)
    #expect(count > 10 || pdf.pages == 1)
    #expect(count < 100 || pdf.pages > 1)
    let found = words(try pdf.ask("pdftotext", ["-layout"])).filter { $0 != "•" }
    let numbers = pdf.pages == 1 ? [] : (1...pdf.pages).flatMap { ["\($0)", "of", "\(pdf.pages)"] }
    #expect(found.sorted() == (sheet.words.flatMap(words) + numbers).sorted())
  }

  @Test func aTextLongerThanAPageIsBroken() throws {
    let long = (0..<3000).map { "word\($0)" }.joined(separator: " ")
    var sheet = Sheet()
    sheet.name = "Long"
    sheet.sections = [.init("Said", [.quote(from: "A", words: long), .lines([long])])]
    let pdf = try Read(sheet)
    let found = Set(words(try pdf.ask("pdftotext")))
    #expect(pdf.pages > 2)
    for n in 0..<3000 where !found.contains("word\(n)") && !found.contains("\"word\(n)") {
      #expect(n == 2999 && found.contains("word2999\""), "word\(n)")
    }
  }

  @Test func theSameSheetIsTheSameBytes() throws {
    #expect(try Read(sheet("a")).bytes == Read(sheet("a")).bytes)
  }

  @Test func whatIsNoTextIsShown() throws {
    for text in [
      "a\u{202e}evil\u{1b}[31m", "\u{0}", "", "\u{e000}", String(repeating: "x", count: 5000),
    ] {
      let pdf = try Read(sheet(text))
      #expect(!(try pdf.ask("pdftotext")).unicodeScalars.contains("\u{202e}"))
    }
  }

  // MARK: One page

  /// What takes more than one page becomes the longest of its shorter forms that fits; what none of them
  /// does for stays whole.
  @Test(arguments: [SheetPDF.Paper.a4, .letter]) func shorterFormsFit(_ paper: SheetPDF.Paper)
    throws
  {
    let whole = sheet("some words", count: 60)
    let shorter = SheetPDF.Shorter(count: 59) { sheet("some words", count: 60 - $0) }
    let made = try SheetPDF.bytes(whole, shorter: shorter, paper: paper, now: now)
    #expect(made.pages == 1 && made.isShortened)
    func alone(_ n: Int) throws -> SheetPDF.Made {
      try SheetPDF.bytes(shorter.sheet(n), paper: paper, now: now)
    }
    // Each is shorter than the one before: it's the one that fits behind one that doesn't.
    var (long, short) = (0, 59)
    while short - long > 1 {
      let middle = (long + short) / 2
      if try alone(middle).pages == 1 { short = middle } else { long = middle }
    }
    #expect(try alone(short).pages == 1 && alone(short - 1).pages > 1)
    #expect(made.bytes == (try alone(short)).bytes)
    let plain = try SheetPDF.bytes(sheet("plain"), shorter: shorter, paper: paper, now: now)
    #expect(plain.pages == 1 && !plain.isShortened)
    // Also where only the very last does.
    let last = try SheetPDF.bytes(
      whole, shorter: .init(count: 5) { $0 == 5 ? sheet("plain") : whole }, paper: paper, now: now)
    #expect(last.pages == 1 && last.isShortened && last.bytes.count < made.bytes.count)
    let never = try SheetPDF.bytes(
      whole, shorter: .init(count: 3) { _ in whole }, paper: paper, now: now)
    #expect(never.pages > 1 && !never.isShortened)
  }

  /// The largest letters with which it still takes as many pages: the next size would take one more.
  @Test func theLettersAreAsLargeAsTheyCanBe() throws {
    let pen = try Pen(width: 595, height: 842, title: "", made: now.description)
    let layout = Pages(pen: pen, height: 770)
    func count(_ sheet: Sheet, _ size: Double) -> Int {
      layout.pages(SheetPieces(pen: pen, width: 523, size: size).pieces(sheet))?.count ?? 0
    }
    let sheet = sheet("some words", count: 60)
    let all = count(sheet, 8.5)
    #expect(all > 1)
    let pieces = SheetPieces(pen: pen, width: 523, size: 8.5).pieces(sheet)
    #expect(layout.pages(pieces, most: all)?.count == all)
    #expect(layout.pages(pieces, most: all - 1) == nil)
    // What was measured once is measured the same.
    let again = try Pen(width: 595, height: 842, title: "", made: now.description)
    for text in ["some words", "some words", "Some Words"] {
      let style = Pen.Style(size: 9)
      #expect(pen.width(text, style) == again.width(text, style))
      #expect(pen.height(text, 30, style) == again.height(text, 30, style))
      #expect(pen.width(text, .init(size: 9, isBold: true)) != pen.width(text, style))
    }
  }

  // MARK: Letters without a font

  @Test(arguments: [
    ("面接", ["fonts-noto-cjk"]), ("안녕", ["fonts-noto-cjk"]), ("！", ["fonts-noto-cjk"]),
    ("שא", ["fonts-noto-core"]), ("नमस्ते", ["fonts-noto-core"]), ("ж≠é", ["fonts-dejavu-core"]),
    ("😀", ["fonts-noto-color-emoji"]),
    ("面ש😀", ["fonts-noto-cjk", "fonts-noto-core", "fonts-noto-color-emoji"]),
    ("\u{e000}\u{10fffd}", []), ("", []),
  ]) func eachScriptHasItsPackage(_ text: String, _ packages: [String]) {
    #expect(MissingFonts.packages(for: Array(text)) == packages)
  }

  @Test func whichLettersIsSaid() {
    #expect(MissingFonts.sentence([]) == nil)
    #expect(
      MissingFonts.sentence(["面"])
        == "there's no font here for 面, so it's a box in the PDF. Install fonts-noto-cjk, for example "
        + "with sudo apt install fonts-noto-cjk, and write it again")
    let many = MissingFonts.sentence(Array("面接官株式会社東京都"))
    #expect(many?.contains("面 接 官 株 式 会 社 東 and 2 more, so they're boxes") == true)
    #expect(MissingFonts.sentence(["\u{e000}"])?.contains("U+E000") == true)
  }
}
