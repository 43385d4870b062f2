/// The second schema: a change of very many things is kept in the journal in parts.
enum SchemaV2 {
  /// What an import brought is in its tables; the journal only has to know it again. So a part holds
  /// the ids of what was added, each with a fingerprint of how it was (`traces`), for as long as the
  /// change stands, and the things themselves (`rows`) only while it is undone. What was overwritten
  /// is kept as it was and as it became (`changes`). A part goes with its entry.
  static let journalParts = """
    CREATE TABLE journal_part (
      seq INTEGER NOT NULL,
      part INTEGER NOT NULL,
      form TEXT NOT NULL,
      kind TEXT NOT NULL,
      body TEXT NOT NULL,
      PRIMARY KEY (seq, part)
    ) STRICT;
    CREATE TRIGGER journal_less AFTER DELETE ON journal
      BEGIN DELETE FROM journal_part WHERE seq = old.seq; END;
    """
}
