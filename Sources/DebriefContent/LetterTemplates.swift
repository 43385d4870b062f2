import DebriefModel

/// The letters of ``Library/letters()``. A file is read when its letter is asked for, never before.
public struct LetterTemplates: Sendable {
  private let library: Library

  init(_ library: Library) { self.library = library }

  /// A letter, read once for any number of drafts.
  public func form(_ kind: LetterKind) -> LetterForm {
    let (template, faults) = library.letter(kind)
    return LetterForm(kind: kind, faults: faults, template: template)
  }

  /// What is wrong with the user's file of a letter; empty when it is used, or when there is none.
  public func faults(_ kind: LetterKind) -> [Fault] { form(kind).faults }

  /// The letter that the facts on file make. What is missing is left out and named as a gap; when it
  /// is required there is no text at all.
  public func draft(_ kind: LetterKind, _ facts: LetterFacts) -> LetterDraft {
    form(kind).draft(facts)
  }
}

/// One letter of ``LetterTemplates``, read from its file.
public struct LetterForm: Sendable {
  /// Which letter.
  public let kind: LetterKind
  /// What is wrong with the user's file; the shipped one is used then.
  public let faults: [Fault]
  let template: LetterTemplate?

  /// Whether the letter says a fact anywhere: one that it does not cannot be asked of it.
  public func uses(_ slot: LetterFacts.Slot) -> Bool {
    template?.used.contains(slot.rawValue) ?? false
  }

  /// The letter that the facts on file make: see ``LetterTemplates/draft(_:_:)``.
  public func draft(_ facts: LetterFacts) -> LetterDraft {
    var draft = LetterDraft(kind: kind, to: facts.recipient)
    guard let template else {
      draft.gaps = [
        LetterGap(
          slot: "text", missing: "a template that can be read",
          fill: "run debrief doctor to see what's wrong with it", required: true)
      ]
      return draft
    }
    // Thanks for an interview say nothing of a future there once it's over, and so they lack nothing for it.
    let future: Set<LetterFacts.Slot> =
      switch kind {
      case .thanks where facts.flags.contains(.over): [.help, .seek, .news, .source]
      // Whoever gives no feedback, or said why, isn't asked where it was lacking.
      case .request where !facts.flags.isDisjoint(with: [.noFeedback, .named]): [.wanted]
      default: []
      }
    draft.gaps = template.wanted.filter { !facts.has($0.slot) && !future.contains($0.slot) }.map {
      LetterGap(
        slot: $0.slot.rawValue, missing: $0.missing, fill: $0.fill, keys: $0.keys,
        required: $0.required)
    }
    if draft.gaps.contains(where: \.required) { return draft }
    var texts: [String: String] = [:]
    for (slot, text) in facts.slots { texts[slot.rawValue] = text }
    var flags: [String: Bool] = [:]
    for flag in LetterFacts.Flag.allCases { flags[flag.rawValue] = facts.flags.contains(flag) }
    let things = facts.things.enumerated().map { n, point in
      ["number": String(n + 1), "thing": point.thing, "example": point.example]
    }
    let lists = ["things": things]
    draft.subject = LetterText.flatBrackets(
      LetterForm.paragraphs(
        template.subject.render(texts, flags: flags, lists: lists)
      ).joined(separator: " "))
    draft.text = LetterForm.paragraphs(
      template.text.render(texts, flags: flags, lists: lists)
    ).joined(separator: "\n\n")
    return draft
  }

  /// Paragraphs without line breaks of their own: the file's lines end where it is convenient. A
  /// sentence whose last word brought its own mark keeps that one alone.
  static func paragraphs(_ text: String) -> [String] {
    var result: [String] = []
    var words: [Substring] = []
    func end() {
      if !words.isEmpty { result.append(sentence(words.joined(separator: " "))) }
      words = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let found = line.split(separator: " ", omittingEmptySubsequences: true)
      if found.isEmpty { end() } else { words += found }
    }
    end()
    return result
  }

  private static func sentence(_ text: String) -> String {
    var result = ""
    let characters = Array(text)
    for (at, character) in characters.enumerated() {
      if character == ".", let last = result.last {
        if "?!…。！？".contains(last) { continue }
        // The mark that ends a quotation ends the sentence, too; and a stop stands inside it.
        if last == "”", let inner = result.dropLast().last {
          if !"?!….。！？".contains(inner) {
            result.insert(".", at: result.index(before: result.endIndex))
          }
          continue
        }
        // Two dots are the mark of a word such as `z o.o.` and ours; three are what somebody wrote.
        let isPair = last == "." && (at < 2 || characters[at - 2] != ".")
        if isPair, at + 1 == characters.count || characters[at + 1] != "." { continue }
      }
      result.append(character)
    }
    return result
  }
}

extension Library {
  /// The letters.
  public func letters() -> LetterTemplates { LetterTemplates(self) }
}
