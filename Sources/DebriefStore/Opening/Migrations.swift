import GRDB

/// One step from a schema to the next.
struct Migration: Sendable {
  /// The schema it leads to (`PRAGMA user_version`).
  var version: Int
  /// Whether what the list shows is to be worked out anew once all steps are taken: a rule has
  /// changed, or how it is kept.
  var remakesLedgers = false
  /// What it does. It runs inside the one transaction of all steps that are due.
  var run: @Sendable (Database) throws -> Void

  /// Every step, in order.
  static let all: [Migration] = [
    Migration(version: 1) { db in
      try db.execute(sql: "PRAGMA application_id = \(Location.applicationID)")
      try db.execute(sql: SchemaV1.nouns)
      try db.execute(sql: SchemaV1.indexes)
      try db.execute(sql: SchemaV1.keeping)
      try db.execute(sql: SchemaV1.search)
    },
    Migration(version: 2) { db in try db.execute(sql: SchemaV2.journalParts) },
    Migration(version: 3) { db in try db.execute(sql: SchemaV3.drafts) },
    // What a fact said before it was corrected; and what is booked is not what was held.
    Migration(version: 4, remakesLedgers: true) { db in
      try db.execute(sql: "ALTER TABLE event ADD COLUMN \"earlier\" TEXT")
    },
    // What only the sample had, or nothing had: whether a job was picked, its posting, who told the dress.
    Migration(version: 5) { db in
      try db.execute(sql: "ALTER TABLE application ADD COLUMN \"picked\" INTEGER")
      try db.execute(sql: "ALTER TABLE application ADD COLUMN \"posting\" TEXT")
      try db.execute(sql: "ALTER TABLE interview ADD COLUMN \"dressFrom\" TEXT")
    },
    // What the loop over months needs: reviews, which prepared answer was asked for, sealed predictions.
    Migration(version: 6) { db in
      try db.execute(sql: SchemaV6.reviews)
      try db.execute(sql: SchemaV6.seal)
    },
    // No table changes: the history may hold a change of a long text as such, which a program of before would
    // take back as an empty one.
    Migration(version: 7) { _ in },
    // Which cover letter went along with an application.
    Migration(version: 8) { db in
      try db.execute(sql: "ALTER TABLE application ADD COLUMN \"coverSent\" INTEGER")
      try db.execute(sql: "ALTER TABLE application ADD COLUMN \"cover\" TEXT")
      try db.execute(sql: "ALTER TABLE application ADD COLUMN \"coverText\" TEXT")
      try db.execute(
        sql: "CREATE INDEX application_cover ON application(\"cover\") WHERE \"cover\" <> ''")
    },
    // What a spreadsheet tells without a day has none: no other day stands in for it.
    Migration(version: 9) { db in
      try db.execute(sql: "ALTER TABLE event ADD COLUMN \"undated\" INTEGER")
    },
    // How the interview felt that day, sealed along with the prediction.
    Migration(version: 10) { db in try db.execute(sql: SchemaV10.felt) },
    // A prediction is never replaced either.
    Migration(version: 11) { db in try db.execute(sql: SchemaV11.place) },
  ]
}

extension Database {
  /// The schema of the file, 0 when it is empty.
  var schema: Int {
    get throws { try first("PRAGMA user_version") { try $0.number() } ?? 0 }
  }

  /// Takes all steps that are due, or none. Two processes may try at the same time: whoever comes
  /// second finds nothing left to do.
  func migrate(_ steps: [Migration]) throws {
    try inTransaction(.immediate) {
      let found = try schema
      for step in steps where step.version > found {
        try step.run(self)
        try execute(sql: "PRAGMA user_version = \(step.version)")
      }
      // Behind all steps, for it reads whole nouns.
      if steps.contains(where: { $0.version > found && $0.remakesLedgers }) {
        try remakeLedgers()
      }
      return .commit
    }
  }
}
