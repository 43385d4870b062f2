import Yams

/// A piece of a YAML file, with its line. Every scalar is a text: what it means is for the reader
/// of the file to say, so that `no` stays a word.
indirect enum Yaml {
  /// A text, a number or a word.
  case text(String, line: Int)
  /// A list.
  case list([Yaml], line: Int)
  /// Keys and their values, in the order of the file.
  case map([Entry], line: Int)

  /// A key of a map and its value.
  struct Entry {
    var key: String
    /// The line the key stands at.
    var line: Int
    var value: Yaml
  }

  /// The line it begins at.
  var line: Int {
    switch self {
    case .text(_, let line), .list(_, let line), .map(_, let line): line
    }
  }

  /// What is wrong with a text as YAML, and where.
  struct Problem: Error {
    var line: Int
    var message: String
  }

  /// Reads a text; nil when there is nothing in it.
  static func read(_ text: String) throws(Problem) -> Yaml? {
    if let line = Aliases.line(in: text) {
      let message =
        "anchors and aliases (`&a`, `*a`) aren't supported; if it's text, put it in quotes"
      throw Problem(line: line, message: message)
    }
    if let problem = Nesting.problem(in: text) { throw problem }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch let error as YamlError {
      throw Problem(error)
    } catch {
      throw Problem(line: 1, message: "is not YAML")
    }
    return try root.map { node throws(Problem) in try Yaml(node) }
  }

  /// One text may have so many bytes: it is drawn, searched and sent as a whole.
  static let longestText = 20_000

  private init(_ node: Node) throws(Problem) {
    switch node {
    case .scalar(let scalar):
      guard scalar.string.utf8.count <= Yaml.longestText else {
        throw Problem(
          line: scalar.mark?.line ?? 0, message: "some text here is longer than 20,000 characters")
      }
      self = .text(scalar.string, line: scalar.mark?.line ?? 0)
    case .sequence(let sequence):
      var elements: [Yaml] = []
      elements.reserveCapacity(sequence.count)
      for node in sequence { elements.append(try Yaml(node)) }
      self = .list(elements, line: sequence.mark?.line ?? 0)
    case .mapping(let mapping):
      var entries: [Entry] = []
      entries.reserveCapacity(mapping.count)
      for (key, value) in mapping {
        guard case .scalar(let scalar) = key else {
          throw Problem(line: key.mark?.line ?? 0, message: "a key must be a word")
        }
        entries.append(
          Entry(key: scalar.string, line: scalar.mark?.line ?? 0, value: try Yaml(value)))
      }
      self = .map(entries, line: mapping.mark?.line ?? 0)
    case .alias(let alias):
      throw Problem(line: alias.mark?.line ?? 0, message: "aliases aren't supported")
    }
  }
}

extension Yaml.Problem {
  fileprivate init(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(line: mark.line, message: "is not YAML: \(problem), at column \(mark.column)")
    case .duplicatedKeysInMapping(let keys, let context):
      self.init(
        line: context.mark.line, message: "the key `\(keys.first ?? "")` appears twice")
    case .reader(let problem, _, _, _): self.init(line: 1, message: "is not YAML: \(problem)")
    default: self.init(line: 1, message: "is not YAML")
    }
  }
}
