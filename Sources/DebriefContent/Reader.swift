import DebriefModel
import Yams

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

  /// Notes a fault.
  func fault(_ line: Int, _ message: String) {
    faults.append(Fault(file: file, line: line, message: message))
  }

  /// The mapping at the root of the file; nil, and a fault, when there is none.
  func root(of text: String) -> Node? {
    do {
      // The basic resolver takes every scalar as text, so `no` stays a word.
      guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        fault(1, "the file is empty")
        return nil
      }
      return node
    } catch let error as YamlError {
      let (line, message) = Reader.words(for: error)
      fault(line, message)
    } catch {
      fault(1, "is not YAML")
    }
    return nil
  }

  private static func words(for error: YamlError) -> (Int, String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, "is not YAML: \(problem), at column \(mark.column)")
    case .duplicatedKeysInMapping(let keys, let context):
      (context.mark.line, "the key `\(keys.first ?? "")` stands here twice")
    case .reader(let problem, _, _, _): (1, "is not YAML: \(problem)")
    default: (1, "is not YAML")
    }
  }

  /// The fields of a mapping; any key that is not allowed is a fault.
  func fields(_ node: Node, _ what: String, _ allowed: [String]) -> Fields? {
    guard case .mapping(let mapping) = node else {
      fault(node.line, "expected \(what) with keys, such as `\(allowed[0]): …`")
      return nil
    }
    var values: [(key: String, node: Node)] = []
    values.reserveCapacity(mapping.count)
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        fault(key.line, "a key must be a word")
        continue
      }
      if allowed.contains(scalar.string) {
        values.append((scalar.string, value))
      } else {
        fault(key.line, "\(what) has no key `\(scalar.string)`")
      }
    }
    return Fields(reader: self, line: node.line, what: what, values: values)
  }

  /// The elements of a list; anything else is a fault.
  func list(_ node: Node?, _ what: String) -> [Node] {
    guard let node else { return [] }
    guard case .sequence(let sequence) = node else {
      fault(node.line, "expected a list of \(what)")
      return []
    }
    return Array(sequence)
  }

  /// Reads a condition and keeps it for the check of its names.
  func condition(_ text: String, line: Int, answering: String?) -> Condition? {
    do {
      let condition = try Condition(parsing: text)
      conditions.append(PlacedCondition(condition: condition, line: line, answering: answering))
      return condition
    } catch {
      fault(line, "the condition `\(text)` cannot be read: \(error)")
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
  private let values: [(key: String, node: Node)]

  init(reader: Reader, line: Int, what: String, values: [(key: String, node: Node)]) {
    self.reader = reader
    self.line = line
    self.what = what
    self.values = values
  }

  /// The value of a key as it stands.
  func node(_ key: String) -> Node? {
    for index in values.indices where values[index].key == key { return values[index].node }
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
    guard case .scalar(let scalar) = node else {
      fault(key, "`\(key)` must be a text")
      return nil
    }
    if scalar.string.utf8.allSatisfy({ $0 <= 0x20 }) {
      fault(key, "`\(key)` is empty")
      return nil
    }
    return scalar.string
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
      guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
        reader.fault(node.line, "`\(key)` must hold texts only")
        return nil
      }
      return scalar.string
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

extension Node {
  /// The line it begins at.
  var line: Int { mark?.line ?? 0 }
}
