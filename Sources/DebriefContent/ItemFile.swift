import DebriefModel

/// Reads one item of a checklist file.
struct ItemFile {
  let reader: Reader
  let codes: Set<String>

  private static let keys = [
    "id", "ask", "kind", "task", "phase", "required", "why", "source", "advice", "anchors",
    "choices", "when", "binds", "suggests", "due", "letter", "sent", "with",
  ]

  /// The item of a node; nil when it is not even a mapping.
  func read(_ node: Yaml) -> Item? {
    guard let fields = reader.fields(node, "an item", Self.keys) else { return nil }
    let id = fields.need("id")
    if !Rules.isID(id), !id.isEmpty {
      fields.fault(
        "id",
        "`\(id)` isn't a valid id: use lowercase letters, digits, dots, and hyphens, such as a.b")
    }
    var item = Item(id: id, ask: fields.need("ask"), kind: kind(fields))
    item.phase = fields.word("phase", of: Phase.self)
    item.required = fields.flag("required")
    item.why = fields.need("why")
    item.source = fields.text("source") ?? ""
    item.advice = fields.texts("advice")
    item.anchors = fields.texts("anchors")
    item.choices = choices(fields)
    item.when = fields.condition("when")
    item.binds = fields.word("binds", of: Item.Binding.self)
    item.due = fields.text("due")
    if item.due != nil, item.kind != .date { fields.fault("due", "`due` needs `kind: date`") }
    item.letter = fields.word("letter", of: LetterKind.self)
    item.sent = fields.text("sent")
    item.with = fields.text("with")
    for node in reader.list(fields.node("suggests"), "suggestions") {
      if let suggestion = suggestion(node, of: item) { item.suggests.append(suggestion) }
    }
    for fault in Rules.faults(of: item) { reader.fault(fields.line(fault.key), fault.message) }
    return item
  }

  private func kind(_ fields: Fields) -> Item.Kind {
    if !fields.has("kind") { reader.fault(fields.line, "an item needs `kind`") }
    let kind = fields.word("kind", Words.kinds) ?? .line
    guard case .task = kind else {
      if fields.has("task") { fields.fault("task", "`task` needs `kind: task`") }
      return kind
    }
    if !fields.has("task") { fields.fault("kind", "`kind: task` needs `task`") }
    return .task(fields.word("task", of: Item.Task.self) ?? .close)
  }

  private func choices(_ fields: Fields) -> [Item.Choice] {
    guard let node = fields.node("choices") else { return [] }
    guard case .map(let entries, _) = node else {
      fields.fault("choices", "expected choices as `id: what is shown`")
      return []
    }
    return entries.compactMap { entry in
      guard case .text(let title, _) = entry.value, !title.isEmpty else {
        reader.fault(entry.line, "expected a choice as `id: what is shown`")
        return nil
      }
      return Item.Choice(entry.key, title)
    }
  }

  private func suggestion(_ node: Yaml, of item: Item) -> Suggestion? {
    guard
      let fields = reader.fields(
        node, "a suggestion",
        [
          "when", "strength", "weakness", "outside", "change", "learn", "next", "reason", "area",
          "weight",
          "tier",
        ])
    else { return nil }
    let all: [(key: String, makes: Suggestion.Makes)] =
      Finding.Kind.allCases.map { ($0.rawValue, .finding($0)) }
      + [("change", .change), ("learn", .learning), ("next", .next)]
    let given = all.filter { fields.has($0.key) }
    guard given.count == 1, let (key, makes) = given.first else {
      reader.fault(
        fields.line,
        "a suggestion needs one of `strength`, `weakness`, `outside`, `change`, `learn`, or `next`")
      return nil
    }
    let isCause = [.finding(.weakness), .finding(.outside)].contains(makes)
    if !fields.has("when") { reader.fault(fields.line, "a suggestion needs `when`") }
    let reason = fields.text("reason") ?? ""
    if !isCause, !reason.isEmpty {
      fields.fault("reason", "only a weakness or a circumstance has a `reason`")
    } else if isCause, reason.isEmpty {
      reader.fault(
        fields.line,
        "a \(key == "outside" ? "circumstance" : key) needs `reason`")
    } else if !reason.isEmpty, !codes.contains(reason) {
      fields.fault("reason", "there is no reason `\(reason)`")
    }
    guard let when = fields.condition("when", answering: item.id) else { return nil }
    return Suggestion(
      when: when, makes: makes, statement: fields.need(key), reason: reason,
      area: fields.word("area", of: Area.self), weight: fields.number("weight", in: 1...5) ?? 3,
      tier: fields.word("tier", Words.tiers) ?? .observed)
  }
}
