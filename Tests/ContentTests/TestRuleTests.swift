import Foundation
import TestSupport
import Testing

/// What holds for the tests themselves.
@Suite(.timed) struct TestRuleTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  private func sources() throws -> [(name: String, text: String)] {
    let all = try #require(FileManager.default.enumerator(atPath: TestRuleTests.root.path))
    return try all.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().map {
      let file = TestRuleTests.root.appendingPathComponent($0)
      return ($0, try String(contentsOf: file, encoding: .utf8))
    }
  }

  @Test func everySuiteHasATimeLimit() throws {
    var suites = 0
    for (name, text) in try sources() {
      var isTimed = false
      for line in text.split(separator: "\n") {
        if line.hasPrefix("@Suite") {
          suites += 1
          isTimed = line.contains(".timed")
          #expect(isTimed, "\(name): write @Suite(.timed), so that nothing can hang")
        }
        // The suite is where the type is.
        if line.hasPrefix("extension ") { isTimed = true }
        if line.trimmingCharacters(in: .whitespaces).hasPrefix("@Test") {
          #expect(isTimed, "\(name): a test outside of a suite has no time limit")
        }
      }
    }
    #expect(suites > 200)
  }

  /// The release brings no data for Foundation's words of all languages (`Sources/Linking/no-icu-data.c`):
  /// nothing may ask for them.
  @Test func noSourceAsksFoundationForTheWordsOfALanguage() throws {
    let folder = TestRuleTests.root.deletingLastPathComponent().appendingPathComponent("Sources")
    let all = try #require(FileManager.default.enumerator(atPath: folder.path))
    let asks = [
      /\w+Formatter\(\)|\bDateComponents\b/, /\b(?:Locale|TimeZone|Calendar)[.(]/,
      /\.(?:localized|formatted)\w*\(/, /\bString\(\s*(?:format|localized):/,
      /\.applyingTransform\(|#Predicate\b/,
    ]
    var files = 0
    for name in all.compactMap({ $0 as? String }) where name.hasSuffix(".swift") {
      files += 1
      let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      let asking = asks.lazy.compactMap { text.firstMatch(of: $0)?.output }.first
      #expect(asking == nil, "\(name): \(asking ?? "") needs data that the release doesn't have")
    }
    #expect(files > 500)
  }

  /// Only variables that are named there are read at the start: one that is asked for and not named is never heard.
  @Test func everyVariableThatIsAskedForIsRead() throws {
    let folder = TestRuleTests.root.deletingLastPathComponent().appendingPathComponent("Sources")
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    let session = try text("DebriefRunner/Session.swift")
    let start = try #require(session.range(of: "func variables()")?.upperBound)
    let end = try #require(session.range(of: "getenv(name)", range: start..<session.endIndex))
    let read = session[start..<end.lowerBound]
    let all = try #require(FileManager.default.enumerator(atPath: folder.path))
    var asked: Set<String> = []
    for name in all.compactMap({ $0 as? String }) where name.hasSuffix(".swift") {
      let names = try text(name).matches(of: /environment\["([A-Z_]+)"\]/).map { String($0.1) }
      asked.formUnion(names)
    }
    for name in asked { #expect(read.contains("\"\(name)\""), "\(name) is never read") }
    #expect(asked.count >= 10, "\(asked)")
  }

  /// The tests of each suite, by its name.
  private func tests() throws -> [String: Set<String>] {
    var tests: [String: Set<String>] = [:]
    for (_, text) in try sources() {
      var suite = ""
      var isNext = false
      for line in text.split(separator: "\n") {
        if let it = line.firstMatch(
          of: /^(?:@Suite.* )?(?:final )?(?:struct|class|extension|enum) (\w+)/)
        {
          suite = String(it.1)
        }
        if line.trimmingCharacters(in: .whitespaces).hasPrefix("@Test") { isNext = true }
        if isNext, let it = line.firstMatch(of: /\bfunc (\w+)/) {
          tests[suite, default: []].insert(String(it.1))
          isNext = false
        }
      }
    }
    return tests
  }

  /// A page that says `SuiteName.testName` names one that there is.
  @Test func everyTestThatAPageNamesIsThere() throws {
    let tests = try tests()
    #expect(tests.count > 200)
    let all = try #require(FileManager.default.enumerator(atPath: TestRuleTests.root.path))
    for name in all.compactMap({ $0 as? String }) where name.hasSuffix(".md") {
      let page = try String(
        contentsOf: TestRuleTests.root.appendingPathComponent(name), encoding: .utf8)
      for it in page.matches(of: /`(\w+Tests)\.(\w+)`/) {
        #expect(
          tests[String(it.1)]?.contains(String(it.2)) == true,
          "\(name): there is no \(it.1).\(it.2)")
      }
    }
  }

  /// Each promise to people at a terminal names what holds it.
  @Test func everyConventionOfTheTerminalHasItsTests() throws {
    let page = try String(
      contentsOf: TestRuleTests.root.appendingPathComponent("TERMINAL.md"), encoding: .utf8)
    for (letter, count) in [("", 33), ("C", 15)] {
      for number in 1...count {
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| \(letter)\(number) |") }
        #expect(rows.count == 1, "row \(letter)\(number)")
        #expect(
          rows.allSatisfy { $0.contains(/`(\w+Tests\.\w+|\w+\/\w+\.(sh|py))`/) },
          "row \(letter)\(number) names no test")
        // A script's place is said from this folder, or from the one above.
        for it in rows.flatMap({ $0.matches(of: /`(\w+\/\w+\.(?:sh|py))`/) }) {
          let places = [TestRuleTests.root, TestRuleTests.root.deletingLastPathComponent()]
          #expect(
            places.contains {
              FileManager.default.fileExists(atPath: $0.appendingPathComponent(String(it.1)).path)
            }, "row \(letter)\(number): there is no \(it.1)")
        }
      }
    }
  }

  /// The table of what holds when things go wrong names tests that are there.
  @Test func everyPromiseHasItsTests() throws {
    let script = TestRuleTests.root.appendingPathComponent("Torture/promises.py").path
    let answer = try Oracle.run("python3", ["-B", script])
    #expect(answer.status == 0, "\(answer.out)\(answer.err)")
    #expect(answer.out.contains("promises have their tests"))
  }

  @Test func everyPlantedFaultStillHasItsPlace() throws {
    // In a copy that has them planted, their places are taken.
    let planted = TestRuleTests.root.deletingLastPathComponent()
      .appendingPathComponent("Sources/DebriefModel/Planted.swift")
    if FileManager.default.fileExists(atPath: planted.path) { return }
    let script = TestRuleTests.root.appendingPathComponent("Mutants/mutants.py").path
    let answer = try Oracle.run("python3", ["-B", script, "--check"])
    #expect(answer.status == 0, "\(answer.out)\(answer.err)")
    #expect(answer.out.contains("faults still have their place"))
  }
}
