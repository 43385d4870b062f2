/// The eleventh schema: no prediction is put in the place of another one.
enum SchemaV11 {
  /// `REPLACE` takes a row away and puts its own there, which a trigger for changes doesn't see. One that was
  /// taken away may come back, by undo; as long as it's there, nothing else comes under its name.
  static let place = """
    CREATE TRIGGER forecast_placed BEFORE INSERT ON forecast
      WHEN EXISTS (SELECT 1 FROM forecast WHERE id = new.id)
      BEGIN SELECT RAISE(ABORT, 'a prediction is sealed and never changes'); END;
    """
}
