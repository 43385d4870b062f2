import Foundation
import FuzzTargets
import TestSupport
import Testing

/// What `make fuzz` once found, and what it begins with, read again with every test.
@Suite(.timed) struct CorpusTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fuzz/Corpus")

  private func files(_ target: FuzzTarget) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: CorpusTests.folder.appendingPathComponent(target.rawValue),
      includingPropertiesForKeys: nil
    ).sorted { $0.path < $1.path }
  }

  @Test(arguments: FuzzTarget.allCases) func isReadAgain(_ target: FuzzTarget) throws {
    let files = try files(target)
    #expect(!files.isEmpty, "\(target.rawValue) has nothing to begin with")
    for file in files {
      let bytes = Array(try Data(contentsOf: file))
      do { try target.read(bytes) } catch { Issue.record("\(file.lastPathComponent): \(error)") }
      // Cut off anywhere, it is another text that nobody would write.
      for part in 1..<8 {
        let cut = Array(bytes.prefix(bytes.count * part / 8))
        do { try target.read(cut) } catch {
          Issue.record("\(file.lastPathComponent), \(cut.count) bytes of it: \(error)")
        }
      }
    }
  }

  @Test func everyFolderBelongsToATarget() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: CorpusTests.folder.path)
    #expect(names.sorted() == FuzzTarget.allCases.map(\.rawValue).sorted())
  }
}
