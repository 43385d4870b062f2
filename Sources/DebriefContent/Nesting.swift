/// Looks over YAML text before a parser does: how deep its parts lie in each other, and how many there
/// are. Parsers go down into what is nested by calling themselves, and a file of a thousand brackets
/// ends the program.
struct Nesting {
  /// Parts inside parts; the shipped files have eight.
  static let deepest = 24
  /// Parts of one file; the largest shipped file has some 1500.
  static let mostParts = 10_000

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private var line = 1
  private var parts = 0
  /// Brackets and braces that are open.
  private var flow = 0
  /// The columns at which the parts around the current line begin.
  private var columns: [Int] = []
  /// Lines that stand further in than this are text of a `|` or `>`.
  private var literal: Int?
  /// Whether the line before ended where a value may begin, so that a quote can open this one.
  private var isValueNext = true

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The first line that is too much, and what it is; nil when all is well.
  static func problem(in text: String) -> Yaml.Problem? {
    var text = withLineFeeds(text)
    return text.withUTF8 { bytes in
      var it = Nesting(bytes)
      return it.look()
    }
  }

  /// YAML knows more ends of lines than a line feed.
  private static func withLineFeeds(_ text: String) -> String {
    func isOther(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case "\r", "\u{85}", "\u{2028}", "\u{2029}": true
      default: false
      }
    }
    guard text.unicodeScalars.contains(where: isOther) else { return text }
    var result = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar != "\n" || last != "\r" { result.append(isOther(scalar) ? "\n" : scalar) }
      last = scalar
    }
    return String(result)
  }

  private mutating func look() -> Yaml.Problem? {
    // The mark that some editors put before UTF-8.
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { at = 3 }
    while at < bytes.count {
      let start = at
      while byte == 0x20 { at += 1 }
      let indent = at - start
      if isEnd {
        skipLine()
        continue
      }
      let mark = indent == 0 && isMark
      if mark { literal = nil }
      if let limit = literal {
        if indent > limit {
          skipLine()
          continue
        }
        literal = nil
      }
      if flow == 0, mark { at += 3 }
      if flow == 0 { open(indent) }
      rest()
      if columns.count + flow > Nesting.deepest {
        return Yaml.Problem(
          line: line, message: "is nested deeper than \(Nesting.deepest) levels")
      }
      if parts > Nesting.mostParts {
        return Yaml.Problem(line: line, message: "is one too many: a file has at most 10,000 parts")
      }
      skipLine()
    }
    return nil
  }

  /// Whether a document begins or ends here: what follows on the line is a part all the same.
  private var isMark: Bool {
    guard at + 2 < bytes.count, isBlank(at + 3),
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    else { return false }
    return bytes[at + 1] == byte && bytes[at + 2] == byte
  }

  /// The parts that begin at the start of a line: `- - key: …` are three.
  private mutating func open(_ indent: Int) {
    while let last = columns.last, last >= indent { columns.removeLast() }
    columns.append(indent)
    var column = indent
    while byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":"),
      isBlank(at + 1)
    {
      parts += 1
      let sign = at
      at += 1
      while byte == 0x20 || byte == 0x09 { at += 1 }
      if isEnd { return }
      column += at - sign
      columns.append(column)
      if columns.count > Nesting.deepest { return }
    }
  }

  /// What follows on the line; a text in quotes may take more of them.
  private mutating func rest() {
    let first = at
    var hasKey = false
    var isNodeStart = true
    var isAfterQuote = false
    var word = at
    // Within a text of several lines a quote is none: nothing is skipped for it.
    let mayQuote = isValueNext || flow > 0
    defer { isValueNext = isNodeStart }
    parts += 1
    while at < bytes.count, byte != newline {
      switch byte {
      case 0x20, 0x09: word = at + 1
      case UInt8(ascii: "#") where isBlank(at - 1) || Nesting.signs.contains(bytes[at - 1]):
        while at < bytes.count, byte != newline { at += 1 }
        continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isNodeStart, mayQuote || at > first || isClosedHere {
          quoted(byte)
          isAfterQuote = true
        }
        isNodeStart = false
        at += 1
        continue
      case UInt8(ascii: "!") where isNodeStart:
        // A tag: the part follows it.
        while !isBlank(at + 1) { at += 1 }
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if flow > 0 || isNodeStart {
          flow += 1
          parts += 1
          isNodeStart = true
          if flow > Nesting.deepest { return }
        }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        flow = max(0, flow - 1)
        isNodeStart = false
      case UInt8(ascii: ","):
        if flow > 0 {
          parts += 1
          isNodeStart = true
        }
      case UInt8(ascii: ":"):
        if isBlank(at + 1) || flow > 0 && isAfterQuote {
          isNodeStart = true
          hasKey = true
        }
      case UInt8(ascii: "|"), UInt8(ascii: ">"):
        // At the end of a line, a text begins in the next one.
        if flow == 0, isNodeStart, isLiteral(from: word) {
          // The text of an element may begin right below it.
          literal = (hasKey ? columns.last : columns.dropLast().last) ?? -1
        }
        isNodeStart = false
      default: isNodeStart = false
      }
      if byte > 0x20 { isAfterQuote = false }
      at += 1
    }
  }

  /// Whether only the signs of a text in lines, such as `|-2`, and a remark follow on the line.
  private func isLiteral(from start: Int) -> Bool {
    guard start == at else { return false }
    var end = at + 1
    while end < bytes.count,
      bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+")
        || (0x30...0x39).contains(bytes[end])
    {
      end += 1
    }
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0d {
      end += 1
    }
    return end >= bytes.count || bytes[end] == newline || bytes[end] == UInt8(ascii: "#")
  }

  /// Whether the quote that opens here is closed on its line.
  private var isClosedHere: Bool {
    var end = at + 1
    while end < bytes.count, bytes[end] != newline {
      if bytes[end] == byte { return true }
      end += 1
    }
    return false
  }

  /// Goes to the quote at the end of a text; two in a row are one of the text.
  private mutating func quoted(_ quote: UInt8) {
    at += 1
    while at < bytes.count {
      if byte == quote {
        guard quote == UInt8(ascii: "'"), at + 1 < bytes.count, bytes[at + 1] == quote else {
          return
        }
        at += 1
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { at += 1 }
      if byte == newline { line += 1 }
      at += 1
    }
  }

  /// After these a remark needs no blank.
  private static let signs = Array("[]{},".utf8)

  private var byte: UInt8 { at < bytes.count ? bytes[at] : 0 }

  private func isBlank(_ index: Int) -> Bool {
    !bytes.indices.contains(index) || bytes[index] <= 0x20
  }

  private var isEnd: Bool {
    at >= bytes.count || byte == newline || byte == 0x0d || byte == UInt8(ascii: "#")
  }

  private mutating func skipLine() {
    while at < bytes.count, byte != newline { at += 1 }
    at += 1
    line += 1
  }
}

private let newline = UInt8(ascii: "\n")
