import Foundation
import Testing

@testable import DebriefRunner
@testable import debrief

/// Text that begins with a dash is text; what looks like an option and is none is said.
@Suite(.timed) struct ArgumentOrderTests {
  static let texts = [
    "- they asked about Go", "-5 people in the room", "-h they said", "-- and then silence",
    "--help was what I needed", "-that: was\nnew", "-o is what they wrote", "--json or not",
    "- a = b", "--words like these", "-\tafter a tab", "-\u{a0}after a wide blank",
  ]

  private func refusal(_ arguments: [String]) throws -> Failure? {
    do {
      _ = try ArgumentOrder(arguments).arranged()
      return nil
    } catch let failure as Failure { return failure }
  }

  @Test(arguments: texts) func aBlankMakesItText(_ text: String) throws {
    #expect(try ArgumentOrder(["quick", text]).arranged() == ["quick", "--", text])
    #expect(
      try ArgumentOrder(["quick", text, "more", "--application", "acme"]).arranged()
        == ["quick", "--application", "acme", "--", text, "more"])
    #expect(
      try ArgumentOrder(["--database", "x.db", "outcome", "acme", "rejected", "--words", text])
        .arranged() == ["outcome", "--database", "x.db", "--words=\(text)", "acme", "rejected"])
    // Whatever the parser makes of it, it is never asked alone.
    #expect(!ArgumentOrder(["quick", text]).isPlain)
  }

  @Test func theRestStaysAsItIs() throws {
    for arguments in [
      ["quick", "a", "b"], ["quick", "-"], ["quick", "--", "-h"], ["list", "--json"],
      ["report", "acme", "-o", "x"], ["report", "-o=x", "acme"], ["add", "--applied=3 mar", "a"],
    ] {
      let arranged = try ArgumentOrder(arguments).arranged()
      #expect(arranged.sorted() == arguments.sorted(), "\(arranged)")
    }
    for arguments in [["quick", "a"], ["list", "--json"], ["quick", "--", "-h it"], []] {
      #expect(ArgumentOrder(arguments).isPlain)
    }
  }

  @Test(arguments: ["-1", "-5", "-that", "-hello", "--foo", "-x", "--aplication", "-😀", "--Words"])
  func aSlipNamesTheMark(_ slip: String) throws {
    for arguments in [
      ["quick", slip], ["quick", "a", slip], ["feedback", "acme", slip], ["search", slip],
      ["add", slip, "Engineer"], ["letter", "acme", slip], ["show", slip],
    ] {
      let failure = try #require(try refusal(arguments), "\(arguments)")
      #expect(failure.code == 64)
      let before = arguments.prefix { $0 != slip }.joined(separator: " ")
      #expect(failure.description.contains("put -- before it: debrief \(before) -- \(slip)"))
    }
    let value = try #require(try refusal(["outcome", "acme", "rejected", "--words", slip]))
    #expect(value.code == 64 && value.description.contains("Type --words=\(slip) if"))
    #expect(try refusal(["outcome", "acme", "rejected", "--words=\(slip)"]) == nil)
    #expect(try refusal(["list", slip])?.code == 64)
  }

  @Test func aSlipInANameIsHelped() throws {
    for (slip, name) in [
      ("--aplication", "--application"), ("--strenght", "--strength"), ("--databse", "--database"),
      ("--app", "--application"),
    ] {
      #expect(try refusal(["quick", slip, "a"])?.description.contains("mean \(name)?") == true)
    }
    // A value with a blank does not make a text of it: it would be saved as one.
    #expect(try refusal(["quick", "a", "--aplication=Acme GmbH"])?.code == 64)
    #expect(try refusal(["quick", "--foo", "a"])?.description.contains("mean") == false)
  }

  @Test func oneValueForOneOption() throws {
    let twice = try #require(
      try refusal(["outcome", "acme", "rejected", "--on", "today", "--on=3 mar"]))
    #expect(
      twice.description == "You gave --on twice, as \"today\" and as \"3 mar\". Use it once.")
    #expect(try refusal(["--database", "a", "list", "--database", "b"])?.code == 64)
    #expect(try refusal(["--database", "a", "list", "--database", "a"]) == nil)
    for arguments in [
      ["outcome", "acme", "rejected", "--words"], ["report", "acme", "-o"], ["--database"],
      ["outcome", "acme", "--words", "--on", "today", "rejected"], ["report", "-o", "--", "acme"],
    ] {
      let failure = try #require(try refusal(arguments), "\(arguments)")
      #expect(failure.code == 64 && failure.description.contains("needs a value"))
    }
  }

  @Test(arguments: [
    ("lst", "debrief list"), ("outcom", "debrief outcome"), ("exprt", "debrief export"),
    ("zzz", ""),
  ]) func aCommandWithASlipIsNamed(_ typed: String, _ meant: String) throws {
    let text = try #require(try refusal([typed])).description
    #expect(
      text.contains("did you mean \(meant.isEmpty ? "debrief" : meant)?") == !meant.isEmpty,
      "\(text)")
    #expect(text.hasSuffix("debrief help lists them all."))
  }

  @Test func helpIsAboutWhatThereIs() throws {
    #expect(try ArgumentOrder(["help"]).arranged() == ["help"])
    #expect(try ArgumentOrder(["help", "quick"]).arranged() == ["help", "quick"])
    for arguments in [
      ["help", "bogus"], ["help", "quick", "bogus"], ["bogus", "--help"], ["--help", "bogus"],
      ["help", "- x h"], ["- x h"], ["bogus"], ["help", "list", "quick"],
    ] {
      let failure = try #require(try refusal(arguments), "\(arguments)")
      #expect(failure.code == 64 && failure.description.contains("There's no command"))
    }
  }
}
