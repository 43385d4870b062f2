import DebriefContent
import DebriefModel
import Foundation
import TestSupport
import Testing
import Yams

/// Where each row of advice lives: `advice.yaml` for what is no question, the content for the rest.
@Suite("The table of advice", .timed)
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

  @Test("has a proof of every row, and stands in ADVICE.md as the proofs are now")
  func fresh() throws {
    let file = try file()
    var proofs: [String: [String]] = [:]
    for story in try AdviceProofs.load().stories {
      for step in story.steps {
        // A command is written down as it is typed; what it reads is said by the words before it.
        let command = step.run.map { " → `debrief \($0)`" } ?? ""
        for proof in step.all {
          let seen = (proof.shows ?? []).prefix(2).map { "“\($0)”" }.joined(separator: ", ")
          for row in proof.rows ?? [] {
            #expect(file.rows[row] != nil, "\(row) of \(story.story)")
            proofs[row, default: []].append(
              "\(proof.by ?? "")\(command) → \(proof.reader ?? ""): \(seen) (\(story.story))")
          }
        }
      }
    }
    var text = """
      # The advice, and what shows that it works

      Made from `Tests/EndToEndTests/advice-proofs.yaml` by `make screens`: each story starts with an empty
      store, is played through the program, and must show what the table says. What you do → what reads it,
      and some of what you then see (the story).

      | Row | In a few words | Do this → and see |
      |---|---|---|

      """
    for name in Self.numbers {
      guard let row = file.rows[name] else { continue }
      #expect(proofs[name]?.isEmpty == false, "\(name) (\(row.says)) has no proof")
      var places = proofs[name] ?? []
      if let figure = row.figure {
        places.append("figure missing: \(figure.joined(separator: " "))")
      }
      if let lacks = row.lacks { places.append("still lacks: \(lacks)") }
      if let missing = row.missing { places.append("**missing**: \(missing)") }
      text +=
        "| \(name) | \(row.says) | \(places.joined(separator: "<br>").replacing("|", with: "\\|")) |\n"
    }
    try Recorded.expect(text, "../../Resources/ADVICE.md")
  }
}
