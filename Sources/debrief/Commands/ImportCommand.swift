import ArgumentParser
import DebriefExport
import DebriefModel
import DebriefStore
import Glibc

/// `debrief import`: brings in what another store exported, without touching what is here.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring in an export; nothing here is replaced or deleted.",
    discussion: "What is different here and there stays as it is here. One undo takes it all back.")

  @Argument(help: "The file; - reads stdin.") var file: String
  @Option(help: "The form: json.") var format = "json"
  @Flag(help: "Only say what would be done.") var dryRun = false
  @OptionGroup var options: StoreOptions

  func run() throws {
    try options.refuseDemo()
    try ExportCommand.check(format)
    let bytes = try Input.bytes(file, limit: Input.archiveLimit)
    let name = file == "-" ? "Stdin" : file
    let archive: Archive
    let strangers: [String: Int]
    do { (archive, strangers) = try ArchiveJSON.read(bytes) } catch {
      throw Failure(
        "\(name) was not imported, and nothing was changed: \(error).", code: ExitStatus.data)
    }
    if !strangers.isEmpty {
      let list = strangers.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
      let words =
        "not understood and left out: " + list.prefix(12).joined(separator: ", ")
        + (list.count > 12 ? " and \(list.count - 12) more" : "")
      if archive.entities.isEmpty {
        throw Failure(
          "\(name) holds nothing that could be imported; \(words).", code: ExitStatus.data)
      }
      complain(words)
    }
    func merge(_ session: Session, _ store: Store) throws {
      report(try store.merge(archive, dryRun: dryRun, at: session.now))
    }
    if dryRun {
      try options.reading(merge)
    } else {
      let session = try options.quietSession()
      if access(session.paths.database, F_OK) != 0, errno == ENOENT {
        // What would be refused is refused before there is a file.
        let trial = try session.emptyStore()
        defer { try? trial.close() }
        _ = try trial.merge(archive, dryRun: true, at: session.now)
      }
      try options.writing(merge)
    }
  }

  private func report(_ report: MergeReport) {
    func list(_ counts: [Entity.Kind: Int]) -> String {
      Entity.Kind.allCases.compactMap { kind in
        counts[kind].map { "\(kind.rawValue) \($0)" }
      }.joined(separator: ", ")
    }
    if !report.added.isEmpty {
      complain("\(dryRun ? "would add" : "added"): \(list(report.added))")
    }
    if !report.unchanged.isEmpty { complain("here already: \(list(report.unchanged))") }
    if !report.conflicts.isEmpty {
      let names = report.conflicts.prefix(10).map { "\($0.kind.rawValue) \($0.id.short)" }
      let more = report.conflicts.count > 10 ? " and \(report.conflicts.count - 10) more" : ""
      complain(
        "different here and there, kept as here: \(names.joined(separator: ", "))\(more)")
    }
    if report.changesNothing { complain(dryRun ? "nothing would change" : "nothing was changed") }
  }
}
