import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefExport

private func bundle(_ archive: Archive) throws -> String {
  final class Box { var bytes: [UInt8] = [] }
  let box = Box()
  var writer = BundleWriter { box.bytes += $0 }
  for entity in archive.entities { try writer.write(entity) }
  try writer.finish()
  return String(decoding: box.bytes, as: UTF8.self)
}

/// What an import makes of a document, read in blocks of a size.
private func read(_ text: String, block: Int = 1 << 16) throws -> (Archive, [String: Int]) {
  var rest = Array(text.utf8)[...]
  let source = BundleReader { buffer in
    let count = min(buffer.count, block, rest.count)
    buffer.copyBytes(from: rest.prefix(count))
    rest = rest.dropFirst(count)
    return count
  }
  var reader = ArchiveReader { try source.read($0) }
  var archive = Archive()
  try reader.read { archive.append($0) }
  return (archive, reader.strangers)
}

private func fault(_ text: String) -> String {
  do {
    _ = try read(text)
    return "none"
  } catch { return "\(error)" }
}

@Suite(.timed) struct BundleTests {
  @Test(arguments: [1, 7, 1000, 1 << 16]) func itIsReadBack(_ block: Int) throws {
    for text in nasty.filter({ $0.utf8.count < 1000 }) {
      let archive = fullArchive(text)
      #expect(try read(try bundle(archive), block: block).0 == archive)
    }
    let filled = try filledArchive("plain")
    #expect(try read(try bundle(filled), block: block).0 == filled)
    #expect(try read(try bundle(Archive())).0 == Archive())
  }

  /// Each line is JSON for any program, and holds nothing a terminal obeys.
  @Test func everyLineIsJSON() throws {
    let text = try bundle(fullArchive(nasty[8]))
    let lines = text.split(separator: "\n")
    for line in lines {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["debrief"] != nil || object["kind"] != nil && object["value"] != nil)
    }
    #expect(lines.first == #"{"debrief":"bundle","version":1}"#)
    #expect(!text.unicodeScalars.contains { (0x202a...0x202e).contains($0.value) })
  }

  @Test func anExportComesThroughAsItIs() throws {
    let archive = fullArchive("plain")
    #expect(try read(try ArchiveJSON.encode(archive)).0 == archive)
    #expect(fault("").contains("it ends too early") || fault("") != "none")
    #expect(fault("hello") != "none" && fault("{\"debrief\":\"end\",\"count\":0}") != "none")
  }

  /// One that was cut off anywhere is no smaller bundle, but none.
  @Test func aCutBundleIsRefused() throws {
    let text = try bundle(fullArchive("plain"))
    for count in stride(from: 1, to: text.utf8.count - 1, by: 37) {
      #expect(fault(String(text.prefix(count))) != "none", "\(count)")
    }
    var lines = text.split(separator: "\n").map(String.init)
    lines.remove(at: 3)
    #expect(fault(lines.joined(separator: "\n")).contains("ends too early"))
  }

  @Test func aFaultIsNamedWithItsPlace() throws {
    let head = "{\"debrief\":\"bundle\",\"version\":1}\n"
    let bad =
      head + #"{"kind":"finding","value":{"id":"x"}}"# + "\n{\"debrief\":\"end\",\"count\":1}\n"
    #expect(fault(bad).contains("finding[0]"))
    #expect(fault(head + "{\"kind\":\"finding\"\n").contains("line 2"))
    #expect(fault(head + "{\"kind\":1}\n").contains("line 2"))
    #expect(fault("{\"debrief\":\"bundle\",\"version\":9}\n").contains("newer version of debrief"))
    let odd = head + #"{"kind":"hobby","value":{}}"# + "\n{\"debrief\":\"end\",\"count\":1}\n"
    #expect(try read(odd).1 == ["hobby": 1])
  }

  /// Other programs put lines in another order, with blanks between.
  @Test func theOrderOfLinesDoesNotMatter() throws {
    let archive = fullArchive("plain")
    var lines = try bundle(archive).split(separator: "\n").map(String.init)
    let end = lines.removeLast()
    let shuffled = [lines[0]] + lines.dropFirst().reversed() + ["", end]
    #expect(try read(shuffled.joined(separator: "\r\n")).0 == archive)
  }
}
