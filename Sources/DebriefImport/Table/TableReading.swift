import DebriefModel

/// Makes of each row of a table what it adds to the store.
struct TableReading {
  private let table: TableImport
  var file: OnFile
  let now: Moment
  /// Cells that were not understood: by column, how many, and the first of them.
  private var strange: [Int: (count: Int, line: Int, text: String, what: String)] = [:]
  /// Rows that say what happened and not when, and the first of them.
  var undated: (count: Int, line: Int) = (0, 0)
  private var statuses: [String: TableStatus?] = [:]
  /// Applications on file as they are with what rows before filled in.
  var filled: [ID: Application] = [:]
  /// Contacts that a row before brought.
  var fresh: Set<ID> = []
  /// Rows of a job that a row before brought, and that say more of it than what happened.
  private var repeated = 0
  /// The line of the row that is read.
  var line = 0

  init(_ table: TableImport, _ file: OnFile) {
    (self.table, self.file, now) = (table, file, table.now)
  }

  /// What there is to say about the rows that were read.
  var remarks: [String] {
    var result: [String] = []
    for (at, it) in strange.sorted(by: { $0.key < $1.key }) {
      let heading = table.shape.headings[at]
      let first = "“\(Harmless.line(it.text).prefix(40))” on line \(it.line)"
      result.append(
        "\(heading): \(it.count == 1 ? "1 cell" : "\(it.count) cells") \(it.what), such as \(first). "
          + "\(it.count == 1 ? "It's" : "They're") kept in the notes.")
    }
    let count = undated.count
    if count > 0 {
      result.append(
        "\(count == 1 ? "1 row says" : "\(count) rows say") what happened but not when, "
          + "\(count == 1 ? "" : "the first ")on line \(undated.line). It's recorded without a date. "
          + "debrief correct adds one.")
    }
    if repeated > 0 {
      result.append(
        "\(repeated == 1 ? "1 row names" : "\(repeated) rows name") a job that a row above names. "
          + "Only what happened is taken from \(repeated == 1 ? "it" : "them"), and the rest is left out."
      )
    }
    return result
  }

  // MARK: - A row

  /// What a row comes to.
  mutating func read(_ row: CSVReader.Row) -> TableImport.Row {
    var result = TableImport.Row(line: row.line)
    if isTotal(row) {
      result.fault = "it only adds up the rows above"
      return result
    }
    let told = tell(row)
    guard told.company.contains(where: { $0.isLetter || $0.isNumber }) else {
      result.fault = "it has no company"
      return result
    }
    let notes = told.notes.joined(separator: "\n")
    guard notes.utf8.count <= TextLimit.bytes else {
      result.fault = "its notes together are longer than \(TextLimit.words)"
      return result
    }
    let applied = told.days[.applied]
    var job: OnFile.Job
    let isNew: Bool
    var others: [Day] = []
    let key = OnFile.key(told.company, told.role)
    if let known = file.job(key, applied: applied) {
      (job, isNew) = (known, false)
    } else {
      let id = StableID.of("application", key, applied?.description ?? "")
      // The row was brought in before, and the application has another name since.
      if file.holds(.application, id) { return result }
      others = applied == nil ? [] : file.applied(key)
      job = OnFile.Job(
        id: id, key: key, company: told.company, role: told.role, isNew: true)
      isNew = true
      result.entities.append(.application(application(id, told, notes)))
    }
    let count = result.entities.count
    let person = contact(told, &result)
    let isContact = result.entities.count > count
    var said: [(day: Day, words: String)] = []
    line = row.line
    if !isNew, !job.isNew { compare(told, notes, job, &result) }
    if !isNew, job.isNew, !told.texts.isEmpty || !notes.isEmpty { repeated += 1 }
    add(told, person, to: &job, &result.entities, &said)
    file.put(job)
    let name = JobName.joined(told.company, told.role)
    var words = said.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element.words)
    if isNew {
      result.sentence = name + (words.isEmpty ? "" : ": " + words.joined(separator: ", "))
      if let other = others.last, let applied {
        result.sentence +=
          ". It's added next to the one you sent \(other.short(today: now.day)), because this one says \(applied.short(today: now.day))"
      }
      return result
    }
    words += fills(result.fills)
    if isContact { words.append("the contact \(told.texts[.contact] ?? "")") }
    result.sentence =
      words.isEmpty
      ? name : "\(name) is already here; this adds: \(words.joined(separator: ", "))"
    return result
  }

  private func application(_ id: ID, _ told: Told, _ notes: String) -> Application {
    Application(id: id, created: now) {
      $0.company = told.company
      $0.role = told.role
      $0.link = told.texts[.link] ?? ""
      $0.channelUsed = told.texts[.source] ?? ""
      $0.payOffered = told.texts[.pay] ?? ""
      $0.payAsked = told.texts[.payAsked] ?? ""
      $0.resume = told.texts[.resume] ?? ""
      $0.industry = told.texts[.industry]
      $0.posting = told.texts[.posting]
      $0.coverText = told.texts[.coverText]
      $0.coverCell = told.texts[.cover] ?? ""
      $0.notes = notes
    }
  }

  // MARK: - Cells

  private mutating func tell(_ row: CSVReader.Row) -> Told {
    var told = Told()
    var reachable: [String] = []
    for (at, raw) in row.cells.enumerated() {
      let cell = raw.trimmed
      if cell.isEmpty { continue }
      let heading = at < table.shape.headings.count ? table.shape.headings[at] : ""
      guard at < table.shape.columns.count, let column = table.shape.columns[at] else {
        told.notes.append(heading.isEmpty ? cell : "\(heading): \(cell)")
        continue
      }
      switch column {
      case .company: told.company = Harmless.line(cell)
      case .role: told.role = Harmless.line(cell)
      case .notes: told.notes.append(Harmless.text(cell))
      case .status:
        if let status = known(cell) {
          for kind in status.means where !told.means.contains(kind) { told.means.append(kind) }
          // What it says beyond that stays, and a day in it is when that was or will be.
          if !status.isWhole || table.saysMore.contains(ImportWords.plain(cell)) {
            told.notes.append("\(heading): \(Harmless.text(cell))")
            if let time = table.dates.end(of: cell, column: at) {
              told.put(time, status.means, now)
            }
          }
        } else {
          strange(at, row.line, cell, "couldn't be read as a status")
          told.notes.append("\(heading): \(cell)")
        }
      case _ where column.isRound:
        for part in cell.split(whereSeparator: { $0 == ";" || $0.isNewline }) {
          if let time = table.dates.read(String(part), column: at, isRound: true) {
            told.rounds.append((TableReading.kind(column), time))
          } else if !TableReading.isNothing(String(part)) {
            // A ticked box says that there was to be one.
            if table.words.answer(String(part)) == true {
              told.ticked.insert(.invited)
            } else {
              strange(at, row.line, cell, "couldn't be read as a date")
            }
            told.notes.append("\(heading): \(String(part).trimmed)")
          }
        }
      case _ where column.isDate:
        if let time = table.dates.read(cell, column: at), time.start.day <= now.day {
          told.days[column] = time.start.day
        } else if table.words.answer(cell) == true, let kind = TableReading.event(column) {
          told.ticked.insert(kind)
        } else if !TableReading.isNothing(cell), table.words.answer(cell) != false {
          let isAhead = table.dates.read(cell, column: at) != nil
          strange(
            at, row.line, cell, isAhead ? "haven't happened yet" : "couldn't be read as a date")
          told.notes.append("\(heading): \(cell)")
        }
      case .contact:
        told.contactHeading = heading
        told.texts[column] = Harmless.line(cell)
      case .email, .phone:
        told.texts[column] = Harmless.line(cell)
        reachable.append("\(heading): \(Harmless.line(cell))")
      case .posting, .coverText: told.texts[column] = Harmless.text(cell)
      case .cover:
        told.texts[column] =
          table.words.answer(cell).map(Application.coverCell(sent:)) ?? Harmless.line(cell)
      default: told.texts[column] = Harmless.line(cell)
      }
    }
    // An address that nobody's name stands beside may be the user's own.
    if told.texts[.contact] == nil { told.notes += reachable }
    return told
  }

  private mutating func strange(_ at: Int, _ line: Int, _ text: String, _ what: String) {
    strange[at] = (
      (strange[at]?.count ?? 0) + 1, strange[at]?.line ?? line, strange[at]?.text ?? text,
      strange[at]?.what ?? what
    )
  }

  /// What a status says happened, looked up once for each way to write one.
  private mutating func known(_ text: String) -> TableStatus? {
    if let before = statuses[text] { return before }
    let found = TableStatus(text, table.statuses)
    if statuses.count < 1_000 { statuses[text] = .some(found) }
    return found
  }

  /// Whether a cell only says that there is nothing.
  private static func isNothing(_ text: String) -> Bool {
    ["", "n a", "na", "none", "null", "nil", "tbd", "tba", "no", "false", "0"].contains(
      ImportWords.plain(text))
  }

  /// Whether a row only adds up those above it: something in it says so, and there's nothing but numbers
  /// besides.
  private func isTotal(_ row: CSVReader.Row) -> Bool {
    var isNamed = false
    for (at, raw) in row.cells.enumerated() {
      let cell = raw.trimmed
      if at < table.shape.columns.count, table.shape.columns[at]?.isDate == true,
        table.dates.read(cell, column: at) != nil
      {
        return false
      }
      guard cell.contains(where: \.isLetter) else { continue }
      let name = ImportWords.plain(String(cell.prefix(60).prefix { $0 != ":" && $0 != "=" }))
      guard table.words.totals.contains(name) else { return false }
      isNamed = true
    }
    return isNamed
  }

  /// What a column of days says happened; nil where it says nothing of its own.
  private static func event(_ column: ImportColumn) -> Event.Kind? {
    switch column {
    case .applied: .applied
    case .refused: .refused
    case .offered: .offered
    case .withdrew: .withdrew
    case .accepted: .accepted
    default: nil
    }
  }

  private static func kind(_ column: ImportColumn) -> Interview.Kind {
    switch column {
    case .screening: .screening
    case .technical: .technical
    case .final: .final
    default: .other
    }
  }

  // MARK: - People

  /// The contact of a row, added where nobody of that name is on file; nil where it names nobody.
  private mutating func contact(_ told: Told, _ result: inout TableImport.Row) -> ID? {
    var name = told.texts[.contact] ?? ""
    var email = told.texts[.email] ?? ""
    let words = name.split(whereSeparator: { " <>(),;|".contains($0) }).map(String.init)
    if let found = words.first(where: { $0.contains("@") }) {
      if email.isEmpty { email = found }
      name = name.replacing(found, with: "").trimming { !$0.isLetter && !$0.isNumber && $0 != "." }
    }
    email = email.trimming { " <>".contains($0) }
    if !email.contains("@") { email = "" }
    if name.isEmpty, told.texts[.contact] != nil { name = email }
    guard name.contains(where: \.isLetter), !TableReading.isNothing(name) else { return nil }
    if let known = file.person(name, at: told.company) {
      compare(known, email: email, phone: told.texts[.phone] ?? "", &result)
      return known.id
    }
    let person = Person(id: StableID.of("person", OnFile.key(name, told.company))) {
      $0.name = name
      $0.part = TableReading.part(told.contactHeading)
      $0.company = told.company
      $0.email = email
      $0.phone = told.texts[.phone] ?? ""
    }
    if !file.holds(.person, person.id) { result.entities.append(.person(person)) }
    file.add(person)
    fresh.insert(person.id)
    return person.id
  }

  private static func part(_ heading: String) -> Person.Part {
    let plain = ImportWords.plain(heading)
    if plain.contains("manager") { return .manager }
    if plain.contains("recruiter") { return .recruiter }
    return plain.hasPrefix("hr") ? .hr : .other
  }
}
