import DebriefContent
import DebriefModel
import Foundation
import TestSupport
import Testing
import Yams

/// Where each row of advice lives: `advice.yaml` for what is no question, the content for the rest.
@Suite("The table of advice")
struct AdviceTests {
  /// A row as `advice.yaml` has it.
  private struct Row: Decodable {
    var says: String
    var noun: [String]?
    var rule: [String]?
    var command: [String]?
    var screen: [String]?
    var letter: [String]?
    var figure: [String]?
    var lacks: String?
    var missing: String?
  }
  private struct File: Decodable {
    var lacking: Int
    var missing: Int
    var rows: [String: Row]
  }

  private static let root = (0..<3).reduce(#filePath) { path, _ in
    (path as NSString).deletingLastPathComponent
  }
  private static let numbers = (1...111).map { "A\($0)" }
  private let library = Library(userFolder: nil)

  private func file() throws -> File {
    try YAMLDecoder().decode(File.self, from: #require(library.text("advice.yaml")))
  }

  /// The questions that serve each row: checklist items by branch, and those of the bank.
  private func questions() -> [String: [String]] {
    var places: [String: [String]] = [:]
    let checklists = library.content().checklists
    for branch in Branch.allCases {
      var items: [String: [String]] = [:]
      for item in checklists[branch]?.items ?? [] {
        for row in item.advice { items[row, default: []].append("`\(item.id)`") }
      }
      for (row, ids) in items {
        places[row, default: []].append("\(branch.rawValue): \(ids.joined(separator: " "))")
      }
    }
    for question in library.questions() {
      for row in question.advice { places[row, default: []].append("bank: `\(question.id)`") }
    }
    return places
  }

  private static func sources() throws -> [String: String] {
    var texts: [String: String] = [:]
    let folder = try #require(FileManager.default.enumerator(atPath: root + "/Sources"))
    for case let name as String in folder where name.hasSuffix(".swift") {
      texts[name] = try String(contentsOfFile: root + "/Sources/" + name, encoding: .utf8)
    }
    return texts
  }

  private func contains(_ text: String, _ pattern: String) -> Bool {
    text.range(of: pattern, options: .regularExpression) != nil
  }

  @Test("has every row, in a place that is more than words on the screen")
  func complete() throws {
    let file = try file()
    let questions = questions()
    #expect(Set(file.rows.keys) == Set(Self.numbers))
    for (name, row) in file.rows {
      let places = [row.noun, row.rule, row.command, row.letter, row.figure].flatMap { $0 ?? [] }
      let lives = !places.isEmpty || questions[name] != nil
      #expect(lives != (row.missing != nil), "\(name) \(lives ? "lives" : "lives nowhere")")
      for letter in row.letter ?? [] { #expect((1...10).map { "L\($0)" }.contains(letter)) }
    }
  }

  @Test("names types, members and commands that are there")
  func existing() throws {
    let sources = try Self.sources()
    for (name, row) in try file().rows {
      for symbol in [row.noun, row.rule, row.screen].flatMap({ $0 ?? [] }) {
        let parts = symbol.split(separator: ".").map(String.init)
        let type = "\\b(struct|enum|class|extension) \(parts[0])\\b"
        let member = "\\b(var|let|case|func|struct|enum) (\\w+, )*\(parts.last ?? "")\\b"
        let found = sources.values.contains { text in
          contains(text, type) && (parts.count == 1 || contains(text, member))
        }
        #expect(found, "\(name): \(symbol)")
      }
      for command in row.command ?? [] {
        // A command of the screen by its name in the table of keys, or one of the shell.
        let found = sources.contains { file, text in
          file.hasPrefix("DebriefApp/") && contains(text, "\"\(command)\",\\s*(\\.\\w+, )?\\[")
            || text.contains("commandName: \"\(command)\"")
        }
        #expect(found, "\(name): \(command)")
      }
    }
  }

  @Test("does not fall behind: what is missing is counted")
  func missing() throws {
    let file = try file()
    let names = Self.numbers.filter { file.rows[$0]?.missing != nil }
    let lacking = Self.numbers.filter { file.rows[$0]?.lacks != nil }
    for name in names { print("advice missing: \(name) \(file.rows[name]?.missing ?? "")") }
    for name in lacking { print("advice lacking: \(name) \(file.rows[name]?.lacks ?? "")") }
    #expect(names.count <= file.missing)
    #expect(lacking.count <= file.lacking)
  }

  @Test("stands in ADVICE.md as it is now")
  func fresh() throws {
    let file = try file()
    let questions = questions()
    var text = """
      # The advice, and where it lives

      Made from `advice.yaml`, the checklists and the question bank by `make screens`. A place that is
      still to come says so.

      | Row | In a few words | Where it lives |
      |---|---|---|

      """
    for name in Self.numbers {
      guard let row = file.rows[name] else { continue }
      var places = questions[name] ?? []
      func add(_ kind: String, _ list: [String]?, code: Bool = true) {
        let words = (list ?? []).map { code ? "`\($0)`" : $0 }
        if !words.isEmpty { places.append("\(kind): \(words.joined(separator: " "))") }
      }
      add("noun", row.noun)
      add("rule", row.rule)
      add("command", row.command)
      add("screen", row.screen)
      add("letter to come", row.letter, code: false)
      add("figure to come", row.figure, code: false)
      if let lacks = row.lacks { places.append("still lacks: \(lacks)") }
      if let missing = row.missing { places.append("**missing**: \(missing)") }
      text += "| \(name) | \(row.says) | \(places.joined(separator: " · ")) |\n"
    }
    try Recorded.expect(text, "../../Resources/ADVICE.md")
  }
}
