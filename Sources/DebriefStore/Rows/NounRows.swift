import DebriefModel
import Synchronization

/// A value given to a statement.
typealias Binding = FieldValue

extension FieldValue {
  static func id(_ id: ID) -> Binding { .text(id.text) }
  static func id(_ id: ID?) -> Binding { id.map { .text($0.text) } ?? .none }
}

// A noun has a table of its own, named like its kind, with a column a property: its ``Shape`` says which.
// Rows are read by that and not by GRDB's records, which take several times as long, end a text at its
// first NUL, and would be a second list of the same columns.

extension Noun {
  /// The columns of its table, as SQL lists them.
  static var list: String { SQLParts.of(kind).list }

  /// Reads the columns of a row in their order.
  init(_ row: inout RowReader) throws { self = try row.noun() }
}

extension Entity.Kind {
  /// The statement that puts a row into its table, put together once.
  var insertion: String { SQLParts.of(self).insertion }

  /// The columns of its table.
  var columns: [String] { type.columns }

  /// Whether its rows lie in the order of applications.
  var liesWithApplication: Bool { type.liesWithApplication }
}

private struct SQLParts {
  /// Those that were asked for: to put together all of them takes as long as to open the store, and the
  /// first screen needs six of seventeen.
  private static let known = Mutex<[(kind: Entity.Kind, parts: SQLParts)]>([])

  static func of(_ kind: Entity.Kind) -> SQLParts {
    known.withLock { known in
      // A list: with a dictionary the runtime would look for how a kind is hashed.
      if let it = known.first(where: { $0.kind == kind }) { return it.parts }
      let it = SQLParts(kind)
      known.append((kind, it))
      return it
    }
  }

  let list: String
  let insertion: String

  /// In brackets a name is never taken for a text, as it is in quotes where no column has it.
  private init(_ kind: Entity.Kind) {
    var (list, places) = ("", "")
    for column in kind.columns {
      if !list.isEmpty {
        list += ", "
        places += ", "
      }
      list += "["
      list += column
      list += "]"
      places += "?"
    }
    self.list = list
    insertion = "INSERT INTO \(kind.rawValue) (\(list)) VALUES (\(places))"
  }
}

extension Entity {
  private struct ValuesOf: NounVisitor {
    func visit<N: Noun>(_ noun: N) -> [Binding] { N.shape.values(noun) }
  }
  private struct DateFaultOf: NounVisitor {
    func visit<N: Noun>(_ noun: N) -> Bool { N.shape.isStorable(noun) }
  }

  /// What its columns hold.
  var values: [Binding] { visit(ValuesOf()) }

  /// The column with a text that is longer than a text may be; one that was as long before is let be.
  func overlongColumn(since before: Entity? = nil) -> String? {
    Entity.overlongColumn(kind, values, before?.values)
  }

  static func overlongColumn(
    _ kind: Entity.Kind, _ values: [Binding], _ before: [Binding]? = nil
  ) -> String? {
    for (place, value) in values.enumerated() {
      if case .text(let text) = value, text.utf8.count > TextLimit.bytes, before?[place] != value {
        return kind.columns[place]
      }
    }
    return nil
  }

  /// Why its dates cannot be stored, or nil. Dates are written with four digits for the year.
  var dateFault: String? {
    visit(DateFaultOf()) ? nil : "A date must be between the years 1 and 9999."
  }
}
