/// The name of one thing among those of all kinds, also of kinds that are not known here.
public struct ThingName: Hashable, Sendable, Comparable {
  /// Its kind, as an export names it.
  public var kind: String
  /// Its id.
  public var id: String

  /// Names a thing.
  public init(_ kind: String, _ id: String) { (self.kind, self.id) = (kind, id) }
  /// Names a thing.
  public init(_ entity: Entity) { self.init(entity.kind.rawValue, entity.id.text) }

  /// Its kind, where it is known here.
  public var known: Entity.Kind? { Entity.Kind(rawValue: kind) }

  /// The order of a document: by kind, then by id.
  public static func < (a: ThingName, b: ThingName) -> Bool { (a.kind, a.id) < (b.kind, b.id) }
}

/// All things of a store, of a folder or of one of its files, each as the JSON of an export; and what was
/// deleted, so that it isn't taken for something that has not arrived yet.
public struct Stock: Equatable, Sendable {
  /// What is known of something that was deleted.
  public struct Gone: Equatable, Sendable {
    /// The day it was deleted, as `2026-03-20`.
    public var day: String
    /// The application it belonged to; nil for what belongs to none.
    public var owner: String?

    /// Notes that something was deleted.
    public init(day: String, owner: String?) { (self.day, self.owner) = (day, owner) }

    /// The earlier of two notes, the same whoever asks.
    static func earlier(_ a: Gone?, _ b: Gone?) -> Gone? {
      guard let a, let b else { return a ?? b }
      return (a.day, a.owner ?? "") <= (b.day, b.owner ?? "") ? a : b
    }
  }

  /// The things.
  public var rows: [ThingName: JSONTree]
  /// What was deleted.
  public var gone: [ThingName: Gone]

  /// Makes one.
  public init(rows: [ThingName: JSONTree] = [:], gone: [ThingName: Gone] = [:]) {
    (self.rows, self.gone) = (rows, gone)
  }

  /// Adds a thing of a store.
  ///
  /// - Throws: What has no form in JSON.
  public mutating func add(_ entity: Entity) throws {
    rows[ThingName(entity)] = try JSONTree(entity.noun).inOrder
  }

  /// Adds what another part of the same folder holds. A thing that is in both was moved by one computer and
  /// changed by another: it is what both made of it.
  public mutating func join(_ other: Stock) {
    // Only what is joined is gone through: a folder has thousands of parts.
    let both = Set(other.rows.keys.filter { rows[$0] != nil })
    for (name, row) in other.rows where !both.contains(name) { rows[name] = row }
    if !both.isEmpty {
      func part(_ rows: [ThingName: JSONTree]) -> Stock {
        var part = Stock()
        for name in both { part.rows[name] = rows[name] }
        return part
      }
      let merge = ThreeWay(base: [:], ours: part(rows), theirs: part(other.rows))
      for (name, row) in merge.stock.rows { rows[name] = row }
    }
    for (name, note) in other.gone where rows[name] == nil {
      gone[name] = Gone.earlier(gone[name], note)
    }
    for name in other.rows.keys { gone[name] = nil }
  }

  /// The application a thing belongs to, by its row; its own id for an application.
  public static func owner(_ name: ThingName, _ row: JSONTree?) -> String? {
    if name.known == .application { return name.id }
    guard case .text(let id)? = row?["application"] else { return nil }
    return id
  }

  /// What a person calls the application or the person that a thing belongs to; nil where there is no
  /// name for it.
  public func title(of name: ThingName) -> String? {
    let key = Stock.owner(name, rows[name]).map { ThingName(Entity.Kind.application.rawValue, $0) }
    let row = key.flatMap { rows[$0] } ?? rows[name]
    for field in ["company", "name"] {
      if case .text(let text)? = row?[field], !text.isEmpty { return text }
    }
    return nil
  }
}

extension JSONTree {
  /// The same with the names of all objects in order and without fields that are null, so that equal values
  /// are equal whoever wrote them.
  public var inOrder: JSONTree {
    switch self {
    case .null, .bool, .number, .text: self
    case .list(let values): .list(values.map(\.inOrder))
    case .object(let fields):
      .object(
        fields.filter { $0.value != .null }.map { Field($0.name, $0.value.inOrder) }
          .sorted { $0.name < $1.name })
    }
  }

  /// The fields of an object by their names; none for anything else.
  public var fieldsByName: [String: JSONTree] {
    guard case .object(let fields) = self else { return [:] }
    return Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same object with a field set, or taken out by nil.
  public func with(_ name: String, _ value: JSONTree?) -> JSONTree {
    var fields = fieldsByName
    fields[name] = value
    return JSONTree(fields: fields)
  }

  /// An object of these fields, in order.
  public init(fields: [String: JSONTree]) {
    self = .object(fields.sorted { $0.key < $1.key }.map { Field($0.key, $0.value) })
  }
}
