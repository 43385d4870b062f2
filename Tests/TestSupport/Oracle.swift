import Foundation

/// Another program's word on what was written: it is run, and what it prints is given.
public enum Oracle {
  /// What it came to.
  public struct Answer: Sendable {
    /// Its exit status.
    public var status: Int32
    /// What it printed.
    public var out: String
    /// What it complained of.
    public var err: String
  }

  /// Runs a program of the system with some bytes on its stdin.
  public static func run(
    _ program: String, _ arguments: [String], stdin: [UInt8] = []
  ) throws -> Answer {
    let folder = PrivateFolder()
    for (name, bytes) in [("in", stdin), ("out", []), ("err", [])] {
      try Data(bytes).write(to: URL(fileURLWithPath: folder(name)))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/\(program)")
    process.arguments = arguments
    process.standardInput = FileHandle(forReadingAtPath: folder("in"))
    process.standardOutput = FileHandle(forWritingAtPath: folder("out"))
    process.standardError = FileHandle(forWritingAtPath: folder("err"))
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder(name))), as: UTF8.self)
    }
    return Answer(status: process.terminationStatus, out: try text("out"), err: try text("err"))
  }

  /// Lets a script of Python read some texts, and gives what it read of each.
  public static func python<Read: Decodable>(
    _ script: String, _ texts: [String], as type: Read.Type
  ) throws -> [Read] {
    let answer = try run(
      "python3", ["-B", script], stdin: Array(try JSONEncoder().encode(texts)))
    guard answer.status == 0 else { throw Unanswered(description: answer.err) }
    return try JSONDecoder().decode([Read].self, from: Data(answer.out.utf8))
  }
}

/// Why it said nothing.
public struct Unanswered: Error, CustomStringConvertible {
  /// The sentence.
  public let description: String
}
