import DebriefModel

/// Text that somebody copied: its characters, whatever they are encoded in.
public enum RunningText {
  /// A text may have so many bytes.
  public static let limit = 8 << 20

  /// The text of bytes, with what there is to say about how it was read.
  ///
  /// - Throws: ``ImportFault`` for what is no text.
  public static func read(_ bytes: [UInt8], name: String) throws -> (text: String, remark: String?)
  {
    var stream = try TextStream(ByteSource(name: name, bytes))
    var all: [UInt8] = []
    var block: [UInt8] = []
    while try stream.next(&block) { all += block }
    var text = Harmless.text(String(decoding: all, as: UTF8.self)).trimmed
    if HTMLText.isWholePage(text) { text = HTMLText.text(text) }
    guard !text.isEmpty else {
      throw ImportFault(.data, "\(name) is empty, so there's nothing to import.")
    }
    return (text, stream.remark)
  }
}

/// Makes of a job posting the requirements it names, each for itself.
public enum PostingImport {
  /// What a posting would add to an application.
  ///
  /// - Parameter reader: What finds the requirements in it.
  /// - Throws: ``ImportFault`` for what is no text, or is too long.
  public static func proposal(
    _ bytes: [UInt8], name: String, to dossier: Dossier, reader: PostingReader, now: Moment
  ) throws -> Proposal {
    let (text, remark) = try RunningText.read(bytes, name: name)
    guard text.utf8.count <= TextLimit.bytes else {
      throw ImportFault(
        .data, "\(name) is longer than \(TextLimit.words), so it isn't a job posting.")
    }
    var proposal = Proposal(title: "job posting imported")
    proposal.remarks += [remark].compactMap(\.self)
    var next = dossier
    let old = dossier.application.posting ?? ""
    next.application.posting = text
    if old.trimmed.isEmpty {
      proposal.entries.append(
        Proposal.Entry(
          "\(dossier.application.company): the posting itself, \(text.split(whereSeparator: \.isWhitespace).count) words",
          [.update(from: .application(dossier.application), to: .application(next.application))]))
    } else if old != text {
      proposal.remarks.append(
        "the posting you saved stays as it is; only what it asks for is added")
    }
    for it in reader.proposals(next) {
      var ids = IDSource(seed: StableID.seed("requirement", dossier.application.id.text, it.text))
      let years = it.years.map { $0 == 1 ? ", 1 year" : ", \($0) years" } ?? ""
      proposal.entries.append(
        Proposal.Entry(
          "\(dossier.application.company): they ask for \(it.text)\(years)",
          Posting.added(it, to: dossier.application.id, ids: &ids, now: now).operations))
    }
    return proposal
  }
}
