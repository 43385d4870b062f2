import DebriefModel
import Foundation
import TestSupport
import Testing

@Suite("A fault planted in a letter", .timed)
struct MutationTests {
  @Test("is noticed by its rule and by no other", arguments: Mutation.all.indices)
  func caught(_ number: Int) throws {
    let mutation = Mutation.all[number]
    let rules = try MutationTests.rules(mutation)
    #expect(rules == [mutation.rule], "\(mutation)")
  }

  private static func rules(_ mutation: Mutation) throws -> Set<Remark.Rule> {
    let letters = try World.letters()
    var letter = try #require(letters.first { $0.name == mutation.letter })
    mutation.plant(&letter)
    return letter.rules
  }

  @Test("is planted for every rule, in more than one letter")
  func complete() {
    for rule in Remark.Rule.allCases {
      let planted = Mutation.all.filter { $0.rule == rule }
      #expect(planted.count >= 3, "\(rule)")
      #expect(Set(planted.map(\.letter)).count >= 2, "\(rule)")
    }
  }

  @Test("stands in the table of faults")
  func table() throws {
    var text = "Faults planted in letters without one, and how many their rule noticed alone.\n\n"
    func row(_ a: String, _ b: String, _ c: String) -> String {
      a.padding(toLength: 18, withPad: " ", startingAt: 0)
        + String(repeating: " ", count: max(0, 8 - b.count)) + b
        + String(repeating: " ", count: max(0, 9 - c.count)) + c + "\n"
    }
    text += row("rule", "planted", "noticed")
    var all = (planted: 0, caught: 0)
    for rule in Remark.Rule.allCases {
      let planted = Mutation.all.filter { $0.rule == rule }
      let caught = try planted.filter { try MutationTests.rules($0) == [rule] }.count
      text += row(rule.rawValue, "\(planted.count)", "\(caught)")
      all = (all.planted + planted.count, all.caught + caught)
    }
    text += row("all", "\(all.planted)", "\(all.caught)")
    try Recorded.expect(text, "mutations.txt")
  }
}
