/// What is wrong with the text of a condition, and where.
public struct ConditionFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, in one sentence without a full stop.
  public var message: String
  /// Where: the number of the character, 1 for the first.
  public var column: Int

  /// Makes a fault.
  public init(_ message: String, column: Int) {
    self.message = message
    self.column = column
  }

  /// What and where.
  public var description: String { "\(message), at column \(column)" }
}

extension Condition {
  /// The facts a condition may read. The app computes them for the application under review; a
  /// name that is not here is a fault in a checklist.
  public static let facts: Set<String> = [
    "@interviewed",  // yes when there was ever a talk
    "@video",  // yes when a round was held by video
    "@rounds",  // how many rounds were held
    "@fast",  // yes when they refused within three days of a first round (A38)
    "@turns",  // how many turns are written down
    "@weakturns",  // how many turns are rated 2 or less (A31)
    "@feedback",  // how many replies are on file
    "@waiting",  // how many requests for feedback wait for a reply
    "@thanked",  // yes when a thank-you note went out (A56)
    "@strengths",  // how many strengths are listed
    "@weaknesses",  // how many weaknesses are listed
    "@finalists",  // how many reached the last round, when known (A4)
    "@resting",  // yes when only the steps that save what fades are asked for now (A6)
    "@mood",  // the mood at the start, 1 to 5
    "@late",  // hours between the end of the talk and the writing down (A11)
    "@people",  // how many people took part
    "@ghosted",  // yes when the application ended in silence
    "@fitted",  // yes when fit was rated after the talk (A21, A25)
    "@cold",  // yes when the last contact ended coldly (A95)
    "@carried",  // how many changes to try other applications left open (A9)
    "@picked",  // chosen or many, when the application says it (A101)
    "@industry",  // the industry, when the application says it (A102)
    "@cover",  // sent or without, when the application says whether there was a cover letter (A100)
    "@promised",  // yes when they named a date for an answer
    "@concluded",  // yes when the person has said that the silence is a no
  ]

  /// The bytes a condition may have.
  public static let longest = 2000
  /// The words and signs a condition may have.
  public static let mostParts = 200

  /// Reads a condition as it is written in a checklist:
  ///
  /// ```
  /// either     = both { "or" both }
  /// both       = part { "and" part }
  /// part       = "not" part | "(" either ")" | name [ comparison value ]
  /// comparison = "is" | "is not" | "has" | "<" | "<=" | ">" | ">="
  /// name       = [ "@" ] letter { letter | digit | "." | "-" | "_" }
  /// value      = word | "\"" text "\""
  /// ```
  ///
  /// At most ``longest`` bytes and ``mostParts`` words and signs: what is joined lies in each other, and
  /// whoever reads it goes down into it.
  ///
  /// - Throws: ``ConditionFault``: what was expected, and in which column.
  public init(parsing text: String) throws(ConditionFault) {
    guard text.utf8.count <= Condition.longest else {
      throw ConditionFault("a condition has at most 2,000 characters", column: Condition.longest)
    }
    var parser = ConditionParser(try ConditionToken.split(text), end: text.count + 1)
    self = try parser.either()
    if let rest = parser.next {
      throw ConditionFault(
        "expected `and`, `or`, or the end, not `\(rest.text)`", column: rest.column)
    }
  }
}

/// A word, a sign or a quoted text of a condition.
private struct ConditionToken {
  enum Kind { case word, sign, quoted }
  var kind: Kind
  var text: String
  var column: Int

  /// Whether it stands for itself and cannot be a name or a value.
  var isReserved: Bool { kind == .word && ["and", "or", "not", "is", "has"].contains(text) }

  /// Cuts a text into tokens. Works on bytes: names and signs are ASCII, and what stands between
  /// quotation marks is taken as it is.
  static func split(_ text: String) throws(ConditionFault) -> [ConditionToken] {
    let bytes = Array(text.utf8)
    var tokens: [ConditionToken] = []
    var at = 0
    func column(_ index: Int) -> Int {
      String(decoding: bytes[..<index], as: UTF8.self).count + 1
    }
    func add(_ kind: Kind, _ range: Range<Int>, at start: Int) {
      let text = String(decoding: bytes[range], as: UTF8.self)
      tokens.append(ConditionToken(kind: kind, text: text, column: column(start)))
    }
    while at < bytes.count {
      let start = at
      if tokens.count == Condition.mostParts {
        throw ConditionFault("a condition has at most 200 words and symbols", column: column(start))
      }
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
      case UInt8(ascii: "("), UInt8(ascii: ")"): add(.sign, start..<at, at: start)
      case UInt8(ascii: "<"), UInt8(ascii: ">"):
        if at < bytes.count, bytes[at] == UInt8(ascii: "=") { at += 1 }
        add(.sign, start..<at, at: start)
      case UInt8(ascii: "\""):
        guard let close = bytes[at...].firstIndex(of: byte) else {
          throw ConditionFault("the closing quotation mark is missing", column: column(start))
        }
        add(.quoted, at..<close, at: start)
        at = close + 1
      default:
        guard isPartOfWord(byte) || byte == UInt8(ascii: "@") else {
          let character = String(decoding: bytes[start...], as: UTF8.self).first ?? "?"
          throw ConditionFault("`\(character)` means nothing here", column: column(start))
        }
        while at < bytes.count, isPartOfWord(bytes[at]) { at += 1 }
        add(.word, start..<at, at: start)
      }
    }
    return tokens
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

/// Reads the tokens from left to right; `or` binds least, then `and`, then `not`.
private struct ConditionParser {
  private let tokens: [ConditionToken]
  private let end: Int
  private var at = 0
  private var depth = 0

  init(_ tokens: [ConditionToken], end: Int) {
    self.tokens = tokens
    self.end = end
  }

  var next: ConditionToken? { at < tokens.count ? tokens[at] : nil }

  private mutating func take(_ kind: ConditionToken.Kind, _ text: String) -> Bool {
    guard let token = next, token.kind == kind, token.text == text else { return false }
    at += 1
    return true
  }

  mutating func either() throws(ConditionFault) -> Condition {
    var result = try both()
    while take(.word, "or") { result = .or(result, try both()) }
    return result
  }

  private mutating func both() throws(ConditionFault) -> Condition {
    var result = try part()
    while take(.word, "and") { result = .and(result, try part()) }
    return result
  }

  private mutating func part() throws(ConditionFault) -> Condition {
    depth += 1
    defer { depth -= 1 }
    if depth > 50 {
      throw ConditionFault("too many nested parentheses", column: next?.column ?? end)
    }
    if take(.word, "not") { return .not(try part()) }
    if take(.sign, "(") {
      let inner = try either()
      guard take(.sign, ")") else {
        throw ConditionFault("expected `)`", column: next?.column ?? end)
      }
      return inner
    }
    let name = try self.name()
    guard let (comparison, sign) = comparison() else { return .present(name) }
    let value = try self.value(after: sign)
    if comparison.isOrder, Int(value.text) == nil {
      throw ConditionFault(
        "`\(sign)` compares with a number, not with `\(value.text)`", column: value.column)
    }
    return .compare(name, comparison, value.text)
  }

  private mutating func name() throws(ConditionFault) -> String {
    guard let token = next else {
      throw ConditionFault("expected a fact or an answer", column: end)
    }
    let start = token.text.first == "@" ? token.text.dropFirst().first : token.text.first
    guard token.kind == .word, !token.isReserved, let start, start.isLetter else {
      throw ConditionFault(
        "expected a fact or an answer, not `\(token.text)`", column: token.column)
    }
    at += 1
    return token.text
  }

  private mutating func comparison() -> (Condition.Comparison, String)? {
    if take(.word, "is") { return take(.word, "not") ? (.unequal, "is not") : (.equal, "is") }
    if take(.word, "has") { return (.has, "has") }
    guard let token = next, token.kind == .sign,
      let comparison = Condition.Comparison(rawValue: token.text)
    else { return nil }
    at += 1
    return (comparison, token.text)
  }

  private mutating func value(after sign: String) throws(ConditionFault) -> ConditionToken {
    guard let token = next else {
      throw ConditionFault("expected a value after `\(sign)`", column: end)
    }
    guard token.kind != .sign, !token.isReserved,
      token.kind == .quoted || !token.text.hasPrefix("@")
    else {
      throw ConditionFault(
        "expected a value after `\(sign)`, not `\(token.text)`", column: token.column)
    }
    at += 1
    return token
  }
}
