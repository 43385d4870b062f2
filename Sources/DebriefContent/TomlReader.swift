/// Reads a TOML text from left to right.
struct TomlReader {
  private(set) var root: [Toml.Entry] = []
  private(set) var problems: [Toml.Problem] = []
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  /// The path of the section that is open; nil for one that could not be read.
  private var section: [String]? = []
  private var sections: Set<[String]> = []
  private var count = 0

  /// A file may have so many keys; nobody types more.
  private static let mostKeys = 2000
  /// More problems of one file help nobody.
  private static let mostProblems = 50

  init(_ text: String) {
    bytes = Array(text.utf8)
    // The byte order mark of some editors.
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { at = 3 }
  }

  mutating func read() {
    while true {
      skipBlank(lines: true)
      guard let sign = peek() else { return }
      do throws(Toml.Problem) {
        if sign == UInt8(ascii: "[") { try header() } else { try assignment() }
        skipBlank(lines: false)
        if let next = peek(), next != newline {
          throw problem("only a comment may follow on this line")
        }
      } catch {
        problems.append(error)
        while let next = peek(), next != newline { at += 1 }
      }
      if count > TomlReader.mostKeys || problems.count >= TomlReader.mostProblems { return }
    }
  }

  private func problem(_ message: String, line: Int? = nil) -> Toml.Problem {
    Toml.Problem(line: line ?? self.line, message: message)
  }

  // MARK: - Lines

  private mutating func header() throws(Toml.Problem) {
    section = nil
    count += 1
    if count > TomlReader.mostKeys { throw problem("there are more sections than settings") }
    at += 1
    let isList = peek() == UInt8(ascii: "[")
    if isList { at += 1 }
    let path = try path("a section is written [silence], on one line")
    for _ in 0..<(isList ? 2 : 1) {
      guard peek() == UInt8(ascii: "]") else {
        throw problem("a section is written [silence], on one line")
      }
      at += 1
    }
    if isList {
      // What belongs to it is read and not kept: no setting is a list of sections.
      if sections.insert(path).inserted {
        try Toml.put(.other, at: path[...], line: line, in: &root)
      }
      return
    }
    guard sections.insert(path).inserted else {
      throw problem("the section [\(path.joined(separator: "."))] appears twice")
    }
    try Toml.put(.table([]), at: path[...], line: line, in: &root)
    section = path
  }

  private mutating func assignment() throws(Toml.Problem) {
    let start = line
    let (path, value) = try pair()
    guard let section else { return }
    guard section.count + path.count <= Toml.deepest else {
      throw problem("is nested too deeply", line: start)
    }
    try Toml.put(value, at: (section + path)[...], line: start, in: &root)
  }

  /// A key, `=` and a value.
  private mutating func pair(depth: Int = 0) throws(Toml.Problem) -> ([String], Toml) {
    count += 1
    if count > TomlReader.mostKeys { throw problem("there are more keys than settings") }
    let path = try path("expected a key such as days = 30")
    guard peek() == UInt8(ascii: "=") else {
      throw problem("expected `=` and a value after `\(path.joined(separator: "."))`")
    }
    at += 1
    skipBlank(lines: false)
    return (path, try value(depth: depth))
  }

  /// The words of a key, parted by dots.
  private mutating func path(_ expected: String) throws(Toml.Problem) -> [String] {
    var words: [String] = []
    while true {
      skipBlank(lines: false)
      if let sign = peek(), sign == quote || sign == apostrophe {
        words.append(try text(sign))
      } else {
        let word = take { $0.isBare }
        if word.isEmpty { throw problem(expected) }
        words.append(word)
      }
      if words.count > Toml.deepest { throw problem("is nested too deeply") }
      skipBlank(lines: false)
      guard peek() == UInt8(ascii: ".") else { return words }
      at += 1
    }
  }

  // MARK: - Values

  private mutating func value(depth: Int) throws(Toml.Problem) -> Toml {
    if depth > Toml.deepest { throw problem("is nested too deeply") }
    switch peek() {
    case nil, newline: throw problem("there is no value after `=`")
    case quote, apostrophe:
      let sign = peek() ?? quote
      if peek(1) == sign, peek(2) == sign { return .text(try longText(sign)) }
      return .text(try text(sign))
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "{"): return try table(depth: depth)
    default: return try plain()
    }
  }

  private mutating func list(depth: Int) throws(Toml.Problem) -> Toml {
    let start = line
    var elements: [Toml] = []
    at += 1
    while true {
      skipBlank(lines: true)
      if peek() == UInt8(ascii: "]") { break }
      guard peek() != nil else { throw problem("this list has no `]` at its end", line: start) }
      elements.append(try value(depth: depth + 1))
      skipBlank(lines: true)
      if peek() == UInt8(ascii: ",") {
        at += 1
      } else if peek() != UInt8(ascii: "]") {
        throw problem("this list needs commas, and `]` at its end", line: start)
      }
    }
    at += 1
    return .list(elements)
  }

  private mutating func table(depth: Int) throws(Toml.Problem) -> Toml {
    var entries: [Toml.Entry] = []
    at += 1
    skipBlank(lines: false)
    while peek() != UInt8(ascii: "}") {
      let (path, value) = try pair(depth: depth + 1)
      try Toml.put(value, at: path[...], line: line, in: &entries)
      skipBlank(lines: false)
      if peek() == UInt8(ascii: ",") {
        at += 1
      } else if peek() != UInt8(ascii: "}") {
        throw problem("a table in braces needs commas, and `}` on the same line")
      }
      skipBlank(lines: false)
    }
    at += 1
    return .table(entries)
  }

  /// A word, a number, a date or a time.
  private mutating func plain() throws(Toml.Problem) -> Toml {
    let start = at
    var word = take {
      $0.isBare || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".") || $0 == colon
    }
    if word.utf8.count == 10, isNumeric(word), peek() == 0x20, let next = peek(1), next.isDigit {
      // A date and a time may be parted by a blank.
      at += 1
      word += take { $0.isDigit || $0 == colon }
    }
    switch word {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "inf", "+inf", "-inf", "nan", "+nan", "-nan": return .other
    default: break
    }
    if let number = TomlReader.whole(word) { return .whole(number) }
    if isNumeric(word) { return .other }
    at = start
    var seen = take { $0 != newline && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: ",") }
    while let last = seen.last, last.isWhitespace { seen.removeLast() }
    throw problem("`\(seen.prefix(40))` isn't a value: text goes in quotes")
  }

  /// Whether a word looks like a fraction, a date or a time.
  private func isNumeric(_ word: String) -> Bool {
    let signs = word.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
    guard let first = signs.first, first.isDigit else { return false }
    return signs.contains { !$0.isDigit } && signs.allSatisfy { TomlReader.numeric.contains($0) }
  }

  private static let numeric = Array("0123456789_.eE+-:TZtz".utf8)

  /// A whole number: decimal, or after `0x`, `0o`, `0b`; `_` may part its digits.
  private static func whole(_ word: String) -> Int? {
    guard !word.hasPrefix("_"), !word.hasSuffix("_"), !word.contains("__") else { return nil }
    let digits = word.filter { $0 != "_" }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where digits.hasPrefix(prefix) {
      let rest = digits.dropFirst(2)
      return rest.first?.isHexDigit == true ? Int(rest, radix: radix) : nil
    }
    let plain = digits.drop { $0 == "-" || $0 == "+" }
    return plain.count > 1 && plain.first == "0" ? nil : Int(digits)
  }

  // MARK: - Texts

  /// A text between quotes, on one line.
  private mutating func text(_ sign: UInt8) throws(Toml.Problem) -> String {
    var result: [UInt8] = []
    at += 1
    while let next = peek(), next != newline {
      at += 1
      if next == sign { return String(decoding: result, as: UTF8.self) }
      if next == backslash, sign == quote { try escape(&result) } else { result.append(next) }
    }
    throw problem("text needs a closing quotation mark on the same line")
  }

  /// A text between three quotes, of any number of lines.
  private mutating func longText(_ sign: UInt8) throws(Toml.Problem) -> String {
    let start = line
    var result: [UInt8] = []
    at += 3
    if peek() == 0x0d, peek(1) == newline { at += 1 }
    if peek() == newline { step() }
    while let next = peek() {
      if next == sign, peek(1) == sign, peek(2) == sign {
        at += 3
        // Up to two more quotes belong to the text.
        for _ in 0..<2 where peek() == sign {
          result.append(sign)
          at += 1
        }
        return String(decoding: result, as: UTF8.self)
      }
      if next == backslash, sign == quote {
        at += 1
        if let end = peek(), end == newline || end == 0x20 || end == 0x0d {
          // The line goes on after its end, without the blanks between.
          while let blank = peek(), blank == newline || blank <= 0x20 { step() }
        } else {
          try escape(&result)
        }
      } else {
        result.append(next)
        step()
      }
    }
    throw problem(
      "this text is never closed: it needs three quotation marks at the end, too", line: start)
  }

  /// What follows a backslash.
  private mutating func escape(_ result: inout [UInt8]) throws(Toml.Problem) {
    guard let sign = peek(), sign != newline else {
      throw problem("text needs a closing quotation mark on the same line")
    }
    at += 1
    switch sign {
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "n"): result.append(newline)
    case UInt8(ascii: "f"): result.append(0x0c)
    case UInt8(ascii: "r"): result.append(0x0d)
    case quote, backslash: result.append(sign)
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let length = sign == UInt8(ascii: "u") ? 4 : 8
      let digits = String(decoding: bytes[at..<min(bytes.count, at + length)], as: UTF8.self)
      guard digits.utf8.count == length, let value = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(value)
      else { throw problem("\\u needs four hex digits and \\U eight, for a valid character") }
      at += length
      result += Array(String(scalar).utf8)
    default: throw problem("type a backslash twice in text: \\\\")
    }
  }

  // MARK: - Signs

  private func peek(_ ahead: Int = 0) -> UInt8? {
    at + ahead < bytes.count ? bytes[at + ahead] : nil
  }

  private mutating func step() {
    if peek() == newline { line += 1 }
    at += 1
  }

  private mutating func take(while belongs: (UInt8) -> Bool) -> String {
    let start = at
    while let sign = peek(), belongs(sign) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// Blanks and a remark; ends of lines, too, where a statement may go on or begin.
  private mutating func skipBlank(lines: Bool) {
    while let sign = peek() {
      if sign == UInt8(ascii: "#") {
        while let next = peek(), next != newline { at += 1 }
      } else if sign == 0x20 || sign == 0x09 || sign == 0x0d || (lines && sign == newline) {
        step()
      } else {
        return
      }
    }
  }
}

private let newline = UInt8(ascii: "\n")
private let quote = UInt8(ascii: "\"")
private let apostrophe = UInt8(ascii: "'")
private let backslash = UInt8(ascii: "\\")
private let colon = UInt8(ascii: ":")

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
  /// Whether it may stand in a key without quotes.
  fileprivate var isBare: Bool {
    isDigit || (0x61...0x7a).contains(self) || (0x41...0x5a).contains(self)
      || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
  }
}
