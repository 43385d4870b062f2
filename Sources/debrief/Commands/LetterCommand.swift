import ArgumentParser
import DebriefModel

/// `debrief letter`: checks a letter.
struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter", abstract: "Check a letter: what a reader would stumble over.")

  @OptionGroup var lint: LetterLint
  @OptionGroup var options: StoreOptions

  func validate() throws {
    if lint.file == nil { throw ValidationError("Name the letter to check: --lint FILE.") }
  }

  func run() throws { try lint.run(options) }
}

extension LetterKind: ExpressibleByArgument {
  /// Reads `L4` or the word of a command.
  public init?(argument: String) { self.init(words: argument) }
}
