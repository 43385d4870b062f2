import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefImport

@Suite("A table is read as Python reads it", .timed) struct CSVReaderTests {
  /// The rows of bytes, read in blocks of some size.
  private func rows(_ bytes: [UInt8], _ delimiter: String = ",", block: Int = 1 << 18) throws
    -> [[String]]
  {
    var reader = CSVReader(
      try TextStream(ByteSource(name: "t", bytes), blockSize: block),
      delimiter: Array(delimiter.utf8)[0],
      name: "t")
    var rows: [[String]] = []
    while let row = try reader.next() { rows.append(row.cells) }
    return rows
  }

  private func expectSame(_ text: String, _ delimiter: String = ",") throws {
    let scratch = try Scratch(Array(text.utf8))
    let theirs = try python(
      "read-table.py", [scratch.path, "utf-8", delimiter], as: [[String]].self)
    for block in [4, 7, 1 << 18] {
      #expect(
        try rows(Array(text.utf8), delimiter, block: block) == theirs, "\(text.debugDescription)")
    }
  }

  @Test(arguments: [
    "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b", "a,\n", ",\n", "\"a\",\"b\"\n",
    "\"a\"\"b\",c\n",
    "\"a\nb\",c\n", "\"a\r\nb\",c\r\n", "a\"b,c\n", "a,\"b\"c\n", "\"a\" ,b\n", " \"a\",b\n",
    "\"\",\"\"\n",
    "a,b\n\n\nc,d\n", "\n\na,b\n", "\"\"\"\"\n", "é,日本\n🙂,x\n", "a,b\n1,2,3\n1\n",
    "\"a,b\",\"c\"\"\"\n", "a;b;\"c;d\"\n",
  ]) func plainAndHostile(_ text: String) throws {
    try expectSame(text)
    try expectSame(text, ";")
  }

  @Test func random() throws {
    var random = Seeded(seed: 16)
    let pieces = ["a", "bc", ",", "\"", "\"\"", "\n", "\r\n", "é", " ", ";", "日", "\t"]
    for _ in 0..<40 {
      let text = (0..<Int.random(in: 1...60, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      // Python takes what is never closed to the end; here it is an error of its own.
      if (try? rows(Array(text.utf8))) == nil { continue }
      try expectSame(text)
    }
  }

  @Test func everyEncodingGivesTheSame() throws {
    let text = "Firma,Stelle\r\nMüller – Söhne,Köchin “A” 5 €\r\n"
    let plain = try rows(Array(text.utf8))
    #expect(plain[1] == ["Müller – Söhne", "Köchin “A” 5 €"])
    for (name, encoding, mark) in [
      ("utf-8", String.Encoding.utf8, [0xef, 0xbb, 0xbf] as [UInt8]),
      ("utf-16le", .utf16LittleEndian, [0xff, 0xfe]),
      ("utf-16be", .utf16BigEndian, [0xfe, 0xff]), ("utf-16le", .utf16LittleEndian, []),
      ("utf-16be", .utf16BigEndian, []), ("cp1252", .windowsCP1252, []),
    ] {
      let bytes = mark + Array(try #require(text.data(using: encoding)))
      for block in [4, 5, 9, 1 << 18] {
        #expect(try rows(bytes, block: block) == plain, "\(name) \(mark) \(block)")
      }
      let remark = try TextStream(ByteSource(name: "t", bytes)).remark
      #expect((remark != nil) == (name == "cp1252"))
    }
  }

  @Test func halvesOfPairsAndCutTexts() throws {
    #expect(try rows([0xff, 0xfe, 0x3d, 0xd8, 0x42, 0xde]) == [["🙂"]])
    #expect(try rows([0xff, 0xfe, 0x3d, 0xd8]) == [["\u{FFFD}"]])
    #expect(try rows([0xff, 0xfe, 0x61, 0x00, 0x62]) == [["a\u{FFFD}"]])
    #expect(fault { _ = try rows(Array("a\0b".utf8)) }?.description.contains("NUL") == true)
  }

  @Test func linesAreCounted() throws {
    var reader = CSVReader(
      try TextStream(ByteSource(name: "t", Array("a\r\n\r\n\"x\ny\"\nb\n".utf8))), delimiter: 0x2c,
      name: "t")
    #expect(try reader.next()?.line == 1)
    #expect(try reader.next()?.line == 3)
    #expect(try reader.next()?.line == 5)
    #expect(try reader.next() == nil)
  }

  @Test func whatHasNoEndIsNamed() throws {
    let open = fault { _ = try rows(Array("a,b\n1,\"2\n3\n".utf8)) }
    #expect(
      open?.description.contains("line 2") == true
        && open?.description.contains("never closes") == true)
    let limit = TextLimit.bytes
    #expect(try rows(Array(String(repeating: "x", count: limit).utf8)).count == 1)
    let long = fault {
      _ = try rows(Array(("a\n" + String(repeating: "x", count: limit + 1)).utf8))
    }
    #expect(long?.description.contains("line 2, has a cell of more than 1 MB") == true)
    let wide = fault { _ = try rows(Array(String(repeating: ",", count: 5000).utf8)) }
    #expect(wide?.description.contains("4096 cells") == true)
  }
}
