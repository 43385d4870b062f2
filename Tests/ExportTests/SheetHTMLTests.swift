import Foundation
import TestSupport
import Testing

@testable import DebriefExport
@testable import DebriefModel

/// A document as html5lib reads it.
struct ReadHTML: Decodable {
  let errors: [[String]]
  let lang: String
  let title: String
  let tags: [String]
  let attributes: [String]
  let addresses: [String]
  let words: String
  let policy: String
  let digests: [String: String]
}

func readHTML(_ texts: [String]) throws -> [ReadHTML] {
  let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("read-html.py").path
  return try Oracle.python(script, texts, as: ReadHTML.self)
}

/// Words of a text, without signs that only divide.
func bareWords(_ text: String) -> [String] {
  text.split { $0.isWhitespace }.map(String.init)
}

@Suite(.timed) struct SheetHTMLTests {
  private func page(_ text: String) -> Sheet {
    let page = Page(dossier(fullArchive(text)), reasons: reasons, now: noon)
    return Sheet(page, today: noon.day)
  }

  /// Whatever somebody wrote, it is read as words, nothing is at fault, and nothing runs or is loaded.
  @Test func anyTextIsOnlyText() throws {
    let hostile = [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='x", "<!-- --><b>",
      "</style></title></p>", "&lt;&amp;&#60;", "javascript:alert(1)", "]]>", "<svg onload=x>",
    ]
    let texts = nasty.filter { $0.utf8.count < 1000 } + hostile
    let read = try readHTML(texts.map { SheetHTML.text(page($0)) })
    let plain = try #require(try readHTML([SheetHTML.text(page("plain"))]).first)
    for (text, it) in zip(texts, read) {
      #expect(it.errors == [], "\(text.debugDescription)")
      #expect(it.lang == "en" && it.addresses == [])
      #expect(Set(it.tags).isSubset(of: plain.tags), "\(text.debugDescription)")
      #expect(it.attributes == plain.attributes || text.allSatisfy(\.isWhitespace))
      #expect(it.attributes.allSatisfy { !$0.hasPrefix("on") && $0 != "style" })
      for word in bareWords(Harmless.shown(text)) {
        #expect(bareWords(it.words).contains { $0.contains(word) }, "\(word.debugDescription)")
      }
      // What turns the direction of writing or controls a terminal is seen, not obeyed.
      #expect(
        it.words.unicodeScalars.allSatisfy {
          $0 == "\n" || !Harmless.isUnfit($0) && !(0x202a...0x202e).contains($0.value)
        })
    }
  }

  @Test func thePolicyNamesTheOneStyleAndNothingElse() throws {
    let it = try #require(try readHTML([SheetHTML.text(page("plain"))]).first)
    #expect(it.policy.hasPrefix("default-src 'none'; style-src \(it.digests["style"] ?? "?")"))
    #expect(!it.policy.contains("script-src") && !it.policy.contains("unsafe"))
    #expect(it.tags.filter { $0 == "style" }.count == 1 && !it.tags.contains("script"))
    #expect(it.tags.filter { $0 == "h1" }.count == 1 && it.tags.contains("h2"))
    #expect(it.tags.contains("svg") && it.title.contains("plain"))
  }

  /// All the sheet says is in it, and in its order.
  @Test func everyWordIsThere() throws {
    let sheet = page("plain")
    let it = try #require(try readHTML([SheetHTML.text(sheet)]).first)
    // A browser numbers lists itself, and an element may begin where a word does not.
    let text = bareWords(it.words).joined()
    for piece in sheet.words {
      let bare = bareWords(piece.replacing(#/^[0-9]\. /#, with: "")).joined()
      #expect(text.contains(bare), "\(piece)")
    }
  }

  @Test func digestsAreThoseOfTheStandard() throws {
    for text in ["", "abc", String(repeating: "a", count: 55), String(repeating: "é", count: 500)] {
      let answer = try Oracle.run("sha256sum", [], stdin: Array(text.utf8))
      #expect(answer.out.hasPrefix(SHA256.hex(text.utf8)))
    }
  }

  /// However the bytes come, the digest is that of all of them.
  @Test(arguments: [0, 1, 55, 56, 63, 64, 65, 119, 120, 127, 128, 129, 1_000])
  func aDigestInPartsIsThatOfTheWhole(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let answer = try Oracle.run("sha256sum", [], stdin: bytes)
    #expect(answer.out.hasPrefix(SHA256.hex(bytes)))
    for size in [1, 7, 63, 64, 65, 100] {
      var stream = SHA256.Stream()
      for start in stride(from: 0, to: count, by: size) {
        bytes[start..<min(count, start + size)].withUnsafeBytes { stream.add($0) }
      }
      #expect(answer.out.hasPrefix(stream.hex()), "\(size)")
    }
  }
}
