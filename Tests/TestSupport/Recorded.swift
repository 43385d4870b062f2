import Foundation
import Testing

/// Texts that are on file beside the tests and are compared with what the program makes now.
public enum Recorded {
  /// Whether they are to be written anew: `make screens`.
  public static var isWriting: Bool {
    ProcessInfo.processInfo.environment["RECORD_SCREENS"] == "1"
  }

  /// Compares a text with the one on file. `make screens` writes it anew; one that is not on file yet is
  /// written and fails once, so that somebody looks at it.
  ///
  /// - Parameters:
  ///   - path: The file, beside the file of the test.
  ///   - context: What is shown besides where the two differ.
  public static func expect(
    _ text: String, _ path: String, context: String = "", beside test: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(fileURLWithPath: test).deletingLastPathComponent().appendingPathComponent(path)
    let old = FileManager.default.contents(atPath: file.path)
    if old.map({ $0.elementsEqual(text.utf8) }) == true { return }
    if isWriting || old == nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      if !isWriting {
        Issue.record("\(path) is on file now: look at it", sourceLocation: sourceLocation)
      }
      return
    }
    let rows = [text, String(decoding: old ?? Data(), as: UTF8.self)].map {
      $0.split(separator: "\n", omittingEmptySubsequences: false)
    }
    let same = zip(rows[0], rows[1]).prefix { $0 == $1 }.count
    func row(_ list: [Substring]) -> String { same < list.count ? String(list[same]) : "(no more)" }
    Issue.record(
      """
      \(path) differs, first in line \(same + 1); make screens writes it anew.
      is:  \(row(rows[0]))
      was: \(row(rows[1]))
      \(context)
      """, sourceLocation: sourceLocation)
  }
}
