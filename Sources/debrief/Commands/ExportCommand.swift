import ArgumentParser
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore

/// `debrief export`: everything, for another debrief, a spreadsheet or an editor.
struct ExportCommand: ParsableCommand, PagedCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write everything: as JSON, tables, or Markdown files.",
    discussion: """
      json is one document, and nothing is lost: importing it elsewhere gives you the same notes.
      csv is a table for each kind of thing, and markdown a folder for each application. \
      --folder writes a file for each application and each person, for git or a file syncer; what \
      others wrote there stays. Private notes are in none of them.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case json, csv, markdown }

  @Option(help: "The format: json, csv, or markdown. Otherwise, the end of the file name decides.")
  var format: Format?
  @Option(
    name: .customShort("o"),
    help: ArgumentHelp(
      "The file to write; an existing file is replaced. For markdown and all csv tables, a folder.",
      valueName: "file"))
  var file: String?
  @Option(
    help: ArgumentHelp(
      "A folder shared by several computers, as with debrief sync. import reads it back.",
      valueName: "folder"))
  var folder: String?
  @Option(
    help: ArgumentHelp(
      "For csv: only the table of one kind of thing, such as applications.", valueName: "kind"))
  var noun: String?
  @Flag(help: "For csv: start with a byte order mark, which Excel needs to show every character.")
  var bom = false
  @Flag(help: "For csv: write all text as is, even if a spreadsheet would treat it as a formula.")
  var raw = false
  @Flag(
    help:
      "Export what can be read from a damaged notes file, or from one from a newer version of debrief."
  )
  var readable = false
  @OptionGroup var options: StoreOptions

  private static let forms = FileForm<Format>(
    what: "an export", usual: .json, bySuffix: ["json": .json, "csv": .csv])

  func run() throws {
    if let folder { return try export(toFolder: folder) }
    let format = try ExportCommand.forms.of(file, asked: format)
    if format != .csv,
      let given = [("--noun", noun != nil), ("--bom", bom), ("--raw", raw)]
        .first(where: \.1)?.0
    {
      throw Failure("\(given) only works with the csv format.", code: ExitStatus.usage)
    }
    if readable {
      if format != .json {
        throw Failure("--readable only works with the json format.", code: ExitStatus.usage)
      }
      return try exportReadable()
    }
    let kind = try kind()
    let isFolder = format == .markdown || format == .csv && kind == nil
    if isFolder, file.map({ $0 == "-" || documentSuffix($0) != nil }) ?? true {
      throw Failure(
        format == .csv
          ? "There's a table for each kind of thing. Name a folder for them (-o FOLDER), or one "
            + "kind (--noun applications)."
          : "This takes several files. Name a folder for them: -o FOLDER", code: ExitStatus.usage)
    }
    try options.reading { session, store in
      switch format {
      case .json: try export(store, session)
      case .csv:
        try TableExport(isRaw: raw, hasMark: bom).write(
          store, session, only: kind, to: file)
      case .markdown: try VaultExport.write(store, session, to: file ?? "")
      }
    }
  }

  private func kind() throws(Failure) -> Entity.Kind? {
    guard let noun else { return nil }
    if let kind = Entity.Kind(named: noun) { return kind }
    let names = Entity.Kind.allCases.map(\.tableName).joined(separator: ", ")
    throw Failure(
      "There's nothing called \"\(noun)\" to export. Choose from \(names).", code: ExitStatus.usage)
  }

  private func export(_ store: Store, _ session: Session) throws {
    let document = Spool(beside: store.path)
    var writer = ArchiveWriter { try document.add($0) }
    try Conveyor.everything(in: store) { try writer.write($0) }
    try writer.finish()
    try FileOutput.deliver(document, to: file, keeping: session.paths.database)
  }

  /// Writes the files that several computers share.
  private func export(toFolder path: String) throws {
    if let given = [
      ("--format", format != nil), ("-o", file != nil), ("--noun", noun != nil), ("--bom", bom),
      ("--raw", raw), ("--readable", readable),
    ].first(where: \.1)?.0 {
      throw Failure("\(given) doesn't go with --folder. Leave one out.", code: ExitStatus.usage)
    }
    try options.changing { session, store in
      var folder = try SyncFolder(path, apartFrom: session.paths, isNew: true)
      let progress = ProgressLine("Writing \(path)", total: 1)
      folder.watch = progress.watch
      let report = try Synchronizing(session, store, folder).export()
      progress.clear()
      try SyncCommand.tell(report, MergeWords.written(report.sent))
    }
  }

  /// Exports from a copy that holds what could be read; the file itself is not touched.
  private func exportReadable() throws {
    try options.refuseDemo()
    let session = try options.session()
    let (store, recovery) = try Store.readable(session.paths.database, zone: session.clock.zone)
    defer { try? store.close() }
    try export(store, session)
    complain("this is what can be read from \(session.paths.database), which wasn't changed")
    DoctorRecovery.tell(recovery)
    if !recovery.lost.isEmpty { throw Ending(code: ExitStatus.failure) }
  }
}
