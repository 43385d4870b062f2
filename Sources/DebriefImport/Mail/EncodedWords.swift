/// Words of a header field that are written in other letters (RFC 2047). GMime 3.2 loses what follows the padding
/// of one, where several stand in a row, so these are read here; it reads alphabets that are not known here.
enum EncodedWords {
  /// The text of a field; nil where it has fewer such words than `least`, or one in an alphabet that is not known
  /// here.
  static func text(_ raw: String, least: Int = 2) -> String? {
    var runs: [(charset: String, bytes: [UInt8])] = []
    var rest = raw.split(whereSeparator: { $0 == "\r\n" || $0 == "\n" || $0 == "\r" }).joined()[...]
    var count = 0
    var isAfterWord = false
    func add(_ charset: String, _ bytes: [UInt8]) {
      if runs.last?.charset == charset {
        runs[runs.count - 1].bytes += bytes
      } else {
        runs.append((charset, bytes))
      }
    }
    while let start = rest.firstRange(of: "=?") {
      let between = rest[..<start.lowerBound]
      guard let (charset, bytes, end) = word(rest[start.lowerBound...]) else {
        add("utf-8", Array(rest[..<start.upperBound].utf8))
        rest = rest[start.upperBound...]
        isAfterWord = false
        continue
      }
      // Blanks between two such words are no part of the text.
      if !isAfterWord || !between.allSatisfy(\.isWhitespace) { add("utf-8", Array(between.utf8)) }
      add(charset, bytes)
      count += 1
      isAfterWord = true
      rest = rest[end...]
    }
    guard count >= least else { return nil }
    add("utf-8", Array(rest.utf8))
    var result = ""
    for run in runs {
      switch run.charset {
      case "utf-8", "utf8", "us-ascii": result += String(decoding: run.bytes, as: UTF8.self)
      case "iso-8859-1", "latin1", "windows-1252", "cp1252":
        for byte in run.bytes {
          let value =
            (0x80...0x9f).contains(byte) ? TextEncoding.upper[Int(byte) - 0x80] : UInt32(byte)
          if let scalar = Unicode.Scalar(value) { result.unicodeScalars.append(scalar) }
        }
      default: return nil
      }
    }
    return result
  }

  /// The word that begins here, as bytes, and where it ends.
  private static func word(
    _ text: Substring
  ) -> (charset: String, bytes: [UInt8], end: Substring.Index)? {
    let parts = text.dropFirst(2).split(
      separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[3].first == "=", !parts[0].isEmpty else { return nil }
    let charset = parts[0].prefix { $0 != "*" }.lowercased()
    let bytes: [UInt8]? =
      switch parts[1].lowercased() {
      case "b": base64(parts[2])
      case "q": quoted(parts[2])
      default: nil
      }
    guard let bytes else { return nil }
    return (charset, bytes, text.index(after: parts[3].startIndex))
  }

  private static func base64(_ text: Substring) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (value, bits): (UInt32, Int) = (0, 0)
    for byte in text.utf8 {
      let digit: UInt8
      switch byte {
      case 0x41...0x5a: digit = byte - 0x41
      case 0x61...0x7a: digit = byte - 0x61 + 26
      case 0x30...0x39: digit = byte - 0x30 + 52
      case UInt8(ascii: "+"): digit = 62
      case UInt8(ascii: "/"): digit = 63
      case UInt8(ascii: "="): continue
      default: return nil
      }
      value = (value << 6 | UInt32(digit)) & 0xff_ffff
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(bits)))
      }
    }
    return bytes
  }

  private static func quoted(_ text: Substring) -> [UInt8]? {
    var bytes: [UInt8] = []
    var left = Array(text.utf8)[...]
    while let byte = left.popFirst() {
      if byte == UInt8(ascii: "_") {
        bytes.append(0x20)
      } else if byte == UInt8(ascii: "="), left.count > 1,
        let value = UInt8(String(decoding: left.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        left = left.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
