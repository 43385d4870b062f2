extension Item {
  /// An answer as one would say it: of a scale what its step means, of boxes their titles. Nil for a step
  /// that was done and leaves nothing to read; what no kind of this item knows stays as it is stored.
  public func words(_ value: String) -> String? {
    switch kind {
    case .line, .text, .yesNo: return value
    case .choice: return choices.first { $0.id == value }?.title ?? value
    case .ticks:
      if value == Item.noTicks { return "none of these" }
      let ids = Item.ticks(value)
      return ids.map { id in choices.first { $0.id == id }?.title ?? id }.joined(separator: ", ")
    case .count: return Int(value).map { $0 == 0 ? "none" : String($0) } ?? value
    case .date: return Day(iso: value)?.long ?? value
    case .scale: return Int(value).map { step($0, from: 1, through: 5) } ?? value
    case .sided:
      return Int(value).map { $0 == 0 ? "just right" : step($0 + 3, from: 1, through: 5) } ?? value
    case .task(let task): return words(value, of: task)
    }
  }

  /// `4 of 5, good`; of a scale with words at its ends only, these with it.
  private func step(_ n: Int, from first: Int, through last: Int) -> String {
    let place = "\(n) of \(last)"
    guard (first...last).contains(n), !anchors.isEmpty else { return place }
    if anchors.count == last { return "\(place), \(anchors[n - 1])" }
    guard let low = anchors.first, let high = anchors.last, anchors.count > 1 else { return place }
    if n == first { return "\(place), \(low)" }
    if n == last { return "\(place), \(high)" }
    return "\(place), from \(low) to \(high)"
  }

  private func words(_ value: String, of task: Task) -> String? {
    switch task {
    case .time:
      return Depth(value: value)?.time.label ?? value
    case .tried:
      let said = ["done": "I did it", "forgot": "I forgot", "none": "It didn't come up"]
      return Wizard.tried(in: value).map { said[$0.word] ?? $0.word }.joined(separator: "; ")
    case .phases:
      let phases = value.split(separator: " ").compactMap { Phase(rawValue: String($0)) }
      return phases.isEmpty
        ? nil
        : "nothing to note \(phases.map(\.label).joined(separator: " or ")) the interview"
    default: return ["done", "seen", "none"].contains(value) ? nil : value
    }
  }
}
