import ArgumentParser
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc

/// `debrief share`: a file for an adviser, who needs no debrief to read it and to answer.
struct ShareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "share", abstract: "Write a file for an adviser to read and comment on.",
    discussion: """
      It opens in any browser (.html) or editor (.txt). What's in it is listed first. \
      debrief import takes the comments that come back. Nothing is sent anywhere.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case html, text }

  @Argument(
    help: ArgumentHelp(
      "The applications: ids, companies, or the first part of either.", valueName: "reference"))
  var references: [String]
  @Option(
    name: .customShort("o"),
    help: ArgumentHelp(FileOutput.help, valueName: "file"))
  var file: String?
  @Option(help: "The format: html or text. Otherwise, the end of the file name decides.")
  var format: Format?
  @Flag(help: "Hide names, companies, addresses, and phone and reference numbers.") var mask = false
  @Flag(help: "Write it without asking.") var yes = false
  @OptionGroup var options: StoreOptions

  private static let forms = FileForm<Format>(
    what: "this", usual: .html,
    bySuffix: ["html": .html, "htm": .html, "txt": .text, "text": .text])

  func run() throws {
    let format = try ShareCommand.forms.of(file, asked: format)
    try options.reading { session, store in
      var ids: [ID] = []
      for reference in references {
        let id = try store.resolve(reference)
        if !ids.contains(id) { ids.append(id) }
      }
      var copy = AdviserCopy()
      complain("This goes into \(file.map { $0 == "-" ? "the output" : $0 } ?? "the output"):")
      for id in ids {
        let dossier = try store.dossier(id.text)
        let shown = mask ? try masked(dossier, store, session) : dossier
        let reasons = session.reasons(of: dossier)
        let page = Page(
          shown, reasons: reasons, now: session.now, reader: session.refusalReader(for: dossier))
        copy.add(dossier, shown: shown, page: page, today: session.now.day)
        let contents = AdviserCopy.contents(dossier)
        complain(
          "  \(dossier.application.taken): "
            + (contents.isEmpty ? "only its name so far" : contents.joined(separator: ", ")))
      }
      complain("This stays here: \(AdviserCopy.leftOut).")
      complain(
        mask
          ? "Names you've entered are hidden. A name that only appears in something you wrote may "
            + "not be, so read it once more before you hand it over."
          : "Names are in it as you wrote them. --mask hides them.")
      try ask()
      let text =
        switch format {
        case .html: AdviserHTML.text(copy)
        case .text: AdviserText.text(copy)
        }
      try FileOutput.deliver(
        Output.clean(text, for: file), to: file, keeping: session.paths.database)
    }
  }

  private func masked(_ dossier: Dossier, _ store: Store, _ session: Session) throws -> Dossier {
    let lists = Mask.Lists(
      nicknames: session.library.nicknames(), everyday: session.library.ordinaryWords())
    return Mask(
      dossier, profile: try store.profile(), others: try store.namesOnFile(), lists: lists
    ).dossier(dossier)
  }

  /// Asks whether to go on: somebody else will read it.
  private func ask() throws {
    if yes { return }
    guard isatty(STDIN_FILENO) == 1 else {
      throw Failure(
        "Nothing was written. Add --yes to write it without being asked.",
        code: ExitStatus.usage)
    }
    emit("debrief: Write it? [y/N] ", to: STDERR_FILENO)
    guard let answer = readLine()?.trimmed.lowercased(), answer == "y" || answer == "yes" else {
      complain("nothing was written")
      throw Ending(code: ExitStatus.failure)
    }
  }
}
