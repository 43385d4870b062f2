import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefImport

/// Tables from all over the world, each in the bytes in which a spreadsheet there saves it.
@Suite("Letters that aren't UTF-8 are read as what they are", .timed) struct CharsetTests {
  static let texts: [(Charset, [String])] = [
    (
      .windows1252,
      [
        "Müller & Söhne;Straßenbau;Küche", "Société Générale;Ingénieur;déçu",
        "Compañía Ñandú;diseño;¿qué?", "don’t – it’s “fine” 5 €", "Größe;Füße;Maß",
        "São João;coração;ação", "Tromsø;Ålesund;Søren", "Café", "5°C", "½;50£", "MÜLLER;GRÖSSE",
      ]
    ),
    (.macRoman, ["Müller & Söhne;Straßenbau", "Société Générale", "Compañía;Año;diseño", "don’t"]),
    (
      .windows1250, ["Złota Łódź;Inżynier", "Příjmení;Česká spořitelna;účetní", "Fejlesztő;gyűjtő"]
    ),
    (.windows1254, ["Şirket;Işık Yazılım;Mühendis;görüşme;başvuru"]),
    (
      .gb18030,
      ["公司,职位,状态\n北京科技有限公司,软件工程师,已拒绝", "腾讯;产品经理;面试", "王芳"]
    ),
    (.shiftJIS, ["会社名,職種\n株式会社はやぶさ,バックエンドエンジニア", "トヨタ;面接"]),
    (.eucJP, ["会社名,職種,状態\n株式会社はやぶさ,バックエンド,不採用"]),
    (.korean, ["회사,직무,상태\n삼성전자,개발자,불합격"]),
    (.big5, ["公司,職位,狀態\n台灣積體電路,軟體工程師,已拒絕"]),
    (.windows1251, ["Компания;Должность\nЯндекс;Инженер", "Київстар;Відмова", "Сбер — отказ"]),
    (.koi8, ["Компания;Должность;Статус\nЯндекс;Инженер;Отказ"]),
    (.windows1253, ["Εταιρεία;Θέση\nΑθήνα;Μηχανικός λογισμικού"]),
    (.windows1255, ["חברה;תפקיד\nאלביט;מהנדס"]),
    (.windows1256, ["الشركة;الوظيفة\nشركة النخيل;مهندسة بيانات"]),
    (.thai, ["บริษัท;ตำแหน่ง\nธนาคารกรุงเทพ;วิศวกร"]),
  ]

  /// A text in the bytes of a charset, as the system's own program has it.
  private func bytes(_ text: String, _ charset: Charset) throws -> [UInt8] {
    let scratch = try Scratch(Array(text.utf8))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
    process.arguments = ["-f", "UTF-8", "-t", charset.rawValue, scratch.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return Array(data)
  }

  private func text(_ bytes: [UInt8], block: Int = 1 << 18) throws -> String {
    var stream = try TextStream(ByteSource(name: "t", bytes), blockSize: block)
    var (all, part): ([UInt8], [UInt8]) = ([], [])
    while try stream.next(&part) { all += part }
    return String(decoding: all, as: UTF8.self)
  }

  @Test(arguments: texts.indices) func eachIsFound(_ at: Int) throws {
    let (charset, texts) = CharsetTests.texts[at]
    for it in texts {
      let whole = "Company,Role\n\(it)\n"
      let bytes = try bytes(whole, charset)
      for block in [4, 5, 9, 1 << 18] {
        #expect(try text(bytes, block: block) == whole, "\(charset.rawValue) \(block)")
      }
      let remark = try TextStream(ByteSource(name: "t", bytes)).remark
      #expect(remark?.hasPrefix("It isn't UTF-8, so it was read as ") == true)
    }
  }

  @Test func aTableOfAnotherAlphabetIsRead() throws {
    let text = "Компания;Должность;Дата\nЯндекс;Инженер;2026-02-01\n"
    let table = try TableImport(
      ByteSource(name: "t.csv", try bytes(text, .windows1251)), words: importWords,
      options: .init(map: [(.company, "Компания"), (.role, "Должность"), (.applied, "Дата")]),
      now: TestClock.noon)
    var (file, rows): (OnFile, [TableImport.Row]) = (OnFile(), [])
    try table.rows(&file) { rows.append($0) }
    guard case .application(let it)? = rows.first?.entities.first else {
      return #expect(Bool(false))
    }
    #expect((it.company, it.role) == ("Яндекс", "Инженер"))
    #expect(table.remarks.contains { $0.contains("Windows-1251 (Cyrillic)") })
  }

  /// One damaged byte doesn't make another encoding of the rest.
  @Test func aDamagedCharacterIsOne() throws {
    let good = Array("Firma\nMüller\nSöhne\nKöln\nGröße\nÜber\n".utf8)
    #expect(try text(good + [0xfc, 0x0a]) == String(decoding: good, as: UTF8.self) + "\u{FFFD}\n")
    let stream = try TextStream(ByteSource(name: "t", good + [0xfc, 0x0a]))
    #expect(stream.remark?.contains("damaged") == true)
    // Of four whole ones one may be torn; of three, it's another encoding.
    #expect(try TextStream(ByteSource(name: "t", Array("éééé".utf8) + [0xff])).encoding == .utf8)
    #expect(
      (try? TextStream(ByteSource(name: "t", Array("ééé".utf8) + [0xff])).encoding) != .utf8)
  }

  /// What makes sense in none of them is said, and not stored.
  @Test func whatMakesNoSenseIsSaid() {
    let noise = (0..<200).flatMap { at -> [UInt8] in
      [UInt8(at % 7 + 0x81), 0x20, 0x90, 0xd7, 0x41]
    }
    let problem = fault { _ = try TextStream(ByteSource(name: "t.csv", noise)) }
    #expect(problem?.description.contains("Save it as UTF-8") == true)
  }
}
