import DebriefModel
import Testing

@testable import DebriefExport

@Suite(.timed) struct ArchiveTests {
  func decode(_ text: String) throws -> Archive { try ArchiveJSON.decode(Array(text.utf8)) }

  /// The sentence with which a document is refused.
  func refusal(_ text: String) -> String {
    do {
      _ = try decode(text)
      return "nothing"
    } catch { return "\(error)" }
  }

  /// A full document with one text replaced.
  func edited(_ old: String, _ new: String) throws -> String {
    let text = try ArchiveJSON.encode(fullArchive("x"))
    let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
    try #require(parts.count == 2, "no \(old)")
    return parts[0] + new + parts[1]
  }

  @Test(arguments: nasty.indices) func everyTextComesBackByteForByte(_ n: Int) throws {
    let archive = fullArchive(nasty[n], n)
    let text = try ArchiveJSON.encode(archive)
    let back = try decode(text)
    #expect(back == archive)
    #expect(back.application[0].notes.utf8.elementsEqual(nasty[n].utf8))
    #expect(try ArchiveJSON.encode(back).utf8.elementsEqual(text.utf8))
  }

  @Test(arguments: nasty.indices) func nothingInItDrivesATerminal(_ n: Int) throws {
    let text = try ArchiveJSON.encode(fullArchive(nasty[n], n))
    let hidden = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0a: false
      case 0..<0x20, 0x7f..<0xa0, 0x61c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff:
        true
      default: false
      }
    }
    #expect(hidden.isEmpty)
  }

  @Test func controlsAreEscapedInOneWay() throws {
    let text = try JSONText.encode(["a/b", "\u{1b}\u{7f}\u{9b}\u{202e}\u{feff}é"])
    #expect(text == "[\n  \"a/b\",\n  \"\\u001b\\u007f\\u009b\\u202e\\ufeffé\"\n]")
  }

  @Test func keysAreInOrderAndListsAreLaidOut() throws {
    struct Thing: Encodable {
      let b = [Int]()
      let a = ["x": 1]
      let c: [String: Int] = [:]
    }
    let text = try JSONText.encode(Thing(), indent: 4)
    #expect(
      text
        == "{\n      \"a\": {\n        \"x\": 1\n      },\n      \"b\": [],\n      \"c\": {}\n    }"
    )
  }

  @Test func theSameArchiveGivesTheSameBytes() throws {
    let archive = fullArchive("x")
    let first = try ArchiveJSON.encode(archive)
    for _ in 0..<5 { #expect(try ArchiveJSON.encode(archive) == first) }
    #expect(first.hasSuffix("}\n"))
    #expect(!first.contains("\\/"))
  }

  @Test func anEmptyArchiveAndAByteOrderMark() throws {
    let text = try ArchiveJSON.encode(Archive())
    #expect(try decode("\u{feff}" + text) == Archive())
  }

  @Test func faultsNameTheirPlace() throws {
    let id = try #require(fullArchive("x").finding.first).id
    #expect(
      refusal(try edited("\"weight\": 3", "\"weight\": \"heavy\""))
        == "finding[0].weight must be a whole number (the finding with the id \(id))")
    #expect(
      refusal(try edited("\"weight\": 3", "\"weight\": \"heavy\""))
        .hasPrefix("finding[0].weight must be a whole number"))
    #expect(
      refusal(try edited("\"weight\": 3", "\"w\": 3")).hasPrefix("finding[0].weight is missing"))
    #expect(
      refusal(try edited("\"weight\": 3", "\"weight\": null"))
        .hasPrefix("finding[0].weight is null, but it needs a value"))
    #expect(
      refusal(try edited("\"weight\": 3", "\"weight\": 3.5"))
        .hasPrefix("finding[0].weight must be a whole number"))
    #expect(
      refusal(try edited("\"weight\": 3", "\"weight\": 1e99"))
        .hasPrefix("finding[0].weight must be a whole number"))
    #expect(
      refusal(try edited("\"kind\": \"weakness\"", "\"kind\": \"flaw\""))
        .hasPrefix("finding[0].kind: \"flaw\" is not one of the values it can have"))
    #expect(
      refusal(try edited("\"on\": \"2026-03-20\"", "\"on\": \"2026-02-31\""))
        .hasPrefix("event[0].on: \"2026-02-31\" is not a date like 2026-03-09"))
    #expect(
      refusal(try edited("\"start\": \"", "\"start\": \"x"))
        .hasPrefix("interview[0].start: \"x2026-03-20T01:00:00-09:30\" is not a time like"))
    #expect(
      refusal(try edited("\"lesson\": \"x\"", "\"lesson\": \"\\ud800\""))
        == "debrief[0].lesson holds half of a surrogate pair")
    #expect(refusal("[]") == "the document must be an object in braces")
    #expect(refusal("{\"version\": 1}") == "application is missing")
    #expect(refusal("{\"version\": 1, \"application\": {}}") == "application must be a list")
  }

  @Test func whatIsNoJSONIsSaidToBeNone() {
    for (text, place) in [
      ("", "line 1, column 1: it ends too early"), ("no", "line 1, column 1: a value is missing"),
      ("{", "line 1, column 2: it ends too early"),
      ("{\n  \"é\": 1,,}", "line 2, column 10: a name in quotes is missing"),
      ("{\"a\": \"\\x\"}", "line 1, column 9: that isn't a valid escape sequence"),
      ("{} {}", "line 1, column 4: there's something after the end"),
      ("{\"a\" 1}", "line 1, column 6: a colon is missing"),
      ("{\"a\": [1 2]}", "line 1, column 10: a comma or ] is missing"),
      ("{\"a\": 1 2}", "line 1, column 9: a comma or } is missing"),
      ("{\"a\": 01}", "line 1, column 7: a number is malformed"),
      ("{\"a\": \"\\u12g4\"}", "line 1, column 12: four hex digits are missing"),
      ("{\"a\": \"\t\"}", "line 1, column 8: there's a control character in the text"),
      ("{\"a\": nul}", "line 1, column 7: a value is missing"),
      ("{\"a\": \"", "line 1, column 8: it ends too early"),
    ] {
      #expect(JSONExplanation.of(Array(text.utf8)[...]) == "it is not JSON (\(place))")
    }
    for text in ["", "no", "{", "{\"version\": 1,,}"] {
      #expect(refusal(text).hasPrefix("it is not JSON (line 1"), "\(refusal(text))")
    }
    #expect(throws: ArchiveJSON.Fault("it is not UTF-8 text")) {
      try ArchiveJSON.decode([0x22, 0xff, 0x22])
    }
  }

  @Test func aLaterVersionIsRefusedWhateverItsShape() throws {
    let later = try edited("\"version\": 1", "\"version\": 7")
    for text in [later, "{\"version\": 7, \"new\": []}"] {
      #expect(
        refusal(text)
          == "it was made by a newer version of debrief (version 7; yours reads up to 1): update debrief to import it"
      )
    }
    #expect(
      refusal(try edited("\"version\": 1", "\"version\": 0")) == "version must be 1 or higher")
  }

  @Test func bracketsWithoutEndAreRefusedBeforeTheyAreParsed() {
    let deep = String(repeating: "[", count: 1_000_000)
    #expect(refusal(deep) == "it is nested too deeply to be a debrief export")
    let inText = "{\"a\": \"\(String(repeating: "[\\\"", count: 500))\"}"
    #expect(refusal(inText) == "version is missing" || refusal(inText).hasSuffix("is missing"))
  }
}
