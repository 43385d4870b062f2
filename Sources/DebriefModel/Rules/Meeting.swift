/// One thing that another window, or a command, changed between what was seen here and what was saved
/// here: what became of both.
public struct Meeting: Hashable, Sendable {
  /// What became of it.
  public enum Outcome: Hashable, Sendable {
    /// Both texts are in the field, theirs first.
    case both
    /// It was emptied here and changed there: their text stays.
    case theirs
    /// Of a number, a day or a choice there is only one: ours.
    case ours
    /// It was deleted there, and saving brought it back.
    case cameBack
    /// It was deleted here, though it was changed there since.
    case deletedNewer
  }

  /// What kind of thing it is.
  public var kind: Entity.Kind
  /// The property, as it is stored; empty where it is about the whole thing.
  public var field: String
  /// What became of it.
  public var outcome: Outcome

  /// In place of a property: an application came back without what belonged to it, for the journal no
  /// longer knows that.
  public static let alone = "alone"
  /// The same where all of it came back but a private note, which is in no journal.
  public static let unnoted = "unnoted"

  /// Names a meeting.
  public init(_ kind: Entity.Kind, field: String = "", _ outcome: Outcome) {
    self.kind = kind
    self.field = field
    self.outcome = outcome
  }

  /// What is said of them, in whole sentences; nil when nothing met. `{undo}` stands for its key.
  public static func notice(_ meetings: [Meeting]) -> String? {
    func fields(_ outcome: Outcome) -> [String] {
      var names: [String] = []
      for it in meetings where it.outcome == outcome {
        let name = FieldWords.name(it.kind, it.field)
        if !names.contains(name) { names.append(name) }
      }
      return names
    }
    func holds(_ outcome: Outcome) -> Bool { meetings.contains { $0.outcome == outcome } }
    var sentences: [String] = []
    let (both, ours) = (fields(.both), fields(.ours))
    if !both.isEmpty {
      sentences.append(
        "Another window changed \(listed(both)) too. Both versions are kept, theirs first.")
    }
    if !ours.isEmpty {
      sentences.append(
        "Another window chose \(listed(ours)) differently. Yours is kept; {undo} goes back to theirs."
      )
    }
    let theirs = fields(.theirs)
    if !theirs.isEmpty {
      sentences.append(
        "You emptied \(listed(theirs)), but another window changed it. That text was kept.")
    }
    let deleted = "Another window deleted this application."
    if meetings.contains(Meeting(.application, field: Meeting.alone, .cameBack)) {
      sentences.append("\(deleted) Saving brought back only what this form shows.")
    } else if meetings.contains(Meeting(.application, field: Meeting.unnoted, .cameBack)) {
      sentences.append("\(deleted) Saving brought it back, but without the private note.")
    } else if meetings.contains(Meeting(.application, .cameBack)) {
      sentences.append("\(deleted) Saving brought it back with everything in it.")
    } else if holds(.cameBack) {
      sentences.append("Another window deleted this. Saving it here brought it back.")
    }
    if holds(.deletedNewer) {
      sentences.append("Another window changed this. {undo} brings it back with that change.")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// What is said when another window wrote in the same private note.
  public static let inPrivateNote =
    "Another window changed this private note too. Both versions are kept, theirs first."

  /// Names in a sentence: at most three of them.
  private static func listed(_ names: [String]) -> String {
    switch names.count {
    case 1: names[0]
    case 2: names[0] + " and " + names[1]
    case 3: names[0] + ", " + names[1] + ", and " + names[2]
    default: names[0] + ", " + names[1] + ", and more"
    }
  }
}

/// What the properties of the nouns are called in a sentence.
public enum FieldWords {
  /// Its name, with "the".
  public static func name(_ kind: Entity.Kind, _ field: String) -> String {
    if let own = special[kind]?[field] { return own }
    return common[field] ?? "a part of it"
  }

  /// Where a word means something else for one kind of thing.
  private static let special: [Entity.Kind: [String: String]] = [
    .response: ["value": "your answer", "skipped": "the reason to skip it"],
    .turn: [
      "answer": "your answer", "better": "the better answer", "parts": "the parts of the answer",
    ],
    .improvement: [
      "what": "the change to try", "place": "where you will use it", "proof": "how you will know",
      "by": "the day", "state": "the status", "options": "the options",
    ],
    .preparation: ["text": "what to prepare", "detail": "the details", "state": "the status"],
    .letter: ["to": "who gets it", "text": "the letter", "state": "the status"],
    .event: ["earlier": "the earlier days", "on": "the day", "words": "their words"],
    .feedback: ["verbatim": "their words", "fit": "what they said about fit"],
    .application: ["resume": "the résumé version"],
    .interview: ["people": "who was there"],
    .resume: ["name": "its name", "reason": "what it is for"],
    .person: ["part": "their part"],
    .note: ["text": "the note", "application": "the job it belongs to"],
  ]

  private static let common: [String: String] = [
    "answered": "the day of the answer", "application": "the job", "area": "the area",
    "asked": "the day you asked", "asker": "who asked", "aspect": "what they said about one side",
    "available": "when you can start", "before": "the rating before", "after": "the rating after",
    "branch": "how it ended", "candour": "how specific they were", "channel": "how you talked",
    "channelAsked": "how they wanted it sent", "channelUsed": "how you sent it",
    "closed": "whether it's finished", "company": "the company", "comparison": "the comparison",
    "control": "how much you control it", "cost": "the cost", "dayOnly": "the time",
    "debrief": "the debrief", "delivery": "how it came across", "done": "whether it is done",
    "dressExpected": "the dress code", "dressWorn": "what you wore", "due": "the day",
    "effort": "the effort", "email": "the email", "evidence": "what shows it",
    "finalists": "how many made the last round", "format": "how you met",
    "from": "who said it", "glad": "whether you are glad", "goals": "your goals",
    "held": "what you have", "heldUntil": "how long it's on hold", "industry": "the industry",
    "interview": "the interview", "kept": "where it is filed", "kind": "the kind",
    "language": "the language", "learning": "what you learned", "lesson": "the lesson",
    "item": "the question", "link": "the link", "mark": "your mark", "minutes": "the minutes",
    "name": "the name", "notes": "the notes",
    "opening": "the opening", "outcome": "how it worked", "override": "why it couldn't wait",
    "payAsked": "the pay you named", "payOffered": "the pay they named",
    "payUsual": "the usual pay", "people": "the people", "person": "the person",
    "phase": "when it was", "phone": "the phone number", "prepared": "what you had prepared",
    "qualification": "what they said about skills", "question": "the question",
    "raised": "whether it came up", "rating": "the rating", "reaction": "their reaction",
    "reason": "the reason", "received": "the day of the reply", "region": "where the company is",
    "required": "what they ask for", "resting": "whether it's paused",
    "rival": "the other explanation",
    "role": "the role", "round": "the round", "sent": "the day it went out",
    "shown": "how it came out", "skills": "the skills", "start": "the time",
    "started": "when it began",
    "statement": "what happened", "subject": "the subject",
    "testedBy": "the interview it was tried in",
    "text": "the text", "three": "the three things", "tier": "how sure you are",
    "tone": "how you parted", "useful": "whether it helped", "weight": "the importance",
    "words": "the words",
  ]
}
