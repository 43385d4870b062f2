/// The text of a page as somebody would read it aloud: nothing is fetched, run, or shown as an image.
enum HTMLText {
  /// What is between these is not text.
  private static let silent: Set<String> = [
    "script", "style", "head", "title", "template", "noscript", "svg", "object", "iframe",
  ]
  /// These begin and end a line.
  private static let blocks: Set<String> = [
    "p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6",
    "blockquote", "section", "article", "header", "footer", "hr", "pre", "dt", "dd", "center",
  ]
  /// Between these there is an empty line.
  private static let apart: Set<String> = [
    "p", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr",
  ]

  /// Whether a text that calls itself plain is a page: it begins as one.
  static func isWholePage(_ text: String) -> Bool {
    let start = text.prefix(400).trimmed.lowercased()
    return [
      "<!doctype html", "<html", "<body", "<div", "<table", "<p>", "<p ", "<span", "<ul", "<h1",
    ]
    .contains(where: start.hasPrefix)
  }

  /// Whether a text that calls itself plain is a page, or has parts of one in it.
  static func isPage(_ text: String) -> Bool {
    if isWholePage(text) { return true }
    let low = text.prefix(4000).lowercased()
    return ["</p>", "</a>", "</ul>", "</div>", "</b>", "<br>", "<br/>", "<br />"].contains {
      low.contains($0)
    }
  }

  /// The text. What is quoted keeps a `>` before its lines, as in plain mail.
  static func text(_ html: String) -> String {
    var reader = Reader()
    var bytes = Array(html.utf8)[...]
    while let first = bytes.first {
      if first == UInt8(ascii: "<"), let tag = tag(&bytes) {
        reader.take(tag)
      } else if first == UInt8(ascii: "&"), let character = entity(&bytes) {
        reader.put(character)
      } else {
        let end = bytes.dropFirst().firstIndex {
          $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&")
        }
        let run = bytes[..<(end ?? bytes.endIndex)]
        reader.put(String(decoding: run, as: UTF8.self))
        bytes = bytes[run.endIndex...]
      }
    }
    return reader.finished
  }

  private struct Tag {
    var name: String
    var isEnd: Bool
  }

  private struct Reader {
    private var lines: [String] = []
    private var line = ""
    private var hidden: [String] = []
    private var quotes = 0
    private var isGap = false

    mutating func put(_ text: String) {
      guard hidden.isEmpty else { return }
      for character in text {
        if character.isWhitespace {
          isGap = !line.isEmpty
        } else {
          if isGap { line.append(" ") }
          isGap = false
          line.append(character)
        }
      }
    }

    mutating func take(_ tag: Tag) {
      if HTMLText.silent.contains(tag.name) {
        if tag.isEnd {
          if let at = hidden.lastIndex(of: tag.name) { hidden.removeSubrange(at...) }
        } else if hidden.count < 64 {
          hidden.append(tag.name)
        }
        return
      }
      guard hidden.isEmpty else {
        // A head that is never closed ends with the body.
        if tag.name == "body", !tag.isEnd { hidden = [] }
        return
      }
      if tag.name == "td" || tag.name == "th" { isGap = !line.isEmpty }
      guard HTMLText.blocks.contains(tag.name) else { return }
      end(apart: HTMLText.apart.contains(tag.name))
      if tag.name == "blockquote" { quotes = max(0, quotes + (tag.isEnd ? -1 : 1)) }
      if tag.name == "li", !tag.isEnd { line = "- " }
    }

    private mutating func end(apart: Bool) {
      if !line.isEmpty, line != "- " {
        lines.append(quotes > 0 ? "> " + line : line)
      }
      line = ""
      isGap = false
      if apart, lines.last?.isEmpty == false { lines.append("") }
    }

    var finished: String {
      var copy = self
      copy.end(apart: false)
      while copy.lines.last?.isEmpty == true { copy.lines.removeLast() }
      return copy.lines.joined(separator: "\n")
    }
  }

  /// Takes a tag or a comment from the front; nil where the sign begins none.
  private static func tag(_ bytes: inout ArraySlice<UInt8>) -> Tag? {
    if bytes.starts(with: "<!--".utf8) {
      bytes = bytes.dropFirst(4)
      while !bytes.isEmpty, !bytes.starts(with: "-->".utf8) { bytes.removeFirst() }
      bytes = bytes.dropFirst(3)
      return Tag(name: "!", isEnd: false)
    }
    var rest = bytes.dropFirst()
    let isEnd = rest.first == UInt8(ascii: "/")
    if isEnd { rest = rest.dropFirst() }
    guard let letter = rest.first,
      isLetter(letter) || letter == UInt8(ascii: "!") || letter == UInt8(ascii: "?")
    else { return nil }
    let name = rest.prefix { isLetter($0) || (0x30...0x39).contains($0) }
    rest = rest[name.endIndex...]
    var quote: UInt8?
    while let byte = rest.first {
      rest = rest.dropFirst()
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
    }
    bytes = rest
    return Tag(name: String(decoding: name, as: UTF8.self).lowercased(), isEnd: isEnd)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
  }

  /// Takes a character that is written by its name or number; nil where the sign stands for itself.
  private static func entity(_ bytes: inout ArraySlice<UInt8>) -> String? {
    let name = bytes.dropFirst().prefix(12).prefix {
      $0 != UInt8(ascii: ";") && $0 > 0x20 && $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "<")
    }
    let end = name.endIndex
    guard !name.isEmpty, end < bytes.endIndex, bytes[end] == UInt8(ascii: ";") else { return nil }
    let word = String(decoding: name, as: UTF8.self)
    var found: String?
    if word.hasPrefix("#") {
      let digits = word.dropFirst()
      let value =
        digits.first == "x" || digits.first == "X"
        ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      let scalar = value.flatMap {
        (0x80...0x9f).contains($0)
          ? Unicode.Scalar(TextEncoding.upper[Int($0) - 0x80]) : Unicode.Scalar($0)
      }
      found = scalar.map { $0.value == 0 ? "\u{FFFD}" : String($0) }
    } else {
      found = names[word]
    }
    guard let found else { return nil }
    bytes = bytes[(end + 1)...]
    return found
  }

  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "shy": "",
    "zwnj": "", "zwj": "", "ensp": " ", "emsp": " ", "thinsp": " ",
    "ndash": "–", "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
    "rdquo": "”", "sbquo": "‚", "bdquo": "„", "laquo": "«", "raquo": "»", "bull": "•",
    "middot": "·", "copy": "©", "reg": "®", "trade": "™", "euro": "€", "pound": "£", "yen": "¥",
    "sect": "§", "deg": "°", "times": "×", "rarr": "→", "larr": "←",
    "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß",
    "agrave": "à", "aacute": "á", "acirc": "â", "atilde": "ã", "aring": "å", "aelig": "æ",
    "ccedil": "ç", "egrave": "è", "eacute": "é", "ecirc": "ê", "euml": "ë", "igrave": "ì",
    "iacute": "í", "icirc": "î", "iuml": "ï", "ntilde": "ñ", "ograve": "ò", "oacute": "ó",
    "ocirc": "ô", "otilde": "õ", "oslash": "ø", "ugrave": "ù", "uacute": "ú", "ucirc": "û",
    "Agrave": "À", "Aacute": "Á", "Acirc": "Â", "Aring": "Å", "AElig": "Æ", "Ccedil": "Ç",
    "Egrave": "È", "Eacute": "É", "Ecirc": "Ê", "Ntilde": "Ñ", "Oacute": "Ó", "Oslash": "Ø",
    "oelig": "œ", "iexcl": "¡", "iquest": "¿",
  ]
}
