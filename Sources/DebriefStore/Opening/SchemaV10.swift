/// The tenth schema: how an interview felt is sealed along with the chance.
enum SchemaV10 {
  /// The seal of before, and the new column under it: whatever writes to the file can take a prediction away but
  /// not change it.
  static let felt = """
    ALTER TABLE forecast ADD COLUMN "felt" INTEGER;
    DROP TRIGGER forecast_sealed;
    CREATE TRIGGER forecast_sealed BEFORE UPDATE ON forecast
      WHEN old.chance IS NOT new.chance OR old.sealed IS NOT new.sealed
        OR old.interview IS NOT new.interview OR old.application IS NOT new.application
        OR old.id IS NOT new.id OR old.felt IS NOT new.felt
      BEGIN SELECT RAISE(ABORT, 'a prediction is sealed and never changes'); END;
    """
}
