/// The first schema, as it was shipped: never edited, later schemas are steps of their own.
enum SchemaV1 {
  /// A table a noun, named like it, with a column a property. Dates are ISO 8601 texts, lists and
  /// nested values JSON. What belongs to an application cannot be left behind without it: checked
  /// at the end of a transaction, so that the order of operations does not matter.
  static let nouns = """
    CREATE TABLE application (
      "id" TEXT PRIMARY KEY NOT NULL,
      "created" TEXT NOT NULL,
      "company" TEXT NOT NULL,
      "role" TEXT NOT NULL,
      "channelAsked" TEXT NOT NULL,
      "channelUsed" TEXT NOT NULL,
      "link" TEXT NOT NULL,
      "payAsked" TEXT NOT NULL,
      "payOffered" TEXT NOT NULL,
      "resume" TEXT NOT NULL,
      "finalists" INTEGER,
      "notes" TEXT NOT NULL
    ) STRICT;
    CREATE TABLE person (
      "id" TEXT PRIMARY KEY NOT NULL,
      "name" TEXT NOT NULL,
      "part" TEXT NOT NULL,
      "company" TEXT NOT NULL,
      "email" TEXT NOT NULL,
      "phone" TEXT NOT NULL,
      "notes" TEXT NOT NULL
    ) STRICT;
    CREATE TABLE interview (
      "id" TEXT PRIMARY KEY NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "recorded" TEXT NOT NULL,
      "round" INTEGER NOT NULL,
      "kind" TEXT NOT NULL,
      "format" TEXT NOT NULL,
      "start" TEXT,
      "minutes" INTEGER,
      "people" TEXT NOT NULL,
      "dressExpected" TEXT NOT NULL,
      "dressWorn" TEXT NOT NULL,
      "notes" TEXT NOT NULL
    ) STRICT;
    CREATE TABLE event (
      "id" TEXT PRIMARY KEY NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "kind" TEXT NOT NULL,
      "on" TEXT NOT NULL,
      "recorded" TEXT NOT NULL,
      "due" TEXT,
      "interview" TEXT,
      "person" TEXT,
      "words" TEXT NOT NULL
    ) STRICT;
    CREATE TABLE turn (
      "id" TEXT PRIMARY KEY NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "recorded" TEXT NOT NULL,
      "interview" TEXT,
      "position" INTEGER NOT NULL,
      "asker" TEXT NOT NULL,
      "person" TEXT,
      "question" TEXT NOT NULL,
      "answer" TEXT NOT NULL,
      "reaction" TEXT,
      "rating" INTEGER,
      "delivery" TEXT,
      "parts" TEXT NOT NULL,
      "prepared" TEXT NOT NULL,
      "better" TEXT NOT NULL,
      "mark" TEXT NOT NULL
    ) STRICT;
    CREATE TABLE finding (
      "id" TEXT PRIMARY KEY NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "kind" TEXT NOT NULL,
      "recorded" TEXT NOT NULL,
      "statement" TEXT NOT NULL,
      "phase" TEXT NOT NULL,
      "area" TEXT,
      "reason" TEXT NOT NULL,
      "weight" INTEGER NOT NULL,
      "tier" INTEGER NOT NULL,
      "evidence" TEXT,
      "control" TEXT
    ) STRICT;
    CREATE TABLE feedback (
      "id" TEXT PRIMARY KEY NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "recorded" TEXT NOT NULL,
      "from" TEXT NOT NULL,
      "person" TEXT,
      "channel" TEXT NOT NULL,
      "asked" TEXT,
      "due" TEXT,
      "received" TEXT,
      "verbatim" TEXT NOT NULL,
      "qualification" TEXT NOT NULL,
      "aspect" TEXT NOT NULL,
      "fit" TEXT NOT NULL,
      "comparison" TEXT NOT NULL,
      "three" TEXT NOT NULL,
      "candour" TEXT,
      "closed" INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE debrief (
      "id" TEXT PRIMARY KEY NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "branch" TEXT NOT NULL,
      "started" TEXT NOT NULL,
      "resting" INTEGER NOT NULL,
      "done" INTEGER NOT NULL,
      "total" INTEGER NOT NULL,
      "lesson" TEXT NOT NULL,
      "closed" TEXT
    ) STRICT;
    CREATE TABLE response (
      "id" TEXT PRIMARY KEY NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "debrief" TEXT NOT NULL,
      "item" TEXT NOT NULL,
      "answered" TEXT NOT NULL,
      "value" TEXT NOT NULL,
      "skipped" TEXT NOT NULL
    ) STRICT;
    CREATE TABLE improvement (
      "id" TEXT PRIMARY KEY NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "recorded" TEXT NOT NULL,
      "debrief" TEXT,
      "area" TEXT NOT NULL,
      "what" TEXT NOT NULL,
      "place" TEXT NOT NULL,
      "proof" TEXT NOT NULL,
      "effort" TEXT NOT NULL,
      "state" TEXT NOT NULL,
      "testedBy" TEXT,
      "outcome" TEXT NOT NULL
    ) STRICT;
    CREATE TABLE letter (
      "id" TEXT PRIMARY KEY NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "kind" TEXT NOT NULL,
      "recorded" TEXT NOT NULL,
      "to" TEXT,
      "subject" TEXT NOT NULL,
      "text" TEXT NOT NULL,
      "state" TEXT NOT NULL,
      "heldUntil" TEXT,
      "sent" TEXT
    ) STRICT;
    CREATE TABLE forecast (
      "id" TEXT PRIMARY KEY NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "interview" TEXT,
      "chance" INTEGER NOT NULL,
      "sealed" TEXT NOT NULL
    ) STRICT;
    CREATE TABLE note (
      "id" TEXT PRIMARY KEY NOT NULL,
      "recorded" TEXT NOT NULL,
      "application" TEXT REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "kind" TEXT NOT NULL,
      "text" TEXT NOT NULL
    ) STRICT;
    """

  /// By application, for the dossier and the window of the shelf; the rest for the agenda, people,
  /// lessons and unsorted notes. Small where they can be: only rows that are asked for.
  static let indexes = """
    CREATE INDEX interview_application ON interview(application);
    CREATE INDEX event_application ON event(application);
    CREATE INDEX turn_application ON turn(application);
    CREATE INDEX finding_application ON finding(application);
    CREATE INDEX feedback_application ON feedback(application);
    CREATE INDEX debrief_application ON debrief(application);
    CREATE INDEX response_application ON response(application);
    CREATE INDEX improvement_application ON improvement(application);
    CREATE INDEX letter_application ON letter(application);
    CREATE INDEX forecast_application ON forecast(application);
    CREATE INDEX note_application ON note(application) WHERE application IS NOT NULL;
    CREATE INDEX note_unsorted ON note(recorded) WHERE application IS NULL;
    CREATE INDEX interview_start ON interview(start) WHERE start IS NOT NULL;
    CREATE INDEX event_due ON event(kind, due) WHERE due IS NOT NULL;
    CREATE INDEX feedback_due ON feedback(due)
      WHERE due IS NOT NULL AND asked IS NOT NULL AND received IS NULL AND closed = 0;
    CREATE INDEX person_company ON person(company COLLATE NOCASE);
    CREATE INDEX debrief_lesson ON debrief(started) WHERE lesson <> '';
    """

  /// What the store keeps for itself. `shelf.age` is the activity with its sign turned, so that the
  /// list is in ascending order of (age, application) and one comparison finds a place in it.
  /// `shelf.number` is the number of the application's passage.
  static let keeping = """
    CREATE TABLE shelf (
      number INTEGER PRIMARY KEY,
      application TEXT NOT NULL UNIQUE,
      age INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX shelf_order ON shelf(age, application);
    CREATE TABLE journal (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      at TEXT NOT NULL,
      title TEXT NOT NULL,
      undone TEXT,
      change TEXT NOT NULL
    ) STRICT;
    CREATE INDEX journal_undone ON journal(seq) WHERE undone IS NOT NULL;
    CREATE TABLE tally (name TEXT PRIMARY KEY NOT NULL, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO tally VALUES ('application', 0), ('journal', 0);
    CREATE TRIGGER application_more AFTER INSERT ON application
      BEGIN UPDATE tally SET count = count + 1 WHERE name = 'application'; END;
    CREATE TRIGGER application_less AFTER DELETE ON application
      BEGIN UPDATE tally SET count = count - 1 WHERE name = 'application'; END;
    CREATE TRIGGER journal_more AFTER INSERT ON journal
      BEGIN UPDATE tally SET count = count + 1 WHERE name = 'journal'; END;
    CREATE TRIGGER journal_less AFTER DELETE ON journal
      BEGIN UPDATE tally SET count = count - 1 WHERE name = 'journal'; END;
    CREATE TABLE draft (scope TEXT PRIMARY KEY NOT NULL, fields TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE place (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """

  /// What a search looks in: `words` over everything, `desk` over applications alone, which the
  /// filter of the list uses.
  static let search = """
    CREATE TABLE passage (
      number INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      entity TEXT NOT NULL,
      application TEXT,
      title TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX passage_entity ON passage(entity, kind);
    CREATE VIRTUAL TABLE words USING fts5(
      title, body, content = 'passage', content_rowid = 'number',
      tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
    CREATE VIEW desk_passage AS
      SELECT number, title, body FROM passage WHERE kind = 'application';
    CREATE VIRTUAL TABLE desk USING fts5(
      title, body, content = 'desk_passage', content_rowid = 'number',
      tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
    """
}
