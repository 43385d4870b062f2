import DebriefModel

/// What a row says of a job or a contact that is on file already: what is empty there is filled in, and what is
/// different stays as it is, and is named.
extension TableReading {
  private typealias Place = WritableKeyPath<Application, String> & Sendable
  private static let fields: [(ImportColumn, Place, String)] = [
    (.link, \.link, "the link"), (.source, \.channelUsed, "where you found it"),
    (.pay, \.payOffered, "the pay they mentioned"),
    (.payAsked, \.payAsked, "the pay you asked for"),
    (.resume, \.resume, "the résumé version"), (.industry, \.saidIndustry, "the industry"),
    (.posting, \.saidPosting, "the job posting"), (.cover, \.coverCell, "the cover letter version"),
    (.coverText, \.saidCoverText, "the cover letter"), (.notes, \.notes, "the notes"),
  ]

  /// Compares a row with the application it is of.
  mutating func compare(
    _ told: Told, _ notes: String, _ job: OnFile.Job, _ result: inout TableImport.Row
  ) {
    guard let old = filled[job.id] ?? file.load?(job.id) else { return }
    let name = JobName.joined(old.company, old.role)
    var next = old
    for (column, field, _) in TableReading.fields where old[keyPath: field].trimmed.isEmpty {
      next[keyPath: field] = column == .notes ? notes : told.texts[column] ?? ""
    }
    if next != old {
      result.fills.append(.update(from: .application(old), to: .application(next)))
      filled[job.id] = next
    }
    var theirs = next
    var said: [String] = []
    for (column, field, what) in TableReading.fields where column != .notes {
      let mine = next[keyPath: field].trimmed
      guard let new = told.texts[column]?.trimmed, !new.isEmpty, new != mine else { continue }
      // That one was sent is no other version than the one that is named.
      if column == .cover, new == Application.coverCell(sent: true), next.hasCover == true {
        continue
      }
      theirs[keyPath: field] = new
      said.append(TableReading.differs(what, mine, new))
    }
    let known = Set(next.notes.split(whereSeparator: \.isNewline).map(\.trimmed))
    let more = notes.split(whereSeparator: \.isNewline).map(\.trimmed).filter {
      !$0.isEmpty && !known.contains($0)
    }
    if !more.isEmpty {
      // Words are never replaced: theirs come below.
      theirs.notes += "\n" + more.joined(separator: "\n")
      said.append("your notes don't have “\(TableReading.brief(more.joined(separator: " ")))”")
    }
    if !said.isEmpty {
      let isTooLong = theirs.notes.utf8.count > TextLimit.bytes
      result.differences.append(
        .init(
          sentence: "\(name): \(said.joined(separator: "; "))",
          change: isTooLong
            ? nil : .update(from: .application(next), to: .application(theirs))))
    }
    days(told, job, name, &result)
  }

  /// Days that the row has otherwise: which one is right is for the person to say, one by one.
  private func days(
    _ told: Told, _ job: OnFile.Job, _ name: String, _ result: inout TableImport.Row
  ) {
    let kinds: [(ImportColumn, Event.Kind)] = [
      (.offered, .offered), (.refused, .refused), (.withdrew, .withdrew), (.accepted, .accepted),
    ]
    for (column, kind) in kinds {
      guard let day = told.days[column] else { continue }
      let mine = job.days.filter { $0.kind == kind }.map(\.on)
      guard let last = mine.last, !mine.contains(day) else { continue }
      let here = last.map { $0.short(today: now.day) } ?? "without a date"
      result.differences.append(
        .init(
          sentence: "\(name): \(kind.label) \(here) here, and "
            + "\(day.short(today: now.day)) in the table. debrief correct changes it."))
    }
  }

  /// Compares a row with the contact it names.
  mutating func compare(
    _ known: Person, email: String, phone: String, _ result: inout TableImport.Row
  ) {
    guard file.load != nil else { return }
    if fresh.contains(known.id) {
      // Somebody a row above brought isn't on file yet, and is told once.
      if email.lowercased() != known.email.lowercased() || phone != known.phone,
        !email.isEmpty || !phone.isEmpty
      {
        result.differences.append(
          .init(sentence: "\(known.name) is in a row above with a different email or phone number"))
      }
      return
    }
    var next = known
    if next.email.trimmed.isEmpty { next.email = email }
    if next.phone.trimmed.isEmpty { next.phone = phone }
    if next != known {
      result.fills.append(.update(from: .person(known), to: .person(next)))
      file.put(next)
    }
    var theirs = next
    var said: [String] = []
    if !email.isEmpty, email.lowercased() != next.email.trimmed.lowercased() {
      theirs.email = email
      said.append(TableReading.differs("the email", next.email, email))
    }
    if !phone.isEmpty, TableReading.figures(phone) != TableReading.figures(next.phone) {
      theirs.phone = phone
      said.append(TableReading.differs("the phone number", next.phone, phone))
    }
    guard !said.isEmpty else { return }
    result.differences.append(
      .init(
        sentence: "\(known.name): \(said.joined(separator: "; "))",
        change: .update(from: .person(next), to: .person(theirs))))
  }

  /// What is filled in, for a sentence: `the link, the notes`.
  func fills(_ operations: [Change.Operation]) -> [String] {
    operations.flatMap { operation -> [String] in
      switch operation {
      case .update(.application(let old), .application(let next)):
        TableReading.fields.filter { old[keyPath: $0.1] != next[keyPath: $0.1] }.map(\.2)
      case .update(.person(let old), .person(let next)):
        [
          old.email == next.email ? nil : "\(next.name)'s email",
          old.phone == next.phone ? nil : "\(next.name)'s phone number",
        ].compactMap(\.self)
      default: []
      }
    }
  }

  private static func differs(_ what: String, _ mine: String, _ theirs: String) -> String {
    "\(what) is “\(brief(mine))” here, and “\(brief(theirs))” in the table"
  }

  private static func brief(_ text: String) -> String {
    let line = Harmless.line(text)
    return line.count > 60 ? line.prefix(57) + "…" : line
  }

  private static func figures(_ text: String) -> String {
    let figures = text.filter(\.isNumber)
    return figures.isEmpty ? text.trimmed : figures
  }
}

extension Application {
  /// The line of business; empty where none is named.
  fileprivate var saidIndustry: String {
    get { industry ?? "" }
    set { industry = newValue.isEmpty ? nil : newValue }
  }
  /// The job posting; empty where there is none.
  fileprivate var saidPosting: String {
    get { posting ?? "" }
    set { posting = newValue.isEmpty ? nil : newValue }
  }
  /// The cover letter itself; empty where it isn't on file.
  fileprivate var saidCoverText: String {
    get { coverText ?? "" }
    set { coverText = newValue.isEmpty ? nil : newValue }
  }
}
