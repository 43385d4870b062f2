import ArgumentParser
import CTerminal
import DebriefExport
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc

/// `debrief import`: brings in what another store exported, without touching what is here.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring in an export; nothing here is replaced or deleted.",
    discussion: "Where the two differ, yours stays as it is. One undo takes it all back.")

  @Argument(help: "The file; - reads stdin.") var file: String
  @Option(help: "The format (json is the only one).") var format: String?
  @Flag(help: "Only show what would happen.") var dryRun = false
  @OptionGroup var options: StoreOptions

  func run() throws {
    try options.refuseDemo()
    try ExportCommand.check(format)
    let session = try options.quietSession()
    if let remarks = try RemarkImport(file, dryRun: dryRun) {
      return try remarks.run(options, session)
    }
    let document = try Input.archive(file, beside: session.paths.database)
    if dryRun { return try options.reading { _, store in try take(document, session, store) } }
    let isNew = access(session.paths.database, F_OK) != 0 && errno == ENOENT
    dt_watch_end()
    try options.writing { _, store in
      try store.backUp(.import, at: session.now)
      do { try take(document, session, store) } catch {
        // What is refused leaves no file behind.
        if isNew { try store.discardUnused() }
        if dt_asked_to_end() != 0 {
          complain("stopped; nothing was imported")
          throw Ending(code: ExitStatus.signal(dt_asked_to_end()))
        }
        throw error
      }
    }
  }

  private func take(_ document: Input.Document, _ session: Session, _ store: Store) throws {
    var reader = ArchiveReader(userInfo: [.zone: session.clock.zone], document.read)
    do {
      var dated = DatedFacts(zone: session.clock.zone)
      var named = NamedDays(today: session.now.day)
      let merged = try store.intake(
        dryRun: dryRun, at: session.now, isCancelled: { dt_asked_to_end() != 0 }
      ) { take in
        let end = Conveyor<Store.Arrival>.run { put in
          try reader.read { entity in
            dated.add(entity)
            named.add(entity)
            let arrival = Store.Arrival(entity)
            try put(arrival, arrival.weight)
          }
          for mark in named.marks({ RefusalReader(session.library.refusals().words) }) {
            let arrival = Store.Arrival(mark)
            try put(arrival, arrival.weight)
          }
        } to: {
          try take($0)
        }
        // What was refused came before what could not be read, but a document of a later version is
        // not to be judged by its rows.
        if let refused = end.taking, !reader.isNewer { throw refused }
        if let fault = end.making { throw fault }
        try judge(reader, document.name)
      }
      if !reader.strangers.isEmpty { complain(ImportCommand.words(reader.strangers)) }
      report(merged)
      warn(dated, session.now)
    } catch let fault as ArchiveJSON.Fault {
      throw Failure(
        "\(document.name) wasn't imported, and nothing was changed: \(fault).",
        code: ExitStatus.data)
    }
  }

  /// Says which days cannot both be so; they are taken as they are.
  private func warn(_ dated: DatedFacts, _ now: Moment) {
    let doubts = dated.doubts(now: now)
    for doubt in doubts.prefix(10) { complain(doubt) }
    if doubts.count > 10 {
      complain(
        "\(doubts.count - 10) more \(doubts.count == 11 ? "date looks" : "dates look") wrong: debrief correct ID lists them"
      )
    }
  }

  /// Refuses a document that holds nothing but what is not understood.
  private func judge(_ reader: ArchiveReader, _ name: String) throws(Failure) {
    if reader.count > 0 || reader.strangers.isEmpty { return }
    throw Failure(
      "\(name) has nothing to import; \(ImportCommand.words(reader.strangers)).",
      code: ExitStatus.data)
  }

  private static func words(_ strangers: [String: Int]) -> String {
    let list = strangers.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
    return "left out, because debrief doesn't recognize it: "
      + list.prefix(12).joined(separator: ", ")
      + (list.count > 12 ? " and \(list.count - 12) more" : "")
  }

  private func report(_ report: MergeReport) {
    func list(_ counts: [Entity.Kind: Int]) -> String {
      Entity.Kind.allCases.compactMap { kind in
        counts[kind].map(kind.counted)
      }.joined(separator: ", ")
    }
    if !report.added.isEmpty {
      complain("\(dryRun ? "would add" : "added"): \(list(report.added))")
    }
    if !report.unchanged.isEmpty { complain("already here: \(list(report.unchanged))") }
    if !report.conflicts.isEmpty {
      let names = report.conflicts.prefix(10).map { "\($0.kind.label) \($0.id.short)" }
      let more = report.conflicts.count > 10 ? " and \(report.conflicts.count - 10) more" : ""
      complain(
        "different in the import; yours were kept: \(names.joined(separator: ", "))\(more)")
    }
    if report.changesNothing { complain(dryRun ? "nothing would change" : "nothing was changed") }
  }
}
