import ArgumentParser
import DebriefModel
import DebriefRunner
import DebriefStore

/// `debrief sync`: brings notes together with those of other computers, by way of a folder and git.
struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Sync your notes with other computers, through a folder and git.",
    discussion: """
      Writes your notes into the folder, commits them with git, merges what other computers have sent, \
      brings it in as one change you can undo, and sends yours. It works with any git remote: a server, \
      a folder on a USB drive, or none at all. The notes file itself must not be in the folder. \
      Private notes never leave this computer. Everyone who can read the folder can read your notes: \
      man debrief-data says how to seal it.
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder; the first time, it's made if it isn't there.", valueName: "folder"))
  var folder: String
  @OptionGroup var options: StoreOptions

  func run() throws {
    try options.writing { session, store in
      let given = self.folder
      let isNew = !given.isEmpty && !SyncFolder.isThere(given)
      // The first folder is made; of whoever has one, another that isn't there may be a slip.
      if isNew, try store.knowsFolders { throw SyncFolder.missing(given) }
      var folder = try SyncFolder(given, apartFrom: session.paths, isNew: true)
      let progress = ProgressLine("Syncing", total: 1)
      folder.watch = progress.watch
      if isNew { complain("made the folder \(folder.path)") }
      let report = try Synchronizing(session, store, folder).sync()
      progress.clear()
      try SyncCommand.tell(report, MergeWords.counts(arrived: report.arrived, sent: report.sent))
      if let why = report.unsent {
        complain("it couldn't be sent this time, but will be next time: \(why)")
        throw Ending(code: ExitStatus.locked)
      }
    }
  }

  /// Says what was done, and what two computers had both changed.
  static func tell(_ report: SyncReport, _ counts: String) throws {
    try Output.text(([counts] + report.sentences).joined(separator: "\n") + "\n")
    if report.copies > 0 {
      let copies = report.copies == 1 ? "1 copy" : "\(report.copies) copies"
      complain(
        "\(copies) with a conflict, made by a file syncer, \(report.copies == 1 ? "was" : "were") merged"
      )
    }
    if !report.unread.isEmpty {
      complain("left alone, because it can't be read: \(report.unread.joined(separator: ", "))")
    }
  }
}

/// `debrief merge-file`: merges three versions of a file of a synced folder, for git to call.
struct MergeFileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-file", abstract: "Merge one file of a synced folder, for git to call.",
    discussion: """
      git calls this in a folder that debrief sync has set up. The result goes into the second file. If \
      both changed a number, a date, or a choice, the second file's version is kept; if both changed a \
      text, both are kept.
      """)

  @Argument(help: ArgumentHelp("The version both began from.", valueName: "base")) var base: String
  @Argument(help: ArgumentHelp("Our version, which is written.", valueName: "ours")) var ours:
    String
  @Argument(help: ArgumentHelp("Their version.", valueName: "theirs")) var theirs: String
  @OptionGroup var options: StoreOptions

  func run() throws {
    try options.refuseStore(for: "merge-file")
    let clashes = try FolderMerging.merge(base: base, ours: ours, theirs: theirs)
    MergeNotes.add(clashes)
  }
}
