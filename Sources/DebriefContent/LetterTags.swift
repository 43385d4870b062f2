import DebriefModel

/// Checks the tags of a letter: which there are, whether they are closed, and whether a fact that is
/// not on file can leave a hole.
struct LetterTags {
  /// The facts a letter may use, by name.
  static let slots = Set(LetterFacts.Slot.allCases.map(\.rawValue))
  /// What a letter may choose by.
  static let flags = Set(LetterFacts.Flag.allCases.map(\.rawValue))
  /// What stands inside `{{#things}}`.
  static let inside: Set<String> = ["number", "thing", "example"]

  /// A fault, and the line of the text it is in, 1 for the first.
  struct Problem { var line: Int, message: String }

  /// Slots that are always there when the letter is made.
  let required: Set<String>
  private(set) var problems: [Problem] = []
  /// The slots the text uses.
  private(set) var used: Set<String> = []
  private var open: [(name: String, isInverted: Bool, line: Int)] = []
  private var count = 0

  /// Sections inside sections: whoever fills a letter goes down into them.
  static let deepest = 8
  /// Tags of one letter; nobody writes more.
  static let most = 600

  init(required: Set<String>) { self.required = required }

  /// Looks a text over.
  mutating func check(_ text: String) {
    var line = 1
    var rest = text[...]
    while problems.count < Reader.limit, let start = rest.firstRange(of: "{{") {
      count += 1
      guard count <= LetterTags.most else {
        problems.append(
          Problem(line: line, message: "a letter has at most \(LetterTags.most) tags"))
        open = []
        return
      }
      line += rest[..<start.lowerBound].count(where: \.isNewline)
      let here = rest[start.upperBound...].prefix { !$0.isNewline }
      guard let end = here.firstRange(of: "}}") else {
        problems.append(Problem(line: line, message: "`{{` has no `}}` on its line"))
        rest = rest[start.upperBound...]
        continue
      }
      tag(rest[start.upperBound..<end.lowerBound], line)
      rest = rest[end.upperBound...]
    }
    for section in open {
      problems.append(
        Problem(line: section.line, message: "`\(section.name)` is opened and never closed"))
    }
    open = []
  }

  private mutating func tag(_ body: Substring, _ line: Int) {
    func fault(_ message: String) { problems.append(Problem(line: line, message: message)) }
    let sign = body.first.flatMap { "#^/!".contains($0) ? $0 : nil }
    if sign == "!" { return }
    var name = body.dropFirst(sign == nil ? 0 : 1)
    while name.first == " " { name = name.dropFirst() }
    while name.last == " " { name = name.dropLast() }
    let word = String(name)
    guard word.first?.isLetter == true,
      word.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
    else {
      return fault(
        "`{{\(body.prefix(40))}}` isn't supported: use {{name}}, {{#name}}, {{^name}}, {{/name}}, or {{! words }}"
      )
    }
    let isInList = open.contains { $0.name == "things" && !$0.isInverted }
    let isKnown =
      LetterTags.slots.contains(word) || LetterTags.flags.contains(word)
      || isInList && LetterTags.inside.contains(word)
    guard isKnown else { return fault("there is no fact `\(word)`") }
    if LetterTags.slots.contains(word) { used.insert(word) }
    switch sign {
    case "#", "^":
      if open.count == LetterTags.deepest {
        fault("`\(word)` is nested too deeply: sections can be at most 8 deep")
      }
      open.append((word, sign == "^", line))
    case "/":
      guard let last = open.last, last.name == word else {
        return fault("`\(word)` is closed, but it wasn't the last one opened")
      }
      open.removeLast()
    default:
      if LetterTags.flags.contains(word) || word == "things" {
        return fault("`\(word)` isn't text: use {{#\(word)}} … {{/\(word)}}")
      }
      let isSafe =
        LetterTags.inside.contains(word) || required.contains(word)
        || open.contains { $0.name == word && !$0.isInverted }
      if !isSafe {
        fault("`\(word)` may be missing: put it in {{#\(word)}} … {{/\(word)}}, or require it")
      }
    }
  }
}
