import DebriefModel

/// Everything of a store as tables, one for each noun: the columns are the noun's own fields, so that a new
/// field is one by itself. What belongs to an application has the company's name as a last column, for a
/// person does not know an application by its id.
public struct CSVTables {
  private var text: CSVText
  private var companies: [ID: String] = [:]

  /// - Parameter isRaw: Whether texts stay as they are, formula or not.
  public init(isRaw: Bool = false) { text = CSVText(isRaw: isRaw) }

  /// How many cells were made harmless.
  public var tamed: Int { text.tamed }

  /// The names of the columns of a noun, as a row.
  public mutating func header(_ kind: Entity.Kind) -> String {
    func names<N: Noun>(_ type: N.Type) -> [String] {
      N.columns + (CSVTables.namesCompany(type) ? ["company"] : [])
    }
    return text.row(names(kind.type).map { .plain($0) })
  }

  /// Keeps in mind what an application is called. They come before what belongs to them.
  public mutating func note(_ entity: Entity) {
    if case .application(let it) = entity { companies[it.id] = it.company }
  }

  /// One thing as a row of its noun's table.
  public mutating func row(_ entity: Entity) -> String {
    note(entity)
    let company = entity.application.flatMap { companies[$0] } ?? ""
    return text.row(entity.visit(Cells(company: company)))
  }

  private static func namesCompany<N: Noun>(_ type: N.Type) -> Bool {
    N.kind != .application && N.columns.contains("application")
  }

  private struct Cells: NounVisitor {
    let company: String

    func visit<N: Noun>(_ noun: N) -> [CSVText.Cell] {
      let cells = zip(N.shape.fields, N.shape.values(noun)).map { field, value -> CSVText.Cell in
        switch value {
        case .none: .plain("")
        case .number(let number):
          .plain(field.kind == .flag ? (number == 0 ? "false" : "true") : "\(number)")
        case .text(let text): field.kind.isOurs ? .plain(text) : .text(text)
        }
      }
      return cells + (CSVTables.namesCompany(N.self) ? [.text(company)] : [])
    }
  }
}

extension FieldKind {
  /// Whether only the program decides what such a field holds. An id is brought in from elsewhere as well.
  fileprivate var isOurs: Bool {
    switch self {
    case .day, .moment, .number, .flag, .choice: true
    case .text, .reference, .parts: false
    }
  }
}

extension Entity.Kind {
  /// The noun of a name, in the singular or the plural: `finding`, `findings`.
  public init?(named name: String) {
    let name = name.lowercased()
    guard
      let kind = Entity.Kind.allCases.first(where: { $0.rawValue == name || $0.tableName == name })
    else { return nil }
    self = kind
  }

  /// Its name in the plural.
  public var tableName: String {
    switch self {
    case .person: "people"
    case .feedback: "feedback"
    default: rawValue + "s"
    }
  }
}
