import DebriefModel
import Foundation
import Testing

@testable import DebriefExport

/// The archive is read and written a row at a time; what comes out is what Foundation would have made
/// of the whole.
@Suite(.timed) struct StreamTests {
  /// Reads a document in blocks of a size.
  private func read(_ bytes: [UInt8], block: Int) throws -> Archive {
    var rest = bytes[...]
    var reader = ArchiveReader { buffer in
      let count = min(buffer.count, rest.count, block)
      buffer.copyBytes(from: rest.prefix(count))
      rest = rest.dropFirst(count)
      return count
    }
    var archive = Archive()
    try reader.read { archive.append($0) }
    return archive
  }

  private func outcome(_ body: () throws -> Archive) -> (Archive?, String) {
    do { return (try body(), "") } catch { return (nil, "\(error)") }
  }

  @Test(arguments: nasty.indices) func itWritesWhatFoundationWrites(_ n: Int) throws {
    let archive = fullArchive(nasty[n], n)
    #expect(try ArchiveJSON.encode(archive) == JSONText.encode(archive) + "\n")
  }

  @Test func anEmptyArchiveIsWrittenAsEver() throws {
    #expect(try ArchiveJSON.encode(Archive()) == JSONText.encode(Archive()) + "\n")
  }

  @Test func theSizeOfTheBlocksIsNoMatter() throws {
    let archive = fullArchive("two\nlines \"é\" 👩‍👩‍👧‍👦")
    let good = try ArchiveJSON.encode(archive)
    let documents = [
      good, good.replacingOccurrences(of: "\"weight\": 3", with: "\"weight\": 3.5"),
      good.replacingOccurrences(of: "\"on\": \"2026", with: "\"on\": \"x026"),
      good.replacingOccurrences(of: "\"debrief\": [", with: "\"debrief\": ["),
      String(good.dropLast(40)), String(good.prefix(good.utf8.count / 2)), good + " x", "{", "",
      "[1, 2", "nul", "{\"version\": 12, \"finding\": [1]}", "\u{feff}" + good,
      "{\"a\": [[1], {\"b\": 2.5}], \"version\": 1}",
    ]
    for document in documents {
      let bytes = Array(document.utf8)
      let whole = outcome { try read(bytes, block: bytes.count + 1) }
      for block in [1, 3, 64] {
        let parts = outcome { try read(bytes, block: block) }
        #expect(parts.0 == whole.0)
        #expect(parts.1 == whole.1)
      }
    }
  }

  /// A document with one byte changed is read or refused as Foundation would.
  @Test func itAgreesWithFoundationAboutEveryByte() throws {
    let sound = Array(try ArchiveJSON.encode(fullArchive("a \"b\" \\ é")).utf8)
    var state: UInt64 = 7
    func random(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(below))
    }
    let signs = Array("{}[],:\"\\ 0159.-eEtfnu\n\taZ\u{1}".utf8)
    var refused = 0
    for _ in 0..<300 {
      var bytes = sound
      let place = random(bytes.count)
      switch random(3) {
      case 0: bytes[place] = signs[random(signs.count)]
      case 1: bytes.remove(at: place)
      default: bytes.insert(signs[random(signs.count)], at: place)
      }
      let theirs = try? JSONDecoder().decode(Archive.self, from: Data(bytes))
      let ours = outcome { try read(bytes, block: 1 << 16) }
      let wanted = theirs?.version == 1 ? theirs : nil
      #expect(ours.0 == wanted, "\(ours.1): \(String(decoding: bytes, as: UTF8.self))")
      if ours.0 == nil { refused += 1 }
    }
    #expect(refused > 30)
  }

  @Test func listsThatComeInAnotherOrderAreRead() throws {
    let archive = fullArchive("x")
    let whole = try #require(
      try JSONSerialization.jsonObject(with: Data(ArchiveJSON.encode(archive).utf8))
        as? [String: Any])
    var parts = try whole.sorted { $0.key > $1.key }.map { key, value in
      let data = try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed)
      return "\"\(key)\":" + String(decoding: data, as: UTF8.self)
    }
    #expect(try read(Array("{\(parts.joined(separator: ","))}".utf8), block: 100) == archive)
    parts.append("\"mark\": null")
    #expect(try read(Array("{\(parts.joined(separator: ","))}".utf8), block: 100) == archive)
  }

  @Test func aListWithoutEndOfBlanksIsNotWaitedFor() {
    var reader = ArchiveReader { buffer in
      buffer.initializeMemory(as: UInt8.self, repeating: 0x20)
      return buffer.count
    }
    let error = #expect(throws: ArchiveJSON.Fault.self) { try reader.read { _ in } }
    #expect(error?.description == "the rest of it is blank")
  }

  @Test func aTreeSaysNoToWhatIsNoJSON() throws {
    for text in [
      "", " ", "{", "[1,]", "{\"a\":1,}", "01", "-", "1.5", "1e3", "+1", "\"\\x\"", "\"\\ud800\"",
      "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\u{1}\"", "tru", "nulls", "[1 2]", "{\"a\" 1}", "1 2",
      "9223372036854775808", String(repeating: "[", count: 200),
    ] {
      #expect(throws: JSONTree.Unreadable.self, "\(text)") { try JSONTree(text) }
    }
    #expect(
      try JSONTree(" [1, -0, -9223372036854775808 ] ")
        == .list([.number(1), .number(0), .number(.min)]))
    #expect(try JSONTree("\"\\ud83d\\ude00\\u00e9\\/\"") == .text("😀é/"))
    #expect(try JSONTree("{\"a\":1,\"a\":2}")["a"] == .number(1))
    #expect(
      JSONTree.object([.init("b", .null), .init("a", .text("\u{7}\n"))]).text
        == "{\"a\":\"\\u0007\\n\",\"b\":null}")
  }

  /// Whatever is in the journal goes through the tree and back.
  @Test(arguments: nasty.indices) func everyNounGoesThroughTheTree(_ n: Int) throws {
    for entity in fullArchive(nasty[n], n).entities {
      let tree = try JSONTree(JSONTree(entity.noun).text)
      #expect(try Entity(entity.kind, tree) == entity)
      let operation = Change.Operation.update(from: entity, to: entity)
      let text = try JSONTree(operation).text
      #expect(try JSONTree(text).decoded(Change.Operation.self) == operation)
      #expect(try JSONDecoder().decode(Change.Operation.self, from: Data(text.utf8)) == operation)
    }
  }
}
