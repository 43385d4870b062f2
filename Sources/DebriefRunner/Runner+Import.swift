import DebriefApp
import DebriefImport
import DebriefModel
import DebriefStore
import Disk
import Glibc

extension Runner {
  /// So many things of a table are shown to be ticked.
  private static let mostRows = 2_000

  /// Reads a file for what it would add, or asks what is missing to know that.
  func read(_ wanted: FileWanted) throws {
    let source = try ByteSource(name: wanted.path, file(wanted.path))
    let words = session.library.importWords().words
    let head = try source.head(ImportFormat.reach)
    if let foreign = ForeignFile.found(in: try source.head(ForeignFile.reach)) {
      throw Failure(foreign.sentence(wanted.path), code: ExitStatus.data)
    }
    let format: ImportFormat? =
      switch wanted.text {
      case .posting: .posting
      case .transcript: .transcript
      case .table: .csv
      case nil: ImportFormat.found(in: head) { words }
      }
    guard let format else { return send(.importUnclear(wanted)) }
    let target = try wanted.application.flatMap { try store.dossier($0) }
    let reader = ImportReader(session, store, to: target)
    do {
      switch format {
      case .json:
        throw Failure(
          "That's an export. Bring it in with: debrief import FILE", code: ExitStatus.usage)
      case .csv: if let it = try rows(source, words, wanted) { send(.importRead(it)) }
      case .mail: if let it = try mails(source, reader, wanted) { send(.importRead(it)) }
      default: send(.importRead(try reader.proposal(source, format)))
      }
    } catch let fault as ImportFault where fault.kind == .whose && wanted.application == nil {
      var wanted = wanted
      if format == .transcript { wanted.text = .transcript }
      send(.importWhose(wanted))
    } catch let fault as ImportFault {
      throw Failure(fault.description, code: ExitStatus.data)
    }
  }

  /// So many emails are listed to choose from.
  private static let mostListed = 2_000
  /// So many are taken without a question.
  private static let fewMails = 10

  /// What the emails of a file would add; nil where it's asked which.
  private func mails(_ source: ByteSource, _ reader: ImportReader, _ wanted: FileWanted) throws
    -> Proposal?
  {
    var box = try Mailbox(source)
    var mailImport = try reader.mails()
    var mails: [Mail] = []
    var lines: [String] = []
    var number = 0
    while let bytes = try box.next() {
      number += 1
      if number > Runner.mostListed {
        throw Failure(
          "That's more than 2,000 emails. Choose some with: debrief import FILE --pick",
          code: ExitStatus.data)
      }
      if let chosen = wanted.mails, !chosen.contains(number) { continue }
      do {
        let mail = try Mail(bytes, name: source.name, now: session.now)
        if wanted.mails == nil { lines.append(Runner.line(mail, mailImport)) }
        if mails.count < FileWanted.mostMails { mails.append(mail) }
      } catch {
        guard error.kind == .data, number > 1 else { throw error }
        lines.append("Email \(number) can't be read")
      }
    }
    if number == 0 { throw Failure("\(source.name) has no emails.", code: ExitStatus.data) }
    if wanted.mails == nil, number > Runner.fewMails {
      send(.importAsked(.mails(lines), wanted))
      return nil
    }
    var proposal = Proposal(title: mails.count == 1 ? "email imported" : "emails imported")
    for mail in mails {
      do { try reader.add(mail, &mailImport, to: &proposal) } catch let fault as ImportFault
        where mails.count > 1
      {
        proposal.remarks.append(fault.description)
      }
    }
    return proposal
  }

  /// An email in a line: when, from whom, what about, and what it seems to be.
  private static func line(_ mail: Mail, _ reader: MailImport) -> String {
    let seen = reader.look(mail)
    let from = seen.mail.from.name.isEmpty ? seen.mail.from.address : seen.mail.from.name
    return [
      seen.mail.date?.day.dated ?? "", from, seen.mail.subject,
      seen.isMine ? "from you" : seen.kind.noun,
    ].filter { !$0.isEmpty }.map { String($0.prefix(80)) }.joined(separator: " · ")
  }

  /// What a table would add; nil where something is asked first.
  private func rows(_ source: ByteSource, _ words: ImportWords, _ wanted: FileWanted) throws
    -> Proposal?
  {
    let memory = TableMemory(session.paths)
    var options = TableImport.Options()
    if let columns = wanted.columns {
      options.map = columns.compactMap { it in it.means.map { ($0, it.heading) } }
    }
    let key = try? TableImport.key(source, words: words, map: options.map)
    let before = key.flatMap(memory.options)
    if wanted.columns == nil { options.map = before?.map ?? [] }
    options.dates = wanted.isDayFirst.map { $0 ? .dmy : .mdy } ?? before?.dates
    let table: TableImport
    do {
      table = try TableImport(source, words: words, options: options, now: session.now)
      // What isn't known goes into the notes; that's asked about once.
      if wanted.columns == nil, before == nil, !table.shape.kept.isEmpty {
        return try ask(source, words, wanted)
      }
    } catch let fault as ImportFault where fault.kind == .usage && wanted.columns == nil {
      return try ask(source, words, wanted)
    } catch let fault as ImportFault where fault.kind == .dates && wanted.isDayFirst == nil {
      send(.importAsked(.dates, wanted))
      return nil
    }
    if wanted.columns != nil || wanted.isDayFirst != nil {
      memory.remember(table.shape.key, options)
    }
    guard table.rowCount <= Runner.mostRows else {
      throw Failure(
        "That's \(table.rowCount) rows, too many to check one by one. Use: debrief import FILE",
        code: ExitStatus.data)
    }
    var proposal = Proposal(title: "spreadsheet imported")
    var file = try store.onFile()
    var left: [String] = []
    try table.rows(&file) { row in
      if let fault = row.fault { left.append("line \(row.line) is left out: \(fault)") }
      if !row.entities.isEmpty || !row.fills.isEmpty {
        proposal.entries.append(
          .init(row.sentence, row.entities.map { .insert($0) } + row.fills))
      }
      for it in row.differences {
        guard let change = it.change else {
          left.append("line \(row.line): \(it.sentence)")
          continue
        }
        var entry = Proposal.Entry("Use what the table says. \(it.sentence)", [change])
        entry.replaces = true
        proposal.entries.append(entry)
      }
    }
    proposal.remarks = left + table.remarks
    if !proposal.entries.isEmpty {
      proposal.remarks.append("columns: \(table.shape.mapping)")
      let kept = table.shape.kept
      if !kept.isEmpty {
        proposal.remarks.append("kept in the notes: \(kept.joined(separator: ", "))")
      }
    }
    return proposal
  }

  /// Asks which column of a table is what.
  private func ask(_ source: ByteSource, _ words: ImportWords, _ wanted: FileWanted) throws
    -> Proposal?
  {
    let columns = try TableShape.guess(source, words: words).map {
      FileWanted.Column(heading: $0.heading, example: $0.example, means: $0.column)
    }
    send(.importAsked(.columns(columns), wanted))
    return nil
  }

  /// The bytes of a file; `~` is the home folder.
  private func file(_ path: String) throws(Failure) -> [UInt8] {
    var whole = path
    if path == "~" || path.hasPrefix("~/"), let home = session.environment["HOME"] {
      whole = home + path.dropFirst()
    }
    let file = open(whole, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR
        ? Failure("\(FileWanted.missing) \(path). Check the name.", code: ExitStatus.noInput)
        : Failure(
          "\(path) can't be read: \(String(cString: strerror(errno))).", code: ExitStatus.noInput)
    }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      throw Failure("\(path) isn't a file. Type the name of a file.", code: ExitStatus.noInput)
    }
    guard info.st_size <= Mail.limit else {
      throw Failure(
        "\(path) is larger than 64 MiB. Use: debrief import FILE", code: ExitStatus.data)
    }
    do {
      return try WholeFile(file).bytes(limit: Mail.limit)
    } catch {
      switch error {
      case .tooLong:
        throw Failure(
          "\(path) is larger than 64 MiB. Use: debrief import FILE", code: ExitStatus.data)
      case .unreadable(let number):
        throw Failure(
          "\(path) can't be read: \(String(cString: strerror(number))).", code: ExitStatus.io)
      }
    }
  }

  /// Brings in what was ticked, with a backup before it.
  func bringIn(_ change: Change) throws {
    try store.backUp(.import, at: session.now)
    let (done, met) = try store.applyMeeting(change, at: session.now)
    send(.applied(done, met: met))
    send(.told("Imported. You can undo it all in one step."))
  }
}
