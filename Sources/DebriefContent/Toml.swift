/// A piece of a TOML file. It is read here, line for line, and not by a library: the one there is
/// ends the program at some texts that are no TOML, and says no lines of what it has read.
indirect enum Toml: Equatable {
  /// A text.
  case text(String)
  /// A whole number.
  case whole(Int)
  /// `true` or `false`.
  case flag(Bool)
  /// A fraction, a date, a time, or a list of sections: nothing here asks for one.
  case other
  /// A list.
  case list([Toml])
  /// Keys and their values, in the order of the file.
  case table([Entry])

  /// A key of a table and its value.
  struct Entry: Equatable {
    var key: String
    /// The line the key stands at.
    var line: Int
    var value: Toml
  }

  /// What is wrong with a text as TOML, and where.
  struct Problem: Error, Equatable {
    var line: Int
    var message: String
  }

  /// Reads a text. A line that cannot be read is left out, with a problem; the rest holds.
  static func read(_ text: String) -> (entries: [Entry], problems: [Problem]) {
    var reader = TomlReader(text)
    reader.read()
    return (reader.root, reader.problems)
  }

  /// What is nested deeper is no setting, and would exhaust the stack.
  static let deepest = 12

  /// Puts a value at the end of a path. Throws when something stands there already.
  static func put(
    _ value: Toml, at path: ArraySlice<String>, line: Int, in entries: inout [Entry]
  ) throws(Problem) {
    guard let key = path.first else { return }
    let rest = path.dropFirst()
    guard let index = entries.firstIndex(where: { $0.key == key }) else {
      var inner: [Entry] = []
      try put(value, at: rest, line: line, in: &inner)
      entries.append(Entry(key: key, line: line, value: rest.isEmpty ? value : .table(inner)))
      return
    }
    guard case .table(var inner) = entries[index].value else { throw twice(key, line) }
    if rest.isEmpty {
      // A section may come after one of its own parts: [a.b], then [a].
      guard value == .table([]) else { throw twice(key, line) }
      return
    }
    try put(value, at: rest, line: line, in: &inner)
    entries[index].value = .table(inner)
  }

  private static func twice(_ key: String, _ line: Int) -> Problem {
    Problem(line: line, message: "`\(key)` appears twice")
  }
}
