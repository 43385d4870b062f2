import DebriefModel
import Foundation

/// Lines of a mail's head.
enum MailHeader {
  /// Lines with an encoded word are at most this long (RFC 2047).
  static let width = 76

  /// A header from parts with a space between them, folded where it gets too long.
  static func line(_ field: String, _ parts: [String]) -> String {
    var out = field + ":"
    var column = out.utf8.count
    for (n, part) in parts.enumerated() {
      // The first part stays on the line of its name: a line of blanks alone is not allowed.
      if n > 0, column + 1 + part.utf8.count > width {
        out += "\r\n"
        column = 0
      }
      out += " " + part
      column += 1 + part.utf8.count
    }
    return out + "\r\n"
  }

  /// A header of free text: as it is when it can stand so, else in encoded words.
  static func line(_ field: String, text: String) -> String {
    let words = text.split(separator: " ").map(String.init)
    // What looks like an encoded word would be decoded.
    let isPlain =
      !text.contains("=?") && text.utf8.allSatisfy { $0 < 0x80 }
      && words.allSatisfy { $0.utf8.count <= 60 }
    return line(field, isPlain ? words : EncodedWord.parts(text, column: field.utf8.count + 2))
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  /// Whether a byte may stand in an atom (RFC 5322).
  static func isAtom(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }

  /// An id as part of a Message-ID: letters and digits stay, anything else becomes `=` and its
  /// digits, so that two ids stay two.
  static func token(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in text.utf8.prefix(200) {
      if isAlphanumeric(byte) || byte == UInt8(ascii: "-") {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "="), Hex.digit(byte >> 4), Hex.digit(byte & 15)]
      }
    }
    return out.isEmpty ? "letter" : String(decoding: out, as: UTF8.self)
  }
}

/// Text that ASCII cannot hold, in a header (RFC 2047).
enum EncodedWord {
  private static let longest = 75
  private static let frame = "=?utf-8?q??=".utf8.count

  /// The text in encoded words, none longer than 75 and the first one so short that it fits on a
  /// line from `column`. No character is cut. Their letters suit a phrase as well as free text.
  static func parts(_ text: String, column: Int) -> [String] {
    let inQ = text.utf8.reduce(0) { $0 + (isLiteral($1) || $1 == 0x20 ? 1 : 3) }
    let usesBase64 = inQ > (text.utf8.count + 2) / 3 * 4
    var parts: [String] = []
    var pending: [UInt8] = []
    var room = min(longest, MailHeader.width - column) - frame
    func flush() {
      parts.append(
        usesBase64
          ? "=?utf-8?b?\(Data(pending).base64EncodedString())?="
          : "=?utf-8?q?\(String(decoding: pending.flatMap(quoted), as: UTF8.self))?=")
      pending = []
      room = longest - frame
    }
    var used = 0
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      let cost = bytes.reduce(0) { $0 + quoted($1).count }
      let fits =
        usesBase64 ? (pending.count + bytes.count + 2) / 3 * 4 <= room : used + cost <= room
      if !fits {
        flush()
        used = 0
      }
      pending += bytes
      used += cost
    }
    if !pending.isEmpty { flush() }
    return parts
  }

  /// What may stand for itself also in a phrase.
  private static func isLiteral(_ byte: UInt8) -> Bool {
    MailHeader.isAlphanumeric(byte) || "!*+-/".utf8.contains(byte)
  }

  private static func quoted(_ byte: UInt8) -> [UInt8] {
    if byte == 0x20 { return [UInt8(ascii: "_")] }
    return isLiteral(byte)
      ? [byte] : [UInt8(ascii: "="), Hex.digit(byte >> 4), Hex.digit(byte & 15)]
  }
}

/// A date as mail wants it (RFC 5322), always in English.
enum MailDate {
  static func text(_ moment: Moment) -> String {
    let day = moment.day
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    let year = String(repeating: "0", count: max(0, 4 - "\(day.year)".utf8.count)) + "\(day.year)"
    let second = ((moment.seconds % 60) + 60) % 60
    let sign = moment.offset < 0 ? "-" : "+"
    let zone = sign + two(abs(moment.offset) / 60) + two(abs(moment.offset) % 60)
    return "\(weekdays[day.weekday - 1]), \(day.day) \(months[day.month - 1]) \(year) "
      + "\(moment.clock):\(two(second)) \(zone)"
  }
}
