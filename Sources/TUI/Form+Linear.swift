/// A form that is gone through field by field, where nothing of it is drawn.
extension Form {
  /// Where the focus is among the fields that are asked now, 1 first, and how many those are. The row that
  /// shows folded fields is not counted.
  public var place: (at: Int, of: Int) {
    let asked = stops.filter { $0 < fields.count }
    return ((asked.firstIndex(of: focus) ?? asked.count) + 1, asked.count)
  }

  /// Whether nothing is asked after what has the focus.
  public var isAtEnd: Bool { stops.last.map { focus >= $0 } ?? true }

  /// Whether nothing is asked before it.
  public var isAtStart: Bool { stops.first.map { focus <= $0 } ?? true }

  /// How many fields are folded away.
  public var foldedCount: Int { folded.count }

  /// What the answer of a field was understood as; nil where nothing is to be said.
  public func understood(_ id: String) -> String? { heard[id].flatMap { $0.isEmpty ? nil : $0 } }

  /// The texts to read that stand before the field with the focus, since the field before it.
  public var notesBefore: [String] {
    let start = stops.last { $0 < focus }.map { $0 + 1 } ?? 0
    guard start <= min(focus, fields.count) else { return [] }
    return fields[start..<min(focus, fields.count)].compactMap {
      if case .note(let text) = $0.kind { text } else { nil }
    }
  }
}
