import ArgumentParser
import CTerminal
import DebriefExport
import DebriefImport
import DebriefModel
import DebriefRunner
import DebriefStore
import Glibc

extension ImportFormat: ExpressibleByArgument {}
extension DateOrder: ExpressibleByArgument {}

/// `debrief import`: brings in what another store exported, or what people keep elsewhere about their
/// search, without touching what is here.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Bring in a spreadsheet, an email, a calendar file, a résumé, an export, or a folder.",
    discussion: """
      debrief figures out what kind of file it is. Before anything is written, it says what it would \
      add and asks. Nothing here is replaced or deleted: where the two differ, yours stays as it \
      is. Importing the same file again changes nothing. You can undo it all in one step. A folder that \
      export --folder or sync wrote is merged; what was deleted there is deleted here, too.
      """)

  @Argument(help: "The file; - reads stdin.") var file: String
  @Option(help: "What kind of file it is; otherwise debrief figures it out.") var format:
    ImportFormat?
  @Option(
    help: ArgumentHelp(
      "The application it belongs to: an id, a company, or at least the first three letters of either.",
      valueName: "reference"))
  var to: String?
  @Option(
    help: ArgumentHelp(
      "For a spreadsheet: which column is what, such as company=Employer,role=Position.",
      valueName: "columns"))
  var map: String?
  @Option(
    help: ArgumentHelp(
      "For a spreadsheet: the order in dates like 03/04/2026: dmy, mdy, or ymd.", valueName: "order"
    ))
  var dates: DateOrder?
  @Option(
    help: ArgumentHelp(
      "For a mailbox: which emails, by their numbers in the list, such as 3,5-7.",
      valueName: "numbers"))
  var pick: String?
  @Flag(help: "For a mailbox: list its emails without importing any.") var list = false
  @Flag(help: "Only show what would happen.") var dryRun = false
  @Flag(help: "Don't ask first.") var yes = false
  @OptionGroup var options: StoreOptions

  func validate() throws {
    if list, pick != nil || yes || dryRun {
      throw ValidationError("--list imports nothing. Leave it out, or leave the other options out.")
    }
    if yes, dryRun { throw ValidationError("Use --yes or --dry-run, not both.") }
  }

  func run() throws {
    try options.refuseDemo()
    if FolderImport.isFolder(file) { return try importFolder() }
    let columns = try ImportColumns.read(map)
    let session = try options.quietSession()
    let (library, asked) = (session.library, format)
    func found(_ head: [UInt8]) -> ImportFormat? {
      asked ?? ImportFormat.found(in: head) { library.importWords().words }
    }
    let source =
      try AgeProgram.source(file, beside: session.paths.database)
      ?? Input.source(file, beside: session.paths.database) {
        found($0) != nil || RemarkImport.begins($0)
      }
    let head = try source.head(ImportFormat.reach)
    if let foreign = ForeignFile.found(in: try source.head(ForeignFile.reach)) {
      throw Failure(foreign.sentence(source.name), code: ExitStatus.data)
    }
    if self.format == nil, !list, let remarks = try remarks(source, found(head), session) {
      return try remarks.run(options, session)
    }
    let format = try found(head) ?? ImportCommand.unknown(head, source.name)
    try refuseStrangers(format)
    if format == .json {
      return try ArchiveImport(source: source, dryRun: dryRun).run(options, session)
    }
    let mails = ImportMail(
      source: source, session: session, pick: try pick.map(ImportMail.numbers), to: to)
    do {
      if list { return try options.reading { _, store in try mails.list(store) } }
      try bring(session) { store in
        switch format {
        case .json, .csv:
          return try ImportTable(
            source: source, session: session,
            asked: .init(map: columns, dates: dates), shown: dryRun ? 10_000 : 40
          ).plan(store)
        case .mail: return try mails.plan(store)
        default:
          let reader = ImportReader(session, store, to: try to.map { try store.target($0) })
          return ImportPlan(try reader.proposal(source, format), at: session.now)
        }
      }
    } catch let fault as ImportFault {
      throw Failure(fault.description, code: fault.code)
    }
  }

  /// What an adviser remarked; nil where it's something else.
  private func remarks(
    _ source: ByteSource, _ format: ImportFormat?, _ session: Session
  ) throws -> RemarkImport? {
    do {
      return try RemarkImport(
        source, isMail: format == .mail, now: session.now, dryRun: dryRun)
    } catch let fault as ImportFault { throw Failure(fault.description, code: fault.code) }
  }

  /// Merges a folder that several computers write.
  private func importFolder() throws {
    if let given = [
      ("--format", format != nil), ("--to", to != nil), ("--map", map != nil),
      ("--dates", dates != nil), ("--pick", pick != nil), ("--list", list),
    ].first(where: \.1)?.0 {
      throw Failure(
        "\(given) is for a file, and \(file) is a folder. Leave it out.", code: ExitStatus.usage)
    }
    try FolderImport(path: file, dryRun: dryRun).run(options)
  }

  /// Says what would be done, asks, and does it.
  private func bring(_ session: Session, _ plan: (Store) throws -> ImportPlan) throws {
    /// What is to be done; nil for nothing.
    func agreed(_ plan: ImportPlan) throws -> ImportPlan? {
      plan.show()
      if plan.isEmpty {
        complain(dryRun ? "nothing would change" : "nothing was changed")
        return nil
      }
      if dryRun {
        complain("nothing was written; leave --dry-run out to import it")
        return nil
      }
      let isPiped = file == "-"
      if !yes { try ImportPlan.confirm(isPiped: isPiped) }
      return plan.answering(isAsked: !yes, isPiped: isPiped)
    }
    if dryRun {
      return try options.reading { _, store in _ = try agreed(try plan(store)) }
    }
    let isNew = access(session.paths.database, F_OK) != 0 && errno == ENOENT
    guard isNew else {
      return try options.writing { session, store in
        if let plan = try agreed(try plan(store)) {
          try apply(plan, store, session, isNew: false)
        }
      }
    }
    // Nothing is made before somebody agreed.
    let empty = try session.emptyStore()
    let wanted = try agreed(try plan(empty))
    try empty.close()
    guard let wanted else { return }
    try options.writing { session, store in try apply(wanted, store, session, isNew: true) }
  }

  private func apply(_ plan: ImportPlan, _ store: Store, _ session: Session, isNew: Bool) throws {
    dt_watch_end()
    do {
      if !isNew { try store.backUp(.import, at: session.now) }
      if dt_asked_to_end() != 0 { throw StoreError.stopped }
      try plan.apply(store)
    } catch {
      if isNew { try store.discardUnused() }
      if dt_asked_to_end() != 0 {
        complain("stopped; nothing was imported")
        throw Ending(code: ExitStatus.signal(dt_asked_to_end()))
      }
      throw error
    }
  }

  /// Refuses options that would do nothing.
  private func refuseStrangers(_ format: ImportFormat) throws(Failure) {
    func refuse(_ option: String, _ what: String) throws(Failure) {
      throw Failure(
        "\(option) is for \(what), and this is \(format.noun). Leave it out.",
        code: ExitStatus.usage)
    }
    if format != .csv {
      if map != nil { try refuse("--map", "a spreadsheet") }
      if dates != nil { try refuse("--dates", "a spreadsheet") }
    }
    if format != .mail {
      if pick != nil { try refuse("--pick", "a mailbox") }
      if list { try refuse("--list", "a mailbox") }
    }
    if to != nil, [.json, .csv].contains(format) {
      try refuse("--to", "an email, a calendar file, a résumé, a posting, or a transcript")
    }
  }

  /// What cannot be told is an export of ours where it looks like data, so that its reader says what is
  /// wrong with it.
  private static func unknown(_ head: [UInt8], _ name: String) throws(Failure) -> ImportFormat {
    if head.contains(0) { return .json }
    throw Failure(
      "It isn't clear what \(name) is. If it's a job posting or a transcript, say so: "
        + "--format posting --to COMPANY, or --format transcript --to COMPANY. If it's a spreadsheet, its first "
        + "line needs headings, such as Company, Role, and Status.",
      code: ExitStatus.data)
  }

  /// Says what was done.
  static func report(_ report: MergeReport, dryRun: Bool) {
    func list(_ counts: [Entity.Kind: Int]) -> String {
      Entity.Kind.allCases.compactMap { kind in
        counts[kind].map(kind.counted)
      }.joined(separator: ", ")
    }
    if !report.added.isEmpty {
      complain("\(dryRun ? "would add" : "added"): \(list(report.added))")
    }
    if !report.updated.isEmpty {
      complain("\(dryRun ? "would fill in" : "filled in"): \(list(report.updated))")
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

/// `company=Employer,role=Position` of the command line.
enum ImportColumns {
  /// What columns are, by their headings.
  static func read(_ text: String?) throws(Failure) -> [(ImportColumn, String)] {
    guard let text else { return [] }
    var pairs: [(ImportColumn, String)] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      let mark = part.firstIndex(of: "=")
      let name = mark.map { part[..<$0].trimmed } ?? ""
      if let mark, let column = ImportColumn(rawValue: name) {
        pairs.append((column, part[part.index(after: mark)...].trimmed))
      } else if let last = pairs.popLast(), mark == nil {
        // A comma in a heading.
        pairs.append((last.0, "\(last.1),\(part)"))
      } else {
        throw Failure(
          "--map has \"\(part)\", which isn't like company=HEADING. It knows: "
            + ImportColumn.allCases.map(\.rawValue).joined(separator: ", ") + ".",
          code: ExitStatus.usage)
      }
    }
    if let empty = pairs.first(where: { $0.1.isEmpty }) {
      throw Failure("--map needs a heading after \(empty.0.rawValue)=.", code: ExitStatus.usage)
    }
    return pairs
  }
}

extension ImportFormat {
  /// As a sentence has it.
  var noun: String {
    switch self {
    case .json: "an export"
    case .csv: "a spreadsheet"
    case .mail: "an email"
    case .calendar: "a calendar file"
    case .resume: "a résumé"
    case .posting: "a job posting"
    case .transcript: "a transcript"
    }
  }
}

extension ImportFault {
  /// What scripts are told.
  var code: Int32 {
    switch kind {
    case .data: ExitStatus.data
    case .usage, .dates, .whose: ExitStatus.usage
    case .library: ExitStatus.failure
    }
  }
}
