import DebriefModel

/// A table that somebody kept of their applications, as what it would add. It is read row by row, as often as
/// needed: once to see how its dates are written, once to say what would be added, once to add it.
public final class TableImport {
  /// What the command says about the table.
  public struct Options {
    /// What columns are, by their headings.
    public var map: [(ImportColumn, String)]
    /// The order in dates of figures.
    public var dates: DateOrder?

    /// Makes one.
    public init(map: [(ImportColumn, String)] = [], dates: DateOrder? = nil) {
      (self.map, self.dates) = (map, dates)
    }
  }

  /// What one row comes to.
  public struct Row {
    /// The line it begins at.
    public var line: Int
    /// What it is in a sentence.
    public var sentence = ""
    /// Why it is left out; nil when it is not.
    public var fault: String?
    /// What it adds; nothing when all of it is there already.
    public var entities: [Entity] = []
    /// What it fills in of what is there already.
    public var fills: [Change.Operation] = []
    /// What it says otherwise than what is there, which stays unless somebody wants it.
    public var differences: [Difference] = []
  }

  /// Something that a row says otherwise than what is on file.
  public struct Difference {
    /// It in a sentence.
    public var sentence: String
    /// What takes the table's; nil where that is to be done by hand.
    public var change: Change.Operation?
  }

  /// So many rows are read.
  public static let mostRows = 1_000_000

  /// What the table looks like.
  public let shape: TableShape
  /// How many rows it has.
  public private(set) var rowCount = 0
  /// What there is to say about how it is read.
  public private(set) var remarks: [String] = []
  let words: ImportWords
  let statuses: [String: [Event.Kind]]
  /// Those that say more than what happened.
  let saysMore: Set<String>
  let now: Moment
  private(set) var dates: TableDates
  private let source: ByteSource
  private let text: TextStream

  /// Looks at the whole table once.
  ///
  /// - Throws: ``ImportFault`` for what is no table, or where it has to be said what is meant.
  public init(
    _ source: ByteSource, words: ImportWords, options: Options = Options(), now: Moment
  ) throws {
    self.source = source
    self.words = words
    self.now = now
    text = try TextStream(source)
    shape = try TableShape(text, name: source.name, words: words, map: options.map)
    dates = TableDates(now: now, told: options.dates)
    var statuses: [String: [Event.Kind]] = [:]
    var saysMore: Set<String> = []
    for status in words.statuses {
      for word in status.words {
        let plain = ImportWords.plain(word)
        if statuses[plain] == nil, status.saysMore { saysMore.insert(plain) }
        if statuses[plain] == nil { statuses[plain] = status.means }
      }
    }
    self.statuses = statuses
    self.saysMore = saysMore
    if let remark = text.remark { remarks.append(remark) }
    let dated = shape.columns.indices.filter { shape.columns[$0]?.isDate == true }
    try each { row in
      rowCount += 1
      if rowCount > TableImport.mostRows {
        throw ImportFault(
          .data, "\(source.name) has more than 1,000,000 rows. Split it into smaller files.")
      }
      for at in dated where at < row.cells.count {
        let isPast = shape.columns[at]?.isRound == false
        dates.look(at: row.cells[at].trimmed, column: at, isPast: isPast)
      }
    }
    try dates.decide()
    remarks += dates.doubts(shape.headings)
  }

  /// By what the same table is known the next time.
  ///
  /// - Throws: ``ImportFault`` where it reads like no table; whatever reading throws.
  public static func key(
    _ source: ByteSource, words: ImportWords, map: [(ImportColumn, String)] = []
  ) throws -> String {
    if let shape = try? TableShape(TextStream(source), name: source.name, words: words, map: map) {
      return shape.key
    }
    return TableShape.key(try TableShape.guess(source, words: words).map(\.heading))
  }

  /// Whether a text looks like a table that ``init(_:words:options:now:)`` would read: it has headings that
  /// are known.
  static func isTable(_ source: ByteSource, words: ImportWords) -> Bool {
    guard let text = try? TextStream(source),
      let shape = try? TableShape(text, name: source.name, words: words)
    else { return false }
    return shape.columns.compactMap(\.self).count > 1
  }

  /// Shows what each row comes to, beside what is on file and what rows before it brought.
  ///
  /// - Parameter file: What is on file; it is told what each row adds.
  /// - Throws: Whatever reading throws, or `body`.
  public func rows(_ file: inout OnFile, _ body: (Row) throws -> Void) throws {
    var reading = TableReading(self, file)
    try each { row in try body(reading.read(row)) }
    remarks += reading.remarks
    file = reading.file
  }

  /// Shows the rows below the headings.
  private func each(_ body: (CSVReader.Row) throws -> Void) throws {
    var copy = text
    try copy.rewind()
    var reader = CSVReader(copy, delimiter: shape.delimiter, name: source.name)
    while let row = try reader.next() {
      // Below the headings of a table in Markdown there is a line of dashes.
      if row.line <= shape.line || row.isBlank || row.isRule { continue }
      try body(row)
    }
  }
}
