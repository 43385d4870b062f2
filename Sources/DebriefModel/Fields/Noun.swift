/// A kind of thing that is stored, exported, searched and masked. All of that follows from its ``shape``,
/// so that a new one is its own file, a case in ``Entity`` and a table.
public protocol Noun: Hashable, Sendable, Codable {
  /// Which noun it is: also the name of its table and its key in an export.
  static var kind: Entity.Kind { get }
  /// What it is made of.
  static var shape: Shape<Self> { get }
  /// Where those of an application are in its dossier; nil for those that no screen has a use for, which
  /// are there all the same.
  static var place: WritableKeyPath<Dossier, [Self]>? { get }
  /// The order in which they are shown. Ties are broken by id, so that the same data always gives the
  /// same screen.
  static func inOrder(_ a: Self, _ b: Self) -> Bool
  /// Its name.
  var id: ID { get }
  /// It, as one of all nouns.
  var entity: Entity { get }
}

extension Noun {
  /// Where a dossier has them.
  public static var place: WritableKeyPath<Dossier, [Self]>? { nil }
  /// The order in which they are shown.
  public static func inOrder(_ a: Self, _ b: Self) -> Bool {
    (a.moment?.seconds ?? 0, a.id) < (b.moment?.seconds ?? 0, b.id)
  }

  /// The names of its properties, which are its columns.
  public static var columns: [String] { shape.columns }
  /// Whether each belongs to an application, and lies with it.
  public static var liesWithApplication: Bool { shape.liesWithApplication }
  /// Whether it can name people on file.
  public static var namesPeople: Bool { shape.namesPeople }
  /// The application it belongs to; nil for a person or a note not yet sorted.
  public var owner: ID? { Self.shape.owner(self) }
  /// The moment that dates it; nil for a person.
  public var moment: Moment? { Self.shape.moment(self) }
  /// The text that a search should find: a heading and a body. Nil when there is nothing to find.
  public var passage: (title: String, body: String)? { Self.shape.passage(self) }
}
