import Foundation

/// The text of a mail on lines of at most 76 letters (RFC 2045): in quoted-printable, which can still
/// be read as it is, unless it would be more than twice as long as the text: then in base64.
struct MailBody {
  /// What the head calls it.
  let encoding: String
  /// The lines, each ended by CR LF.
  let encoded: String

  /// Encodes a text whose lines end in line feeds; a last line without one gets one.
  init(_ text: String) {
    let text = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    let inQuoted = text.utf8.reduce(0) { $0 + ($1 < 0x80 && $1 != UInt8(ascii: "=") ? 1 : 3) }
    if inQuoted > 2 * text.utf8.count {
      encoding = "base64"
      encoded = MailBody.base64(text)
    } else {
      encoding = "quoted-printable"
      encoded = MailBody.quotedPrintable(text)
    }
  }

  private static func base64(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == 0x0a { bytes.append(0x0d) }
      bytes.append(byte)
    }
    var out = ""
    // 57 bytes are 76 letters.
    for start in stride(from: 0, to: bytes.count, by: 57) {
      out += Data(bytes[start..<min(start + 57, bytes.count)]).base64EncodedString() + "\r\n"
    }
    return out
  }

  private static func quotedPrintable(_ text: String) -> String {
    var out: [UInt8] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      var column = 0
      let scalars = Array(line.unicodeScalars)
      for (n, scalar) in scalars.enumerated() {
        let isLast = n == scalars.count - 1
        var unit = literal(scalar, isLast: isLast)
        // One column is left for the mark of a line that goes on.
        if column + unit.count > (isLast ? 76 : 75) {
          out += [UInt8(ascii: "="), 0x0d, 0x0a]
          column = 0
        }
        // Mailboxes part their mails at such a line, and SMTP ends at a dot.
        if column == 0, scalar == "." || (scalar == "F" && scalars[n...].starts(with: from)) {
          unit = escaped(UInt8(scalar.value))
        }
        out += unit
        column += unit.count
      }
      out += [0x0d, 0x0a]
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let from = Array("From ".unicodeScalars)

  /// A character as it stands in quoted-printable; its bytes stay on one line.
  private static func literal(_ scalar: Unicode.Scalar, isLast: Bool) -> [UInt8] {
    switch scalar {
    case " ", "\t": isLast ? escaped(UInt8(scalar.value)) : [UInt8(scalar.value)]
    case "!"..."<", ">"..."~": [UInt8(scalar.value)]
    default: String(scalar).utf8.flatMap(escaped)
    }
  }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    [UInt8(ascii: "="), Hex.digit(byte >> 4), Hex.digit(byte & 15)]
  }
}
