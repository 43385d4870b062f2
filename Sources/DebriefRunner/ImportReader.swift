import DebriefImport
import DebriefModel
import DebriefStore

/// Reads what people keep elsewhere, beside what is in the store: the one place where a format meets its reader,
/// for the commands and the screen.
package struct ImportReader {
  /// The clock, the content and the settings.
  package let session: Session
  /// What is on file.
  package let store: Store
  /// The application it belongs to, where somebody said so.
  package let target: Dossier?

  /// Reads for a store; `target` is the application that is meant.
  package init(_ session: Session, _ store: Store, to target: Dossier? = nil) {
    (self.session, self.store, self.target) = (session, store, target)
  }

  private var words: ImportWords { session.library.importWords().words }

  /// What reads mails; what is wrong with the user's own words is given to `told`.
  package func mails(_ told: (String) -> Void = { _ in }) throws -> MailImport {
    let (words, faults) = session.library.importWords()
    let refusals = session.library.refusals()
    for fault in faults + refusals.faults { told(fault.description) }
    return MailImport(
      try store.onFile(), words: words, refusals: RefusalReader(refusals.words),
      profile: try store.profile(), now: session.now, target: target,
      dossier: { [store] in try store.dossier($0) })
  }

  /// What a mail would add, with the invitations in it.
  ///
  /// - Throws: What the store throws, and a sentence where a library for it is missing.
  package func add(_ mail: Mail, _ reader: inout MailImport, to proposal: inout Proposal) throws {
    var remarks: [String] = []
    proposal.entries += try reader.entry(mail) { bytes, dossier in
      let found = try calendars(to: dossier).proposal(bytes, name: "The calendar file in the email")
      remarks += found.remarks
      return found.entries
    }
    proposal.remarks += remarks
  }

  private func calendars(to target: Dossier?) throws -> CalendarImport {
    CalendarImport(
      try store.onFile(), words: words, profile: try store.profile(), now: session.now,
      target: target, load: { [store] in try store.entity($0, $1) },
      dossier: { [store] in try store.dossier($0) })
  }

  /// What a calendar, a résumé, a posting or a transcript would add.
  ///
  /// - Throws: A sentence where the file isn't of this format, is too large, or needs a library that is missing; what the
  ///   store throws.
  package func proposal(_ source: ByteSource, _ format: ImportFormat) throws -> Proposal {
    switch format {
    case .calendar:
      return try calendars(to: target).proposal(
        try source.all(limit: CalendarImport.limit, "a calendar file"), name: source.name)
    case .resume:
      let resumes = try store.resumes(now: session.now, limit: 10_000).compactMap(\.resume)
      return try ResumeImport(
        now: session.now, profile: try store.profile(), resumes: resumes, target: target
      ).proposal(try source.all(limit: ResumeImport.limit, "a résumé"), name: source.name)
    case .posting, .transcript:
      let noun = format == .posting ? "a job posting" : "a transcript"
      guard let target else {
        throw ImportFault(.whose, "Say which application \(noun) belongs to: --to COMPANY.")
      }
      let bytes = try source.all(limit: RunningText.limit, noun)
      if format == .posting {
        return try PostingImport.proposal(
          bytes, name: source.name, to: target, reader: session.library.postings(),
          now: session.now)
      }
      return try TranscriptImport.proposal(
        bytes, name: source.name, to: target, profile: try store.profile(), now: session.now)
    case .json, .csv, .mail:
      throw ImportFault(.usage, "debrief can't read this kind of file.")
    }
  }
}

extension Store {
  /// What an import asks about what is on file.
  ///
  /// - Throws: ``StoreError``, as every call.
  package func onFile() throws -> OnFile {
    let load = { [self] (id: ID) -> Application? in
      if case .application(let it)? = try? entity(.application, id) { it } else { nil }
    }
    return try filled(OnFile(holds: { [self] in (try? holds($0, $1)) ?? false }, load: load))
  }

  /// The same, where it is known already which things of the import are there, and what it fills in of them.
  ///
  /// - Throws: ``StoreError``, as every call.
  package func onFile(holding held: Set<ID>) throws -> OnFile {
    try filled(OnFile { held.contains($1) })
  }

  private func filled(_ file: OnFile) throws -> OnFile {
    var file = file
    try eachGlance { file.add($0) }
    for person in try people() { file.add(person) }
    return file
  }
}
