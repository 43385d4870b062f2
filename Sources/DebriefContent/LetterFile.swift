import DebriefModel

/// A letter as its file has it: a subject and a text with slots, and what to say of the slots that
/// stay empty.
struct LetterTemplate: Sendable {
  /// A slot the letter would miss, in the order of the file.
  struct Wanted: Sendable {
    var slot: LetterFacts.Slot
    var missing: String
    var fill: String
    /// The keys that lead there; may be empty.
    var keys: String
    var required: Bool
  }

  var subject: MustacheText
  var text: MustacheText
  var wanted: [Wanted]
  /// The names in its subject and its text.
  var used: Set<String>
}

/// Reads `letters/WORD.yaml`.
enum LetterFile {
  static func name(of kind: LetterKind) -> String { "letters/\(kind.word).yaml" }

  /// The letter of a file, and what is wrong with it; nil when anything is.
  static func read(
    _ text: String, file: String, kind: LetterKind
  ) -> (template: LetterTemplate?, faults: [Fault]) {
    let reader = Reader(file: file)
    guard let root = reader.root(of: text),
      let fields = reader.fields(root, "a letter", ["letter", "subject", "slots", "text"])
    else { return (nil, reader.faults) }
    if fields.need("letter") != kind.rawValue, fields.has("letter") {
      fields.fault("letter", "this file is for the letter `\(kind.rawValue)`")
    }
    let wanted = wanted(fields.node("slots"), reader)
    let required = Set(wanted.filter(\.required).map(\.slot.rawValue))
    let subject = body("subject", fields, required)
    let main = body("text", fields, required)
    let used = (subject?.used ?? []).union(main?.used ?? [])
    for slot in wanted where !slot.required && !used.contains(slot.slot.rawValue) {
      fields.fault("slots", "`\(slot.slot.rawValue)` is listed but isn't used")
    }
    guard reader.faults.isEmpty, let subject, let main else { return (nil, reader.faults) }
    return (LetterTemplate(subject: subject.text, text: main.text, wanted: wanted, used: used), [])
  }

  private static func wanted(_ node: Yaml?, _ reader: Reader) -> [LetterTemplate.Wanted] {
    guard let node else { return [] }
    let names = LetterFacts.Slot.allCases.map(\.rawValue)
    guard case .map(let entries, _) = node, reader.fields(node, "`slots`", names) != nil else {
      reader.fault(node.line, "`slots` holds names, each with `missing` and `fill`")
      return []
    }
    return entries.compactMap { entry in
      guard let slot = LetterFacts.Slot(rawValue: entry.key),
        let fields = reader.fields(
          entry.value, "`\(entry.key)`", ["missing", "fill", "keys", "required"])
      else { return nil }
      return LetterTemplate.Wanted(
        slot: slot, missing: fields.need("missing"), fill: fields.need("fill"),
        keys: fields.text("keys") ?? "",
        required: fields.flag("required"))
    }
  }

  private static func body(
    _ key: String, _ fields: Fields, _ required: Set<String>
  ) -> (text: MustacheText, used: Set<String>)? {
    let text = fields.need(key)
    guard !text.isEmpty else { return nil }
    // A text of several lines begins in the line below its key.
    let first = fields.line(key) - (text.contains("\n") ? 0 : 1)
    var tags = LetterTags(required: required)
    tags.check(text)
    for problem in tags.problems { fields.reader.fault(first + problem.line, problem.message) }
    guard tags.problems.isEmpty else { return nil }
    do {
      return (try MustacheText(text), tags.used)
    } catch {
      fields.reader.fault(first + error.line, error.message)
      return nil
    }
  }
}
