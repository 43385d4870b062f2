import CTerminal
import DebriefExport
import DebriefImport
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc

/// Brings in what debrief exported, as one document or as a bundle.
struct ArchiveImport {
  let source: ByteSource
  let dryRun: Bool

  /// Brings it in, or only says what would happen.
  func run(_ options: StoreOptions, _ session: Session) throws {
    if dryRun { return try options.reading { _, store in try take(session, store) } }
    let isNew = access(session.paths.database, F_OK) != 0 && errno == ENOENT
    dt_watch_end()
    try options.writing { _, store in
      try store.backUp(.import, at: session.now)
      do { try take(session, store) } catch {
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

  private func take(_ session: Session, _ store: Store) throws {
    let progress = ProgressLine("Reading \(source.name)", total: source.size)
    let document = BundleReader(progress.watching(source).read)
    var reader = ArchiveReader(userInfo: [.zone: session.clock.zone], document.read)
    do {
      var dated = DatedFacts(zone: session.clock.zone)
      var named = NamedDays(today: session.now.day)
      let merged = try store.intake(
        dryRun: dryRun, at: session.now, isCancelled: { dt_asked_to_end() != 0 },
        finishing: progress.finishing
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
        try judge(reader, source.name)
      }
      progress.clear()
      if !reader.strangers.isEmpty { complain(ArchiveImport.words(reader.strangers)) }
      ImportCommand.report(merged, dryRun: dryRun)
      warn(dated, session.now)
    } catch let fault as ArchiveJSON.Fault {
      throw Failure(
        "\(source.name) wasn't imported, and nothing was changed: \(fault).",
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
      "\(name) has nothing to import; \(ArchiveImport.words(reader.strangers)).",
      code: ExitStatus.data)
  }

  private static func words(_ strangers: [String: Int]) -> String {
    let list = strangers.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
    return "left out, because debrief doesn't recognize it: "
      + list.prefix(12).joined(separator: ", ")
      + (list.count > 12 ? " and \(list.count - 12) more" : "")
  }
}
