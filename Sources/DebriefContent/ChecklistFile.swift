import DebriefModel

/// Reads a file of `checklists/`.
struct ChecklistFile {
  /// The name of the file of a branch.
  static func name(of branch: Branch) -> String { "checklists/\(branch.rawValue).yaml" }

  private let reader: Reader
  private let branch: Branch
  /// The shipped checklist, for a file that only adds to it.
  private let base: Checklist?
  private let codes: Set<String>
  /// The line each item of the file stands at, for faults that only show at the end.
  private var lines: [String: Int] = [:]

  private init(reader: Reader, branch: Branch, base: Checklist?, codes: Set<String>) {
    self.reader = reader
    self.branch = branch
    self.base = base
    self.codes = codes
  }

  /// The checklist of a file and what is wrong with it; nil when there is nothing to show for it.
  /// `base` is what `extends: true` adds to, `codes` are the reasons there are.
  static func read(
    _ text: String, file: String, branch: Branch, base: Checklist?, codes: Set<String>
  ) -> (checklist: Checklist?, faults: [Fault]) {
    let reader = Reader(file: file)
    var it = ChecklistFile(reader: reader, branch: branch, base: base, codes: codes)
    let checklist = it.checklist(text)
    return (checklist, reader.faults.sorted { $0.line < $1.line })
  }

  private mutating func checklist(_ text: String) -> Checklist? {
    guard let root = reader.root(of: text),
      let fields = reader.fields(root, "a checklist", ["branch", "title", "extends", "steps"])
    else { return nil }
    let extends = fields.flag("extends")
    if let named = fields.word("branch", of: Branch.self), named != branch {
      fields.fault("branch", "this file is for the branch `\(branch.rawValue)`")
    }
    if !extends, !fields.has("branch") { reader.fault(fields.line, "a checklist needs `branch`") }
    if extends, base == nil {
      fields.fault("extends", "there's no built-in checklist to extend")
    }
    let shipped = extends ? base : nil
    let title = shipped.map { fields.text("title") ?? $0.title } ?? fields.need("title")
    if !fields.has("steps") { reader.fault(fields.line, "a checklist needs `steps`") }
    var additions: [Addition] = []
    for node in reader.list(fields.node("steps"), "steps") {
      guard let addition = step(node, shipped: shipped) else { continue }
      if additions.contains(where: { $0.step.id == addition.step.id }) {
        reader.fault(node.line, "the step `\(addition.step.id)` appears twice")
      }
      additions.append(addition)
    }
    var steps = shipped?.steps ?? []
    for addition in additions { addition.join(&steps) }
    let checklist = Checklist(branch: branch, title: title, steps: steps)
    check(checklist)
    return checklist
  }

  /// A step of the file, and the step it follows when it is new in an extension.
  private struct Addition {
    var step: Step
    var after: String?

    /// Adds the step, or its items to the step of the same id. An item with an existing id takes
    /// the place of the old one, or moves when it stands in another step.
    func join(_ steps: inout [Step]) {
      let ids = Set(step.items.map(\.id))
      for place in steps.indices where steps[place].id != step.id {
        steps[place].items.removeAll { ids.contains($0.id) }
      }
      if let place = steps.firstIndex(where: { $0.id == step.id }) {
        var merged = step
        merged.items = steps[place].items
        for item in step.items {
          if let old = merged.items.firstIndex(where: { $0.id == item.id }) {
            merged.items[old] = item
          } else {
            merged.items.append(item)
          }
        }
        steps[place] = merged
      } else {
        let place = after.flatMap { id in steps.firstIndex { $0.id == id } }
        steps.insert(step, at: place.map { $0 + 1 } ?? steps.count)
      }
    }
  }

  private mutating func step(_ node: Yaml, shipped: Checklist?) -> Addition? {
    guard
      let fields = reader.fields(
        node, "a step",
        ["id", "title", "why", "part", "capture", "when", "first", "after", "items"])
    else { return nil }
    let id = fields.need("id")
    let old = shipped?.steps.first { $0.id == id }
    let after = fields.text("after")
    if let after {
      if shipped == nil {
        fields.fault("after", "`after` is for files with `extends: true`; here the order counts")
      } else if old != nil {
        fields.fault("after", "the step `\(id)` is built in, so it can't be moved")
      } else if !(shipped?.steps.contains { $0.id == after } ?? false) {
        fields.fault("after", "there is no step `\(after)`")
      }
    }
    var step = old ?? Step(id: id, title: "", why: "", items: [])
    step.title = old.map { fields.text("title") ?? $0.title } ?? fields.need("title")
    step.why = old.map { fields.text("why") ?? $0.why } ?? fields.need("why")
    step.part = fields.word("part", of: Step.Part.self) ?? old?.part ?? .interview
    if fields.has("capture") { step.capture = fields.flag("capture") }
    step.when = fields.condition("when") ?? old?.when
    step.first = fields.condition("first") ?? old?.first
    if !fields.has("items"), old == nil { reader.fault(fields.line, "a step needs `items`") }
    step.items = []
    for node in reader.list(fields.node("items"), "items") {
      let item = ItemFile(reader: reader, codes: codes).read(node)
      guard let item, !item.id.isEmpty else { continue }
      if lines.updateValue(node.line, forKey: item.id) != nil {
        reader.fault(node.line, "the item `\(item.id)` appears twice")
      }
      step.items.append(item)
    }
    return Addition(step: step, after: after)
  }

  // MARK: - What only the whole file shows

  private func check(_ checklist: Checklist) {
    var items: [String: Item] = [:]
    for item in checklist.items { items[item.id] = item }
    for placed in reader.conditions { check(placed.condition, placed, items) }
    for item in checklist.items {
      if let host = item.with, items[host]?.kind != .task(.close), let line = lines[item.id] {
        reader.fault(line, "`with` names the item that finishes the debrief, not `\(host)`")
      }
    }
    var bound: Set<Item.Binding> = []
    for item in checklist.items {
      // Several questions that were asked may be told apart.
      if let binding = item.binds, binding != .turn, !bound.insert(binding).inserted,
        let line = lines[item.id]
      {
        reader.fault(line, "another item binds `\(binding.rawValue)` already")
      }
    }
  }

  private func check(
    _ condition: Condition, _ placed: Reader.PlacedCondition, _ items: [String: Item]
  ) {
    switch condition {
    case .present(let name): _ = item(name, placed, items)
    case .compare(let name, let comparison, let value):
      guard let item = item(name, placed, items) else { return }
      if let message = Rules.fault(of: item, comparison, value) {
        reader.fault(placed.line, message)
      }
    case .not(let it): check(it, placed, items)
    case .and(let a, let b), .or(let a, let b):
      check(a, placed, items)
      check(b, placed, items)
    }
  }

  /// The item a name stands for; nil for a fact, and for a name that is at fault.
  private func item(
    _ name: String, _ placed: Reader.PlacedCondition, _ items: [String: Item]
  ) -> Item? {
    if name.hasPrefix("@") {
      if !Condition.facts.contains(name) { reader.fault(placed.line, "there is no fact `\(name)`") }
      return nil
    }
    if name == "answer" {
      if placed.answering == nil {
        reader.fault(placed.line, "`answer` is for suggestions; name an item here")
      }
      return placed.answering.flatMap { items[$0] }
    }
    if items[name] == nil { reader.fault(placed.line, "there is no item `\(name)`") }
    return items[name]
  }
}
