import DebriefModel

/// Words that are looked for in a list or a text, and where they were found last.
struct Find: Equatable, Sendable {
  /// The words.
  var words = ""
  /// The row, and what it is a row of.
  private var found: (row: Int, place: String)?

  init(_ words: String = "") { self.words = words }

  /// Whether a text holds them: in any case, unless a capital letter among them says which.
  func holds(_ text: String) -> Bool {
    let isExact = words.contains { $0.isUppercase }
    return (isExact ? text : text.lowercased())
      .containsText(isExact ? words : words.lowercased())
  }

  /// The next row that holds them, from one on and around; nil when none does.
  func next(in rows: [String], from start: Int, step: Int) -> Int? {
    if words.isEmpty || rows.isEmpty { return nil }
    return (0..<rows.count).lazy.map { offset in
      ((start + offset * step) % rows.count + rows.count) % rows.count
    }.first { holds(rows[$0]) }
  }

  /// Where they were found in a place; nil when not there.
  func row(in place: String) -> Int? { found.flatMap { $0.place == place ? $0.row : nil } }

  /// Remembers where they were found.
  mutating func put(_ row: Int?, in place: String) { found = row.map { ($0, place) } }

  static func == (a: Find, b: Find) -> Bool {
    a.words == b.words && a.found?.row == b.found?.row && a.found?.place == b.found?.place
  }
}

extension String {
  /// Whether `part` stands anywhere in the text.
  func containsText(_ part: String) -> Bool {
    if part.isEmpty { return true }
    let needle = Array(part.utf8)
    let hay = Array(utf8)
    guard hay.count >= needle.count else { return false }
    for start in 0...(hay.count - needle.count)
    where hay[start] == needle[0] && hay[start..<(start + needle.count)].elementsEqual(needle) {
      return true
    }
    return false
  }
}
