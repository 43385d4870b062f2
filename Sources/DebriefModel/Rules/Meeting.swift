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
        "Another window changed \(listed(both)) too. Both versions are kept, the other window's first."
      )
    }
    if !ours.isEmpty {
      sentences.append(
        "Another window set \(listed(ours)) to something else. Yours is kept; {undo} goes back to the other one."
      )
    }
    let theirs = fields(.theirs)
    if !theirs.isEmpty {
      sentences.append(
        "You cleared \(listed(theirs)), but another window changed it. That text was kept.")
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
    "Another window changed this private note too. Both versions are kept, the other window's first."

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
    func words<N: Noun>(_ type: N.Type) -> String? { N.shape.field(field)?.words }
    return words(kind.type) ?? "a part of it"
  }
}
