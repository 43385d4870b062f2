/// What a noun is made of, with what is worked out from it once.
public final class Shape<N: Noun>: Sendable {
  /// Its properties, in the order of the columns.
  public let fields: [Field<N>]
  /// The names of its properties, which are its columns.
  public let columns: [String]
  /// Whether each belongs to an application, and lies with it.
  public let liesWithApplication: Bool
  /// Whether it can name people on file.
  public var namesPeople: Bool { !people.isEmpty }

  /// The application one belongs to.
  let owner: @Sendable (N) -> ID?
  /// The moment that dates one.
  let moment: @Sendable (N) -> Moment?
  private let blank: N
  private let reading: @Sendable (inout N) -> Void
  private let reads: [@Sendable (inout N, Cell, Zone?) throws(JSONTree.Unreadable) -> Void]
  private let writes: [@Sendable (N) -> FieldValue]
  private let dates: [@Sendable (N) -> Bool]
  private let people: [@Sendable (N) -> [ID]]
  private let titles: [@Sendable (N) -> String]
  private let bodies: [@Sendable (N) -> String]

  /// Declares a noun.
  ///
  /// - Parameters:
  ///   - blank: One to be filled in.
  ///   - reading: What follows from its properties once a row was read.
  ///   - fields: Its properties, in the order of its columns.
  public init(
    _ blank: N, reading: @escaping @Sendable (inout N) -> Void = { _ in }, _ fields: [Field<N>]
  ) {
    self.blank = blank
    self.reading = reading
    self.fields = fields
    columns = fields.map(\.name)
    liesWithApplication = fields.contains { $0.name == "application" && $0.isRequired }
    owner = fields.compactMap(\.owner).first ?? { @Sendable _ in nil }
    moment = fields.compactMap(\.moment).first ?? { @Sendable _ in nil }
    reads = fields.map(\.read)
    writes = fields.map(\.write)
    dates = fields.filter { [.day, .moment, .parts].contains($0.kind) }.map(\.isStorable)
    people = fields.filter { $0.target == .person && $0.name != "id" }.map(\.ids)
    titles = fields.filter { $0.find == .title }.map(\.found)
    bodies =
      fields.filter { $0.find == .lead }.map(\.found)
      + fields.compactMap { field in
        switch field.find {
        case .no, .title, .lead: nil
        case .body: field.found
        case .longer(let least):
          {
            let words = field.found($0)
            return words.count > least ? words : ""
          }
        }
      }
  }

  /// The property of a name.
  public func field(_ name: String) -> Field<N>? { fields.first { $0.name == name } }

  /// Reads one, column by column.
  ///
  /// - Parameters:
  ///   - zone: By whose clock moments are read; without one, each by its own.
  ///   - cell: Gives the next column.
  /// - Throws: ``JSONTree/Unreadable`` for a column that does not hold what it must.
  public func read(_ zone: Zone?, _ cell: () -> Cell) throws(JSONTree.Unreadable) -> N {
    var noun = blank
    for read in reads { try read(&noun, cell(), zone) }
    reading(&noun)
    return noun
  }

  /// Reads one from what its columns hold.
  ///
  /// - Throws: ``JSONTree/Unreadable``.
  public func read(_ values: [FieldValue]) throws(JSONTree.Unreadable) -> N {
    var noun = blank
    for (read, value) in zip(reads, values) {
      switch value {
      case .none: try read(&noun, .none, nil)
      case .number(let number): try read(&noun, .number(number), nil)
      case .text(let text):
        var bytes = Array(text.utf8)
        bytes.reserveCapacity(1)  // No text is no address either.
        let isRead = bytes.withUnsafeBufferPointer { bytes in
          do throws(JSONTree.Unreadable) {
            try read(&noun, .text(bytes), nil)
            return true
          } catch { return false }
        }
        if !isRead { throw JSONTree.Unreadable() }
      }
    }
    reading(&noun)
    return noun
  }

  /// What its columns hold.
  public func values(_ noun: N) -> [FieldValue] { writes.map { $0(noun) } }

  /// Whether its dates can be written down with four digits for the year.
  public func isStorable(_ noun: N) -> Bool { dates.allSatisfy { $0(noun) } }

  /// The people one names.
  public func people(in noun: N) -> [ID] { people.flatMap { $0(noun) } }

  /// The text that a search should find: a heading and a body. Nil when there is nothing to find.
  public func passage(_ noun: N) -> (title: String, body: String)? {
    if titles.isEmpty, bodies.isEmpty { return nil }
    let title = titles.map { $0(noun) }.joined(separator: "\n")
    let body = bodies.map { $0(noun) }.filter { !$0.isEmpty }.joined(separator: "\n")
    return title.isEmpty && body.isEmpty ? nil : (title, body)
  }

  /// Lays what we changed (`base` to `ours`) over what is there. What both changed is told.
  public func merge(base: N, ours: N, theirs: N) -> (N, [Meeting]) {
    var merged = theirs
    let meetings = fields.compactMap { field in
      field.settle(base, ours, &merged).map { Meeting(N.kind, field: field.name, $0) }
    }
    return (merged, meetings)
  }
}

extension Noun {
  /// It, with all it is made of passed through a rewriting.
  public func rewritten(_ rewriting: Rewriting) -> Self {
    var noun = self
    for field in Self.shape.fields { field.rewrite(&noun, rewriting) }
    return noun
  }
}
