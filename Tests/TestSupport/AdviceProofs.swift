import Foundation
import Yams

/// What shows that a row of advice works: stories that begin with an empty store, are played through the
/// program, and say what is to be seen. One test plays them; another makes `Resources/ADVICE.md` of them.
public struct AdviceProofs: Decodable, Sendable {
  /// What is to be seen, and which rows of advice that shows to work.
  public struct Proof: Decodable, Sendable {
    /// The rows.
    public var rows: [String]?
    /// What one does for it, in words and keys.
    public var by: String?
    /// What reads it.
    public var reader: String?
    /// What is then to be seen: on the screen, or in what the command says.
    public var shows: [String]?
    /// What is not to be seen.
    public var hides: [String]?
  }

  /// Something a person does, or a command, and what is then to be seen.
  public struct Step: Decodable, Sendable {
    /// A script of keys, from the first screen on, as `debrief replay` reads it.
    public var keys: String?
    /// The arguments of a command of the shell; those with blanks stand in quotes.
    public var run: String?
    /// What such a command reads.
    public var stdin: String?
    /// The moment it happens, from here on; the clock of the tests until one is named.
    public var now: String?
    /// The size of the screen.
    public var size: String?
    /// What a command answers with; 0 unless it finds something.
    public var code: Int32?
    /// The rows it shows to work; see ``Proof``.
    public var rows: [String]?
    /// See ``Proof/by``.
    public var by: String?
    /// See ``Proof/reader``.
    public var reader: String?
    /// See ``Proof/shows``.
    public var shows: [String]?
    /// See ``Proof/hides``.
    public var hides: [String]?
    /// Several of them, of one step.
    public var proofs: [Proof]?

    /// All that is to be seen after it.
    public var all: [Proof] {
      [Proof(rows: rows, by: by, reader: reader, shows: shows, hides: hides)] + (proofs ?? [])
    }
    /// The arguments of the command.
    public var arguments: [String] { AdviceProofs.words(run ?? "") }
    /// What is typed in it, on one line.
    public var typed: String {
      let lines = (keys ?? "").split(separator: "\n").map { $0.drop { $0 == " " } }
      let text = lines.filter { $0.hasPrefix(":type ") }.map { $0.dropFirst(6) }
      return (text + [Substring(stdin ?? ""), Substring(run ?? "")]).joined(separator: "\n")
    }
  }

  /// Steps that share one store.
  public struct Story: Decodable, Sendable, CustomStringConvertible {
    /// Its name.
    public var story: String
    /// What it is about.
    public var title: String
    /// Its steps, in order.
    public var steps: [Step]

    /// Its name, for a report of the tests.
    public var description: String { story }
    /// All that was typed up to a step and in it.
    public func typed(upTo step: Int) -> String {
      steps.prefix(step + 1).map(\.typed).joined(separator: "\n")
    }
  }

  /// All of them.
  public var stories: [Story]

  /// Reads a file beside the tests.
  public static func load(
    file name: String = "advice-proofs.yaml", _ test: String = #filePath
  ) throws -> AdviceProofs {
    let folder = URL(fileURLWithPath: test).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appendingPathComponent("EndToEndTests/\(name)")
    return try YAMLDecoder().decode(AdviceProofs.self, from: Data(contentsOf: file))
  }

  /// A command line in words; blanks within quotes part none.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var (quote, isOpen): (Character?, Bool) = (nil, false)
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        (quote, isOpen) = (character, true)
      } else if quote == nil, character == " " {
        if isOpen || !word.isEmpty { words.append(word) }
        (word, isOpen) = ("", false)
      } else {
        word.append(character)
      }
    }
    return isOpen || !word.isEmpty ? words + [word] : words
  }
}
