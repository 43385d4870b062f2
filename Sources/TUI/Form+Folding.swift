/// Which fields of a form are shown: those that are rarely needed are folded away, and those that another
/// answer rules out are not there.
extension Form {
  /// Whether a field says no more than it does without an answer.
  func isPlain(_ i: Int) -> Bool {
    let value = value(at: i)
    return value.allSatisfy(\.isWhitespace) || value == fields[i].plain
  }

  /// Whether another answer rules a field out. What somebody typed in it is let go of by nobody else: then it
  /// stays.
  func isAbsent(_ i: Int) -> Bool {
    guard let only = fields[i].only,
      let other = fields.firstIndex(where: { $0.id == only.field })
    else { return false }
    let isAsked = only.answers.contains(value(at: other)) && !isAbsent(other)
    return !isAsked && (isPlain(i) || value(at: i) == fields[i].value)
  }

  /// The fields that are ruled out now.
  var absent: Set<Int> { Set(fields.indices.filter(isAbsent)) }

  /// Asks all of them, whatever the others say.
  mutating func asksAll() { for i in fields.indices { fields[i].only = nil } }

  /// The fields of which nothing is shown.
  var unseen: Set<Int> { hidden.union(absent) }

  /// Where the focus can be, in order.
  var stops: [Int] {
    let unseen = unseen
    return fields.indices.filter { !fields[$0].isNote && !unseen.contains($0) }
      + (folded.isEmpty ? [] : [fields.count])
  }

  /// Whether the focus is on the row that shows the folded fields.
  public var isOnMore: Bool { !folded.isEmpty && focus == fields.count }

  /// The field that has the focus.
  public var focused: FormField? { fields.indices.contains(focus) ? fields[focus] : nil }

  /// Shows all fields where this one is folded: what is pointed at is seen, and what belongs to it.
  mutating func unfold(_ i: Int) { if folded.contains(i) { hidden = [] } }

  mutating func open() {
    guard let first = folded.min() else { return }
    hidden = []
    focus = first
  }
}
