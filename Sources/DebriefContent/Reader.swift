import DebriefModel

/// Reads one YAML file and collects what is wrong with it, line by line, without stopping at the
/// first.
final class Reader {
  /// The file, as faults name it.
  let file: String
  /// What was wrong so far.
  private(set) var faults: [Fault] = []
  /// The conditions met so far, to be checked once all items are known.
  private(set) var conditions: [PlacedCondition] = []

  /// A condition and where it stands.
  struct PlacedCondition {
    var condition: Condition
    var line: Int
    /// The id of the item whose answer `answer` stands for; nil where there is none.
    var answering: String?
  }

  init(file: String) { self.file = file }

  /// How many faults of one file are noted: more help nobody.
  static let limit = 20

  /// Notes a fault.
  func fault(_ line: Int, _ message: String) {
    guard faults.count < Reader.limit else { return }
    // What is wrong may be the whole file on one line.
    let cut = message.utf8.count > 400 ? "\(message.prefix(240)) …" : message
    faults.append(Fault(file: file, line: line, message: cut))
  }

  /// The root of the file; nil, and a fault, when there is none.
  func root(of text: String) -> Yaml? {
    do {
      if let root = try Yaml.read(text) { return root }
      fault(1, "the file is empty")
    } catch {
      fault(error.line, error.message)
    }
    return nil
  }

  /// The fields of a mapping; any key that is not allowed is a fault.
  func fields(_ node: Yaml, _ what: String, _ allowed: [String]) -> Fields? {
    guard case .map(let entries, let line) = node else {
      fault(node.line, "expected \(what) with keys, such as `\(allowed[0]): …`")
      return nil
    }
    for entry in entries where !allowed.contains(entry.key) {
      fault(entry.line, "\(what) has no key `\(entry.key)`")
    }
    return Fields(reader: self, line: line, what: what, entries: entries)
  }

  /// The elements of a list; anything else is a fault.
  func list(_ node: Yaml?, _ what: String) -> [Yaml] {
    guard let node else { return [] }
    guard case .list(let elements, _) = node else {
      fault(node.line, "expected a list of \(what)")
      return []
    }
    return elements
  }

  /// The texts of a list, with their lines; what is none, or empty, is a fault.
  func texts(_ node: Yaml?, _ fault: String = "expected text") -> [(text: String, line: Int)] {
    list(node, "texts").compactMap { node in
      guard case .text(let text, let line) = node, !text.isEmpty else {
        self.fault(node.line, fault)
        return nil
      }
      return (text, line)
    }
  }

  /// Reads a condition and keeps it for the check of its names.
  func condition(_ text: String, line: Int, answering: String?) -> Condition? {
    do {
      let condition = try Condition(parsing: text)
      conditions.append(PlacedCondition(condition: condition, line: line, answering: answering))
      return condition
    } catch {
      let shown = text.utf8.count > 80 ? "\(text.prefix(60)) …" : text
      fault(line, "the condition `\(shown)` cannot be read: \(error)")
      return nil
    }
  }
}

/// The fields of one mapping of a file.
struct Fields {
  let reader: Reader
  /// The line the mapping begins at.
  let line: Int
  /// What it is, for faults.
  let what: String
  private let entries: [Yaml.Entry]

  init(reader: Reader, line: Int, what: String, entries: [Yaml.Entry]) {
    self.reader = reader
    self.line = line
    self.what = what
    self.entries = entries
  }

  /// The value of a key as it stands.
  func node(_ key: String) -> Yaml? {
    for index in entries.indices where entries[index].key == key { return entries[index].value }
    return nil
  }
  /// The line a key's value stands at.
  func line(_ key: String) -> Int { node(key)?.line ?? line }
  /// Whether a key is there.
  func has(_ key: String) -> Bool { node(key) != nil }
  /// Notes a fault at a key.
  func fault(_ key: String, _ message: String) { reader.fault(line(key), message) }

  /// A text; nil when the key is missing.
  func text(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard case .text(let text, _) = node else {
      fault(key, "`\(key)` must be text")
      return nil
    }
    if text.utf8.allSatisfy({ $0 <= 0x20 }) {
      fault(key, "`\(key)` is empty")
      return nil
    }
    return text
  }

  /// A text that must be there.
  func need(_ key: String) -> String {
    if !has(key) { reader.fault(line, "\(what) needs `\(key)`") }
    return text(key) ?? ""
  }

  /// `true` or `false`; false when the key is missing.
  func flag(_ key: String) -> Bool {
    switch text(key) {
    case nil, "false": return false
    case "true": return true
    default:
      fault(key, "`\(key)` must be true or false")
      return false
    }
  }

  /// A whole number in a range; nil when the key is missing.
  func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      fault(key, "`\(key)` must be a number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// A list of texts; empty when the key is missing.
  func texts(_ key: String) -> [String] {
    reader.list(node(key), "texts").compactMap { node in
      guard case .text(let text, _) = node, !text.isEmpty else {
        reader.fault(node.line, "`\(key)` can only contain text")
        return nil
      }
      return text
    }
  }

  /// One of a few words; nil when the key is missing.
  func word<Value>(_ key: String, _ words: KeyValuePairs<String, Value>) -> Value? {
    guard let text = text(key) else { return nil }
    if let found = words.first(where: { $0.key == text }) { return found.value }
    let known = words.map(\.key).joined(separator: ", ")
    fault(key, "`\(key)` cannot be `\(text)`: it is one of \(known)")
    return nil
  }

  /// The raw value of a case; nil when the key is missing.
  func word<Value>(_ key: String, of type: Value.Type) -> Value?
  where Value: RawRepresentable<String> & CaseIterable {
    guard let text = text(key) else { return nil }
    if let found = Value(rawValue: text) { return found }
    let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
    fault(key, "`\(key)` cannot be `\(text)`: it is one of \(known)")
    return nil
  }

  /// A condition; nil when the key is missing.
  func condition(_ key: String, answering: String? = nil) -> Condition? {
    text(key).flatMap { reader.condition($0, line: line(key), answering: answering) }
  }
}
