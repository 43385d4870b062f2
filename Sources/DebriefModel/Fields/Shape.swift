/// What a noun is made of, with what is worked out from it once.
public final class Shape<N: Sendable>: Sendable {
  /// Its properties, in the order of the columns.
  public let fields: [Field<N>]
  /// The names of its properties, which are its columns.
  public let columns: [String]
  /// Whether each belongs to an application, and lies with it.
  public let liesWithApplication: Bool
  /// Whether it can name people on file.
  public var namesPeople: Bool { !people.isEmpty }

  private let blank: N
  private let reading: @Sendable (inout N) -> Void
  private let reads:
    [@Sendable (UnsafeMutableRawPointer, Cell, Zone?) throws(JSONTree.Unreadable) -> Void]
  private let writes: [@Sendable (UnsafeRawPointer) -> FieldValue]
  private let dates: [@Sendable (UnsafeRawPointer) -> Bool]
  private let people: [@Sendable (UnsafeRawPointer) -> [ID]]
  private let titles: [@Sendable (UnsafeRawPointer) -> String]
  private let bodies: [@Sendable (UnsafeRawPointer) -> String]
  private let owner: (@Sendable (UnsafeRawPointer) -> ID?)?
  private let moment: (@Sendable (UnsafeRawPointer) -> Moment?)?

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
    owner = fields.compactMap(\.owner).first
    moment = fields.compactMap(\.moment).first
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

  /// Shows the address of one.
  @inline(__always)
  private func look<T>(_ noun: N, _ body: (UnsafeRawPointer) -> T) -> T {
    withUnsafePointer(to: noun) { body(UnsafeRawPointer($0)) }
  }

  /// Reads one, column by column.
  ///
  /// - Parameters:
  ///   - zone: By whose clock moments are read; without one, each by its own.
  ///   - cell: Gives the next column.
  /// - Throws: ``JSONTree/Unreadable`` for a column that does not hold what it must.
  public func read(_ zone: Zone?, _ cell: () -> Cell) throws(JSONTree.Unreadable) -> N {
    var noun = blank
    try withUnsafeMutablePointer(to: &noun) { place throws(JSONTree.Unreadable) in
      let place = UnsafeMutableRawPointer(place)
      for read in reads { try read(place, cell(), zone) }
    }
    reading(&noun)
    return noun
  }

  /// Reads one from what its columns hold.
  ///
  /// - Throws: ``JSONTree/Unreadable``.
  public func read(_ values: [FieldValue]) throws(JSONTree.Unreadable) -> N {
    // The bytes of all texts, one behind another; some are kept free, for none is no address.
    var bytes: [UInt8] = [0]
    let starts = values.map { value in
      let start = bytes.count
      if case .text(let text) = value { bytes += text.utf8 }
      return start
    }
    let noun = bytes.withUnsafeBufferPointer { bytes -> N? in
      var next = 0
      do throws(JSONTree.Unreadable) {
        return try self.read(nil) { () -> Cell in
          let at = next
          next += 1
          switch values[at] {
          case .none: return .none
          case .number(let number): return .number(number)
          case .text(let text):
            let end = starts[at] + text.utf8.count
            return .text(UnsafeBufferPointer(rebasing: bytes[starts[at]..<end]))
          }
        }
      } catch { return nil }
    }
    guard let noun else { throw JSONTree.Unreadable() }
    return noun
  }

  /// What its columns hold.
  public func values(_ noun: N) -> [FieldValue] {
    look(noun) { place in writes.map { $0(place) } }
  }

  /// Whether its dates can be written down with four digits for the year.
  public func isStorable(_ noun: N) -> Bool {
    look(noun) { place in dates.allSatisfy { $0(place) } }
  }

  /// The application one belongs to.
  func owner(_ noun: N) -> ID? { owner.flatMap { look(noun, $0) } }

  /// The moment that dates one.
  func moment(_ noun: N) -> Moment? { moment.flatMap { look(noun, $0) } }

  /// The people one names.
  public func people(in noun: N) -> [ID] {
    look(noun) { place in people.flatMap { $0(place) } }
  }

  /// The text that a search should find: a heading and a body. Nil when there is nothing to find.
  public func passage(_ noun: N) -> (title: String, body: String)? {
    if titles.isEmpty, bodies.isEmpty { return nil }
    return look(noun) { place in
      let title = titles.first?(place) ?? ""
      var body = ""
      for part in bodies {
        let words = part(place)
        if words.isEmpty { continue }
        if body.isEmpty { body = words } else { body += "\n" + words }
      }
      return title.isEmpty && body.isEmpty ? nil : (title, body)
    }
  }

  /// One with all it is made of passed through a rewriting.
  func rewritten(_ noun: N, _ rewriting: Rewriting) -> N {
    var noun = noun
    withUnsafeMutablePointer(to: &noun) { place in
      for field in fields { field.rewrite(UnsafeMutableRawPointer(place), rewriting) }
    }
    return noun
  }

  /// What became of each of its properties that two edits changed; `theirs` then holds both.
  fileprivate func settled(
    _ base: N, _ ours: N, _ theirs: inout N
  ) -> [(field: String, outcome: Meeting.Outcome)] {
    withUnsafeMutablePointer(to: &theirs) { theirs in
      look(base) { base in
        look(ours) { ours in
          fields.compactMap { field in
            field.settle(base, ours, UnsafeMutableRawPointer(theirs)).map { (field.name, $0) }
          }
        }
      }
    }
  }
}

extension Shape where N: Noun {
  /// Lays what we changed (`base` to `ours`) over what is there. What both changed is told.
  public func merge(base: N, ours: N, theirs: N) -> (N, [Meeting]) {
    var merged = theirs
    let meetings = settled(base, ours, &merged).map {
      Meeting(N.kind, field: $0.field, $0.outcome)
    }
    return (merged, meetings)
  }
}

extension Noun {
  /// It, with all it is made of passed through a rewriting.
  public func rewritten(_ rewriting: Rewriting) -> Self { Self.shape.rewritten(self, rewriting) }
}
