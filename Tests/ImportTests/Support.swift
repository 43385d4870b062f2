import DebriefContent
import DebriefModel
import Foundation
import TestSupport
import Testing

@testable import DebriefImport

/// A file beside the tests.
func file(_ name: String) throws -> [UInt8] {
  let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    name)
  return Array(try Data(contentsOf: path))
}

/// The shipped words.
let importWords = Library(userFolder: nil).importWords().words

/// What a program of Python's own says of some files.
func python<T: Decodable>(_ script: String, _ arguments: [String], as type: T.Type) throws -> T {
  let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent(script).path
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
  process.arguments = [path] + arguments
  let pipe = Pipe()
  process.standardOutput = pipe
  try process.run()
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  try #require(process.terminationStatus == 0)
  return try JSONDecoder().decode(T.self, from: data)
}

/// A file that is gone at the end of a test.
final class Scratch {
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("debrief-import-\(UUID().uuidString)").path
  init(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }
  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// The message of an import that fails.
func fault(_ body: () throws -> Void) -> ImportFault? {
  do {
    try body()
    return nil
  } catch { return error as? ImportFault }
}
