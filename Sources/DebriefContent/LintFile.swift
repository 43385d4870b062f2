import DebriefModel

/// Reads `letters/lint.yaml`.
enum LintFile {
  static let name = "letters/lint.yaml"

  /// The check a file describes. When the file says `extends: true`, its lists add to those of
  /// `base`, and its rules, limits and figures take the place of those of the same name; without it
  /// the file stands alone.
  static func read(
    _ text: String, file: String, base: LintWords
  ) -> (words: LintWords, faults: [Fault]) {
    let reader = Reader(file: file)
    let keys = [
      "language", "rules", "limits", "figures", "nicknames", "lists", "classes", "patterns",
      "extends",
    ]
    guard let root = reader.root(of: text), let fields = reader.fields(root, "a check", keys)
    else { return (base, reader.faults) }
    let extends = fields.flag("extends")
    var words = extends ? base : LintWords()
    // Names and everyday words have files of their own.
    words.nicknames = base.nicknames
    words.everyday = base.everyday
    if let language = fields.text("language") { words.language = language }
    // The table of single words is of one language.
    if words.language == base.language { words.singles = base.singles }
    for (rule, node) in named(fields, "rules", of: Remark.Rule.self, "a rule", reader) {
      if let read = self.rule(rule, node, reader) { words.rules[rule] = read }
    }
    for (kind, node) in named(fields, "limits", of: LetterKind.self, "a kind of letter", reader) {
      if let read = limit(node, reader) { words.limits[kind] = read }
    }
    for (figure, node) in named(
      fields, "figures", of: LintWords.Figure.self, "a figure", reader)
    {
      guard case .text(let text, _) = node, let number = Int(text),
        (0...100_000).contains(number)
      else {
        reader.fault(node.line, "`\(figure.rawValue)` must be a number from 0 to 100000")
        continue
      }
      words.figures[figure] = number
    }
    for node in reader.list(fields.node("nicknames"), "lists of names") {
      words.nicknames.add(alike: texts(node, "nicknames", reader))
    }
    for (list, node) in named(fields, "lists", of: LintWords.List.self, "a list", reader) {
      let own = texts(node, list.rawValue, reader)
      if list == .months, own.count != 12 {
        reader.fault(node.line, "`months` must have twelve lines, starting with January")
        continue
      }
      words.lists[list] = (list == .months ? [] : words.lists[list] ?? []) + own
    }
    classes(fields, into: &words, reader)
    var sound = Set<String>()
    for (list, node) in named(
      fields, "patterns", of: LintWords.PatternList.self, "a list of patterns", reader)
    {
      let own = placed(node, list.rawValue, reader)
      for (text, line) in own {
        if let fault = words.fault(inPattern: text, sound: &sound) {
          reader.fault(line, "`\(text)`: \(fault)")
        }
      }
      words.patterns[list] = (words.patterns[list] ?? []) + own.map(\.text)
    }
    return (words, reader.faults)
  }

  /// Classes of words: names are the file's own.
  private static func classes(_ fields: Fields, into words: inout LintWords, _ reader: Reader) {
    guard let node = fields.node("classes") else { return }
    guard case .map(let entries, _) = node else {
      reader.fault(node.line, "`classes` must have keys")
      return
    }
    for entry in entries {
      words.classes[entry.key] =
        (words.classes[entry.key] ?? []) + texts(entry.value, entry.key, reader)
    }
  }

  /// The entries of a mapping whose keys are names of cases.
  private static func named<Value>(
    _ fields: Fields, _ key: String, of type: Value.Type, _ what: String, _ reader: Reader
  ) -> [(Value, Yaml)] where Value: RawRepresentable<String> & CaseIterable {
    guard let node = fields.node(key) else { return [] }
    guard case .map(let entries, _) = node else {
      reader.fault(node.line, "`\(key)` must have keys")
      return []
    }
    return entries.compactMap { entry in
      if let value = Value(rawValue: entry.key) { return (value, entry.value) }
      let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
      reader.fault(entry.line, "`\(entry.key)` is not \(what): they are \(known)")
      return nil
    }
  }

  private static func texts(_ node: Yaml, _ what: String, _ reader: Reader) -> [String] {
    placed(node, what, reader).map(\.text)
  }

  /// Texts with their lines.
  private static func placed(
    _ node: Yaml, _ what: String, _ reader: Reader
  ) -> [(text: String, line: Int)] {
    reader.texts(node, "`\(what)` can only contain text")
  }

  private static func rule(
    _ rule: Remark.Rule, _ node: Yaml, _ reader: Reader
  ) -> LintWords.Rule? {
    let keys = ["kinds", "row", "says", "why", "mend"]
    guard let fields = reader.fields(node, "a rule", keys) else { return nil }
    if !fields.has("kinds") { reader.fault(fields.line, "a rule needs `kinds`") }
    var kinds: Set<LetterKind> = []
    var any = false
    for word in fields.texts("kinds") {
      switch word {
      case "all":
        kinds = Set(LetterKind.allCases)
        any = true
      case "letters": kinds = Set(LetterKind.allCases)
      case "any": any = true
      default:
        if let kind = LetterKind(rawValue: word) {
          kinds.insert(kind)
        } else {
          let known = LetterKind.allCases.map(\.rawValue).joined(separator: ", ")
          fields.fault(
            "kinds", "`\(word)` is not a kind of letter: they are \(known), any, letters, all")
        }
      }
    }
    return LintWords.Rule(
      kinds: kinds, any: any, row: fields.need("row"), says: says(rule, fields, reader),
      why: fields.need("why"), mend: fields.need("mend"))
  }

  /// What a rule says: one text, or several by name where the rule notices several things.
  private static func says(
    _ rule: Remark.Rule, _ fields: Fields, _ reader: Reader
  ) -> [String: String] {
    let wanted = LintWords.sayings(rule)
    guard let node = fields.node("says") else {
      reader.fault(fields.line, "a rule needs `says`")
      return [:]
    }
    if wanted == ["it"] { return ["it": fields.need("says")] }
    guard let inner = reader.fields(node, "`says` of \(rule.rawValue)", wanted) else { return [:] }
    var says: [String: String] = [:]
    for key in wanted where inner.has(key) || !LintWords.laterSayings.contains(key) {
      says[key] = inner.need(key)
    }
    return says
  }

  private static func limit(_ node: Yaml, _ reader: Reader) -> LintWords.Limit? {
    guard let fields = reader.fields(node, "a limit", ["words", "theirs", "person"]) else {
      return nil
    }
    var range: ClosedRange<Int>?
    if let text = fields.text("words") {
      let ends = text.split(separator: "-").map { Int($0) }
      if ends.count == 2, let low = ends[0], let high = ends[1], low >= 0, low <= high {
        range = low...high
      } else {
        fields.fault("words", "`words` must be a range such as 40-250")
      }
    }
    return LintWords.Limit(
      words: range, theirs: fields.number("theirs", in: 0...100), person: fields.flag("person"))
  }
}
