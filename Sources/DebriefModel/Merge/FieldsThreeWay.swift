/// Merges the fields of one thing that two sides changed.
struct FieldsThreeWay {
  /// What both changed.
  private(set) var clashes: [ThreeWay.Clash] = []

  private let name: ThingName
  private let base: [String: JSONTree]?
  private let ours: [String: JSONTree]
  private let theirs: [String: JSONTree]
  private let rows: (ours: JSONTree, theirs: JSONTree, base: JSONTree?)
  /// Whether of two values theirs stands: it was written later.
  private let prefersTheirs: Bool?

  /// - Parameters:
  ///   - name: Which thing.
  ///   - base: What both began from; nil, or null, where that is not known.
  init(_ name: ThingName, base: JSONTree?, ours: JSONTree, theirs: JSONTree) {
    self.name = name
    rows = (ours, theirs, base == .null ? nil : base)
    self.base = rows.base?.fieldsByName
    self.ours = ours.fieldsByName
    self.theirs = theirs.fieldsByName
    prefersTheirs = name.known == .response ? Self.isLater(theirs, ours, "answered") : nil
  }

  /// What becomes of it.
  mutating func merged() -> JSONTree {
    // What is sealed is what was sealed first, whatever either has agreed on with somebody: where each kept its own
    // version, the two would change it back and forth at every sync.
    if name.known == .forecast {
      return Self.isLater(rows.ours, rows.theirs, "sealed") ? rows.theirs : rows.ours
    }
    var fields: [String: JSONTree] = [:]
    for field in Set(ours.keys).union(theirs.keys).sorted() {
      let (here, there) = (ours[field], theirs[field])
      if here == there {
        fields[field] = there
      } else if let base, base[field] == here {
        fields[field] = there
      } else if let base, base[field] == there {
        fields[field] = here
      } else {
        fields[field] = clash(field, here, there)
      }
    }
    return JSONTree(fields: fields)
  }

  private mutating func clash(_ field: String, _ here: JSONTree?, _ there: JSONTree?) -> JSONTree? {
    let rule = name.known?.merge(of: field) ?? .ours
    switch rule {
    case .prose, .line, .grows, .answer:
      if let text = text(rule, field, here, there) { return text }
    case .members:
      if let here, let there { return members(field, here, there) }
    case .counted:
      if case .number(let mine)? = here, case .number(let its)? = there {
        if case .number(let before)? = base?[field] { return .number(mine + its - before) }
        return .number(max(mine, its))
      }
    case .ours, .passing: break
    }
    // Something rather than nothing.
    guard let here, let there else { return here ?? there }
    if !rule.isPassing, field != "answered" {
      clashes.append(
        .init(
          name, field: field, prefersTheirs == nil ? .ours : .later,
          other: name.known?.said(field, prefersTheirs == true ? here : there) ?? ""))
    }
    return prefersTheirs == true ? there : here
  }

  /// Both texts; nil where there can be only one of them.
  private mutating func text(
    _ rule: FieldMerge, _ field: String, _ here: JSONTree?, _ there: JSONTree?
  ) -> JSONTree? {
    func words(_ tree: JSONTree?) -> String? {
      if case .text(let text)? = tree { return text }
      return tree == nil ? "" : nil
    }
    guard let mine = words(here), let its = words(there) else { return nil }
    let before = words(base?[field]) ?? ""
    if rule == .answer, mine.isEmpty || its.isEmpty {
      // An answer that was taken back for a reason is no answer with a reason.
      return nil
    }
    if rule == .answer {
      guard let both = Response.both("", min(mine, its), max(mine, its)) else { return nil }
      if both != BothTexts.merged(base: "", ours: min(mine, its), theirs: max(mine, its)) {
        return .text(both)
      }
    }
    let text = BothTexts.united(base: before, mine, its, inLine: rule == .line)
    if text != mine, text != its { clashes.append(.init(name, field: field, .both)) }
    return .text(text)
  }

  /// A list with what either added, without what either took out.
  private mutating func members(
    _ field: String, _ here: JSONTree, _ there: JSONTree
  ) -> JSONTree {
    // In an order that does not depend on whose is whose.
    let isInOrder = here.text <= there.text
    let (first, second) = isInOrder ? (here, there) : (there, here)
    let empty = JSONTree.list([])
    let row = rows.ours
    guard let kind = name.known,
      let one = try? Entity(kind, row.with(field, base?[field] ?? empty)),
      let two = try? Entity(kind, row.with(field, second)),
      let three = try? Entity(kind, row.with(field, first)),
      case let (merged, met) = Entity.merge(base: one, ours: two, theirs: three),
      let list = try? JSONTree(merged.noun).inOrder[field]
    else { return here }
    if list != here, list != there, met.contains(where: { $0.outcome == .both }) {
      clashes.append(.init(name, field: field, .both))
    }
    return list
  }

  /// Whether one row is dated later than another; of two of one second, the same one whoever asks.
  private static func isLater(_ one: JSONTree, _ other: JSONTree, _ field: String) -> Bool {
    let (a, b) = (one.moment(field)?.seconds ?? 0, other.moment(field)?.seconds ?? 0)
    return a == b ? one.text > other.text : a > b
  }
}

extension Entity.Kind {
  /// A value as it was typed; nil for what is chosen from a list or points at something.
  func said(_ field: String, _ value: JSONTree) -> String? {
    guard let facts = facts(of: field), facts.mask != .code else { return nil }
    switch (facts.kind, value) {
    case (.text, .text(let text)): return text
    case (.number, .number(let number)): return String(number)
    case (.day, .text(let text)): return Day(iso: text)?.long ?? text
    default: return nil
    }
  }

  /// How two edits of a property merge; nil where the noun has none of that name.
  func merge(of field: String) -> FieldMerge? { facts(of: field)?.merge }

  private func facts(
    of field: String
  ) -> (merge: FieldMerge, kind: FieldKind, mask: FieldMask)? {
    func found<N: Noun>(_ noun: N.Type) -> (merge: FieldMerge, kind: FieldKind, mask: FieldMask)? {
      N.shape.field(field).map { ($0.merge, $0.kind, $0.mask) }
    }
    return found(self.type)
  }
}
