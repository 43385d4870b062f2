import DebriefModel
import GRDB

/// What a restore would change.
public struct RestorePreview: Equatable, Sendable {
  /// How many there are of a noun.
  public struct Counts: Equatable, Sendable {
    /// In the store now.
    public var here = 0
    /// In the backup.
    public var there = 0
    /// Only in the store: these would go.
    public var onlyHere = 0
    /// Only in the backup: these would come back.
    public var onlyThere = 0
    /// In both, and not the same.
    public var differ = 0

    /// None at all.
    public init() {}
  }

  /// By noun; a noun of which there is nothing on either side is left out.
  public var counts: [Entity.Kind: Counts] = [:]
  /// Private notes.
  public var privateNotes = Counts()
  /// The applications that are only in the store.
  public var leaving: [String] = []
  /// The time of the last change in the store.
  public var newestHere: Moment?
  /// The time of the last change in the backup.
  public var newestThere: Moment?
  /// Whether what is in the store could be read; else nothing is known of it.
  public var isComplete = true

  /// Whether both hold the same.
  public var changesNothing: Bool {
    isComplete
      && (Array(counts.values) + [privateNotes]).allSatisfy {
        $0.onlyHere + $0.onlyThere + $0.differ == 0
      }
  }

  init() {}

  /// Compares two files, each as it is. Both may be of an earlier schema: what they have in common is
  /// compared.
  init(here: String, there: String) throws {
    do {
      var configuration = Configuration()
      configuration.prepareDatabase { try PlainLetters.register($0) }
      let queue = try Connection.open(there, configuration)
      defer { try? queue.close() }
      var found = RestorePreview()
      try queue.inDatabase { db in
        found.newestThere = try db.newest("main")
        try db.run("ATTACH ? AS here", .text(here))
        defer { try? db.script("DETACH here") }
        try found.compare(db)
      }
      self = found
    } catch is DatabaseError {
      // The copy passed its check: it is the store that cannot be read.
      isComplete = false
    } catch is Unreadable { isComplete = false }
  }

  private mutating func compare(_ db: Database) throws {
    newestHere = try db.newest("here")
    for kind in Entity.Kind.allCases {
      let it = try db.counts(kind.rawValue, key: "id")
      if it != Counts() { counts[kind] = it }
    }
    privateNotes = try db.counts("private_note", key: "application")
    leaving = try db.all(
      """
      SELECT company || ' · ' || role FROM here.application
      WHERE id NOT IN (SELECT id FROM main.application) ORDER BY created, id
      """
    ) { try $0.text() }
  }
}

extension Database {
  fileprivate func newest(_ file: String) throws -> Moment? {
    try first("SELECT at FROM \(file).journal ORDER BY seq DESC LIMIT 1") { try $0.moment() }
  }

  private func columns(_ table: String, in file: String) throws -> [String] {
    try all("SELECT name FROM pragma_table_info(?, ?)", .text(table), .text(file)) {
      try $0.text()
    }
  }

  fileprivate func counts(_ table: String, key: String) throws -> RestorePreview.Counts {
    let here = try columns(table, in: "here")
    let there = Set(try columns(table, in: "main"))
    func count(_ sql: String) throws -> Int { try first(sql) { try $0.number() } ?? 0 }
    var it = RestorePreview.Counts()
    if !here.isEmpty { it.here = try count("SELECT count(*) FROM here.\"\(table)\"") }
    if !there.isEmpty { it.there = try count("SELECT count(*) FROM main.\"\(table)\"") }
    guard !here.isEmpty, !there.isEmpty else {
      (it.onlyHere, it.onlyThere) = (it.here, it.there)
      return it
    }
    let both = here.filter(there.contains).map { "\"\($0)\"" }.joined(separator: ", ")
    it.onlyHere = try count(
      "SELECT count(*) FROM here.\"\(table)\" WHERE \(key) NOT IN (SELECT \(key) FROM main.\"\(table)\")"
    )
    it.onlyThere = it.there - (it.here - it.onlyHere)
    let same = try count(
      """
      SELECT count(*) FROM (SELECT \(both) FROM here."\(table)"
        INTERSECT SELECT \(both) FROM main."\(table)")
      """)
    it.differ = it.here - it.onlyHere - same
    return it
  }
}
