import Foundation
import TestSupport
import Testing

@testable import DebriefExport
@testable import DebriefModel

private func readCSV(_ tables: [String]) throws -> [[[String]]] {
  let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("read-csv.py").path
  return try Oracle.python(script, tables, as: [[String]].self)
}

@Suite(.timed) struct CSVTests {
  private static let texts =
    nasty + [
      ",", "a,b", "\"", "\"\"", "a\"b", " lead", "trail ", "\n", "\r", "\r\n", "'", "=1+1",
      "+49 30",
      "-", "@x", "\tx", "\rx", "＝1", "＋1", "－1", "＠x",
    ]

  @Test func anyTextComesBack() throws {
    var text = CSVText(isRaw: true)
    let tables = CSVTests.texts.map { text.row([.text($0), .text("end")]) + text.row([.text($0)]) }
    for (wanted, rows) in zip(CSVTests.texts, try readCSV(tables)) {
      #expect(rows.count == 2 && rows[0].count == 2 && rows[1].count == 1)
      #expect(rows[0][0].unicodeScalars.elementsEqual(wanted.unicodeScalars))
      #expect(rows[1][0].unicodeScalars.elementsEqual(wanted.unicodeScalars))
    }
    #expect(text.tamed == 0)
  }

  @Test(arguments: ["=1+1", "+49 30", "-2+3", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠x"])
  func aFormulaIsNone(_ formula: String) throws {
    var text = CSVText()
    let rows = try readCSV([text.row([.text(formula), .plain("-5"), .text("a=1")])])
    #expect(rows == [[["'" + formula, "-5", "a=1"]]])
    #expect(text.tamed == 1)
  }

  /// Lines end with CR LF, and a cell that needs no quotes has none.
  @Test func theFormIsThatOfTheStandard() {
    var text = CSVText()
    #expect(
      text.row([.text("a"), .text("b,c"), .text("d\"e"), .text("")]) == "a,\"b,c\",\"d\"\"e\",\r\n")
  }

  /// Every field of every noun is a column, and holds what an export holds.
  @Test func everyFieldOfEveryNounIsAColumn() throws {
    let archive = try filledArchive("some, \"text\"")
    var tables = CSVTables()
    var texts: [String] = []
    var kinds: [Entity.Kind] = []
    for kind in ArchiveWriter.order {
      let rows = archive.entities.filter { $0.kind == kind }.map { tables.row($0) }
      texts.append(tables.header(kind) + rows.joined())
      kinds.append(kind)
    }
    for (kind, rows) in zip(kinds, try readCSV(texts)) {
      func columns<N: Noun>(_ type: N.Type) -> [String] { N.columns }
      func flags<N: Noun>(_ type: N.Type) -> [String] {
        N.shape.fields.filter { $0.kind == .flag }.map(\.name)
      }
      let names = columns(kind.type)
      #expect(rows.count == 2, "\(kind)")
      #expect(Array(rows[0].prefix(names.count)) == names && rows[0].count == rows[1].count)
      let it = try #require(archive.entities.first { $0.kind == kind })
      let data = try JSONEncoder().encode(it.noun)
      let fields = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      for (name, cell) in zip(names, rows[1]) {
        switch fields[name] {
        case let text as String: #expect(cell == text, "\(kind).\(name)")
        case let number as NSNumber:
          let isFlag = flags(kind.type).contains(name)
          #expect(cell == (isFlag ? (number.boolValue ? "true" : "false") : "\(number.intValue)"))
        case nil: #expect(cell == "", "\(kind).\(name)")
        default: #expect(!cell.isEmpty, "\(kind).\(name)")
        }
      }
      if rows[0].last == "company", kind != .person, kind != .application {
        #expect(rows[1].last == "some, \"text\"")
      }
    }
  }

  @Test func nounsAreNamedInTheSingularAndThePlural() {
    for kind in Entity.Kind.allCases {
      #expect(
        Entity.Kind(named: kind.rawValue) == kind && Entity.Kind(named: kind.tableName) == kind)
    }
    #expect(Entity.Kind(named: "Applications") == .application)
    #expect(Entity.Kind(named: "") == nil && Entity.Kind(named: "private") == nil)
    #expect(Set(Entity.Kind.allCases.map(\.tableName)).count == Entity.Kind.allCases.count)
  }
}
