/// The sixth schema: reviews of the cards of the drill, which prepared answer a question met, and
/// predictions that nobody changes any more.
enum SchemaV6 {
  /// A review is small and lies with its application; the index finds those of the whole search by day.
  static let reviews = """
    CREATE TABLE review (
      "id" TEXT NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "card" TEXT NOT NULL,
      "part" INTEGER,
      "day" TEXT NOT NULL,
      "grade" TEXT NOT NULL,
      "ticks" TEXT NOT NULL,
      "recorded" TEXT NOT NULL,
      PRIMARY KEY (application, id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX review_id ON review(id);
    ALTER TABLE turn ADD COLUMN "preparation" TEXT;
    """

  /// A prediction is sealed before the outcome is known. Whatever writes to the file, also another program,
  /// can take it away but not change it.
  static let seal = """
    CREATE TRIGGER forecast_sealed BEFORE UPDATE ON forecast
      WHEN old.chance IS NOT new.chance OR old.sealed IS NOT new.sealed
        OR old.interview IS NOT new.interview OR old.application IS NOT new.application
        OR old.id IS NOT new.id
      BEGIN SELECT RAISE(ABORT, 'a prediction is sealed and never changes'); END;
    """
}
