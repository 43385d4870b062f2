import ArgumentParser
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore

/// `debrief bundle`: everything in one file to carry elsewhere, sealed if wanted.
struct BundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle", abstract: "Write everything to one file to take elsewhere.",
    discussion: """
      debrief can import it, and other programs can read it: one item on each line. \
      With --seal, only someone with the passphrase can read it.
      """)

  @Argument(help: "The file to write; an existing file is replaced. - is stdout.") var file: String
  @Flag(help: "Seal it with a passphrase, using the age program, which asks for it.")
  var seal = false
  @OptionGroup var options: StoreOptions

  func run() throws {
    if !seal, file.lowercased().hasSuffix(".age") {
      throw Failure(
        "\(file) wouldn't be sealed. Add --seal, or end its name in .jsonl.",
        code: ExitStatus.usage)
    }
    _ = try FileForm(
      what: seal ? "a sealed bundle" : "a bundle", usual: true,
      bySuffix: seal ? ["age": true] : ["jsonl": true]
    ).of(file)
    if seal, file == "-", Output.isTerminal {
      throw Failure(
        "A sealed bundle can't be shown here. Name a file: notes.age", code: ExitStatus.usage)
    }
    try options.reading { session, store in
      let document = Spool(beside: store.path)
      var writer = BundleWriter { try document.add($0) }
      try Conveyor.everything(in: store) { try writer.write($0) }
      try writer.finish()
      let written = seal ? try AgeProgram.sealed(document, beside: store.path) : document
      try FileOutput.deliver(written, to: file, keeping: session.paths.database)
    }
  }
}
