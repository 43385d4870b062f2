/// Looks for anchors (`&name`) and aliases (`*name`) in YAML text. They are not read: a few lines
/// of aliases of aliases can stand for more nodes than any machine can walk, and a checklist has
/// no use for them.
enum Aliases {
  /// The line of the first one; nil when there is none. Errs on the side of finding one, in text
  /// without quotes that has a star or an ampersand right after a comma, a colon or a dash.
  static func line(in text: String) -> Int? {
    var text = text
    return text.withUTF8 { bytes in
      var at = 0
      var line = 1
      var isNodeStart = true  // only blanks and signs since the last place where a node can begin
      var isAfterQuote = false
      func skip(to quote: UInt8, escape: UInt8?) {
        at += 1
        while at < bytes.count, bytes[at] != quote {
          if bytes[at] == escape { at += 1 }
          if at < bytes.count, bytes[at] == UInt8(ascii: "\n") { line += 1 }
          at += 1
        }
      }
      func isBlank(_ index: Int) -> Bool { index >= bytes.count || bytes[index] <= 0x20 }
      while at < bytes.count {
        let byte = bytes[at]
        let wasAfterQuote = isAfterQuote
        isAfterQuote = false
        switch byte {
        case UInt8(ascii: "\n"):
          line += 1
          isNodeStart = true
        case 0...0x20: isAfterQuote = wasAfterQuote
        case UInt8(ascii: "#") where at == 0 || isBlank(at - 1):
          while at + 1 < bytes.count, bytes[at + 1] != UInt8(ascii: "\n") { at += 1 }
        case UInt8(ascii: "&"), UInt8(ascii: "*"):
          if isNodeStart, !isBlank(at + 1) { return line }
          isNodeStart = false
        case UInt8(ascii: "\"") where isNodeStart:
          skip(to: byte, escape: UInt8(ascii: "\\"))
          (isNodeStart, isAfterQuote) = (false, true)
        case UInt8(ascii: "'") where isNodeStart:
          skip(to: byte, escape: nil)  // a doubled one opens again at once: no harm
          (isNodeStart, isAfterQuote) = (
            bytes.indices.contains(at + 1) && bytes[at + 1] == byte, true
          )
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): isNodeStart = true
        case UInt8(ascii: ":"): isNodeStart = isNodeStart || isBlank(at + 1) || wasAfterQuote
        case UInt8(ascii: "-"), UInt8(ascii: "?"): break  // leaves a node start one
        case UInt8(ascii: "!") where isNodeStart:  // a tag: the node follows it
          while !isBlank(at + 1) { at += 1 }
        default: isNodeStart = false
        }
        at += 1
      }
      return nil
    }
  }
}
