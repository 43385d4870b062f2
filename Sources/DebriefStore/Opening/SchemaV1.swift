/// The first schema, as it was shipped: never edited, later schemas are steps of their own.
enum SchemaV1 {
  /// A table a noun, named like it, with a column a property. Dates are ISO 8601 texts, lists and
  /// nested values JSON. What belongs to an application lies together, in the order of applications,
  /// so that a dossier or a row of the list is read in one stretch; it cannot be left behind without
  /// its application, which is checked at the end of a transaction, so that the order of operations
  /// does not matter.
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
      "payUsual" TEXT,
      "industry" TEXT,
      "resume" TEXT NOT NULL,
      "finalists" INTEGER,
      "region" TEXT,
      "glad" INTEGER,
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
      "id" TEXT NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "recorded" TEXT NOT NULL,
      "round" INTEGER NOT NULL,
      "kind" TEXT NOT NULL,
      "format" TEXT,
      "start" TEXT,
      "dayOnly" INTEGER,
      "minutes" INTEGER,
      "people" TEXT NOT NULL,
      "dressExpected" TEXT NOT NULL,
      "dressWorn" TEXT NOT NULL,
      "notes" TEXT NOT NULL,
      PRIMARY KEY (application, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE event (
      "id" TEXT NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "kind" TEXT NOT NULL,
      "on" TEXT NOT NULL,
      "recorded" TEXT NOT NULL,
      "due" TEXT,
      "interview" TEXT,
      "person" TEXT,
      "words" TEXT NOT NULL,
      "tone" TEXT,
      PRIMARY KEY (application, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE turn (
      "id" TEXT NOT NULL,
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
      "mark" TEXT NOT NULL,
      PRIMARY KEY (application, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE finding (
      "id" TEXT NOT NULL,
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
      "control" TEXT,
      "rival" TEXT,
      PRIMARY KEY (application, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE feedback (
      "id" TEXT NOT NULL,
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
      "closed" INTEGER NOT NULL,
      PRIMARY KEY (application, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE debrief (
      "id" TEXT NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "branch" TEXT NOT NULL,
      "started" TEXT NOT NULL,
      "resting" INTEGER NOT NULL,
      "done" INTEGER NOT NULL,
      "total" INTEGER NOT NULL,
      "lesson" TEXT NOT NULL,
      "closed" TEXT,
      PRIMARY KEY (application, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE response (
      "id" TEXT NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "debrief" TEXT NOT NULL,
      "item" TEXT NOT NULL,
      "answered" TEXT NOT NULL,
      "value" TEXT NOT NULL,
      "skipped" TEXT NOT NULL,
      PRIMARY KEY (application, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE improvement (
      "id" TEXT NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "recorded" TEXT NOT NULL,
      "debrief" TEXT,
      "area" TEXT NOT NULL,
      "what" TEXT NOT NULL,
      "place" TEXT NOT NULL,
      "proof" TEXT NOT NULL,
      "effort" TEXT NOT NULL,
      "learning" INTEGER,
      "options" TEXT,
      "cost" TEXT,
      "by" TEXT,
      "state" TEXT NOT NULL,
      "testedBy" TEXT,
      "outcome" TEXT NOT NULL,
      PRIMARY KEY (application, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE letter (
      "id" TEXT NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "kind" TEXT NOT NULL,
      "recorded" TEXT NOT NULL,
      "to" TEXT,
      "subject" TEXT NOT NULL,
      "text" TEXT NOT NULL,
      "state" TEXT NOT NULL,
      "heldUntil" TEXT,
      "sent" TEXT,
      "channel" TEXT,
      "due" TEXT,
      "answered" TEXT,
      "useful" INTEGER,
      "override" TEXT,
      PRIMARY KEY (application, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE forecast (
      "id" TEXT NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "interview" TEXT,
      "chance" INTEGER NOT NULL,
      "sealed" TEXT NOT NULL,
      PRIMARY KEY (application, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE note (
      "id" TEXT PRIMARY KEY NOT NULL,
      "recorded" TEXT NOT NULL,
      "application" TEXT REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "kind" TEXT NOT NULL,
      "kept" INTEGER,
      "text" TEXT NOT NULL
    ) STRICT;
    CREATE TABLE preparation (
      "id" TEXT NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "kind" TEXT NOT NULL,
      "recorded" TEXT NOT NULL,
      "text" TEXT NOT NULL,
      "detail" TEXT NOT NULL,
      "state" TEXT NOT NULL,
      "required" INTEGER,
      "held" INTEGER,
      "before" INTEGER,
      "after" INTEGER,
      "raised" INTEGER,
      "shown" TEXT,
      "due" TEXT,
      "done" TEXT,
      PRIMARY KEY (application, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE mark (
      "id" TEXT NOT NULL,
      "application" TEXT NOT NULL REFERENCES application(id) DEFERRABLE INITIALLY DEFERRED,
      "entry" TEXT NOT NULL,
      "action" TEXT NOT NULL,
      "until" TEXT,
      "recorded" TEXT NOT NULL,
      PRIMARY KEY (application, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE resume (
      "id" TEXT PRIMARY KEY NOT NULL,
      "recorded" TEXT NOT NULL,
      "name" TEXT NOT NULL,
      "reason" TEXT NOT NULL,
      "opening" TEXT NOT NULL,
      "skills" TEXT NOT NULL
    ) STRICT;
    CREATE TABLE profile (
      "id" TEXT PRIMARY KEY NOT NULL,
      "name" TEXT NOT NULL,
      "email" TEXT NOT NULL,
      "phone" TEXT NOT NULL,
      "goals" TEXT NOT NULL,
      "available" TEXT NOT NULL,
      "language" TEXT NOT NULL
    ) STRICT;
    CREATE TABLE private_note (
      application TEXT PRIMARY KEY NOT NULL,
      text TEXT NOT NULL,
      recorded TEXT NOT NULL
    ) STRICT;
    """

  /// By id, for edits; the rest for the agenda, people, lessons and notes. Small where they can be:
  /// only rows that are asked for.
  static let indexes = """
    CREATE UNIQUE INDEX interview_id ON interview(id);
    CREATE UNIQUE INDEX event_id ON event(id);
    CREATE UNIQUE INDEX turn_id ON turn(id);
    CREATE UNIQUE INDEX finding_id ON finding(id);
    CREATE UNIQUE INDEX feedback_id ON feedback(id);
    CREATE UNIQUE INDEX debrief_id ON debrief(id);
    CREATE UNIQUE INDEX response_id ON response(id);
    CREATE UNIQUE INDEX improvement_id ON improvement(id);
    CREATE UNIQUE INDEX letter_id ON letter(id);
    CREATE UNIQUE INDEX forecast_id ON forecast(id);
    CREATE UNIQUE INDEX preparation_id ON preparation(id);
    CREATE UNIQUE INDEX mark_id ON mark(id);
    CREATE INDEX preparation_due ON preparation(due) WHERE due IS NOT NULL AND state = 'open';
    CREATE INDEX note_application ON note(application) WHERE application IS NOT NULL;
    CREATE INDEX note_waiting ON note(recorded) WHERE ifnull(kept, 0) = 0;
    CREATE INDEX interview_start ON interview(start) WHERE start IS NOT NULL;
    CREATE INDEX event_due ON event(kind, due) WHERE due IS NOT NULL;
    CREATE INDEX event_on ON event(kind, "on");
    CREATE INDEX mark_until ON mark(until) WHERE until IS NOT NULL;
    CREATE INDEX event_person ON event(person) WHERE person IS NOT NULL;
    CREATE INDEX letter_to ON letter("to") WHERE "to" IS NOT NULL;
    CREATE INDEX letter_sent ON letter(sent) WHERE sent IS NOT NULL;
    CREATE INDEX letter_held ON letter(heldUntil) WHERE state = 'held';
    CREATE INDEX letter_due ON letter(due) WHERE due IS NOT NULL AND state = 'sent';
    CREATE INDEX feedback_asked ON feedback(asked) WHERE asked IS NOT NULL;
    CREATE INDEX response_mood ON response(answered) WHERE item IN ('mood.start', 'mood.end');
    CREATE INDEX person_name ON person(name COLLATE NOCASE);
    CREATE INDEX feedback_due ON feedback(due, asked, received, closed)
      WHERE due IS NOT NULL AND asked IS NOT NULL AND received IS NULL AND closed = 0;
    CREATE INDEX person_company ON person(company COLLATE NOCASE);
    CREATE INDEX debrief_lesson ON debrief(started) WHERE lesson <> '';
    CREATE INDEX improvement_open ON improvement(recorded) WHERE state = 'open';
    CREATE INDEX turn_weak ON turn(recorded) WHERE rating <= 2 AND asker = 'them';
    CREATE INDEX application_company ON application(company COLLATE NOCASE, created);
    CREATE INDEX feedback_person ON feedback(person, received) WHERE person IS NOT NULL;
    CREATE INDEX application_resume ON application(resume) WHERE resume <> '';
    CREATE INDEX improvement_by ON improvement("by") WHERE "by" IS NOT NULL AND state = 'open';
    """

  /// What the store keeps for itself. `shelf.age` is the activity with its sign turned, so that the
  /// list is in ascending order of (age, application) and one comparison finds a place in it.
  /// `shelf.number` is the number of the application's passage; its last three columns are copies,
  /// what a row of the whole list shows. Rows leave the journal at its ends
  /// only, so that its numbers have no gaps.
  static let keeping = """
    CREATE TABLE shelf (
      number INTEGER PRIMARY KEY,
      application TEXT NOT NULL UNIQUE,
      age INTEGER NOT NULL,
      company TEXT NOT NULL,
      role TEXT NOT NULL,
      ledger TEXT NOT NULL
    ) STRICT;
    CREATE INDEX shelf_order ON shelf(age, application);
    CREATE TABLE journal (
      seq INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      title TEXT NOT NULL,
      undone TEXT,
      change TEXT NOT NULL
    ) STRICT;
    CREATE INDEX journal_undone ON journal(seq) WHERE undone IS NOT NULL;
    CREATE TABLE tally (name TEXT PRIMARY KEY NOT NULL, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO tally VALUES ('application', 0);
    CREATE TRIGGER application_more AFTER INSERT ON application
      BEGIN UPDATE tally SET count = count + 1 WHERE name = 'application'; END;
    CREATE TRIGGER application_less AFTER DELETE ON application
      BEGIN UPDATE tally SET count = count - 1 WHERE name = 'application'; END;
    CREATE TABLE draft (scope TEXT PRIMARY KEY NOT NULL, fields TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE place (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    """

  /// What a search looks in: `words` over everything, `desk` over applications alone, which the
  /// filter of the list uses. How they take texts apart says `PlainLetters`.
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
      tokenize = 'plain_letters remove_diacritics 2', prefix = '1 2 3');
    CREATE VIEW desk_passage AS
      SELECT number, title, body FROM passage WHERE kind = 'application';
    CREATE VIRTUAL TABLE desk USING fts5(
      title, body, content = 'desk_passage', content_rowid = 'number',
      tokenize = 'plain_letters remove_diacritics 2', prefix = '1 2 3');
    """
}
