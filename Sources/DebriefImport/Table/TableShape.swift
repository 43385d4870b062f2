import DebriefModel

/// What a table looks like: what separates its cells, where its headings stand, and what each column is.
public struct TableShape: Sendable {
  /// The headings, as they are written.
  public private(set) var headings: [String] = []
  /// What each column is; nil for one that goes into the notes.
  public private(set) var columns: [ImportColumn?] = []
  /// The line of the headings.
  public private(set) var line = 0
  let delimiter: UInt8

  /// Rows that are looked at for the headings: a title and a remark may stand above them.
  private static let reach = 30
  private static let delimiters: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: ";"), 0x09, UInt8(ascii: "|"),
  ]

  /// By what the same table is known the next time.
  public var key: String { TableShape.key(headings) }

  /// By what a table with these headings is known the next time.
  static func key(_ headings: [String]) -> String {
    StableID.of(["headings"] + headings.map(ImportWords.plain)).text
  }

  /// The columns that go into the notes.
  public var kept: [String] {
    headings.indices.filter { columns[$0] == nil && !headings[$0].isEmpty }.map { headings[$0] }
  }

  /// `Employer → company, Position → role`.
  public var mapping: String {
    headings.indices.compactMap { at in
      columns[at].map { "\(Harmless.line(headings[at])) → \($0.label)" }
    }.joined(separator: ", ")
  }

  /// Finds it at the beginning of a text.
  ///
  /// - Parameters:
  ///   - map: What the person says that columns are, by their headings.
  /// - Throws: ``ImportFault`` where there are no headings that are known, or a heading that `map` names is
  ///   missing; whatever reading throws.
  init(
    _ text: TextStream, name: String, words: ImportWords, map: [(ImportColumn, String)] = []
  ) throws {
    let known = TableShape.index(words)
    var best: (score: (Int, Int, Int), delimiter: UInt8, row: CSVReader.Row)?
    var broken: (any Error)?
    var first: CSVReader.Row?
    for delimiter in TableShape.delimiters {
      var copy = text
      try copy.rewind()
      var reader = CSVReader(copy, delimiter: delimiter, name: name)
      do {
        var widths: [Int: Int] = [:]
        var top: (count: Int, row: CSVReader.Row)?
        for _ in 0..<TableShape.reach {
          guard let row = try reader.next() else { break }
          if first == nil, !row.isBlank { first = row }
          widths[row.cells.count, default: 0] += 1
          let count = TableShape.recognized(row.cells, known, map)
          if count > top?.count ?? 0 { top = (count, row) }
        }
        guard let top else { continue }
        let width = top.row.cells.count
        let score = (top.count, width > 1 ? widths[width] ?? 0 : 0, width)
        if best.map({ score > $0.score }) ?? true { best = (score, delimiter, top.row) }
      } catch let fault as ImportFault {
        broken = broken ?? fault
      }
    }
    guard let best else {
      if let broken { throw broken }
      throw TableShape.unknown(first, name, map)
    }
    delimiter = best.delimiter
    line = best.row.line
    headings = best.row.cells.map { Harmless.line($0) }
    try assign(known, map, name)
  }

  private mutating func assign(
    _ known: [String: (ImportColumn, Int)], _ map: [(ImportColumn, String)], _ name: String
  ) throws {
    columns = Array(repeating: nil, count: headings.count)
    var fixed: Set<Int> = []
    for (column, heading) in map {
      let wanted = ImportWords.plain(heading)
      let at =
        headings.firstIndex { $0 == heading }
        ?? headings.firstIndex { !wanted.isEmpty && ImportWords.plain($0) == wanted }
      guard let at else {
        throw ImportFault(
          .usage,
          "There's no column \"\(Harmless.line(heading))\" in \(name). It has: \(TableShape.list(headings))."
        )
      }
      columns[at] = column
      fixed.insert(at)
    }
    let told = Set(map.map(\.0))
    // Of two headings for one thing the plainer one is meant: the one the list has first.
    var taken: [ImportColumn: (at: Int, rank: Int)] = [:]
    for at in headings.indices where !fixed.contains(at) {
      guard let (column, rank) = TableShape.column(headings[at], known), !told.contains(column)
      else {
        continue
      }
      if column.isMany {
        columns[at] = column
      } else if taken[column].map({ rank < $0.rank }) ?? true {
        if let before = taken[column] { columns[before.at] = nil }
        columns[at] = column
        taken[column] = (at, rank)
      }
    }
    for column in [ImportColumn.company, .role, .applied, .status] where !columns.contains(column) {
      guard !told.contains(column) else { continue }
      if let at = headings.indices.first(where: {
        columns[$0] == nil && !fixed.contains($0) && TableShape.isLoosely(headings[$0], column)
      }) {
        columns[at] = column
      }
    }
    guard columns.contains(.company) else {
      throw ImportFault(
        .usage,
        "It isn't clear which column of \(name) is the company. It has: \(TableShape.list(headings)). "
          + "Run it again with --map company=HEADING.")
    }
  }

  /// The headings by their words.
  private static func index(_ words: ImportWords) -> [String: (ImportColumn, Int)] {
    var index: [String: (ImportColumn, Int)] = [:]
    for column in ImportColumn.allCases {
      for (rank, word) in (words.columns[column] ?? []).enumerated() {
        let plain = ImportWords.plain(word)
        if index[plain] == nil { index[plain] = (column, rank) }
      }
    }
    return index
  }

  /// What a heading means: as it is, or without what stands in brackets.
  private static func column(
    _ heading: String, _ known: [String: (ImportColumn, Int)]
  ) -> (ImportColumn, Int)? {
    if heading.utf8.count > 200 { return nil }
    if let found = known[ImportWords.plain(heading)] { return found }
    var outside = ""
    var depth = 0
    for character in heading {
      if "([{".contains(character) { depth += 1 }
      if depth == 0 { outside.append(character) }
      if ")]}".contains(character) { depth = max(0, depth - 1) }
    }
    return outside == heading ? nil : known[ImportWords.plain(outside)]
  }

  /// What a heading that nothing else fits may still be: one with the word in it, and nothing beside it
  /// that makes it another thing.
  private static func isLoosely(_ heading: String, _ column: ImportColumn) -> Bool {
    let words = ImportWords.plain(heading).split(separator: " ").map(String.init)
    guard (1...6).contains(words.count) else { return false }
    let signs: [String]
    switch column {
    case .company: signs = ["company", "employer", "organization", "firma", "unternehmen"]
    case .role: signs = ["role", "position", "title", "job", "stelle"]
    case .applied: signs = ["applied", "beworben"]
    default: signs = ["status", "stage"]
    }
    let others: Set<String> = [
      "url", "link", "website", "site", "web", "size", "type", "email", "phone", "industry",
      "location", "city", "address", "rating", "research", "notes", "description", "id", "number",
      "contact", "person", "linkedin", "salary", "level", "interest", "logo", "culture", "about",
      "board", "source", "via", "count", "days", "since", "category", "color", "domain",
    ]
    return words.contains(where: signs.contains) && !words.contains(where: others.contains)
  }

  /// How many columns a row names, were it the headings.
  private static func recognized(
    _ cells: [String], _ known: [String: (ImportColumn, Int)], _ map: [(ImportColumn, String)]
  ) -> Int {
    var found: Set<ImportColumn> = []
    for cell in cells {
      if let (column, _) = column(cell, known) { found.insert(column) }
      if let named = map.first(where: { ImportWords.plain($0.1) == ImportWords.plain(cell) }) {
        found.insert(named.0)
      }
    }
    let hasCompany =
      found.contains(.company) || cells.contains { $0.utf8.count < 60 && isLoosely($0, .company) }
    // One word that is also a heading may stand in any row.
    return hasCompany || found.count > 1 ? found.count + (hasCompany ? 1 : 0) : 0
  }

  private static func unknown(
    _ row: CSVReader.Row?, _ name: String, _ map: [(ImportColumn, String)]
  ) -> ImportFault {
    guard let row else {
      return ImportFault(.data, "\(name) is empty, so there's nothing to import.")
    }
    if let (_, heading) = map.first {
      return ImportFault(
        .usage,
        "There's no column \"\(Harmless.line(heading))\" in \(name). Its first line has: "
          + "\(list(row.cells)).")
    }
    return ImportFault(
      .usage,
      "No headings that debrief knows were found in the first lines of \(name). The first line has: "
        + "\(list(row.cells)). Name the company's column with --map company=HEADING.")
  }

  private static func list(_ cells: [String]) -> String {
    let shown = cells.map(Harmless.line).filter { !$0.isEmpty }.map { String($0.prefix(40)) }
    return shown.prefix(20).joined(separator: ", ")
      + (shown.count > 20 ? " and \(shown.count - 20) more" : "")
  }
}

extension TableShape {
  /// A heading, the first thing that stands below it, and what it is, as far as that is known.
  public struct Guess: Hashable, Sendable {
    /// How it is written.
    public var heading: String
    /// What stands below it first.
    public var example: String
    /// What it is.
    public var column: ImportColumn?
  }

  /// What the headings of a table seem to be, also of one of which none is known: those of its first row,
  /// parted by what parts the most rows into equally many cells.
  ///
  /// - Throws: ``ImportFault`` where there's no row of several cells; whatever reading throws.
  public static func guess(_ source: ByteSource, words: ImportWords) throws -> [Guess] {
    if let shape = try? TableShape(TextStream(source), name: source.name, words: words) {
      let rows = try firstRows(source, shape.delimiter).filter { $0.line > shape.line }
      return shape.headings.indices.map { at in
        Guess(
          heading: shape.headings[at], example: example(at, rows), column: shape.columns[at])
      }
    }
    var best: (score: Int, rows: [CSVReader.Row])?
    for delimiter in delimiters {
      guard let rows = try? firstRows(source, delimiter), let first = rows.first,
        first.cells.count > 1
      else { continue }
      let score =
        rows.filter { $0.cells.count == first.cells.count }.count * 100 + first.cells.count
      if best.map({ score > $0.score }) ?? true { best = (score, rows) }
    }
    guard let best, let first = best.rows.first else {
      throw ImportFault(.data, "\(source.name) has no columns, so it isn't a spreadsheet.")
    }
    let known = index(words)
    return first.cells.enumerated().map { at, cell in
      Guess(
        heading: Harmless.line(cell), example: example(at, Array(best.rows.dropFirst())),
        column: column(cell, known)?.0)
    }
  }

  private static func firstRows(_ source: ByteSource, _ delimiter: UInt8) throws
    -> [CSVReader.Row]
  {
    var reader = CSVReader(
      try TextStream(source), delimiter: delimiter, name: source.name)
    var rows: [CSVReader.Row] = []
    while rows.count < reach, let row = try reader.next() { if !row.isBlank { rows.append(row) } }
    return rows
  }

  private static func example(_ place: Int, _ rows: [CSVReader.Row]) -> String {
    let cells = rows.compactMap { $0.cells.indices.contains(place) ? $0.cells[place] : nil }
    let first = cells.first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    return String(Harmless.line(first).prefix(30))
  }
}
