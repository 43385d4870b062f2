/// The third schema: what is half typed belongs to the screen it is typed on, so that two screens keep
/// two drafts of one form; and it carries what the typing began from.
enum SchemaV3 {
  /// What the first schema kept is of a screen that is gone: number 0.
  static let drafts = """
    CREATE TABLE draft_of_screen (
      scope TEXT NOT NULL,
      screen INTEGER NOT NULL,
      fields TEXT NOT NULL,
      base TEXT,
      PRIMARY KEY (scope, screen)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO draft_of_screen (scope, screen, fields) SELECT scope, 0, fields FROM draft;
    DROP TABLE draft;
    ALTER TABLE draft_of_screen RENAME TO draft;
    """
}
