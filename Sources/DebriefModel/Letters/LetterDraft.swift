/// A letter as its template and the facts on file make it. Its text never holds a placeholder: what
/// is missing is left out of the text and named as a gap.
public struct LetterDraft: Hashable, Sendable {
  /// Which letter.
  public var kind: LetterKind
  /// To whom, when they are on file.
  public var to: ID?
  /// The subject line.
  public var subject = ""
  /// The text, paragraphs parted by empty lines, without a line break inside a paragraph.
  public var text = ""
  /// What the letter would say if it were on file.
  public var gaps: [LetterGap] = []

  /// Makes a draft.
  public init(
    kind: LetterKind, to: ID?, subject: String = "", text: String = "", gaps: [LetterGap] = []
  ) {
    self.kind = kind
    self.to = to
    self.subject = subject
    self.text = text
    self.gaps = gaps
  }
}

/// A fact a letter needs and that is not on file.
public struct LetterGap: Hashable, Sendable {
  /// The name of the slot in the template.
  public var slot: String
  /// What is missing, as one short phrase: `what they do and why`.
  public var missing: String
  /// What to enter, and where: `add your name to your details`. A command says it as well, so there is no key in it.
  public var fill: String
  /// The keys that lead there, as names of commands: `{people}, then {people.add}`; empty where there are none.
  public var keys: String
  /// Whether there is no letter without it.
  public var required: Bool

  /// Makes a gap.
  public init(slot: String, missing: String, fill: String, keys: String = "", required: Bool) {
    self.slot = slot
    self.missing = missing
    self.fill = fill
    self.keys = keys
    self.required = required
  }
}
