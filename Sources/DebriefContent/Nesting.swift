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

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The first line that is too much, and what it is; nil when all is well.
  static func problem(in text: String) -> Yaml.Problem? {
    var text = text
    return text.withUTF8 { bytes in
      var it = Nesting(bytes)
      return it.look()
    }
  }

  private mutating func look() -> Yaml.Problem? {
    while at < bytes.count {
      let start = at
      while byte == 0x20 { at += 1 }
      let indent = at - start
      if isEnd {
        skipLine()
        continue
      }
      if let limit = literal {
        if indent > limit {
          skipLine()
          continue
        }
        literal = nil
      }
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
    var isNodeStart = true
    var word = at
    parts += 1
    while at < bytes.count, byte != newline {
      switch byte {
      case 0x20, 0x09: word = at + 1
      case UInt8(ascii: "#") where isBlank(at - 1):
        while at < bytes.count, byte != newline { at += 1 }
        continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isNodeStart { quoted(byte) }
        isNodeStart = false
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
        if isBlank(at + 1) || flow > 0 { isNodeStart = true }
      case UInt8(ascii: "|"), UInt8(ascii: ">"):
        // At the end of a line, a text begins in the next one.
        if flow == 0, isNodeStart, isLiteral(from: word) { literal = columns.last ?? 0 }
        isNodeStart = false
      default: isNodeStart = false
      }
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

  /// Goes to the quote at the end of a text.
  private mutating func quoted(_ quote: UInt8) {
    at += 1
    while at < bytes.count, byte != quote {
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { at += 1 }
      if byte == newline { line += 1 }
      at += 1
    }
  }

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
