import DebriefModel
import TestSupport
import Testing

@testable import DebriefImport

@Suite("What's no text is known by its first bytes", .timed) struct ForeignFileTests {
  private static func compound(_ name: String) -> [UInt8] {
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] + [UInt8](repeating: 0, count: 504)
      + name.utf8.flatMap { [$0, 0] } + [UInt8](repeating: 0, count: 64)
  }

  private static func zip(_ parts: String) -> [UInt8] {
    [0x50, 0x4b, 0x03, 0x04] + [UInt8](repeating: 0, count: 26) + Array(parts.utf8)
  }

  private static let files: [([UInt8], ForeignFile?)] = [
    ([], .nothing), (Array(" \r\n\t\n".utf8), .nothing),
    (compound("__properties_version1.0"), .outlookMessage),
    (compound("__substg1.0_0037001F"), .outlookMessage),
    (compound("WordDocument"), .oldDocument), (compound("Workbook"), .oldWorkbook),
    (compound("PowerPoint Document"), .oldOffice),
    (Array("!BDN".utf8) + [1, 2, 3], .outlookStore),
    (zip("[Content_Types].xml....xl/workbook.xml"), .workbook),
    (zip("[Content_Types].xml....word/document.xml"), .document),
    (zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), .openSheet),
    (zip("mimetypeapplication/vnd.oasis.opendocument.text"), .openDocument),
    (zip("Index/Document.iwa"), .apple), (zip("jobs.csv"), .archive),
    (Array("%PDF-1.7\n".utf8), .pdf), (Array("junk\n%PDF-1.4\n".utf8), .pdf),
    (Array("{\\rtf1\\ansi Hello}".utf8), .rtf), (Array("SQLite format 3\0".utf8), .database),
    ([0x1f, 0x8b, 8, 0], .packed), ([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], .packed),
    ([0xff, 0xd8, 0xff, 0xe0], .picture), ([0x89, 0x50, 0x4e, 0x47], .picture),
    (Array("Company,Role\nAcme,Cook\n".utf8), nil), (Array("{\"application\": []}".utf8), nil),
    (Array("PK\u{3}".utf8), nil), (Array("The word/document of xl/workbook".utf8), nil),
    ([0xff, 0xfe, 0x41, 0], nil), (Array("From: a@b.org\nSubject: x\n\n".utf8), nil),
  ]

  @Test(arguments: files.indices) func byItsBytes(_ at: Int) {
    let (bytes, expected) = Self.files[at]
    #expect(ForeignFile.found(in: bytes) == expected)
  }

  @Test(arguments: ForeignFile.allCases) func eachHasASentence(_ file: ForeignFile) {
    let sentence = file.sentence("x.bin")
    #expect(sentence.hasPrefix("x.bin is ") && sentence.hasSuffix("."))
    #expect(Self.files.contains { $0.1 == file }, "no test has one")
  }

  @Test func aPartFarInIsFound() {
    let long = [UInt8](repeating: UInt8(ascii: "z"), count: 300_000)
    #expect(ForeignFile.found(in: Self.zip("") + long) == .archive)
    #expect(ForeignFile.found(in: Self.zip("") + long + Array("xl/styles".utf8)) == .workbook)
  }
}
