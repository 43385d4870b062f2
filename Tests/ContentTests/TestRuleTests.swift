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

  /// The table of what holds when things go wrong names tests that are there.
  @Test func everyPromiseHasItsTests() throws {
    let script = TestRuleTests.root.appendingPathComponent("Torture/promises.py").path
    let answer = try Oracle.run("python3", ["-B", script])
    #expect(answer.status == 0, "\(answer.out)\(answer.err)")
    #expect(answer.out.contains("promises have their tests"))
  }

  @Test func everyPlantedFaultStillHasItsPlace() throws {
    let script = TestRuleTests.root.appendingPathComponent("Mutants/mutants.py").path
    let answer = try Oracle.run("python3", ["-B", script, "--check"])
    #expect(answer.status == 0, "\(answer.out)\(answer.err)")
    #expect(answer.out.contains("faults still have their place"))
  }
}
