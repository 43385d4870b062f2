import DebriefModel

/// What must hold for an item whatever file it stands in.
enum Rules {
  /// Something wrong with an item, and the key it shows at.
  struct ItemFault {
    var key: String
    var message: String
  }

  /// Whether a text can be the id of an item: a bare name in a condition, and not a word of one.
  static func isID(_ text: String) -> Bool {
    guard let first = text.first, first.isASCII, first.isLowercase,
      !["answer", "and", "or", "not", "is", "has"].contains(text)
    else { return false }
    return text.allSatisfy {
      $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "." || $0 == "-")
    }
  }

  /// What is wrong between the parts of an item.
  static func faults(of item: Item) -> [ItemFault] {
    var faults: [ItemFault] = []
    func note(_ key: String, _ message: String) {
      faults.append(ItemFault(key: key, message: message))
    }
    switch item.kind {
    case .scale where item.anchors.count != 2 && item.anchors.count != 5:
      note("anchors", "a scale needs 2 anchors (its ends) or 5 (its steps)")
    case .sided where item.anchors.count != 2:
      note("anchors", "a sided item needs 2 anchors: its ends")
    case .scale, .sided: break
    default:
      if !item.anchors.isEmpty { note("anchors", "only `scale` and `sided` have anchors") }
    }
    let picks = item.kind == .choice || item.kind == .ticks
    if picks, item.choices.count < 2 {
      note(
        "choices",
        item.kind == .choice
          ? "a choice needs at least 2 choices" : "checkboxes need at least 2 choices")
    } else if !picks, !item.choices.isEmpty {
      note("choices", "only `choice` and `ticks` have choices")
    }
    if item.kind == .ticks {
      // The boxes that are ticked are stored with a blank between them, none as a word of its own.
      for choice in item.choices where !isID(choice.id) || choice.id == Item.noTicks {
        note(
          "choices",
          "`\(choice.id)` can't name a checkbox: use lowercase letters, digits, dots, and hyphens")
      }
    }
    if let binding = item.binds, !allows(binding, item.kind) {
      note("binds", "`\(binding.rawValue)` cannot be bound by an item of this kind")
    }
    if let sent = item.sent {
      let fits =
        switch item.kind {
        case .yesNo: sent == "yes" || sent == "no"
        case .choice: item.choices.contains { $0.id == sent }
        case .task: sent == "done"
        default: false
        }
      if item.letter == nil { note("sent", "`sent` needs `letter`") }
      if !fits { note("sent", "`\(sent)` isn't an answer to this item") }
    }
    if !item.suggests.isEmpty {
      if item.phase == nil { note("suggests", "an item that suggests needs `phase`") }
      if case .task = item.kind { note("suggests", "a task has no answer to suggest from") }
    }
    return faults
  }

  private static func allows(_ binding: Item.Binding, _ kind: Item.Kind) -> Bool {
    switch binding {
    case .lesson: kind == .line
    case .refusalWords, .acceptedWords: kind == .line || kind == .text
    case .turn: kind == .line
    case .ending: kind == .line || kind == .text
    case .finalists: kind == .count
    case .picked: kind == .choice
    case .counter: kind == .text
    case .silence: kind == .choice || kind == .yesNo
    }
  }

  /// Why an answer to `item` can never compare with `value` in this way; nil when it can.
  static func fault(
    of item: Item, _ comparison: Condition.Comparison, _ value: String
  ) -> String? {
    let ordered = comparison.isOrder
    if item.kind == .ticks {
      if comparison == .has {
        return item.choices.contains { $0.id == value } ? nil : "`\(item.id)` has no box `\(value)`"
      }
      return comparison == .equal && value == Item.noTicks
        ? nil : "`\(item.id)` is a set of checkboxes: ask for one with `has`"
    }
    if comparison == .has { return "`has` is for checkboxes; `\(item.id)` has none" }
    func number(_ range: ClosedRange<Int>) -> String? {
      if let number = Int(value), range.contains(number) { return nil }
      return "`\(item.id)` is answered with \(range.lowerBound) to \(range.upperBound), "
        + "never with `\(value)`"
    }
    switch item.kind {
    case .scale: return number(1...5)
    case .sided: return number(-2...2)
    case .count: return number(item.range)
    case .yesNo where ordered: return "`\(item.id)` is answered with yes or no, not with a number"
    case .yesNo:
      return value == "yes" || value == "no"
        ? nil : "`\(item.id)` is answered with yes or no, never with `\(value)`"
    case .choice where ordered: return "`\(item.id)` is a choice, not a number"
    case .choice:
      return item.choices.contains { $0.id == value }
        ? nil : "`\(item.id)` has no choice `\(value)`"
    case .line, .text, .date, .task, .ticks: return ordered ? "`\(item.id)` is not a number" : nil
    }
  }
}
