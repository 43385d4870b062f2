import DebriefApp
import DebriefImport
import DebriefModel
import DebriefStore
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
      case .csv: send(.importRead(try rows(source, words)))
      case .mail: send(.importRead(try mails(source, reader)))
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

  private func mails(_ source: ByteSource, _ reader: ImportReader) throws -> Proposal {
    var box = try Mailbox(source)
    var mails: [Mail] = []
    while let bytes = try box.next() {
      mails.append(try Mail(bytes, name: source.name, zone: session.clock.zone))
      if mails.count > 200 {
        throw Failure(
          "That's more than 200 emails. Choose some with: debrief import FILE --pick",
          code: ExitStatus.data)
      }
    }
    var mailImport = try reader.mails()
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

  private func rows(_ source: ByteSource, _ words: ImportWords) throws -> Proposal {
    let table = try TableImport(source, words: words, now: session.now)
    guard table.rowCount <= Runner.mostRows else {
      throw Failure(
        "That's \(table.rowCount) rows, too many to tick one by one. Use: debrief import FILE",
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
        var entry = Proposal.Entry("Take what the table says. \(it.sentence)", [change])
        entry.replaces = true
        proposal.entries.append(entry)
      }
    }
    let kept = table.shape.kept
    proposal.remarks = left + table.remarks + ["columns: \(table.shape.mapping)"]
    if !kept.isEmpty {
      proposal.remarks.append("kept in the notes: \(kept.joined(separator: ", "))")
    }
    return proposal
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
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while bytes.count <= Mail.limit {
      let count = Glibc.read(file, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw Failure(
          "\(path) can't be read: \(String(cString: strerror(errno))).", code: ExitStatus.io)
      }
      if count == 0 { break }
      bytes += block[..<count]
    }
    return bytes
  }

  /// Brings in what was ticked, with a backup before it.
  func bringIn(_ change: Change) throws {
    try store.backUp(.import, at: session.now)
    let (done, met) = try store.applyMeeting(change, at: session.now)
    send(.applied(done, met: met))
    send(.told("Imported. Undo takes all of it back."))
  }
}
