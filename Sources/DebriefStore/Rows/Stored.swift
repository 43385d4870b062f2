import DebriefModel
import Foundation
import GRDB

/// A noun with a table of its own, named like its ``Entity/Kind``.
protocol Stored: Codable, Sendable, FetchableRecord, PersistableRecord {
  /// The columns of its table, which are its properties, as SQL lists them.
  static var list: String { get }
  /// The columns that hold words of the user's: both are kept when two edits meet.
  static var prose: Set<String> { get }
  /// Those that hold words in one line.
  static var lines: Set<String> { get }
  /// Those the program counts up: what two edits added is added up.
  static var counted: Set<String> { get }
  /// Those that only say when or how far: nobody needs to hear that the later one stands.
  static var passing: Set<String> { get }
  /// What becomes of a text that two edits changed; nil where there can be only one of them.
  static func both(_ column: String, base: String, ours: String, theirs: String) -> String?
  /// It, as one of all nouns.
  var entity: Entity { get }
  /// Reads the columns in their order.
  init(_ row: inout RowReader) throws
}

extension Stored {
  /// The columns of its table.
  static var columns: [String] { ColumnNames.of(list) }

  static var lines: Set<String> { [] }
  static var counted: Set<String> { [] }
  static var passing: Set<String> { [] }

  static func both(_ column: String, base: String, ours: String, theirs: String) -> String? {
    guard prose.contains(column) || lines.contains(column) else { return nil }
    return BothTexts.merged(
      base: base, ours: ours, theirs: theirs, inLine: lines.contains(column))
  }
}

/// The names in the lists of columns, split once: they are asked for with every write.
private enum ColumnNames {
  private static let all = Entity.Kind.allCases.map { kind in
    let list = kind.type.list
    let names = list.split(separator: ", ").map {
      $0.first == "\"" ? String($0.dropFirst().dropLast()) : String($0)
    }
    return (list: list, names: names)
  }

  static func of(_ list: String) -> [String] { all.first { $0.list == list }?.names ?? [] }
}

extension Entity.Kind {
  /// The type behind the kind.
  var type: any Stored.Type {
    switch self {
    case .application: Application.self
    case .person: Person.self
    case .interview: Interview.self
    case .event: Event.self
    case .turn: Turn.self
    case .finding: Finding.self
    case .feedback: Feedback.self
    case .debrief: Debrief.self
    case .response: Response.self
    case .improvement: Improvement.self
    case .letter: Letter.self
    case .forecast: Forecast.self
    case .note: Note.self
    case .preparation: Preparation.self
    case .mark: Mark.self
    case .resume: Resume.self
    case .profile: Profile.self
    }
  }
}

extension Entity {
  /// The noun alone, with its table.
  var stored: any Stored {
    switch self {
    case .application(let it): it
    case .person(let it): it
    case .interview(let it): it
    case .event(let it): it
    case .turn(let it): it
    case .finding(let it): it
    case .feedback(let it): it
    case .debrief(let it): it
    case .response(let it): it
    case .improvement(let it): it
    case .letter(let it): it
    case .forecast(let it): it
    case .note(let it): it
    case .preparation(let it): it
    case .mark(let it): it
    case .resume(let it): it
    case .profile(let it): it
    }
  }

  /// The moment that dates it; nil for a person.
  var moment: Moment? {
    switch self {
    case .application(let it): it.created
    case .person: nil
    case .interview(let it): it.recorded
    case .event(let it): it.recorded
    case .turn(let it): it.recorded
    case .finding(let it): it.recorded
    case .feedback(let it): it.recorded
    case .debrief(let it): it.started
    case .response(let it): it.answered
    case .improvement(let it): it.recorded
    case .letter(let it): it.recorded
    case .forecast(let it): it.sealed
    case .note(let it): it.recorded
    case .preparation(let it): it.recorded
    case .mark(let it): it.recorded
    case .resume, .profile: nil
    }
  }
}

// GRDB's own view of the nouns: a column a property, lists and nested values as JSON text.
extension ID: DatabaseValueConvertible {
  /// The characters.
  public var databaseValue: DatabaseValue { text.databaseValue }
  /// Reads the characters.
  public static func fromDatabaseValue(_ value: DatabaseValue) -> ID? {
    String.fromDatabaseValue(value).map { ID($0) }
  }
}
extension Day: DatabaseValueConvertible {
  /// ISO 8601.
  public var databaseValue: DatabaseValue { description.databaseValue }
  /// Reads ISO 8601.
  public static func fromDatabaseValue(_ value: DatabaseValue) -> Day? {
    String.fromDatabaseValue(value).flatMap { Day(iso: $0) }
  }
}
extension Moment: DatabaseValueConvertible {
  /// ISO 8601 with the offset.
  public var databaseValue: DatabaseValue { description.databaseValue }
  /// Reads ISO 8601.
  public static func fromDatabaseValue(_ value: DatabaseValue) -> Moment? {
    String.fromDatabaseValue(value).flatMap { Moment(iso: $0) }
  }
}

extension Application: FetchableRecord, PersistableRecord {}
extension Person: FetchableRecord, PersistableRecord {}
extension Interview: FetchableRecord, PersistableRecord {}
extension Event: FetchableRecord, PersistableRecord {}
extension Turn: FetchableRecord, PersistableRecord {}
extension Finding: FetchableRecord, PersistableRecord {}
extension Feedback: FetchableRecord, PersistableRecord {}
extension Debrief: FetchableRecord, PersistableRecord {}
extension Response: FetchableRecord, PersistableRecord {}
extension Improvement: FetchableRecord, PersistableRecord {}
extension Letter: FetchableRecord, PersistableRecord {}
extension Forecast: FetchableRecord, PersistableRecord {}
extension Note: FetchableRecord, PersistableRecord {}
