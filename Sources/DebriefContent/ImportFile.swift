import DebriefModel

/// Reads `imports.yaml`.
enum ImportFile {
  static let name = "imports.yaml"
  /// Which words speak for which kind of email. Always the shipped file, as for rejections.
  static let guesses = "mail-words.txt"

  /// What a file says, added to `base`.
  static func read(
    _ text: String, file: String, base: ImportWords
  ) -> (words: ImportWords, faults: [Fault]) {
    let reader = Reader(file: file)
    var words = base
    guard let root = reader.root(of: text),
      let fields = reader.fields(
        root, "a file of import words", ["columns", "answers", "totals", "statuses", "mail"])
    else { return (base, reader.faults) }
    if let node = fields.node("columns"),
      let columns = reader.fields(node, "the columns", ImportColumn.allCases.map(\.rawValue))
    {
      for column in ImportColumn.allCases {
        words.columns[column, default: []] += columns.texts(column.rawValue)
      }
    }
    if let node = fields.node("answers"),
      let answers = reader.fields(node, "the answers", ["yes", "no"])
    {
      words.yes.formUnion(answers.texts("yes").map(ImportWords.plain))
      words.no.formUnion(answers.texts("no").map(ImportWords.plain))
    }
    words.totals.formUnion(fields.texts("totals").map(ImportWords.plain))
    let facts = Event.Kind.allCases.map(\.rawValue)
    // What comes later in the list wins nothing: the user's own words are looked at first.
    var own: [ImportWords.Status] = []
    for node in reader.list(fields.node("statuses"), "statuses") {
      guard let status = reader.fields(node, "a status", ["means", "words", "more"])
      else { continue }
      let means = status.texts("means")
      for word in means where !facts.contains(word) {
        status.fault(
          "means", "`\(word)` isn't something that happens: use \(facts.joined(separator: ", "))")
      }
      own.append(
        .init(
          means: means.compactMap(Event.Kind.init), words: status.texts("words"),
          saysMore: status.flag("more")))
    }
    words.statuses = own + base.statuses
    let kinds: [MailKind] = [.acknowledgement, .invitation, .offer, .feedback]
    if let node = fields.node("mail"),
      let mail = reader.fields(
        node, "the mail",
        kinds.map(\.rawValue) + ["moves", "roles", "notices", "firms", "titles", "hosts", "desks"])
    {
      if let node = mail.node("moves") { moves(node, reader, &words.moves) }
      if let node = mail.node("titles") { titles(node, reader, &words.titles) }
      words.roles.formUnion(mail.texts("roles").map(NameFolding.plain))
      words.notices.formUnion(mail.texts("notices").map(NameFolding.plain))
      words.firms.formUnion(mail.texts("firms").map(NameFolding.plain))
      for kind in kinds { words.phrases[kind, default: []] += mail.texts(kind.rawValue) }
      words.hosts.formUnion(mail.texts("hosts"))
      words.desks += mail.texts("desks")
    }
    return (words, reader.faults)
  }

  /// How an interview moves.
  private static func moves(_ node: Yaml, _ reader: Reader, _ words: inout MoveWords) {
    let groups = MoveWords.Group.allCases
    guard
      let fields = reader.fields(
        node, "the moves", ["classes", "days", "joins"] + groups.map(\.rawValue))
    else { return }
    if let node = fields.node("classes"), case .map(let entries, _) = node {
      for entry in entries {
        words.classes[entry.key, default: []] += reader.texts(entry.value).map(\.text)
      }
    }
    for (name, into) in [("days", \MoveWords.days), ("joins", \MoveWords.joins)] {
      guard let node = fields.node(name), case .map(let entries, _) = node else { continue }
      for entry in entries {
        for (text, _) in reader.texts(entry.value) { words[keyPath: into][text] = entry.key }
      }
    }
    var sound: Set<String> = []
    for group in groups {
      for (text, line) in reader.texts(fields.node(group.rawValue)) {
        if let fault = words.fault(inPhrase: text, sound: &sound) {
          reader.fault(line, "`\(text)`: \(fault)")
        }
        words.phrases[group, default: []].append(text)
      }
    }
  }

  /// By what titles are compared.
  private static func titles(_ node: Yaml, _ reader: Reader, _ words: inout TitleWords) {
    guard let fields = reader.fields(node, "the titles", ["noise", "short", "ranks"]) else {
      return
    }
    words.noise.formUnion(fields.texts("noise"))
    words.ranks.formUnion(fields.texts("ranks"))
    guard let node = fields.node("short"), case .map(let entries, _) = node else { return }
    for entry in entries {
      guard case .text(let text, _) = entry.value, !text.isEmpty else {
        reader.fault(entry.line, "`\(entry.key)` must be the words it stands for")
        continue
      }
      words.short[entry.key] = NameFolding.words(text)
    }
  }
}

extension Library {
  /// How other programs name what they keep, and what is wrong with the user's own file, which is then left
  /// aside.
  public func importWords() -> (words: ImportWords, faults: [Fault]) {
    var base = ImportWords()
    base.guesses = ShippedWords.mails
    return layered(ImportFile.name, base) { ImportFile.read($0, file: $1, base: $2) }
  }
}
